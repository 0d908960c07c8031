"""`istirak return`: what a state says for a year, checked, released and corrected."""

from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.commands import Member
from tui.cli.options import (
    Csv,
    DataDir,
    DryRun,
    In,
    Json,
    KnownOn,
    On,
    Plain,
    ProgrammeId,
    State,
    When,
    asked,
    exclude_each_other,
    one_format,
)
from tui.language import _, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.reporting import Information, Release
    from store.texts import Texts
    from store.values import View
    from tui.cli.year_records import Record

Year = Annotated[int, typer.Option("--year", metavar="YEAR", help="The reporting year.")]
Number = Annotated[str, typer.Option("--number", metavar="TEXT", help="The document's number.")]


def set_(
    context: typer.Context,
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help="Measures, such as 2.4.")],
    year: Year,
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="One of not-started|in-progress|done|continuous|not-planned "
            "[default: what stands].",
        ),
    ] = None,
    text: Annotated[
        str | None,
        typer.Option("--text", metavar="TEXT", help="What was done [default: what stands]."),
    ] = None,
    dry_run: DryRun = False,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
) -> None:
    """Say how far measures have come in a year.

    What is left out stays as it was said before: a year opens from the year before it.
    """
    from tui.cli.desk import opened
    from tui.cli.entries import print_entries
    from tui.clock import now

    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        written = desk.register.returns.say(
            desk.view,
            year,
            keys,
            status=status.strip().lower() if status is not None else None,
            text=text,
            at=now(),
            dry_run=dry_run,
        )
    print_entries(written, desk.view, as_json=as_json, dry_run=dry_run)


def check(
    context: typer.Context,
    year: Year,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
    as_csv: Csv = False,
    plain: Plain = False,
) -> None:
    """Check a year before its release; exits with 1 if blocked."""
    from tui.cli.desk import opened
    from tui.cli.findings import print_checked

    one_format(context, as_json=as_json, as_csv=as_csv, plain=plain)
    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        found = desk.register.returns.check(desk.view, year)
    print_checked(desk, found, year, as_json=as_json, as_csv=as_csv, plain=plain)


def release(
    context: typer.Context,
    year: Year,
    number: Number,
    date_: When = None,
    dry_run: DryRun = False,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
) -> None:
    """Release a year's information: it never changes again."""
    from tui.cli.desk import opened
    from tui.cli.entries import print_entries
    from tui.clock import now

    wanted = asked(
        context,
        state=state,
        on=date_ or on,
        known_on=known_on,
        data_dir=data_dir,
        programme=programme,
    )
    with opened(wanted) as desk:
        written = desk.register.returns.release(desk.view, year, number, now(), dry_run=dry_run)
    print_entries(written, desk.view, as_json=as_json, dry_run=dry_run)


def correct(
    context: typer.Context,
    year: Year,
    number: Number,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")],
    date_: When = None,
    dry_run: DryRun = False,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
) -> None:
    """Release a year anew, in place of what was released."""
    from tui.cli.desk import opened
    from tui.cli.entries import print_entries
    from tui.clock import now

    wanted = asked(
        context,
        state=state,
        on=date_ or on,
        known_on=known_on,
        data_dir=data_dir,
        programme=programme,
    )
    with opened(wanted) as desk:
        written = desk.register.returns.correct(
            desk.view, year, number, reason, now(), dry_run=dry_run
        )
    print_entries(written, desk.view, as_json=as_json, dry_run=dry_run)


def list_(
    context: typer.Context,
    year: Annotated[
        int | None, typer.Option("--year", metavar="YEAR", help="Only this reporting year.")
    ] = None,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
    as_csv: Csv = False,
    plain: Plain = False,
) -> None:
    """List what was released, and what of it was corrected."""
    from tui.cli.desk import opened
    from tui.cli.output import print_list
    from tui.cli.year_records import RELEASE, release_line, release_record

    one_format(context, as_json=as_json, as_csv=as_csv, plain=plain)
    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        releases = desk.register.returns.releases(desk.view, year)
    records = [release_record(each) for each in releases]

    def table() -> None:
        from tui.cli.year_tables import print_releases

        print_releases(records, _nothing_released(desk.view))

    print_list(
        records,
        record=lambda record: record,
        line=release_line,
        table=table,
        columns=RELEASE,
        cells=lambda record: record,
        as_json=as_json,
        as_csv=as_csv,
        plain=plain,
    )


def _nothing_released(view: "View") -> str:
    from tui.wording.days import days_words

    days = days_words(view)
    if view.state is None:
        return _("Nothing was released by any state up to {days}.", days=days)
    return _("Nothing was released by {state} up to {days}.", state=view.state, days=days)


def show(
    context: typer.Context,
    year: Year,
    draft: Annotated[
        bool, typer.Option("--draft", help="As it stands, also where it was released.")
    ] = False,
    number: Annotated[
        str | None,
        typer.Option("--number", metavar="TEXT", help="The release of this number."),
    ] = None,
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
    """Show a year by measure: as released, or as it stands."""
    from tui.cli.desk import opened
    from tui.cli.texts import texts_wanted

    one_format(context, as_json=as_json, as_csv=as_csv, plain=plain)
    if draft and number is not None:
        exclude_each_other(context, first="--draft", second="--number")
    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        information = desk.register.returns.information(desk.view, year)
        texts = texts_wanted(desk, language, data=as_json or as_csv)
    chosen = _chosen(information, draft=draft, number=number)
    _print_year(information, chosen, texts, as_json=as_json, as_csv=as_csv, plain=plain)


def _chosen(information: "Information", *, draft: bool, number: str | None) -> "Release | None":
    """The release to show, if any."""
    from store.errors import Usage

    if number is None:
        return None if draft else information.released
    for each in information.releases:
        if each.number == number.strip():
            return each
    raise Usage(
        _(
            "no release for {year} has the number {number}",
            year=information.year,
            number=repr(number),
        ),
        _(
            "`{command}` lists those there are",
            command=f"istirak return list --year {information.year}",
        ),
    )


def _print_year(
    information: "Information",
    chosen: "Release | None",
    texts: "Texts | None",
    *,
    as_json: bool,
    as_csv: bool,
    plain: bool,
) -> None:
    from store.snapshot_overlay import line_in
    from tui.cli.output import print_json
    from tui.cli.translated import print_list_in, with_translations
    from tui.cli.year_records import (
        LINE_COLUMNS,
        information_record,
        line_cells,
        line_line,
        line_records,
    )

    if as_json:
        print_json(with_translations(information_record(information, chosen), texts))
        return
    records = line_records(information, chosen)

    def table(shown: "Sequence[Record]") -> None:
        from tui.cli.year_tables import print_year

        print_year(information, chosen, shown)

    # What was released are the official words; they are only shown in a translation.
    print_list_in(
        texts,
        records,
        over=line_in,
        words=lambda record: str(record["text"]),
        record=lambda record: record,
        columns=LINE_COLUMNS,
        cells=line_cells,
        line=line_line,
        table=table,
        as_json=False,
        as_csv=as_csv,
        plain=plain,
    )


MEMBERS = {
    "set": Member(set_, mark("istirak return set 2.4 --year 2008 --status done --text 'Law 12'")),
    "check": Member(check, "istirak return check --year 2008"),
    "release": Member(release, "istirak return release --year 2008 --number 14 --date 2009-02-20"),
    "correct": Member(
        correct, mark("istirak return correct --year 2008 --number 20 --reason '2.4 was done'")
    ),
    "list": Member(list_, "istirak return list --json"),
    "show": Member(show, "istirak return show --year 2008 --csv > 2008.csv"),
}
