"""Why something falls due when it does, and what is asked of the state. Pure.

These are messages: what is printed for people goes through `said`; records keep the English.
"""

import calendar
from collections.abc import Iterator
from functools import reduce

from seed.messages import Message, counted, say
from store.occurrences import Occurrence, notifies
from store.reporting import STATUS_WORDS, Status
from store.values import Entry, EntryIntoForce, PositionValue, Programme


def reason(programme: Programme, state: str | None, occurrence: Occurrence) -> Message:
    """Why it falls due then, and what is or is not asked of the state, in whole sentences.

    Args:
        programme: The programme.
        state: Whose agenda it is; None as long as no state was chosen.
        occurrence: What falls due.
    """
    return reduce(
        lambda first, then: say("{first} {then}", first=first, then=then),
        _reasons(programme, state, occurrence),
    )


def shown(entry: Entry) -> str:
    """What shows it, and the entry it is recorded by."""
    reference = entry.details.get("reference") or entry.details.get("number")
    return f"{reference}; {entry.id}" if reference else entry.id


def _reasons(programme: Programme, state: str | None, occurrence: Occurrence) -> Iterator[Message]:
    match occurrence.rule:
        case "period":
            yield _years(occurrence)
        case "within":
            yield from _counted(programme, state, occurrence)
        case "annual":
            yield say("Due every year of the programme; this is {year}.", year=occurrence.year)
        case "annual-following":
            yield say(
                "Due in {month} of the year after the reporting year; this is for {year}.",
                month=_month(occurrence),
                year=occurrence.year,
            )
    if state is not None:
        yield from _asked(state, occurrence)


def _years(occurrence: Occurrence) -> Message:
    if occurrence.start is None:
        return say("The text gives the years: no dates yet.")
    return say(
        "The text gives the years: {first} to {last}.",
        first=occurrence.start,
        last=occurrence.end,
    )


def _counted(programme: Programme, state: str | None, occurrence: Occurrence) -> Iterator[Message]:
    months, rule = _months(occurrence), programme.entry_into_force
    if occurrence.reading == "entry-into-force" and rule:
        yield from _counted_from_notification(months, state or "", rule, occurrence)
        return
    yield say(
        "{months} are counted from the adoption of the programme on {day}.",
        months=months,
        day=occurrence.anchored_on,
    )
    if state is None or rule is None:
        return
    signatory = programme.signatories[state]
    if not notifies(programme, signatory):
        yield say(
            "{state} did not sign: the Decision does not enter into force for it.", state=state
        )
    elif occurrence.notification is None:
        yield say(
            "This holds unless the law of {state} asks for domestic procedures first: "
            "see the other reading.",
            state=state,
        )
    elif occurrence.holds:
        yield say(
            "{state} deposited its notification on that very day ({shown}): "
            "there is no other reading.",
            state=state,
            shown=shown(occurrence.notification),
        )
    else:
        yield say(
            "For {state} the other reading holds since its notification ({shown}).",
            state=state,
            shown=shown(occurrence.notification),
        )


def _counted_from_notification(
    months: Message, state: str, rule: EntryIntoForce, occurrence: Occurrence
) -> Iterator[Message]:
    number = rule.paragraph.rstrip(".")
    if occurrence.notification is None:
        yield say(
            "By paragraph {number} of the Decision it is in force for a state whose law asks for "
            "domestic procedures only from the deposit of its notification, and "
            "{months} are counted from then.",
            number=number,
            months=months,
        )
        yield say(
            "No notification of {state} is recorded: this reading has no dates yet.", state=state
        )
        return
    yield say(
        "{months} are counted from {day}, when {state} deposited its notification ({shown}): "
        "by paragraph {number} of the Decision it is in force for that state only from then.",
        months=months,
        day=occurrence.anchored_on,
        state=state,
        shown=shown(occurrence.notification),
        number=number,
    )


def _asked(state: str, occurrence: Occurrence) -> Iterator[Message]:
    if occurrence.settled:
        yield _settled(occurrence.settled)
        return
    if not occurrence.addressed:
        yield say(
            "It does not address {state}, by where it stands on the treaties: nothing is asked.",
            state=state,
        )
    match occurrence.position:
        case PositionValue.DOES_NOT:
            yield say("{state} does not participate: nothing is asked of it.", state=state)
        case PositionValue.NOT_BOUND:
            yield say("{state} is not bound: nothing is asked of it.", state=state)
        case PositionValue.UNDETERMINED:
            yield say("{state} has not determined whether it participates.", state=state)
    if occurrence.said:
        yield _work(occurrence.said)
    elif occurrence.overdue:
        yield say("It is past, and nothing is recorded.")


def _settled(entry: Entry) -> Message:
    match entry.kind:
        case "fulfilment":
            return say("Fulfilled on {day} ({shown}).", day=entry.decided_on, shown=shown(entry))
        case "return":
            return say(
                "The information for {year} was released on {day} ({shown}).",
                year=entry.year,
                day=entry.decided_on,
                shown=shown(entry),
            )
        case _:
            return _work(entry)


def _work(entry: Entry) -> Message:
    return say(
        "The work is recorded as {status} for {year} ({entry}).",
        status=STATUS_WORDS[Status(entry.details["status"])],
        year=entry.year,
        entry=entry.id,
    )


def _months(occurrence: Occurrence) -> Message:
    return counted("{n} month", "{n} months", occurrence.months or 0)


def _month(occurrence: Occurrence) -> str:
    if occurrence.start is None:
        return ""
    name = calendar.month_name[occurrence.start.month]
    return say(name)  # `tui.wording.months` marks them
