"""Typing ahead: keys are handled one at a time, each where the one before it has led."""

import asyncio
from collections import deque
from time import monotonic

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Input

PATIENCE = 2.0
"""Seconds after which a key is handled although something is still going on."""

TURNS = 3
"""How many turns of the loop without a message are taken for rest."""


class TypingAhead(App[None]):
    """An application in which nothing that is typed ahead goes astray.

    Textual gives a key to what has the focus when the key arrives, though an earlier one may be
    about to move the focus. Over a slow line several keys arrive at once: of `/insan` the first
    letters would be taken for commands. Here a key waits until what came before it is dealt with.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[Key | Paste] = deque()
        self._word: Input | None = None  # what the last letter went into
        self._handing_over: asyncio.Task[None] | None = None

    async def on_event(self, event: Event) -> None:
        """Put what is typed in a queue; leave everything else to Textual."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            # So Enter arrives when it is typed before the first picture.
            early = isinstance(event, Key) and event.key == "ctrl+j"
            self._typed.append(Key("enter", "\r") if early else event)
            if self._handed_over:
                self._handing_over = asyncio.create_task(self._hand_over())
        else:
            await super().on_event(event)

    @property
    def _handed_over(self) -> bool:
        return self._handing_over is None or self._handing_over.done()

    async def _hand_over(self) -> None:
        while self._typed and not self._exit:
            if self._word is None or self._next_word() is not self._word:
                await self._rest()
            self._word = self._next_word()
            self.call_later(super().on_event, self._typed.popleft())

    def _next_word(self) -> Input | None:
        """The input that the next key is a letter for: letters of a word lead nowhere else."""
        key = self._typed[0]
        focused = self.screen.focused if self.screen_stack else None
        letter = isinstance(key, Key) and key.is_printable
        return focused if letter and isinstance(focused, Input) else None

    async def _rest(self) -> None:
        """Wait until no message is on its way, and what is being mounted is mounted."""
        give_up = monotonic() + PATIENCE
        quiet = 0
        while quiet < TURNS and monotonic() < give_up:
            await asyncio.sleep(0)
            quiet = 0 if self._busy else quiet + 1

    @property
    def _busy(self) -> bool:
        if _has_messages(self) or not self.screen_stack:
            return True
        widgets = self.screen.walk_children(Widget, with_self=True)
        return any(_has_messages(each) or not each.is_mounted for each in widgets)


def _has_messages(pump: MessagePump) -> bool:
    # Textual keeps the next message, once it has looked at it, under no public name.
    return pump.message_queue_size > 0 or pump._pending_message is not None  # noqa: SLF001
