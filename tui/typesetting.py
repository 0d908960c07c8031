"""The act set in lines of a width, with each measure's position in the margin. Pure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from store.paragraphs import Paragraph
from store.values import Part
from tui.language import _
from tui.visible import visible
from tui.wording.positions import TO_CONFIRM_MARK, position_words
from tui.wording.programme import PART_WORDS
from tui.wrapping import wrapped

MARGIN = 16
"""Cells at the right for positions, and the space before them."""

_GAP = 2  # cells between words and margin

LEAST_TEXT = 40
"""Cells of text without which there is no margin: positions then stand below the words."""

LEAST_WIDTH = 24
"""Cells: nothing is set narrower."""

_BELOW_MEASURE = 5  # cells before what belongs to a measure: as many as "1.1. " takes
_IN_ROW = 2  # cells before the cells of a table's row
_NOTE = "┊"  # before the lines of a note, told apart without colour


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        paragraph: The number of the paragraph it is of, or that it stands above.
        start: Where in the paragraph's text the words of the line begin.
        end: Where they end; as `start` for a line without words.
        indent: Cells before the words.
        lead: What stands in those cells.
        margin: What stands in the margin; where a page has none, in place of the words.
        opens: The part that begins with this line, which has nothing else.
    """

    paragraph: int
    start: int = 0
    end: int = 0
    indent: int = 0
    lead: str = ""
    margin: str = ""
    opens: Part | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing on it."""
        return self.start == self.end and not self.margin and self.opens is None


@dataclass(frozen=True, slots=True)
class Page:
    """Paragraphs in lines.

    Attributes:
        width: In cells, with the margin.
        margin: Cells of it that are margin; 0 where there is no room for one.
        paragraphs: What is set.
        texts: The words of each paragraph, safe to show; lines are slices of them.
        lines: From top to bottom.
        tops: The number of each paragraph's first line, spaces above it left out.
    """

    width: int
    margin: int
    paragraphs: tuple[Paragraph, ...]
    texts: tuple[str, ...]
    lines: tuple[Line, ...]
    tops: tuple[int, ...]

    def line_of(self, paragraph: int, place: int = 0) -> int:
        """The number of the line on which a place in a paragraph's text stands."""
        found = bisect_right(
            self.lines, (paragraph, place), key=lambda at: (at.paragraph, at.start)
        )
        line = max(found - 1, 0)
        # A position in place of the words stands below them.
        while line > self.tops[paragraph] and self.lines[line].start == self.lines[line].end:
            line -= 1
        return line

    def beside(self, line: Line) -> int:
        """The cell at which what is for the margin of a line stands."""
        return self.width - self.margin + _GAP if self.margin else line.indent

    def words(self, line: Line) -> str:
        """The words of a line."""
        return self.texts[line.paragraph][line.start : line.end]


def typeset(paragraphs: Sequence[Paragraph], width: int) -> Page:
    """Set paragraphs in lines of a width.

    Where they are of several parts, each part begins with a line that names it.

    Args:
        paragraphs: Of the act, in its order.
        width: In cells; what is narrower than `LEAST_WIDTH` is set as wide as that.
    """
    width = max(width, LEAST_WIDTH)
    margin = MARGIN if width >= LEAST_TEXT + MARGIN else 0
    texts = tuple(visible(each.words) for each in paragraphs)
    several = len({each.part for each in paragraphs}) > 1
    lines: list[Line] = []
    tops: list[int] = []
    for index, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        before = paragraphs[index - 1] if index else None
        if before and _stands_apart(paragraph, before):
            lines.append(Line(index))
        tops.append(len(lines))
        if several and (before is None or before.part is not paragraph.part):
            lines += [Line(index, opens=paragraph.part), Line(index)]
        lines += _set(index, paragraph, text, width - margin, below=not margin)
    return Page(width, margin, tuple(paragraphs), texts, tuple(lines), tuple(tops))


def positions_apart(paragraph: Paragraph) -> str:
    """The position of a measure; that of an item where it is not just its measure's."""
    position = paragraph.position
    if paragraph.kind == "item" and position is not None and position.inherited:
        return ""
    return position_words(position)


def opening(part: Part, width: int) -> str:
    """The line with which a part begins; ours, as the names of the parts are."""
    number = list(PART_WORDS).index(part) + 1
    return f"── {number} {PART_WORDS[part]} ".ljust(width, "─")


def _stands_apart(paragraph: Paragraph, before: Paragraph) -> bool:
    """Whether a line is left free between two paragraphs."""
    if paragraph.part is not before.part:
        return True
    match paragraph.kind:
        case "measure" | "paragraph" | "heading":
            return True
        case "line":
            return before.kind != "line"
        case "label":
            return paragraph.part is Part.PASSPORT or before.kind == "paragraph"
    return False


def _set(index: int, paragraph: Paragraph, text: str, width: int, *, below: bool) -> Iterator[Line]:
    """The lines of a paragraph; what is for the margin stands in it, or `below` the words."""
    indent = _indent(paragraph)
    if paragraph.kind == "note":
        yield from _set_note(index, text, width, indent)
        return
    asides = [] if below else list(_asides(paragraph))
    for start, end, hang in _hanging(paragraph, text, width - indent):
        yield Line(index, start, end, indent + hang, margin=asides.pop(0) if asides else "")
    for aside in _asides(paragraph) if below else asides:
        yield Line(index, len(text), len(text), _BELOW_MEASURE, margin=aside)


def _set_note(index: int, text: str, width: int, indent: int) -> Iterator[Line]:
    ours = _("ours: ")  # at most 14 cells
    lead = f"{' ' * indent}{_NOTE} {ours}"
    cells = cell_len(lead)
    for start, end in wrapped(text, width - cells):
        yield Line(index, start, end, cells, lead)
        lead = f"{' ' * indent}{_NOTE}".ljust(cells)


def _asides(paragraph: Paragraph) -> Iterator[str]:
    """What stands beside a paragraph: its position, and its key where another number is printed."""
    position = paragraph.position
    if paragraph.kind in {"measure", "item"} and (words := positions_apart(paragraph)):
        yield words
        if position and position.to_confirm:
            # at most 12 cells
            yield f"{TO_CONFIRM_MARK} {_('to confirm')}"
    if paragraph.kind == "measure" and (paragraph.number or "").strip(".") != paragraph.key:
        yield _("key {key}", key=visible(paragraph.key or ""))  # at most 14 cells


def _hanging(paragraph: Paragraph, text: str, width: int) -> Iterator[tuple[int, int, int]]:
    """The slices of a text whose later lines stand below the words after its number."""
    number = paragraph.number if paragraph.kind in {"measure", "item"} else None
    letters = len(visible(number)) + 1 if number else 0
    cells = cell_len(text[:letters])
    for place, (start, end) in enumerate(wrapped(text[letters:], width - cells)):
        yield (start + letters if place else 0, end + letters, cells if place else 0)


def _indent(paragraph: Paragraph) -> int:
    match paragraph.kind:
        case "measure":
            return 0 if paragraph.number else _BELOW_MEASURE
        case "cell":
            return _IN_ROW
        case "note":
            return _BELOW_MEASURE if paragraph.key else _IN_ROW
    return _BELOW_MEASURE if paragraph.key else 0
