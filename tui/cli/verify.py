"""`istirak verify`: whether the register is what was written."""

import typer

from tui.cli.options import DataDir, Json, asked
from tui.language import _, plural, said


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
        print_lines([[_sound(found.entries, found.origins)]])
    else:
        print_lines([problem.entry or "-", said(problem.what)] for problem in found.problems)
    if not found.sound:
        complain(
            plural(
                "{path} is damaged: {n} problem found. "
                "Keep a copy of its folder as it is, and go back to the last sound copy.",
                "{path} is damaged: {n} problems found. "
                "Keep a copy of its folder as it is, and go back to the last sound copy.",
                len(found.problems),
                path=path,
            )
        )
        raise typer.Exit(REFUSED)


def _sound(entries: int, origins: int) -> str:
    written = plural("{n} entry", "{n} entries", entries)
    if origins > 1:
        return _("Sound: {entries} from {origins} installations.", entries=written, origins=origins)
    return _("Sound: {entries}.", entries=written)
