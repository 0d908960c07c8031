"""Opening the file: permissions, pragmas, identity, and its troubles in plain words."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.errors import StoreUnusable

APPLICATION_ID = 0x49535452  # "ISTR"
BUSY_TIMEOUT = 10.0  # seconds to wait for another writer
FOLDER_MODE, FILE_MODE = 0o700, 0o600


def connect(path: Path) -> sqlite3.Connection:
    """Open the file, making it and its folder when they are missing.

    Nothing is written to a file that exists; `identify` says whose it is. Where nothing can be
    written, not even what readers tell each other by, it is read as it lies.

    Raises:
        StoreUnusable: It cannot be opened or is not a SQLite file.
    """
    with polite(path):
        _make_private(path)
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT, isolation_level=None)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA user_version")  # the first look at the file
        except BaseException as error:
            connection.close()
            if not _cannot_write_beside(error, path):
                raise
            return as_it_lies(path)
        return connection


def as_it_lies(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes to for reading: nothing is locked, or made beside it.

    Raises:
        sqlite3.Error: It cannot be opened.
    """
    return look(path, "mode=ro&immutable=1")


def look(path: Path, how: str) -> sqlite3.Connection:
    """Open a file in the way that the parameters of SQLite's URI say; none is trusted.

    Raises:
        sqlite3.Error: It cannot be opened.
    """
    uri = f"{path.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def log_of(path: Path) -> Path:
    """The write-ahead log of a register's file: what was written and is not in the file yet."""
    return path.with_name(f"{path.name}-wal")


def _cannot_write_beside(error: BaseException, path: Path) -> bool:
    """Whether SQLite could read the file, if only it could make its log beside it."""
    unwritable = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
    log = log_of(path)
    return (
        isinstance(error, sqlite3.Error)
        and result_code(error) in unwritable
        and not (log.exists() and log.stat().st_size)
    )


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

    The mode is kept in the file, so this writes only once in its life, and not where nothing can be
    written: there is no writer then.
    """
    with polite(path):
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        give_up = time.monotonic() + BUSY_TIMEOUT
        while mode != "wal":
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if result_code(error) == sqlite3.SQLITE_READONLY:
                    return
                # For this, unlike all else, SQLite itself does not wait for another window.
                if result_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                    raise
                time.sleep(0.01)
            else:
                return


def _make_private(path: Path) -> None:
    """Make what is missing, and close to others what is about to become the register's.

    A folder that holds other things than the register is left as it is.
    """
    folder = path.parent
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size:
        return
    if not any(folder.iterdir()):
        _close_to_others(folder)
    path.touch(mode=FILE_MODE)
    _close_to_others(path)  # it may have been there, empty


def _close_to_others(path: Path) -> None:
    with suppress(PermissionError):  # somebody else's, given to us to use
        path.chmod(path.stat().st_mode & 0o700)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """As `polite`, around code that turns rows into values.

    Raises:
        StoreUnusable: Also when a row holds what was never written.
    """
    with polite(path):
        try:
            yield
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            raise StoreUnusable(f"{path} {_DAMAGED[0]}", _DAMAGED[1]) from error


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
    except UnicodeDecodeError as error:  # SQLite quoted something damaged in its message
        raise StoreUnusable(f"{path} {_DAMAGED[0]}", _DAMAGED[1]) from error


def result_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code: the low byte, which what is above it refines."""
    # An OperationalError without a code is the driver's own: it met text that is not UTF-8.
    driver = isinstance(error, sqlite3.OperationalError)
    own = sqlite3.SQLITE_CORRUPT if driver else sqlite3.SQLITE_ERROR
    return getattr(error, "sqlite_errorcode", own) & 0xFF


def _explained(error: sqlite3.Error, path: Path) -> StoreUnusable:
    trouble = (f"cannot be used: {error}", "Run `istirak verify`")
    what, remedy = _TROUBLES.get(result_code(error), trouble)
    return StoreUnusable(f"{path} {what}", remedy)


_DAMAGED = (
    "is damaged",
    "Keep a copy of the folder, then run `istirak verify` to see what is affected",
)

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
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
}
