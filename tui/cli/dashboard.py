"""`istirak` alone: the dashboard for a person, the status for a program."""

import os
import sys

from tui.cli.desk import Asked


def open_dashboard_or_status(wanted: Asked) -> None:
    """Open the dashboard on a terminal; print the status where there is none."""
    if has_terminal():
        open_dashboard(wanted)
        return
    from tui.cli.overview import print_overview

    print_overview(wanted)


def has_terminal() -> bool:
    """Whether a person types into stdin and reads stdout, on more than a teletype."""
    people = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    return people and os.environ.get("TERM") != "dumb"


def open_dashboard(wanted: Asked) -> None:
    """Open the dashboard.

    Raises:
        Usage: The programme or the state is unknown.
        StoreUnusable: The register cannot be used.
    """
    from store.location import register_file

    state = wanted.state
    if wanted.programme is not None or state is not None:
        from tui.cli.desk import opened

        # What was typed is checked before the screen changes.
        with opened(wanted) as desk:
            state = desk.view.state if state is not None else None
    from tui.dashboard.app import run_dashboard

    run_dashboard(
        register_file(wanted.data_dir), wanted.programme, state, wanted.on, wanted.known_on
    )
