"""The docket: the measures that a filter leaves, with sections and items."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from store.docket import Docket
from store.overlay import item_in, measure_text
from store.texts import Texts
from store.values import Item, Measure, Position, PositionValue, Programme, Section
from tui.dashboard.matches import slices
from tui.dashboard.widgets.lines import Cell, LineList, label
from tui.language import _
from tui.wording.deadlines import deadline_words
from tui.wording.positions import TO_CONFIRM_MARK, measure_words, position_words
from tui.wording.programme import executors_words, not_addressed_words

KEY_WIDTH, DEADLINE_WIDTH, POSITION_WIDTH = 6, 9, 14
LEAST_TEXT, LEAST_EXECUTORS = 6, 9

REST = 0.1
"""Seconds without another letter after which the words that a search looks for are marked."""

ROOMY, WIDE_POSITION_WIDTH = 80, 28
"""From this width on there is room to say in words where items differ."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measure, or an item of it, as a line of the docket."""

    measure: Measure
    item: Item | None = None

    @property
    def key(self) -> str:
        """The key of the measure or item."""
        return self.item.key if self.item else self.measure.key


class DocketList(LineList):
    """The docket. The cursor passes over the headings of sections."""

    BINDINGS = [
        Binding("enter", "read", "Read", show=False),
        Binding("space", "mark", "Mark", show=False),
    ]

    class Read(Message):
        """The measure under the cursor is to be read."""

    class Marked(Message):
        """What is marked has changed."""

    def __init__(self, programme: Programme, texts: Texts | None) -> None:
        super().__init__(id="docket")
        self._programme = programme
        self._lines: list[Section | Row] = []
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._held: Row | None = None
        self.marked: dict[str, None] = {}
        self._not_addressed: frozenset[str] = frozenset()
        self._state: str | None = None
        self._texts = texts
        self._wanted: tuple[str, ...] = ()
        self._marking: Timer | None = None

    def speak(self, programme: Programme, texts: Texts | None) -> None:
        """Show the words of a programme in a translation, or in the original.

        Args:
            programme: In that language.
            texts: The translation, or None.
        """
        self._programme, self._texts = programme, texts
        sections = {section.key: section for section in programme.sections}
        self._lines = [
            sections[line.key] if isinstance(line, Section) else line for line in self._lines
        ]
        self.refresh()

    @property
    def line_count(self) -> int:
        """Sections, measures and items."""
        return len(self._lines)

    @property
    def current(self) -> Row | None:
        """The measure or item under the cursor."""
        line = self._lines[self.cursor] if 0 <= self.cursor < len(self._lines) else None
        return line if isinstance(line, Row) else None

    @property
    def said(self) -> str:
        """What the measure or item under the cursor says, in the language that is read."""
        return self._words(self.current) if self.current else ""

    def show(self, docket: Docket) -> None:
        """Show a docket, the cursor where the officer last put it, or else right after."""
        before, self._lines, starts = self._lines, [], []
        sections = {section.key: section for section in self._programme.sections}
        section = None
        for measure in docket.measures:
            if measure.section != section:
                section = measure.section
                self._lines.append(sections[section])
            starts.append(len(self._lines))
            self._lines += self._rows_of(measure)
        place = self._place(self._held, docket.measures, starts) if self._held else None
        self.lines_replaced(before, self._lines, place)
        self._mark_when_it_rests(docket.filter.text)

    def _rows_of(self, measure: Measure) -> tuple[Row, ...]:
        """Its row and those of its items; made once, for every letter of a search asks for all."""
        rows = self._rows.get(measure.key)
        if rows is None or rows[0].measure is not measure:
            rows = (Row(measure), *(Row(measure, item) for item in measure.items))
            self._rows[measure.key] = rows
        return rows

    def leave_out(self, keys: frozenset[str], state: str | None) -> None:
        """Say of measures and items, by key, that they do not address a state."""
        said = self._not_addressed | keys if state != self._state else self._not_addressed ^ keys
        self._not_addressed, self._state = keys, state
        if said:
            top = self.scroll_offset.y
            for index, line in enumerate(self._lines[top : top + self.size.height], start=top):
                if isinstance(line, Row) and line.key in said:
                    self.refresh_line(index)

    def _mark_when_it_rests(self, wanted: tuple[str, ...]) -> None:
        """Mark words once no letter follows: each line seen is drawn anew for that."""
        if self._marking:
            self._marking.stop()
            self._marking = None
        if wanted != self._wanted:
            self._marking = self.set_timer(REST, partial(self._mark_words, wanted))

    def _mark_words(self, wanted: tuple[str, ...]) -> None:
        """Mark the words that are looked for now; of the lines seen, only those that differ."""
        before, self._wanted = self._wanted, wanted
        top = self.scroll_offset.y
        for index, line in enumerate(self._lines[top : top + self.size.height], top):
            if isinstance(line, Row):
                words = self._words(line)
                if slices(words, before) != slices(words, wanted):
                    self.refresh_line(index)

    def _words(self, row: Row) -> str:
        """What a measure or item says, in the language that is read."""
        if row.item:
            over = item_in(self._texts, row.measure, row.item) if self._texts else row.item
            return over.text
        return measure_text(self._texts, row.measure) if self._texts else row.measure.text

    def hold(self) -> Row | None:
        """The row under the cursor, to which the cursor comes back when a filter has hidden it."""
        self._held = self.current or self._held
        return self.current

    def move_to(self, index: int) -> None:
        """Put the cursor on a line, and hold it."""
        super().move_to(index)
        self.hold()

    def find_next(self, value: PositionValue) -> bool:
        """Move the cursor to the next measure with a position, from the top after the last."""
        count = len(self._lines)
        for offset in range(1, count + 1):
            index = (self.cursor + offset) % count
            line = self._lines[index]
            measure = line.measure if isinstance(line, Row) and not line.item else None
            if measure and measure.position and measure.position.value is value:
                self.move_to(index)
                return True
        return False

    def go_to(self, key: str) -> bool:
        """Move the cursor to a measure or item, if it is here."""
        for index, line in enumerate(self._lines):
            if isinstance(line, Row) and line.key == key:
                self.move_to(index)
                return True
        return False

    def unmark(self) -> None:
        """Take all marks away."""
        if self.marked:
            self.marked.clear()
            self.refresh()
            self.post_message(self.Marked())

    def action_read(self) -> None:
        """Read the measure under the cursor."""
        if self.hold():
            self.post_message(self.Read())

    def action_mark(self) -> None:
        """Mark the measure or item under the cursor, or take its mark away, and move on."""
        if row := self.hold():
            if row.key in self.marked:
                del self.marked[row.key]
            else:
                self.marked[row.key] = None
            self.refresh_line(self.cursor)
            self.post_message(self.Marked())
            self.action_move(1)

    def selectable(self, index: int) -> bool:
        """All but the headings."""
        return isinstance(self._lines[index], Row)

    def line_style(self, index: int) -> str:
        """Headings stand out, items stand back."""
        line = self._lines[index]
        if isinstance(line, Section):
            return "heading"
        return "dim" if line.item else ""

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """A heading over the whole width, or the columns."""
        line = self._lines[index]
        if isinstance(line, Section):
            return [Cell(f" {line.key}  {line.title}", width)]
        mark = "◆" if line.key in self.marked else " "
        executors, text = column_widths(width)
        position = position_width(width)
        if line.item:
            out = _("(not addressed)") + " " if line.key in self._not_addressed else ""
            words = f"{line.item.letter}) {out}{self._words(line)}"
            return [
                Cell(mark, 1),
                Cell("", KEY_WIDTH),
                *marked_cells(words, width - 1 - KEY_WIDTH - 1 - position, self._wanted),
                _due(line),
                Cell(_apart(line.item.position), position),
            ]
        measure = line.measure
        words = executors_words(self._programme, measure.executors, executors - 1)
        if measure.key in self._not_addressed:
            words = not_addressed_words(self._state or "", executors - 1)
        return [
            Cell(mark, 1),
            Cell(measure.key, KEY_WIDTH),
            *marked_cells(self._words(line), text, self._wanted),
            Cell(f" {words}", executors),
            Cell(" ", 1),
            Cell(deadline_words(measure.deadline), DEADLINE_WIDTH),
            _due(line),
            Cell(measure_words(measure, position), position),
        ]

    def _place(self, row: Row, measures: Sequence[Measure], starts: Sequence[int]) -> int:
        """Where a row stands, or what comes after it in the programme where it is gone.

        Args:
            row: The row.
            measures: The measures that are shown, in document order.
            starts: The line of each.
        """
        after = bisect_left(measures, row.measure.ordinal, key=attrgetter("ordinal"))
        if after == len(measures):
            return len(self._lines) - 1
        rows = enumerate(self._rows_of(measures[after]), start=starts[after])
        return next((line for line, each in rows if each.key == row.key), starts[after])


