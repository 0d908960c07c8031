"""A list that draws only the lines it shows, however long it is."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.visible import visible

TWICE = 2
"""Clicks, one soon after the other."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line: plain text, never markup.

    Attributes:
        text: What it says.
        width: In cells; text that is longer ends in an ellipsis.
        style: The name of a component style of the list, or "" for that of the line.
        right: Whether the text stands at the right end.
    """

    text: str
    width: int
    style: str = ""
    right: bool = False

    def fitted(self) -> str:
        """The text in exactly its width."""
        text = visible(self.text)
        length = cell_len(text)
        if length > self.width:
            return set_cell_size(text, self.width - 1) + "…" if self.width > 0 else ""
        space = " " * (self.width - length)
        return space + text if self.right else text + space


def label(text: str, width: int) -> Cell:
    """The heading of a column: whole, or not at all."""
    return Cell(text if cell_len(text) <= width else "", width)


def drawn(cells: Iterable[tuple[Cell, Style]], width: int, base: Style) -> Strip:
    """Cells, each in its style, as a line of exactly a width."""
    strip = Strip([Segment(cell.fitted(), style) for cell, style in cells])
    return strip.simplify().adjust_cell_length(width, base)


class LineList(ScrollView, can_focus=True):
    """A list of lines with a cursor.

    A subclass says how many lines there are (`line_count`), what each shows (`cells`), and which
    the cursor passes over (`selectable`).
    """

    DEFAULT_CSS = """
    LineList {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        background: $background;
    }
    LineList > .line--heading { color: $text-muted; text-style: bold; }
    LineList > .line--dim { color: $text-muted; }
    LineList > .line--strong { text-style: bold; }
    LineList > .line--match { text-style: bold underline; }
    LineList > .line--cursor { background: $panel; text-style: bold; }
    LineList:focus > .line--cursor {
        /* Reversed, and so seen on a terminal without colours too. */
        background: $foreground;
        color: $block-cursor-background;
        text-style: bold reverse;
    }
    """

    CLICK_CHOOSES: ClassVar[bool] = False
    """Whether one click chooses already, as the action `choose` does."""

    COMPONENT_CLASSES = {
        "line--heading",
        "line--dim",
        "line--strong",
        "line--match",
        "line--cursor",
    }

    BINDINGS = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "edge(-1)", "First", show=False),
        Binding("end", "edge(1)", "Last", show=False),
    ]

    class Moved(Message):
        """The cursor stands on another line."""

        def __init__(self, lines: "LineList") -> None:
            super().__init__()
            self.lines = lines

        @property
        def control(self) -> "LineList":
            """The list."""
            return self.lines

    class Clicked(Moved):
        """The line under the cursor was clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # Textual's name
        super().__init__(id=id)
        self.cursor = -1

    @property
    @abstractmethod
    def line_count(self) -> int:
        """How many lines there are."""

    @abstractmethod
    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """What a line shows in a width."""

    def selectable(self, index: int) -> bool:  # for subclasses
        """Whether the cursor can stand on a line."""
        return True

    def line_style(self, index: int) -> str:  # for subclasses
        """The component style of a whole line, or ""."""
        return ""

    # -- for the owner -----------------------------------------------------------------------------

    def lines_changed(self, cursor: int | None = None) -> None:
        """Show lines that have changed, the cursor near where it was, or where it is told."""
        self.virtual_size = Size(0, self.line_count)  # never wider than what is seen
        self.cursor = self._nearest(self.cursor if cursor is None else cursor)
        self._keep_in_view()
        self.refresh()

    def lines_replaced(
        self, before: Sequence[object], now: Sequence[object], cursor: int | None = None
    ) -> None:
        """Show lines in place of others; of as many, only those are drawn that differ and are seen.

        Args:
            before: What each line has shown until now.
            now: What each shows from now on.
            cursor: Where the cursor is to stand; None to leave it near where it is.
        """
        stays = cursor in {None, self.cursor} and 0 <= self.cursor < len(now)
        if len(before) != len(now) or not (stays and self.selectable(self.cursor)):
            self.lines_changed(cursor)
            return
        top = self.scroll_offset.y
        for index in range(top, min(top + self.size.height, len(now))):
            if before[index] != now[index]:
                self.refresh_line(index)

    def move_to(self, index: int) -> None:
        """Put the cursor on a line."""
        if index == self.cursor or not 0 <= index < self.line_count:
            return
        before, self.cursor = self.cursor, index
        self.refresh_line(before)
        self.refresh_line(index)
        self._keep_in_view()
        self.post_message(self.Moved(self))

    # -- keys and mouse ----------------------------------------------------------------------------

    def action_move(self, step: int) -> None:
        """Move the cursor to the next line it can stand on."""
        index = self.cursor + step
        while 0 <= index < self.line_count and not self.selectable(index):
            index += step
        if 0 <= index < self.line_count:
            self.move_to(index)
        elif step < 0:
            # The heading over the first line cannot be reached, but should be seen.
            self.scroll_to(y=0, animate=False)

    def action_page(self, step: int) -> None:
        """Move the cursor by what the list shows."""
        self.move_to(self._nearest(self.cursor + step * max(self.size.height - 1, 1), step))

    def action_edge(self, step: int) -> None:
        """Move the cursor to the first or last line."""
        self.move_to(self._nearest(0 if step < 0 else self.line_count - 1, -step))

    def on_click(self, event: Click) -> None:
        """Put the cursor on the line that was clicked; a second click on it is Enter."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < self.line_count and self.selectable(index):
            self.move_to(index)
            self.post_message(self.Clicked(self))
            if event.chain == TWICE and not self.CLICK_CHOOSES:
                self.app.simulate_key("enter")

    async def on_line_list_clicked(self) -> None:
        """Choose what was clicked, where a click chooses."""
        if self.CLICK_CHOOSES:
            await self.run_action("choose")

    def on_resize(self, event: Resize) -> None:
        """Keep the place when the size changes."""
        self._keep_in_view()

    def on_show(self) -> None:
        """Keep the place when lines have changed unseen."""
        self._keep_in_view()

    # -- drawing -----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw a line of the part that is shown."""
        width, index = self.scrollable_content_region.width, y + self.scroll_offset.y
        if not 0 <= index < self.line_count:
            return Strip.blank(width, self.rich_style)
        if index == self.cursor:
            # One style for the whole line: it has to stand out, and costs less on the wire.
            style = self.get_component_rich_style("line--cursor")
            text = "".join(cell.fitted() for cell in self.cells(index, width))
            return Strip([Segment(text, style)]).adjust_cell_length(width, style)
        base = self._style(self.line_style(index))
        cells = self.cells(index, width)
        return drawn(
            ((cell, self._style(cell.style) if cell.style else base) for cell in cells), width, base
        )

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"line--{name}") if name else self.rich_style

    def _nearest(self, index: int, step: int = 1) -> int:
        """The line nearest to an index that the cursor can stand on; -1 when there is none."""
        if self.line_count == 0:
            return -1
        index = min(max(index, 0), self.line_count - 1)
        for candidates in (
            range(index, self.line_count) if step > 0 else range(index, -1, -1),
            range(index, -1, -1) if step > 0 else range(index, self.line_count),
        ):
            for each in candidates:
                if self.selectable(each):
                    return each
        return -1

    def _keep_in_view(self) -> None:
        height = self.scrollable_content_region.height
        if height <= 0 or self.cursor < 0:
            return
        top = self.scroll_offset.y
        # A heading right above the cursor comes into view with it.
        first = self.cursor
        while first > 0 and not self.selectable(first - 1):
            first -= 1
        # Forced: that there is more than fits may not have been laid out yet.
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)
