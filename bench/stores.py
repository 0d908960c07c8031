"""The registers that the benchmarks run on: real, long (one programme of 10,000 measures), large.

    python bench/stores.py FOLDER

Each is a register that `istirak verify` accepts: rows are made with plain SQL, because a million
entries through the front door would take an hour, but with the register's own hashes.
"""

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path

from store.catalogue import catalogue_hash
from store.chain import canonical, entry_hash
from store.drafts import Draft
from store.register import Register
from store.values import DECIDABLE

STATE, OFFICER = "AZ", "B. Bench"
MEASURES, PROGRAMMES, ENTRIES = 10_000, 200, 1_000_000
ORIGIN = "benchmrk"
START = datetime(2007, 1, 1, tzinfo=UTC)
RECORDED = datetime(2008, 3, 5, 9, tzinfo=UTC)


def build(folder: Path) -> None:
    """Build what is missing of the three registers."""
    for name, make in (("real", _real), ("long", _long), ("large", _large)):
        path = folder / name / "istirak.db"
        if not path.exists():
            make(path)
            print(f"built {path}")
        with Register.open(path):  # one of an earlier version is brought up to date
            pass


def _real(path: Path) -> None:
    with Register.open(path) as register:
        programme = register.programme().id
        register.set_up(programme, STATE, OFFICER)
        draft = Draft("participates", "2008-03-04", authority="an invented body, for the benchmark")
        # Long ago: the first decision of a day comes with a backup.
        register.decide(programme, STATE, ["2.4", "3.1"], draft, RECORDED)


def _long(path: Path) -> None:
    _real(path)
    with sqlite3.connect(path) as connection:
        _programme(connection, "long", MEASURES, first=date(2001, 1, 1))


def _large(path: Path) -> None:
    _real(path)
    with sqlite3.connect(path) as connection:
        each = MEASURES // PROGRAMMES
        programmes = [f"programme-{number:03}" for number in range(1, PROGRAMMES)]
        for programme in programmes:
            _programme(connection, programme, each, first=date(2011, 1, 1))
        connection.executemany(
            "INSERT INTO entry (id, origin, seq, programme, state, measure, item, kind, decided_on,"
            " retracts, payload, recorded_at, recorded_by, words, previous, hash) VALUES (:id,"
            " :origin, :seq, :programme, :state, :measure, :item, :kind, :decided_on, :retracts,"
            " :payload, :recorded_at, :recorded_by, :words, :previous, :hash)",
            _chain(connection),
        )
        connection.execute(
            "INSERT INTO chain SELECT origin, seq, hash FROM entry WHERE origin = ? "
            "ORDER BY seq DESC LIMIT 1",
            (ORIGIN,),
        )
        connection.execute("ANALYZE")


def _programme(connection: sqlite3.Connection, name: str, measures: int, first: date) -> None:
    """A programme with the real one's sections and states, and a number of measures."""
    ((document,),) = connection.execute("SELECT document FROM programme WHERE id LIKE 'cis-%'")
    changed = json.loads(document) | {"id": name, "adopted_on": first.isoformat()}
    connection.execute(
        "INSERT INTO programme (id, adopted_on, content_hash, catalogue_hash, document)"
        " VALUES (?, ?, '', '', ?)",
        (name, first.isoformat(), json.dumps(changed)),
    )
    cursor = connection.execute(
        "SELECT * FROM provision WHERE programme LIKE 'cis-%' AND item IS NULL ORDER BY ordinal"
    )
    columns = [column for column, *_ in cursor.description]
    models = [dict(zip(columns, row, strict=True)) for row in cursor]
    marks = ", ".join("?" * len(columns))
    connection.executemany(
        f"INSERT INTO provision VALUES ({marks})",
        (
            tuple((model | _place(name, number, measures, model)).values())
            for number, model in enumerate(islice(cycle(models), measures), start=1)
        ),
    )
    connection.execute(
        "UPDATE programme SET catalogue_hash = ? WHERE id = ?",
        (catalogue_hash(connection, name), name),
    )


def _place(name: str, number: int, measures: int, model: dict[str, object]) -> dict[str, object]:
    section = ["I", "II", "III", "IV", "V", "VI"][(number - 1) * 6 // measures]
    key = f"{1 + number // 100}.{number % 100}"
    search = f"{key} {model['search']}"
    return {"programme": name, "ordinal": number, "measure": key, "number": f"{key}.",
            "section": section, "search": search}  # fmt: skip


def _chain(connection: sqlite3.Connection) -> Iterator[dict[str, object]]:
    provisions = connection.execute(
        "SELECT programme, measure, item, words FROM provision ORDER BY programme, ordinal"
    ).fetchall()
    states = _states(connection)
    previous = None
    for seq, (about, state) in enumerate(_pairs(provisions, states), start=1):
        programme, measure, item, words = about
        moment = START + timedelta(minutes=7 * seq)
        columns: dict[str, object] = {
            "id": f"{ORIGIN}-{seq}",
            "origin": ORIGIN,
            "seq": seq,
            "programme": programme,
            "state": state,
            "measure": measure,
            "item": item,
            "kind": "decision",
            "decided_on": moment.date().isoformat(),
            "retracts": None,
            "payload": canonical(
                {"position": DECIDABLE[seq % 4], "reservation": "r", "communicated": state != STATE}
            ),
            "recorded_at": moment.isoformat(timespec="microseconds").replace("+00:00", "Z"),
            "recorded_by": OFFICER,
            "words": words,
            "previous": previous,
        }
        previous = columns["hash"] = entry_hash(columns)
        yield columns


def _states(connection: sqlite3.Connection) -> list[str]:
    ((document,),) = connection.execute("SELECT document FROM programme WHERE id LIKE 'cis-%'")
    return [signature["state"] for signature in json.loads(document)["signatures"]]


def _pairs(
    provisions: list[tuple[str, ...]], states: Iterable[str]
) -> Iterator[tuple[tuple[str, ...], str]]:
    every = [(provision, state) for state in states for provision in provisions]
    return islice(cycle(every), ENTRIES)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
