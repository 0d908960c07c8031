"""The options that commands share, and how those before and after a command's name meet."""

from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from store.days import day_of, why_no_day
from tui.cli.crash import DATA_FOLDER
from tui.cli.desk import Asked
from tui.language import _, said


def day(text: str) -> date:
    """A day written YYYY-MM-DD, and in no other way.

    Raises:
        typer.BadParameter: It is not.
    """
    try:
        return day_of(text)
    except ValueError:
        raise typer.BadParameter(said(why_no_day(text))) from None


def folder(text: str) -> Path:
    """A folder, `~` being the home folder.

    Raises:
        typer.BadParameter: It is empty, or somebody's home folder is not known.
    """
    return _path(text, _("say which folder"))


def file(text: str) -> Path:
    """A file, `~` being the home folder.

    Raises:
        typer.BadParameter: It is empty, or somebody's home folder is not known.
    """
    return _path(text, _("say which file"))


def _path(text: str, none: str) -> Path:
    if not text.strip():
        raise typer.BadParameter(none)
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError:
        whose = _("whose home folder is {path}?", path=repr(text))
        raise typer.BadParameter(whose) from None


State = Annotated[
    str | None, typer.Option("--state", metavar="CODE", help="The state [default: your own].")
]
On = Annotated[
    date | None,
    typer.Option("--on", metavar="DATE", parser=day, help="As on a day [default: today]."),
]
KnownOn = Annotated[
    date | None,
    typer.Option(
        "--known-on", metavar="DATE", parser=day, help="As known on a day [default: all known]."
    ),
]
DataDir = Annotated[
    Path | None,
    typer.Option("--data-dir", metavar="FOLDER", parser=folder, help="Where the register lives."),
]
ProgrammeId = Annotated[
    str | None,
    typer.Option("--programme", metavar="ID", help="The programme.", hidden=True),
]
In = Annotated[
    str | None,
    typer.Option(
        "--in",
        metavar="LANGUAGE",
        help="The programme's words in az, en or ru; translations are unofficial.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print comma-separated values.")]
Plain = Annotated[
    bool, typer.Option("--plain", help="Print one line a record, also on a terminal.")
]
When = Annotated[
    date | None,
    typer.Option("--date", metavar="DATE", parser=day, help="When [default: that of --on]."),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Anything else.")]
Source = Annotated[
    str | None,
    typer.Option("--source", metavar="TEXT", help="Required for a state not your own."),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show what would be recorded; record nothing.")
]


def asked(
    context: typer.Context,
    *,
    state: str | None = None,
    on: date | None = None,
    known_on: date | None = None,
    data_dir: Path | None = None,
    programme: str | None = None,
) -> Asked:
    """What was asked for after the command's name, or else before it."""
    before = context.obj if isinstance(context.obj, Asked) else Asked()
    wanted = Asked(state, on, known_on, data_dir, programme).over(before)
    DATA_FOLDER.set(wanted.data_dir)
    return wanted


def one_format(
    context: typer.Context, *, as_json: bool, as_csv: bool = False, plain: bool = False
) -> None:
    """Refuse to print in two formats at once."""
    named = {"--json": as_json, "--csv": as_csv, "--plain": plain}
    given = [option for option, wanted in named.items() if wanted]
    if len(given) > 1:
        first, second, *_more = given
        exclude_each_other(context, first=first, second=second)


def exclude_each_other(context: typer.Context, *, first: str, second: str) -> NoReturn:
    """Refuse two options that cannot both be meant."""
    context.fail(_("{first} and {second} exclude each other: say one", first=first, second=second))
