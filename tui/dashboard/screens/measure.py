"""A measure in full, on a screen of its own, where there is no room for it beside the docket."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from store.values import Sheet
from tui.dashboard.columns import side_by_side
from tui.dashboard.commands import COPY
from tui.dashboard.desk import Desk
from tui.dashboard.sheet import OFFICIAL, sheet_content, sheet_parts
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.key_bar import KeyBar
from tui.dashboard.widgets.language_line import LanguageLine
from tui.language import _, mark

SIDE_BY_SIDE = 120
"""Columns from which on there is room for a translation beside the original."""

BESIDE = 3
"""Columns beside the text: what keeps it off the edge, and the scrollbar."""


class MeasureScreen(ModalScreen[str]):
    """Scrolls. Dismissed with the name of a command of the main screen to go on with, or None."""

    DEFAULT_CSS = """
    MeasureScreen { background: $background; }
    MeasureScreen #reading { padding: 0 1; scrollbar-size-vertical: 1; }
    """

    BINDINGS = [
        Binding("escape,enter,left,q,й", "leave", mark("Back"), key_display="Esc"),
        Binding("d,в,f2", "go_on('decide')", mark("Decide"), key_display="d"),
        Binding("h,р,f6", "go_on('ledger')", mark("Ledger"), key_display="h"),
        Binding("w,ц,ü", "go_on(\"open('why')\")", mark("Why"), key_display="w"),
        Binding("n,т,f4", "go_on('next_undetermined')", mark("Next open"), key_display="n"),
        Binding("l,д", "app.text_language", "Language of the text", show=False),
        Binding(COPY.keys, "app.copy", "Copy", show=False),
        Binding("question_mark,f1", "app.help", mark("Help"), key_display="?"),
    ]

    def __init__(self, desk: Desk, key: str, wanted: Sequence[str] = ()) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._wanted = wanted
        self._sheet: Sheet | None = None

    def compose(self) -> ComposeResult:
        """The text, and its keys."""
        yield DayLine(self._desk)
        yield LanguageLine(self._desk)
        with VerticalScroll(id="reading"):
            yield Static("", id="text")
        yield KeyBar()

    def on_mount(self) -> None:
        """Read it."""
        self.reload()

    def reload(self) -> None:
        """Read it again."""
        with troubles(self.app):
            self._sheet = self._desk.sheet(self._key)
            self._show()

    def _show(self) -> None:
        """Show what was read: where there is room, a translation beside the original."""
        if self._sheet is None:
            return
        desk, wanted = self._desk, self._wanted
        about = desk.programme, desk.view, self._sheet
        width = self.size.width - BESIDE
        if desk.texts and self.size.width >= SIDE_BY_SIDE:
            original = sheet_parts(*about, mark=f"({_(OFFICIAL)})")
            translated = sheet_parts(*about, desk.texts)
            content = side_by_side(original, translated, width, wanted)
        else:
            content = sheet_content(*about, desk.texts, wanted)
        self.query_one("#text", Static).update(content)

    def on_resize(self) -> None:
        """What stands beside what depends on the room."""
        self._show()

    def to_copy(self) -> str:
        """The measure, in the language that is read."""
        from tui.dashboard.excerpts import excerpts

        return excerpts(self._desk, [self._key])

    def action_leave(self) -> None:
        """Back to the docket."""
        self.dismiss(None)

    def action_go_on(self, command: str) -> None:
        """Back to the docket, with a command."""
        self.dismiss(command)
