"""`istirak backup`: a copy of the register, wherever it is wanted."""

from pathlib import Path
from typing import Annotated

import typer

from tui.cli.options import DataDir, Json, asked, file


def backup(
    context: typer.Context,
    copy: Annotated[
        Path,
        typer.Argument(metavar="FILE", parser=file, help="The copy; it must not exist yet."),
    ],
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Copy the register to a file, while others may go on writing, and check the copy."""
    from store.location import register_file
    from store.register import Register
    from tui.cli.output import print_json, print_lines
    from tui.wording.numbers import entries_words, size_words

    wanted = asked(context, data_dir=data_dir)
    with Register.open(register_file(wanted.data_dir)) as register:
        made = register.back_up(copy)
    if as_json:
        counts = {"entries": made.entries, "origins": made.origins, "size": made.size}
        print_json({"file": str(made.path), **counts})
    else:
        print_lines([[str(made.path), entries_words(made.entries), size_words(made.size)]])
