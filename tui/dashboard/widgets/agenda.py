"""What falls due, in parts: what presses comes first, and within a part by time."""

from collections.abc import Iterable, Iterator, Sequence

from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.occurrences import Occurrence, Reading
from store.values import Programme, View
from tui.dashboard.timeline import Timeline, timeline_of
from tui.dashboard.widgets.lines import Cell, LineList, label
from tui.language import _, mark
from tui.wording.agenda import GROUPS, group, sign, when_words
from tui.wording.programme import executors_words

KEY_WIDTH, WHEN_WIDTH, EXECUTORS_WIDTH = 7, 9, 14
ROOMY_EXECUTORS = 28
ROOMY = 110  # cells, from which there is room for a longer bar and more executors

Line = str | Occurrence
"""The heading of a part, or something that falls due."""


class AgendaList(LineList):
    """Mark, key, words, for whom, a bar over the years, when."""

    DEFAULT_CSS = """
    AgendaList { scrollbar-gutter: stable; } /* so that the heading stands over the columns */
    """

    BINDINGS = [Binding("enter", "choose", mark("Measure"), key_display="Enter")]

    class Chosen(Message):
        """The measure under the cursor is to be gone to."""

    def __init__(self, programme: Programme) -> None:
        super().__init__(id="agenda")
        self._programme = programme
        self._view: View | None = None
        self._lines: list[Line] = []

    def speak(self, programme: Programme) -> None:
        """Call bodies as they are called in a programme, in whatever language."""
        self._programme = programme

    @property
    def line_count(self) -> int:
        """Headings, and what falls due."""
        return len(self._lines)

    @property
    def current(self) -> Occurrence | None:
        """What the cursor stands on."""
        line = self._lines[self.cursor] if 0 <= self.cursor < len(self._lines) else None
        return line if isinstance(line, Occurrence) else None

    def show(self, view: View, found: Sequence[Occurrence]) -> None:
        """Show what falls due, the cursor on what it stood on, or else near."""
        before = _identity(self.current) if self.current else None
        self._view = view
        self._lines = list(_lines(found))
        places = (
            place
            for place, line in enumerate(self._lines)
            if isinstance(line, Occurrence) and _identity(line) == before
        )
        self.lines_changed(next(places, None))

    def go_to(self, reading: Reading) -> None:
        """Put the cursor on the first line of a reading."""
        for place, line in enumerate(self._lines):
            if isinstance(line, Occurrence) and line.reading == reading:
                self.lines_changed(place)
                return

    def selectable(self, index: int) -> bool:
        """All but the headings."""
        return isinstance(self._lines[index], Occurrence)

    def line_style(self, index: int) -> str:
        """Headings stand out; what asks for nothing stands back."""
        line = self._lines[index]
        if isinstance(line, str):
            return "heading"
        return "" if line.asks else "dim"

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """A heading over the whole width, or the columns."""
        line = self._lines[index]
        if isinstance(line, str) or self._view is None:
            return [Cell(f" {line}", width)]
        years, executors, text = columns(self._programme, width)
        return [
            Cell(f"{sign(line)} ", 2),
            Cell(line.measure, KEY_WIDTH),
            Cell(line.text, text),
            Cell(self._whom(line, executors), executors),
            Cell(years.bar(line.start, line.end, self._view.on), years.width),
            Cell(f" {when_words(line)}", 1 + WHEN_WIDTH),
        ]

    def _whom(self, occurrence: Occurrence, width: int) -> str:
        if width < EXECUTORS_WIDTH:
            return ""
        return f" {executors_words(self._programme, occurrence.executors, width - 2)}"

    def action_choose(self) -> None:
        """Ask to go to the measure."""
        if self.current:
            self.post_message(self.Chosen())


class AgendaHeading(Widget):
    """What the columns are, with the years over the bars."""

    DEFAULT_CSS = """
    AgendaHeading { height: 1; color: $text-muted; }
    """

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self._programme = programme

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line."""
        width = self.size.width - 1  # over the list's own columns, beside its scroll bar
        years, executors, text = columns(self._programme, width)
        cells = [
            Cell("  " + _("No."), 2 + KEY_WIDTH),  # at most 6 cells
            label(_("Measure"), text),
            # at most 12 cells
            Cell(" " + _("For") if executors >= EXECUTORS_WIDTH else "", executors),
            Cell(years.scale(), years.width),
            Cell(" " + _("When"), 1 + WHEN_WIDTH),  # at most 9 cells
        ]
        line = "".join(cell.fitted() for cell in cells)
        return Strip([Segment(line, self.rich_style)]).adjust_cell_length(
            self.size.width, self.rich_style
        )


def columns(programme: Programme, width: int) -> tuple[Timeline, int, int]:
    """The years over which bars are drawn, and the widths of executors and words, in a width."""
    roomy = width >= ROOMY
    years = timeline_of(programme, 6 if roomy else 4)
    executors = ROOMY_EXECUTORS if roomy else EXECUTORS_WIDTH
    room = width - 2 - KEY_WIDTH - years.width - 1 - WHEN_WIDTH
    if room < 2 * executors:
        executors = 1  # a space before the bar
    return years, executors, max(room - executors, 0)


def _lines(found: Sequence[Occurrence]) -> Iterator[Line]:
    for name in GROUPS:
        part = [each for each in found if group(each) == name]
        if part:
            yield f"{_(name)}: {len(part)}"
            yield from part


def _identity(occurrence: Occurrence) -> tuple[str, int | None, str]:
    return occurrence.measure, occurrence.year, occurrence.reading
