"""The lines of a year: measure, position, status, what changed against the year before."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.overlay import measure_text
from store.reporting import Line
from store.texts import Texts
from store.values import Measure
from tui.dashboard.widgets.lines import Cell, LineList, label
from tui.language import _, mark
from tui.wording.positions import position_words
from tui.wording.reporting import MARK_SIGNS, STATUS_WORDS

KEY_WIDTH, POSITION_WIDTH = 6, 14
LEAST_STATUS = 13
MARK_WIDTH = 3
FIXED = 1 + KEY_WIDTH + 1 + POSITION_WIDTH + 1 + MARK_WIDTH + 1
LEAST_TEXT = 6


class YearList(LineList):
    """A line a measure, in document order."""

    BINDINGS = [
        Binding("enter", "edit", mark("Report"), key_display="Enter"),
        Binding("space", "mark", "Mark", show=False),
        Binding("left", "screen.turn(-1)", "Year before", show=False),
        Binding("right", "screen.turn(1)", mark("Year"), key_display="← →"),
    ]

    class Edit(Message):
        """What is marked, or else the line under the cursor, is to be edited."""

    class Marked(Message):
        """What is marked has changed."""

    def __init__(self) -> None:
        super().__init__(id="lines")
        self._lines: tuple[Line, ...] = ()
        self._texts: Texts | None = None
        self.marked: dict[str, None] = {}

    @property
    def line_count(self) -> int:
        """As many as there are measures."""
        return len(self._lines)

    @property
    def current(self) -> Line | None:
        """The line under the cursor."""
        return self._lines[self.cursor] if 0 <= self.cursor < len(self._lines) else None

    @property
    def chosen(self) -> tuple[Line, ...]:
        """The marked lines, or else the one under the cursor."""
        marked = tuple(line for line in self._lines if line.measure.key in self.marked)
        return marked or ((self.current,) if self.current else ())

    def show(self, lines: Sequence[Line], key: str | None = None) -> None:
        """Show lines, the cursor on a measure, or where it was."""
        wanted = key or (self.current.measure.key if self.current else None)
        self._lines = tuple(lines)
        places = (i for i, line in enumerate(self._lines) if wanted in _keys(line))
        self.lines_changed(next(places, None))
        self.post_message(self.Moved(self))

    def speak(self, texts: Texts | None) -> None:
        """Show the words of the measures in a translation, or in the original."""
        self._texts = texts
        self.refresh()

    def unmark(self) -> None:
        """Take all marks away."""
        self.marked.clear()
        self.refresh()
        self.post_message(self.Marked())

    def action_edit(self) -> None:
        """Ask to edit."""
        if self.chosen:
            self.post_message(self.Edit())

    def action_mark(self) -> None:
        """Mark the line under the cursor, or take its mark away, and move on."""
        if line := self.current:
            if line.measure.key in self.marked:
                del self.marked[line.measure.key]
            else:
                self.marked[line.measure.key] = None
            self.refresh_line(self.cursor)
            self.post_message(self.Marked())
            self.action_move(1)

    def line_style(self, index: int) -> str:
        """What only repeats an earlier year stands back."""
        return "dim" if self._lines[index].carried else ""

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """The columns."""
        line = self._lines[index]
        text, said = column_widths(width)
        status = STATUS_WORDS[line.said.status] if line.said else ""
        return [
            Cell("◆" if line.measure.key in self.marked else " ", 1),
            Cell(line.measure.key, KEY_WIDTH),
            Cell(words_of(line.measure, self._texts), text),
            Cell(" ", 1),
            Cell(position_words(line.measure.position), POSITION_WIDTH),
            Cell(" ", 1),
            Cell(f"({status})" if line.carried else status, status_width()),
            Cell(f" {MARK_SIGNS[line.mark]}" if line.mark else "", MARK_WIDTH),
            Cell(line.said.text or "" if line.said else "", said),
        ]


class YearHeading(Widget):
    """What the columns of a year are."""

    DEFAULT_CSS = """
    YearHeading { height: 1; color: $text-muted; }
    """

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line."""
        width = self.size.width
        text, said = column_widths(width)
        cells = [
            Cell(f" {_('No.')}", KEY_WIDTH + 1),  # at most 6 cells
            label(_("Measure"), text),  # at most 14 cells
            Cell(f" {_('Position')}", 1 + POSITION_WIDTH),  # at most 14 cells
            Cell(f" {_('Status')}", 1 + status_width()),  # at most 13 cells
            Cell("", MARK_WIDTH),
            label(_("What is said"), said),  # at most 14 cells
        ]
        line = "".join(cell.fitted() for cell in cells)
        return Strip([Segment(line, self.rich_style)]).adjust_cell_length(width, self.rich_style)


def words_of(measure: Measure, texts: Texts | None) -> str:
    """The words of a measure in a translation, or in the original."""
    return measure_text(texts, measure) if texts else measure.text


def status_width() -> int:
    """The width of the column of statuses: of the longest in the language in use, in brackets."""
    return max(LEAST_STATUS, *(2 + cell_len(word) for word in STATUS_WORDS.values()))


def column_widths(width: int) -> tuple[int, int]:
    """The widths of the measure's words and of what is said, in a list of a width."""
    room = max(width - FIXED - status_width(), 0)
    said = room // 2
    if said < LEAST_TEXT:
        return room, 0
    return room - said, said


def _keys(line: Line) -> tuple[str, ...]:
    return (line.measure.key, *(item.key for item in line.measure.items))
