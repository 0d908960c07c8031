"""A measure in full, on a screen of its own, where there is no room for it beside the docket."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static


class MeasureScreen(ModalScreen[str]):
    """Scrolls. Dismissed with the name of a command of the main screen to go on with, or None."""

    DEFAULT_CSS = """
    MeasureScreen { background: $background; }
    MeasureScreen #reading { padding: 0 1; scrollbar-size-vertical: 1; }
    """

    BINDINGS = [
        Binding("escape,enter,left", "leave", "Back", key_display="Esc"),
        Binding("d,f2", "go_on('decide')", "Decide", key_display="d"),
        Binding("h,f6", "go_on('ledger')", "Ledger", key_display="h"),
        Binding("n,f4", "go_on('next_undetermined')", "Next open", key_display="n"),
    ]

    def __init__(self, content: Content) -> None:
        super().__init__()
        self._content = content

    def compose(self) -> ComposeResult:
        """The text, and its keys."""
        with VerticalScroll(id="reading"):
            yield Static(self._content)
        yield Footer(show_command_palette=False)

    def action_leave(self) -> None:
        """Back to the docket."""
        self.dismiss(None)

    def action_go_on(self, command: str) -> None:
        """Back to the docket, with a command."""
        self.dismiss(command)
