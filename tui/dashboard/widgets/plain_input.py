"""An input of one line that shows what was typed and nothing else."""

import re
from functools import lru_cache
from textwrap import shorten

from rich.text import Text
from textual.events import Paste, Resize
from textual.widgets import Input

from tui.visible import STEERING, visible


class PlainInput(Input):
    """An input that does not blink, takes all lines of what is pasted, and steers no terminal."""

    def __init__(self, value: str, *, placeholder: str = "", select_on_focus: bool = True) -> None:
        super().__init__(
            value, placeholder=placeholder, select_on_focus=select_on_focus, compact=True
        )
        self.cursor_blink = False
        self._hint = placeholder

    def on_resize(self, event: Resize) -> None:
        """Show of the placeholder the words that have room."""
        self.placeholder = shorten(self._hint, max(event.size.width, 1), placeholder="…")

    def on_paste(self, event: Paste) -> None:
        """Put in what is pasted, its lines joined; Textual would drop all but the first."""
        event.prevent_default()
        event.stop()
        text = " ".join(filter(None, map(str.strip, event.text.splitlines())))
        self.replace(text, *self.selection)

    @property
    def _value(self) -> Text:
        """The value as Textual draws it: each character by one, so that the cursor is right."""
        return Text(_drawn(self.value), no_wrap=True, overflow="ignore", end="")


@lru_cache(maxsize=2)  # asked for several times each time it is drawn, also of megabytes
def _drawn(value: str) -> str:
    return STEERING.sub(_shown, value.replace("\t", " ").replace("\n", " "))


def _shown(match: re.Match[str]) -> str:
    shown = visible(match[0])
    return shown if len(shown) == 1 else "\N{REPLACEMENT CHARACTER}"
