"""`istirak measures`: the measures of a programme, narrowed."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.options import (
    Csv,
    DataDir,
    In,
    Json,
    KnownOn,
    On,
    Plain,
    ProgrammeId,
    State,
    asked,
    one_format,
)
from tui.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from store.docket import Docket
    from store.texts import Texts
    from store.values import Measure
    from tui.cli.desk import Desk

_Many = list[str] | None


def measures(
    context: typer.Context,
    text: Annotated[
        _Many, typer.Argument(metavar="[TEXT]...", help="Words to find, in any spelling.")
    ] = None,
    section: Annotated[_Many, typer.Option("--section", metavar="KEY", help="II, or 2.")] = None,
    executor: Annotated[
        _Many, typer.Option("--executor", metavar="BODY", help="dins, DİNŞ, СМВД, states …")
    ] = None,
    deadline: Annotated[
        _Many,
        typer.Option(
            "--deadline",
            "--due",
            metavar="WHEN",
            help="2008, ..2008-12-31, recurring, upcoming, running, ended.",
        ),
    ] = None,
    position: Annotated[
        _Many,
        typer.Option("--position", metavar="POSITION", help="undetermined, participates …"),
    ] = None,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    language: In = None,
    as_json: Json = False,
    as_csv: Csv = False,
    plain: Plain = False,
) -> None:
    """List the measures; each filter can be repeated, to widen it."""
    from store.filters import build
    from tui.cli.desk import NO_STATE, opened
    from tui.cli.texts import texts_wanted

    one_format(context, as_json=as_json, as_csv=as_csv, plain=plain)
    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        chosen = build(
            desk.programme,
            section=section or (),
            executor=executor or (),
            due=deadline or (),
            position=position or (),
            text=text or (),
        )
        if chosen.position and desk.view.state is None:
            asks = _("--position asks for the positions of a state.")
            context.fail(f"{asks} {_(NO_STATE)}")
        docket = desk.register.docket(desk.view, chosen, facets=False)
        texts = texts_wanted(desk, language, data=as_json or as_csv)
    if texts:
        _print_in(texts, desk, docket, as_json=as_json, as_csv=as_csv, plain=plain)
    else:
        _print(desk, docket, as_json=as_json, as_csv=as_csv, plain=plain)


def _print(desk: "Desk", docket: "Docket", *, as_json: bool, as_csv: bool, plain: bool) -> None:
    from tui.cli.output import print_list
    from tui.cli.records import measure_record
    from tui.cli.rows import MEASURE_COLUMNS, measure_cells, measure_lines

    def table() -> None:
        from tui.cli.tables import print_docket

        print_docket(desk.programme, docket)

    print_list(
        docket.measures,
        record=measure_record,
        columns=MEASURE_COLUMNS,
        cells=measure_cells,
        line=measure_lines(desk.programme),
        table=table,
        as_json=as_json,
        as_csv=as_csv,
        plain=plain,
    )


def _print_in(
    texts: "Texts",
    desk: "Desk",
    docket: "Docket",
    *,
    as_json: bool,
    as_csv: bool,
    plain: bool,
) -> None:
    """Print them in a translation, and that it is one; records keep the official words."""
    from store.overlay import measure_in, programme_in
    from tui.cli.output import print_list
    from tui.cli.records import measure_record
    from tui.cli.rows import MEASURE_COLUMNS, measure_cells, measure_lines
    from tui.cli.translated import TRANSLATION_COLUMNS, print_heading, with_translations

    programme = programme_in(texts, desk.programme)
    plain_line = measure_lines(programme)
    translation, *how = TRANSLATION_COLUMNS

    def cells(measure: "Measure") -> "Mapping[str, object]":
        shown = measure_in(texts, measure)
        return measure_cells(measure) | {
            "translation": texts.of(measure.text),
            "items_translation": "\n".join(f"{one.letter}) {one.text}" for one in shown.items),
            "translation_language": texts.language,
            "unofficial": True,
        }

    def line(measure: "Measure") -> "Sequence[str]":
        mark = texts.mark if texts.of(measure.text) else ""
        return (*plain_line(measure_in(texts, measure)), mark)

    def table() -> None:
        from tui.cli.tables import print_docket

        print_heading(texts)
        measures = tuple(measure_in(texts, measure) for measure in docket.measures)
        print_docket(programme, replace(docket, measures=measures))

    print_list(
        docket.measures,
        record=lambda measure: with_translations(measure_record(measure), texts),
        columns=(*MEASURE_COLUMNS, translation, "items_translation", *how),
        cells=cells,
        line=line,
        table=table,
        as_json=as_json,
        as_csv=as_csv,
        plain=plain,
    )
