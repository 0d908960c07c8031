"""`istirak history`: the ledger."""

from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.options import Csv, DataDir, Json, On, ProgrammeId, State, asked, one_format

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
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show what was recorded for a state, oldest first, and what was taken back."""
    from tui.cli.desk import opened

    one_format(context, as_json=as_json, as_csv=as_csv)
    wanted = asked(context, state=state, on=on, data_dir=data_dir, programme=programme)
    with opened(wanted) as desk:
        entries = desk.register.history(desk.view, key)
    _print(desk.view, entries, as_json=as_json, as_csv=as_csv)


def _print(view: "View", entries: "Sequence[Entry]", *, as_json: bool, as_csv: bool) -> None:
    from tui.cli.output import on_terminal, print_csv, print_json, print_lines

    if as_json:
        from tui.cli.records import entry_record

        print_json([entry_record(entry) for entry in entries])
    elif as_csv:
        from tui.cli.rows import ENTRY_COLUMNS, entry_cells

        print_csv(ENTRY_COLUMNS, map(entry_cells, entries))
    elif on_terminal():
        from tui.cli.tables import print_ledger

        print_ledger(view, entries)
    else:
        from tui.cli.rows import entry_line

        print_lines(map(entry_line, entries))
