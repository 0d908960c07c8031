"""The facets: what the docket can be narrowed to, with how many measures each choice leaves."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.cells import cell_len
from textual.binding import Binding
from textual.message import Message

from store.deadlines import Phase
from store.docket import Docket, FacetValue
from store.filters import RECURRING, TO_CONFIRM, Field
from store.values import PositionValue, Programme
from tui.dashboard.widgets.lines import Cell, LineList
from tui.language import Words, _, mark, sense
from tui.wording.positions import POSITION_MARKS, POSITION_WORDS, TO_CONFIRM_MARK

# each at most 19 cells
HEADINGS: Words[Field] = Words(
    {
        "section": mark("SECTION"),
        "executor": mark("EXECUTOR"),
        "due": mark("DUE"),
        "position": mark("POSITION"),
    }
)
# each at most 14 cells
_DUE_WORDS: Words[str] = Words(
    {
        RECURRING: mark("every year"),
        Phase.UPCOMING: sense("deadline", "upcoming"),
        Phase.RUNNING: sense("deadline", "running"),
        Phase.ENDED: sense("deadline", "ended"),
    }
)
COUNT_WIDTH = 3


class FacetList(LineList):
    """The facets, each a heading over its values."""

    CLICK_CHOOSES = True
    BINDINGS = [Binding("enter,space", "choose", "Choose", show=False)]

    class Toggled(Message):
        """A value was chosen, or is no longer."""

        def __init__(self, value: FacetValue) -> None:
            super().__init__()
            self.value = value

    def __init__(self, programme: Programme) -> None:
        super().__init__(id="facets")
        self._lines: list[str | FacetValue] = []
        self.speak(programme)

    def speak(self, programme: Programme) -> None:
        """Show sections and bodies as they are called in a programme, in whatever language."""
        self._sections = {section.key: section.title for section in programme.sections}
        self._executors = programme.executors
        self.refresh()

    @property
    def line_count(self) -> int:
        """Headings and values."""
        return len(self._lines)

    def show(self, docket: Docket) -> None:
        """Show the facets of a docket; the values offered do not depend on the filter."""
        before, self._lines = self._lines, list(_lines(docket.facets))
        self.lines_replaced(before, self._lines)

    def action_choose(self) -> None:
        """Choose the value under the cursor, or no longer."""
        line = self._lines[self.cursor]
        if isinstance(line, FacetValue):
            self.post_message(self.Toggled(line))

    def selectable(self, index: int) -> bool:
        """All but the headings."""
        return isinstance(self._lines[index], FacetValue)

    def line_style(self, index: int) -> str:
        """Headings and choices stand out, what would leave nothing stands back."""
        line = self._lines[index]
        if isinstance(line, str):
            return "heading"
        if line.chosen:
            return "strong"
        return "" if line.count else "dim"

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """A heading, or a mark, the value and its count."""
        line = self._lines[index]
        if isinstance(line, str):
            return [Cell(line, width)]
        label, count = self._label(line), str(line.count)
        # Our own words are said whole: then the columns stand closer together.
        ours = line.field in ("due", "position")
        close = ours and cell_len(label) > width - 2 - COUNT_WIDTH
        mark_width, count_width = (1, len(count) + 1) if close else (2, COUNT_WIDTH)
        return [
            Cell("✓" if line.chosen else " ", mark_width),
            Cell(label, width - mark_width - count_width),
            Cell(count, count_width, right=True),
        ]

    def _label(self, facet: FacetValue) -> str:
        value = facet.value
        if facet.field == "section":
            return f"{value:<4}{self._sections[str(value)]}"
        if facet.field == "executor":
            return self._executors[str(value)].label
        if isinstance(value, PositionValue):
            return f"{POSITION_MARKS[value]} {POSITION_WORDS[value]}"
        if value == TO_CONFIRM:
            return f"{TO_CONFIRM_MARK} {_('to confirm')}"
        return _DUE_WORDS.get(str(value)) or str(value)


def _lines(facets: Iterable[FacetValue]) -> Iterator[str | FacetValue]:
    for field, values in groupby(facets, key=lambda facet: facet.field):
        yield HEADINGS[field]
        yield from values
