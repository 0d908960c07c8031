"""What `--json` prints: the contract that scripts rely on. Pure.

Dates are ISO 8601, and what is unknown or does not apply is null.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from store.values import Address, Deadline, Entry, Item, Measure, Position, PositionValue, Programme

if TYPE_CHECKING:
    from store.docket import Docket
    from store.paragraphs import Paragraph
    from store.values import Officer, Sheet
    from store.verification import Verification

Record = dict[str, object]

ENTRY = (
    "id",
    "origin",
    "seq",
    "kind",
    "state",
    "measure",
    "item",
    "position",
    "decided_on",
    "authority",
    "act",
    "reservation",
    "responsible",
    "note",
    "source",
    "communicated",
    "retracts",
    "reason",
    "retracted_by",
    "recorded_at",
    "recorded_by",
    "hash",
)
"""The keys of an entry's record, which are the names of its attributes."""

MORE = ("treaty", "year", "details")
"""What the record of an entry has beside, if it is neither a decision nor a retraction."""


def entry_record(entry: Entry) -> Record:
    """An entry of the ledger."""
    record: Record = {name: getattr(entry, name) for name in ENTRY}
    record["decided_on"] = _iso(entry.decided_on)
    if entry.kind not in ("decision", "retraction"):
        record |= {name: getattr(entry, name) for name in MORE}
    return record


def measure_record(measure: Measure) -> Record:
    """A measure; its position is null as long as no state was chosen."""
    return {
        "key": measure.key,
        "number": measure.number,
        "section": measure.section,
        "text": measure.text,
        "items": [_item_record(item) for item in measure.items],
        "deadline": _deadline_record(measure.deadline),
        "executors": list(measure.executors),
        "executors_printed": measure.executors_printed,
        "inferred": measure.inferred,
        "decision_bodies": list(measure.decision_bodies),
        "position": _position_record(measure.position),
    }


def sheet_record(sheet: "Sheet") -> Record:
    """A measure in full: its items have their positions, and notes and history follow."""
    addresses = sheet.addresses
    return {
        **measure_record(sheet.measure),
        "items": [
            {
                **_item_record(item),
                "position": _position_record(item.position),
                "addressed": address_record(addresses.get(item.key)),
            }
            for item in sheet.measure.items
        ],
        "notes": list(sheet.notes),
        "history": [entry_record(entry) for entry in sheet.history],
        "addressed": address_record(addresses.get(sheet.measure.key)),
    }


def status_record(programme: Programme, docket: "Docket") -> Record:
    """How far a state has come; its positions are null as long as no state was chosen."""
    state = docket.view.state
    return {
        "programme": programme.id,
        "state": state,
        "on": docket.view.on.isoformat(),
        "known_on": _iso(docket.view.known_on),
        "total": docket.total,
        "decided": docket.decided,
        "positions": dict(position_counts(docket.measures)) if state else None,
        "sections": [
            {"number": key, "title": title, "total": total, "decided": decided}
            for key, title, total, decided in section_counts(programme, docket.measures)
        ],
    }


def position_counts(measures: Iterable[Measure]) -> list[tuple[PositionValue, int]]:
    """On how many measures each of the six positions holds."""
    counts = Counter(measure.position.value for measure in measures if measure.position)
    return [(value, counts[value]) for value in PositionValue]


def section_counts(
    programme: Programme, measures: Iterable[Measure]
) -> list[tuple[str, str, int, int]]:
    """Each section's key and title, how many measures it has, and how many are decided."""
    known = tuple(measures)
    total = Counter(measure.section for measure in known)
    decided = Counter(measure.section for measure in known if measure.decided)
    return [
        (section.key, section.title, total[section.key], decided[section.key])
        for section in programme.sections
    ]


def verification_record(found: "Verification") -> Record:
    """What a check of the register found."""
    return {
        "sound": found.sound,
        "entries": found.entries,
        "origins": found.origins,
        "problems": [asdict(problem) for problem in found.problems],
    }


def officer_record(officer: "Officer") -> Record:
    """Whose register it is."""
    return {"state": officer.state, "officer": officer.name}


def paragraph_record(paragraph: "Paragraph") -> Record:
    """A paragraph of the act, or a note of ours; its text with what is printed before it."""
    return {
        "part": paragraph.part,
        "kind": paragraph.kind,
        "key": paragraph.key,
        "text": paragraph.words,
        "position": _position_record(paragraph.position),
    }


def _item_record(item: Item) -> Record:
    return {"key": item.key, "letter": item.letter, "text": item.text}


def _deadline_record(deadline: Deadline) -> Record:
    return {
        "printed": deadline.printed,
        "kind": deadline.kind,
        "start": _iso(deadline.start),
        "end": _iso(deadline.end),
    }


def _position_record(position: Position | None) -> Record | None:
    if position is None:
        return None
    return {
        "value": position.value,
        "basis": position.basis,
        "decision": entry_record(position.decision) if position.decision else None,
        "to_confirm": position.to_confirm,
    }


def address_record(address: Address | None) -> Record | None:
    """Whether a measure addresses a state; null where that does not depend on treaties."""
    if address is None:
        return None
    return {"answer": address.answer, "treaties": list(address.treaties)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
