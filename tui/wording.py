"""The words of screens and commands for the register's values."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

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
from tui.language import Words, _, mark, plural, said
from tui.months import EVERY_MONTH, MONTHS, month_of_year

# each at most 12 cells
POSITION_WORDS = Words(
    {
        PositionValue.PARTICIPATES: mark("participates"),
        PositionValue.IN_PART: mark("in part"),
        PositionValue.DOES_NOT: mark("does not"),
        PositionValue.CONSIDERING: mark("considering"),
        PositionValue.UNDETERMINED: mark("undetermined"),
        PositionValue.NOT_BOUND: mark("not bound"),
    }
)
"""Short, for a narrow column. No two look alike, with colour or without."""

POSITION_SENTENCES = Words(
    {
        PositionValue.PARTICIPATES: mark("participates"),
        PositionValue.IN_PART: mark("participates in part"),
        PositionValue.DOES_NOT: mark("does not participate"),
        PositionValue.CONSIDERING: mark("is considering whether to participate"),
        PositionValue.UNDETERMINED: mark("has not determined whether it participates"),
        PositionValue.NOT_BOUND: mark("is not bound"),
    }
)

POSITION_MARKS = {
    PositionValue.PARTICIPATES: "●",
    PositionValue.IN_PART: "◐",
    PositionValue.DOES_NOT: "✗",
    PositionValue.CONSIDERING: "…",
    PositionValue.UNDETERMINED: "?",
    PositionValue.NOT_BOUND: "–",
}

# each at most 11 cells
STATUS_WORDS = Words(
    {
        Status.NOT_STARTED: mark("not started"),
        Status.IN_PROGRESS: mark("in progress"),
        Status.DONE: mark("done"),
        Status.CONTINUOUS: mark("continuous"),
        Status.NOT_PLANNED: mark("not planned"),
    }
)

MARK_SIGNS: dict[Mark, str] = {"unchanged": "=", "changed": "~", "new": "+"}
"""A line of a year against that of the year before."""

MARK_WORDS: Words[Mark] = Words(
    {
        "unchanged": mark("unchanged since the year before"),
        "changed": mark("changed since the year before"),
        "new": mark("new: nothing was said the year before"),
    }
)

ENTRY_WORDS: Words[EntryKind] = Words(
    {
        "decision": mark("decision"),
        "confirmation": mark("confirmed"),
        "notification": mark("notification deposited"),
        "treaty-action": mark("treaty action"),
        "fulfilment": mark("fulfilled"),
        "progress": mark("progress"),
        "return": mark("released"),
        "retraction": mark("taken back"),
    }
)
"""What an entry is, for a column."""

PART_WORDS = Words(
    {
        Part.LAW: mark("Law"),
        Part.DECISION: mark("Decision"),
        Part.SIGNATURES: mark("Signatures"),
        Part.PASSPORT: mark("Passport"),
        Part.PROGRAMME: mark("Programme"),
        Part.ANNEX: mark("Annex"),
        Part.SPECIAL_OPINION: mark("Special opinion"),
    }
)
"""The parts of the act, in its order."""

CHANGED = mark("the words it was taken on have changed")

TO_CONFIRM_MARK = "!"
"""Beside a position whose decision is to be confirmed."""

# each at most 10 cells
_SHORT = Words(
    {
        PositionValue.PARTICIPATES: mark("partic."),
        PositionValue.IN_PART: mark("in part"),
        PositionValue.DOES_NOT: mark("doesn’t"),
        PositionValue.CONSIDERING: mark("consid."),
        PositionValue.UNDETERMINED: mark("undet."),
        PositionValue.NOT_BOUND: mark("unbound"),
    }
)
"""Where what items have stands beside it in a narrow column."""

UNOFFICIAL = mark("unofficial translation")
"""How translations are marked, whatever their language."""

LANGUAGES = {"az": "Azərbaycanca", "en": "English", "ru": "Русский"}
"""The languages in which a programme's words are shown, each by its own name."""