class DocketHeading(Widget):
    """What the columns of the docket are."""

    DEFAULT_CSS = """
    DocketHeading { height: 1; color: $text-muted; }
    """

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line."""
        width = self.size.width
        executors, text = column_widths(width)
        cells = [
            Cell(f" {_('No.')}", KEY_WIDTH + 1),  # at most 6 cells
            label(_("Measure"), text),  # at most 14 cells
            label(f" {_('Executors')}", executors),  # at most 11 cells
            Cell(f" {_('Due')}", 1 + DEADLINE_WIDTH),  # at most 9 cells
            Cell(f" {_('Position')}", 1 + position_width(width)),  # at most 14 cells
        ]
        text_line = "".join(cell.fitted() for cell in cells)
        style = self.rich_style
        return Strip([Segment(text_line, style)]).adjust_cell_length(width, style)


def marked_cells(text: str, width: int, wanted: Sequence[str]) -> Iterator[Cell]:
    """A text in a width, in which the words that are looked for are marked."""
    shown = Cell(text, width).fitted()
    at = 0
    for start, end in slices(shown, wanted) if wanted else ():
        yield _exactly(shown[at:start])
        yield _exactly(shown[start:end], "match")
        at = end
    yield _exactly(shown[at:])


def _exactly(text: str, style: str = "") -> Cell:
    return Cell(text, cell_len(text), style)


def column_widths(width: int) -> tuple[int, int]:
    """The widths of the columns of executors and of the text, in a docket of a width.

    The executors stand after a space. Where there is no room for both, they are left out.
    """
    fixed = 1 + KEY_WIDTH + 1 + DEADLINE_WIDTH + 1 + position_width(width)
    room = max(width - fixed, 0)
    # Beneath a name in its own language there is room for the states, which most measures concern.
    least = max(cell_len(_("Executors")), LEAST_EXECUTORS)
    executors = 1 + min(max((room - 1) // 3, least), 24)
    if room - executors < LEAST_TEXT:
        executors = 0
    return executors, room - executors


def position_width(width: int) -> int:
    """The width of the column of positions, in a docket of a width."""
    return POSITION_WIDTH if width < ROOMY else WIDE_POSITION_WIDTH


def _due(row: Row) -> Cell:
    """A mark where the decision on exactly this is to be confirmed."""
    # Without one it has the style of its line: each change of style is some forty bytes a row.
    due = row.key in row.measure.to_confirm
    return Cell(TO_CONFIRM_MARK, 1, "strong") if due else Cell("", 1)


def _apart(position: Position | None) -> str:
    """An item's position where it is not just that of its measure."""
    return "" if position is None or position.inherited else position_words(position)
