"""What is shown instead of a broken picture when the window is too small."""

from textual.app import ComposeResult
from textual.events import Resize
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static


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
            f"This window has {event.size.width} columns and {event.size.height} lines. "
            f"İştirak needs {self._least.width} and {self._least.height}: make it larger. "
            "What was typed is still there. Ctrl+C quits."
        )
