"""The yearly cycle: what a state says of each measure for a reporting year. Pure.

Kept apart from the position: whether a state takes part is one thing, what it has done another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from seed.messages import Message, say
from store.values import Entry, Measure, Programme


class Status(StrEnum):
    """How far the work on a measure has come in a year."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    CONTINUOUS = "continuous"
    NOT_PLANNED = "not-planned"


STATUS_WORDS: Mapping[Status, Message] = {
    Status.NOT_STARTED: say("not started"),
    Status.IN_PROGRESS: say("in progress"),
    Status.DONE: say("done"),
    Status.CONTINUOUS: say("continuous"),
    Status.NOT_PLANNED: say("not planned"),
}
"""The statuses as they are said."""

WORK = frozenset({Status.IN_PROGRESS, Status.DONE, Status.CONTINUOUS})
"""The statuses that report work."""

Mark = Literal["unchanged", "changed", "new"]


@dataclass(frozen=True, slots=True)
class Said:
    """What a state said of a measure.

    Attributes:
        year: For which year it was said.
        status: How far the work has come.
        text: What there is to say, or None.
        entry: The id of the ledger entry.
        said_on: The day from which it is said.
    """

    year: int
    status: Status
    text: str | None
    entry: str
    said_on: date

    def same_as(self, other: "Said") -> bool:
        """Whether it says the same, whenever it was said."""
        return (self.status, self.text) == (other.status, other.text)


@dataclass(frozen=True, slots=True)
class Line:
    """A measure in a year.

    A year opens from the year before: what was last said of a measure stands in its line until
    something is said for the year itself.

    Attributes:
        measure: The measure, with the state's position.
        year: The year.
        said: What stands in the line, or None as long as nothing was ever said.
        before: What stood in the line of the year before.
    """

    measure: Measure
    year: int
    said: Said | None = None
    before: Said | None = None

    @property
    def own(self) -> bool:
        """Whether something was said for the year itself."""
        return self.said is not None and self.said.year == self.year

    @property
    def carried(self) -> bool:
        """Whether the line only opens from an earlier year."""
        return self.said is not None and not self.own

    @property
    def works(self) -> bool:
        """Whether the line reports work."""
        return self.said is not None and self.said.status in WORK

    @property
    def mark(self) -> Mark | None:
        """The line against that of the year before; new when that was empty, None when both are."""
        if self.said is None:
            return None
        if self.before is None:
            return "new"
        return "unchanged" if self.said.same_as(self.before) else "changed"

    @property
    def responsible(self) -> str | None:
        """The national body that carries the measure out, as the decision in force names it."""
        position = self.measure.position
        return position.decision.responsible if position and position.decision else None


@dataclass(frozen=True, slots=True)
class Release:
    """An information that was released: frozen, and never taken back.

    Attributes:
        entry: The id of the ledger entry.
        state: Whose it is.
        year: The reporting year.
        number: Its number, as the state gives numbers.
        released_on: Its date.
        officer: Who released it.
        hash: SHA-256, in hex, of the snapshot in canonical JSON.
        snapshot: All that was released, complete in itself.
        corrects: The id of the release that it supersedes, or None.
        reason: Why, or None.
        recorded_at: When it was recorded, ISO 8601 in UTC.
        corrected_by: The id of the release that supersedes this one, or None when it stands.
    """

    entry: str
    state: str
    year: int
    number: str
    released_on: date
    officer: str
    hash: str
    snapshot: Mapping[str, Any]
    corrects: str | None
    reason: str | None
    recorded_at: str
    corrected_by: str | None = None


@dataclass(frozen=True, slots=True)
class Information:
    """What a state informs of for a year, as it stands on a day.

    Attributes:
        state: Whose it is.
        year: The reporting year.
        on: The day.
        duty: The measure that asks for it, or None where the programme has none.
        lines: Every measure, in document order.
        releases: What was released for the year, in the order of release.
    """

    state: str
    year: int
    on: date
    duty: Measure | None
    lines: tuple[Line, ...]
    releases: tuple[Release, ...] = ()

    @property
    def released(self) -> Release | None:
        """The release that stands."""
        return standing(self.releases)

    @property
    def reported(self) -> int:
        """On how many measures something was said for the year itself."""
        return sum(line.own for line in self.lines)


def reporting_years(programme: Programme) -> range:
    """The years that a programme is reported on."""
    return range(programme.first_year, programme.last_year + 1)


def year_at(programme: Programme, on: date) -> int:
    """The reporting year that a day falls in: the first before it, the last after it."""
    return min(max(on.year, programme.first_year), programme.last_year)


def year_due(programme: Programme, measures: Iterable[Measure], on: date) -> int:
    """The year that a state reports on at a day: last year, as long as its information is due."""
    duty = duty_of(measures)
    due = duty is not None and on.month <= duty.deadline.runs_from.month
    years = reporting_years(programme)
    return min(max(on.year - due, years[0]), years[-1])


def duty_of(measures: Iterable[Measure]) -> Measure | None:
    """The measure that asks each year for the information: due in a month of the year after."""
    return next((each for each in measures if each.deadline.kind == "annual-following"), None)


def lines_of(measures: Iterable[Measure], progress: Iterable[Entry], year: int) -> tuple[Line, ...]:
    """The lines of a year.

    Args:
        measures: In document order, with the state's positions.
        progress: The state's entries of this kind that stand, of any year; of two on one measure
            and year the later one counts.
        year: The year.
    """
    said: dict[str, dict[int, Said]] = {}
    for entry in progress:
        if entry.measure is not None and entry.year is not None:
            said.setdefault(entry.measure, {})[entry.year] = said_of(entry)
    return tuple(
        Line(
            measure,
            year,
            _last(said.get(measure.key, {}), year),
            _last(said.get(measure.key, {}), year - 1),
        )
        for measure in measures
    )


def said_of(entry: Entry) -> Said:
    """What an entry of progress says."""
    return Said(
        year=entry.year or 0,
        status=Status(entry.details["status"]),
        text=entry.details.get("text"),
        entry=entry.id,
        said_on=entry.decided_on or date.min,
    )


def releases_of(entries: Iterable[Entry]) -> tuple[Release, ...]:
    """The releases that entries hold, each with what corrects it among them."""
    found = tuple(entries)
    corrected = {
        entry.details["corrects"]: entry.id for entry in found if entry.details.get("corrects")
    }
    return tuple(
        Release(
            entry=entry.id,
            state=entry.state,
            year=entry.year or 0,
            number=entry.details["number"],
            released_on=entry.decided_on or date.min,
            officer=entry.recorded_by,
            hash=entry.details["snapshot_hash"],
            snapshot=entry.details["snapshot"],
            corrects=entry.details.get("corrects"),
            reason=entry.details.get("reason"),
            recorded_at=entry.recorded_at,
            corrected_by=corrected.get(entry.id),
        )
        for entry in found
    )


def standing(releases: Iterable[Release]) -> Release | None:
    """The release that stands: the last that nothing corrects."""
    return next((each for each in reversed(tuple(releases)) if each.corrected_by is None), None)


def _last(said: Mapping[int, Said], year: int) -> Said | None:
    """What was said for a year, or else for the last year before it."""
    latest = max((each for each in said if each <= year), default=None)
    return said[latest] if latest is not None else None
