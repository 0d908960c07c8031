"""`istirak status`: how far a state has come."""

from typing import Annotated

import typer

from tui.cli.options import DataDir, Json, KnownOn, On, ProgrammeId, State, asked


def status(
    context: typer.Context,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    brief: Annotated[
        bool, typer.Option("--brief", help="Print one line, such as for a login banner.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show how far a state has come, by position and by section."""
    from tui.cli.overview import print_overview

    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    print_overview(wanted, as_json=as_json, brief=brief)
