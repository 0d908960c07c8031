"""Which translation of the programme a command prints, if any."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.language import language_of_words

if TYPE_CHECKING:
    from store.register import Register
    from store.texts import Texts
    from store.values import Officer, Programme
    from tui.cli.desk import Desk


def texts_wanted(desk: "Desk", language: str | None = None, *, data: bool) -> "Texts | None":
    """The translation to print: that of `--in`, or else for people as is set or spoken.

    Args:
        desk: Its register is open.
        language: What `--in` asks for.
        data: Whether the output is for programs: these get the original, if they do not ask.

    Raises:
        Usage: The programme is not translated into the language that is asked for.
    """
    if data or language is not None:
        return _asked_for(desk, language)
    return _preferred(desk.register, desk.programme, desk.officer)


def for_people(desk: "Desk", *, data: bool) -> "tuple[Desk, Texts | None]":
    """A desk with the programme as people are shown it, and the translation if that is one.

    Args:
        desk: With the programme in the original; the register is open.
        data: Whether the output is for programs: these get the original.
    """
    texts = texts_wanted(desk, data=data)
    if texts is None:
        return desk, None
    from store.overlay import programme_in

    return replace(desk, programme=programme_in(texts, desk.programme)), texts


def shown_programme(
    register: "Register", programme: "Programme", officer: "Officer"
) -> "Programme":
    """The programme as people are shown it: in the translation that is set or spoken, if any."""
    from store.overlay import programme_in

    texts = _preferred(register, programme, officer)
    return programme_in(texts, programme) if texts else programme


def _asked_for(desk: "Desk", language: str | None) -> "Texts | None":
    """The translation that `--in` asks for; None for the original.

    Raises:
        Usage: The programme is not translated into this language.
    """
    wanted = language.strip().lower() if language else desk.programme.language
    if wanted == desk.programme.language:
        return None
    return desk.register.translations.texts(desk.programme.id, wanted)


def _preferred(register: "Register", programme: "Programme", officer: "Officer") -> "Texts | None":
    wanted = language_of_words(officer.words)
    return register.translations.texts_if_any(programme.id, wanted)
