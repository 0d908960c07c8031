"""In which language a command speaks."""

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from store.errors import Usage
from tui.language import LANGUAGES, _, begin

OPTION = "--lang"
FOLDER = "--data-dir"


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
    asked, rest = _taken_out(OPTION, arguments)
    look = partial(_set_in_register, rest)
    begin(None if asked is None else _checked(asked, look), os.environ, look)
    return rest


def _taken_out(option: str, arguments: Iterable[str]) -> tuple[str | None, list[str]]:
    """The value last given to an option wherever it stands, or None; and the other arguments."""
    rest: list[str] = []
    found: str | None = None
    waiting = iter(arguments)
    for word in waiting:
        name, given, value = word.partition("=")
        if word == "--":
            rest += [word, *waiting]
        elif name == option:
            found = value if given else next(waiting, "")
        else:
            rest.append(word)
    return found, rest


def _set_in_register(arguments: Iterable[str]) -> str | None:
    """The language that is set in the register that arguments are about, before it is open.

    What was typed may be no command at all: its mistakes are told in that language, too.
    """
    from store.glimpse import language_set
    from store.location import register_file

    folder, _rest = _taken_out(FOLDER, arguments)
    try:
        return language_set(register_file(Path(folder) if folder else None))
    except Usage:
        return None


def _checked(code: str, look: Callable[[], str | None]) -> str:
    if code.strip().lower() in LANGUAGES:
        return code.strip().lower()
    begin(None, os.environ, look)
    raise Usage(
        _("{code} is no language here", code=repr(code)),
        _("Say {option} with one of {languages}", option=OPTION, languages=", ".join(LANGUAGES)),
    )
