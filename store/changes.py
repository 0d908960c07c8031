"""What moved between two views of the register. Pure: two readings in, what differs out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from store.entries import known_until
from store.errors import Usage
from store.values import Entry, Measure, Position, View

Place: TypeAlias = tuple[str, str | None]
"""A measure's key, and the letter of an item of it or None."""


@dataclass(frozen=True, slots=True)
class Change:
    """A position that is not what it was. Where an item only follows its measure, there is none.

    Attributes:
        measure: The measure's key.
        item: The item's letter, or None when the position is the measure's.
        text: The official words.
        before: What held in the earlier view.
        after: What holds in the later view.
        by: Ids of the entries that moved it, oldest first.
    """

    measure: str
    item: str | None
    text: str
    before: Position | None
    after: Position | None
    by: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the measure or item."""
        return self.measure if self.item is None else f"{self.measure}.{self.item}"


def in_order(before: View, after: View) -> None:
    """See that two views are not the wrong way round.

    Raises:
        Usage: They are, in one of the two clocks.
    """
    clocks = (
        (before.on, after.on),
        (before.known_on or date.max, after.known_on or date.max),
    )
    for first, last in clocks:
        if first > last:
            said = "all that is known" if first == date.max else str(first)
            raise Usage(f"{said} is after {last}", "Say the earlier day first")


def changes(
    before: View,
    earlier: Iterable[Measure],
    later: Iterable[Measure],
    history: Iterable[Entry],
) -> tuple[Change, ...]:
    """What moved between two readings of the same measures, in document order.

    Args:
        before: From where the earlier reading was taken.
        earlier: The measures as they were.
        later: The measures as they are.
        history: The ledger as the later view knows it.
    """
    known = {entry.id: entry for entry in history}
    then = {place: position for measure in earlier for place, _, position in _places(measure)}
    return tuple(
        Change(*place, text, was, now, _by(before, was, now, known))
        for measure in later
        for place, text, now in _places(measure)
        if _own(was := then.get(place)) != _own(now)
    )


def days_of_decisions(history: Iterable[Entry]) -> list[date]:
    """The days from which decisions that stand hold, in order: on no other day a position moves."""
    return sorted(
        {
            entry.decided_on
            for entry in history
            if entry.kind == "decision" and entry.decided_on and not entry.retracted_by
        }
    )


def days_of_recording(history: Iterable[Entry]) -> list[date]:
    """The days, UTC, on which something was recorded, in order."""
    return sorted({date.fromisoformat(entry.recorded_at[:10]) for entry in history})


def _places(measure: Measure) -> Iterator[tuple[Place, str, Position | None]]:
    """A measure and its items: place, official words, position."""
    yield (measure.key, None), measure.text, measure.position
    for item in measure.items:
        yield (measure.key, item.letter), item.text, item.position


def _own(position: Position | None) -> Position | None:
    return None if position is None or position.inherited else position


def _by(
    before: View, was: Position | None, now: Position | None, known: Mapping[str, Entry]
) -> tuple[str, ...]:
    """What moved a position: what took back the decision that held, and the one that is new."""
    moved = []
    old = known.get(was.decision.id) if was and was.decision else None
    if old and old.retracted_by:
        moved.append(known[old.retracted_by])
    if now and now.decision and not now.inherited:
        about = (now.decision, *_confirmations(now.decision, known.values()))
        moved += [entry for entry in about if not _in_view(before, entry)]
    return tuple(entry.id for entry in sorted(moved, key=_recorded))


def _confirmations(decision: Entry, entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        if entry.kind == "confirmation" and entry.details.get("confirms") == decision.id:
            yield entry


def _recorded(entry: Entry) -> tuple[str, str, int]:
    return entry.recorded_at, entry.origin, entry.seq


def _in_view(view: View, entry: Entry) -> bool:
    """Whether what an entry says was so, and recorded, by the days of a view."""
    taken = entry.decided_on is not None and entry.decided_on <= view.on
    return taken and entry.recorded_at <= known_until(view)
