"""The header line: programme, state, date of view, how much is decided."""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from store.docket import Docket
from store.values import Programme
from tui.visible import visible

LANGUAGE = "en"


class Heading(Widget):
    """One line; the name of the programme gives way when it is too long."""

    DEFAULT_CSS = """
    Heading {
        dock: top;
        height: 1;
        background: $primary-muted;
        color: $text;
        text-style: bold;
    }
    """

    def __init__(self, programme: Programme) -> None:
        super().__init__(id="heading")
        self._label = programme.label.get(LANGUAGE, programme.title)
        self._facts = ""

    def show(self, docket: Docket, marked: int) -> None:
        """Show the facts of a docket."""
        facts = [docket.view.state or "no state", f"on {docket.view.on}"]
        facts.append(f"{docket.decided} of {docket.total} decided")
        if marked:
            facts.append(f"{marked} marked")
        said = "  ".join(facts)
        if said != self._facts:
            self._facts = said
            self.refresh()

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line."""
        width = self.size.width
        left = max(width - cell_len(self._facts) - 4, 0)
        label = visible(self._label)
        if cell_len(label) > left:
            label = f"{set_cell_size(label, max(left - 1, 0))}…"
        text = f" {set_cell_size(label, left)}  {self._facts} "
        return Strip([Segment(text, self.rich_style)]).adjust_cell_length(width, self.rich_style)
