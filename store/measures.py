"""Reading measures with their positions: one query a view."""

import json
import sqlite3
from datetime import date
from typing import Any

from store.entries import COLUMNS, entry_of, known_until
from store.positions import position_of
from store.values import Deadline, Entry, Item, Measure, Signatory, View

_PROVISION = (
    "measure",
    "item",
    "section",
    "number",
    "text",
    "deadline_printed",
    "deadline_kind",
    "starts_on",
    "ends_on",
    "runs_from",
    "runs_to",
    "executors",
    "executors_printed",
    "inferred",
    "decision_bodies",
    "search",
)

# Of all decisions that stand, the one that holds is the last to have been taken; of several on one
# day, the last to have been recorded.
_QUERY = f"""
WITH held AS (
    SELECT {", ".join(f"e.{column}" for column in COLUMNS)},
        row_number() OVER (
            PARTITION BY e.measure, e.item
            ORDER BY e.decided_on DESC, e.recorded_at DESC, e.origin DESC, e.seq DESC
        ) AS place
    FROM entry AS e
    WHERE e.programme = :programme
      AND e.state = :state
      AND e.kind = 'decision'
      AND e.decided_on <= :on
      AND e.recorded_at <= :known_until
      AND NOT EXISTS (
          SELECT 1 FROM entry AS r WHERE r.retracts = e.id AND r.recorded_at <= :known_until
      )
)
SELECT {", ".join(f"p.{column}" for column in _PROVISION)},
       {", ".join(f"held.{column}" for column in COLUMNS)}
FROM provision AS p
LEFT JOIN held ON held.place = 1 AND held.measure = p.measure AND held.item IS p.item
WHERE p.programme = :programme AND (:measure IS NULL OR p.measure = :measure)
ORDER BY p.ordinal
"""  # noqa: S608  # only names from this package


def read_measures(
    connection: sqlite3.Connection,
    view: View,
    signatory: Signatory | None,
    measure: str | None = None,
) -> tuple[Measure, ...]:
    """The measures of the view's programme in document order, with the positions of its state.

    Args:
        connection: The register's.
        view: Programme, state and days.
        signatory: The state's row of the signature table; None leaves positions out.
        measure: Only the measure with this key.
    """
    rows = connection.execute(
        _QUERY,
        {
            "programme": view.programme,
            "state": view.state,
            "on": view.on.isoformat(),
            "known_until": known_until(view),
            "measure": measure,
        },
    )
    measures: list[Measure] = []
    pending: list[tuple[Any, ...]] = []
    for row in rows:
        if row[1] is None and pending:
            measures.append(_measure(pending, signatory))
            pending = []
        pending.append(row)
    if pending:
        measures.append(_measure(pending, signatory))
    return tuple(measures)


def read_notes(connection: sqlite3.Connection, programme: str, measure: str) -> tuple[str, ...]:
    """The editorial notes on a measure."""
    (notes,) = connection.execute(
        "SELECT notes FROM provision WHERE programme = ? AND measure = ? AND item IS NULL",
        (programme, measure),
    ).fetchone()
    return tuple(json.loads(notes))


def _measure(rows: list[tuple[Any, ...]], signatory: Signatory | None) -> Measure:
    """A measure from its row and those of its items."""
    row = dict(zip(_PROVISION, rows[0], strict=False))
    key, decision = row["measure"], _decision(rows[0])
    return Measure(
        key=key,
        number=row["number"],
        section=row["section"],
        text=row["text"],
        items=tuple(_item(item, signatory, decision) for item in rows[1:]),
        deadline=_deadline(row),
        executors=tuple(json.loads(row["executors"])),
        executors_printed=row["executors_printed"],
        inferred=bool(row["inferred"]),
        decision_bodies=tuple(json.loads(row["decision_bodies"])),
        position=position_of(signatory, key, None, decision, None) if signatory else None,
        search=row["search"],
    )


def _item(
    values: tuple[Any, ...], signatory: Signatory | None, measure_decision: Entry | None
) -> Item:
    row = dict(zip(_PROVISION, values, strict=False))
    measure, letter = row["measure"], row["item"]
    position = (
        position_of(signatory, measure, letter, _decision(values), measure_decision)
        if signatory
        else None
    )
    return Item(f"{measure}.{letter}", letter, row["text"], position)


def _decision(values: tuple[Any, ...]) -> Entry | None:
    columns = values[len(_PROVISION) :]
    return entry_of((*columns, None)) if columns[0] is not None else None


def _deadline(row: dict[str, Any]) -> Deadline:
    return Deadline(
        row["deadline_printed"],
        row["deadline_kind"],
        _date(row["starts_on"]),
        _date(row["ends_on"]),
        date.fromisoformat(row["runs_from"]),
        date.fromisoformat(row["runs_to"]),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
