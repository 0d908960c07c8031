"""The official words that something is recorded on, and over them the translation that is read."""

from collections.abc import Iterator
from textwrap import wrap

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from tui.dashboard.desk import Desk
from tui.dashboard.sheet import OFFICIAL
from tui.language import _
from tui.visible import visible


class Beginning(Static):
    """The first lines of a text, as many as the style lets it have; it says that there are more.

    Args:
        text: The text.
        classes: For its style.
    """

    def __init__(self, text: str, classes: str) -> None:
        super().__init__(classes=classes)
        self._text = visible(text)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it has, of those that are shown."""
        return len(self._wrapped(width))

    def render(self) -> Content:
        """The lines."""
        return Content("\n".join(self._wrapped(self.size.width)))

    def _wrapped(self, width: int) -> list[str]:
        most = self.styles.max_height
        lines = most.cells if most else None
        return wrap(self._text, max(width, 1), max_lines=lines, placeholder=" …")


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
            yield Beginning(words, classes=style)

    def _lines(self) -> Iterator[tuple[str, str]]:
        texts, official = self._desk.texts, self._official
        if texts is None:
            yield official, ""
        elif (translated := texts.of(official)) is None:
            yield f"{_('(not translated: official words)')} {official}", ""
        else:
            yield f"({texts.mark}) {translated}", "translated"
            yield f"({_(OFFICIAL)}) {official}", ""
