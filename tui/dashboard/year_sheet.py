"""A year as text for a screen: one line in full, and a release from top to bottom. Pure."""

from collections.abc import Iterator
from typing import Any

from store.reporting import Line, Release, Said, Status
from store.snapshot_overlay import snapshot_in
from store.texts import Texts
from store.values import Position, PositionValue
from tui.dashboard.sheet import Part
from tui.language import _
from tui.wording.positions import POSITION_SENTENCES, position_words
from tui.wording.quoting import quoted
from tui.wording.reporting import MARK_WORDS, STATUS_WORDS

Record = dict[str, Any]


def line_parts(line: Line, state: str) -> Iterator[Part]:
    """A measure in a year: what is said, what was said before, the position, its words."""
    measure = line.measure
    if line.said is None:
        yield f"{measure.key}  {_('{year}: nothing is said yet', year=line.year)}", "bold"
    elif line.carried:
        opens = _("{year}: nothing is said yet; it opens from", year=line.year)
        yield f"{measure.key}  {opens}", "bold"
        yield f"{line.said.year}: {_said(line.said)}", ""
    else:
        yield f"{measure.key}  {line.year}: {_said(line.said)}", "bold"
        yield _said_on(line, line.said), "dim"
        if line.before:
            yield f"{line.before.year}: {_said(line.before)}", ""
    if measure.position:
        yield f"{position_words(measure.position)}: {_basis(measure.position, state)}", ""
    if line.responsible:
        yield _("Responsible: {body}", body=line.responsible), ""
    yield measure.text, "dim"


def release_parts(release: Release, texts: Texts | None = None) -> Iterator[Part]:
    """A release as it was frozen, from top to bottom.

    Args:
        release: As it was frozen.
        texts: The translation to read it in; None for the words that were released.
    """
    frozen = release.snapshot
    if texts:
        frozen = snapshot_in(texts, frozen)
        yield _("Released in the official words; read here in a translation."), "italic"
    state, year = frozen["state"]["name"], frozen["year"]
    yield _("Information of {state} for {year}", state=state, year=year), "bold"
    yield (
        _(
            "No {number} of {date}, released by {officer}",
            number=frozen["number"],
            date=frozen["date"],
            officer=frozen["officer"],
        ),
        "",
    )
    if duty := frozen["duty"]:
        yield f"{duty['number'] or duty['key']}  {duty['text']} ({duty['deadline']})", "dim"
    if corrects := frozen["corrects"]:
        yield _("In place of No {number} of {date}: {reason}", **corrects), ""
    if release.corrected_by:
        yield _("Corrected by {entry}", entry=release.corrected_by), "bold"
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
        yield _("{status}, as in {year}", status=words, year=carried) if carried else words, ""
        if progress["text"]:
            yield progress["text"], ""
    else:
        yield _("nothing said"), "dim"


def _frozen_position(record: Record, state: str) -> Iterator[Part]:
    position = record["position"]
    yield _stated(position, state), ""
    if clause := position["clause"]:
        yield quoted(clause["text"]), "dim"
    if decision := position["decision"]:
        by = "; ".join(
            filter(None, (decision["authority"], decision["act"], decision["reservation"]))
        )
        yield _by_decision(decision["date"], by), "dim"
    if record["responsible"]:
        yield _("Responsible: {body}", body=record["responsible"]), ""


def _stated(position: Record, state: str) -> str:
    return f"{state} {POSITION_SENTENCES[PositionValue(position['value'])]}"


def _basis(position: Position, state: str) -> str:
    decision = position.decision
    if decision:
        return _("{state} decided on {day}", state=state, day=decision.decided_on)
    return quoted(position.clause.text) if position.clause else ""


def _by_decision(day: str, details: str) -> str:
    if not details:
        return _("by its decision of {decided_on}", decided_on=day)
    return _("by its decision of {day}: {details}", day=day, details=details)


def _said_on(line: Line, said: Said) -> str:
    if line.mark is None:
        return _("said on {day}, {entry}", day=said.said_on, entry=said.entry)
    mark = MARK_WORDS[line.mark]
    return _("said on {day}, {entry} ({mark})", day=said.said_on, entry=said.entry, mark=mark)


def _said(said: Said) -> str:
    words = STATUS_WORDS[said.status]
    return f"{words}. {said.text}" if said.text else words
