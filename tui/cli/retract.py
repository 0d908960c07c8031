"""`istirak retract`: take a decision back."""

from typing import Annotated

import typer

from tui.cli.options import DataDir, DryRun, Json, asked


def retract(
    context: typer.Context,
    entries: Annotated[
        list[str],
        typer.Argument(metavar="ENTRY...", help="Its id, or its number in this installation."),
    ],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is taken back.")],
    dry_run: DryRun = False,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Take entries back: all of them, or by an error none. The ledger keeps both."""
    from tui.cli.desk import opened
    from tui.cli.entries import print_entries
    from tui.clock import now

    with opened(asked(context, data_dir=data_dir)) as desk:
        written = desk.register.retract(entries, reason, now(), dry_run=dry_run)
    print_entries(written, desk.view, as_json=as_json, dry_run=dry_run)
