"""A register as the first schema had it, with the entries of one of today's."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine

from store.migrations import MIGRATIONS, apply

ENTRY = (
    "id, origin, seq, programme, state, measure, item, kind, decided_on, retracts, payload, "
    "recorded_at, recorded_by, words, previous, hash"
)


def first_schema(today: Path, file: Path) -> Path:
    """Make a register of the first schema out of one that holds decisions and retractions only."""
    file.parent.mkdir(parents=True)
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as made:
        apply(made, MIGRATIONS[:1], 0)
    engine.dispose()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("ATTACH ? AS today", (str(today),))
        connection.executescript(f"""
            INSERT INTO programme SELECT * FROM today.programme;
            INSERT INTO wording SELECT * FROM today.wording;
            INSERT INTO provision SELECT * FROM today.provision;
            INSERT INTO entry SELECT {ENTRY} FROM today.entry;
            INSERT INTO chain SELECT * FROM today.chain;
            INSERT INTO setting SELECT * FROM today.setting;
        """)  # noqa: S608  # our own words
    return file
