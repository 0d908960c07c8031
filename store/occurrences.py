"""When what a measure asks for falls due, as often as it does, and what is recorded of it. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from seed.months import months_after, whole_month
from store.reporting import Status
from store.values import (
    DeadlineKind,
    Entry,
    Measure,
    PositionValue,
    Programme,
    Signatory,
)

Reading = Literal["adoption", "entry-into-force"]
Anchor = Literal["adoption", "notification", "reporting-year"]
OccurrenceStatus = Literal["upcoming", "running", "past", "unresolved"]

ASKS_NOTHING = (PositionValue.DOES_NOT, PositionValue.NOT_BOUND)
"""The positions with which a measure asks nothing of a state."""

SETTLING = (Status.DONE, Status.CONTINUOUS)
"""The work statuses that leave nothing to ask about a period that is over."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The entries that occurrences of one state rest on: those that stand in a view, in order.

    Attributes:
        notification: The deposit of the state's notification, None where none is recorded.
        fulfilments: What was done of duties that are done once, or every year.
        progress: How the work on measures stands.
        returns: The information given for a year.
        not_addressed: The keys of the measures that do not address the state, as treaties tell.
    """

    notification: Entry | None = None
    fulfilments: tuple[Entry, ...] = ()
    progress: tuple[Entry, ...] = ()
    returns: tuple[Entry, ...] = ()
    not_addressed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a measure falls due, in one reading.

    Attributes:
        measure: The measure's key.
        ordinal: The measure's place in the programme.
        rule: How the deadline is read.
        printed: The words of the source.
        anchor: The event it is counted from; None where the dates themselves are printed.
        anchored_on: The day of that event; None as long as there is none.
        reading: Counted as from the adoption, or from the entry into force for the state.
        start: First day; None as long as it is not known.
        end: Last day; likewise.
        status: Where it stands on the day of the view.
        year: The year of the programme it is for, of a duty that comes back every year.
        months: Of a deadline within a number of months.
        holds: Whether it is the reading by which the state is held; one of them always is.
        notification: The deposit of the state's notification, where it changes a reading.
        settled: The entry that says what came of it; None where none does.
        said: The last that is recorded of the work on it, where that does not settle it.
        position: The state's on the measure; None as long as no state was chosen.
        addressed: The measure is not known to leave the state out, or it decided on it anyway.
        executors: Ids of those who carry the measure out.
        text: The measure's words.
    """

    measure: str
    ordinal: int
    rule: DeadlineKind
    printed: str
    anchor: Anchor | None
    anchored_on: date | None
    reading: Reading
    start: date | None
    end: date | None
    status: OccurrenceStatus
    year: int | None
    months: int | None
    holds: bool
    notification: Entry | None
    settled: Entry | None
    said: Entry | None
    position: PositionValue | None
    addressed: bool
    executors: tuple[str, ...]
    text: str

    @property
    def asks(self) -> bool:
        """Whether something is still asked of the state: it may concern it, and is not settled."""
        concerned = self.position is not None and self.position not in ASKS_NOTHING
        return concerned and self.addressed and self.holds and self.settled is None

    @property
    def overdue(self) -> bool:
        """Whether it is past, and nothing is recorded that settles it."""
        return self.status == "past" and self.asks

    def ends_within(self, on: date, days: int) -> bool:
        """Whether it ends on the day or in the days after it."""
        return self.end is not None and on <= self.end <= _later(on, days)

    def near(self, on: date, days: int) -> bool:
        """Whether it begins or ends on the day or in the days after it."""
        begins = self.start is not None and on <= self.start <= _later(on, days)
        return begins or self.ends_within(on, days)


@dataclass(frozen=True, slots=True)
class _Time:
    """When an occurrence is, before it is known whose."""

    start: date | None
    end: date | None
    reading: Reading = "adoption"
    anchor: Anchor | None = None
    anchored_on: date | None = None
    year: int | None = None
    holds: bool = True


def occurrences(
    programme: Programme,
    measures: Iterable[Measure],
    signatory: Signatory | None,
    recorded: Recorded,
    on: date,
) -> tuple[Occurrence, ...]:
    """Every occurrence, in the order of time; what has no dates yet comes last.

    Args:
        programme: The programme.
        measures: Measures of it, with the positions of the state.
        signatory: The state's row of the signature table; None as long as no state was chosen.
        recorded: What is recorded for it.
        on: The day from which is looked.
    """
    settling = _Settling(recorded)
    notification = recorded.notification if notifies(programme, signatory) else None
    found = (
        _occurrence(measure, time, notification, settling, on)
        for measure in measures
        for time in _times(programme, measure, notification, signatory)
    )
    return tuple(sorted(found, key=_by_time))


def narrowed(
    found: Iterable[Occurrence], on: date, *, days: int | None, overdue: bool
) -> tuple[Occurrence, ...]:
    """The occurrences that are looked for; all of them when nothing says which.

    Args:
        found: Occurrences.
        on: The day from which is looked.
        days: Those that begin or end on the day or in so many days after it.
        overdue: Those that are overdue; with `days`, these too.
    """
    if days is None and not overdue:
        return tuple(found)
    return tuple(
        each
        for each in found
        if (overdue and each.overdue) or (days is not None and each.near(on, days))
    )


