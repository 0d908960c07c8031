"""Copies of the register."""

import sqlite3
from contextlib import closing
from pathlib import Path

from store.connection import FILE_MODE, FOLDER_MODE, polite


def copy_before_migration(path: Path, version: int) -> Path:
    """Copy the register next to it before its schema changes.

    The caller holds the write lock: what is copied is what will be migrated, and no other window
    makes the same copy. It is read over a connection of its own, since SQLite copies nothing from
    one that is writing.

    Returns:
        The copy, ``backups/istirak-schema-<version>.db``; that of an earlier attempt is replaced.
    """
    folder = path.parent / "backups"
    copy = folder / f"{path.stem}-schema-{version}{path.suffix}"
    with polite(copy):
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        partial = copy.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        partial.touch(mode=FILE_MODE)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(partial)) as target:
            source.backup(target)
        partial.replace(copy)
    return copy
