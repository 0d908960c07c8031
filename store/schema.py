"""What this program knows of the schema; kept apart so that asking costs no import of the ORM."""

SCHEMA_VERSION = 1

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
