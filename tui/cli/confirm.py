"""`istirak confirm`: decisions stand on the words of this edition."""

from typing import Annotated

import typer

from tui.cli.options import (
    DataDir,
    DryRun,
    Json,
    KnownOn,
    On,
    ProgrammeId,
    Source,
    State,
    When,
    asked,
)


def confirm(
    context: typer.Context,
    keys: Annotated[
        list[str],
        typer.Argument(metavar="KEY...", help="Measures and items whose decisions stand."),
    ],
    date_: When = None,
    source: Source = None,
    dry_run: DryRun = False,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
) -> None:
    """Confirm decisions whose words an edition has changed: all of them, or by an error none."""
    from tui.cli.desk import opened
    from tui.cli.entries import print_entries
    from tui.clock import now

    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        written = desk.register.editions.confirm(
            desk.programme.id,
            desk.state,
            keys,
            (date_ or wanted.day).isoformat(),
            now(),
            source=source,
            dry_run=dry_run,
        )
    print_entries(written, desk.view, as_json=as_json, dry_run=dry_run)
