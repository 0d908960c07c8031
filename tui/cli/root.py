"""`istirak` itself: what can be said before the name of a command."""

from typing import Annotated

import typer

from tui.cli.options import DataDir, KnownOn, On, ProgrammeId, State, asked


def _print_version(wanted: bool) -> None:  # noqa: FBT001  # called by Typer
    if wanted:
        from tui.cli.version import version

        print(f"istirak {version()}")
        raise typer.Exit


def root(
    context: typer.Context,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Follow a programme of cooperation. Without a command: open the dashboard."""
    context.obj = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    if context.invoked_subcommand is None:
        from tui.cli.dashboard import open_dashboard_or_status

        open_dashboard_or_status(context.obj)