SIGNATURE_WORDS: Words[SignatureAct] = Words(
    {
        "signed": mark("signed"),
        "special-opinion": mark("signed with a special opinion"),
        "reservation": mark("signed with a reservation"),
        "not-signed": mark("not signed"),
    }
)


def years_words(programme: Programme) -> str:
    """The years of a programme: "2007-2010"."""
    first, last = programme.first_year, programme.last_year
    return str(first) if first == last else f"{first}-{last}"


def outside_years(programme: Programme, day: date, *, brief: bool = False) -> str:
    """That a day is outside a programme's years: "after the programme's years 2007-2010"; or ""."""
    if programme.first_year <= day.year <= programme.last_year:
        return ""
    years = years_words(programme)
    if day.year < programme.first_year:
        said = _("before {years}") if brief else _("before the programme's years {years}")
    else:
        said = _("after {years}") if brief else _("after the programme's years {years}")
    return said.format(years=years)


def days_words(view: View) -> str:
    """The days of a view, as they follow "on": "2008-12-31, as known on 2009-03-04"."""
    if view.known_on is None:
        return str(view.on)
    return _("{day}, as known on {known}", day=view.on, known=view.known_on)


def seen_words(view: View) -> str:
    """On which days a view is: "on 2008-12-31, as known on 2009-03-04"."""
    if view.known_on is None:
        return _("on {day}", day=view.on)
    return _("on {day}, as known on {known}", day=view.on, known=view.known_on)


def another_day(view: View, today: date) -> str:
    """The days of a view that is not today's: "AS ON 2008-12-31, AS KNOWN ON 2009-03-04"; or ""."""
    days = [] if view.on == today else [_("AS ON {day}", day=view.on)]
    if view.known_on:
        days.append(_("AS KNOWN ON {day}", day=view.known_on))
    return ", ".join(days)


def signature_words(signatory: Signatory) -> str:
    """What a state did with the Decision."""
    if signatory.act == "reservation" and not signatory.effects:
        return _("signed with a reservation of unknown text")
    return SIGNATURE_WORDS[signatory.act]


def position_words(position: Position | None) -> str:
    """A position for a narrow column, at most 14 cells; what only a signature gives in brackets."""
    if position is None:
        return ""
    word = POSITION_WORDS[position.value]
    if position.basis == "signature" and position.value is PositionValue.PARTICIPATES:
        return f"({word})"
    if position.rule is Rule.RESERVATION_UNKNOWN:
        word = _("(unknown)")  # at most 12 cells
    return f"{POSITION_MARKS[position.value]} {word}"


def position_sentence(position: Position) -> str:
    """A position as what is said of a state."""
    if position.rule is Rule.RESERVATION_UNKNOWN:
        return _("is undetermined: the text of its reservation is unknown")
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

    sign = POSITION_MARKS[position.value]
    marks = " ".join(
        f"{each.letter} {POSITION_MARKS[each.position.value]}" for each in apart if each.position
    )
    forms = (
        f"{words}; {apart_words(apart)}",
        f"{words}; {marks}",
        f"{sign} {_SHORT[position.value]}; {marks}",
        f"{sign}; {marks}",
    )
    fitting = (form for form in forms if cell_len(form) <= width)
    # at most 12 cells
    return next(fitting, "") or f"{sign}; " + _("{n} apart", n=len(apart))


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


def translation_words(language: str, mark: str) -> str:
    """That what is shown is a translation: "English: unofficial translation"."""
    return translation_forms(language, mark)[0]


def translation_forms(language: str, mark: str) -> tuple[str, str]:
    """The same, for more room and for less: its own mark, with ours behind it or without."""
    brief = f"{LANGUAGES.get(language, language)}: {mark}"
    ours = _(UNOFFICIAL)
    return brief if mark == ours else f"{brief} ({ours})", brief


def quoted(words: str) -> str:
    """Words that are somebody else's: official ones, or those that are looked for."""
    return _("“{words}”", words=words)


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
    words = _("{state} not addressed", state=state)
    return words if len(words) <= width else _("not {state}", state=state)


