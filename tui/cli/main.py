"""The way in."""

import sys

from tui.cli.edge import guarded
from tui.cli.speaking import settle
from tui.collecting import give_up, put_off


def main() -> None:
    """Run the command that was typed, and exit with its code."""
    put_off()
    code = guarded(_run)
    give_up()
    sys.exit(code)


def _run() -> None:
    if arguments := settle(sys.argv[1:]):
        from tui.cli.commands import application

        command = application()
        with command.make_context("istirak", arguments) as context:
            command.invoke(context)
    else:
        # The way most people come in: it needs nothing of what reads options.
        from tui.cli.dashboard import open_dashboard_or_status
        from tui.cli.desk import Asked

        open_dashboard_or_status(Asked())
