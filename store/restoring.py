"""Putting a copy in the register's place, so that at every moment one of the two is there whole."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from seed.messages import say
from store.backup import backups_folder, put_on_disk, write_copy
from store.connection import (
    FILE_MODE,
    FOLDER_MODE,
    beside,
    busy_timeout,
    identify,
    look,
    polite,
    result_code,
    stay_in_its_folder,
)
from store.errors import Refused, StoreUnusable, Usage
from store.holders import is_open_elsewhere
from store.schema import SCHEMA_VERSION, missing_tables
from store.untouched import untouched
from store.verification import Verification, verify

_PATIENCE = 2.0  # seconds to wait for another program at most; one that has it open keeps it so
_UNREADABLE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""What SQLite says of a file of which it cannot make anything."""


class Restoration:
    """A restoration that is ready to be carried out, while no other program uses the register.

    Attributes:
        path: The register's file.
        file: The copy.
        entries: How many entries the copy holds.
        hidden: The ids of the entries that the register has and the copy has not; None if that
            cannot be told, because the register is damaged.
        aside: Where the register will be kept; None when there is none.
    """

    def __init__(
        self,
        path: Path,
        file: Path,
        at: datetime,
        copy: sqlite3.Connection,
        present: sqlite3.Connection | None,
    ) -> None:
        self.path = path
        self.file = file
        self.aside = _aside(path, at) if path.exists() else None
        self._copy = copy
        self._present = present
        self.entries: int = copy.execute("SELECT count(*) FROM entry").fetchone()[0]
        self.hidden = self._hidden()

    def carry_out(self) -> None:
        """Keep the register aside, put the copy in its place, and check what stands there then.

        The installation takes a new origin with its next entry: others may have seen some that the
        copy has not, and no two entries may ever have one id.

        Raises:
            StoreUnusable: It could not be done; the register is as it was.
        """
        ready = self.path.with_name(f"{self.path.name}.restored")
        with polite(self.path):
            self.path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            try:
                write_copy(self._copy, ready, lambda _: None)
                with closing(look(ready, "mode=rw")) as connection:
                    connection.execute("PRAGMA journal_mode = MEMORY")
                    connection.execute("DELETE FROM setting WHERE name = 'origin'")
                    found = self._put_in_place(connection, ready)
            finally:
                ready.unlink(missing_ok=True)
        if not found.sound:
            raise StoreUnusable(
                say(
                    "{path} is not what was written to it: {what}",
                    path=self.path,
                    what=found.problems[0].what,
                ),
                say(
                    "Look after the disk; what was there before is kept in {aside}",
                    aside=self.aside,
                ),
            )

    def _put_in_place(self, connection: sqlite3.Connection, ready: Path) -> Verification:
        if self._present:
            self._write_into(self._present, connection)
            return _checked(self._present)
        connection.close()
        self._replace_with(ready)
        with untouched(self.path) as written:
            return _checked(written)

    def _write_into(self, present: sqlite3.Connection, ready: sqlite3.Connection) -> None:
        """Write what is ready into the register's own file, in one transaction.

        Its log stays part of the file: what is not finished is undone by whoever opens it next.
        """
        if self.aside:
            write_copy(present, self.aside, lambda _: None)
        if _page_size(present) != _page_size(ready):
            present.execute("PRAGMA journal_mode = DELETE")  # a log has pages of one size
        ready.backup(present)

    def _replace_with(self, ready: Path) -> None:
        """Put what is ready where there is no file, or one of which SQLite cannot make anything."""
        if self.aside:
            here, there = (self.path, *beside(self.path)), (self.aside, *beside(self.aside))
            for file, kept in zip(here, there, strict=True):
                _keep(file, kept)
        # They belong to the old file, and must never be read as part of the new one.
        for old in beside(self.path):
            old.unlink(missing_ok=True)
        ready.replace(self.path)
        with suppress(OSError):
            put_on_disk(self.path.parent)

    def _hidden(self) -> tuple[str, ...] | None:
        kept = {hashed for (hashed,) in self._copy.execute("SELECT hash FROM entry")}
        present = _entries(self._present, self.path)
        try:
            return tuple(dict.fromkeys(entry for entry, hashed in present if hashed not in kept))
        except sqlite3.Error:
            return None


@contextmanager
def restoration(path: Path, file: Path, at: datetime) -> Iterator[Restoration]:
    """Check a copy and what putting it in the register's place means. Nothing is changed yet.

    Args:
        path: The register's file; it may be damaged or missing.
        file: The copy. Its schema may be older than this version's: it is migrated when the
            register is opened next.
        at: The moment, with its time zone.

    Raises:
        Usage: There is no such copy.
        Refused: It cannot be restored, because it is no register, newer, or damaged.
        StoreUnusable: Another program has the register open, or it cannot be written.
    """
    stay_in_its_folder(path)
    if not file.is_file():
        raise Usage(
            say("there is no file {path}", path=file),
            say("`istirak doctor` lists the backups there are"),
        )
    if path.exists() and file.samefile(path):
        raise Refused(say("{path} is the register itself", path=file), say("Name a copy of it"))
    with ExitStack() as stack:
        copy = stack.enter_context(untouched(file))
        _check_copy(copy, file)
        present = stack.enter_context(_alone(path))
        with polite(path):
            prepared = Restoration(path, file, at, copy, present)
        yield prepared


@contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection | None]:
    """The register, so that no other program can so much as read it meanwhile.

    None when there is no file, or SQLite cannot make anything of it. Such a file is not opened for
    writing: SQLite would tidy up beside it.
    """
    with polite(path):
        usable = path.exists() and path.stat().st_size > 0 and _is_readable(path)
        if usable:
            with closing(look(path, "mode=rw")) as connection:
                usable = _lock(connection, path)
                if usable:
                    yield connection
        if not usable:
            if path.exists() and is_open_elsewhere(path):
                raise _in_use(path)
            yield None


def _is_readable(path: Path) -> bool:
    """Whether SQLite can make anything of a file.

    Raises:
        StoreUnusable: It belongs to another program.
    """
    try:
        with untouched(path) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema")
            return identify(connection, path) > 0
    except sqlite3.Error as error:
        if result_code(error) in _UNREADABLE:
            return False
        raise
    except UnicodeDecodeError:  # SQLite quoted something damaged in its message
        return False
    except StoreUnusable as error:
        remedy = say("Nothing was changed; move the file away first")
        raise StoreUnusable(error.what, remedy) from error


def _lock(connection: sqlite3.Connection, path: Path) -> bool:
    """Take the register for this program alone, until the connection is closed.

    Returns:
        Whether SQLite can make anything of it.

    Raises:
        StoreUnusable: Another program has it open.
    """
    try:
        patience = min(_PATIENCE, busy_timeout())
        connection.execute(f"PRAGMA busy_timeout = {patience * 1000:.0f}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if result_code(error) == sqlite3.SQLITE_BUSY:
            raise _in_use(path) from error
        raise
    except sqlite3.DatabaseError as error:
        if result_code(error) in _UNREADABLE:
            return False
        raise
    return True


def _in_use(path: Path) -> StoreUnusable:
    return StoreUnusable(
        say("{path} is open in another program", path=path),
        say("Nothing was changed; close it there and try again"),
    )


def _check_copy(copy: sqlite3.Connection, file: Path) -> None:
    try:
        version = identify(copy, file)
        if not 0 < version <= SCHEMA_VERSION:
            raise Refused(
                say("{path} was made by a newer version of istirak", path=file)
                if version
                else say("{path} is empty", path=file),
                say("Nothing was changed; install the newer version, or name another copy"),
            )
        with polite(file):
            found = _checked(copy)
    except StoreUnusable as error:
        raise Refused(error.what, say("Nothing was changed; name another copy")) from error
    if not found.sound:
        raise Refused(
            say("{path} is damaged: {what}", path=file, what=found.problems[0].what),
            say(
                "Nothing was changed; name another copy, "
                "or take what is left with `istirak salvage`"
            ),
        )


def _checked(copy: sqlite3.Connection) -> Verification:
    """What a check finds; that of an older version is made of what this version makes of it."""
    (version,) = copy.execute("PRAGMA user_version").fetchone()
    if version == SCHEMA_VERSION:
        return verify(copy)
    from store.register import Register

    with TemporaryDirectory(prefix="istirak-") as folder:
        file = Path(folder, "istirak.db")
        write_copy(copy, file, lambda _: None)
        with Register.open(file) as migrated:
            return migrated.verify()


def _entries(present: sqlite3.Connection | None, path: Path) -> Iterator[tuple[str, str]]:
    """The id and hash of each entry in the register.

    Raises:
        sqlite3.Error: It is damaged.
    """
    # Something else may stand under the name of the table; a view would run what is written in it.
    if present and "entry" not in missing_tables(present):
        yield from present.execute("SELECT id, hash FROM entry ORDER BY rowid")
    elif path.exists():
        from store.salvage import readable_entries

        yield from readable_entries(path)


def _page_size(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA page_size").fetchone()[0])


def _aside(path: Path, at: datetime) -> Path:
    """A name for the register among the backups that nothing has yet."""
    name = f"{path.stem}-before-restore-{at:%Y-%m-%d-%H%M%S}"
    taken = 1
    aside = backups_folder(path) / f"{name}{path.suffix}"
    while aside.exists():
        taken += 1
        aside = aside.with_stem(f"{name}-{taken}")
    return aside


def _keep(file: Path, kept: Path) -> None:
    """Keep a file as it is, byte for byte, if there is one."""
    if not file.exists():
        return
    kept.parent.mkdir(mode=FOLDER_MODE, exist_ok=True)
    partial = kept.with_name(f"{kept.name}.partial")
    partial.touch(FILE_MODE)
    shutil.copyfile(file, partial)
    put_on_disk(partial)
    partial.replace(kept)
