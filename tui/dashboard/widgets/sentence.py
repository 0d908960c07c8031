"""The line under the header: the filter as a sentence, and what was just done."""

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from tui.dashboard.widgets.lines import Cell, drawn


class Sentence(Widget):
    """One line. What was done stays until something else happens; no clock takes it away."""

    DEFAULT_CSS = """
    Sentence { height: 1; color: $text-muted; }
    Sentence > .sentence--said { color: $accent; text-style: bold; }
    """

    COMPONENT_CLASSES = {"sentence--said"}

    def __init__(self) -> None:
        super().__init__(id="sentence")
        self.text = ""
        self.said = ""

    def show(self, text: str) -> None:
        """Show the filter."""
        self.text = text
        self.refresh()

    def say(self, said: str) -> None:
        """Show what was done, or nothing."""
        if said != self.said:
            self.said = said
            self.refresh()

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line; the filter gives way to what was done."""
        width = self.size.width
        right = min(cell_len(self.said) + 2, width) if self.said else 0
        cells = [
            (Cell(f" {self.text}", width - right), self.rich_style),
            (Cell(f" {self.said}", right), self.get_component_rich_style("sentence--said")),
        ]
        return drawn(cells, width, self.rich_style)
