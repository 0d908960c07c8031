"""The official words that something is recorded on, and over them the translation that is read."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tui.dashboard.desk import Desk
from tui.dashboard.sheet import OFFICIAL
from tui.language import _
from tui.visible import visible


class About(Vertical):
    """What is recorded is about the official words: these are there, in whatever language is read.

    Args:
        desk: Whose language is read.
        official: The words.
    """

    DEFAULT_CSS = """
    About { height: auto; color: $text-muted; }
    About > Static { max-height: 2; }
    About > .translated { max-height: 3; color: $text; }
    """

    def __init__(self, desk: Desk, official: str) -> None:
        super().__init__(id="about")
        self._desk = desk
        self._official = official

    def compose(self) -> ComposeResult:
        """The translation, then the official words; each says which it is where there are both."""
        for words, style in self._lines():
            yield Static(visible(words), classes=style, markup=False)

    def _lines(self) -> Iterator[tuple[str, str]]:
        texts, official = self._desk.texts, self._official
        if texts is None:
            yield official, ""
        elif (translated := texts.of(official)) is None:
            yield f"{_('(not translated: official words)')} {official}", ""
        else:
            yield f"({texts.mark}) {translated}", "translated"
            yield f"({_(OFFICIAL)}) {official}", ""
