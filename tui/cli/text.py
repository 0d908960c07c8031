"""`istirak text`: the act as it was published, with each measure's position beside it."""

from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.options import DataDir, In, Json, KnownOn, On, ProgrammeId, State, asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.paragraphs import Paragraph, ParagraphKind
    from store.texts import Texts
    from tui.cli.records import Record

_STYLES: "dict[ParagraphKind, str]" = {
    "heading": "bold",
    "label": "bold",
    "deadline": "dim",
    "executors": "dim",
    "decision-bodies": "dim",
    "note": "dim italic",
}
"""How a paragraph looks; what is not here looks plain."""


def text(
    context: typer.Context,
    part: Annotated[
        str | None,
        typer.Argument(
            metavar="[PART]",
            help="law, decision, signatures, passport, programme, annex, special-opinion, "
            "or the key of a measure [default: all].",
        ),
    ] = None,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    language: In = None,
    as_json: Json = False,
) -> None:
    """Print the act, with each measure's position in the margin; notes of ours are marked."""
    from tui.cli.desk import opened
    from tui.cli.output import print_list
    from tui.cli.texts import texts_wanted

    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        act = desk.register.act(desk.view, part)
        texts = texts_wanted(desk, language, data=as_json)
        if not as_json:
            act = desk.remarks().on_act(act)
    print_list(
        act,
        record=lambda each: _record(each, texts),
        line=lambda each: _line(each, texts),
        table=lambda: _print_translated(act, texts) if texts else _print_page(act),
        as_json=as_json,
    )


def _record(paragraph: "Paragraph", texts: "Texts | None") -> "Record":
    """The record of a paragraph, whose `text` begins with what is printed before the words."""
    from tui.cli.records import paragraph_record
    from tui.cli.translated import translation_record

    record = paragraph_record(paragraph)
    if texts is None:
        return record
    text = None if paragraph.kind == "note" else texts.of(paragraph.text)
    if text is not None and paragraph.number is not None:
        text = f"{paragraph.number} {text}"
    return {**record, "translation": translation_record(texts, text)}


def _line(paragraph: "Paragraph", texts: "Texts | None") -> "Sequence[str]":
    """A paragraph as a plain line; where it is in a translation, that it is one at its end."""
    from tui.cli.rows import paragraph_line

    if texts is None:
        return paragraph_line(paragraph)
    from store.overlay import act_in

    (over,) = act_in(texts, [paragraph])
    translated = paragraph.kind != "note" and texts.of(paragraph.text) is not None
    return (*paragraph_line(over), texts.mark if translated else "")


def _print_translated(act: "Sequence[Paragraph]", texts: "Texts") -> None:
    """Print paragraphs in a translation, and above them what it is and is not."""
    from store.overlay import act_in
    from tui.cli.grid import console, shown
    from tui.cli.translated import print_heading

    screen = console()
    print_heading(texts)
    for paragraph in texts.statement:
        screen.print(shown(paragraph, "dim"))
    screen.print()
    _print_page(act_in(texts, act))


def _print_page(act: "Sequence[Paragraph]") -> None:
    """Print paragraphs on the terminal, wrapped to its width."""
    from rich.text import Text

    from tui.cli.grid import console
    from tui.typesetting import opening, typeset

    screen = console()
    page = typeset(act, screen.width)
    for line in page.lines:
        if line.opens:
            drawn = Text(opening(line.opens, page.width), style="dim")
        else:
            style = _STYLES.get(page.paragraphs[line.paragraph].kind, "")
            drawn = Text((line.lead or " " * line.indent) + page.words(line), style=style)
            if line.margin:
                drawn.pad_right(max(page.beside(line) - drawn.cell_len, 0))
                drawn.append(line.margin, style="bold")
        screen.print(drawn, no_wrap=True, overflow="ignore", crop=False)
