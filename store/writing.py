"""The one door through which the register is written."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from store.connection import polite


class Writer:
    """Writes in transactions over the register's own connection.

    Args:
        connection: In autocommit mode (``isolation_level=None``).
        path: The register's file, for messages.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._path = path
        self._engine: Engine = create_engine(
            "sqlite://", creator=lambda: connection, poolclass=StaticPool
        )
        # The lock is taken at once: what a transaction reads first is what it writes upon.
        event.listen(self._engine, "begin", _begin_immediate)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session whose changes are on disk when the block ends, or not made at all.

        Raises:
            StoreUnusable: The file cannot be written; nothing was.
        """
        with polite(self._path):
            try:
                with Session(self._engine) as session, session.begin():
                    yield session
            except DBAPIError as error:
                if isinstance(error.orig, sqlite3.Error):
                    raise error.orig from error
                raise


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
