"""The words of screens and commands for what falls due, and why it does then."""

import calendar

from store.occurrences import Occurrence, OccurrenceStatus, Reading
from store.values import Entry, PositionValue
from tui.agenda_reasons import shown

READING_WORDS: dict[Reading, str] = {
    "adoption": "from adoption",
    "entry-into-force": "from entry into force",
}

STANDING_WORDS: dict[OccurrenceStatus, str] = {
    "upcoming": "upcoming",
    "running": "running",
    "past": "past",
    "unresolved": "no dates yet",
}

GROUPS = ("Overdue", "Running", "Upcoming", "No dates yet", "Past")
"""The parts of an agenda, in the order in which they are read: what presses comes first."""

DONE_MARK, OVERDUE_MARK, ASIDE_MARK = "✓", "!", "–"
"""What stands before a line: it is settled, it is overdue, or it asks nothing of the state."""


def mark(occurrence: Occurrence) -> str:
    """One cell that says whether anything is left to ask."""
    if occurrence.settled:
        return DONE_MARK
    if occurrence.overdue:
        return OVERDUE_MARK
    open_ = occurrence.asks or occurrence.position is None or occurrence.start is None
    return " " if open_ else ASIDE_MARK


def group(occurrence: Occurrence) -> str:
    """The part of an agenda, one of `GROUPS`, in which it stands."""
    if occurrence.overdue:
        return "Overdue"
    return STANDING_WORDS[occurrence.status].capitalize()


def standing_words(occurrence: Occurrence) -> str:
    """Where it stands, for a column of at most 12 cells."""
    if occurrence.settled:
        return "done"
    return "overdue" if occurrence.overdue else STANDING_WORDS[occurrence.status]


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
            return f"{calendar.month_abbr[end.month]} {end.year}"


def dates_words(occurrence: Occurrence) -> str:
    """First and last day: "2008-02-01 to 2008-02-29"."""
    if occurrence.start is None:
        return "no dates yet"
    return f"{occurrence.start} to {occurrence.end}"


def rule_words(occurrence: Occurrence) -> str:
    """How the deadline is read."""
    match occurrence.rule:
        case "period":
            return "a period of whole years"
        case "within":
            return f"within {_months(occurrence)}"
        case "annual":
            return "every year of the programme"
        case "annual-following":
            return f"each {_month(occurrence)}, for the year before"


def anchor_words(occurrence: Occurrence) -> str:
    """The event from which it is counted, with its day."""
    day = f", {occurrence.anchored_on}" if occurrence.anchored_on else ", not recorded"
    match occurrence.anchor:
        case "adoption":
            return f"the adoption of the programme{day}"
        case "notification":
            return f"the deposit of the state's notification{day}"
        case "reporting-year":
            return f"the end of the reporting year {occurrence.year}"
        case None:
            return "the years that the text gives"


def occurrence_words(occurrence: Occurrence) -> str:
    """One occurrence among others of its measure: "For 2008: 2008-01-01 to 2008-12-31, overdue"."""
    if occurrence.year is not None:
        name = f"For {occurrence.year}: "
    elif occurrence.rule == "within":
        name = f"{READING_WORDS[occurrence.reading].capitalize()}: "
    else:
        name = ""
    if occurrence.start is None:
        return f"{name}{dates_words(occurrence)}"
    aside = "" if occurrence.holds else " (not the reading that holds)"
    return f"{name}{dates_words(occurrence)}, {standing_words(occurrence)}{aside}"


def why_not_fulfilled(state: str | None, occurrence: Occurrence) -> str | None:
    """Why no fulfilment can be recorded of it; None where one can be."""
    if state is None:
        return "No state is chosen: whose duty is it?"
    if occurrence.settled:
        return f"It is recorded already ({occurrence.settled.id})"
    if occurrence.rule == "period":
        return f"{occurrence.measure} is work over a period: say how it stands, year by year (y)"
    if occurrence.rule == "annual-following":
        return f"{occurrence.measure} is fulfilled by releasing the year's information (y)"
    if occurrence.position is PositionValue.NOT_BOUND:
        return f"{state} is not bound by {occurrence.measure}: nothing is asked of it"
    return None


def notification_words(entry: Entry) -> str:
    """The deposit of a notification, in a line."""
    return f"{entry.state} deposited its notification on {entry.decided_on} ({shown(entry)})"


def _months(occurrence: Occurrence) -> str:
    return "1 month" if occurrence.months == 1 else f"{occurrence.months} months"


def _month(occurrence: Occurrence) -> str:
    return calendar.month_name[occurrence.start.month] if occurrence.start else ""
