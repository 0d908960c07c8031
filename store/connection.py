"""Opening the file: permissions, pragmas, identity, and its troubles in plain words."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from seed.messages import Message, mark, say
from store.errors import StoreUnusable, Usage

APPLICATION_ID = 0x49535452  # "ISTR"
BUSY_TIMEOUT = "ISTIRAK_BUSY_TIMEOUT"
PATIENCE = 10.0  # seconds to wait for another writer
FOLDER_MODE, FILE_MODE = 0o700, 0o600


def connect(path: Path) -> sqlite3.Connection:
    """Open the file, making it and its folder when they are missing.

    Nothing is written to a file that exists; `identify` says whose it is. Where nothing can be
    written, not even what readers tell each other by, it is read as it lies.

    Raises:
        StoreUnusable: It cannot be opened or is not a SQLite file.
    """
    stay_in_its_folder(path)
    with polite(path):
        _make_private(path)
        connection = sqlite3.connect(path, timeout=busy_timeout(), isolation_level=None)
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
    connection = sqlite3.connect(uri, uri=True, timeout=busy_timeout(), isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def busy_timeout() -> float:
    """How many seconds to wait for another writer: ``ISTIRAK_BUSY_TIMEOUT``, or else ten.

    Raises:
        Usage: The environment says what is no number of seconds up to an hour.
    """
    said = os.environ.get(BUSY_TIMEOUT, "").strip()
    try:
        seconds = float(said or PATIENCE)
    except ValueError:
        seconds = -1
    if not 0 <= seconds <= 3600:  # noqa: PLR2004  # nor what is not a number
        raise Usage(
            say(
                "{variable} is {said!r} in the environment, which is no number of seconds",
                variable=BUSY_TIMEOUT,
                said=said,
            ),
            say("Write how many seconds to wait for another program, or leave it out"),
        )
    return seconds


def beside(path: Path) -> tuple[Path, Path, Path]:
    """What SQLite keeps beside a file and reads as part of it: write-ahead log, index, journal.

    Left beside another file of the same name, they would be read as part of that one.
    """
    log, index, journal = (
        path.with_name(f"{path.name}-{end}") for end in ("wal", "shm", "journal")
    )
    return log, index, journal


def is_settled(path: Path) -> bool:
    """Whether all that was written is in the file, and nothing else: no log or journal has more."""
    log, _, journal = beside(path)
    return not any(each.exists() and each.stat().st_size for each in (log, journal))


def _cannot_write_beside(error: BaseException, path: Path) -> bool:
    """Whether SQLite could read the file, if only it could make its log beside it."""
    unwritable = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
    return (
        isinstance(error, sqlite3.Error) and result_code(error) in unwritable and is_settled(path)
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
            say("{path} is a database of another program", path=path),
            say("Choose another folder with --data-dir"),
        )
    return 0


def use_write_ahead_log(connection: sqlite3.Connection, path: Path) -> None:
    """Let readers and a writer work side by side.

    The mode is kept in the file, so this writes only once in its life, and not where nothing can be
    written: there is no writer then.
    """
    with polite(path):
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        give_up = time.monotonic() + busy_timeout()
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


def stay_in_its_folder(path: Path) -> None:
    """Refuse a link: beside what it leads to may lie what was never meant to be this register's.

    Raises:
        StoreUnusable: The file is a link out of its folder.
    """
    if os.path.realpath(path.parent) != os.path.dirname(os.path.realpath(path)):  # noqa: PTH120
        raise StoreUnusable(
            say("{path} is a link out of its folder", path=path),
            say("Nothing was opened; name the folder that it leads to with --data-dir"),
        )


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
            raise _unusable(_DAMAGED, path) from error


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
            say(
                "{path} cannot be used: {why}",
                path=error.filename or path,
                why=system_words(error.strerror or str(error)),
            ),
            say("Check the folder and its permissions, or choose another with --data-dir"),
        ) from error
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    except UnicodeDecodeError as error:  # SQLite quoted something damaged in its message
        raise _unusable(_DAMAGED, path) from error


def result_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code: the low byte, which what is above it refines."""
    # An OperationalError without a code is the driver's own: it met text that is not UTF-8.
    driver = isinstance(error, sqlite3.OperationalError)
    own = sqlite3.SQLITE_CORRUPT if driver else sqlite3.SQLITE_ERROR
    return getattr(error, "sqlite_errorcode", own) & 0xFF


