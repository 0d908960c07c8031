"""What this program knows of the schema; kept apart so that asking costs no import of the ORM."""

import sqlite3
from collections.abc import Iterator

SCHEMA_VERSION = 3

TABLES = (
    "programme",
    "wording",
    "provision",
    "translation",
    "findable",
    "entry",
    "chain",
    "setting",
)
INDEXES = ("provision_key", "entry_position", "entry_retracts")

TRIGGERS = {
    "entry_is_never_changed": """
        CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
        BEGIN SELECT raise(ABORT, 'the ledger is append-only: an entry is never changed'); END
    """,
    "entry_is_never_removed": """
        CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
        BEGIN SELECT raise(ABORT, 'the ledger is append-only: an entry is never removed'); END
    """,
    # INSERT OR REPLACE removes a row without firing the trigger above.
    "entry_is_never_replaced": """
        CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
        WHEN EXISTS (
            SELECT 1 FROM entry
            WHERE id = NEW.id OR hash = NEW.hash OR rowid = NEW.rowid
               OR (origin = NEW.origin AND seq = NEW.seq)
        )
        BEGIN SELECT raise(ABORT, 'the ledger is append-only: an entry is never replaced'); END
    """,
}
"""By name, what keeps the ledger append-only in the database itself."""


def foreign(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """What a register holds that no migration made: the type and name of each such object."""
    ours = {
        *(("table", name) for name in TABLES),
        *(("index", name) for name in INDEXES),
        *(("trigger", name) for name in TRIGGERS),
    }
    # SQLite's own names begin so, and no others may.
    found = connection.execute(
        "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite|_%' ESCAPE '|'"
    )
    yield from (each for each in found if each not in ours)


def missing_tables(connection: sqlite3.Connection) -> Iterator[str]:
    """The tables that a register lacks. A view is no table, whatever its name."""
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    names = {name for (name,) in found}
    yield from (table for table in TABLES if table not in names)
