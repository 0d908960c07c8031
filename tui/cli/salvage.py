"""`istirak salvage`: what can be saved of a damaged register."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.options import DataDir, Json, asked, file, folder
from tui.language import _, said

if TYPE_CHECKING:
    from store.salvage import Salvage

REPORT = "salvage-report.json"


def salvage(
    context: typer.Context,
    new: Annotated[
        Path,
        typer.Argument(metavar="NEW", parser=folder, help="A new folder, for what is saved."),
    ],
    damaged: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="FILE", parser=file, help="The damaged file [default: the register]."
        ),
    ] = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Make a new register with every entry of a damaged one that still verifies.

    Exits with 1 if any is missing; they are listed, and so they are in salvage-report.json.
    """
    from store import salvage as store
    from store.location import register_file
    from tui.cli.edge import REFUSED, say
    from tui.cli.output import print_json, print_lines
    from tui.wording.numbers import entries_words

    source = damaged or register_file(asked(context, data_dir=data_dir).data_dir)
    saved = store.salvage(source, register_file(new))
    record = _record(source, saved)
    _write_report(new / REPORT, record)
    if as_json:
        print_json(record)
    else:
        print_lines([lost.entry, said(lost.what)] for lost in saved.lost)
        print_lines([problem.entry or "-", said(problem.what)] for problem in saved.problems)
    values = {"entries": entries_words(saved.entries), "folder": new, "report": new / REPORT}
    say(
        _(
            "Saved {entries} in {folder}; all there is. "
            "To record there, run `istirak setup` with --data-dir.",
            **values,
        )
        if saved.whole
        else _(
            "Saved {entries} in {folder}; what is missing is listed in {report}. "
            "To record there, run `istirak setup` with --data-dir.",
            **values,
        )
    )
    if not saved.whole:
        raise typer.Exit(REFUSED)


def _record(source: Path, saved: "Salvage") -> dict[str, object]:
    return {
        "from": str(source),
        "file": str(saved.file),
        "entries": saved.entries,
        "lost": [
            {
                "entry": lost.entry,
                "what": lost.what,
                "columns": {name: _plain(value) for name, value in lost.columns.items()},
            }
            for lost in saved.lost
        ],
        "problems": [{"what": problem.what, "entry": problem.entry} for problem in saved.problems],
    }


def _plain(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value


def _write_report(report: Path, record: dict[str, object]) -> None:
    import json

    private = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(private, "w", encoding="utf-8") as stream:
        json.dump(record, stream, ensure_ascii=False, indent=2)
        stream.write("\n")
