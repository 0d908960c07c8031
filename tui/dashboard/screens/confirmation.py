"""The dialog that confirms a decision of a state that is not the officer's own."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from store.errors import Refused
from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import RECORDED_NOW, DayLine
from tui.dashboard.widgets.field import Field
from tui.language import _, mark
from tui.visible import visible


class ConfirmationScreen(Dialog[tuple[Entry, ...]]):
    """How it became known that the decision stands. Dismissed with the entry, or None."""

    KEYS = mark("Enter confirms · Esc leaves")
    BINDINGS = [Binding("f2,ctrl+s", "confirm", "Confirm", show=False, priority=True)]

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self.title = _(
            "{state} stands by its decision on {key} (communicated)", state=desk.view.state, key=key
        )

    def content(self) -> ComposeResult:
        """What is asked, and a field for it."""
        yield Static(visible(_("The words of this edition are others than it decided on.")))
        yield DayLine(self._desk, RECORDED_NOW)
        yield Field("source", _("Source"), placeholder=_("note verbale, letter, its date"))

    def on_mount(self) -> None:
        """Ask for the source at once."""
        self.query_one(Field).focus_input()

    @on(Field.Left)
    def _field_left(self, event: Field.Left) -> None:
        if event.by_enter:
            self.action_confirm()

    def action_confirm(self) -> None:
        """Record it."""
        field = self.query_one(Field)
        try:
            with troubles(self.app):
                self.dismiss(self._desk.confirm([self._key], field.value))
        except Refused as refused:
            field.complain(refused.problems.get("source", refused.whole))
