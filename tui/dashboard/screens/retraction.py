"""The dialog that takes an entry back."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from store.errors import Refused
from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.sheet import assembled, entry_parts
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import RECORDED_NOW, DayLine
from tui.dashboard.widgets.field import Field
from tui.language import _, mark, plural


class RetractionScreen(Dialog[tuple[Entry, ...]]):
    """The entries that would be taken back, and why. Dismissed with the retractions, or None."""

    KEYS = mark("Enter takes back · Esc leaves")
    BINDINGS = [Binding("f2,ctrl+s", "retract", "Take back", show=False, priority=True)]

    def __init__(self, desk: Desk, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._desk = desk
        self._entries = tuple(entries)
        self.title = (
            plural("Take back {n} entry", "Take back {n} entries", len(entries))
            if len(entries) > 1
            else _("Take back an entry")
        )

    def content(self) -> ComposeResult:
        """The entries and a field for the reason."""
        parts = [part for entry in self._entries for part in entry_parts(entry)]
        yield Static(assembled([*parts, ("", "")]))
        yield DayLine(self._desk, RECORDED_NOW)
        yield Field(
            "reason", _("Reason"), placeholder=_("why it is taken back; stays in the ledger")
        )

    def on_mount(self) -> None:
        """Ask for the reason at once."""
        self.query_one(Field).focus_input()

    @on(Field.Left)
    def _field_left(self, event: Field.Left) -> None:
        if event.by_enter:
            self.action_retract()

    def action_retract(self) -> None:
        """Take them back."""
        field = self.query_one(Field)
        try:
            with troubles(self.app):
                ids = [entry.id for entry in self._entries]
                self.dismiss(self._desk.retract(ids, field.value))
        except Refused as refused:
            field.complain(refused.problems.get("reason", refused.whole))
