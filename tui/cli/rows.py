"""Records as rows: the cells of comma-separated values, and of plain lines. Pure."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from store.paragraphs import Paragraph
from store.values import Entry, Measure, Programme
from tui.cli.entries import dated_sentence, details
from tui.cli.records import ENTRY
from tui.language import _
from tui.wording.deadlines import deadline_words
from tui.wording.programme import executors_words

_DECISION = ("decided_on", "authority", "act", "reservation", "responsible", "note", "source")

MEASURE_COLUMNS = (
    "key",
    "number",
    "section",
    "text",
    "items",
    "deadline_printed",
    "deadline_kind",
    "deadline_start",
    "deadline_end",
    "executors",
    "executors_printed",
    "inferred",
    "decision_bodies",
    "position",
    "basis",
    "decision",
    *_DECISION,
    "items_apart",
    "to_confirm",
)

ENTRY_COLUMNS = (*ENTRY, "treaty", "year")


def measure_cells(measure: Measure) -> dict[str, object]:
    """A measure by `MEASURE_COLUMNS`; an item is a line of its cell, ids are joined by spaces."""
    position, deadline = measure.position, measure.deadline
    decision = position.decision if position else None
    return {
        "key": measure.key,
        "number": measure.number,
        "section": measure.section,
        "text": measure.text,
        "items": "\n".join(f"{item.letter}) {item.text}" for item in measure.items),
        "deadline_printed": deadline.printed,
        "deadline_kind": deadline.kind,
        "deadline_start": deadline.start,
        "deadline_end": deadline.end,
        "executors": " ".join(measure.executors),
        "executors_printed": measure.executors_printed,
        "inferred": measure.inferred,
        "decision_bodies": " ".join(measure.decision_bodies),
        "position": position.value if position else None,
        "basis": position.basis if position else None,
        "decision": decision.id if decision else None,
        **{name: getattr(decision, name, None) for name in _DECISION},
        "items_apart": _apart(measure),
        "to_confirm": " ".join(measure.to_confirm),
    }


def entry_cells(entry: Entry) -> Mapping[str, object]:
    """An entry by `ENTRY_COLUMNS`."""
    return {name: getattr(entry, name) for name in ENTRY_COLUMNS}


def measure_lines(programme: Programme) -> Callable[[Measure], Sequence[str]]:
    """What makes a measure a plain line: key, section, deadline, position, executors, text."""
    # Few sets of executors serve many measures.
    executors = cache(partial(executors_words, programme))

    def line(measure: Measure) -> Sequence[str]:
        position = measure.position.value if measure.position else ""
        if apart := _apart(measure):
            position = f"{position}; {apart}"
        deadline = deadline_words(measure.deadline)
        words = executors(measure.executors)
        return (measure.key, measure.section, deadline, position, words, measure.text)

    return line


def entry_line(entry: Entry) -> Sequence[str]:
    """An entry as a plain line: id, key, what, its details, when and by whom, what took it back."""
    return (
        entry.id,
        entry.key,
        dated_sentence(entry),
        "; ".join(details(entry)),
        entry.recorded_at,
        entry.recorded_by,
        _("taken back by {entry}", entry=entry.retracted_by) if entry.retracted_by else "",
    )


def paragraph_line(paragraph: Paragraph) -> Sequence[str]:
    """A paragraph of the act as a plain line: part, kind, key, position, words."""
    return (
        paragraph.part,
        paragraph.kind,
        paragraph.key or "",
        paragraph.position.value if paragraph.position else "",
        paragraph.words,
    )


def _apart(measure: Measure) -> str:
    """The items whose position is another than the measure's: "c: not-bound"."""
    if not measure.items:  # as most have none
        return ""
    return "; ".join(
        f"{item.letter}: {item.position.value}" for item in measure.apart if item.position
    )
