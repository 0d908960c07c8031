"""Opening the file: permissions, pragmas, identity, and its troubles in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.errors import StoreUnusable

APPLICATION_ID = 0x49535452  # "ISTR"
BUSY_TIMEOUT = 10.0  # seconds to wait for another writer
FOLDER_MODE, FILE_MODE = 0o700, 0o600


def connect(path: Path) -> sqlite3.Connection:
    """Open the file, making it and its folder when they are missing.

    Nothing is written to a file that exists; `identify` says whose it is.

    Raises:
        StoreUnusable: It cannot be opened or is not a SQLite file.
    """
    with polite(path):
        _make_private(path)
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection


def identify(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of the file, 0 for a new one.

    Raises:
        StoreUnusable: The file belongs to another program.
    """
    with polite(path):
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application == APPLICATION_ID:
            return int(version)
        (objects,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application or version or objects:
        raise StoreUnusable(
            f"{path} is a database of another program", "Choose another folder with --data-dir"
        )
    return 0


def use_write_ahead_log(connection: sqlite3.Connection, path: Path) -> None:
    """Let readers and a writer work side by side.

    The mode is kept in the file, so this writes only once in its life.
    """
    with polite(path):
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        if mode != "wal":
            connection.execute("PRAGMA journal_mode = WAL")


def _make_private(path: Path) -> None:
    folder = path.parent
    if not folder.exists():
        folder.mkdir(mode=FOLDER_MODE, parents=True)
    ours = path.exists() or not any(folder.iterdir())
    if ours and folder.stat().st_mode & 0o077:
        with suppress(PermissionError):  # somebody else's folder, given to us to use
            folder.chmod(FOLDER_MODE)
    if not path.exists():
        path.touch(mode=FILE_MODE)


@contextmanager
def polite(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into what a person can act on.

    Raises:
        StoreUnusable: In place of any `sqlite3.Error` or `OSError` raised inside.
    """
    try:
        yield
    except OSError as error:
        raise StoreUnusable(
            f"{error.filename or path} cannot be used: {(error.strerror or str(error)).lower()}",
            "Check the folder and its permissions, or choose another with --data-dir",
        ) from error
    except sqlite3.Error as error:
        raise _explained(error, path) from error


def _explained(error: sqlite3.Error, path: Path) -> StoreUnusable:
    # The low byte is the primary result code; what is above it refines it.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    what, remedy = _TROUBLES.get(code, (f"cannot be used: {error}", "Run `istirak verify`"))
    return StoreUnusable(f"{path} {what}", remedy)


_TROUBLES = {
    sqlite3.SQLITE_BUSY: (
        f"has been held by another program for {BUSY_TIMEOUT:.0f} seconds",
        "Nothing was changed; try again when that program is done",
    ),
    sqlite3.SQLITE_LOCKED: (
        "is locked by another program",
        "Nothing was changed; try again when that program is done",
    ),
    sqlite3.SQLITE_FULL: (
        "cannot grow: the disk is full",
        "Nothing was changed; free some space and try again",
    ),
    sqlite3.SQLITE_READONLY: (
        "is read-only",
        "Nothing was changed; give yourself the right to write to the file and its folder",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "cannot be opened",
        "Check the folder and its permissions, or choose another with --data-dir",
    ),
    sqlite3.SQLITE_PERM: (
        "cannot be opened",
        "Check the folder and its permissions, or choose another with --data-dir",
    ),
    sqlite3.SQLITE_IOERR: (
        "cannot be read or written: the disk reports an error",
        "Copy the folder to another disk and try again there",
    ),
    sqlite3.SQLITE_NOTADB: (
        "is not a register: it is no SQLite file",
        "Move the file away, or choose another folder with --data-dir",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "is damaged",
        "Keep a copy of the folder, then run `istirak verify` to see what is affected",
    ),
}
