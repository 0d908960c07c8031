"""`istirak history`: the ledger."""

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
    one_format,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.values import Entry, View


def history(
    context: typer.Context,
    key: Annotated[
        str | None,
        typer.Argument(metavar="[KEY]", help="A measure with its items, or an item."),
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
    """Show what was recorded for a state, oldest first, and what was taken back."""
    from tui.cli.desk import opened

    one_format(context, as_json=as_json, as_csv=as_csv, plain=plain)
    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        entries = desk.register.history(desk.view, key)
    _print(desk.view, entries, as_json=as_json, as_csv=as_csv, plain=plain)


def _print(
    view: "View", entries: "Sequence[Entry]", *, as_json: bool, as_csv: bool, plain: bool
) -> None:
    from tui.cli.output import print_list
    from tui.cli.records import entry_record
    from tui.cli.rows import ENTRY_COLUMNS, entry_cells, entry_line

    def table() -> None:
        from tui.cli.tables import print_ledger

        print_ledger(view, entries)

    print_list(
        entries,
        record=entry_record,
        columns=ENTRY_COLUMNS,
        cells=entry_cells,
        line=entry_line,
        table=table,
        as_json=as_json,
        as_csv=as_csv,
        plain=plain,
    )
