"""The dialog that changes the language of the screens."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static

from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.lines import Cell, LineList
from tui.language import LANGUAGES, _, language, mark


class LanguageList(LineList):
    """The languages, each by its own name."""

    BINDINGS = [Binding("enter,space", "choose", "Choose", show=False)]

    class Chosen(Message):
        """The language under the cursor is to be spoken."""

    def __init__(self) -> None:
        super().__init__(id="languages")
        self._codes = tuple(LANGUAGES)
        self.cursor = self._codes.index(language())

    @property
    def line_count(self) -> int:
        """As many as there are languages."""
        return len(self._codes)

    @property
    def code(self) -> str:
        """The code of the language under the cursor."""
        return self._codes[self.cursor]

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """A mark where it is spoken now, and its name."""
        code = self._codes[index]
        return [Cell(" ✓" if code == language() else "", 3), Cell(LANGUAGES[code], width - 3)]

    def action_choose(self) -> None:
        """Choose the language under the cursor."""
        self.post_message(self.Chosen())

    def on_line_list_clicked(self) -> None:
        """A click chooses."""
        self.action_choose()


class LanguageScreen(Dialog[Outcome]):
    """The languages of the screens. The programme's words stay in the language they are read in."""

    KEYS = mark("Enter chooses · Esc leaves")

    DEFAULT_CSS = """
    LanguageScreen LanguageList { height: 3; margin-bottom: 1; background: $surface; }
    """

    def __init__(self, desk: Desk, key: str | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.title = _("Language of the screens")

    def content(self) -> ComposeResult:
        """The languages, and what stays as it is."""
        yield LanguageList()
        yield Static(_("The programme's words stay in the language they are read in (l)."))

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one(LanguageList).focus()

    @on(LanguageList.Chosen)
    def _chosen(self) -> None:
        with troubles(self.app):
            self._desk.speak(self.query_one(LanguageList).code)
            self.dismiss(Outcome())
