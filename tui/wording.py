"""The words of screens and commands for the register's values."""

import calendar
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from store.filters import RECURRING, Due, DueRange, Filter
from store.reporting import Mark, Status
from store.values import (
    Deadline,
    Entry,
    EntryKind,
    Item,
    Measure,
    Part,
    Position,
    PositionValue,
    Programme,
    Rule,
    Signatory,
    SignatureAct,
    View,
)

POSITION_WORDS = {
    PositionValue.PARTICIPATES: "participates",
    PositionValue.IN_PART: "in part",
    PositionValue.DOES_NOT: "does not",
    PositionValue.CONSIDERING: "considering",
    PositionValue.UNDETERMINED: "undetermined",
    PositionValue.NOT_BOUND: "not bound",
}
"""Short, for a narrow column. No two look alike, with colour or without."""

POSITION_SENTENCES = {
    PositionValue.PARTICIPATES: "participates",
    PositionValue.IN_PART: "participates in part",
    PositionValue.DOES_NOT: "does not participate",
    PositionValue.CONSIDERING: "is considering whether to participate",
    PositionValue.UNDETERMINED: "has not determined whether it participates",
    PositionValue.NOT_BOUND: "is not bound",
}

POSITION_MARKS = {
    PositionValue.PARTICIPATES: "●",
    PositionValue.IN_PART: "◐",
    PositionValue.DOES_NOT: "✗",
    PositionValue.CONSIDERING: "…",
    PositionValue.UNDETERMINED: "?",
    PositionValue.NOT_BOUND: "–",
}

STATUS_WORDS = {
    Status.NOT_STARTED: "not started",
    Status.IN_PROGRESS: "in progress",
    Status.DONE: "done",
    Status.CONTINUOUS: "continuous",
    Status.NOT_PLANNED: "not planned",
}

MARK_SIGNS: dict[Mark, str] = {"unchanged": "=", "changed": "~", "new": "+"}
"""A line of a year against that of the year before."""

MARK_WORDS: dict[Mark, str] = {
    "unchanged": "unchanged since the year before",
    "changed": "changed since the year before",
    "new": "new: nothing was said the year before",
}

ENTRY_WORDS: dict[EntryKind, str] = {
    "decision": "decision",
    "confirmation": "confirmed",
    "notification": "notification deposited",
    "treaty-action": "treaty action",
    "fulfilment": "fulfilled",
    "progress": "progress",
    "return": "released",
    "retraction": "taken back",
}
"""What an entry is, for a column."""

PART_WORDS = {
    Part.LAW: "Law",
    Part.DECISION: "Decision",
    Part.SIGNATURES: "Signatures",
    Part.PASSPORT: "Passport",
    Part.PROGRAMME: "Programme",
    Part.ANNEX: "Annex",
    Part.SPECIAL_OPINION: "Special opinion",
}
"""The parts of the act, in its order."""

CHANGED = "the words it was taken on have changed"

TO_CONFIRM_MARK = "!"
"""Beside a position whose decision is to be confirmed."""

_SHORT = {
    PositionValue.PARTICIPATES: "partic.",
    PositionValue.IN_PART: "in part",
    PositionValue.DOES_NOT: "doesn’t",
    PositionValue.CONSIDERING: "consid.",
    PositionValue.UNDETERMINED: "undet.",
    PositionValue.NOT_BOUND: "unbound",
}
"""Where what items have stands beside it in a narrow column."""

UNOFFICIAL = "unofficial translation"
"""How translations are marked, whatever their language."""

LANGUAGES = {"az": "Azərbaycanca", "en": "English", "ru": "Русский"}
"""The languages in which a programme's words are shown, each by its own name."""

SIGNATURE_WORDS: dict[SignatureAct, str] = {
    "signed": "signed",
    "special-opinion": "signed with a special opinion",
    "reservation": "signed with a reservation",
    "not-signed": "not signed",
}


def years_words(programme: Programme) -> str:
    """The years of a programme: "2007-2010"."""
    first, last = programme.first_year, programme.last_year
    return str(first) if first == last else f"{first}-{last}"


def outside_years(programme: Programme, day: date, *, brief: bool = False) -> str:
    """That a day is outside a programme's years: "after the programme's years 2007-2010"; or ""."""
    if programme.first_year <= day.year <= programme.last_year:
        return ""
    side = "before" if day.year < programme.first_year else "after"
    whose = "" if brief else "the programme's years "
    return f"{side} {whose}{years_words(programme)}"


def days_words(view: View) -> str:
    """The days of a view, as they follow "on": "2008-12-31, as known on 2009-03-04"."""
    return f"{view.on}{f', as known on {view.known_on}' if view.known_on else ''}"


def seen_words(view: View) -> str:
    """On which days a view is: "on 2008-12-31, as known on 2009-03-04"."""
    return f"on {days_words(view)}"


