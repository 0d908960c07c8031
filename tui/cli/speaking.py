"""In which language a command speaks."""

import os
from collections.abc import Iterable

from store.errors import Usage
from tui.language import LANGUAGES, _, begin

OPTION = "--lang"


def settle(arguments: Iterable[str]) -> list[str]:
    """Choose the language, before anything is said in it.

    Args:
        arguments: What was typed. ``--lang`` may stand anywhere in it, for every command and its
            help speaks.

    Returns:
        The arguments without it.

    Raises:
        Usage: It names no language.
    """
    rest: list[str] = []
    asked: str | None = None
    waiting = iter(arguments)
    for word in waiting:
        name, given, value = word.partition("=")
        if word == "--":
            rest += [word, *waiting]
        elif name == OPTION:
            asked = _checked(value if given else next(waiting, ""))
        else:
            rest.append(word)
    begin(asked, os.environ)
    return rest


def _checked(code: str) -> str:
    if code.strip().lower() in LANGUAGES:
        return code.strip().lower()
    begin(None, os.environ)
    raise Usage(
        _("{code} is no language here", code=repr(code)),
        _("Say {option} with one of {languages}", option=OPTION, languages=", ".join(LANGUAGES)),
    )
