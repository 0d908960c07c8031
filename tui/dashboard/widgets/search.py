"""The search line: words and filter words, read while they are typed."""

from collections.abc import Callable
from typing import Self

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.dashboard.widgets.lines import Cell
from tui.dashboard.widgets.plain_input import PlainInput
from tui.language import _, mark

HINT = "section: executor: due: position:"
KEYS = mark("Enter keeps · Esc forgets")


class Hint(Widget):
    """What stands at the end of the search line. Its place is fixed: nothing is laid out anew."""

    DEFAULT_CSS = """
    Hint { width: 45; height: 1; color: $text-muted; }
    Hint.-wrong { color: $text-warning; text-style: bold; }
    """

    def __init__(self, text: str) -> None:
        super().__init__(id="hint")
        self.text = text
        self._longer = ""

    def show(self, text: str, longer: str = "", *, wrong: bool) -> None:
        """Show a hint, in more words where there is room for them, or what is wrong."""
        self.text, self._longer = text, longer
        self.set_class(wrong, "-wrong")
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        # Only now it is sure how much room there is: it may be typed before anything is laid out.
        fits = self._longer and cell_len(self._longer) + 2 <= width
        fitted = Cell(f" {self._longer if fits else self.text} ", width, right=True).fitted()
        return Strip([Segment(fitted, self.rich_style)], width)


class SearchInput(PlainInput):
    """Says what is typed before it is drawn: one drawing shows the letter and its effect."""

    def __init__(self, line: str, typed: Callable[[str], None], placeholder: str) -> None:
        self._typed = typed  # before the line is put in, which says it too
        super().__init__(line, placeholder=placeholder, select_on_focus=False)

    def watch_value(self, value: str) -> None:
        """Say it."""
        self._typed(value)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw it. Its place is fixed: Textual would lay out the screen anew for each letter."""
        layout = layout and not self._is_mounted
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class SearchLine(Horizontal):
    """A line to type a filter in, with room for a hint at its end.

    Enter or down leaves it and keeps what it says; Esc does not keep it.
    """

    DEFAULT_CSS = """
    SearchLine { height: 1; background: $surface; }
    SearchLine > #slash { width: 2; color: $accent; text-style: bold; }
    SearchLine > Input { width: 1fr; }
    """

    BINDINGS = [
        Binding("escape", "leave(False)", "Forget", show=False),
        Binding("enter,down", "leave(True)", "Keep", show=False),
    ]

    class Left(Message):
        """The line is to be closed; `keep` says whether what it says holds."""

        def __init__(self, search: "SearchLine", *, keep: bool) -> None:
            super().__init__()
            self.search = search
            self.keep = keep

    PLACEHOLDER = HINT
    KEYS = KEYS

    def __init__(self, line: str, typed: Callable[[str], None]) -> None:
        super().__init__()
        self._line = f"{line} " if line else ""
        self._typed = typed

    def compose(self) -> ComposeResult:
        """Slash, input, hint."""
        yield Static("/", id="slash", markup=False)
        yield SearchInput(self._line, self._typed, _(self.PLACEHOLDER))
        yield Hint(_(self.KEYS))

    def on_mount(self) -> None:
        """Be ready for what is typed right after the key that opened it."""
        self.screen.set_focus(self.query_one(Input))

    @property
    def wrong(self) -> bool:
        """Whether what it says cannot be read."""
        return self.query_one(Hint).has_class("-wrong")

    def hint(self, text: str, *, wrong: bool = False) -> None:
        """Say how many measures are left, or what cannot be read; and the keys where they fit."""
        longer = "" if wrong else f"{text} · {_(self.KEYS)}"
        self.query_one(Hint).show(text, longer, wrong=wrong)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_leave(True)

    def action_leave(self, keep: bool) -> None:
        """Ask to be closed; what cannot be read cannot be kept, and is not dropped either."""
        if not (keep and self.wrong):
            self.post_message(self.Left(self, keep=keep))
