"""Reading a register's file and leaving no trace, on it or beside it."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from store.connection import as_it_lies, beside, is_settled, look, polite


@contextmanager
def untouched(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file for reading so that neither it nor its folder changes.

    What another program writes meanwhile is seen or not, but never half of it. What a killed
    program left in the log is read too.

    Raises:
        StoreUnusable: It cannot be opened. What is met while reading is for the caller to tell.
    """
    log, index, _ = beside(path)
    with ExitStack() as stack:
        with polite(path):
            if log.exists() and index.exists():
                connection = look(path, "mode=ro&readonly_shm=1")
            elif not is_settled(path):
                # SQLite would have to finish, beside it or in it, what a program has left.
                connection = look(stack.enter_context(_aside(path)), "mode=rw")
            else:
                connection = as_it_lies(path)
        yield stack.enter_context(closing(connection))


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A copy of a file and what is beside it, in a folder of its own; removed afterwards."""
    from shutil import copyfile
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="istirak-") as folder:
        copy = Path(folder, path.name)
        for file, copied in zip((path, *beside(path)), (copy, *beside(copy)), strict=True):
            if file.exists():
                copyfile(file, copied)
        yield copy
