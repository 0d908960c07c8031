"""What moved as records and rows: the contract that scripts rely on. Pure."""

from collections.abc import Mapping, Sequence

from store.changes import Change, Fact
from store.values import Programme
from tui.language import _
from tui.wording.changes import fact_words, subject_words, text_of

COLUMNS = ("measure", "item", "treaty", "year", "what", "before", "after", "by")


def change_record(change: Change) -> dict[str, object]:
    """Something that moved; what does not apply is null."""
    subject = change.subject
    return {
        "key": change.key,
        "measure": subject.measure,
        "item": subject.item,
        "treaty": subject.treaty,
        "year": subject.year,
        "what": subject.what,
        "before": _fact_record(change.before),
        "after": _fact_record(change.after),
        "by": list(change.by),
    }


def change_cells(change: Change) -> Mapping[str, object]:
    """The same by `COLUMNS`: of what held its value alone; ids are joined by spaces."""
    return change_record(change) | {
        "before": change.before.value if change.before else None,
        "after": change.after.value if change.after else None,
        "by": " ".join(change.by),
    }


def change_line(programme: Programme, change: Change) -> Sequence[str]:
    """Something that moved as a plain line: key, what, before, after, by which entries, words."""
    return (
        change.key,
        subject_words(change.subject) or _("position"),
        fact_words(change.before),
        fact_words(change.after),
        " ".join(change.by),
        text_of(programme, change),
    )


def _fact_record(fact: Fact | None) -> dict[str, object] | None:
    if fact is None:
        return None
    entry = fact.entry or (fact.position.decision if fact.position else None)
    return {
        "value": fact.value,
        "basis": fact.position.basis if fact.position else None,
        "entry": entry.id if entry else None,
    }
