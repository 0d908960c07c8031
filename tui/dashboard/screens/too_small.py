"""What is shown instead of a broken picture when the window is too small."""

from textual.app import ComposeResult
from textual.events import Resize
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.language import _


class TooSmallScreen(ModalScreen[None]):
    """Lies over everything as long as the window is too small."""

    DEFAULT_CSS = """
    TooSmallScreen { background: $background; }
    """

    def __init__(self, least: Size) -> None:
        super().__init__()
        self._least = least

    def compose(self) -> ComposeResult:
        """What to do about it."""
        yield Static("", markup=False)

    def on_resize(self, event: Resize) -> None:
        """Say how much is missing."""
        self.query_one(Static).update(
            _(
                "This window has {width} columns and {height} lines. "
                "İştirak needs {least_width} and {least_height}: make it larger. "
                "What was typed is still there. Ctrl+C quits.",
                width=event.size.width,
                height=event.size.height,
                least_width=self._least.width,
                least_height=self._least.height,
            )
        )
