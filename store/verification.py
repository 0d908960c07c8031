"""Checking that the register is what was written: the file, the triggers, the chains."""

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from seed.messages import Message, counted, mark, say
from store.catalogue import catalogue_hash
from store.chain import entry_hash
from store.connection import result_code
from store.entries import COLUMNS
from store.schema import SCHEMA_VERSION, TRIGGERS, foreign, missing_tables

_FOREIGN = {
    "table": mark("the table {name} was not made by istirak"),
    "index": mark("the index {name} was not made by istirak"),
    "trigger": mark("the trigger {name} was not made by istirak"),
    "view": mark("the view {name} was not made by istirak"),
}
"""All the types of object that SQLite knows."""


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
    """Check the file, its references, its schema, the catalogue and every chain.

    What is damaged is named, and does not end the check of the rest; but where something else has
    the name of a table, it is not read: a view runs what is written in it.
    """
    counts: Counter[str] = Counter()
    checks = (
        _file_problems(connection),
        _trigger_problems(connection),
        _foreign_problems(connection),
        _wording_problems(connection),
        _catalogue_problems(connection),
        _ledger_problems(connection, counts),
    )
    with _one_moment(connection), _whatever_is_in_it(connection):
        problems = list(_as_far_as_it_goes(_table_problems(connection)))
        if not problems:
            problems += (problem for check in checks for problem in _as_far_as_it_goes(check))
    return Verification(counts.total(), len(counts), tuple(problems))


@contextmanager
def _one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Read the register as it is now, while others may go on writing."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


@contextmanager
def _whatever_is_in_it(connection: sqlite3.Connection) -> Iterator[None]:
    """Read text that is no UTF-8 too; no text that was ever written comes out as such."""
    usual = connection.text_factory
    connection.text_factory = lambda text: text.decode(errors="backslashreplace")
    try:
        yield
    finally:
        connection.text_factory = usual


def _as_far_as_it_goes(check: Iterator[Problem]) -> Iterator[Problem]:
    try:
        yield from check
    except UnicodeDecodeError as error:  # SQLite quoted something damaged in its message
        yield Problem(say("the file is damaged: {message}", message=str(error)))
    except sqlite3.DatabaseError as error:
        if result_code(error) not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        yield Problem(say("the file is damaged: {message}", message=str(error)))


def _table_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table in missing_tables(connection):
        yield Problem(say("the table {table} is missing", table=table))


def _file_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem(say("the file is damaged: {message}", message=message))
    broken = Counter(
        (table, parent) for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check")
    )
    for (table, parent), rows in broken.items():
        yield Problem(
            counted(
                "table {table} refers to what is not there in table {parent}: {n} row",
                "table {table} refers to what is not there in table {parent}: {n} rows",
                rows,
                table=table,
                parent=parent,
            )
        )


def _trigger_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    found = dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
    for trigger, sql in TRIGGERS.items():
        if trigger not in found:
            yield Problem(
                say(
                    "the trigger {trigger}, which keeps the ledger append-only, is missing",
                    trigger=trigger,
                )
            )
        elif found[trigger].split() != sql.split():
            yield Problem(
                say(
                    "the trigger {trigger}, which keeps the ledger append-only, was changed",
                    trigger=trigger,
                )
            )


def _foreign_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == SCHEMA_VERSION:  # of another, it is not known what belongs to it
        for kind, name in foreign(connection):
            yield Problem(say(_FOREIGN[kind], name=name))


def _wording_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    for measure, words, hashed in connection.execute("SELECT measure, words, hash FROM wording"):
        if hashed != hashlib.sha256(str(words).encode()).hexdigest():
            yield Problem(say("the kept words of measure {measure} were changed", measure=measure))


def _catalogue_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    written = connection.execute("SELECT id, catalogue_hash FROM programme").fetchall()
    for programme, hashed in written:
        if not _agrees(hashed, catalogue_hash, connection, programme):
            yield Problem(
                say(
                    "the catalogue of programme {programme} was changed after it was seeded",
                    programme=programme,
                )
            )


def _ledger_problems(connection: sqlite3.Connection, counts: Counter[str]) -> Iterator[Problem]:
    heads = {
        origin: (seq, hashed)
        for origin, seq, hashed in connection.execute("SELECT origin, seq, hash FROM chain")
        if isinstance(seq, int)
    }
    for origin, chain in groupby(_entries(connection), key=itemgetter("origin")):
        seq, hashed, entry = 0, None, None
        for link in chain:
            counts[origin] += 1
            if not isinstance(link["seq"], int):
                yield Problem(say("was changed after it was written"), link["id"])
                continue
            yield from _link_problems(link, seq, hashed)
            seq, hashed, entry = link["seq"], link["hash"], link["id"]
        yield from _head_problems(origin, heads.pop(origin, None), (seq, hashed), entry)
    for origin, (seq, _) in heads.items():
        yield Problem(
            counted(
                "all {n} entries of origin {origin} are missing",
                "all {n} entries of origin {origin} are missing",
                seq,
                origin=origin,
            )
        )


def _entries(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    rows = connection.execute(
        f"SELECT {', '.join(COLUMNS)} FROM entry ORDER BY origin, seq"  # noqa: S608
    )
    return (dict(zip(COLUMNS, row, strict=True)) for row in rows)


def _link_problems(link: dict[str, Any], seq: int, hashed: str | None) -> Iterator[Problem]:
    """What is wrong with an entry, after the one with this number and hash."""
    entry = link["id"]
    if link["seq"] > seq + 1:
        yield Problem(_missing_before(link["seq"] - seq - 1), entry)
    elif (link["seq"], link["previous"]) != (seq + 1, hashed):
        yield Problem(say("does not follow the entry before it"), entry)
    if entry != f"{link['origin']}-{link['seq']}":
        yield Problem(say("does not stand under its own number"), entry)
    if not _agrees(link["hash"], entry_hash, link):
        yield Problem(say("was changed after it was written"), entry)
    if link["kind"] == "return" and not _as_released(link["payload"]):
        yield Problem(say("holds another snapshot than the one that was released"), entry)


def _as_released(payload: object) -> bool:
    from store.snapshots import is_as_released

    try:
        return is_as_released(json.loads(str(payload)))
    except (AttributeError, TypeError, ValueError):  # not what was ever written
        return False


def _agrees(written: str, compute: Callable[..., str], *what: object) -> bool:
    try:
        return written == compute(*what)
    except TypeError:  # over bytes, which are never written
        return False


def _head_problems(
    origin: str, head: tuple[int, str] | None, last: tuple[int, str | None], entry: str | None
) -> Iterator[Problem]:
    if head is None:
        yield Problem(
            say("the head of the chain of origin {origin} is missing", origin=origin), entry
        )
    elif head[0] > last[0]:
        yield Problem(_missing_after(head[0] - last[0]), entry)
    elif head != last:
        yield Problem(
            say("is not the entry that the chain of {origin} ends on", origin=origin), entry
        )


def _missing_before(number: int) -> Message:
    if number == 1:
        return say("an entry is missing before it")
    return counted("{n} entry is missing before it", "{n} entries are missing before it", number)


def _missing_after(number: int) -> Message:
    if number == 1:
        return say("an entry is missing after it")
    return counted("{n} entry is missing after it", "{n} entries are missing after it", number)
