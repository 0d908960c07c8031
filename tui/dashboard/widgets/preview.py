"""The first words of what the cursor stands on, where there is no room for all of them."""

from textwrap import wrap

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.visible import visible

LINES = 2


class Preview(Widget):
    """Two lines of text. Drawing them is all that a cursor key costs here: nothing is laid out."""

    DEFAULT_CSS = """
    Preview { height: 2; background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__(id="preview")
        self._text = ""

    def show(self, text: str) -> None:
        """Show the beginning of a text."""
        if (shown := visible(text)) != self._text:
            self._text = shown
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        width = self.size.width
        lines = wrap(self._text, max(width - 2, 1), max_lines=LINES, placeholder=" …")
        text = f" {lines[y]}" if y < len(lines) else ""
        return Strip([Segment(text, self.rich_style)]).adjust_cell_length(width, self.rich_style)
