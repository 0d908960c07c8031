"""The words of screens and commands for what falls due, and why it does then."""

from typing import Literal

from store.occurrences import Occurrence, OccurrenceStatus
from store.values import Entry, PositionValue
from tui.language import Words, _, mark, plural, sense
from tui.wording.agenda_reasons import shown
from tui.wording.months import MONTHS, month_of_year

Standing = Literal["done", "overdue"] | OccurrenceStatus

STANDING_WORDS: Words[Standing] = Words(
    {
        "done": sense("what falls due", "done"),  # at most 14 cells
        "overdue": mark("overdue"),  # at most 14 cells
        "upcoming": sense("what falls due", "upcoming"),  # at most 14 cells
        "running": sense("what falls due", "running"),  # at most 14 cells
        "past": mark("past"),  # at most 14 cells
        "unresolved": mark("no dates yet"),  # at most 14 cells
    }
)
"""Where something stands, for a column."""

_DATES_AND_STANDING: Words[str] = Words(
    {
        "done": mark("{dates}, done"),
        "overdue": mark("{dates}, overdue"),
        "upcoming": mark("{dates}, upcoming"),
        "running": mark("{dates}, running"),
        "past": mark("{dates}, past"),
    }
)

_GROUPS: dict[Standing, str] = {
    "overdue": mark("Overdue"),
    "running": mark("Running"),
    "upcoming": mark("Upcoming"),
    "unresolved": mark("No dates yet"),
    "past": mark("Past"),
}

GROUPS = tuple(_GROUPS.values())
"""The parts of an agenda, in the order in which they are read: what presses comes first.

They are said when they are shown.
"""

DONE_SIGN, OVERDUE_SIGN, ASIDE_SIGN = "✓", "!", "–"
"""What stands before a line: it is settled, it is overdue, or it asks nothing of the state."""


def sign(occurrence: Occurrence) -> str:
    """One cell that says whether anything is left to ask."""
    if occurrence.settled:
        return DONE_SIGN
    if occurrence.overdue:
        return OVERDUE_SIGN
    open_ = occurrence.asks or occurrence.position is None or occurrence.start is None
    return " " if open_ else ASIDE_SIGN


def group(occurrence: Occurrence) -> str:
    """The part of an agenda, one of `GROUPS`, in which it stands."""
    return _GROUPS["overdue" if occurrence.overdue else occurrence.status]


def standing_words(occurrence: Occurrence) -> str:
    """Where it stands, for a column of at most 14 cells."""
    return STANDING_WORDS[_standing(occurrence)]


def when_words(occurrence: Occurrence) -> str:
    """When it is, for a column of at most 9 cells; a period is one."""
    start, end = occurrence.start, occurrence.end
    if start is None or end is None:
        return "?"
    match occurrence.rule:
        case "period":
            years = (start.year, end.year)
            return str(start.year) if start.year == end.year else "{}–{}".format(*years)
        case "annual":
            return str(start.year)
        case "within" | "annual-following":
            return month_of_year(end.month, end.year)


def rule_sentence(occurrence: Occurrence) -> str:
    """How the deadline is read, and from which event it is counted."""
    rule, day = _rule_words(occurrence), occurrence.anchored_on
    match occurrence.anchor:
        case "adoption":
            return _(
                "Rule: {rule}, counted from the adoption of the programme, {day}",
                rule=rule,
                day=day,
            )
        case "notification" if day:
            return _(
                "Rule: {rule}, counted from the deposit of the state's notification, {day}",
                rule=rule,
                day=day,
            )
        case "notification":
            return _(
                "Rule: {rule}, counted from the deposit of the state's notification, not recorded",
                rule=rule,
            )
        case "reporting-year":
            return _(
                "Rule: {rule}, counted from the end of the reporting year {year}",
                rule=rule,
                year=occurrence.year,
            )
        case None:
            return _("Rule: {rule}", rule=rule)


def occurrence_words(occurrence: Occurrence) -> str:
    """One occurrence among others of its measure: "For 2008: 2008-01-01 to 2008-12-31, overdue"."""
    what = _dates_and_standing(occurrence)
    if occurrence.year is not None:
        return _("For {year}: {what}", year=occurrence.year, what=what)
    if occurrence.rule != "within":
        return what
    if occurrence.reading == "adoption":
        return _("From adoption: {what}", what=what)
    return _("From entry into force: {what}", what=what)


def why_not_fulfilled(state: str | None, occurrence: Occurrence) -> str | None:
    """Why no fulfilment can be recorded of it; None where one can be."""
    measure = occurrence.measure
    if state is None:
        return _("No state is chosen: whose duty is it?")
    if occurrence.settled:
        return _("It is recorded already ({entry})", entry=occurrence.settled.id)
    if occurrence.rule == "period":
        return _(
            "{measure} is work over a period: say how it stands, year by year (y)", measure=measure
        )
    if occurrence.rule == "annual-following":
        return _("{measure} is fulfilled by releasing the year's information (y)", measure=measure)
    if occurrence.position is PositionValue.NOT_BOUND:
        return _(
            "{state} is not bound by {measure}: nothing is asked of it",
            state=state,
            measure=measure,
        )
    return None


def notification_words(entry: Entry) -> str:
    """The deposit of a notification, in a line."""
    return _(
        "{state} deposited its notification on {day} ({shown})",
        state=entry.state,
        day=entry.decided_on,
        shown=shown(entry),
    )


def _standing(occurrence: Occurrence) -> Standing:
    if occurrence.settled:
        return "done"
    return "overdue" if occurrence.overdue else occurrence.status


def _dates_and_standing(occurrence: Occurrence) -> str:
    """First and last day, and where it stands: "2008-02-01 to 2008-02-29, done"."""
    if occurrence.start is None:
        return STANDING_WORDS["unresolved"]
    dates = _("{first} to {last}", first=occurrence.start, last=occurrence.end)
    what = _DATES_AND_STANDING[_standing(occurrence)].format(dates=dates)
    return what if occurrence.holds else _("{what} (not the reading that holds)", what=what)


def _rule_words(occurrence: Occurrence) -> str:
    match occurrence.rule:
        case "period":
            return _("a period of whole years")
        case "within":
            return plural("within {n} month", "within {n} months", occurrence.months or 0)
        case "annual":
            return _("every year of the programme")
        case "annual-following":
            month = MONTHS[occurrence.start.month] if occurrence.start else ""
            return _("each {month}, for the year before", month=month)
