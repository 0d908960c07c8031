"""States by treaties: where each state stands on each, a line a state, a column a treaty."""

from collections.abc import Iterable, Sequence

from rich.style import Style
from textual.binding import Binding
from textual.events import Click
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.treaties import Status
from store.values import Programme, Treaty
from tui.dashboard.widgets.lines import Cell, LineList, drawn
from tui.language import _, mark
from tui.wording.treaties import standing_mark, treaty_label

COLUMN_WIDTH = 6
NARROWEST, WIDEST = 13, 32
"""In cells; the states have what the columns leave, within bounds."""


class TreatyGrid(LineList):
    """The cursor is a cell. Where not all columns fit, those around the cursor are shown."""

    BINDINGS = [
        Binding("left", "column(-1)", "Left", show=False),
        Binding("right", "column(1)", "Right", show=False),
        Binding("enter,space", "open", mark("Ladder"), key_display="Enter"),
    ]

    class Opened(Message):
        """The ladder under the cursor is to be shown."""

    def __init__(self, programme: Programme, state: str | None) -> None:
        super().__init__(id="grid")
        self._signatories = tuple(programme.signatories.values())
        self._treaties = programme.treaties
        self._labels = [treaty_label(programme, treaty) for treaty in programme.treaties]
        self._by_place: dict[tuple[str, str], Status] = {}
        codes = list(programme.signatories)
        self.cursor = codes.index(state) if state in codes else 0
        self.column = 0
        self.styles.max_height = len(codes)

    def speak(self, programme: Programme) -> None:
        """Call states as they are called in a programme, in whatever language."""
        self._signatories = tuple(programme.signatories.values())

    def show(self, statuses: Sequence[Status]) -> None:
        """Show where each state stands on each treaty; the cursor stays."""
        self._by_place = {(status.state, status.treaty.key): status for status in statuses}
        self.lines_changed()
        self.post_message(self.Moved(self))

    @property
    def current(self) -> Status | None:
        """Where the state under the cursor stands on the treaty under it."""
        if not self._treaties or not 0 <= self.cursor < self.line_count:
            return None
        state = self._signatories[self.cursor].state
        return self._by_place.get((state, self.treaty.key))

    @property
    def treaty(self) -> Treaty:
        """The treaty under the cursor."""
        return self._treaties[self.column]

    @property
    def line_count(self) -> int:
        """The states of the signature table."""
        return len(self._signatories)

    # -- keys and mouse ----------------------------------------------------------------------------

    def go_to(self, treaty: str) -> None:
        """Put the cursor on a treaty's column."""
        keys = [each.key for each in self._treaties]
        if treaty in keys:
            self._to_column(keys.index(treaty))

    def action_column(self, step: int) -> None:
        """Move the cursor to the treaty before or after."""
        self._to_column(self.column + step)

    def action_open(self) -> None:
        """Show the ladder under the cursor."""
        if self.current:
            self.post_message(self.Opened())

    def on_click(self, event: Click) -> None:
        """Put the cursor on the cell that was clicked."""
        names, shown = self._columns(self.scrollable_content_region.width)
        place = (event.x - names) // COLUMN_WIDTH
        if 0 <= place < len(shown):
            self._to_column(shown[place])
        super().on_click(event)

    def _to_column(self, column: int) -> None:
        if 0 <= column < len(self._treaties) and column != self.column:
            self.column = column
            self.refresh()
            self.post_message(self.Moved(self))

    # -- drawing -----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw a line; in that of the cursor only its cell is marked."""
        index = y + self.scroll_offset.y
        if index != self.cursor:
            return super().render_line(y)
        width = self.scrollable_content_region.width
        styles = {"": self.rich_style, "cursor": self.get_component_rich_style("line--cursor")}
        strong = self.get_component_rich_style("line--strong")

        def style(cell: Cell) -> Style:
            return styles.get(cell.style, strong)

        cells = self.cells(index, width)
        return drawn(((cell, style(cell)) for cell in cells), width, self.rich_style)

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """The state, and a mark for each treaty."""
        names, shown = self._columns(width)
        signatory = self._signatories[index]
        here = index == self.cursor
        yield Cell(f" {signatory.state} {signatory.name}", names - 1, "strong" if here else "")
        yield Cell("", 1)
        for column in shown:
            status = self._by_place.get((signatory.state, self._treaties[column].key))
            mark = standing_mark(status.ladder) if status else ""
            at = here and column == self.column
            text = f"[{mark:<4}]" if at else f" {mark:<4} "
            yield Cell(text, COLUMN_WIDTH, "cursor" if at else "")

    def heading_cells(self) -> Iterable[Cell]:
        """What stands over the columns that are shown."""
        names, shown = self._columns(self.scrollable_content_region.width)
        yield Cell(" " + _("Annex no."), names)  # at most 11 cells
        for column in shown:
            yield Cell(f" {self._labels[column]}", COLUMN_WIDTH)

    def _columns(self, width: int) -> tuple[int, range]:
        """The width of the names, and the columns that there is room for beside them."""
        room = max((width - NARROWEST) // COLUMN_WIDTH, 1)
        first = max(min(self.column - room // 2, len(self._treaties) - room), 0)
        shown = range(first, min(first + room, len(self._treaties)))
        return min(width - COLUMN_WIDTH * len(shown), WIDEST), shown


class TreatyGridHeading(Widget):
    """What the columns of the grid below are: places in the annex, and items."""

    DEFAULT_CSS = """
    TreatyGridHeading { height: 1; color: $text-muted; text-style: bold; }
    """

    def __init__(self, grid: TreatyGrid) -> None:
        super().__init__()
        self._grid = grid

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line."""
        cells = self._grid.heading_cells()
        style = self.rich_style
        return drawn(((cell, style) for cell in cells), self.size.width, style)
