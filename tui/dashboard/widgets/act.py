"""The act to read: it draws only the lines that are seen, however long it is."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.paragraphs import Paragraph
from tui.dashboard.matches import Match, find_matches
from tui.language import mark
from tui.typesetting import Line, Page, opening, typeset

GUTTER = 2
"""Cells at the left, for the mark of the measure that Enter goes to."""

CONTEXT = 2
"""Lines that stay in view above what was gone to, or of the page before."""

_STYLES = {
    "heading": "strong",
    "label": "strong",
    "deadline": "dim",
    "executors": "dim",
    "decision-bodies": "dim",
    "note": "note",
}
"""The component style of each kind of paragraph; the others are plain."""


class Place(NamedTuple):
    """What stands at the top, whatever the width.

    Attributes:
        paragraph: The number of a paragraph.
        letter: Of a letter in it; -1 for the line above the first one, where a part opens.
        above: How many lines stand above that one.
    """

    paragraph: int
    letter: int = -1
    above: int = 0


class Extent(NamedTuple):
    """A measure with all that belongs to it: the paragraph, its key, the lines it takes."""

    paragraph: int
    key: str
    first: int
    last: int


class ActView(ScrollView, can_focus=True):
    """Scrolls by lines and pages, goes to measures, and marks what is looked for."""

    DEFAULT_CSS = """
    ActView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $background;
    }
    ActView > .act--strong { text-style: bold; }
    ActView > .act--dim { color: $text-muted; }
    ActView > .act--note { color: $text-muted; text-style: italic; }
    ActView > .act--margin { text-style: bold; }
    ActView > .act--here { color: $accent; text-style: bold; }
    ActView > .act--match { color: $accent; text-style: bold underline; }
    ActView > .act--found { color: $accent; text-style: bold reverse; }
    """

    COMPONENT_CLASSES = {
        "act--strong",
        "act--dim",
        "act--note",
        "act--margin",
        "act--here",
        "act--match",
        "act--found",
    }

    BINDINGS = [
        Binding("up", "lines(-1)", "Up", show=False),
        Binding("down", "lines(1)", "Down", show=False),
        Binding("pageup,b,и", "page(-1)", "Page up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("home", "edge(-1)", "Beginning", show=False),
        Binding("end", "edge(1)", "End", show=False),
        Binding("left", "measure(-1)", "Measure before", show=False),
        Binding("right", "measure(1)", mark("Measure"), key_display="← →"),
    ]

    class Moved(Message):
        """Something else is seen, or another measure is the one that Enter goes to."""

    def __init__(self) -> None:
        super().__init__(id="act")
        self.matches: tuple[Match, ...] = ()
        self.found = -1
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._page = typeset((), 0)
        self._set_in: int | None = None
        self._measures: tuple[Extent, ...] = ()
        self.place = Place(0)
        self._held: int | None = None
        self._sought: int | None = None  # an item to be seen below that place
        self._wanted = ""
        self._marked: dict[int, list[int]] = {}
        self._moving = False

    # -- for the owner -----------------------------------------------------------------------------

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show paragraphs, at the place where others were shown before them."""
        self._paragraphs = tuple(paragraphs)
        self._set()
        self.matches = find_matches(self._page.texts, self._wanted)
        self.found = min(self.found, len(self.matches) - 1)
        self._mark()

    def go_to(self, paragraph: int) -> None:
        """Bring a paragraph to the top."""
        self._held = None
        self.go_back(Place(paragraph))

    def go_to_measure(self, key: str) -> None:
        """Bring a measure into view, and make it the one that Enter goes to.

        Args:
            key: The measure's, or that of an item of it; where both are not seen at once, the item.
        """
        measure = 0
        for index, each in enumerate(self._paragraphs):
            measure = index if each.kind == "measure" else measure
            if each.key == key:
                self._held = measure
                self._sought = index
                self.go_back(Place(measure, 0, CONTEXT))
                return

    @property
    def top(self) -> int:
        """The number of the paragraph that is read: the first one that is seen."""
        lines = self._page.lines
        first = self.scroll_offset.y
        while first < len(lines) - 1 and lines[first].empty:
            first += 1
        return lines[first].paragraph if lines else 0

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All that there are to be read."""
        return self._paragraphs

    @property
    def seen(self) -> range:
        """The numbers of the paragraphs of which words are seen."""
        top = self.scroll_offset.y
        lines = self._page.lines[top : top + self.size.height]
        numbers = [line.paragraph for line in lines if line.start < line.end]
        return range(numbers[0], numbers[-1] + 1) if numbers else range(0)

    @property
    def current(self) -> Extent | None:
        """The measure that Enter goes to: the one gone to, while it is seen; or the first seen."""
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        seen = [each for each in self._measures if each.first < bottom and each.last > top]
        held = (each for each in seen if each.paragraph == self._held)
        begun = (each for each in seen if each.first >= top)
        return next(held, None) or next(begun, None) or next(iter(seen), None)

    def go_back(self, place: Place) -> None:
        """Show a place; it is kept when the width changes."""
        self.place = place
        self._restore()
        self.refresh()
        self.post_message(self.Moved())

    # -- looking for words -------------------------------------------------------------------------

    def find(self, wanted: str, after: Place) -> None:
        """Mark all places where words stand, and go to the first at or after a place.

        Where there is none after it, to the first of all; where there is none, back to the place.
        """
        self._wanted = wanted
        self.matches = find_matches(self._page.texts, wanted)
        self._mark()
        later = (n for n, each in enumerate(self.matches) if (each.text, each.start) >= after[:2])
        self.found = next(later, 0 if self.matches else -1)
        if self.matches:
            self._show_found()
        else:
            self.go_back(after)
        self.refresh()

    def forget(self) -> None:
        """Mark nothing any longer."""
        self._wanted, self.matches, self.found = "", (), -1
        self._mark()
        self.refresh()
        self.post_message(self.Moved())

    def find_next(self, step: int) -> None:
        """Go to the next match, or the one before; after the last comes the first."""
        if self.matches:
            self.found = (self.found + step) % len(self.matches)
            self._show_found()
            self.refresh()

    def _mark(self) -> None:
        numbers = range(len(self.matches))
        by_text = groupby(numbers, key=lambda number: self.matches[number].text)
        self._marked = {text: list(found) for text, found in by_text}

    def _show_found(self) -> None:
        """Bring the match that was gone to into view, and hold the measure it is in."""
        match = self.matches[self.found]
        line = self._page.line_of(match.text, match.start)
        holding = (each for each in self._measures if each.first <= line < each.last)
        self._held = next((each.paragraph for each in holding), None)
        top = self.scroll_offset.y
        if not top <= line < top + self.size.height - 1:
            self.go_back(Place(match.text, match.start, self.size.height // 3))
        self.post_message(self.Moved())

    # -- keys and mouse ----------------------------------------------------------------------------

    def action_lines(self, step: int) -> None:
        """Scroll by lines."""
        self._scroll(self.scroll_offset.y + step)

    def action_page(self, step: int) -> None:
        """Scroll by what is seen, but for some lines."""
        self.action_lines(step * max(self.size.height - CONTEXT, 1))

    def action_edge(self, step: int) -> None:
        """Scroll to the beginning or the end."""
        self._scroll(0 if step < 0 else len(self._page.lines))

    def action_measure(self, step: int) -> None:
        """Go to the next measure, or the one before."""
        current = self.current
        if current is None:
            top = self.scroll_offset.y
            later = [each for each in self._measures if each.first >= top]
            before = [each for each in self._measures if each.first < top]
            near = later[:1] if step > 0 else before[-1:]
        else:
            index = self._measures.index(current) + step
            near = list(self._measures[index : index + 1]) if index >= 0 else []
        for each in near:
            self._hold(each)

    def on_click(self, event: Click) -> None:
        """Make the measure that was clicked the one that Enter goes to."""
        line = event.y + self.scroll_offset.y
        for each in self._measures:
            if each.first <= line < each.last:
                self._held = each.paragraph
                self.refresh()
                self.post_message(self.Moved())

    def _hold(self, measure: Extent) -> None:
        """Make a measure the one that Enter goes to; scroll only where it is not seen whole."""
        self._held = measure.paragraph
        top, height = self.scroll_offset.y, self.size.height
        if measure.first < top or measure.last > top + height:
            self.go_back(Place(measure.paragraph, 0, CONTEXT))
        self.refresh()
        self.post_message(self.Moved())

    # -- scrolling ---------------------------------------------------------------------------------

    def _restore(self) -> None:
        lines = self._page.lines
        if not lines or not self.size:
            return
        paragraph, letter, above = self.place
        paragraph = min(paragraph, len(self._paragraphs) - 1)
        line = self._page.line_of(paragraph, letter) if letter >= 0 else self._page.tops[paragraph]
        first = max(line - above, 0)
        if self._sought is not None:
            sought = self._page.line_of(self._sought)
            if sought >= first + self.size.height:
                first = sought - CONTEXT
                self.place = Place(self._sought, 0, CONTEXT)
            self._sought = None
        self._moving = True
        # Forced: that there is more than fits may not have been laid out yet.
        self.scroll_to(y=first, animate=False, force=True)
        self._moving = False

    def _scroll(self, line: int) -> None:
        self.scroll_to(y=min(max(line, 0), self.max_scroll_y), animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place that was scrolled to, by a key or the mouse."""
        super().watch_scroll_y(old_value, new_value)
        lines = self._page.lines
        if self._moving or not lines or round(old_value) == round(new_value):
            return
        line = lines[min(round(new_value), len(lines) - 1)]
        self.place = Place(line.paragraph, line.start if line.start < line.end else -1)
        current = self.current
        if current is None or current.paragraph != self._held:
            self._held = None
        self.post_message(self.Moved())

    # -- laying out --------------------------------------------------------------------------------

    def on_resize(self, event: Resize) -> None:
        """Keep the place when the size changes."""
        if self._width != self._set_in:
            self._set()
        else:
            self._restore()

    @property
    def _width(self) -> int:
        """The width of words and margin."""
        return self.scrollable_content_region.width - GUTTER

    def _set(self) -> None:
        """Set the paragraphs in the width there is, once it is known."""
        if not self.size:
            return
        self._set_in = self._width
        self._page = typeset(self._paragraphs, self._set_in)
        self._measures = tuple(_extents(self._page))
        self.virtual_size = Size(self.size.width, len(self._page.lines))
        # Nothing is laid out anew that would tell the scrollbar.
        self.vertical_scrollbar.window_virtual_size = len(self._page.lines)
        self._restore()
        self.refresh()
        self.post_message(self.Moved())

    # -- drawing -----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw a line of what is seen."""
        width, index = self.scrollable_content_region.width, y + self.scroll_offset.y
        if not 0 <= index < len(self._page.lines):
            return Strip.blank(width, self.rich_style)
        line = self._page.lines[index]
        current = self.current
        # Where its first line is not seen, the mark stands on the first of it that is.
        here = current is not None and index == max(current.first, self.scroll_offset.y)
        segments = [
            Segment("▸ ", self._style("here")) if here else Segment("  ", self.rich_style),
            *(self._opening(line) if line.opens else self._words(line)),
        ]
        return Strip(segments).simplify().adjust_cell_length(width, self.rich_style)

    def _opening(self, line: Line) -> Iterator[Segment]:
        if line.opens:
            yield Segment(opening(line.opens, self._page.width), self._style("dim"))

    def _words(self, line: Line) -> Iterator[Segment]:
        """The words of a line, and what stands beside them in the margin."""
        paragraph = self._page.paragraphs[line.paragraph]
        style = self._style(_STYLES.get(paragraph.kind, ""))
        strip = Strip([Segment(line.lead or " " * line.indent, style), *self._pieces(line, style)])
        if line.margin:
            beside = self._page.beside(line)
            margin = set_cell_size(line.margin, self._page.width - beside)
            strip = strip.adjust_cell_length(beside, self.rich_style)
            strip = Strip([*strip, Segment(margin, self._style("margin"))])
        yield from strip

    def _pieces(self, line: Line, style: Style) -> Iterator[Segment]:
        """The words of a line, cut where a match begins or ends."""
        text, at = self._page.texts[line.paragraph], line.start
        for number in self._marked.get(line.paragraph, ()):
            match = self.matches[number]
            start, end = max(match.start, line.start), min(match.end, line.end)
            if start < end:
                yield Segment(text[at:start], style)
                name = "found" if number == self.found else "match"
                yield Segment(text[start:end], self._style(name))
                at = end
        yield Segment(text[at : line.end], style)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"act--{name}") if name else self.rich_style


def _extents(page: Page) -> Iterator[Extent]:
    """Where each measure stands on a page."""
    tops = [*page.tops, len(page.lines)]
    begun: tuple[int, str] | None = None
    for index, paragraph in enumerate([*page.paragraphs, None]):
        goes_on = paragraph is not None and paragraph.key and paragraph.kind != "measure"
        if begun and not goes_on:
            yield Extent(*begun, page.tops[begun[0]], tops[index])
            begun = None
        if paragraph is not None and paragraph.kind == "measure":
            begun = index, paragraph.key or ""
