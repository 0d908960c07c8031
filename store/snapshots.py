"""The snapshot that a release freezes: complete in itself, with one way to write it. Pure.

It repeats the official words, so that it can be read when the programme's edition has changed, or
by somebody who has nothing else.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from store.chain import canonical
from store.reporting import Information, Line, Release, Said
from store.values import Item, Measure, Position, Programme, Signatory

FORMAT = "istirak-information-1"
"""What is written in it first, so that a reader knows what follows."""

Record = dict[str, Any]


def snapshot(
    programme: Programme,
    signatory: Signatory,
    information: Information,
    *,
    number: str,
    released_on: date,
    officer: str,
    corrects: Release | None = None,
    reason: str | None = None,
) -> Record:
    """All that a release says.

    Args:
        programme: The programme.
        signatory: The state's row of the signature table.
        information: As it stands on the day of release.
        number: Its number.
        released_on: Its date.
        officer: Who releases it.
        corrects: The release that it supersedes, if any.
        reason: Why.
    """
    return {
        "format": FORMAT,
        "programme": _programme(programme),
        "state": {
            "code": signatory.state,
            "name": signatory.name,
            "signature": signatory.act,
            "printed": signatory.printed,
        },
        "year": information.year,
        "number": number,
        "date": released_on.isoformat(),
        "officer": officer,
        "duty": _provision(information.duty) if information.duty else None,
        "corrects": _corrected(corrects, reason) if corrects else None,
        "measures": [line_record(line) for line in information.lines],
    }


def snapshot_hash(frozen: Mapping[str, Any]) -> str:
    """SHA-256, in hex, of a snapshot in canonical JSON, UTF-8."""
    return hashlib.sha256(canonical(frozen).encode()).hexdigest()


def is_as_released(payload: Mapping[str, Any]) -> bool:
    """Whether the snapshot in the payload of a release is the one that its hash was taken of."""
    return payload.get("snapshot_hash") == snapshot_hash(payload.get("snapshot") or {})


def differing(frozen: Mapping[str, Any], lines: Iterable[Line]) -> tuple[str, ...]:
    """The measures of which the register now says something else than a snapshot does."""
    then = {record["key"]: _gist(record) for record in frozen["measures"]}
    now = {line.measure.key: _gist(line_record(line)) for line in lines}
    return tuple(key for key in (then | now) if then.get(key) != now.get(key))


def _gist(record: Record) -> tuple[object, ...]:
    """What a line tells its reader, whatever entry it rests on."""
    position, progress = record["position"] or {}, record["progress"] or {}
    return (
        position.get("value"),
        tuple((item["key"], (item["position"] or {}).get("value")) for item in record["items"]),
        record["responsible"],
        progress.get("status"),
        progress.get("text"),
    )


def _programme(programme: Programme) -> Record:
    return {
        "id": programme.id,
        "title": programme.title,
        "adopted_on": programme.adopted_on.isoformat(),
        "first_year": programme.first_year,
        "last_year": programme.last_year,
        "sections": [
            {"key": section.key, "printed": section.printed} for section in programme.sections
        ],
        "executors": {
            each.id: {"label": each.label, "name": each.name}
            for each in programme.executors.values()
        },
    }


def _corrected(release: Release, reason: str | None) -> Record:
    return {
        "entry": release.entry,
        "number": release.number,
        "date": release.released_on.isoformat(),
        "hash": release.hash,
        "reason": reason,
    }


def _provision(measure: Measure) -> Record:
    return {
        "key": measure.key,
        "number": measure.number,
        "text": measure.text,
        "deadline": measure.deadline.printed,
    }


def line_record(line: Line) -> Record:
    """A measure in a year: official words, position with what it rests on, what is said of it."""
    measure = line.measure
    return {
        **_provision(measure),
        "section": measure.section,
        "items": [_item(item) for item in measure.items],
        "executors": list(measure.executors),
        "executors_printed": measure.executors_printed,
        "position": _position(measure.position),
        "responsible": line.responsible,
        "progress": _progress(line, line.said) if line.said else None,
    }


def _item(item: Item) -> Record:
    return {
        "key": item.key,
        "letter": item.letter,
        "text": item.text,
        "position": _position(item.position),
    }


def _position(position: Position | None) -> Record | None:
    """A position with what it rests on: the clause of the act, or the decision."""
    if position is None:
        return None
    decision, clause = position.decision, position.clause
    return {
        "value": position.value.value,
        "basis": position.basis,
        "rule": position.rule.value,
        "clause": {"part": clause.part.value, "text": clause.text} if clause else None,
        "decision": {
            "entry": decision.id,
            "date": decision.decided_on.isoformat() if decision.decided_on else None,
            "authority": decision.authority,
            "act": decision.act,
            "reservation": decision.reservation,
        }
        if decision
        else None,
    }


def _progress(line: Line, said: Said) -> Record:
    return {
        "status": said.status.value,
        "text": said.text,
        "mark": line.mark,
        "carried_from": said.year if line.carried else None,
        "entry": said.entry,
    }
