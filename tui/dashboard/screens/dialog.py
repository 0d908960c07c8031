"""What all dialogs share, and the two that any of them may open."""

import asyncio
from contextlib import suppress
from typing import TypeVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.await_remove import AwaitRemove
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from store.errors import RegisterError
from tui.dashboard.commands import COPY
from tui.dashboard.widgets.buttons import Buttons
from tui.language import _, mark, said
from tui.visible import visible

Result = TypeVar("Result")

WIDTH = 80
"""Cells that a dialog has where the window is as wide."""

KEY_GAP = " · "
"""What stands between two keys in the line of them."""

PATIENCE = 0.5
"""Seconds after which a dialog that was left is taken apart although nothing was drawn."""


class Dialog(ModalScreen[Result]):
    """A box in the middle of the screen, with a title and a line that says which keys work."""

    DEFAULT_CSS = """
    Dialog { align: center middle; }
    Dialog > #dialog {
        width: 80;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        border: round $primary;
        border-title-color: $text;
        border-title-style: bold;
        border-subtitle-color: $text-muted;
        padding: 0 1;
        background: $surface;
        scrollbar-size-vertical: 1;
    }
    """

    TITLE = ""
    KEYS = mark("Esc leaves")

    BINDINGS = [Binding("escape", "leave", "Leave", show=False)]

    def compose(self) -> ComposeResult:
        """The frame around `content`."""
        with VerticalScroll(id="dialog", can_focus=False) as box:
            box.border_title = visible(self.title or "").replace("[", r"\[")
            box.border_subtitle = keys_within(_(self.KEYS), self.app.size.width)
            yield from self.content()

    def on_resize(self, event: Resize) -> None:
        """Say of the keys what has room."""
        box = self.query_one("#dialog")
        box.border_subtitle = keys_within(_(self.KEYS), event.size.width)

    def content(self) -> ComposeResult:
        """What is in the box."""
        yield from ()

    def remove(self) -> AwaitRemove:
        """Be taken apart, once the screen below is drawn: that is what the officer waits for.

        Textual would do it before, and then draw that screen a second time.
        """
        return AwaitRemove([asyncio.create_task(self._taken_apart())])

    async def _taken_apart(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self.app.screen.wait_for_refresh()
        await self.app._prune(self)  # noqa: SLF001  # as `remove` does, without a new layout

    def action_leave(self) -> None:
        """Leave without a result."""
        self.dismiss(None)


def keys_within(keys: str, width: int) -> str:
    """What the line of keys says in a window of a width: what leaves stands last, and stays."""
    room = min(width, WIDTH) - 6  # corners, and a line and a space at either end
    while cell_len(keys) > room and KEY_GAP in keys:
        keys = keys.partition(KEY_GAP)[2]
    return keys


class TroubleScreen(Dialog[None]):
    """What went wrong, and what to do about it."""

    KEYS = mark("Enter or Esc goes back")
    BINDINGS = [
        Binding("enter", "leave", "Back", show=False),
        Binding(COPY.keys, "app.copy", "Copy", show=False),
    ]

    def __init__(self, error: RegisterError, title: str | None = None) -> None:
        super().__init__()
        self.title = title or _("This did not work")
        self._error = error

    def content(self) -> ComposeResult:
        """The error in its own words."""
        yield Static(
            visible(f"{said(self._error.what)}.\n\n{said(self._error.remedy)}.", lines=True),
            markup=False,
        )

    def to_copy(self) -> str:
        """The error, to be passed on."""
        return said(self._error.whole)


class Question(Dialog[bool]):
    """A question that is answered by yes or no; Esc is no.

    No letter answers it: a Russian keyboard has н, the first letter of no, where y is.
    """

    KEYS = mark("Arrows or Tab choose · Enter answers · Esc no")

    def __init__(self, title: str, question: str) -> None:
        super().__init__()
        self.title = title
        self._question = question

    def content(self) -> ComposeResult:
        """The question, and two buttons, the careful one first."""
        yield Static(visible(self._question, lines=True), markup=False)
        with Buttons():
            yield Button(_("No"), id="no", compact=True)
            yield Button(_("Yes"), id="yes", compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")
