"""`istirak treaty`: what states do with the treaties that the programme names."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from seed.messages import say
from tui.cli.commands import Member
from tui.cli.options import (
    Csv,
    DataDir,
    DryRun,
    In,
    Json,
    KnownOn,
    Note,
    On,
    Plain,
    ProgrammeId,
    State,
    asked,
    day,
    one_format,
)
from tui.language import _, mark

if TYPE_CHECKING:
    from store.treaties import Status

Key = Annotated[
    str, typer.Argument(metavar="KEY", help="A treaty's key; `istirak treaty list` has them.")
]

ACTIONS = (
    "signature, domestic-procedures, ratification, acceptance, approval, accession, succession, "
    "entry-into-force, reservation, reservation-withdrawn, declaration, declaration-withdrawn, "
    "denunciation"
)
"""The actions, for the help: what has them imports more than a help should."""


def record(
    context: typer.Context,
    key: Key,
    action: Annotated[
        str,
        typer.Argument(metavar="ACTION", help=say("One of {actions}.", actions=ACTIONS)),
    ],
    date_: Annotated[
        date | None,
        typer.Option(
            "--date",
            metavar="DATE",
            parser=day,
            help="Of the signature or the deposit, else since when it has effect "
            "[default: that of --on].",
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="TEXT", help="How it is known; required."),
    ] = None,
    note: Note = None,
    dry_run: DryRun = False,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
) -> None:
    """Record what a state does with a treaty.

    The actions are those of the depositaries. What cannot follow on what is recorded is refused.
    """
    from store.drafts import TreatyDraft
    from tui.cli.desk import opened
    from tui.cli.entries import print_entries
    from tui.clock import now

    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    when = date_ or wanted.on
    if when is None:
        context.fail(_("missing option {option}: say when, as YYYY-MM-DD", option="'--date'"))
    typed = "-".join(action.lower().replace("_", " ").split())
    draft = TreatyDraft(typed, when.isoformat(), source, note)
    with opened(wanted) as desk:
        written = desk.register.treaties.record(
            desk.programme.id, desk.state, key, draft, now(), dry_run=dry_run
        )
    print_entries(written, desk.view, as_json=as_json, dry_run=dry_run)


def list_(
    context: typer.Context,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    language: In = None,
    as_json: Json = False,
    as_csv: Csv = False,
    plain: Plain = False,
) -> None:
    """List the treaties, and where a state stands on each."""
    from functools import partial

    from tui.cli.desk import opened
    from tui.cli.texts import texts_wanted
    from tui.cli.translated import print_list_in
    from tui.cli.treaty_rows import TREATY_COLUMNS, status_in, treaty_line, treaty_record

    one_format(context, as_json=as_json, as_csv=as_csv, plain=plain)
    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        view = desk.view
        found = desk.register.treaties.statuses(view)
        if view.state is None:
            found = tuple({status.treaty.key: status for status in found}.values())
        texts = texts_wanted(desk, language, data=as_json or as_csv)
    record = partial(treaty_record, known=view.state is not None)

    def table(rows: "Sequence[Status]") -> None:
        from tui.cli.treaty_rows import print_treaties

        print_treaties(view, rows)

    print_list_in(
        texts,
        found,
        over=status_in,
        words=lambda status: status.treaty.title,
        record=record,
        columns=TREATY_COLUMNS,
        cells=record,
        line=partial(treaty_line, known=view.state is not None),
        table=table,
        as_json=as_json,
        as_csv=as_csv,
        plain=plain,
    )


def show(
    context: typer.Context,
    key: Key,
    every_state: Annotated[
        bool, typer.Option("--every-state", help="The ladder of each state.")
    ] = False,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    language: In = None,
    as_json: Json = False,
    plain: Plain = False,
) -> None:
    """Show a treaty and what a state, or each, has done with it."""
    from tui.cli.desk import opened
    from tui.cli.output import on_terminal, print_json, print_lines
    from tui.cli.texts import texts_wanted
    from tui.cli.treaty_rows import status_lines, statuses_record

    one_format(context, as_json=as_json, plain=plain)
    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        found = desk.register.treaties.status(desk.view, key, every_state=every_state)
        texts, remarks = texts_wanted(desk, language, data=as_json), desk.remarks()
    if as_json:
        print_json(statuses_record(found, texts))
    elif on_terminal() and not plain:
        from tui.cli.tables import print_sheet

        print_sheet(status_lines(found, remarks, texts))
    else:
        print_lines(status_lines(found, remarks, texts))


MEMBERS = {
    "record": Member(
        record,
        mark("istirak treaty record slavery-1926 accession --date 2008-03-04 --source 'note 12'"),
    ),
    "list": Member(list_, "istirak treaty list --state KZ"),
    "show": Member(show, "istirak treaty show slavery-1926 --every-state"),
}
