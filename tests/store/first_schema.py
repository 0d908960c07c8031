"""A register as the first schema had it, with the entries of one of today's."""

import sqlite3
from contextlib import closing
from pathlib import Path

from store.migrations import MIGRATIONS
from store.register import Register

ENTRY = (
    "id, origin, seq, programme, state, measure, item, kind, decided_on, retracts, payload, "
    "recorded_at, recorded_by, words, previous, hash"
)


def first_schema(today: Path, file: Path) -> Path:
    """Make a register of the first schema out of one that holds decisions and retractions only."""
    Register.open(file, MIGRATIONS[:1]).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("ATTACH ? AS today", (str(today),))
        connection.executescript(f"""
            INSERT OR IGNORE INTO wording SELECT * FROM today.wording;
            INSERT INTO entry SELECT {ENTRY} FROM today.entry;
            INSERT INTO chain SELECT * FROM today.chain;
            INSERT INTO setting SELECT * FROM today.setting;
        """)  # noqa: S608  # our own words
    return file
