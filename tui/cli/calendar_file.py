"""What falls due as a calendar (iCalendar, RFC 5545) that other programs open."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from store.occurrences import Occurrence
from store.overlay import occurrence_in
from store.texts import Texts
from store.values import Programme
from tui.language import _, language, said
from tui.visible import visible
from tui.wording.agenda_reasons import reason
from tui.wording.programme import executor_name

PRODUCT = "-//istirak//agenda//EN"


def calendar_bytes(
    programme: Programme, state: str | None, found: Iterable[Occurrence], at: datetime
) -> bytes:
    """A calendar with an all-day event for each occurrence, from its first to its last day.

    Args:
        programme: The programme.
        state: Whose agenda it is.
        found: Occurrences that have dates.
        at: The moment of writing, with its time zone.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    label = programme.label.get(language(), programme.label["en"])
    calendar.add("name", visible(f"{state or ''} {label}".strip()))
    for occurrence in found:
        calendar.add_component(_event(programme, state, occurrence, at))
    content: bytes = calendar.to_ical()
    return content


def event_words(texts: Texts, occurrence: Occurrence) -> Occurrence:
    """What falls due in a translation, marked as one at its words: a calendar shows no others."""
    over = occurrence_in(texts, occurrence)
    marked = over.text if over.text == occurrence.text else f"{over.text} ({texts.mark})"
    return replace(over, text=marked)


def _event(programme: Programme, state: str | None, occurrence: Occurrence, at: datetime) -> Event:
    event = Event()
    event.add("uid", _uid(programme, state, occurrence))
    event.add("dtstamp", at.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", occurrence.start)
    if occurrence.end and occurrence.end < date.max:
        # The end of an all-day event is the day after its last one.
        event.add("dtend", occurrence.end + timedelta(1))
    event.add("summary", visible(_summary(occurrence)))
    lines = "\n".join(_description(programme, state, occurrence))
    event.add("description", visible(lines, lines=True))
    # It takes years, and nobody is busy all the time.
    event.add("transp", "TRANSPARENT")
    return event


def _uid(programme: Programme, state: str | None, occurrence: Occurrence) -> str:
    """Always the same for the same occurrence, so that a calendar replaces it by a newer one.

    Calendars name files by it, hence nothing in it but what every file name may hold.
    """
    parts = (programme.id, state, occurrence.measure, occurrence.year, occurrence.reading)
    name = "/".join(str(part) for part in parts if part is not None)
    return str(uuid5(NAMESPACE_URL, f"istirak:{name}"))


def _summary(occurrence: Occurrence) -> str:
    what, text = occurrence.measure, occurrence.text
    if occurrence.year:
        return _("{what} for {year}: {text}", what=what, year=occurrence.year, text=text)
    if occurrence.rule != "within":
        return f"{what}: {text}"
    if occurrence.reading == "adoption":
        return _("{what}, from adoption: {text}", what=what, text=text)
    return _("{what}, from entry into force: {text}", what=what, text=text)


def _description(programme: Programme, state: str | None, occurrence: Occurrence) -> Iterator[str]:
    yield occurrence.text
    yield occurrence.printed
    yield said(reason(programme, state, occurrence))
    for executor in occurrence.executors:
        yield executor_name(programme, executor)