def executor_name(programme: Programme, executor: str) -> str:
    """An executor by its full name, with the short one where they differ."""
    found = programme.executors[executor]
    if found.name is None or found.name == found.label:
        return found.label
    return f"{found.label} – {found.name}"


def entry_sentence(entry: Entry) -> str:
    """What an entry says, without who recorded it."""
    if entry.kind == "retraction":
        return _("took back {entry}: {reason}", entry=entry.retracts, reason=entry.reason)
    if entry.kind == "progress":
        return _progress_sentence(entry)
    if entry.kind == "return":
        return _return_sentence(entry)
    if entry.kind == "treaty-action":
        return f"{entry.state}: {treaty_action_words(entry)}"
    if entry.position is None:
        return _of_kind(entry)
    return told_of(f"{entry.state} {POSITION_SENTENCES[entry.position]}", entry.communicated)


def _of_kind(entry: Entry) -> str:
    if entry.year and entry.kind == "fulfilment":
        return _("{state}: fulfilled for {year}", state=entry.state, year=entry.year)
    return f"{entry.state}: {ENTRY_WORDS[entry.kind]}"


def told_of(sentence: str, communicated: bool) -> str:  # noqa: FBT001  # what an entry says of itself
    """A sentence, marked where another state has communicated what it says."""
    return _("{sentence} (communicated)", sentence=sentence) if communicated else sentence


DETAIL_WORDS: Words[str] = Words(
    {
        "authority": mark("authority"),
        "act": mark("act"),
        "reservation": mark("reservation"),
        "responsible": mark("responsible"),
        "source": mark("source"),
        "note": mark("note"),
        "status": mark("status"),
        "text": mark("text"),
        "action": mark("action"),
        "reference": mark("reference"),
        "reason": mark("reason"),
        "number": mark("number"),
        "corrects": mark("corrects"),
        "confirms": mark("confirms"),
        "snapshot": mark("snapshot"),
        "snapshot_hash": mark("snapshot hash"),
        "decided_on": mark("decided on"),
    }
)
"""What an entry says beside its sentence, by the name under which it is kept."""


def detail_name(name: str) -> str:
    """What a detail of an entry is; a later version may have recorded what none here knows."""
    return DETAIL_WORDS.get(name) or name.replace("_", " ")


def entry_details(entry: Entry) -> Iterator[tuple[str, str]]:
    """What an entry says beside its sentence: what it is, and what it says."""
    for name in ("authority", "act", "reservation", "responsible", "source", "note"):
        if value := getattr(entry, name):
            yield detail_name(name), value
    for name, value in entry.details.items():
        if isinstance(value, str) and name not in _IN_THE_SENTENCE.get(entry.kind, ()):
            yield detail_name(name), value


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
    return said(action_words(action)) if action else _("action {name}", name=name)


def _progress_sentence(entry: Entry) -> str:
    said = _(
        "{state} reports for {year}: {status}",
        state=entry.state,
        year=entry.year,
        status=progress_word(entry),
    )
    return told_of(said, bool(entry.details.get("communicated")))


def _return_sentence(entry: Entry) -> str:
    number, corrects = entry.details["number"], entry.details.get("corrects")
    values = {"state": entry.state, "year": entry.year, "number": number, "before": corrects}
    if corrects:
        return _(
            "{state} released its information for {year}, No {number}, in place of {before}",
            **values,
        )
    return _("{state} released its information for {year}, No {number}", **values)


def entries_words(number: int) -> str:
    """A number of entries."""
    return plural("{n} entry", "{n} entries", number, n=f"{number:,}")


def size_words(size: int) -> str:
    """A number of bytes, as people say it."""
    for unit, words in (
        (1 << 30, mark("{n} GB")),
        (1 << 20, mark("{n} MB")),
        (1 << 10, mark("{n} KB")),
    ):
        if size >= unit:
            return _(words, n=f"{size / unit:.1f}")
    return _("{n} bytes", n=size)


def recorded_words(entry: Entry) -> str:
    """When and by whom an entry was recorded."""
    moment = entry.recorded_at[:16].replace("T", " ")
    return _("recorded {moment} UTC by {officer}", moment=moment, officer=entry.recorded_by)
