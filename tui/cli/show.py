"""`istirak show`: one measure in full."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.options import DataDir, In, Json, KnownOn, On, ProgrammeId, State, asked
from tui.language import _, said

if TYPE_CHECKING:
    from store.editions import FormerSheet
    from store.texts import Texts
    from store.values import Entry, Measure, Position, Programme, Sheet
    from tui.cli.desk import Desk

Line = tuple[str, str]
"""What a line is, such as "Executor", and the line."""


def show(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="A measure, or an item of it.")],
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    language: In = None,
    as_json: Json = False,
) -> None:
    """Show a measure in full: its words, who, by when, the position and its history."""
    from store.errors import NoLonger
    from store.values import Sheet
    from tui.cli.desk import opened
    from tui.cli.output import on_terminal, print_json, print_lines
    from tui.cli.texts import texts_wanted
    from tui.cli.translated import with_translations

    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        try:
            found: Sheet | FormerSheet = desk.register.sheet(desk.view, key)
        except NoLonger:
            found = desk.register.editions.former(desk.view, key)
        texts, remarks = texts_wanted(desk, language, data=as_json), desk.remarks()
    if as_json:
        from tui.cli.records import former_record, sheet_record

        record = sheet_record(found) if isinstance(found, Sheet) else former_record(found)
        print_json(with_translations(record, texts))
        return
    if isinstance(found, Sheet):
        found = remarks.on_sheet(found)
        lines = translated_lines(desk, found, texts) if texts else sheet_lines(desk, found)
    else:
        lines = former_lines(desk, found)
    if on_terminal():
        from tui.cli.tables import print_sheet

        print_sheet(lines)
    else:
        print_lines((label.strip(), line) for label, line in lines)


def translated_lines(desk: "Desk", sheet: "Sheet", texts: "Texts") -> Iterator[Line]:
    """A measure in full in a translation, line by line, and that it is one."""
    from store.overlay import programme_in, sheet_in
    from tui.wording.programme import translation_words

    over = sheet_in(texts, sheet)
    heading = translation_words(texts.language, texts.mark)
    there = over.measure.text != sheet.measure.text
    mark = texts.mark if there else _("not translated: these are the official words")
    yield from sheet_lines(
        replace(desk, programme=programme_in(texts, desk.programme)), over, heading, mark
    )


def sheet_lines(desk: "Desk", sheet: "Sheet", heading: str = "", mark: str = "") -> Iterator[Line]:
    """A measure in full, line by line.

    Args:
        desk: With the programme in the language of the sheet.
        sheet: The measure.
        heading: What the words are, where they are not the official ones.
        mark: The same, at the words themselves.
    """
    if heading:
        yield _("Language"), heading
    measure = sheet.measure
    sections = {section.key: section.title for section in desk.programme.sections}
    yield _("Measure"), measure.key
    if measure.number is None:
        yield "", _("printed without a number")
    elif measure.number.strip(".") != measure.key:
        yield "", _("printed “{number}”", number=measure.number)
    yield _("Section"), f"{measure.section}  {sections[measure.section]}"
    yield _("Text"), measure.text
    if mark:
        yield "", f"({mark})"
    for item in measure.items:
        yield item.key, item.text
        if item.position:
            yield "", _item_position(desk, item.position, measure)
        yield from _address(desk, sheet, item.key)
    yield from _who(desk.programme, measure)
    yield from _address(desk, sheet, measure.key)
    yield from _when(desk, sheet)
    yield from _what_holds(desk, measure)
    for note in sheet.notes:
        yield _("Note (ours)"), note
    for entry in sheet.history:
        yield from _history(entry)


def former_lines(desk: "Desk", former: "FormerSheet") -> Iterator[Line]:
    """What is no longer in the programme, line by line."""
    from tui.wording.positions import POSITION_MARKS, POSITION_WORDS
    from tui.wording.reasons import LOST

    words = former.words
    yield _("Measure"), former.key
    yield "", _("no longer in the programme; its words are those of an earlier edition")
    for key in former.moved_to:
        yield "", _("the same words are now {key}", key=key)
    yield _("Text"), words.text if words else _(LOST)
    for item in former.items:
        yield item.key, item.text
        if item.position and not item.position.inherited:
            value = item.position.value
            what = f"{POSITION_MARKS[value]} {POSITION_WORDS[value]}"
            yield "", f"{what}: {_basis(desk, item.position)}"
    if words:
        yield _("Deadline"), words.deadline
    for label, cell in (
        (_("Executor"), words and words.executors),
        (_("Decided by"), words and words.decision_bodies),
    ):
        if cell:
            yield label, cell
    if former.position:
        yield from _held(desk, former.position)
    for entry in former.history:
        yield from _history(entry)


def _who(programme: "Programme", measure: "Measure") -> Iterator[Line]:
    from tui.wording.programme import executor_name

    for executor in measure.executors:
        yield _("Executor"), executor_name(programme, executor)
    if not measure.executors:
        yield _("Executor"), _("none is printed")
    elif measure.executors_printed:
        printed = measure.executors_printed
        if measure.inferred:
            printed = _("{printed} (the executors are our reading of it)", printed=printed)
        yield _under(_("printed")), printed
    for body in measure.decision_bodies:
        yield _("Decided by"), executor_name(programme, body)


def _when(desk: "Desk", sheet: "Sheet") -> Iterator[Line]:
    from tui.wording.agenda import occurrence_words
    from tui.wording.agenda_reasons import reason
    from tui.wording.deadlines import deadline_reading

    deadline = sheet.measure.deadline
    yield _("Deadline"), deadline.printed
    yield _under(_("read as")), deadline_reading(deadline)
    if deadline.kind == "period":
        return
    for occurrence in sheet.occurrences:
        yield _under(_("falls due")), occurrence_words(occurrence)
        if deadline.kind == "within":
            yield "", said(reason(desk.programme, desk.view.state, occurrence))


def _address(desk: "Desk", sheet: "Sheet", key: str) -> Iterator[Line]:
    """Whether a measure or item addresses the state, where that depends on treaties."""
    from tui.wording.treaties import address_sentence

    if address := sheet.addresses.get(key):
        label = "" if key != sheet.measure.key else _("Addressed")
        yield label, address_sentence(address, desk.view.state or "")


def _what_holds(desk: "Desk", measure: "Measure") -> Iterator[Line]:
    from tui.cli.desk import NO_STATE
    from tui.wording.positions import apart_words

    if measure.position is None:
        yield _("Position"), _(NO_STATE)
        return
    apart = f"; {apart_words(measure.apart)}" if measure.apart else ""
    yield from _held(desk, measure.position, apart)


def _held(desk: "Desk", position: "Position", apart: str = "") -> Iterator[Line]:
    from tui.cli.entries import details
    from tui.wording.days import seen_words
    from tui.wording.positions import POSITION_MARKS, position_sentence

    what = f"{desk.view.state} {position_sentence(position)}{apart}"
    yield _("Position"), f"{POSITION_MARKS[position.value]} {what} ({seen_words(desk.view)})"
    yield _under(_("basis")), _basis(desk, position)
    if position.decision:
        for detail in details(position.decision):
            yield "", detail


def _item_position(desk: "Desk", position: "Position", measure: "Measure") -> str:
    from tui.wording.positions import POSITION_MARKS, POSITION_WORDS

    what = f"{POSITION_MARKS[position.value]} {POSITION_WORDS[position.value]}"
    default = measure.position and measure.position.clause
    if position.inherited or (position.clause and position.clause == default):
        return _("{position}, like {key}", position=what, key=measure.key)
    return f"{what}: {_basis(desk, position)}"


def _basis(desk: "Desk", position: "Position") -> str:
    """What a position rests on, in the words of the act where it is no decision."""
    from tui.wording.positions import CHANGED, TO_CONFIRM_MARK

    if position.decision:
        values = {"entry": position.decision.id, "day": position.decision.decided_on}
        if not position.to_confirm:
            return _("decision {entry} of {day}", **values)
        return _(
            "decision {entry} of {day}, {mark} to confirm: {why}",
            **values,
            mark=TO_CONFIRM_MARK,
            why=_(CHANGED),
        )
    from tui.wording.programme import signature_words

    signatory = desk.programme.signatories[desk.view.state or ""]
    words = position.clause.text if position.clause else ""
    return _(
        "by default ({signature}): “{words}”", signature=signature_words(signatory), words=words
    )


def _under(label: str) -> str:
    """A label that belongs to the one above it."""
    return f"  {label}"


def _history(entry: "Entry") -> Iterator[Line]:
    from tui.cli.entries import dated_sentence, details, recorded

    about = f"{entry.key}: " if entry.item else ""
    what = f"{about}{dated_sentence(entry)}"
    if entry.retracted_by:
        what = _("{what} (taken back by {entry})", what=what, entry=entry.retracted_by)
    yield entry.id, what
    if entry.kind == "decision":
        for detail in details(entry):
            yield "", detail
    yield "", _("recorded {when}", when=recorded(entry))
