"""A measure in full, on a screen of its own, where there is no room for it beside the docket."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.dashboard.desk import Desk
from tui.dashboard.sheet import sheet_content
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.key_bar import KeyBar


class MeasureScreen(ModalScreen[str]):
    """Scrolls. Dismissed with the name of a command of the main screen to go on with, or None."""

    DEFAULT_CSS = """
    MeasureScreen { background: $background; }
    MeasureScreen #reading { padding: 0 1; scrollbar-size-vertical: 1; }
    """

    BINDINGS = [
        Binding("escape,enter,left,q,й", "leave", "Back", key_display="Esc"),
        Binding("d,в,f2", "go_on('decide')", "Decide", key_display="d"),
        Binding("h,р,f6", "go_on('ledger')", "Ledger", key_display="h"),
        Binding("w,ц", "go_on(\"open('why')\")", "Why", key_display="w"),
        Binding("n,т,f4", "go_on('next_undetermined')", "Next open", key_display="n"),
        Binding("question_mark,f1", "app.help", "Help", key_display="?"),
    ]

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = key

    def compose(self) -> ComposeResult:
        """The text, and its keys."""
        yield DayLine(self._desk)
        with VerticalScroll(id="reading"):
            yield Static("", id="text")
        yield KeyBar()

    def on_mount(self) -> None:
        """Read it."""
        self.reload()

    def reload(self) -> None:
        """Read it again."""
        with troubles(self.app):
            sheet = self._desk.sheet(self._key)
            content = sheet_content(self._desk.programme, self._desk.view, sheet)
            self.query_one("#text", Static).update(content)

    def action_leave(self) -> None:
        """Back to the docket."""
        self.dismiss(None)

    def action_go_on(self, command: str) -> None:
        """Back to the docket, with a command."""
        self.dismiss(command)
