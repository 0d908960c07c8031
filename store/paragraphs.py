"""The act from top to bottom: its parts as paragraphs, in the order of the document. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from store.values import Measure, Part, Position

ParagraphKind = Literal[
    "heading",
    "paragraph",
    "line",
    "label",
    "cell",
    "measure",
    "item",
    "deadline",
    "executors",
    "decision-bodies",
    "note",
]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the act as people read it, or a note of ours on what stands above it.

    Attributes:
        part: Where in the act it stands.
        kind: What it is: `line` is one of several that stand together, such as those of a
            signature; `label` heads a row or a column of a table and `cell` is what stands in it;
            `deadline`, `executors` and `decision-bodies` are cells of the measure above them;
            `note` is ours, and all others are official words.
        text: Its words, without a number or letter before them.
        number: What is printed before them, such as `2.4.`, `a)` or `II.`; else None.
        key: The key of the measure or item that it belongs to; None outside the table of measures.
        position: Of a measure or item; None as long as no state was chosen.
    """

    part: Part
    kind: ParagraphKind
    text: str
    number: str | None = None
    key: str | None = None
    position: Position | None = None

    @property
    def words(self) -> str:
        """All that is printed."""
        return self.text if self.number is None else f"{self.number} {self.text}"


Record = Mapping[str, Any]
"""A table of the programme file, as the catalogue keeps it."""

_REGISTRATION = (
    "kind",
    "adopted_on",
    "number",
    "title",
    "publication",
    "in_force_on",
    "classification",
    "register_number",
    "registered_on",
)
"""The rows of the table over the law, in the order in which they are printed."""

_COLUMNS = ("measure", "deadline", "executors", "decision_bodies")


class Beside(NamedTuple):
    """What stands beside a measure and is asked for only here.

    Attributes:
        decision_bodies: The printed cell, or None where it is empty.
        notes: Editorial, ours.
    """

    decision_bodies: str | None
    notes: tuple[str, ...]


def paragraphs(
    document: Record, measures: Sequence[Measure], beside: Mapping[str, Beside]
) -> tuple[Paragraph, ...]:
    """Every paragraph of an act, and our notes, in the order of the act.

    Args:
        document: The programme file without its measures, as the catalogue keeps it.
        measures: The measures in document order, with their positions.
        beside: What stands beside each measure, by its key.
    """
    return tuple(
        paragraph
        for part in (
            _law(document["law"]),
            _decision(document["decision"]),
            _signatures(document["signatures"]),
            _passport(document),
            _programme(document, measures, beside),
            _annex(document["annex"]),
            _opinions(document["special_opinions"]),
        )
        for paragraph in part
    )


def _each(
    part: Part, kind: ParagraphKind, texts: Iterable[str], key: str | None = None
) -> Iterator[Paragraph]:
    return (Paragraph(part, kind, text, key=key) for text in texts)


def _notes(part: Part, notes: Iterable[str | None], key: str | None = None) -> Iterator[Paragraph]:
    return _each(part, "note", filter(None, notes), key)


def _clauses(part: Part, clauses: Iterable[Record]) -> Iterator[Paragraph]:
    for clause in clauses:
        first, *more = clause["paragraphs"]
        yield Paragraph(part, "paragraph", first, clause["number"])
        yield from _each(part, "paragraph", more)
        yield from _notes(part, clause["notes"])


def _law(law: Record) -> Iterator[Paragraph]:
    part = Part.LAW
    for row in (law[name] for name in _REGISTRATION):
        yield Paragraph(part, "label", row["label"])
        yield from _each(part, "cell", filter(None, [row["printed"]]))
    # Its title is printed once more above the text.
    yield from _each(part, "heading", filter(None, [law["title"]["printed"], law["heading"]]))
    yield Paragraph(part, "paragraph", law["preamble"])
    yield from _clauses(part, law["articles"])
    yield from _each(part, "line", [*law["signatory"], *law["place_and_date"]])