def another_day(view: View, today: date) -> str:
    """The days of a view that is not today's: "AS ON 2008-12-31, AS KNOWN ON 2009-03-04"; or ""."""
    days = [] if view.on == today else [f"AS ON {view.on}"]
    if view.known_on:
        days.append(f"AS KNOWN ON {view.known_on}")
    return ", ".join(days)


def signature_words(signatory: Signatory) -> str:
    """What a state did with the Decision."""
    known = signatory.act != "reservation" or signatory.effects
    return SIGNATURE_WORDS[signatory.act] + ("" if known else " of unknown text")


def position_words(position: Position | None) -> str:
    """A position for a narrow column, at most 14 cells; what only a signature gives in brackets."""
    if position is None:
        return ""
    word = POSITION_WORDS[position.value]
    if position.basis == "signature" and position.value is PositionValue.PARTICIPATES:
        return f"({word})"
    if position.rule is Rule.RESERVATION_UNKNOWN:
        word = "(unknown)"
    return f"{POSITION_MARKS[position.value]} {word}"


def position_name(position: PositionValue | str) -> str:
    """A position that a filter names, or that a decision is to be confirmed."""
    return POSITION_WORDS[position] if isinstance(position, PositionValue) else "to confirm"


def position_sentence(position: Position) -> str:
    """A position as what is said of a state."""
    if position.rule is Rule.RESERVATION_UNKNOWN:
        return "is undetermined: the text of its reservation is unknown"
    return POSITION_SENTENCES[position.value]


def measure_words(measure: Measure, width: int = 1000) -> str:
    """A measure's position and, where they differ, those of its items, as fully as fits.

    Args:
        measure: In a view.
        width: Of the column, in cells; at least 14.
    """
    position, apart = measure.position, measure.apart
    words = position_words(position)
    if position is None or not apart:
        return words
    from rich.cells import cell_len  # dear for those that only tell how far a state has come

    mark = POSITION_MARKS[position.value]
    marks = " ".join(
        f"{each.letter} {POSITION_MARKS[each.position.value]}" for each in apart if each.position
    )
    forms = (
        f"{words}; {apart_words(apart)}",
        f"{words}; {marks}",
        f"{mark} {_SHORT[position.value]}; {marks}",
        f"{mark}; {marks}",
    )
    return next((form for form in forms if cell_len(form) <= width), f"{mark}; {len(apart)} apart")


def decisions_words(number: int) -> str:
    """A number of decisions."""
    return "1 decision" if number == 1 else f"{number} decisions"


def apart_words(items: Iterable[Item]) -> str:
    """The positions of items, those that are alike together: "a, b: does not; c: not bound"."""
    letters: dict[PositionValue, list[str]] = {}
    for item in items:
        if item.position:
            letters.setdefault(item.position.value, []).append(item.letter)
    return "; ".join(
        f"{', '.join(alike)}: {POSITION_WORDS[value]}" for value, alike in letters.items()
    )


def deadline_words(deadline: Deadline) -> str:
    """A deadline for a narrow column, at most 9 cells."""
    if deadline.kind == "annual":
        return "yearly"
    if deadline.kind == "annual-following":
        return f"every {calendar.month_abbr[deadline.runs_from.month]}"
    if deadline.kind == "period" and deadline.start and deadline.end:
        first, last = deadline.start.year, deadline.end.year
        return str(first) if first == last else f"{first}–{last}"
    end = deadline.runs_to
    return f"{calendar.month_abbr[end.month]} {end.year}"


def deadline_reading(deadline: Deadline) -> str:
    """How a deadline is read, in full."""
    match deadline.kind:
        case "annual":
            years = f"{deadline.runs_from.year} to {deadline.runs_to.year}"
            return f"every year, {years}"
        case "annual-following":
            month = calendar.month_name[deadline.runs_from.month]
            years = f"{deadline.runs_from.year} to {deadline.runs_to.year}"
            return f"every {month}, for the year before, {years}"
        case "within":
            return f"by {deadline.end}, counted from the adoption on {deadline.start}"
        case "period":
            return f"{deadline.start} to {deadline.end}"


def translation_words(language: str, mark: str) -> str:
    """That what is shown is a translation: "English: unofficial translation"."""
    return translation_forms(language, mark)[0]


def translation_forms(language: str, mark: str) -> tuple[str, str]:
    """The same, for more room and for less: its own mark, with ours behind it or without."""
    brief = f"{LANGUAGES.get(language, language)}: {mark}"
    return brief if mark == UNOFFICIAL else f"{brief} ({UNOFFICIAL})", brief


