"""The line that says which day is looked at, as long as it is not today."""

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from tui.dashboard.desk import Desk
from tui.dashboard.widgets.lines import Cell, drawn
from tui.language import _, mark
from tui.wording.days import another_day

WAY_BACK = mark("b: back to today")
RECORDED_NOW = mark("recorded now, whatever is in view")


class DayLine(Widget):
    """One line in reverse, or none: what is on the screen is not what holds and is known today.

    Args:
        desk: Whose view is shown.
        aside: What is said at its right end: the key that leads back to today, say.
    """

    DEFAULT_CSS = """
    DayLine {
        height: 1;
        display: none;
        color: $accent;
        background: $background;
        text-style: bold reverse;
    }
    DayLine.-another-day { display: block; }
    """

    def __init__(self, desk: Desk, aside: str = "") -> None:
        super().__init__(id="day-line")
        self._desk = desk
        self._aside = aside
        self.said = ""

    def on_mount(self) -> None:
        """Say it from the start."""
        self.show()

    def show(self) -> None:
        """Say which days are looked at now."""
        said = another_day(self._desk.view, self._desk.today)
        if said != self.said:
            self.said = said
            self.set_class(bool(said), "-another-day")
            self.refresh()

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line."""
        width = self.size.width
        aside = _(self._aside)
        right = cell_len(aside) + 1 if aside else 0
        said = " " + _("{days}: not today's view", days=self.said)
        if cell_len(said) > width - right:
            said = f" {self.said}"
        cells = (Cell(said, max(width - right, 0)), Cell(aside, right))
        return drawn(((cell, self.rich_style) for cell in cells), width, self.rich_style)