def pressing(found: Iterable[Occurrence], on: date, days: int) -> tuple[Occurrence, ...]:
    """The occurrences that something is to be done about: overdue, or to be done in some days.

    Args:
        found: Occurrences.
        on: The day from which is looked.
        days: How many days count from it on.
    """
    return tuple(
        each for each in found if each.overdue or (each.asks and each.ends_within(on, days))
    )


def notifies(programme: Programme, signatory: Signatory | None) -> bool:
    """Whether the Decision can enter into force for a state by its notification.

    A state that did not sign has nothing to notify; without a state that is not asked.
    """
    signed = signatory is not None and signatory.act != "not-signed"
    return signed and programme.entry_into_force is not None


class _Settling:
    """What says what came of a measure. Which kind of entry does follows from the rule alone."""

    def __init__(self, recorded: Recorded) -> None:
        # Of several, the last one stays.
        self._fulfilled = {(each.measure, each.year): each for each in recorded.fulfilments}
        self._informed = {each.year: each for each in recorded.returns}
        # Entries come in order, and sorting keeps that order within a year.
        years = sorted(recorded.progress, key=lambda each: each.year or 0)
        self._work = {each.measure: each for each in years}
        self._not_addressed = recorded.not_addressed

    def concerns(self, measure: Measure) -> bool:
        """Whether the measure addresses the state, or the state took it up all the same."""
        return measure.decided or measure.key not in self._not_addressed

    def of(self, measure: Measure, year: int | None) -> Entry | None:
        """The entry that settles what falls due, in a year where it does every year."""
        match measure.deadline.kind:
            case "period":
                last = self._work.get(measure.key)
                return last if last and last.details["status"] in SETTLING else None
            case "annual-following":
                return self._informed.get(year)
            case "within" | "annual":
                return self._fulfilled.get((measure.key, year))

    def said(self, measure: Measure) -> Entry | None:
        """The last that is recorded of the work over a period."""
        return self._work.get(measure.key) if measure.deadline.kind == "period" else None


def _occurrence(
    measure: Measure,
    time: _Time,
    notification: Entry | None,
    settling: _Settling,
    on: date,
) -> Occurrence:
    deadline = measure.deadline
    settled = settling.of(measure, time.year)
    return Occurrence(
        measure=measure.key,
        ordinal=measure.ordinal,
        rule=deadline.kind,
        printed=deadline.printed,
        anchor=time.anchor,
        anchored_on=time.anchored_on,
        reading=time.reading,
        start=time.start,
        end=time.end,
        status=_status(time.start, time.end, on),
        year=time.year,
        months=deadline.months,
        holds=time.holds,
        notification=notification if deadline.kind == "within" else None,
        settled=settled,
        said=None if settled else settling.said(measure),
        position=measure.position.value if measure.position else None,
        addressed=settling.concerns(measure),
        executors=measure.executors,
        text=measure.text,
    )


def _times(
    programme: Programme,
    measure: Measure,
    notification: Entry | None,
    signatory: Signatory | None,
) -> Iterator[_Time]:
    deadline = measure.deadline
    match deadline.kind:
        case "period":
            yield _Time(deadline.start, deadline.end)
        case "within":
            yield from _within(programme, deadline.months or 0, notification, signatory)
        case "annual":
            for year in _years(programme):
                yield _Time(date(year, 1, 1), date(year, 12, 31), year=year)
        case "annual-following":
            for year in _years(programme):
                first, last = whole_month(year + 1, deadline.month or 1)
                ended = date(year, 12, 31)
                yield _Time(first, last, anchor="reporting-year", anchored_on=ended, year=year)


def _within(
    programme: Programme, months: int, notification: Entry | None, signatory: Signatory | None
) -> Iterator[_Time]:
    """From adoption, and from the entry into force for the state where that may be another day."""
    adopted = programme.adopted_on
    deposited = notification.decided_on if notification else None
    two = notifies(programme, signatory) and deposited != adopted
    yield _Time(
        adopted,
        months_after(adopted, months),
        anchor="adoption",
        anchored_on=adopted,
        holds=not (two and deposited),
    )
    if two:
        yield _Time(
            deposited,
            months_after(deposited, months) if deposited else None,
            "entry-into-force",
            anchor="notification",
            anchored_on=deposited,
            holds=deposited is not None,
        )


def _years(programme: Programme) -> range:
    return range(programme.first_year, programme.last_year + 1)


def _status(start: date | None, end: date | None, on: date) -> OccurrenceStatus:
    if start is None or end is None:
        return "unresolved"
    if on < start:
        return "upcoming"
    return "running" if on <= end else "past"


def _later(on: date, days: int) -> date:
    """The day some days later, or the last one of the calendar."""
    return on + timedelta(min(days, (date.max - on).days))


def _by_time(occurrence: Occurrence) -> tuple[date, date, int, int]:
    return (
        occurrence.start or date.max,
        occurrence.end or date.max,
        occurrence.ordinal,
        occurrence.year or 0,
    )
