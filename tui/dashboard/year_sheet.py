"""A year as text for a screen: one line in full, and a release from top to bottom. Pure."""

from collections.abc import Iterator
from typing import Any

from store.reporting import Line, Release, Said, Status
from store.values import Position, PositionValue
from tui.dashboard.sheet import Part
from tui.wording import MARK_WORDS, POSITION_SENTENCES, STATUS_WORDS, position_words

Record = dict[str, Any]


def line_parts(line: Line, state: str) -> Iterator[Part]:
    """A measure in a year: what is said, what was said before, the position, its words."""
    measure = line.measure
    if line.said is None:
        yield f"{measure.key}  {line.year}: nothing is said yet", "bold"
    elif line.carried:
        yield f"{measure.key}  {line.year}: nothing is said yet; it opens from", "bold"
        yield f"{line.said.year}: {_said(line.said)}", ""
    else:
        mark = f" ({MARK_WORDS[line.mark]})" if line.mark else ""
        yield f"{measure.key}  {line.year}: {_said(line.said)}", "bold"
        yield f"said on {line.said.said_on}, {line.said.entry}{mark}", "dim"
        if line.before:
            yield f"{line.before.year}: {_said(line.before)}", ""
    if measure.position:
        yield f"{position_words(measure.position)}: {_basis(measure.position, state)}", ""
    if line.responsible:
        yield f"Responsible: {line.responsible}", ""
    yield measure.text, "dim"


def release_parts(release: Release) -> Iterator[Part]:
    """A release as it was frozen, from top to bottom."""
    frozen = release.snapshot
    yield f"Information of {frozen['state']['name']} for {frozen['year']}", "bold"
    yield f"No {frozen['number']} of {frozen['date']}, released by {frozen['officer']}", ""
    if duty := frozen["duty"]:
        yield f"{duty['number'] or duty['key']}  {duty['text']} ({duty['deadline']})", "dim"
    if corrects := frozen["corrects"]:
        yield f"In place of No {corrects['number']} of {corrects['date']}: {corrects['reason']}", ""
    if release.corrected_by:
        yield f"Corrected by {release.corrected_by}", "bold"
    yield f"SHA-256 {release.hash}", "dim"
    yield f"{release.entry} · {frozen['programme']['title']}", "dim"
    for record in frozen["measures"]:
        yield "", ""
        yield from _measure(record, frozen["state"]["code"])


def _measure(record: Record, state: str) -> Iterator[Part]:
    yield f"{record['key']}  {record['text']}", "bold"
    for item in record["items"]:
        yield f"  {item['letter']}) {item['text']}", ""
        if item["position"] and item["position"]["value"] != record["position"]["value"]:
            yield f"     {_stated(item['position'], state)}", ""
    yield from _frozen_position(record, state)
    if progress := record["progress"]:
        carried = progress["carried_from"]
        words = STATUS_WORDS[Status(progress["status"])]
        yield f"{words}{f', as in {carried}' if carried else ''}", ""
        if progress["text"]:
            yield progress["text"], ""
    else:
        yield "nothing said", "dim"


def _frozen_position(record: Record, state: str) -> Iterator[Part]:
    position = record["position"]
    yield _stated(position, state), ""
    if clause := position["clause"]:
        yield f"“{clause['text']}”", "dim"
    if decision := position["decision"]:
        by = "; ".join(
            filter(None, (decision["authority"], decision["act"], decision["reservation"]))
        )
        yield f"by its decision of {decision['date']} {by}".strip(), "dim"
    if record["responsible"]:
        yield f"Responsible: {record['responsible']}", ""


def _stated(position: Record, state: str) -> str:
    return f"{state} {POSITION_SENTENCES[PositionValue(position['value'])]}"


def _basis(position: Position, state: str) -> str:
    decision = position.decision
    if decision:
        return f"{state} decided on {decision.decided_on}"
    return f"“{position.clause.text}”" if position.clause else ""


def _said(said: Said) -> str:
    words = STATUS_WORDS[said.status]
    return f"{words}. {said.text}" if said.text else words
