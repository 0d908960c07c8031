"""Decisions that an edition concerns: those to confirm, and those on what it has taken out."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.message import Message

from store.values import Entry
from tui.dashboard.widgets.lines import Cell, LineList
from tui.language import _, mark
from tui.wording.positions import POSITION_MARKS, POSITION_WORDS, TO_CONFIRM_MARK


class ReviewList(LineList):
    """Key, position, day of the decision, what is the matter, the act."""

    BINDINGS = [Binding("enter", "choose", mark("Go to it"), key_display="Enter")]

    class Chosen(Message):
        """The measure under the cursor is to be gone to."""

    def __init__(self) -> None:
        super().__init__(id="review")
        self._entries: tuple[Entry, ...] = ()
        self._due = 0

    @property
    def line_count(self) -> int:
        """As many as there are decisions."""
        return len(self._entries)

    @property
    def numbers(self) -> tuple[int, int]:
        """How many are to confirm, and how many are on what is gone."""
        return self._due, len(self._entries) - self._due

    @property
    def key(self) -> str | None:
        """The key of the measure or item under the cursor."""
        return self._entries[self.cursor].key if 0 <= self.cursor < self.line_count else None

    def show(self, to_confirm: Sequence[Entry], no_longer: Sequence[Entry]) -> None:
        """Show decisions, the cursor near where it was."""
        self._entries, self._due = (*to_confirm, *no_longer), len(to_confirm)
        self.lines_changed()
        self.post_message(self.Moved(self))

    def get_content_height(self, *_: object) -> int:
        """As high as it has lines; the style sheet says how high it may get."""
        return self.line_count

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """The columns."""
        entry = self._entries[index]
        due = index < self._due
        mark = POSITION_MARKS[entry.position] if entry.position else ""
        word = POSITION_WORDS[entry.position] if entry.position else ""
        return [
            Cell(f" {TO_CONFIRM_MARK}" if due else "", 3),
            Cell(entry.key, 8),
            Cell(f"{mark} {word}", 16),
            Cell(str(entry.decided_on or ""), 12),
            Cell(_matter(due=due), 17),
            Cell(entry.act or entry.authority or "", max(width - 56, 0)),
        ]

    def action_choose(self) -> None:
        """Go to it."""
        if self.key:
            self.post_message(self.Chosen())


def _matter(*, due: bool) -> str:
    """What is the matter with a decision."""
    if due:
        return _("to confirm")  # at most 12 cells
    return _("no longer there")  # at most 16 cells
