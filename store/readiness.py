"""What can be done before the first entry is recorded, so that it does not wait for it.

The first use of the ORM takes many times what any later one takes, and so does the copy that is
due before the first change of a day. Both are done in a thread while the officer still types.
"""

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.connection import look, polite
from store.errors import RegisterError
from store.keeping import back_up_daily

if TYPE_CHECKING:
    from store.writing import Writer


def back_up_ahead(path: Path, at: datetime) -> None:
    """Make the copy that is due before the first change of the day, and begin the log.

    The copy is as good as one made right before that change: whoever is first to change anything
    after it finds it there. If it cannot be made, that is tried again, and told, when something
    is recorded.

    Args:
        path: The register's file, which is open elsewhere in this program.
        at: The moment, with its time zone.
    """
    with suppress(RegisterError), polite(path), closing(look(path, "mode=rw")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with suppress(RegisterError):
            back_up_daily(connection, path, at)
        # Writes what is there already. A log that has begun saves the first entry a second wait
        # for the disk.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version = {version:d}")
        connection.execute("COMMIT")


def rehearse(writer: "Writer") -> None:
    """Record two decisions and a retraction in memory, with all that recording them imports.

    Args:
        writer: Not in use elsewhere yet.
    """
    from store import ledger, settings
    from store.decisions import check_decision
    from store.drafts import Draft
    from store.keys import Target
    from store.migrations import MIGRATIONS, apply

    at = datetime(2000, 1, 1, tzinfo=UTC)
    draft = Draft("participates", "2000-01-01", "x", "x", "x", "x", "x", "x")
    decision = check_decision(draft, adopted_on=at.date(), today=at.date(), communicated=True)
    targets = [Target("1", None, "x")]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as scene:
        with writer.elsewhere(scene) as session:
            apply(session.connection(), MIGRATIONS, 0)
        for seq in (1, 3):  # what comes second takes other ways than what comes first
            with writer.elsewhere(scene) as session:
                record = ledger.Record(settings.origin(session), "x", at)
                ledger.record_decisions(
                    session, record, "x", "XX", targets, decision, communicated=True
                )
                ledger.record_retraction(session, record, f"{record.origin}-{seq}", "x")
