"""Reading the ledger: rows of the table as frozen entries."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from store.chain import HASHED
from store.values import Entry, EntryKind, PositionValue, View

COLUMNS = (*HASHED, "hash")
"""The columns of the table, in its order."""

EVER = "9999"
"""Later than every ``recorded_at``."""

_SELECT = f"""
SELECT {", ".join(f"e.{column}" for column in COLUMNS)},
    (SELECT min(id) FROM entry AS r WHERE r.retracts = e.id AND r.recorded_at <= :known_until)
FROM entry AS e
"""  # noqa: S608  # only names from this package


def stands(entry: str) -> str:
    """The condition that an entry stands in a view: dated and known by then, not taken back.

    Args:
        entry: Its alias in a query, which binds ``:on`` and ``:known_until``.
    """
    return f"""
        {entry}.decided_on <= :on
        AND {entry}.recorded_at <= :known_until
        AND NOT EXISTS (
            SELECT 1 FROM entry AS r
            WHERE r.retracts = {entry}.id AND r.recorded_at <= :known_until
        )
    """  # noqa: S608  # only names from this package


def held_on(measure: str, item: str) -> str:
    """A query for the id of the decision that holds for a view's state on a measure or item.

    Of all decisions that stand, the one that holds is the last to have been taken; of several on
    one day, the last to have been recorded. It is found in the index: what else the ledger holds
    costs nothing.

    Args:
        measure: An expression of the query around it, which binds ``:programme``, ``:state``,
            ``:on`` and ``:known_until``.
        item: Likewise; null is the measure itself.
    """
    return f"""
        SELECT e.id
        FROM entry AS e
        WHERE e.programme = :programme
          AND e.state = :state
          AND e.kind = 'decision'
          AND e.measure = {measure}
          AND e.item IS {item}
          AND {stands("e")}
        ORDER BY e.decided_on DESC, e.recorded_at DESC, e.origin DESC, e.seq DESC
        LIMIT 1
    """  # noqa: S608  # only names from this package


def entry_of(row: Sequence[object]) -> Entry:
    """An entry from a row of `COLUMNS` followed by the id of its retraction, if any."""
    columns = dict(zip(COLUMNS, row, strict=False))
    payload = json.loads(str(columns.pop("payload")))
    decided_on = columns.pop("decided_on")
    if columns["kind"] in ("decision", "retraction"):
        own, details = payload, {}
    else:
        own, details = {}, payload
    position = own.get("position")
    return Entry(
        **columns,  # type: ignore[arg-type]  # the schema is STRICT: the database holds the types
        position=PositionValue(position) if position else None,
        decided_on=date.fromisoformat(str(decided_on)) if decided_on else None,
        authority=own.get("authority"),
        act=own.get("act"),
        reservation=own.get("reservation"),
        responsible=own.get("responsible"),
        note=own.get("note"),
        source=own.get("source"),
        communicated=own.get("communicated", False),
        reason=own.get("reason"),
        retracted_by=row[len(COLUMNS)],  # type: ignore[arg-type]
        details=details,
    )


def read_history(
    connection: sqlite3.Connection,
    view: View,
    measure: str | None = None,
    item: str | None = None,
) -> tuple[Entry, ...]:
    """The ledger in the order of recording, what was taken back included.

    Args:
        connection: The register's.
        view: Entries of its programme and, if it has one, its state; decisions up to its day, and
            what took those back. What the view does not know of yet has not happened.
        measure: Only entries about this measure and its items.
        item: Only entries about this item.
    """
    # Only what narrows is written down: the index serves what is asked for.
    about = {"state": view.state, "measure": measure, "item": item}
    narrowed = "".join(f" AND e.{name} = :{name}" for name, value in about.items() if value)
    rows = connection.execute(
        f"""
        {_SELECT}
        LEFT JOIN entry AS retracted ON retracted.id = e.retracts
        WHERE e.programme = :programme{narrowed}
          AND coalesce(e.decided_on, retracted.decided_on, '') <= :on
          AND e.recorded_at <= :known_until
        ORDER BY e.recorded_at, e.origin, e.seq
        """,
        {
            **about,
            "programme": view.programme,
            "on": view.on.isoformat(),
            "known_until": known_until(view),
        },
    )
    return tuple(map(entry_of, rows))


def read_standing(connection: sqlite3.Connection, view: View, kind: EntryKind) -> tuple[Entry, ...]:
    """The entries of a kind that stand in a view, the latest last.

    Args:
        connection: The register's.
        view: Entries of its programme and state, dated up to its day, and known by then.
        kind: What they are.
    """
    rows = connection.execute(
        f"""
        {_SELECT}
        WHERE e.programme = :programme AND e.state = :state
          AND e.kind = :kind
          AND {stands("e")}
        ORDER BY e.decided_on, e.recorded_at, e.origin, e.seq
        """,  # only names from this package
        {
            "programme": view.programme,
            "state": view.state,
            "kind": kind,
            "on": view.on.isoformat(),
            "known_until": known_until(view),
        },
    )
    return tuple(map(entry_of, rows))


def read_entry(connection: sqlite3.Connection, entry: str) -> Entry | None:
    """The entry with this id, or None."""
    row = connection.execute(
        f"{_SELECT} WHERE e.id = :entry", {"entry": entry, "known_until": EVER}
    ).fetchone()
    return entry_of(row) if row else None


def known_until(view: View) -> str:
    """The last moment of record time that the view takes in, comparable with ``recorded_at``."""
    return f"{view.known_on.isoformat()}T23:59:59.999999Z" if view.known_on else EVER
