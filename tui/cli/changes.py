"""`istirak changes`: what moved between two days, in what held or in what was known."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.options import (
    Csv,
    DataDir,
    Json,
    KnownOn,
    On,
    Plain,
    ProgrammeId,
    State,
    asked,
    day,
    one_format,
)
from tui.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.changes import Change
    from store.texts import Texts
    from store.values import View
    from tui.cli.desk import Asked, Desk


def changes(
    context: typer.Context,
    from_: Annotated[
        date | None, typer.Option("--from", metavar="DATE", parser=day, help="What held on a day …")
    ] = None,
    to: Annotated[
        date | None,
        typer.Option(
            "--to", metavar="DATE", parser=day, help="… and on a later one [default: that of --on]."
        ),
    ] = None,
    known_from: Annotated[
        date | None,
        typer.Option("--known-from", metavar="DATE", parser=day, help="What was known on a day …"),
    ] = None,
    known_to: Annotated[
        date | None,
        typer.Option(
            "--known-to",
            metavar="DATE",
            parser=day,
            help="… and on a later one [default: that of --known-on].",
        ),
    ] = None,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
    as_csv: Csv = False,
    plain: Plain = False,
) -> None:
    """Show what moved between two days: positions, dates, addressees, work, treaties.

    With --from: what came to hold since. With --known-from: what was learned since, also of days
    long past.
    """
    from tui.cli.desk import NO_STATE, opened
    from tui.cli.texts import for_people

    one_format(context, as_json=as_json, as_csv=as_csv, plain=plain)
    if from_ is None and known_from is None:
        context.fail(_("say from which day: --from DATE, or --known-from DATE"))
    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(_until(wanted, to, known_to)) as desk:
        if desk.view.state is None:
            whose = _("only what holds for a state can move.")
            context.fail(f"{whose} {_(NO_STATE)}")
        after = desk.view
        before = replace(after, on=from_ or after.on, known_on=known_from or after.known_on)
        moved = desk.register.changes(before, after)
        shown, texts = for_people(desk, data=as_json or as_csv)
    if texts:
        moved = tuple(replace(each, text=texts.over(each.text)) for each in moved)
    _print(shown, texts, before, moved, as_json=as_json, as_csv=as_csv, plain=plain)


def _until(wanted: "Asked", to: date | None, known_to: date | None) -> "Asked":
    return replace(wanted, on=to or wanted.on, known_on=known_to or wanted.known_on)


def _print(
    desk: "Desk",
    texts: "Texts | None",
    before: "View",
    moved: "Sequence[Change]",
    *,
    as_json: bool,
    as_csv: bool,
    plain: bool,
) -> None:
    from tui.cli.change_rows import COLUMNS, change_cells, change_line, change_record
    from tui.cli.output import print_list
    from tui.cli.translated import marked, print_heading

    def table() -> None:
        from tui.cli.change_table import print_changes

        if moved:
            print_heading(texts)
        print_changes(desk.programme, before, desk.view, moved)

    print_list(
        moved,
        record=change_record,
        columns=COLUMNS,
        cells=change_cells,
        line=lambda each: marked(change_line(desk.programme, each), texts),
        table=table,
        as_json=as_json,
        as_csv=as_csv,
        plain=plain,
    )