def executors_words(programme: Programme, executors: Sequence[str], width: int = 1000) -> str:
    """Executors for a column: the short names that the source prints, as many as fit."""
    labels = [programme.executors[executor].label for executor in executors]
    for shown in range(len(labels), 0, -1):
        left = len(labels) - shown
        words = ", ".join(labels[:shown]) + (f" +{left}" if left else "")
        if len(words) <= width:
            return words
    return f"{labels[0][: width - 4]}… +{len(labels) - 1}" if len(labels) > 1 else "".join(labels)


def not_addressed_words(state: str, width: int) -> str:
    """In place of the executors, that a measure does not address the state."""
    words = f"{state} not addressed"
    return words if len(words) <= width else f"not {state}"


def executor_name(programme: Programme, executor: str) -> str:
    """An executor by its full name, with the short one where they differ."""
    found = programme.executors[executor]
    if found.name is None or found.name == found.label:
        return found.label
    return f"{found.label} – {found.name}"


def due_words(due: Due) -> str:
    """What a deadline filter keeps, as it follows "measures"."""
    if isinstance(due, DueRange):
        text = str(due)
        if ".." not in text:
            return f"due in {text}"
        if due.first and due.last:
            return f"due from {due.first} to {due.last}"
        return f"due by {due.last}" if due.last else f"due from {due.first} on"
    return "that recur" if due == RECURRING else f"{due}"


def filter_sentence(programme: Programme, chosen: Filter) -> str:
    """The filter as a sentence, such as "Measures in section II, for DİNŞ, due in 2008"."""
    if not chosen:
        return "All measures"
    clauses = []
    if chosen.section:
        plural = "sections" if len(chosen.section) > 1 else "section"
        clauses.append(f"in {plural} {_either(chosen.section)}")
    if chosen.executor:
        clauses.append(
            f"for {_either(programme.executors[each].label for each in chosen.executor)}"
        )
    if chosen.due:
        clauses.append(_either(due_words(due) for due in chosen.due))
    if chosen.position:
        clauses.append(_either(map(position_name, chosen.position)))
    if chosen.text:
        clauses.append(f"with {' and '.join(f'“{word}”' for word in chosen.text)}")
    return f"Measures {', '.join(clauses)}"


def entry_sentence(entry: Entry) -> str:
    """What an entry says, without who recorded it."""
    if entry.kind == "retraction":
        return f"took back {entry.retracts}: {entry.reason}"
    if entry.kind == "progress":
        return _progress_sentence(entry)
    if entry.kind == "return":
        return _return_sentence(entry)
    if entry.kind == "treaty-action":
        return f"{entry.state}: {treaty_action_words(entry)}"
    if entry.position is None:
        year = f" for {entry.year}" if entry.year else ""
        return f"{entry.state}: {ENTRY_WORDS[entry.kind]}{year}"
    said = f"{entry.state} {POSITION_SENTENCES[entry.position]}"
    return f"{said} (communicated)" if entry.communicated else said


def entry_details(entry: Entry) -> Iterator[tuple[str, str]]:
    """What an entry says beside its sentence: what it is, and what it says."""
    for name in ("authority", "act", "reservation", "responsible", "source", "note"):
        if value := getattr(entry, name):
            yield name, value
    for name, value in entry.details.items():
        if isinstance(value, str) and name not in _IN_THE_SENTENCE.get(entry.kind, ()):
            yield name.replace("_", " "), value


_IN_THE_SENTENCE: dict[EntryKind, tuple[str, ...]] = {
    "progress": ("status",),
    "return": ("number", "corrects"),
    "treaty-action": ("action",),
}
"""The details that the sentence of an entry tells already."""


def progress_word(entry: Entry) -> str:
    """How far the work has come that an entry of progress reports."""
    return STATUS_WORDS[Status(entry.details["status"])]


def treaty_action_words(entry: Entry) -> str:
    """What a state did with a treaty; a later version may have recorded what none here knows."""
    from store.ladder import action_of, action_words

    name = entry.details.get("action")
    action = action_of(name)
    return action_words(action) if action else f"action {name}"


def _progress_sentence(entry: Entry) -> str:
    told = " (communicated)" if entry.details.get("communicated") else ""
    return f"{entry.state} reports for {entry.year}: {progress_word(entry)}{told}"


def _return_sentence(entry: Entry) -> str:
    number, corrects = entry.details["number"], entry.details.get("corrects")
    said = f"{entry.state} released its information for {entry.year}, No {number}"
    return f"{said}, in place of {corrects}" if corrects else said


def entries_words(number: int) -> str:
    """A number of entries."""
    return "1 entry" if number == 1 else f"{number:,} entries"


def size_words(size: int) -> str:
    """A number of bytes, as people say it."""
    for unit, words in ((1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")):
        if size >= unit:
            return f"{size / unit:.1f} {words}"
    return f"{size} bytes"


def _either(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
