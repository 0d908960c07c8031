"""The buttons at the end of a dialog."""

from textual.binding import Binding
from textual.containers import Horizontal


class Buttons(Horizontal):
    """A row of buttons, the careful one first; arrows go from one to the next, as Tab does."""

    DEFAULT_CSS = """
    Buttons { height: 1; margin-top: 1; }
    Buttons.-aligned { padding-left: 24; }
    Buttons Button { margin-right: 2; }
    """

    BINDINGS = [
        Binding("left,up", "app.focus_previous", "Previous", show=False),
        Binding("right,down", "app.focus_next", "Next", show=False),
    ]
