"""What the act consists of: its parts, and the sections of the programme."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message

from store.paragraphs import Paragraph
from store.values import Part
from tui.dashboard.widgets.lines import Cell, LineList
from tui.language import mark
from tui.wording.programme import PART_WORDS


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part or section of the act.

    Attributes:
        paragraph: The number of its first paragraph.
        part: The part it is, or is in.
        section: The printed heading, if it is a section.
    """

    paragraph: int
    part: Part
    section: str | None = None


class ContentsList(LineList):
    """Parts and sections; the cursor stands on what is read."""

    CLICK_CHOOSES = True
    BINDINGS = [
        Binding("enter", "choose", mark("Go there"), key_display="Enter"),
        Binding("escape,tab", "leave", mark("Back to the text"), key_display="Esc"),
    ]

    class Chosen(Message):
        """A chapter is to be gone to; none, back to the text."""

        def __init__(self, chapter: Chapter | None) -> None:
            super().__init__()
            self.chapter = chapter

    def __init__(self) -> None:
        super().__init__(id="contents")
        self._chapters: tuple[Chapter, ...] = ()

    @property
    def line_count(self) -> int:
        """As many as there are chapters."""
        return len(self._chapters)

    def show(self, chapters: Sequence[Chapter]) -> None:
        """Show chapters, in the order of the act."""
        self._chapters = tuple(chapters)
        self.lines_changed()

    def stand_at(self, paragraph: int) -> Chapter | None:
        """Put the cursor on the chapter that a paragraph is in, and return it."""
        numbers = range(len(self._chapters))
        begun = [each for each in numbers if self._chapters[each].paragraph <= paragraph]
        if not begun:
            return None
        self.move_to(begun[-1])
        return self._chapters[begun[-1]]

    def line_style(self, index: int) -> str:
        """Sections stand back."""
        return "dim" if self._chapters[index].section else ""

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """The number by which a part is gone to, and its name; a section as it is printed."""
        chapter = self._chapters[index]
        if chapter.section:
            return [Cell("   ", 3), Cell(chapter.section, width - 3)]
        number = list(PART_WORDS).index(chapter.part) + 1
        return [Cell(f" {number} {PART_WORDS[chapter.part]}", width)]

    def action_choose(self) -> None:
        """Go to the chapter under the cursor."""
        self.post_message(self.Chosen(self._chapters[self.cursor] if self._chapters else None))

    def action_leave(self) -> None:
        """Go back to the text."""
        self.post_message(self.Chosen(None))


def chapters(paragraphs: Sequence[Paragraph]) -> tuple[Chapter, ...]:
    """The parts of an act, and the sections of its table of measures, each with its beginning."""
    found = []
    part = None
    for index, paragraph in enumerate(paragraphs):
        if paragraph.part is not part:
            part = paragraph.part
            found.append(Chapter(index, part))
        if part is Part.PROGRAMME and paragraph.kind == "heading":
            found.append(Chapter(index, part, paragraph.words))
    return tuple(found)