def _explained(error: sqlite3.Error, path: Path) -> StoreUnusable:
    trouble = _TROUBLES.get(result_code(error))
    trouble = _FINER_TROUBLES.get(getattr(error, "sqlite_errorcode", 0), trouble)
    if trouble:
        return _unusable(trouble, path)
    what = say("{path} cannot be used: {why}", path=path, why=str(error))
    return StoreUnusable(what, say("Run `istirak verify`"))


def _unusable(trouble: tuple[str, Message], path: Path) -> StoreUnusable:
    what, remedy = trouble
    return StoreUnusable(say(what, path=path), remedy)


def system_words(why: str) -> str:
    """What the system says of a file, as the end of a sentence; what is usual, translatable."""
    why = why.lower()
    return next((known for known in _SYSTEM_WORDS if known == why), why)


_SYSTEM_WORDS = (
    say("permission denied"),
    say("operation not permitted"),
    say("no such file or directory"),
    say("not a directory"),
    say("is a directory"),
    say("file exists"),
    say("read-only file system"),
    say("no space left on device"),
    say("disk quota exceeded"),
    say("input/output error"),
    say("file name too long"),
    say("too many levels of symbolic links"),
)

_DAMAGED = (
    mark("{path} is damaged"),
    say("Keep a copy of the folder, then run `istirak verify` to see what is affected"),
)

_TROUBLES = {
    sqlite3.SQLITE_BUSY: (
        mark("{path} has been held by another program for too long"),
        say("Nothing was changed; try again when that program is done"),
    ),
    sqlite3.SQLITE_LOCKED: (
        mark("{path} is locked by another program"),
        say("Nothing was changed; try again when that program is done"),
    ),
    sqlite3.SQLITE_FULL: (
        mark("{path} cannot grow: the disk is full"),
        say("Nothing was changed; free some space and try again"),
    ),
    sqlite3.SQLITE_READONLY: (
        mark("{path} is read-only"),
        say("Nothing was changed; give yourself the right to write to the file and its folder"),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        mark("{path} cannot be opened"),
        say("Check the folder and its permissions, or choose another with --data-dir"),
    ),
    sqlite3.SQLITE_PERM: (
        mark("{path} cannot be opened"),
        say("Check the folder and its permissions, or choose another with --data-dir"),
    ),
    sqlite3.SQLITE_IOERR: (
        mark("{path} cannot be read or written: the disk reports an error"),
        say("Copy the folder to another disk and try again there"),
    ),
    sqlite3.SQLITE_NOTADB: (
        mark("{path} is not a register: it is no SQLite file"),
        say("Move the file away, or choose another folder with --data-dir"),
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
}

_NO_SHARED_MEMORY = (
    mark("{path} lies on a disk on which programs cannot share memory, such as a network folder"),
    say("Move the folder to a disk of this machine, and name it with --data-dir"),
)

_FINER_TROUBLES = {
    sqlite3.SQLITE_IOERR_SHMSIZE: _TROUBLES[sqlite3.SQLITE_FULL],
    sqlite3.SQLITE_IOERR_SHMMAP: _NO_SHARED_MEMORY,
    sqlite3.SQLITE_IOERR_SHMOPEN: _NO_SHARED_MEMORY,
    sqlite3.SQLITE_IOERR_SHMLOCK: _NO_SHARED_MEMORY,
    sqlite3.SQLITE_IOERR_WRITE: (
        mark("{path} cannot grow: your share of the disk is used up, or the disk reports an error"),
        say("Nothing was changed; free some space, or copy the folder to another disk"),
    ),
}
"""What SQLite's extended result codes say beyond the primary ones."""
