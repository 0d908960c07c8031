"""`istirak verify`: whether the register is what was written."""

import typer

from tui.cli.options import DataDir, Json, asked
from tui.language import said


def verify(context: typer.Context, data_dir: DataDir = None, as_json: Json = False) -> None:
    """Check the file and every entry of the ledger; exits with 1 if something is damaged."""
    from store.location import register_file
    from store.register import Register
    from tui.cli.edge import REFUSED, complain
    from tui.cli.output import print_json, print_lines
    from tui.cli.records import verification_record

    path = register_file(asked(context, data_dir=data_dir).data_dir)
    with Register.open(path) as register:
        found = register.verify()
    if as_json:
        print_json(verification_record(found))
    elif found.sound:
        print_lines([[f"Sound: {_counted(found.entries, found.origins)}."]])
    else:
        print_lines([problem.entry or "-", said(problem.what)] for problem in found.problems)
    if not found.sound:
        problems = len(found.problems)
        many = "1 problem" if problems == 1 else f"{problems} problems"
        complain(
            f"{path} is damaged: {many} found. "
            "Keep a copy of its folder as it is, and go back to the last sound copy."
        )
        raise typer.Exit(REFUSED)


def _counted(entries: int, origins: int) -> str:
    written = "1 entry" if entries == 1 else f"{entries} entries"
    return f"{written} from {origins} installations" if origins > 1 else written
