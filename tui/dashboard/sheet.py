"""A measure in full, as text for a screen. Pure: data goes in as plain text, never as markup."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from textual.content import Content

from store.overlay import programme_in, sheet_in
from store.texts import Texts
from store.values import Entry, Measure, Position, Programme, Sheet, View
from tui.dashboard.matches import slices
from tui.language import _, mark, said
from tui.visible import visible
from tui.wording.agenda import occurrence_words
from tui.wording.agenda_reasons import reason
from tui.wording.days import seen_words
from tui.wording.deadlines import deadline_reading
from tui.wording.entries import detail_name, entry_details, entry_sentence, recorded_words
from tui.wording.positions import (
    CHANGED,
    TO_CONFIRM_MARK,
    apart_words,
    position_sentence,
    position_words,
)
from tui.wording.programme import executor_name, signature_words
from tui.wording.quoting import quoted

OFFICIAL = mark("official words")

MATCH = "bold underline"
"""How words that are looked for look; seen without colours, too."""

Part = tuple[str, str]
"""A text and its style."""


def sheet_content(
    programme: Programme,
    view: View,
    sheet: Sheet,
    texts: Texts | None = None,
    wanted: Sequence[str] = (),
) -> Content:
    """The measure: its text, items, executors, deadline, body, position, notes, history.

    Args:
        programme: In the original.
        view: From where it is looked at.
        sheet: In the original.
        texts: The translation to show instead, with its mark; None for the original.
        wanted: Words that a search looks for: they are marked.
    """
    parts = sheet_parts(programme, view, sheet, texts)
    return assembled([*elsewhere(parts, wanted), *parts], wanted)


def sheet_parts(
    programme: Programme, view: View, sheet: Sheet, texts: Texts | None = None, mark: str = ""
) -> list[Part]:
    """The lines of a measure in full, as many in each language.

    Args:
        programme: In the original.
        view: From where it is looked at.
        sheet: In the original.
        texts: The translation to show instead, with its mark; None for the original.
        mark: What stands over the original, if it stands beside a translation.
    """
    if texts:
        mark = translation_mark(texts, sheet.measure.text)
        programme, sheet = programme_in(texts, programme), sheet_in(texts, sheet)
    measure = sheet.measure
    return [
        *_heading(programme, measure),
        *_text(measure, mark),
        *_position(programme, view, measure),
        *_block(
            _("Whether it addresses the state (t shows the treaties)"), _addresses(view, sheet)
        ),
        *_block(_("Executors"), _executors(programme, measure)),
        *_block(_("Deadline"), _deadline(programme, view, sheet)),
        *_block(_("Decided by"), _bodies(programme, measure)),
        *_block(_("Editorial notes (ours, not official)"), [(note, "") for note in sheet.notes]),
        *_block(_("History"), [part for entry in sheet.history for part in entry_parts(entry)]),
    ]


def excerpt_parts(
    programme: Programme, view: View, sheet: Sheet, key: str, texts: Texts | None = None
) -> list[Part]:
    """A measure, or an item of it, for a letter: its words, position, executors and deadline.

    Args:
        programme: In the original.
        view: From where it is looked at.
        sheet: Of the measure, in the original.
        key: The measure's, or that of an item: of the measure there is then what leads to it.
        texts: The translation to show instead, with its mark; None for the original.
    """
    mark = translation_mark(texts, sheet.measure.text) if texts else ""
    if texts:
        programme, sheet = programme_in(texts, programme), sheet_in(texts, sheet)
    measure = sheet.measure
    for item in measure.items:
        if item.key == key:
            alone = replace(item, position=None)  # said below, in full
            measure = replace(measure, key=key, items=(alone,), position=item.position)
    return [
        *_heading(programme, measure),
        *_text(measure, mark, hints=False),
        *_position(programme, view, measure, hints=False),
        *_block(_("Whether it addresses the state"), _addresses(view, sheet, key)),
        *_block(_("Executors"), _executors(programme, measure)),
        *_block(_("Deadline"), _deadline(programme, view, sheet)),
    ]


def translation_mark(texts: Texts, official: str) -> str:
    """What stands over words that are shown in a translation, or over those that have none."""
    there = texts.of(official) is not None
    return f"({texts.mark})" if there else _("(not translated: official words)")


def unofficial(texts: Texts | None, official: str) -> Iterator[Part]:
    """Under words that are shown in a translation: that they are, or that they have none."""
    if texts and official:
        yield translation_mark(texts, official), "italic"


def elsewhere(parts: Sequence[Part], wanted: Sequence[str]) -> Iterator[Part]:
    """Which of the words that were looked for stand only in another language."""
    hidden = [each for each in wanted if not any(slices(text, [each]) for text, _ in parts)]
    if hidden:
        yield _("Found in another language (l): {words}", words=", ".join(hidden)), "italic"


def entry_parts(entry: Entry) -> Iterator[Part]:
    """An entry of the ledger, line by line."""
    struck = "dim" if entry.retracted_by or entry.kind == "retraction" else ""
    day = f"{entry.decided_on}  " if entry.decided_on else ""
    yield f"{day}{entry.key}  {entry_sentence(entry)}", struck or "bold"
    for label, value in entry_details(entry):
        by = label == detail_name("authority")
        yield f"  {_('by') if by else label}: {value}", struck
    yield (
        f"  {entry.id} · {recorded_words(entry)}",
        "dim",
    )
    if entry.retracted_by:
        yield f"  {_('taken back by {entry}', entry=entry.retracted_by)}", "dim"


def plain(parts: Iterable[Part]) -> str:
    """Lines as plain text, to be copied."""
    return "\n".join(text.rstrip() for text, _style in parts).strip("\n")


def assembled(parts: Sequence[Part], wanted: Sequence[str] = ()) -> Content:
    """Lines as content that can be shown, the words that are looked for marked."""
    return Content("\n").join(line(part, wanted) for part in parts)


def line(part: Part, wanted: Sequence[str] = ()) -> Content:
    """A line as content that can be shown, the words that are looked for marked."""
    text, style = part
    shown = visible(text, lines=True)
    content = Content.assemble((shown, style))
    for start, end in slices(shown, wanted) if wanted else ():
        content = content.stylize(MATCH, start, end)
    return content


def _heading(programme: Programme, measure: Measure) -> Iterator[Part]:
    section = next(each for each in programme.sections if each.key == measure.section)
    printed = (
        _("printed {number}", number=measure.number)
        if measure.number
        else _("printed without a number")
    )
    yield f"{measure.key}  ({printed})", "bold"
    yield _("Section {key}  {title}", key=section.key, title=section.title), "dim"
    yield "", ""


def _text(measure: Measure, mark: str = "", *, hints: bool = True) -> Iterator[Part]:
    if mark:
        yield mark, "italic"
    yield measure.text, ""
    for item in measure.items:
        yield f"  {item.letter}) {item.text}", ""
        if item.position and not item.position.inherited:
            yield f"     {position_words(item.position)}{_since(item.position)}", "bold"
            if item.position.to_confirm:
                yield f"     {_changed(hints=hints)}", "bold"
            if item.position.clause:
                yield f"     {quoted(item.position.clause.text)}", "dim"
    yield "", ""


def _changed(*, hints: bool) -> str:
    said = (
        _("To confirm: {why} (w compares).", why=_(CHANGED))
        if hints
        else _("To confirm: {why}.", why=_(CHANGED))
    )
    return f"{TO_CONFIRM_MARK} {said}"


def _since(position: Position) -> str:
    decision = position.decision
    if decision is None:
        return ""
    return f", {_('decided {day} ({entry})', day=decision.decided_on, entry=decision.id)}"


def _position(
    programme: Programme, view: View, measure: Measure, *, hints: bool = True
) -> Iterator[Part]:
    position = measure.position
    if position is None or view.state is None:
        if not hints:
            return
        yield from _block(
            _("Position"), [(_("No state is chosen: press s, or o to set yours."), "dim")]
        )
        return
    state = programme.signatories[view.state]
    yield _("Position of {state} {seen}", state=state.state, seen=seen_words(view)), "bold"
    if decision := position.decision:
        yield f"{position_words(position)}: {state.state} {position_sentence(position)}", "bold"
        if position.to_confirm:
            yield _changed(hints=hints), "bold"
        yield _("by its decision of {decided_on}", decided_on=decision.decided_on), ""
        details = list(entry_parts(decision))[1:]
        yield from details
    else:
        yield f"{position_words(position)}: {state.state} {position_sentence(position)}", "bold"
        yield _("No decision is recorded; the default follows from the signature."), ""
        yield f"{state.name}: {signature_words(state)}", ""
        if position.clause:
            yield quoted(position.clause.text), "dim"
    if measure.apart:
        yield _("Items: {apart}", apart=apart_words(measure.apart)), "bold"
    if hints:
        yield _("w tells why, and what would change it."), "dim"
    yield "", ""


def _addresses(view: View, sheet: Sheet, only: str | None = None) -> Iterator[Part]:
    """Apart from the position: that is what the state decided, this is whom the act means."""
    if view.state and sheet.addresses:
        from tui.wording.treaties import address_sentence

        for key, address in sheet.addresses.items():
            if only is None or key.startswith(only):
                yield f"{key}: {address_sentence(address, view.state)}", ""


def _executors(programme: Programme, measure: Measure) -> Iterator[Part]:
    for executor in measure.executors:
        yield executor_name(programme, executor), ""
    if measure.executors_printed:
        printed = _("Printed: {words}", words=measure.executors_printed)
        if measure.inferred:
            printed = _("{printed} (the reading is ours)", printed=printed)
        yield printed, "dim"
    elif not measure.executors:
        yield _("None are printed."), "dim"


def _deadline(programme: Programme, view: View, sheet: Sheet) -> Iterator[Part]:
    deadline = sheet.measure.deadline
    yield deadline.printed, ""
    yield _("Read: {reading}", reading=deadline_reading(deadline)), "dim"
    if deadline.kind == "period":
        return
    for occurrence in sheet.occurrences:
        yield occurrence_words(occurrence), ""
        if deadline.kind == "within":
            yield f"  {said(reason(programme, view.state, occurrence))}", "dim"


def _bodies(programme: Programme, measure: Measure) -> Iterator[Part]:
    for body in measure.decision_bodies:
        yield executor_name(programme, body), ""


def _block(title: str, parts: "Iterator[Part] | list[Part]") -> Iterator[Part]:
    lines = list(parts)
    if lines:
        yield title, "bold"
        yield from lines
        yield "", ""
