"""The line that says which translation is read, as long as it is not the original."""

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from tui.dashboard.desk import Desk
from tui.dashboard.widgets.lines import Cell, drawn
from tui.language import LANGUAGES
from tui.wording.programme import translation_forms


class LanguageLine(Widget):
    """One line, or none: the words on the screen are a translation, unofficial and not authentic.

    Args:
        desk: Whose language is shown.
    """

    DEFAULT_CSS = """
    LanguageLine {
        height: 1;
        display: none;
        color: $text-muted;
        background: $background;
        text-style: italic;
    }
    LanguageLine.-translated { display: block; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="language-line")
        self._desk = desk
        self._forms: tuple[str, ...] = ("",)

    @property
    def said(self) -> str:
        """What it says where there is room; nothing in the original."""
        return self._forms[0]

    def on_mount(self) -> None:
        """Say it from the start."""
        self.show()

    def show(self) -> None:
        """Say which translation is read now."""
        texts = self._desk.texts
        forms = translation_forms(texts.language, texts.mark) if texts else ("",)
        if forms != self._forms:
            self._forms = forms
            self.set_class(bool(self.said), "-translated")
            self.refresh()

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line."""
        width = self.size.width
        if not self.said:  # on its way out
            return Strip.blank(width, self.rich_style)
        aside = f"l: {LANGUAGES.get(self._desk.following, self._desk.following)}"
        right = len(aside) + 1
        left = max(width - right, 0)
        fitting = [each for each in self._forms if cell_len(each) < left]
        cells = (Cell(f" {next(iter(fitting), self._forms[-1])}", left), Cell(aside, right))
        return drawn(((cell, self.rich_style) for cell in cells), width, self.rich_style)
