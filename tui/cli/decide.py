"""`istirak decide`: record what a state decided."""

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
    Source,
    State,
    When,
    asked,
)
from tui.language import _


def decide(
    context: typer.Context,
    keys: Annotated[
        list[str],
        typer.Argument(metavar="KEY...", help="Measures and items, such as 2.4, 2.4.ç, 6.3-1."),
    ],
    position: Annotated[
        str | None,
        typer.Option(
            "--position",
            metavar="POSITION",
            help="One of participates|participates-in-part|does-not-participate"
            "|under-consideration.",
        ),
    ] = None,
    date_: When = None,
    authority: Annotated[
        str | None, typer.Option("--authority", metavar="TEXT", help="Who decided.")
    ] = None,
    act: Annotated[
        str | None, typer.Option("--act", metavar="TEXT", help="The legal act it stands on.")
    ] = None,
    reservation: Annotated[
        str | None,
        typer.Option("--reservation", metavar="TEXT", help="Required to participate in part."),
    ] = None,
    responsible: Annotated[
        str | None,
        typer.Option("--responsible", metavar="TEXT", help="The national body responsible."),
    ] = None,
    note: Note = None,
    source: Source = None,
    dry_run: DryRun = False,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
) -> None:
    """Record a decision on measures or items: on all of them, or by an error on none."""
    from store.drafts import Draft
    from tui.cli.desk import opened
    from tui.cli.entries import print_entries
    from tui.clock import now

    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    draft = Draft(
        position=_decidable(context, position),
        decided_on=(date_ or wanted.day).isoformat(),
        authority=authority,
        act=act,
        reservation=reservation,
        responsible=responsible,
        note=note,
        source=source,
    )
    with opened(wanted) as desk:
        written = desk.register.decide(
            desk.programme.id, desk.state, keys, draft, now(), dry_run=dry_run
        )
        measures = desk.register.measures(desk.view)
    print_entries(written, desk.view, measures, as_json=as_json, dry_run=dry_run)


def _decidable(context: typer.Context, position: str | None) -> str:
    """The position to set; the words are those of `store.values.DECIDABLE`."""
    from store.values import DECIDABLE

    typed = (position or "").strip().lower()
    if typed in DECIDABLE:
        return typed
    known = ", ".join(DECIDABLE)
    if position is None:
        context.fail(
            _("missing option {option}: say one of {known}", option="'--position'", known=known)
        )
    raise typer.BadParameter(
        _("{value} is not one of {known}", value=repr(position), known=known),
        param_hint="'--position'",
    )