def _decision(decision: Record) -> Iterator[Paragraph]:
    part = Part.DECISION
    yield from _each(part, "heading", [decision["title"], decision["heading"]])
    yield Paragraph(part, "paragraph", decision["preamble"])
    yield from _clauses(part, decision["paragraphs"])


def _signatures(signatures: Iterable[Record]) -> Iterator[Paragraph]:
    part = Part.SIGNATURES
    for signature in signatures:
        yield Paragraph(part, "label", f"{signature['name']} {signature['on_behalf']}")
        yield Paragraph(part, "cell", signature["printed"])
        yield from _notes(part, [signature["note"]])


def _passport(document: Record) -> Iterator[Paragraph]:
    part, passport = Part.PASSPORT, document["passport"]
    yield from _each(part, "line", document["approval"])
    yield Paragraph(part, "heading", document["title"])
    yield from _notes(part, [document["title_note"]])
    yield Paragraph(part, "heading", passport["heading"])
    for row in passport["rows"]:
        yield Paragraph(part, "label", row["label"])
        yield from _each(part, "cell", row["paragraphs"])
        for line in row["main_measures"]:
            yield from _each(part, "cell", [line["title"], line["executors"], line["period"]])
        yield from _notes(part, row["notes"])


def _programme(
    document: Record, measures: Sequence[Measure], beside: Mapping[str, Beside]
) -> Iterator[Paragraph]:
    part = Part.PROGRAMME
    yield from _each(part, "paragraph", document["introduction"])
    yield from _each(part, "label", [document["table"][column] for column in _COLUMNS])
    remarks = _remarks(document["agreements"])
    for section in document["sections"]:
        yield Paragraph(part, "heading", section["printed"])
        yield from _notes(part, [section["note"]])
        for measure in (each for each in measures if each.section == section["key"]):
            yield from _measure(measure, beside[measure.key], remarks)


def _remarks(agreements: Iterable[Record]) -> Mapping[str, str]:
    """Our notes on the agreements that items name, by the key of the item."""
    return {each["item"]: each["note"] for each in agreements if each["note"]}


def _measure(measure: Measure, beside: Beside, remarks: Mapping[str, str]) -> Iterator[Paragraph]:
    part, key = Part.PROGRAMME, measure.key
    yield Paragraph(part, "measure", measure.text, measure.number, key, measure.position)
    yield Paragraph(part, "deadline", measure.deadline.printed, key=key)
    yield from _each(part, "executors", filter(None, [measure.executors_printed]), key)
    yield from _each(part, "decision-bodies", filter(None, [beside.decision_bodies]), key)
    for item in measure.items:
        yield Paragraph(part, "item", item.text, f"{item.letter})", item.key, item.position)
        yield from _notes(part, [remarks.get(item.key)], item.key)
    yield from _notes(part, [*beside.notes, remarks.get(key)], key)


def _annex(annex: Record) -> Iterator[Paragraph]:
    part = Part.ANNEX
    yield from _each(part, "heading", [annex["heading"], annex["title"]])
    yield from _notes(part, annex["notes"])
    for treaty in annex["treaties"]:
        yield Paragraph(part, "paragraph", treaty["printed"])
        yield from _notes(part, [treaty["note"]])


def _opinions(opinions: Iterable[Record]) -> Iterator[Paragraph]:
    part = Part.SPECIAL_OPINION
    for opinion in opinions:
        yield Paragraph(part, "heading", opinion["title"])
        yield from _notes(part, opinion["notes"])
        yield from _each(part, "line", opinion["place_and_date"])
        yield Paragraph(part, "paragraph", opinion["opening"])
        for effect in opinion["effects"]:
            yield Paragraph(part, "paragraph", effect["clause"])
            yield from _notes(part, [effect["note"]])
        yield from _each(part, "line", opinion["signatory"])
