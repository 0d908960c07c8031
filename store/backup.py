"""Copies of the register."""

import sqlite3
from pathlib import Path

from store.connection import FILE_MODE, FOLDER_MODE, polite


def copy_before_migration(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the register next to it before its schema changes.

    Returns:
        The copy, ``backups/istirak-schema-<version>.db``; one made before is kept, not replaced.
    """
    folder = path.parent / "backups"
    copy = folder / f"{path.stem}-schema-{version}{path.suffix}"
    with polite(copy):
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        if not copy.exists():
            partial = copy.with_suffix(".partial")
            partial.unlink(missing_ok=True)
            partial.touch(mode=FILE_MODE)
            with sqlite3.connect(partial) as target:
                connection.backup(target)
            target.close()
            partial.rename(copy)
    return copy
