"""The words for deadlines: short, and how they are read."""

from store.values import Deadline
from tui.language import _
from tui.wording.months import EVERY_MONTH, MONTHS, month_of_year


def deadline_words(deadline: Deadline) -> str:
    """A deadline for a narrow column, at most 9 cells."""
    if deadline.kind == "annual":
        return _("yearly")  # at most 9 cells
    if deadline.kind == "annual-following":
        return EVERY_MONTH[deadline.runs_from.month]
    if deadline.kind == "period" and deadline.start and deadline.end:
        first, last = deadline.start.year, deadline.end.year
        return str(first) if first == last else f"{first}–{last}"
    end = deadline.runs_to
    return month_of_year(end.month, end.year)


def deadline_reading(deadline: Deadline) -> str:
    """How a deadline is read, in full."""
    first, last = deadline.runs_from.year, deadline.runs_to.year
    match deadline.kind:
        case "annual":
            return _("every year, {first} to {last}", first=first, last=last)
        case "annual-following":
            return _(
                "every {month}, for the year before, {first} to {last}",
                month=MONTHS[deadline.runs_from.month],
                first=first,
                last=last,
            )
        case "within":
            return _(
                "by {day}, counted from the adoption on {adopted}",
                day=deadline.end,
                adopted=deadline.start,
            )
        case "period":
            return _("{first} to {last}", first=deadline.start, last=deadline.end)
