"""Reading a register's file and leaving no trace, on it or beside it."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from store.connection import as_it_lies, log_of, look, polite


@contextmanager
def untouched(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file for reading so that neither it nor its folder changes.

    What another program writes meanwhile is seen or not, but never half of it. What a killed
    program left in the log is read too.

    Raises:
        StoreUnusable: It cannot be opened. What is met while reading is for the caller to tell.
    """
    log, index = log_of(path), path.with_name(f"{path.name}-shm")
    with ExitStack() as stack:
        with polite(path):
            if log.exists() and index.exists():
                connection = look(path, "mode=ro&readonly_shm=1")
            elif log.exists() and log.stat().st_size:
                # SQLite would have to make the index beside it first.
                connection = look(stack.enter_context(_aside(path, log)), "mode=rw")
            else:
                connection = as_it_lies(path)
        yield stack.enter_context(closing(connection))


@contextmanager
def _aside(path: Path, log: Path) -> Iterator[Path]:
    """A copy of a file and its log in a folder of its own, removed afterwards."""
    from shutil import copyfile
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="istirak-") as folder:
        copy = Path(folder, path.name)
        copyfile(path, copy)
        copyfile(log, log_of(copy))
        yield copy
