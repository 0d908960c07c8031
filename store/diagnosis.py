"""What state the register is in: its file, what is in it, its backups. Nothing is written."""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from stat import S_IMODE

from seed.errors import ProgrammeError
from seed.messages import Message, say
from seed.shipped import content_hash, programme_folders
from store.backup import backups_folder
from store.catalogue import content_hashes
from store.connection import beside, identify, polite
from store.errors import RegisterError, StoreUnusable
from store.holders import is_written_elsewhere
from store.keeping import Backup, kept_backups, room_for_backup
from store.schema import SCHEMA_VERSION, missing_tables
from store.untouched import untouched
from store.verification import Verification, verify

LONG_LOG = 64 << 20
"""Bytes of a write-ahead log from which somebody should look after it; usual are four million."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a register that can be read.

    Attributes:
        schema: Its version.
        editions: By programme, the SHA-256 of the file that the register was filled from.
        verification: What a check finds; None when the schema is not this version's.
        oldest: When the first entry was recorded, ISO 8601 in UTC; None when there is none.
    """

    schema: int
    editions: Mapping[str, str]
    verification: Verification | None
    oldest: str | None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found out about a register.

    Attributes:
        path: Its file.
        size: In bytes; None when there is no file.
        log_size: That of the write-ahead log.
        modes: The permissions of its folder, its file and the folder of its backups, as there are.
        free: Bytes that are free on the disk; None when it cannot be told.
        backups: Those that were made without asking, the oldest first.
        writing: Whether another program is writing to it; None when it cannot be told.
        installed: By programme, the SHA-256 of the file that is there now.
        contents: What is in it; None when there is nothing, or it cannot be read.
        attention: What somebody should look after, in sentences; empty when all is well.
    """

    path: Path
    size: int | None = None
    log_size: int = 0
    modes: Mapping[Path, int] | None = None
    free: int | None = None
    backups: tuple[Backup, ...] = ()
    writing: bool | None = None
    installed: Mapping[str, str] | None = None
    contents: Contents | None = None
    attention: tuple[str, ...] = ()


def diagnose(path: Path, at: datetime) -> Diagnosis:
    """Look a register over, in whatever state it is.

    Ask only while this program has the register closed.

    Args:
        path: Its file; there need not be one.
        at: The moment, with its time zone.
    """
    found, trouble = Diagnosis(path), list[str]()
    with _noted(trouble, path):
        found = replace(found, free=_free(path.parent), modes=_modes(path))
    with _noted(trouble, path):
        found = replace(found, installed=_installed(path))
    with _noted(trouble, path):
        found = replace(found, backups=kept_backups(path))
    with _noted(trouble, path):
        if path.exists():
            found = replace(found, size=path.stat().st_size, log_size=_size(beside(path)[0]))
            found = replace(found, writing=is_written_elsewhere(path))
            found = replace(found, contents=_contents(found) if found.size else None)
    return replace(found, attention=(*trouble, *_advice(found, at)))


@contextmanager
def _noted(trouble: list[str], path: Path) -> Iterator[None]:
    try:
        with polite(path):
            yield
    except (RegisterError, ProgrammeError) as error:
        trouble.append(error.whole)


def _free(folder: Path) -> int:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _modes(path: Path) -> Mapping[Path, int]:
    places = (path.parent, path, backups_folder(path))
    return {place: S_IMODE(place.stat().st_mode) for place in places if place.exists()}


def _installed(path: Path) -> Mapping[str, str]:
    """Of two with one id, the one beside the register."""
    folders = (*programme_folders(), *programme_folders(path.parent / "programmes"))
    return {folder.name: content_hash(folder) for folder in folders}


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _contents(found: Diagnosis) -> Contents:
    _, index, _ = beside(found.path)
    if found.writing and not index.exists():
        raise StoreUnusable(
            say("{path} is held by another program for itself alone", path=found.path),
            say("Try again in a moment"),
        )
    with untouched(found.path) as connection:
        version = identify(connection, found.path)
        if version != SCHEMA_VERSION:
            return Contents(version, {}, None, None)
        if missing := list(missing_tables(connection)):
            raise StoreUnusable(
                say(
                    "{path} is damaged: it has no table {table}", path=found.path, table=missing[0]
                ),
                say("Go back to a copy with `istirak restore`, or see `istirak salvage`"),
            )
        return Contents(
            version, content_hashes(connection), verify(connection), _oldest(connection)
        )


def _oldest(connection: sqlite3.Connection) -> str | None:
    first = connection.execute("SELECT recorded_at FROM entry ORDER BY rowid LIMIT 1").fetchone()
    return str(first[0]) if first else None


def _advice(found: Diagnosis, at: datetime) -> Iterator[Message]:
    yield from _about_modes(found)
    if found.contents:
        yield from _about_contents(found.contents, found.path)
    today = at.astimezone(UTC).date().isoformat()
    if found.size is None and found.backups:
        newest = found.backups[-1].path
        yield say(
            "There is no register, but a backup of it: `istirak restore {newest}`.", newest=newest
        )
    elif found.contents and (found.contents.oldest or today) < today and not found.backups:
        yield say("There is no backup yet: make one with `istirak backup FILE`.")
    if found.free is not None and found.free < room_for_backup(found.size or 0):
        yield say("There is too little room on the disk for a backup of {path}.", path=found.path)
    if found.log_size > LONG_LOG:
        log = beside(found.path)[0]
        yield say("{log} is very long: close every window of istirak once.", log=log)


def _about_modes(found: Diagnosis) -> Iterator[Message]:
    if os.name != "posix":
        return
    for place, mode in (found.modes or {}).items():
        # Others may know what is in a folder of many things, but not put something else there.
        if mode & (0o022 if place == found.path.parent else 0o077):
            yield say(
                "{place} is open to others ({mode}): `chmod {needed}` closes it.",
                place=place,
                mode=f"{mode:04o}",
                needed=f"{mode & 0o700:o}",
            )


def _about_contents(contents: Contents, path: Path) -> Iterator[Message]:
    if contents.schema > SCHEMA_VERSION:
        yield say("{path} was made by a newer version of istirak: install that one.", path=path)
    if contents.verification and not contents.verification.sound:
        yield say(
            "{path} is damaged ({number} found; `istirak verify` lists what): go back to a copy "
            "with `istirak restore`, or take what is left with `istirak salvage`.",
            path=path,
            number=len(contents.verification.problems),
        )
