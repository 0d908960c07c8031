"""Ordered, named, transactional migrations of the register's schema.

Each takes the schema from one version to the next inside one transaction. The version is SQLite's
``user_version``, so that an up-to-date register is known without importing anything. Why not
Alembic: see docs/architecture.md.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from store.connection import APPLICATION_ID
from store.orm import Connection
from store.schema import TRIGGERS


class Migration(NamedTuple):
    """A step of the schema: its name and what it does."""

    name: str
    apply: Callable[[Connection], None]


def _create_register(connection: Connection) -> None:
    for statement in _REGISTER:
        connection.exec_driver_sql(statement)


_REGISTER = (
    """
    CREATE TABLE programme (
        id TEXT NOT NULL PRIMARY KEY,
        adopted_on TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        catalogue_hash TEXT NOT NULL,
        document TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE wording (
        hash TEXT NOT NULL PRIMARY KEY,
        programme TEXT NOT NULL,
        measure TEXT NOT NULL,
        words TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE provision (
        programme TEXT NOT NULL REFERENCES programme (id),
        ordinal INTEGER NOT NULL,
        measure TEXT NOT NULL,
        item TEXT,
        section TEXT NOT NULL,
        number TEXT,
        text TEXT NOT NULL,
        deadline_printed TEXT,
        deadline_kind TEXT,
        starts_on TEXT,
        ends_on TEXT,
        runs_from TEXT,
        runs_to TEXT,
        executors TEXT NOT NULL,
        executors_printed TEXT,
        inferred INTEGER NOT NULL,
        decision_bodies TEXT NOT NULL,
        notes TEXT NOT NULL,
        words TEXT NOT NULL REFERENCES wording (hash),
        search TEXT NOT NULL,
        PRIMARY KEY (programme, ordinal)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX provision_key ON provision (programme, measure, coalesce(item, ''))",
    """
    CREATE TABLE entry (
        id TEXT NOT NULL PRIMARY KEY,
        origin TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq >= 1),
        programme TEXT NOT NULL REFERENCES programme (id),
        state TEXT NOT NULL,
        measure TEXT NOT NULL,
        item TEXT,
        kind TEXT NOT NULL,
        decided_on TEXT,
        retracts TEXT,
        payload TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        words TEXT NOT NULL REFERENCES wording (hash),
        previous TEXT,
        hash TEXT NOT NULL UNIQUE,
        UNIQUE (origin, seq),
        CHECK ((seq = 1) = (previous IS NULL))
    ) STRICT
    """,
    "CREATE INDEX entry_position ON entry (programme, state, kind, measure, item, decided_on)",
    "CREATE INDEX entry_retracts ON entry (retracts) WHERE retracts IS NOT NULL",
    *TRIGGERS.values(),
    """
    CREATE TABLE chain (
        origin TEXT NOT NULL PRIMARY KEY,
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE setting (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT
    """,
)


def _widen_the_ledger(connection: Connection) -> None:
    for statement in _WIDER_LEDGER:
        connection.exec_driver_sql(statement)


# SQLite cannot let a column be null afterwards, so the table is made anew. Every entry is copied as
# it is: its hash covers the new columns only where they hold something.
_WIDER_LEDGER = (
    """
    CREATE TABLE wider_entry (
        id TEXT NOT NULL PRIMARY KEY,
        origin TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq >= 1),
        programme TEXT NOT NULL REFERENCES programme (id),
        state TEXT NOT NULL,
        measure TEXT,
        item TEXT,
        treaty TEXT,
        year INTEGER,
        kind TEXT NOT NULL,
        decided_on TEXT,
        retracts TEXT,
        payload TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        words TEXT REFERENCES wording (hash),
        previous TEXT,
        hash TEXT NOT NULL UNIQUE,
        UNIQUE (origin, seq),
        CHECK ((seq = 1) = (previous IS NULL)),
        CHECK (item IS NULL OR measure IS NOT NULL)
    ) STRICT
    """,
    """
    INSERT INTO wider_entry
    SELECT id, origin, seq, programme, state, measure, item, NULL, NULL, kind, decided_on, retracts,
           payload, recorded_at, recorded_by, words, previous, hash
    FROM entry
    ORDER BY rowid
    """,
    "DROP TABLE entry",
    "ALTER TABLE wider_entry RENAME TO entry",
    "CREATE INDEX entry_position ON entry (programme, state, kind, measure, item, decided_on)",
    "CREATE INDEX entry_retracts ON entry (retracts) WHERE retracts IS NOT NULL",
    *TRIGGERS.values(),
)


def _add_translations(connection: Connection) -> None:
    for statement in _TRANSLATIONS:
        connection.exec_driver_sql(statement)


_TRANSLATIONS = (
    """
    CREATE TABLE translation (
        programme TEXT NOT NULL REFERENCES programme (id),
        language TEXT NOT NULL,
        place TEXT NOT NULL,
        made_from TEXT,
        text TEXT NOT NULL,
        PRIMARY KEY (programme, language, place)
    ) STRICT
    """,
    """
    CREATE TABLE findable (
        programme TEXT NOT NULL REFERENCES programme (id),
        language TEXT NOT NULL,
        measure TEXT NOT NULL,
        words TEXT NOT NULL,
        stems TEXT NOT NULL,
        PRIMARY KEY (programme, language, measure)
    ) STRICT
    """,
)

MIGRATIONS: tuple[Migration, ...] = (
    Migration("create the register", _create_register),
    Migration("let the ledger hold more than decisions", _widen_the_ledger),
    Migration("keep translations beside the official words", _add_translations),
)


def apply(connection: Connection, migrations: Sequence[Migration], version: int) -> None:
    """Run the migrations that the file has not seen yet, inside the caller's transaction.

    Args:
        connection: The register's, with the write lock.
        migrations: The schema, step by step.
        version: How many of them the file has seen.
    """
    pending = migrations[version:]
    for migration in pending:
        migration.apply(connection)
    if pending:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {len(migrations)}")
