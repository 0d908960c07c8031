"""`istirak fulfil`: record that a state fulfilled a duty."""

from typing import Annotated

import typer

from tui.cli.options import (
    DataDir,
    DryRun,
    Json,
    KnownOn,
    Note,
    On,
    ProgrammeId,
    State,
    When,
    asked,
)


def fulfil(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="The measure, such as 6.1 or 6.2.")],
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="YEAR", help="Which year it is for, of a yearly duty."),
    ] = None,
    date_: When = None,
    ref: Annotated[
        str | None,
        typer.Option("--ref", metavar="TEXT", help="What shows it: a plan, minutes, a report."),
    ] = None,
    note: Note = None,
    dry_run: DryRun = False,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
) -> None:
    """Record that a state fulfilled a duty: a plan adopted, a yearly review held, a report given.

    Work over a period has a status for each year instead, and the information for a year is
    released. If it was wrong, take the entry back with `istirak retract`.
    """
    from store.drafts import FulfilmentDraft
    from tui.cli.desk import opened
    from tui.cli.entries import print_entries
    from tui.clock import now

    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    draft = FulfilmentDraft(year, (date_ or wanted.day).isoformat(), ref, note)
    with opened(wanted) as desk:
        written = desk.register.agenda.fulfil(
            desk.programme.id, desk.state, key, draft, now(), dry_run=dry_run
        )
    print_entries(written, desk.view, as_json=as_json, dry_run=dry_run)
