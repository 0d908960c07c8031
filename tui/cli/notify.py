"""`istirak notify`: record that a state deposited its notification."""

from typing import Annotated

import typer

from tui.cli.options import (
    DataDir,
    DryRun,
    Json,
    KnownOn,
    On,
    ProgrammeId,
    State,
    When,
    asked,
)


def notify(
    context: typer.Context,
    date_: When = None,
    ref: Annotated[
        str | None,
        typer.Option("--ref", metavar="TEXT", help="What shows it: a note, its number and date."),
    ] = None,
    dry_run: DryRun = False,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
) -> None:
    """Record that a state deposited its notification: the Decision is in force for it since.

    What is counted from adoption is counted from that day for this state. If it was wrong, take
    the entry back with `istirak retract`.
    """
    from store.drafts import NotificationDraft
    from tui.cli.desk import opened
    from tui.cli.entries import print_entries
    from tui.clock import now

    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    draft = NotificationDraft((date_ or wanted.day).isoformat(), ref)
    with opened(wanted) as desk:
        written = desk.register.agenda.notify(
            desk.programme.id, desk.state, draft, now(), dry_run=dry_run
        )
    print_entries(written, desk.view, as_json=as_json, dry_run=dry_run)
