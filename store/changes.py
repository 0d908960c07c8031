"""What moved between two views of the register. Pure: two readings in, what differs out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, get_args

from seed.messages import say
from store.entries import known_until
from store.errors import Usage
from store.occurrences import Occurrence
from store.values import Address, Entry, EntryKind, Item, Measure, Position, View

Aspect = Literal[
    "position",
    "deadline",
    "address",
    "fulfilment",
    "progress",
    "notification",
    "treaty-action",
    "return",
]
"""What can move, in the order in which it is told of a measure. The last five are kinds of entries:
of several about one thing, the last one that stands is what holds."""

_ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
_KINDS: tuple[Literal["fulfilment", "progress", "notification", "treaty-action", "return"], ...] = (
    "fulfilment",
    "progress",
    "notification",
    "treaty-action",
    "return",
)


class Subject(NamedTuple):
    """What something holds of. What does not apply is None.

    Attributes:
        what: The aspect.
        measure: The measure's key.
        item: The item's letter.
        treaty: The treaty's key.
        year: The year it is about.
    """

    what: Aspect
    measure: str | None = None
    item: str | None = None
    treaty: str | None = None
    year: int | None = None

    @property
    def key(self) -> str:
        """The key of the measure, item or treaty; else the year, or nothing."""
        if self.item is not None:
            return f"{self.measure}.{self.item}"
        return self.measure or self.treaty or str(self.year or "")


@dataclass(frozen=True, slots=True)
class Fact:
    """What holds of a subject in a view.

    Attributes:
        value: Of a position or an answer, its value; of a deadline, its days (`2009-03-01..`); of
            an entry, what its kind turns on: a status, an action, a number, a reference.
        position: The position that it is.
        entry: The entry that it is.
        because: The entries it rests on.
    """

    value: str
    position: Position | None = None
    entry: Entry | None = None
    because: tuple[Entry, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is not what it was. Where an item only follows its measure, nothing is told.

    Attributes:
        subject: What it is about.
        text: The official words of the measure or item; "" where it is about none.
        before: What held in the earlier view; None where nothing did.
        after: What holds in the later view; likewise.
        by: Ids of the entries that moved it, in the order of recording.
    """

    subject: Subject
    text: str
    before: Fact | None
    after: Fact | None
    by: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key of what it is about."""
        return self.subject.key


@dataclass(frozen=True, slots=True)
class Seen:
    """What one view of a state shows.

    Attributes:
        view: From where.
        measures: Every measure, in document order.
        occurrences: What falls due.
        addresses: Which measures and items address the state, as far as treaties decide that.
        history: The ledger.
    """

    view: View
    measures: tuple[Measure, ...]
    occurrences: tuple[Occurrence, ...]
    addresses: Mapping[str, Address]
    history: tuple[Entry, ...]

    def facts(self) -> dict[Subject, Fact]:
        """What holds, of everything that can move."""
        return {
            **dict(self._positions()),
            **dict(self._deadlines()),
            **dict(self._addresses()),
            **dict(self._last_entries()),
        }

    def _positions(self) -> Iterator[tuple[Subject, Fact]]:
        for measure in self.measures:
            for letter, position in (
                (None, measure.position),
                *((item.letter, item.position) for item in measure.items),
            ):
                if position:
                    because = () if position.inherited else self._deciding(position)
                    yield (
                        Subject("position", measure.key, letter),
                        Fact(position.value, position, because=because),
                    )

    def _deciding(self, position: Position) -> tuple[Entry, ...]:
        """The decision that a position rests on, and what confirmed it."""
        if position.decision is None:
            return ()
        confirming = (
            entry
            for entry in self._standing("confirmation")
            if entry.details.get("confirms") == position.decision.id
        )
        return (position.decision, *confirming)

    def _standing(self, *kinds: EntryKind) -> list[Entry]:
        return [each for each in self.history if each.kind in kinds and not each.retracted_by]

    def _deadlines(self) -> Iterator[tuple[Subject, Fact]]:
        """The dates that depend on what was recorded: those counted from the entry into force."""
        for each in self.occurrences:
            if each.reading == "entry-into-force" and each.start:
                because = (each.notification,) if each.notification else ()
                days = f"{each.start}..{each.end or ''}"
                yield Subject("deadline", each.measure, year=each.year), Fact(days, because=because)

    def _addresses(self) -> Iterator[tuple[Subject, Fact]]:
        taken = self._standing("treaty-action")
        for measure in self.measures:
            for key, letter in (
                (measure.key, None),
                *((item.key, item.letter) for item in measure.items),
            ):
                if address := self.addresses.get(key):
                    because = tuple(each for each in taken if each.treaty in address.treaties)
                    yield (
                        Subject("address", measure.key, letter),
                        Fact(address.answer, because=because),
                    )

    def _last_entries(self) -> Iterator[tuple[Subject, Fact]]:
        for kind in _KINDS:
            for entry in sorted(self._standing(kind), key=lambda each: each.order):
                about = (entry.measure, entry.item, entry.treaty, entry.year)
                yield Subject(kind, *about), Fact(_turning(entry), entry=entry, because=(entry,))


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
            raise Usage(
                say("all that is known is after {last}", last=last)
                if first == date.max
                else say("{first} is after {last}", first=first, last=last),
                say("Say the earlier day first"),
            )


def changes(earlier: Seen, later: Seen) -> tuple[Change, ...]:
    """What moved between two views: measure by measure in document order, then the rest.

    Args:
        earlier: What the earlier view shows.
        later: What the later view of the same state shows.
    """
    then, now = earlier.facts(), later.facts()
    known = {entry.id: entry for entry in later.history}
    words = {part.key: part.text for part in _parts(later.measures)}
    places = {key: place for place, key in enumerate(words)}
    moved = [
        Change(
            subject,
            words.get(subject.key, ""),
            then.get(subject),
            now.get(subject),
            _by(earlier.view, then.get(subject), now.get(subject), known),
        )
        for subject in then | now
        if _own(then.get(subject)) != _own(now.get(subject))
    ]
    return tuple(sorted(moved, key=lambda each: _rank(each.subject, places)))


def days_of_holding(history: Iterable[Entry]) -> list[date]:
    """The days from which what stands holds, in order: on no other day anything moves."""
    return sorted(
        {
            entry.decided_on
            for entry in history
            if entry.decided_on and entry.kind != "retraction" and not entry.retracted_by
        }
    )


def days_of_recording(history: Iterable[Entry]) -> list[date]:
    """The days, UTC, on which something was recorded, in order."""
    return sorted({date.fromisoformat(entry.recorded_at[:10]) for entry in history})


def _parts(measures: Iterable[Measure]) -> Iterator[Measure | Item]:
    for measure in measures:
        yield measure
        yield from measure.items


def _turning(entry: Entry) -> str:
    """What an entry of its kind turns on."""
    name = {"progress": "status", "treaty-action": "action", "return": "number"}.get(entry.kind)
    return str(entry.details.get(name or "reference", ""))


def _own(fact: Fact | None) -> Fact | None:
    """What holds of a subject by itself: nothing, of an item that follows its measure."""
    return None if fact and fact.position and fact.position.inherited else fact


def _by(
    before: View, was: Fact | None, now: Fact | None, known: Mapping[str, Entry]
) -> tuple[str, ...]:
    """What moved it: what took back the entries it rested on, and the new ones it rests on."""
    moved = [entry for entry in (now.because if now else ()) if not _in_view(before, entry)]
    old = (known.get(entry.id) for entry in (was.because if was else ()))
    moved += [known[entry.retracted_by] for entry in old if entry and entry.retracted_by]
    recorded = {entry.id: (entry.recorded_at, entry.origin, entry.seq) for entry in moved}
    return tuple(sorted(recorded, key=lambda each: recorded[each]))


def _in_view(view: View, entry: Entry) -> bool:
    """Whether what an entry says was so, and recorded, by the days of a view."""
    taken = entry.decided_on is not None and entry.decided_on <= view.on
    return taken and entry.recorded_at <= known_until(view)


def _rank(subject: Subject, places: Mapping[str, int]) -> tuple[int, int, str, int]:
    last = len(places)
    return (
        places.get(subject.key, last),
        _ASPECTS.index(subject.what),
        subject.treaty or "",
        subject.year or 0,
    )
