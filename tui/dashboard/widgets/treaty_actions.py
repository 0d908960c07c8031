"""The actions of a state on a treaty, in the order of their days."""

from collections.abc import Iterable, Sequence

from store.values import Entry
from tui.dashboard.widgets.lines import Cell, LineList
from tui.wording import treaty_action_words


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
        fixed = 12 + 26
        by = max((width - fixed) // 2, 0)
        return [
            Cell(f" {entry.decided_on or ''}", 12),
            Cell(treaty_action_words(entry), 26),
            Cell(str(entry.details.get("source") or ""), width - fixed - by),
            Cell(f" {entry.id}, {entry.recorded_by}", by),
        ]
