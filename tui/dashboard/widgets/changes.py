"""What moved, line by line."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.binding import Binding
from textual.message import Message

from store.changes import Change
from store.values import Programme
from tui.dashboard.widgets.lines import Cell, LineList
from tui.language import mark
from tui.wording.changes import move_words, subject_words, text_of

_KEY, _MOVED = 9, 34  # cells; more where what is there takes more, up to a part of the line


class ChangeList(LineList):
    """Key, from what to what, and of what."""

    BINDINGS = [
        Binding("enter", "choose", mark("Go to"), key_display="Enter"),  # at most 8 cells
    ]

    class Chosen(Message):
        """The change under the cursor is to be gone to."""

    def __init__(self, programme: Programme) -> None:
        super().__init__(id="changes")
        self._programme = programme
        self._changes: tuple[Change, ...] = ()
        self._key, self._room = _KEY, _MOVED

    def speak(self, programme: Programme) -> None:
        """Call treaties as they are called in a programme, in whatever language."""
        self._programme = programme

    @property
    def line_count(self) -> int:
        """As many as there are changes."""
        return len(self._changes)

    @property
    def current(self) -> Change | None:
        """The change under the cursor."""
        return self._changes[self.cursor] if 0 <= self.cursor < len(self._changes) else None

    def show(self, changes: Sequence[Change]) -> None:
        """Show changes, the cursor on the first."""
        self._changes = tuple(changes)
        self._key = max([_KEY, *(cell_len(each.key) + 1 for each in changes)])
        self._room = max([_MOVED, *(cell_len(move_words(each)) for each in changes)])
        self.lines_changed(0)
        self.post_message(self.Moved(self))

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """The columns."""
        change = self._changes[index]
        about = subject_words(change.subject)
        of = ": ".join(filter(None, (about, text_of(self._programme, change))))
        key, moved = min(self._key, width // 4), min(self._room, width // 2)
        return [
            Cell(f" {change.key}", key),
            Cell(f" {move_words(change)}", moved + 1),
            Cell(f" {of}", max(width - key - moved - 1, 0)),
        ]

    def action_choose(self) -> None:
        """Go to it."""
        if self.current:
            self.post_message(self.Chosen())
