"""`istirak agenda`: what is due, running and past, for whom, and why."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.options import (
    Csv,
    DataDir,
    In,
    Json,
    KnownOn,
    On,
    Plain,
    ProgrammeId,
    State,
    asked,
    file,
    one_format,
)
from tui.language import _, plural

if TYPE_CHECKING:
    from store.occurrences import Occurrence
    from store.texts import Texts
    from tui.cli.desk import Desk

SOON = 30
"""Days in which what ends is due soon, where `--days` does not say otherwise."""


def agenda(
    context: typer.Context,
    days: Annotated[
        int | None,
        typer.Option(
            "--days", metavar="N", min=0, max=100_000, help="Only what begins or ends in N days."
        ),
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Only what is past without a record.")
    ] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="For a login script: only what is overdue or ends in N days [default: 30]; "
            "exits with 1 if anything does, with 0 if nothing.",
        ),
    ] = False,
    ics: Annotated[
        Path | None,
        typer.Option(
            "--ics", metavar="FILE", parser=file, help="Write a calendar; it must not exist yet."
        ),
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
    """Show what is due, running and past, for whom, and why.

    --days and --overdue together keep what either keeps.
    """
    from store.occurrences import narrowed, pressing
    from tui.cli.desk import NO_STATE, opened
    from tui.cli.texts import texts_wanted

    one_format(context, as_json=as_json, as_csv=as_csv, plain=plain)
    if ics and ics.exists():
        _refuse_to_overwrite(ics)
    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        if desk.view.state is None and (overdue or check):
            asks = _("--overdue and --check ask what a state has still to do.")
            context.fail(f"{asks} {_(NO_STATE)}")
        found = desk.register.agenda.occurrences(desk.view)
        texts = texts_wanted(desk, language, data=as_json or as_csv)
        calendar_texts = texts_wanted(desk, language, data=False) if ics else None
    if check:
        found = pressing(found, wanted.day, SOON if days is None else days)
    else:
        found = narrowed(found, wanted.day, days=days, overdue=overdue)
    if ics:
        _write_calendar(desk, found, calendar_texts, ics)
    if as_json or as_csv or not ics:
        _print(desk, found, texts, as_json=as_json, as_csv=as_csv, plain=plain)
    if check and found:
        from tui.cli.edge import REFUSED

        raise typer.Exit(REFUSED)


def _print(
    desk: "Desk",
    found: "Sequence[Occurrence]",
    texts: "Texts | None",
    *,
    as_json: bool,
    as_csv: bool,
    plain: bool,
) -> None:
    from functools import partial

    from store.overlay import occurrence_in, programme_in
    from tui.cli.agenda_rows import COLUMNS, occurrence_cells, occurrence_line, occurrence_record
    from tui.cli.translated import print_list_in

    programme, state = desk.programme, desk.view.state
    shown = programme_in(texts, programme) if texts else programme

    def table(rows: "Sequence[Occurrence]") -> None:
        from tui.cli.agenda_table import print_agenda

        print_agenda(shown, desk.view, rows)

    print_list_in(
        texts,
        found,
        over=occurrence_in,
        words=lambda occurrence: occurrence.printed,
        record=partial(occurrence_record, programme, state),
        columns=COLUMNS,
        cells=partial(occurrence_cells, programme, state),
        line=partial(occurrence_line, shown, state),
        table=table,
        as_json=as_json,
        as_csv=as_csv,
        plain=plain,
    )


def _write_calendar(
    desk: "Desk", found: "Sequence[Occurrence]", texts: "Texts | None", ics: Path
) -> None:
    from store.overlay import programme_in
    from tui.cli.calendar_file import calendar_bytes, event_words
    from tui.cli.edge import say
    from tui.clock import now

    dated = [each for each in found if each.start]
    programme, events = desk.programme, dated
    if texts:
        programme = programme_in(texts, programme)
        events = [event_words(texts, each) for each in dated]
    content = calendar_bytes(programme, desk.view.state, events, now())
    _write_new(ics, content)
    wrote = plural(
        "Wrote {n} event to {file}.", "Wrote {n} events to {file}.", len(dated), file=ics
    )
    if len(found) > len(dated):
        without = _("Left out, for it has no dates yet: {keys}.", keys=_keys(found))
        wrote = f"{wrote} {without}"
    say(wrote)


def _write_new(file: Path, content: bytes) -> None:
    """Write a file that is not there yet: whole, or not at all."""
    try:
        with file.open("xb") as stream:
            try:
                stream.write(content)
                stream.flush()
            except OSError as error:
                file.unlink(missing_ok=True)
                error.filename = str(file)  # writing does not know where to
                raise
    except FileExistsError:
        _refuse_to_overwrite(file)


def _keys(found: "Sequence[Occurrence]") -> str:
    return ", ".join(each.measure for each in found if each.start is None)


def _refuse_to_overwrite(ics: Path) -> None:
    from store.errors import Refused

    raise Refused(
        _("{file} exists already", file=ics),
        _("Nothing was written; say another file, or remove it"),
    )
