"""Makes a record of a file's bytes, and says in a lawyer's words what is wrong with them.

All that is wrong is found at once where that is possible: bytes, then TOML, then the format of each
value.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from seed.errors import Problem, ProgrammeError
from seed.messages import mark, say
from seed.record import Record

Parsed = TypeVar("Parsed", bound=Record)

_NAMES = ("key", "id", "state", "letter", "number", "original", "on", "label", "section", "title")
"""What a table in an array is called by: the first of these that it has."""

_EXPECTED = {
    "missing": mark("is missing"),
    "extra_forbidden": mark("is not a known key"),
    "string_type": mark("words between quotes were expected"),
    "literal_error": mark("one of {expected} was expected"),
    "int_type": mark("a whole number was expected"),
    "greater_than_equal": mark("a number of at least {ge} was expected"),
    "less_than_equal": mark("a number of at most {le} was expected"),
    "bool_type": mark("true or false was expected"),
    "date_type": mark("a date such as 2006-11-28, without quotes, was expected"),
    "tuple_type": mark("a list in [brackets] was expected"),
    "too_short": mark("at least {min_length} element was expected"),
    "dict_type": mark("a table of languages was expected"),
    "model_type": mark("a table was expected"),
    "model_attributes_type": mark("a table was expected"),
}
"""What was expected, by pydantic's type of error."""

_WHOLE = say("the file")

_NOT_SHOWN = {"missing", "extra_forbidden", "too_short", "words", "deadline", "languages"}
"""Errors whose message says enough without the value that was found."""

_LONGEST_VALUE = 40
"""How much of a wrong value a message shows, in characters."""

_DEEPEST = 8
"""How many parts a dotted key may have: over thousands, the parser takes hours and gigabytes."""

_QUOTED = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*""", re.DOTALL
)
_LINE = re.compile("line ([0-9]+), column ([0-9]+)")
_TOO_DEEP = re.compile(rf"(?<![\w-])(?:[\w-]+[ \t]*\.[ \t]*){{{_DEEPEST}}}")


def parsed(model: type[Parsed], file: Path, content: bytes) -> Parsed:
    """Return the record that a file's bytes hold.

    Args:
        model: What the file must hold.
        file: Where the bytes come from, for messages.
        content: The bytes.

    Raises:
        ProgrammeError: They are not UTF-8, not TOML, lack a key, or have an unknown one or a value
            of another kind.
    """
    tables = _tables(file, content)
    try:
        return model.model_validate(tables)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise refusal(file, [_problem(tables, detail) for detail in details]) from error


def refusal(file: Path, problems: Sequence[Problem]) -> ProgrammeError:
    """Return the error that names all that is wrong with a file, at least one thing."""
    first, *more = problems
    return ProgrammeError(file, first.key, first.expected, *more)


def _tables(file: Path, content: bytes) -> dict[str, object]:
    try:
        # Some editors put a byte-order mark before the text.
        text = content.decode("utf-8-sig")
        if _TOO_DEEP.search(_QUOTED.sub("quoted", text)):
            raise ProgrammeError(
                file, _WHOLE, say("keys of at most {most} parts were expected", most=_DEEPEST)
            )
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        where = say("line {line}", line=line)
        raise ProgrammeError(file, where, say("UTF-8 was expected")) from error
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        raise ProgrammeError(
            file, _place(place.rstrip(")")), say("TOML was expected: {why}", why=message)
        ) from error
    except (ValueError, RecursionError) as error:
        why = str(error)
        raise ProgrammeError(file, _WHOLE, say("TOML was expected: {why}", why=why)) from error


def _place(named: str) -> str:
    """The place in a file that the parser names."""
    if found := _LINE.fullmatch(named):
        return say("line {line}, column {column}", line=found[1], column=found[2])
    return say("end of document") if named == "end of document" else _WHOLE


def _problem(tables: Mapping[str, object], detail: ErrorDetails) -> Problem:
    kind = detail["type"]
    values = detail.get("ctx", {})
    expected: str = values.get("message", detail["msg"])
    if kind in _EXPECTED:
        template = _EXPECTED[kind]
        expected = say(template, **values)
    found = detail["input"]
    if kind not in _NOT_SHOWN and isinstance(found, str | int | float):
        found = shortened(repr(found))
        expected = say("{expected}, not {found}", expected=expected, found=found)
    return Problem(_where(tables, detail["loc"]), expected)


def shortened(text: str) -> str:
    """Return what a message shows of a text of the file: no more than a line."""
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


def _where(tables: Mapping[str, object], place: Iterable[str | int]) -> str:
    """Name a place in the file by keys and names: `measure 2.4: deadline.kind`."""
    here: object = tables
    where = ""
    for step in place:
        if step == "[key]":  # pydantic's word for a key of a table that is itself wrong
            continue
        if isinstance(step, int):
            here = here[step] if isinstance(here, Sequence) and step < len(here) else None
            where += f" {_name(here, step)}: "
            continue
        here = here.get(step) if isinstance(here, Mapping) else None
        where += step if not where or where.endswith(": ") else f".{step}"
    where = where.removesuffix(": ")
    return where if where.isprintable() else repr(where)


def _name(table: object, index: int) -> str:
    """Return what a table of an array is called, else its place, counted from one."""
    names = (table.get(name) for name in _NAMES) if isinstance(table, Mapping) else ()
    return next((name for name in names if isinstance(name, str) and name), f"#{index + 1}")
