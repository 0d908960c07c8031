"""Copies of the register: each one file, whole and private, and checked before it has its name."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from seed.messages import say
from store.connection import FILE_MODE, FOLDER_MODE, as_it_lies, beside, polite
from store.errors import Refused, Usage
from store.verification import Verification, verify

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was made.

    Attributes:
        path: Its file.
        entries: How many entries of the ledger it holds.
        origins: How many chains they form.
        size: Its size in bytes.
    """

    path: Path
    entries: int
    origins: int
    size: int


def back_up(source: sqlite3.Connection, path: Path, file: Path) -> Copy:
    """Copy the register to a file of the user's choice, while others may go on writing.

    Args:
        source: The register's connection.
        path: Its file.
        file: The copy; it must not exist yet.

    Raises:
        Refused: There is such a file already, or the register is damaged; nothing was written.
        Usage: There is no such folder.
        StoreUnusable: It could not be written.
    """
    with polite(file):
        _check_place(path, file)
    found = write_copy(source, file, sound)
    return Copy(file, found.entries, found.origins, file.stat().st_size)


def copy_before_migration(path: Path, version: int) -> Path:
    """Copy the register next to it before its schema changes, under the write lock.

    Returns:
        The copy, ``backups/istirak-schema-<version>.db``; that of an earlier attempt is replaced.
    """
    copy = backups_folder(path) / f"{path.stem}-schema-{version}{path.suffix}"
    copy_while_locked(path, copy, lambda _: None)
    return copy


def copy_while_locked(
    path: Path, copy: Path, check: Callable[[sqlite3.Connection], object]
) -> None:
    """Copy the register as it was before the transaction that the caller has begun.

    The caller holds the write lock: no other window makes the same copy. It is read over a
    connection of its own, since SQLite copies nothing from one that is writing.

    Raises:
        StoreUnusable: It could not be written.
    """
    with polite(path), closing(sqlite3.connect(path)) as source:
        write_copy(source, copy, check)


def backups_folder(path: Path) -> Path:
    """Where the copies are that are made without asking."""
    return path.parent / "backups"


def write_copy(
    source: sqlite3.Connection, copy: Path, check: Callable[[sqlite3.Connection], _T]
) -> _T:
    """Write a copy of a register, as it is at this moment, in place of what has its name.

    It is written under another name beside it, and gets its own when it is on disk and was
    checked: whenever this is ended, the copy is there whole or not at all.

    Args:
        source: Any connection to the register, not in the middle of writing.
        copy: The copy; its folder is made when it is missing.
        check: Looks at the finished copy, and raises if it is not good enough.

    Returns:
        What the check returns.

    Raises:
        StoreUnusable: It could not be written.
    """
    partial = copy.with_name(f"{copy.name}.partial")
    with polite(copy):
        copy.parent.mkdir(mode=FOLDER_MODE, exist_ok=True)
        for leftover in (partial, *beside(partial)):
            leftover.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE))
        try:
            _fill(partial, source)
            with closing(as_it_lies(partial)) as written:
                result = check(written)
            for leftover in beside(copy):
                leftover.unlink(missing_ok=True)
            partial.replace(copy)
        except BaseException:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            raise
        with suppress(OSError):  # not every system can; the copy itself is on disk
            put_on_disk(copy.parent)
    return result


def sound(copy: sqlite3.Connection) -> Verification:
    """Check a copy in full.

    Raises:
        Refused: It is damaged.
    """
    found = verify(copy)
    if not found.sound:
        raise damaged(found.problems[0].what)
    return found


def damaged(what: str) -> Refused:
    """The error of a register too damaged to be copied: it would come in place of a better copy."""
    return Refused(
        say("the register is damaged, and no copy of it was kept: {what}", what=what),
        say("Run `istirak verify` to see what is affected, and keep the copies there are"),
    )


def put_on_disk(path: Path) -> None:
    """Wait until what was written to a file, or the names in a folder, are on the disk itself."""
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fill(partial: Path, source: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(partial, isolation_level=None)) as target:
        target.execute("PRAGMA journal_mode = OFF")  # there is nothing to go back to
        source.backup(target)
        # Readable where nothing can be written, such as on a disc, and with nothing beside it.
        target.execute("PRAGMA journal_mode = DELETE")
    put_on_disk(partial)


def _check_place(path: Path, file: Path) -> None:
    if file.is_dir():
        raise Usage(
            say("{path} is a folder", path=file),
            say("Name a file in it, such as {file}", file=file / "istirak-copy.db"),
        )
    if file.exists():
        raise Refused(
            say("{path} is the register itself", path=file)
            if file.samefile(path)
            else say("{path} is there already", path=file),
            say("Name a file that does not exist yet; nothing was written"),
        )
    if not file.parent.is_dir():
        raise Usage(
            say("there is no folder {path}", path=file.parent),
            say("Make it first, or name another"),
        )
