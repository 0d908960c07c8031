"""A new register out of a damaged one: each entry that still verifies, and a list of the others."""

import hashlib
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from seed.errors import ProgrammeError
from seed.messages import say
from seed.reading import read_programme
from seed.shipped import programme_folders
from store.chain import entry_hash
from store.connection import FOLDER_MODE, connect, polite
from store.entries import COLUMNS
from store.errors import Refused, Usage
from store.opening import bring_up_to_date
from store.pages import rows
from store.verification import Problem, verify
from store.writing import Writer

_WORDING = ("hash", "programme", "measure", "words")
_HEAD = ("origin", "seq", "hash")
_FIRST_SCHEMA = tuple(name for name in COLUMNS if name not in ("treaty", "year"))
_KINDS = {len(columns): columns for columns in (COLUMNS, _FIRST_SCHEMA, _WORDING, _HEAD)}
_ID = re.compile("[a-z0-9]+-[1-9][0-9]*")
_SHA256 = re.compile("[0-9a-f]{64}")

Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lost:
    """An entry that was found and could not be kept.

    Attributes:
        entry: Its id, as far as it can be read.
        what: What is wrong.
        columns: All that can be read of it, by column. None of it can be relied on.
    """

    entry: str
    what: str
    columns: Columns


@dataclass(frozen=True, slots=True)
class Salvage:
    """What came of it.

    Attributes:
        file: The new register.
        entries: How many entries it holds; each has the hash it was written with.
        lost: The entries that were found and could not be kept.
        problems: What a check of the new register finds, such as a gap in a chain, and programmes
            that could not be taken along.
    """

    file: Path
    entries: int
    lost: tuple[Lost, ...]
    problems: tuple[Problem, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return not self.lost and not self.problems


def salvage(damaged: Path, file: Path) -> Salvage:
    """Write a new register with every entry of a damaged one that verifies.

    Entries keep their id, their place in the chain and their hash. A gap stays a gap, which
    `verify` names in the new register too. That has no origin yet: what is recorded there begins a
    chain of its own, so that no two entries ever have one id.

    Args:
        damaged: The damaged register's file. Nothing is written to it.
        file: The new register's; its folder must be empty or not exist.

    Raises:
        Usage: There is no such file, or the folder is not empty.
        Refused: There is nothing of a register in the file.
        StoreUnusable: The one cannot be read, or the other not written.
    """
    with polite(damaged):
        _check_damaged(damaged)
    with polite(file):
        _make_folder(file.parent)
        left_out = tuple(_take_programmes(damaged.parent, file.parent))
    with closing(connect(file)) as connection:
        writer = Writer(connection, file)
        bring_up_to_date(connection, file, lambda: writer, None)
        # An entry is kept even where the words it was taken on are lost; `verify` names those.
        connection.execute("PRAGMA foreign_keys = OFF")
        with writer.transaction() as session, polite(damaged):
            session.connection()
            lost = _Filling(connection).fill(damaged)
        with polite(file):
            left_out += tuple(_missing_programmes(connection))
            checked = verify(connection)
    return Salvage(file, checked.entries, lost, (*left_out, *checked.problems))


def readable_entries(path: Path) -> Iterator[tuple[str, str]]:
    """The id and hash of every entry in a file, damaged or not, that verifies; some twice.

    Raises:
        OSError: The file cannot be read.
    """
    for columns in _made_out(path):
        if _is_entry(columns) and _verifies(columns):
            yield columns["id"], columns["hash"]


class _Filling:
    """The new register while it is filled, inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._heads: set[tuple[str, int, str]] = set()
        self._lost: dict[str, Lost] = {}  # by id, or by hash where another has the id

    def fill(self, damaged: Path) -> tuple[Lost, ...]:
        """Take in all that verifies; what is returned does not."""
        for columns in _made_out(damaged):
            if _is_entry(columns):
                self._take_entry(columns)
            elif _is_wording(columns):
                self._insert("wording", columns, "OR IGNORE")
            elif tuple(columns) == _HEAD:
                self._note_head(columns)
        self._set_heads()
        return tuple(lost for key, lost in self._lost.items() if not self._has("id", key))

    def _take_entry(self, columns: Columns) -> None:
        entry = columns["id"]
        if not _verifies(columns):
            self._lost[entry] = Lost(entry, say("was changed after it was written"), columns)
            if entry == f"{columns['origin']}-{columns['seq']}":
                self._note_head(columns)
        elif not self._has("hash", columns["hash"]):  # not on another page too
            try:
                self._insert("entry", columns)
            except sqlite3.IntegrityError:
                self._lost[columns["hash"]] = Lost(entry, say("has the place of another"), columns)

    def _note_head(self, columns: Columns) -> None:
        origin, seq, hashed = (columns[name] for name in _HEAD)
        if isinstance(seq, int) and _ID.fullmatch(f"{origin}-{seq}") and _is_hash(hashed):
            self._heads.add((origin, seq, hashed))

    def _set_heads(self) -> None:
        """Let each chain end on the last entry that is known of, be it lost."""
        ends = {
            origin: (origin, seq, hashed)
            for origin, seq, hashed in self._connection.execute(
                "SELECT origin, max(seq), hash FROM entry GROUP BY origin"
            )
        }
        for head in sorted(self._heads):
            if head > ends.get(head[0], ("",)) and not self._has("hash", head[2]):
                ends[head[0]] = head
        for end in ends.values():
            self._insert("chain", dict(zip(_HEAD, end, strict=True)))

    def _has(self, column: str, value: str) -> bool:
        query = f"SELECT 1 FROM entry WHERE {column} = ?"  # noqa: S608  # one of our own words
        return self._connection.execute(query, (value,)).fetchone() is not None

    def _insert(self, table: str, columns: Columns, otherwise: str = "") -> None:
        names, marks = ", ".join(columns), ", ".join(f":{name}" for name in columns)
        self._connection.execute(
            f"INSERT {otherwise} INTO {table} ({names}) VALUES ({marks})",  # noqa: S608  # ours
            cast("Any", columns),
        )


def _made_out(path: Path) -> Iterator[Columns]:
    """What can be made out in a file, by column."""
    for row in rows(path, frozenset(_KINDS)):
        yield dict(zip(_KINDS[len(row)], row, strict=True))


def _is_entry(columns: Columns) -> bool:
    """Whether this was an entry once."""
    shape = tuple(columns)
    return shape in (COLUMNS, _FIRST_SCHEMA) and _ID.fullmatch(str(columns["id"])) is not None


def _verifies(columns: Columns) -> bool:
    try:
        return bool(columns["hash"] == entry_hash(columns))
    except TypeError:  # bytes, which are never written
        return False


def _is_wording(columns: Columns) -> bool:
    """Whether these are official words, as they were."""
    words = columns.get("words")
    return (
        tuple(columns) == _WORDING
        and isinstance(words, str)
        and hashlib.sha256(words.encode()).hexdigest() == columns["hash"]
    )


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None


def _check_damaged(damaged: Path) -> None:
    if not damaged.is_file():
        raise Usage(
            say("there is no file {path}", path=damaged),
            say("Name the damaged register's file with --from"),
        )
    if not any(_is_entry(columns) or _is_wording(columns) for columns in _made_out(damaged)):
        raise Refused(
            say("there is nothing of a register in {path}", path=damaged),
            say("Look for a copy; nothing was written"),
        )


def _make_folder(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists():
        raise Usage(
            say("{path} is not an empty folder", path=folder),
            say("Name one that is, or that does not exist"),
        )
    folder.mkdir(mode=FOLDER_MODE, parents=True)


def _take_programmes(before: Path, now: Path) -> Iterable[Problem]:
    """Take along the programme files beside the register; a broken one is named and left."""
    try:
        folders = programme_folders(before / "programmes")
    except ProgrammeError as error:
        yield Problem(say("no programmes were taken along: {why}", why=error.whole))
        return
    for folder in folders:
        try:
            programme = read_programme(folder)
        except ProgrammeError as error:
            yield Problem(say("a programme was not taken along: {why}", why=error.whole))
        else:
            copy = now / "programmes" / programme.id
            shutil.copytree(folder, copy, symlinks=True, dirs_exist_ok=True)


def _missing_programmes(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Programmes that entries are about, and that nothing here describes."""
    missing = connection.execute(
        "SELECT DISTINCT programme FROM entry WHERE programme NOT IN (SELECT id FROM programme)"
    )
    for (programme,) in missing:
        yield Problem(
            say(
                "there is no file of programme {programme}: put it beside the new register",
                programme=programme,
            )
        )
