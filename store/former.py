"""What an edition has taken out of the programme: found by what was recorded on it."""

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.entries import COLUMNS, entry_of, held_on, known_until
from store.keys import spelled
from store.values import Entry, Measure, View

if TYPE_CHECKING:
    from store.wordings import Words

# The keys that decisions were taken on ('' for the measure itself), each found by one look into the
# index: what else is recorded on it costs nothing.
_NO_LONGER = f"""
WITH RECURSIVE
measures (measure) AS (
    SELECT min(measure) FROM entry
    WHERE programme = :programme AND state = :state AND kind = 'decision'
    UNION ALL
    SELECT (
        SELECT min(e.measure) FROM entry AS e
        WHERE e.programme = :programme AND e.state = :state AND e.kind = 'decision'
          AND e.measure > measures.measure
    )
    FROM measures WHERE measure IS NOT NULL
),
decided (measure, item) AS (
    SELECT measure, '' FROM measures WHERE measure IS NOT NULL
    UNION ALL
    SELECT measure, (
        SELECT min(e.item) FROM entry AS e
        WHERE e.programme = :programme AND e.state = :state AND e.kind = 'decision'
          AND e.measure = decided.measure AND e.item > decided.item
    )
    FROM decided WHERE item IS NOT NULL
)
SELECT {", ".join(f"held.{column}" for column in COLUMNS)}
FROM decided
JOIN entry AS held ON held.id = ({held_on("decided.measure", "nullif(decided.item, '')")})
WHERE decided.item IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM provision AS p
    WHERE p.programme = :programme
      AND p.measure = held.measure
      AND p.item IS held.item
)
ORDER BY held.decided_on, held.recorded_at, held.origin, held.seq
"""  # noqa: S608  # only names from this package


def read_no_longer(connection: sqlite3.Connection, view: View) -> tuple[Entry, ...]:
    """The decisions that hold on measures and items that are no longer in the programme.

    Args:
        connection: The register's.
        view: Programme, state and days.
    """
    rows = connection.execute(
        _NO_LONGER,
        {
            "programme": view.programme,
            "state": view.state,
            "on": view.on.isoformat(),
            "known_until": known_until(view),
        },
    )
    return tuple(entry_of((*row, None)) for row in rows)


def find_former(
    connection: sqlite3.Connection, programme: str, key: str
) -> tuple[str, str | None] | None:
    """The measure and item of a key on which something was recorded once, or None.

    Args:
        connection: The register's.
        programme: The programme's id.
        key: As typed; it names nothing that is in the programme.
    """
    wanted = spelled(key)
    recorded = connection.execute(
        "SELECT DISTINCT measure, item FROM entry WHERE programme = ? AND measure IS NOT NULL",
        (programme,),
    ).fetchall()
    for measure, item in recorded:
        if spelled(measure if item is None else f"{measure}.{item}") == wanted:
            return measure, item
    for measure in {measure for measure, _ in recorded}:
        if spelled(measure) == wanted:
            return measure, None
        if wanted.startswith(f"{spelled(measure)}."):
            words = last_words(connection, programme, measure)
            for letter, _ in words.items if words else ():
                if spelled(f"{measure}.{letter}") == wanted:
                    return measure, letter
    return None


def last_words(connection: sqlite3.Connection, programme: str, measure: str) -> "Words | None":
    """The words of a measure when something was last recorded on it; None where they are lost."""
    from store.wordings import read_words

    row = connection.execute(
        "SELECT words FROM entry WHERE programme = ? AND measure = ? AND words IS NOT NULL "
        "ORDER BY recorded_at DESC, origin DESC, seq DESC LIMIT 1",
        (programme, measure),
    ).fetchone()
    return read_words(connection, row[0]) if row else None


def keys_with(connection: sqlite3.Connection, programme: str, words: str) -> tuple[str, ...]:
    """The measures of the programme that have these very words now, by their hash."""
    rows = connection.execute(
        "SELECT measure FROM provision WHERE programme = ? AND words = ? AND item IS NULL "
        "ORDER BY ordinal",
        (programme, words),
    )
    return tuple(measure for (measure,) in rows)


def read_left_behind(
    connection: sqlite3.Connection, view: View, measures: Iterable[Measure]
) -> tuple[tuple[Entry, str], ...]:
    """Decisions on what is gone, each with a measure that has its words now and is not decided.

    Args:
        connection: The register's.
        view: Programme, state and days.
        measures: Those of the programme, in the view.
    """
    open_ = {measure.key for measure in measures if not measure.decided}
    return tuple(
        (decision, key)
        for decision in read_no_longer(connection, view)
        if decision.item is None and decision.words
        for key in keys_with(connection, view.programme, decision.words)
        if key in open_
    )
