"""Programmes as tables, and tables as the text of a programme file; Python itself only reads it."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time

from killing import OFFICIAL


def small() -> dict[str, object]:
    """The shipped programme, cut down: one section, four measures, three states, short texts."""
    tables = tomllib.loads(OFFICIAL)
    tables["section"] = tables["section"][:1]
    tables["measure"] = [each for each in tables["measure"] if each["section"] == "I"][:4]
    for row in tables["passport"]["row"]:
        if "main_measure" in row:
            row["main_measure"] = row["main_measure"][:1]
    kept = {"states", "paa", "dins", "tors", "bpes"}
    tables["executor"] = [each for each in tables["executor"] if each["id"] in kept]
    tables["signature"] = [each for each in tables["signature"] if each["state"] in "AZ AM GE"]
    tables["annex"]["treaty"] = tables["annex"]["treaty"][:1]
    return {key: _shortened(value, key) for key, value in tables.items()}


def _shortened(value: object, key: str) -> object:
    if isinstance(value, dict):
        return {name: _shortened(each, name) for name, each in value.items() if name != "notes"}
    if isinstance(value, list):
        return [_shortened(each, key) for each in value]
    if isinstance(value, str) and key not in ("printed", "title"):
        return value[:24]
    return value


def as_toml(tables: Mapping[str, object]) -> str:
    """A document that is read back as these tables."""
    return "".join(f"{_quoted(key)} = {_value(value)}\n" for key, value in tables.items())


def _value(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _quoted(value)
        case int() | float():
            return str(value)
        case date() | datetime() | time():
            return value.isoformat()
        case list() | tuple():
            return f"[{', '.join(map(_value, value))}]"
        case Mapping():
            pairs = (f"{_quoted(key)} = {_value(each)}" for key, each in value.items())
            return f"{{{', '.join(pairs)}}}"
    raise TypeError(type(value))


def _quoted(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    return f"\\U{ord(letter):08x}" if not letter.isprintable() or letter in '"\\' else letter
