"""The line under the header: the filter as a sentence, and what was just done."""

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from tui.dashboard.widgets.lines import Cell, drawn
from tui.visible import visible


class Sentence(Widget):
    """One line. What was done stays until something else happens; no clock takes it away."""

    DEFAULT_CSS = """
    Sentence { height: 1; color: $text-muted; }
    Sentence > .sentence--said { color: $accent; text-style: bold; }
    Sentence > .sentence--aside { text-style: bold; }
    """

    COMPONENT_CLASSES = {"sentence--said", "sentence--aside"}

    def __init__(self) -> None:
        super().__init__(id="sentence")
        self.text = ""
        self.asides: tuple[str, ...] = ()
        self.said = ""

    def show(self, text: str, *asides: str) -> None:
        """Show the filter.

        Args:
            text: The filter as a sentence.
            asides: What stands beside it as long as nothing is said; of these, each shorter than
                the one before it, the first that there is room for, or else the last.
        """
        self.text = text
        self.asides = asides
        self.refresh()

    def say(self, said: str) -> None:
        """Show what was done, or nothing."""
        if said != self.said:
            self.said = said
            self.refresh()

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line; the filter gives way to what was done."""
        width = self.size.width
        beside = self.said or self._aside(width)
        right = min(cell_len(visible(beside)) + 2, width) if beside else 0
        name = "said" if self.said else "aside"
        cells = [
            (Cell(f" {self.text}", width - right), self.rich_style),
            (Cell(f" {beside}", right), self.get_component_rich_style(f"sentence--{name}")),
        ]
        return drawn(cells, width, self.rich_style)

    def _aside(self, width: int) -> str:
        room = width - cell_len(visible(self.text)) - 3
        fitting = [each for each in self.asides if cell_len(each) <= room]
        return next(iter(fitting or self.asides[-1:]), "")
