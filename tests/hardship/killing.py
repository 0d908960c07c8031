"""Processes that are killed at random moments, and what must hold after each. Run as a program.

They are forked from one that has imported everything: nearly every moment of theirs is one of work.
"""

import os
import random
import select
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

from crowd import Tell, forked, migrating, opening, recording, told, warm_up
from desk import PROGRAMME, copied, decide, everything, view

from seed.shipped import SHIPPED
from store.catalogue import catalogue_hash
from store.connection import APPLICATION_ID
from store.migrations import MIGRATIONS, Migration
from store.register import Register
from store.schema import SCHEMA_VERSION

Work = Callable[[Tell], None]
OFFICIAL = (SHIPPED / PROGRAMME / "programme.toml").read_text("utf-8")
MEASURES, PROVISIONS = 37, 55


def killed(works: list[Work], after: int, delay: float) -> list[str]:
    """Do works at once, and kill them some seconds after the first has told some lines.

    Returns:
        All that they told.
    """
    started = [(process, told(pipe)) for process, pipe in map(forked, works)]
    heard = list(islice(started[0][1], after))
    select.select([], [], [], delay)
    for process, _ in started:
        os.kill(process, signal.SIGKILL)
    for process, lines in started:
        heard += lines
        os.waitpid(process, 0)
    return heard


def is_whole(
    file: Path, acknowledged: set[str], migrations: Sequence[Migration] | None = None
) -> None:
    """What holds whenever a writer was killed: all is there, and nothing has to be waited for."""
    with at_once(), Register.open(file, migrations) as register:
        assert len(register.measures(view())) == MEASURES
        history = register.history(view())
        assert register.verify().problems == ()
    assert acknowledged <= {f"{entry.id} {entry.hash}" for entry in history}
    # Each decision was on two measures: both are there, or neither.
    assert set(Counter(entry.note for entry in history).values()) <= {2}


@contextmanager
def at_once() -> Iterator[None]:
    """Wait for nobody's lock."""
    os.environ["ISTIRAK_BUSY_TIMEOUT"] = "0"
    try:
        yield
    finally:
        del os.environ["ISTIRAK_BUSY_TIMEOUT"]


def ask(file: Path, query: str) -> list[tuple[object, ...]]:
    """What stands in the file, asked past the register: opening that would mend it."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()


# -- scenes ----------------------------------------------------------------------------------------


def kill_recording(folder: Path, times: int, chance: random.Random) -> None:
    """Two write at once, and are killed; ten times on each register."""
    started = folder / "istirak.db"
    total = 0
    for number in range(times // 20):  # two at a time
        file = copied(started, folder / str(number))
        acknowledged: set[str] = set()
        for _ in range(10):
            works = [recording(file, 1000)] * 2
            after, delay = chance.choice((0, 0, 1, 2, 5)), chance.uniform(0, 0.02)
            acknowledged |= {*killed(works, after, delay)}
            is_whole(file, acknowledged)
        total += len(acknowledged)
    assert total > times, "they were killed before they wrote"


def kill_making(folder: Path, times: int, chance: random.Random) -> None:
    """A register is made: its schema, and its first catalogue."""
    for number in range(times):
        file = folder / str(number) / "istirak.db"
        killed([opening(file)], 0, chance.uniform(0, 0.1))
        if file.exists():
            (identity,) = ask(file, "SELECT * FROM pragma_application_id, pragma_user_version")
            assert identity in ((0, 0), (APPLICATION_ID, SCHEMA_VERSION))
            if identity[0]:
                assert ask(file, "SELECT count(*) FROM provision") == [(PROVISIONS,)]
        is_whole(file, set())


def kill_seeding(folder: Path, times: int, chance: random.Random) -> None:
    """The catalogue is made anew from an edition that changed."""
    file = folder / "istirak.db"
    edition = folder / "programmes" / PROGRAMME / "programme.toml"
    edition.parent.mkdir(parents=True)
    with Register.open(file) as register:
        acknowledged = {f"{entry.id} {entry.hash}" for entry in decide(register, "1.1", "V")}
    for number in range(times):
        edition.write_text(OFFICIAL.replace("Təşkilati-hüquqi", f"Təşkilati {number}"), "utf-8")
        killed([opening(file)], 0, chance.uniform(0, 0.1))
        with closing(sqlite3.connect(file)) as connection:
            query = "SELECT catalogue_hash FROM programme"
            assert [(catalogue_hash(connection, PROGRAMME),)] == connection.execute(
                query
            ).fetchall()
        is_whole(file, acknowledged)
        with Register.open(file) as register:
            assert register.programme().sections[0].title == f"Təşkilati {number} tədbirlər"


def kill_migrating(folder: Path, times: int, chance: random.Random) -> None:
    """The schema is taken a step further."""
    older = folder / "istirak.db"
    with Register.open(older) as register:
        acknowledged = {f"{entry.id} {entry.hash}" for entry in decide(register, "1.1", "V")}
    before = everything(older)
    again = [*MIGRATIONS, Migration("more", lambda _: None)]
    for number in range(times):
        file = copied(older, folder / str(number))
        killed([migrating(file)], 0, chance.uniform(0, 0.1))
        (version,), *_ = ask(file, "PRAGMA user_version")
        tables = ask(file, "SELECT name FROM sqlite_schema WHERE name = 'more'")
        assert (version, len(tables)) in ((SCHEMA_VERSION, 0), (SCHEMA_VERSION + 1, 1))
        copies = [*file.parent.glob("backups/*.db")]
        assert version == SCHEMA_VERSION or copies
        assert all(everything(copy) == before for copy in copies)
        is_whole(file, acknowledged, again)


SCENES = {
    "recording": kill_recording,
    "making": kill_making,
    "seeding": kill_seeding,
    "migrating": kill_migrating,
}

if __name__ == "__main__":
    warm_up()
    scene, where, often, seed = sys.argv[1:]
    SCENES[scene](Path(where), int(often), random.Random(int(seed)))  # noqa: S311
