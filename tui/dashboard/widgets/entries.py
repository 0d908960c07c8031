"""Entries of the ledger, the newest first."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.binding import Binding
from textual.message import Message

from store.values import Entry
from tui.dashboard.widgets.lines import Cell, LineList
from tui.language import _, mark
from tui.wording.entries import ENTRY_WORDS, progress_word, treaty_action_words
from tui.wording.positions import POSITION_MARKS, POSITION_WORDS

LEAST_WHAT, MOST_WHAT = 16, 28
"""Of the column that says what an entry is, in cells."""


class EntryList(LineList):
    """Date, key, what, by whom; what was taken back stands back."""

    BINDINGS = [Binding("u,г,delete,f7", "retract", mark("Take back"), key_display="u")]

    class Retract(Message):
        """The entry under the cursor is to be taken back."""

    def __init__(self) -> None:
        super().__init__(id="entries")
        self._entries: tuple[Entry, ...] = ()
        self._what = LEAST_WHAT

    @property
    def line_count(self) -> int:
        """As many as there are entries."""
        return len(self._entries)

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        return self._entries[self.cursor] if 0 <= self.cursor < len(self._entries) else None

    def show(self, entries: Sequence[Entry]) -> None:
        """Show entries that come oldest first, keeping the cursor on its entry."""
        before = self.current
        self._entries = tuple(reversed(entries))
        self._what = _what_width(entries)
        places = (i for i, each in enumerate(self._entries) if before and each.id == before.id)
        self.lines_changed(next(places, None))
        self.post_message(self.Moved(self))

    def line_style(self, index: int) -> str:
        """What no longer stands, stands back."""
        entry = self._entries[index]
        return "dim" if entry.retracted_by or entry.kind == "retraction" else ""

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """The columns."""
        entry = self._entries[index]
        treaty = _("treaty")
        key = max(7, cell_len(treaty) + 1)
        what = self._what
        fixed = 12 + key + what
        by = max((width - fixed) // 2, 0)
        return [
            Cell(f" {entry.decided_on or ''}", 12),
            Cell(treaty if entry.treaty else entry.key, key),
            Cell(_what(entry), what),
            Cell(_why(entry), width - fixed - by),
            Cell(f" {entry.id}, {entry.recorded_by}", by),
        ]

    def action_retract(self) -> None:
        """Ask to take the entry back."""
        if self.current:
            self.post_message(self.Retract())


def _what(entry: Entry) -> str:
    if entry.kind == "treaty-action":
        return treaty_action_words(entry)
    if entry.kind == "progress":
        return f"{entry.year} {progress_word(entry)}"
    if entry.position is None:
        return ENTRY_WORDS[entry.kind]
    word = f"{POSITION_MARKS[entry.position]} {POSITION_WORDS[entry.position]}"
    return f"({word})" if entry.retracted_by else word


def _what_width(entries: Iterable[Entry]) -> int:
    """The width for what entries are, each kind of them asked once, and a space after it."""
    kinds = {
        (
            *(each.kind, each.position, bool(each.retracted_by)),
            *(each.details.get("status"), each.details.get("action")),
        ): each
        for each in entries
    }
    widest = max((cell_len(_what(each)) for each in kinds.values()), default=0)
    return min(max(LEAST_WHAT, widest + 1), MOST_WHAT)


def _why(entry: Entry) -> str:
    said = entry.authority or entry.reason or _reported(entry)
    return f"{entry.treaty} {said}".rstrip() if entry.treaty else said


def _reported(entry: Entry) -> str:
    """What is said for a year, or the number of what was released for it."""
    if entry.kind == "return":
        return _("{year}, No {number}", year=entry.year, number=entry.details["number"])
    return entry.details.get("text") or "" if entry.kind == "progress" else ""
