"""The dialog that changes the state looked at."""

from textual import on
from textual.app import ComposeResult

from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.widgets.states import StateList
from tui.language import _, mark


class StateScreen(Dialog[str]):
    """The states of the signature table. Dismissed with a code, or None."""

    KEYS = mark("Enter chooses · Esc leaves")

    DEFAULT_CSS = """
    StateScreen StateList { height: 11; background: $surface; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.title = _("Whose positions?")

    def content(self) -> ComposeResult:
        """The table."""
        yield StateList(self._desk.shown, self._desk.view.state)

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one(StateList).focus()

    @on(StateList.Chosen)
    def _chosen(self) -> None:
        self.dismiss(self.query_one(StateList).state)
