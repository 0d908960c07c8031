"""The dialog that changes the language of the screens, and of the programme's words."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.languages import LanguageList, WordsList
from tui.language import _, mark
from tui.visible import visible


class LanguageScreen(Dialog[Outcome]):
    """The languages of the screens, and below those of the programme's words, which follow them."""

    KEYS = mark("Enter chooses · Tab goes to the words · Esc leaves")

    DEFAULT_CSS = """
    LanguageScreen Languages { background: $surface; }
    LanguageScreen LanguageList { margin-bottom: 1; }
    LanguageScreen #statement { margin-top: 1; color: $text-muted; }
    """

    def __init__(self, desk: Desk, key: str | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.title = _("Language of the screens")

    def content(self) -> ComposeResult:
        """The languages of the screens, those of the words, and what a translation is not."""
        desk = self._desk
        yield LanguageList()
        yield Static(_("The programme's words (l shows them otherwise for the time being):"))
        translated = desk.register.translations.languages(desk.programme.id)
        yield WordsList(desk.programme, translated, desk.officer)
        if desk.texts:
            yield Static(visible(" ".join(desk.texts.statement)), id="statement", markup=False)

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one(LanguageList).focus()

    @on(LanguageList.Chosen)
    def _language_chosen(self) -> None:
        with troubles(self.app):
            self._desk.speak(self.query_one(LanguageList).value or "")
            self.dismiss(Outcome())

    @on(WordsList.Chosen)
    def _words_chosen(self) -> None:
        with troubles(self.app):
            self._desk.show_words(self.query_one(WordsList).value)
            self.dismiss(Outcome())
