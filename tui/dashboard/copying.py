"""Copying: what the cursor stands on, or what is selected, as plain text for a letter."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.app import App
from textual.events import Event, Key, MouseDown

from seed.messages import say
from store.errors import RegisterError
from tui.dashboard.commands import COPY
from tui.dashboard.troubles import troubles
from tui.language import _
from tui.visible import visible

if TYPE_CHECKING:
    from tui.dashboard.widgets.copied_line import CopiedLine

_AGAIN = frozenset((*COPY.keys.split(","), "ctrl+c", "super+c"))
"""Keys that copy once more."""


@runtime_checkable
class Copyable(Protocol):
    """A screen with something that can be copied."""

    def to_copy(self) -> str:
        """What the cursor stands on, and what is said of it, or nothing if there is none."""


class Copying(App[None]):
    """An application in which things are copied: to the terminal's clipboard, or to a file.

    A terminal does not tell whether it took a text. So the line that says where it went stays
    until another key is pressed, and as long as it stays, copying once more writes the file.

    Attributes:
        copies: The folder of the file.
    """

    copies: Path

    def __init__(self) -> None:
        super().__init__()
        self._line: CopiedLine | None = None
        self._handed = ""  # to the terminal, as long as the line says so
        self._under_cursor = ""

    def action_copy(self) -> None:
        """Copy what the cursor stands on."""
        text = self._here
        with troubles(self):
            if not text:
                text = self.screen.to_copy() if isinstance(self.screen, Copyable) else ""
            if not text:
                self._say(_("There is nothing here to copy"))
        if text:
            self.copy_to_clipboard(text)
            self._under_cursor = self._handed

    @property
    def _here(self) -> str:
        """What was just copied from under the cursor, if nothing else was done since."""
        told = self._line is not None and self._line.parent is self.screen
        return self._handed if told and self._handed == self._under_cursor else ""

    async def action_copy_or_quit(self) -> None:
        """Copy what is selected with the mouse, or in a field; when nothing is, leave."""
        selected = getattr(self.focused, "selected_text", "") or self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
        else:
            await self.run_action("quit")

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text: Textual calls this for what is selected, too."""
        from tui.dashboard.clipboard import LONGEST, terminal_takes_it

        text = visible(text, lines=True)
        again, self._handed = text == self._handed, ""
        self._clipboard = text  # of this application: Ctrl+V in a field
        if len(text.encode()) > LONGEST:
            self._copy_to_file(text, too_long=True)
        elif again or not terminal_takes_it():
            self._copy_to_file(text)
        else:
            super().copy_to_clipboard(text)
            self._say(_("Copied to the clipboard by the terminal (OSC 52); once more: to a file"))
            self._handed = text

    def _copy_to_file(self, text: str, *, too_long: bool = False) -> None:
        from tui.dashboard.clipboard import FILE_NAME, write_copy

        with troubles(self):
            try:
                file = write_copy(self.copies, text)
            except OSError as error:
                from store.connection import system_words

                raise RegisterError(
                    say(
                        "Nothing was copied: {file} cannot be written: {why}",
                        file=self.copies / FILE_NAME,
                        why=system_words(error.strerror or str(error)),
                    ),
                    say("What it held before is as it was; make room, and copy again"),
                ) from error
            self._say(
                _("Too long for a terminal; copied to the file {file}", file=file)
                if too_long
                else _("Copied to the file {file}", file=file)
            )

    # -- the line that says so ---------------------------------------------------------------------

    def _say(self, text: str) -> None:
        from tui.dashboard.widgets.copied_line import CopiedLine

        if self._line is None or self._line.parent is not self.screen:
            self._forget()
            self._line = CopiedLine()
            self.screen.mount(self._line)
        self._line.say(text)

    def _forget(self) -> None:
        if self._line and self._line.is_attached:
            self._line.remove()
        self._line, self._handed = None, ""

    def on_copied_line_pressed(self) -> None:
        """Copy once more what the line tells of."""
        if self._handed:
            self.copy_to_clipboard(self._handed)
        else:
            self._forget()

    async def on_event(self, event: Event) -> None:
        """Take the line away when something else is done."""
        if self._line and not event.is_forwarded and self._looks_away(event, self._line):
            self._forget()
        await super().on_event(event)

    def _looks_away(self, event: Event, line: "CopiedLine") -> bool:
        if isinstance(event, MouseDown):
            return not line.region.contains(int(event.x), int(event.y))
        return isinstance(event, Key) and event.key not in _AGAIN
