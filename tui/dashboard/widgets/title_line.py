"""The first line of a screen: what it is on the left, what is looked at on the right."""

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from tui.dashboard.widgets.lines import Cell, drawn
from tui.visible import visible


class TitleLine(Widget):
    """One line; its left side gives way. Drawing it is all that showing something else costs."""

    DEFAULT_CSS = """
    TitleLine {
        dock: top;
        height: 1;
        background: $primary-muted;
        color: $text;
        text-style: bold;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="title-line")
        self.left = ""
        self.right = ""

    def show(self, left: str, right: str) -> None:
        """Show both sides."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line."""
        width = self.size.width
        right = min(cell_len(visible(self.right)) + 2, width)
        cells = (Cell(f" {self.left}", width - right), Cell(f" {self.right} ", right))
        return drawn(((cell, self.rich_style) for cell in cells), width, self.rich_style)
