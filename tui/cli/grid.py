"""Rows of text in columns for a terminal, never wider than it. Data goes in as `Text`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

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


class Layout(NamedTuple):
    """The columns that fit a terminal.

    Attributes:
        widths: Of each column that is shown, in cells.
        flexible: The one that gives way.
    """

    widths: Mapping[int, int]
    flexible: int


def fitted(
    rows: Sequence[Sequence[str]],
    *,
    flexible: int,
    less_needed: Sequence[int] = (),
    screen: Console,
) -> Layout:
    """The columns that fit the terminal, each with its width in cells.

    Args:
        rows: All rows, that of the headings first.
        flexible: The column that gives way, down to its heading; then the widest one does.
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
    lacking = cell_len(rows[0][flexible]) - left()
    if lacking > 0:
        widest = max(columns, key=columns.__getitem__)
        columns[widest] = max(columns[widest] - lacking, 1)
    return Layout(columns | {flexible: max(left(), 1)}, flexible)


def print_rows(
    screen: Console,
    layout: Layout,
    rows: Iterable[Sequence[str]],
    style: str = "",
    *,
    whole: bool = False,
) -> None:
    """Print rows in the columns that `fitted` gave.

    Args:
        screen: The terminal.
        layout: The columns.
        rows: Their cells.
        style: Of all of them.
        whole: Go on in more lines in the column that gives way, where it would be cut.
    """
    table = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for place, width in layout.widths.items():
        cut = place == layout.flexible and not whole
        table.add_column(width=width, no_wrap=cut, overflow="ellipsis" if cut else "fold")
    for row in rows:
        table.add_row(*(shown(row[place], style) for place in layout.widths))
    screen.print(table)
