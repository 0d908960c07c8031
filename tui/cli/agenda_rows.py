"""What falls due as records and rows: the contract that scripts rely on. Pure."""

from collections.abc import Mapping, Sequence

from store.occurrences import Occurrence
from store.values import Programme
from tui.language import said
from tui.wording.agenda import standing_words
from tui.wording.agenda_reasons import reason
from tui.wording.programme import executors_words

COLUMNS = (
    "measure",
    "rule",
    "printed",
    "anchor",
    "reading",
    "start",
    "end",
    "status",
    "reason",
    "year",
    "anchored_on",
    "holds",
    "done",
    "overdue",
    "settled_by",
    "position",
    "executors",
)


def occurrence_record(
    programme: Programme, state: str | None, occurrence: Occurrence
) -> dict[str, object]:
    """One time that a measure falls due; dates are ISO 8601, and what does not apply is null."""
    return {
        "measure": occurrence.measure,
        "rule": occurrence.rule,
        "printed": occurrence.printed,
        "anchor": occurrence.anchor,
        "reading": occurrence.reading,
        "start": occurrence.start.isoformat() if occurrence.start else None,
        "end": occurrence.end.isoformat() if occurrence.end else None,
        "status": occurrence.status,
        "reason": reason(programme, state, occurrence),
        "year": occurrence.year,
        "anchored_on": occurrence.anchored_on.isoformat() if occurrence.anchored_on else None,
        "holds": occurrence.holds,
        "done": occurrence.settled is not None,
        "overdue": occurrence.overdue,
        "settled_by": occurrence.settled.id if occurrence.settled else None,
        "position": occurrence.position,
        "executors": list(occurrence.executors),
    }


def occurrence_cells(
    programme: Programme, state: str | None, occurrence: Occurrence
) -> Mapping[str, object]:
    """The same by `COLUMNS`; ids are joined by spaces."""
    record = occurrence_record(programme, state, occurrence)
    return record | {"executors": " ".join(occurrence.executors)}


def occurrence_line(
    programme: Programme, state: str | None, occurrence: Occurrence
) -> Sequence[str]:
    """As a plain line: key, first and last day, how it stands, reading, executors, text, why."""
    return (
        occurrence.measure,
        str(occurrence.start or ""),
        str(occurrence.end or ""),
        standing_words(occurrence),
        occurrence.reading,
        executors_words(programme, occurrence.executors),
        occurrence.text,
        said(reason(programme, state, occurrence)),
    )
