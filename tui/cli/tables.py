"""Tables for a terminal, never wider than it. What comes from data goes in as `Text`."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from rich.padding import Padding
from rich.table import Table

from store.docket import Docket
from store.values import Entry, Measure, Programme, View
from tui.cli.desk import NO_STATE
from tui.cli.edge import say
from tui.cli.entries import details, short_sentence
from tui.cli.grid import GAP, INDENT, WIDE, console, fitted, print_rows, shown
from tui.language import _
from tui.wording.days import days_words, seen_words
from tui.wording.deadlines import deadline_words
from tui.wording.filters import filter_sentence
from tui.wording.positions import TO_CONFIRM_MARK, measure_words
from tui.wording.programme import executors_words

_EXECUTORS = 16  # at most, in cells; twice that where there is room
_POSITION = 14  # likewise


def print_docket(programme: Programme, docket: Docket) -> None:
    """Print the measures that a filter left, section by section."""
    kept = filter_sentence(programme, docket.filter)
    if not docket.measures:
        say(
            _(
                "{kept}: none of {total}. Leave something out to see more.",
                kept=kept,
                total=docket.total,
            )
        )
        return
    screen = console()
    room = _EXECUTORS if screen.width < WIDE else 2 * _EXECUTORS
    heads = ("", _("Measure"), _("Executors"), _("Deadline"), "", _("Position"))
    rows = {measure.key: _docket_row(programme, measure, room) for measure in docket.measures}
    columns = fitted([heads, *rows.values()], flexible=1, less_needed=(2, 3, 4, 5), screen=screen)
    titles = {section.key: section.title for section in programme.sections}
    print_rows(screen, columns, [heads], style="dim")
    for section, measures in groupby(docket.measures, key=attrgetter("section")):
        heading = shown(f"{section}  {titles[section]}", "bold")
        heading.truncate(screen.width, overflow="ellipsis")
        screen.print(heading)
        print_rows(screen, columns, [rows[measure.key] for measure in measures])
    many = _(
        "{kept}: {shown} of {total}.", kept=kept, shown=len(docket.measures), total=docket.total
    )
    screen.print(shown(f"{many} {_seen(docket)}", "dim"))


def _seen(docket: Docket) -> str:
    """From where the measures were looked at: "AZ on 2026-11-23, 5 decided."."""
    view = docket.view
    if view.state is None:
        return _(NO_STATE)
    values = {"state": view.state, "seen": seen_words(view), "decided": docket.decided}
    if not docket.to_confirm:
        return _("{state} {seen}, {decided} decided.", **values)
    return _(
        "{state} {seen}, {decided} decided, {mark} {due} to confirm.",
        **values,
        mark=TO_CONFIRM_MARK,
        due=len(docket.to_confirm),
    )


def print_ledger(view: View, entries: Sequence[Entry]) -> None:
    """Print entries, oldest first; those that were taken back are struck out."""
    if not entries:
        if view.state is None:
            say(_("Nothing was recorded up to {days}.", days=days_words(view)))
        else:
            say(
                _(
                    "Nothing was recorded for {state} up to {days}.",
                    state=view.state,
                    days=days_words(view),
                )
            )
        return
    screen = console()
    heads = (_("Entry"), _("Of"), _("From"), _("What"), _("Recorded (UTC)"))
    rows = [_ledger_row(entry) for entry in entries]
    columns = fitted([heads, *rows], flexible=4, less_needed=(2,), screen=screen)
    print_rows(screen, columns, [heads], style="dim")
    for entry, row in zip(entries, rows, strict=True):
        print_rows(screen, columns, [row], style="strike" if entry.retracted_by else "")
        if below := "; ".join(_below(entry)):
            screen.print(Padding(shown(below, "dim"), (0, 0, 0, INDENT)))


def _ledger_row(entry: Entry) -> tuple[str, ...]:
    return (
        entry.id,
        entry.key,
        str(entry.decided_on or ""),
        short_sentence(entry),
        f"{entry.recorded_at[:10]} {entry.recorded_by}",
    )


def _below(entry: Entry) -> Iterator[str]:
    if entry.retracted_by:
        yield _("taken back by {entry}", entry=entry.retracted_by)
    yield from details(entry)


def _docket_row(programme: Programme, measure: Measure, room: int) -> tuple[str, ...]:
    return (
        measure.key,
        measure.text,
        executors_words(programme, measure.executors, room),
        deadline_words(measure.deadline),
        TO_CONFIRM_MARK if measure.to_confirm else "",
        measure_words(measure, _POSITION if room == _EXECUTORS else 2 * _POSITION),
    )


def print_sheet(lines: Iterable[tuple[str, str]]) -> None:
    """Print a measure in full: what a line is on the left, the line wrapped beside it."""
    table = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    before = None
    for label, line in lines:
        table.add_row(shown("" if label == before else label, "bold"), shown(line))
        before = label or before
    console().print(table)
