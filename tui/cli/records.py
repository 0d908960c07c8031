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
    from store.editions import FormerSheet
    from store.paragraphs import Paragraph
    from store.reasons import Why
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
        "in_programme": True,
        "same_words": [],
    }


def former_record(former: "FormerSheet") -> Record:
    """What is no longer in the programme: what only the programme can tell is null or empty."""
    words = former.words
    return {
        "key": former.key,
        "number": None,
        "section": None,
        "text": words.text if words else None,
        "items": [
            {
                "key": item.key,
                "letter": item.letter,
                "text": item.text,
                "position": _position_record(item.position),
                "addressed": None,
            }
            for item in former.items
        ],
        "deadline": {
            "printed": words.deadline if words else None,
            "kind": None,
            "start": None,
            "end": None,
        },
        "executors": [],
        "executors_printed": words.executors if words else None,
        "inferred": False,
        "decision_bodies": [],
        "position": _position_record(former.position),
        "notes": [],
        "history": [entry_record(entry) for entry in former.history],
        "addressed": None,
        "in_programme": False,
        "same_words": list(former.moved_to),
    }


def why_record(why: "Why", on: date) -> Record:
    """Why a position holds."""
    position, clause, words = why.position, why.clause, why.words
    return {
        "key": why.key,
        "state": why.state,
        "on": on.isoformat(),
        "position": position.value if position else None,
        "basis": position.basis if position else None,
        "rule": position.rule if position else None,
        "clause": {"part": clause.part, "text": clause.text} if clause else None,
        "decision": entry_record(why.decision) if why.decision else None,
        "superseded": [entry.id for entry in why.superseded],
        "retracted": [entry.id for entry in why.retracted],
        "confirmations": [entry.id for entry in why.confirmations],
        "otherwise": why.otherwise.value if why.otherwise else None,
        "to_confirm": bool(position and position.to_confirm),
        "changes": [
            {"where": each.where, "letter": each.letter, "old": each.old, "new": each.new}
            for each in why.changes
        ],
        "words": {
            "text": words.text,
            "items": [{"letter": letter, "text": text} for letter, text in words.items],
            "deadline": words.deadline,
            "executors": words.executors,
            "decision_bodies": words.decision_bodies,
        }
        if words
        else None,
        "in_programme": not why.gone,
        "same_words": list(why.moved_to),
    }


def status_record(
    programme: Programme, docket: "Docket", no_longer: Iterable[Entry] = ()
) -> Record:
    """How far a state has come; its positions are null as long as no state was chosen.

    Args:
        programme: The programme.
        docket: All its measures.
        no_longer: The decisions that hold on what is no longer in it.
    """
    state = docket.view.state
    return {
        "programme": programme.id,
        "state": state,
        "on": docket.view.on.isoformat(),
        "known_on": _iso(docket.view.known_on),
        "total": docket.total,
        "decided": docket.decided,
        "to_confirm": list(docket.to_confirm),
        "no_longer": [entry.key for entry in no_longer],
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
