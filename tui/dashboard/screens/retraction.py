"""The form that takes entries back."""

from collections.abc import Iterable, Sequence
from typing import Self

from textual.app import ComposeResult
from textual.widgets import Static

from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.form import Form
from tui.dashboard.sheet import assembled, entry_parts
from tui.dashboard.widgets.blank import Blank
from tui.dashboard.widgets.day_line import RECORDED_NOW, DayLine
from tui.dashboard.widgets.field import Field
from tui.language import _, mark, plural


class RetractionScreen(Form[tuple[Entry, ...]]):
    """The entries that would be taken back, and why. Dismissed with the retractions, or None."""

    KIND = "retraction"
    KEYS = mark("Enter takes back · Esc leaves")
    RECORD = ""
    LAST_RECORDS = True

    def __init__(self, desk: Desk, entries: Sequence[Entry]) -> None:
        title = (
            plural("Take back {n} entry", "Take back {n} entries", len(entries))
            if len(entries) > 1
            else _("Take back an entry")
        )
        ids = [entry.id for entry in entries]
        super().__init__(desk, title, about=", ".join(ids), subject=ids)
        self._entries = tuple(entries)

    @classmethod
    def again(cls, desk: Desk, subject: Sequence[str]) -> Self:
        """The form for the same entries."""
        known = {entry.id: entry for entry in desk.history(None)}
        return cls(desk, [known[each] for each in subject])

    def introduction(self) -> ComposeResult:
        """The entries."""
        parts = [part for entry in self._entries for part in entry_parts(entry)]
        yield Static(assembled([*parts, ("", "")]))
        yield DayLine(self._desk, RECORDED_NOW)

    def blanks(self) -> Iterable[Blank]:
        """One for the reason."""
        yield Field(
            "reason", _("Reason"), placeholder=_("why it is taken back; stays in the ledger")
        )

    def check(self) -> None:
        """Check the reason."""
        from store.decisions import check_reason

        check_reason(self.value("reason"))

    def record(self) -> tuple[Entry, ...]:
        """Take them back."""
        return self._desk.retract(self._subject, self.value("reason"))
