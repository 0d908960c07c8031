"""The one door through which the register is written."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seed.messages import say
from store.connection import polite
from store.errors import StoreUnusable
from store.orm import Connection, DBAPIError, Engine, Session, StaticPool, create_engine, event
from store.schema import foreign


class Writer:
    """Writes in transactions over the register's own connection.

    Args:
        connection: In autocommit mode (``isolation_level=None``).
        path: The register's file, for messages.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._driver = connection
        self._engine: Engine = create_engine(
            "sqlite://", creator=lambda: self._driver, poolclass=StaticPool
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
                    session.connection()  # which begins, and takes the lock
                    self._refuse_foreign_triggers()
                    yield session
            except DBAPIError as error:
                if isinstance(error.orig, sqlite3.Error):
                    raise error.orig from error
                raise

    @contextmanager
    def elsewhere(self, scene: sqlite3.Connection) -> Iterator[Session]:
        """A transaction over another connection: a rehearsal, for the first time is the dearest.

        Args:
            scene: In autocommit mode, and of the thread that calls.
        """
        self._driver = scene
        try:
            with Session(self._engine) as session, session.begin():
                yield session
        finally:
            self._engine.dispose(close=False)  # and asks anew what to write over
            self._driver = self._connection

    def _refuse_foreign_triggers(self) -> None:
        """A trigger of somebody else could drop or change what is about to be written."""
        for kind, name in foreign(self._connection):
            if kind == "trigger":
                raise StoreUnusable(
                    say(
                        "{path} has a trigger {name!r} that istirak did not make",
                        path=self._path,
                        name=name,
                    ),
                    say(
                        "Nothing was changed; see `istirak verify`, "
                        "and go back to the last sound copy"
                    ),
                )


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
