"""What checks found, printed; a blocker sets the exit code."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from store.checks import Finding, blockers
from tui.cli.edge import REFUSED, complain
from tui.cli.output import print_list
from tui.cli.year_records import FINDING, finding_line, finding_record
from tui.clock import now
from tui.language import _, plural
from tui.wording.fixes import fix_line

if TYPE_CHECKING:
    from tui.cli.desk import Desk


def print_checked(
    desk: "Desk",
    found: Sequence[Finding],
    year: int | None = None,
    *,
    as_json: bool,
    as_csv: bool,
    plain: bool,
) -> None:
    """Print findings, each with the command that fixes it.

    Args:
        desk: Where they were found.
        found: What was found.
        year: Whose information was checked; None where the register as a whole was.
        as_json: Whether `--json` was given.
        as_csv: Whether `--csv` was given.
        plain: Whether `--plain` was given.

    Raises:
        typer.Exit: With 1, where anything blocks.
    """
    records = [
        finding_record(each, fix_line(each, desk.view, desk.officer.state, now().date()))
        for each in found
    ]

    def table() -> None:
        from tui.cli.year_tables import print_findings

        print_findings(records, _nothing(desk.view.state, year))

    print_list(
        records,
        record=lambda record: record,
        line=finding_line,
        table=table,
        columns=FINDING,
        cells=lambda record: record,
        as_json=as_json,
        as_csv=as_csv,
        plain=plain,
    )
    if blocking := len(blockers(found)):
        complain(_blocked(desk.view.state, year, blocking))
        raise typer.Exit(REFUSED)


def _nothing(state: str | None, year: int | None) -> str:
    if year is None:
        return _("Nothing is to be mended in the register of {state}.", state=state)
    return _("Nothing is to be mended in the information for {year}.", year=year)


def _blocked(state: str | None, year: int | None, blocking: int) -> str:
    if year is None:
        return plural(
            "the register of {state} has {n} blocker. Each line says what fixes it.",
            "the register of {state} has {n} blockers. Each line says what fixes it.",
            blocking,
            state=state,
        )
    return plural(
        "the information for {year} has {n} blocker. Each line says what fixes it.",
        "the information for {year} has {n} blockers. Each line says what fixes it.",
        blocking,
        year=year,
    )
