"""Tables for a terminal, never wider than it. What comes from data goes in as `Text`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from store.docket import Docket
from store.values import Entry, Measure, Programme, View
from tui.cli.desk import NO_STATE
from tui.cli.edge import say
from tui.cli.entries import details, short_sentence
from tui.visible import visible
from tui.wording import deadline_words, executors_words, filter_sentence, position_words

_GAP = 2  # cells between columns
_NARROWEST = 16  # of the column that gives way, in cells
_EXECUTORS = 16  # at most, in cells; twice that where there is room
_WIDE = 100  # cells, from which there is
_INDENT = 4  # of what stands below a row, in cells


def console() -> Console:
    """The terminal that stdout is."""
    return Console(highlight=False, markup=False, emoji=False)


def shown(text: str, style: str = "") -> Text:
    """Text from data, on one line and safe to show."""
    return Text(visible(text), style=style)


def print_docket(programme: Programme, docket: Docket) -> None:
    """Print the measures that a filter left, section by section."""
    kept = filter_sentence(programme, docket.filter)
    if not docket.measures:
        say(f"{kept}: none of {docket.total}. Leave something out to see more.")
        return
    screen = console()
    room = _EXECUTORS if screen.width < _WIDE else 2 * _EXECUTORS
    heads = ("", "Measure", "Executors", "Deadline", "Position")
    rows = {measure.key: _docket_row(programme, measure, room) for measure in docket.measures}
    layout = _layout([heads, *rows.values()], flexible=1, less_needed=(2, 3, 4), screen=screen)
    titles = {section.key: section.title for section in programme.sections}
    _print_rows(screen, layout, [heads], style="dim")
    for section, measures in groupby(docket.measures, key=attrgetter("section")):
        heading = shown(f"{section}  {titles[section]}", "bold")
        heading.truncate(screen.width, overflow="ellipsis")
        screen.print(heading)
        _print_rows(screen, layout, [rows[measure.key] for measure in measures])
    screen.print(shown(f"{kept}: {len(docket.measures)} of {docket.total}. {_seen(docket)}", "dim"))


def _seen(docket: Docket) -> str:
    """From where the measures were looked at: "AZ on 2026-11-23, 5 decided."."""
    view = docket.view
    return f"{view.state} on {view.on}, {docket.decided} decided." if view.state else NO_STATE


def print_ledger(view: View, entries: Sequence[Entry]) -> None:
    """Print entries, oldest first; those that were taken back are struck out."""
    if not entries:
        whose = f"for {view.state} " if view.state else ""
        say(f"Nothing was recorded {whose}up to {view.on}.")
        return
    screen = console()
    heads = ("Entry", "Of", "From", "What", "Recorded (UTC)")
    rows = [_ledger_row(entry) for entry in entries]
    layout = _layout([heads, *rows], flexible=4, less_needed=(2,), screen=screen)
    _print_rows(screen, layout, [heads], style="dim")
    for entry, row in zip(entries, rows, strict=True):
        _print_rows(screen, layout, [row], style="strike" if entry.retracted_by else "")
        if below := "; ".join(_below(entry)):
            screen.print(Padding(shown(below, "dim"), (0, 0, 0, _INDENT)))


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
        yield f"taken back by {entry.retracted_by}"
    yield from details(entry)


def _docket_row(programme: Programme, measure: Measure, room: int) -> tuple[str, ...]:
    return (
        measure.key,
        measure.text,
        executors_words(programme, measure.executors, room),
        deadline_words(measure.deadline),
        position_words(measure.position),
    )


def _layout(
    rows: Sequence[Sequence[str]],
    *,
    flexible: int,
    less_needed: Sequence[int] = (),
    screen: Console,
) -> dict[int, int]:
    """The columns that fit the terminal, each with its width in cells.

    Args:
        rows: All rows.
        flexible: The column that gives way.
        less_needed: Columns that are left out, the first one first, before that column gets too
            narrow to read.
        screen: The terminal.
    """
    columns = {
        place: max(map(cell_len, cells)) for place, cells in enumerate(zip(*rows, strict=True))
    }
    columns = {place: width for place, width in columns.items() if width}
    columns[flexible] = 0

    def left() -> int:
        return screen.width - sum(columns.values()) - _GAP * (len(columns) - 1)

    for place in less_needed:
        if left() < _NARROWEST:
            columns.pop(place, None)
    return columns | {flexible: max(left(), 1)}


def _print_rows(
    screen: Console, layout: Mapping[int, int], rows: Iterable[Sequence[str]], style: str = ""
) -> None:
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    for width in layout.values():
        table.add_column(width=width, no_wrap=True, overflow="ellipsis")
    for row in rows:
        table.add_row(*(shown(row[place], style) for place in layout))
    screen.print(table)


def print_sheet(lines: Iterable[tuple[str, str]]) -> None:
    """Print a measure in full: what a line is on the left, the line wrapped beside it."""
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    before = None
    for label, line in lines:
        table.add_row(shown("" if label == before else label, "bold"), shown(line))
        before = label or before
    console().print(table)
