"""What checks found, printed; a blocker sets the exit code."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from store.checks import Finding, blockers
from tui.cli.edge import REFUSED, complain
from tui.cli.output import print_list
from tui.cli.year_records import FINDING, finding_line, finding_record
from tui.clock import now
from tui.fixing import fix_line

if TYPE_CHECKING:
    from tui.cli.desk import Desk


def print_checked(
    desk: "Desk", found: Sequence[Finding], what: str, *, as_json: bool, as_csv: bool
) -> None:
    """Print findings, each with the command that fixes it.

    Args:
        desk: Where they were found.
        found: What was found.
        what: What was checked.
        as_json: Whether `--json` was given.
        as_csv: Whether `--csv` was given.

    Raises:
        typer.Exit: With 1, where anything blocks.
    """
    records = [
        finding_record(each, fix_line(each, desk.view, desk.officer.state, now().date()))
        for each in found
    ]

    def table() -> None:
        from tui.cli.year_tables import print_findings

        print_findings(records, f"in {what}")

    print_list(
        records,
        record=lambda record: record,
        line=finding_line,
        table=table,
        columns=FINDING,
        cells=lambda record: record,
        as_json=as_json,
        as_csv=as_csv,
    )
    if blocking := len(blockers(found)):
        many = "1 blocker" if blocking == 1 else f"{blocking} blockers"
        complain(f"{what} has {many}. Each line says what fixes it.")
        raise typer.Exit(REFUSED)
