"""Rows of text in columns for a terminal, never wider than it. Data goes in as `Text`."""

from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tui.visible import visible

GAP = 2  # cells between columns
WIDE = 100  # cells, from which there is room for more
INDENT = 4  # of what stands below a row, in cells
_NARROWEST = 16  # of the column that gives way, in cells


def console() -> Console:
    """The terminal that stdout is."""
    return Console(highlight=False, markup=False, emoji=False)


def shown(text: str, style: str = "") -> Text:
    """Text from data, on one line and safe to show."""
    return Text(visible(text), style=style)


def fitted(
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
        return screen.width - sum(columns.values()) - GAP * (len(columns) - 1)

    for place in less_needed:
        if left() < _NARROWEST:
            columns.pop(place, None)
    return columns | {flexible: max(left(), 1)}


def print_rows(
    screen: Console, layout: Mapping[int, int], rows: Iterable[Sequence[str]], style: str = ""
) -> None:
    """Print rows in the columns that `fitted` gave, each cell on one line."""
    table = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for width in layout.values():
        table.add_column(width=width, no_wrap=True, overflow="ellipsis")
    for row in rows:
        table.add_row(*(shown(row[place], style) for place in layout))
    screen.print(table)
