"""A glimpse of a register that is not open: what is set in it, if that can be told at once."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from store.connection import APPLICATION_ID, stay_in_its_folder
from store.errors import RegisterError
from store.schema import missing_tables
from store.untouched import untouched


def language_set(path: Path) -> str | None:
    """The language that is set in the register of a file; it is neither changed nor waited for.

    To be asked only as long as this process has not opened it: closing a file lets go of all that
    a process holds on it.

    Args:
        path: The file; there need not be one, or it may be damaged, newer or no register at all.

    Returns:
        What is set; None if nothing is, or it could not be told.
    """
    # What is wrong with it is told when it is opened.
    with suppress(RegisterError, sqlite3.Error, OSError, ValueError):
        if path.is_file():
            return _read(path)
    return None


def _read(path: Path) -> str | None:
    stay_in_its_folder(path)
    with untouched(path) as connection:
        connection.execute("PRAGMA busy_timeout = 0")
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION_ID or "setting" in missing_tables(connection):
            return None
        found = connection.execute("SELECT value FROM setting WHERE name = 'language'").fetchone()
    return found[0] if found and isinstance(found[0], str) else None
