"""Reading measures with their positions: one query a view."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from store.entries import COLUMNS, entry_of, held_on, known_until, stands
from store.positions import position_of
from store.values import Deadline, DeadlineKind, Entry, Item, Measure, Signatory, View


class _Provision(NamedTuple):
    """The columns read of a measure or item."""

    measure: str
    item: str | None
    section: str
    number: str | None
    text: str
    deadline_printed: str
    deadline_kind: DeadlineKind
    starts_on: str | None
    ends_on: str | None
    runs_from: str
    runs_to: str
    executors: str
    executors_printed: str | None
    inferred: int
    decision_bodies: str
    search: str
    ordinal: int


_PROVISION = len(_Provision._fields)
"""How many columns they are; those of the decision follow."""


class _Row(NamedTuple):
    """A measure or item, the decision on exactly it that holds, and whether to confirm that."""

    provision: _Provision
    decision: Entry | None
    to_confirm: bool


# The decision that holds is looked up for each row that is shown. One taken on words that an
# edition has changed is to be confirmed, until it is confirmed on the words of this edition.
_QUERY = f"""
SELECT {", ".join(f"p.{column}" for column in _Provision._fields)},
       {", ".join(f"held.{column}" for column in COLUMNS)},
       held.words <> p.words AND NOT EXISTS (
           SELECT 1
           FROM entry AS c
           WHERE c.programme = p.programme
             AND c.state = :state
             AND c.kind = 'confirmation'
             AND c.measure = p.measure
             AND c.item IS p.item
             AND c.words = p.words
             AND json_extract(c.payload, '$.confirms') = held.id
             AND {stands("c")}
       )
FROM provision AS p
LEFT JOIN entry AS held ON held.id = ({held_on("p.measure", "p.item")})
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
    cursor = connection.execute(
        _QUERY,
        {
            "programme": view.programme,
            "state": view.state,
            "on": view.on.isoformat(),
            "known_until": known_until(view),
            "measure": measure,
        },
    )
    return tuple(_measure(rows, signatory) for rows in _by_measure(map(_row, cursor)))


def _by_measure(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """A measure's row, and those of its items after it."""
    together: list[_Row] = []
    for row in rows:
        if row.provision.item is None and together:
            yield together
            together = []
        together.append(row)
    if together:
        yield together


def read_notes(connection: sqlite3.Connection, programme: str, measure: str) -> tuple[str, ...]:
    """The editorial notes on a measure."""
    (notes,) = connection.execute(
        "SELECT notes FROM provision WHERE programme = ? AND measure = ? AND item IS NULL",
        (programme, measure),
    ).fetchone()
    return tuple(json.loads(notes))


def _row(values: tuple[Any, ...]) -> _Row:
    provision = _Provision._make(values[:_PROVISION])
    if values[_PROVISION] is None:  # of ten thousand measures, most are not decided
        return _Row(provision, None, to_confirm=False)
    decision = entry_of((*values[_PROVISION:-1], None))
    return _Row(provision, decision, to_confirm=bool(values[-1]))


def _measure(rows: list[_Row], signatory: Signatory | None) -> Measure:
    """A measure from its row and those of its items."""
    row, decision, _ = rows[0]
    outdated = [each.decision for each in rows if each.to_confirm and each.decision]
    changed = [entry.id for entry in outdated]
    items: tuple[Item, ...] = ()
    if len(rows) > 1:
        items = tuple(_item(each, signatory, decision, changed) for each in rows[1:])
    return Measure(
        ordinal=row.ordinal,
        key=row.measure,
        number=row.number,
        section=row.section,
        text=row.text,
        items=items,
        deadline=_deadline(
            row.deadline_printed,
            row.deadline_kind,
            row.starts_on,
            row.ends_on,
            row.runs_from,
            row.runs_to,
        ),
        executors=_ids(row.executors),
        executors_printed=row.executors_printed,
        inferred=bool(row.inferred),
        decision_bodies=_ids(row.decision_bodies),
        position=None
        if signatory is None
        else position_of(signatory, row.measure, None, decision, decision, changed),
        search=row.search,
        to_confirm=tuple([entry.key for entry in outdated]),
    )


def _item(
    row: _Row, signatory: Signatory | None, measure_decision: Entry | None, changed: list[str]
) -> Item:
    (measure, item, _, _, text, *_), own, _ = row
    position = None
    if signatory is not None:
        position = position_of(signatory, measure, item, own, measure_decision, changed)
    return Item(f"{measure}.{item}", item or "", text, position)


# A programme has few deadlines and few sets of executors, however many measures it has.
@lru_cache(maxsize=512)
def _deadline(
    printed: str,
    kind: DeadlineKind,
    starts_on: str | None,
    ends_on: str | None,
    runs_from: str,
    runs_to: str,
) -> Deadline:
    return Deadline(
        printed,
        kind,
        _date(starts_on),
        _date(ends_on),
        date.fromisoformat(runs_from),
        date.fromisoformat(runs_to),
    )


@lru_cache(maxsize=512)
def _ids(array: str) -> tuple[str, ...]:
    return tuple(json.loads(array))


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
