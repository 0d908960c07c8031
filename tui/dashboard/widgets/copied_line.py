"""The line that says where something was copied to."""

from textual.message import Message
from textual.widgets import Static

from tui.visible import visible


class CopiedLine(Static):
    """Over the keys, until the next key; as many lines as it takes. A click copies once more.

    Attributes:
        said: What it says.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    CopiedLine {
        dock: bottom;
        height: auto;
        max-height: 50%;
        padding: 0 1;
        background: $background;
        color: $accent;
        text-style: bold reverse;
    }
    """

    class Pressed(Message):
        """It was clicked."""

    said = ""

    def say(self, text: str) -> None:
        """Say something."""
        self.said = visible(text)
        self.update(self.said)

    def on_mouse_down(self) -> None:
        """Ask to copy once more."""
        self.post_message(self.Pressed())
