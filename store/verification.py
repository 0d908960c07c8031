"""Checking that the register is what was written: the file, the triggers, the chains."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from store.chain import HASHED, entry_hash
from store.entries import COLUMNS

_TRIGGERS = ("entry_is_never_changed", "entry_is_never_removed")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was written.

    Attributes:
        what: What is wrong.
        entry: The id of the entry it is about, or None.
    """

    what: str
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check found.

    Attributes:
        entries: How many entries were read.
        origins: How many chains they form.
        problems: What is wrong; empty when all is well.
    """

    entries: int
    origins: int
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def verify(connection: sqlite3.Connection) -> Verification:
    """Check the file, its references, the append-only triggers and every chain of the ledger."""
    problems = [*_file_problems(connection), *_trigger_problems(connection)]
    entries = origins = 0
    heads = _heads(connection)
    for origin, chain in groupby(_entries(connection), key=itemgetter("origin")):
        links = list(chain)
        origins += 1
        entries += len(links)
        problems += _chain_problems(links, heads.pop(origin, None))
    problems += [
        Problem(f"all {seq} entries of origin {origin} are missing")
        for origin, (seq, _) in heads.items()
    ]
    return Verification(entries, origins, tuple(problems))


def _entries(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    rows = connection.execute(
        f"SELECT {', '.join(COLUMNS)} FROM entry ORDER BY origin, seq"  # noqa: S608
    )
    return (dict(zip(COLUMNS, row, strict=True)) for row in rows)


def _heads(connection: sqlite3.Connection) -> dict[str, tuple[int, str]]:
    rows = connection.execute("SELECT origin, seq, hash FROM chain")
    return {origin: (seq, hashed) for origin, seq, hashed in rows}


def _file_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem(f"the file is damaged: {message}")
    for table, rowid, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem(f"row {rowid} of table {table} refers to what is not there")


def _trigger_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    found = {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='trigger'")
    }
    for trigger in _TRIGGERS:
        if trigger not in found:
            yield Problem(f"the trigger {trigger}, which keeps the ledger append-only, is missing")


def _chain_problems(links: list[dict[str, Any]], head: tuple[int, str] | None) -> Iterator[Problem]:
    expected_seq, previous = 1, None
    for link in links:
        entry = link["id"]
        if link["seq"] != expected_seq:
            yield Problem(f"{_missing(expected_seq, link['seq'])} before it", entry)
        elif link["previous"] != previous:
            yield Problem("does not follow the entry before it", entry)
        if entry != f"{link['origin']}-{link['seq']}":
            yield Problem("does not stand under its own number", entry)
        if link["hash"] != entry_hash({name: link[name] for name in HASHED}):
            yield Problem("was changed after it was written", entry)
        expected_seq, previous = link["seq"] + 1, link["hash"]
    last = links[-1]
    if head is None:
        yield Problem(f"the head of the chain of origin {last['origin']} is missing", last["id"])
    elif head[0] > last["seq"]:
        yield Problem(f"{_missing(expected_seq, head[0] + 1)} after it", last["id"])
    elif head != (last["seq"], last["hash"]):
        yield Problem(f"is not the entry that the chain of {last['origin']} ends on", last["id"])


def _missing(first: int, after: int) -> str:
    number = after - first
    return "an entry is missing" if number == 1 else f"{number} entries are missing"
