"""The actions of a state on a treaty, in the order of their days."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from store.values import Entry
from tui.dashboard.widgets.lines import Cell, LineList
from tui.wording.entries import treaty_action_words

DATE_WIDTH, ACTION_WIDTH = 12, 26  # cells; a longer action has more


class TreatyActionList(LineList):
    """Date, action, source, who recorded it."""

    def __init__(self) -> None:
        super().__init__(id="actions")
        self._entries: tuple[Entry, ...] = ()

    @property
    def line_count(self) -> int:
        """As many as there are actions."""
        return len(self._entries)

    @property
    def current(self) -> Entry | None:
        """The action under the cursor."""
        return self._entries[self.cursor] if 0 <= self.cursor < len(self._entries) else None

    def show(self, entries: Sequence[Entry]) -> None:
        """Show actions, the cursor on the one it was on, or else on the last."""
        before = self.current
        self._entries = tuple(entries)
        self.lines_changed(len(entries) - 1)
        if before:
            self.go_to(before.id)
        self.post_message(self.Moved(self))

    def go_to(self, entry: str) -> None:
        """Put the cursor on an entry, if it is among them."""
        ids = [each.id for each in self._entries]
        if entry in ids:
            self.move_to(ids.index(entry))

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """The columns."""
        entry = self._entries[index]
        actions = self._action_width
        room = max(width - DATE_WIDTH - actions, 0)
        by = room // 2
        return [
            Cell(f" {entry.decided_on or ''}", DATE_WIDTH),
            Cell(treaty_action_words(entry), actions),
            Cell(str(entry.details.get("source") or ""), room - by),
            Cell(f" {entry.id}, {entry.recorded_by}", by),
        ]

    @property
    def _action_width(self) -> int:
        """Wide enough for every action that is shown, in any language."""
        words = (cell_len(treaty_action_words(each)) + 1 for each in self._entries)
        return max((ACTION_WIDTH, *words))
