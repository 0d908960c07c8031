"""The dashboard as a Textual application."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar, Protocol, runtime_checkable

from textual.app import SystemCommand
from textual.binding import Binding
from textual.css.query import NoMatches
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.theme import Theme
from textual.timer import Timer

from store.register import Register
from tui.collecting import take_up
from tui.dashboard.bytes_typed import take_any_bytes
from tui.dashboard.commands import COMMANDS, COPY
from tui.dashboard.copying import Copyable, Copying
from tui.dashboard.desk import Desk
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.main.panes import WIDE
from tui.dashboard.thrift import Thrifty
from tui.dashboard.troubles import troubles
from tui.dashboard.typing_ahead import TypingAhead
from tui.dashboard.widgets.language_line import LanguageLine
from tui.language import _

LEAST = Size(60, 20)
"""The smallest window in which everything can be read."""

LOOKS = (0.02, 0.2, 1.0, 3.0)
"""Seconds after which the register is looked at, once its file was written to."""

CALM = Theme(
    name="istirak",
    primary="#4f8fba",
    secondary="#7aa2b8",
    accent="#d9a441",
    warning="#d9a441",
    error="#d4685f",
    success="#6fa876",
    foreground="#d5dbe1",
    background="#14191f",
    surface="#1b222a",
    panel="#2b3541",
    dark=True,
    variables={
        "block-cursor-background": "#35607f",
        "block-cursor-foreground": "#ffffff",
        "footer-key-foreground": "#d9a441",
        "primary-muted": "#22384a",
        "scrollbar": "#3a4754",
        "scrollbar-hover": "#4f8fba",
        "scrollbar-active": "#4f8fba",
        "scrollbar-background": "#14191f",
        "scrollbar-background-hover": "#14191f",
        "scrollbar-background-active": "#14191f",
        "scrollbar-corner-color": "#14191f",
    },
)


@runtime_checkable
class Reloading(Protocol):
    """A screen that shows what the register holds, and can read it again."""

    def reload(self) -> None:
        """Read it again, and show it."""


@runtime_checkable
class Keeping(Protocol):
    """A screen in which something is typed, and can be kept."""

    def keep(self) -> None:
        """Keep it."""


class DashboardApp(TypingAhead, Copying, Thrifty):
    """One desk, one main screen; everything else opens over it.

    Args:
        desk: What the officer works on.
        alone: Whether this is all that the process does: then it may say what is garbage in it.
    """

    CSS_PATH = "dashboard.tcss"
    TITLE = "İştirak"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = [
        Binding("ctrl+c", "copy_or_quit", "Copy or quit", show=False, priority=True),
        Binding("ctrl+l", "draw", "Draw anew", show=False, priority=True),
        Binding(COPY.keys, "copy", "Copy", show=False),
        Binding("l,д", "text_language", "Language of the text", show=False),
    ]

    class StoreWritten(Message):
        """The register's file was written to, by this program or another."""

    def __init__(self, desk: Desk, *, alone: bool = False) -> None:
        super().__init__()
        self.desk = desk
        self.copies = desk.register.path.parent
        self._alone = alone
        self.animation_level = "none"
        self.register_theme(CALM)
        self.theme = CALM.name
        self._version = desk.register.data_version()
        self._main = MainScreen(desk)
        self._opened = False
        self._cover: Screen[None] | None = None
        self._stop_watching: Callable[[], None] = lambda: None
        self._looks: list[Timer] = []
        self._ready_on: date | None = None

    def get_default_screen(self) -> Screen[None]:
        """The main screen, with the class for its width: found out later, it is styled twice."""
        self._main.add_class("-wide" if self.size.width >= WIDE else "-narrow")
        return self._main

    # -- the language of the words -----------------------------------------------------------------

    def action_text_language(self) -> None:
        """Show the programme's words in the following language, on a screen that has any."""
        screen = self.screen
        lines = screen.query(LanguageLine)
        if lines and isinstance(screen, Reloading):
            with troubles(self):
                self.desk.read_on()
            lines.first().show()
            screen.reload()

    # -- what is about to be recorded --------------------------------------------------------------

    def on_form_opened(self) -> None:
        """Get ready to record while the officer types; once a day."""
        if self._ready_on != self.desk.today:
            self._ready_on = self.desk.today
            self.run_worker(self._get_ready, thread=True, exit_on_error=False)

    def _get_ready(self) -> None:
        self.desk.make_ready()
        self._take_up_collecting()

    def _take_up_collecting(self) -> None:
        if self._alone:
            take_up()

    # -- what other programs write -----------------------------------------------------------------

    def on_mount(self) -> None:
        """Offer what was typed before, or ask a new user who they are; listen for others."""
        if not self._main.offer_unsaved() and not self.desk.officer.known:
            self._main.action_officer()
        self._opened = True
        with suppress(NotImplementedError, RuntimeError, ValueError):  # no signals here
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTERM, self._told_to_end)
            if sys.platform != "win32":
                loop.add_signal_handler(signal.SIGHUP, self._cut_off)
        self._check_room(self.size)
        self.call_after_refresh(self._listen)

    def _told_to_end(self) -> None:
        self._keep()
        self.exit()

    def _cut_off(self) -> None:
        """There is no terminal any more: end at once, as without this."""
        self._keep()
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGHUP)

    def _keep(self) -> None:
        """Keep what was typed up to now."""
        for screen in self.screen_stack:
            if isinstance(screen, Keeping):
                with suppress(NoMatches):  # it is only being opened
                    screen.keep()

    def on_unmount(self) -> None:
        """Listen no longer."""
        self._stop_watching()

    def _listen(self) -> None:
        self._take_up_collecting()
        self.run_worker(self._watch, thread=True)

    def _watch(self) -> None:
        from store.watching import watch

        def written() -> None:
            self.post_message(self.StoreWritten())

        # Where the system cannot tell (it has a limit), what others write is seen on the next
        # reading; nothing else is lost.
        with suppress(OSError):
            self._stop_watching = watch(self.desk.register.path, written)
        if not self.is_running:
            self._stop_watching()

    def on_dashboard_app_store_written(self) -> None:
        """Look at what was written, now and a little later.

        The file is written to before what is written counts: in between, the disk confirms it.
        """
        for timer in self._looks:
            timer.stop()
        self._looks = [self.set_timer(delay, self._look) for delay in LOOKS]

    def _look(self) -> None:
        """Show what somebody else has written; one's own writing is shown already."""
        with troubles(self):
            version = self.desk.register.data_version()
            if version != self._version:
                self._version = version
                for screen in self.screen_stack:
                    if isinstance(screen, Reloading):
                        # One that is only being opened does so once there is anything in it.
                        screen.call_later(screen.reload)

    # -- room --------------------------------------------------------------------------------------

    def on_resize(self, event: Resize) -> None:
        """Draw anew, as the terminal may have lost some; say so when the window is too small."""
        self.action_draw()
        if self._opened:
            self._check_room(event.size)

    def _check_room(self, size: Size) -> None:
        small = size.width < LEAST.width or size.height < LEAST.height
        if small and self._cover is None:
            from tui.dashboard.screens.too_small import TooSmallScreen

            self._cover = TooSmallScreen(LEAST)
            self.push_screen(self._cover)
        elif not small and self.screen is self._cover:
            self._cover = None
            self.pop_screen()

    # -- commands ----------------------------------------------------------------------------------

    def action_help(self) -> None:
        """Show every key."""
        from tui.dashboard.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    async def action_quit(self) -> None:
        """Leave, but ask first in a dialog in which something was typed."""
        if getattr(self.screen, "touched", False):
            await self.screen.run_action("leave")
        else:
            self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: the commands of the main screen, or what works on others."""
        main = isinstance(screen, MainScreen)
        for command in COMMANDS if main else (COPY,) if isinstance(screen, Copyable) else ():
            action = partial(screen.run_action, command.action if main else f"app.{command.id}")
            yield SystemCommand(f"{_(command.label)}  ({command.shown})", _(command.help), action)
        yield SystemCommand(_("Theme"), _("Change the colours"), self.action_change_theme)

    def action_command_palette(self) -> None:
        """Find a command by name."""
        from tui.dashboard.palette import Palette, of_commands

        if not isinstance(self.screen, Palette):
            self.push_screen(of_commands())

    def search_themes(self) -> None:
        """Find other colours by name."""
        from tui.dashboard.palette import of_themes

        self.push_screen(of_themes())

    def _fatal_error(self) -> None:
        # Textual would print the local variables; the command line writes a redacted file instead.
        self._close_messages_no_wait()


def run_dashboard(
    path: Path,
    programme: str | None,
    state: str | None,
    on: date | None,
    known_on: date | None,
) -> None:
    """Open the dashboard on a register and stay until the officer leaves.

    Args:
        path: The register's file.
        programme: The programme's id; the first one when None.
        state: The state to look at; the officer's own when None.
        on: The day the view is for; today when None.
        known_on: What was recorded up to the end of that day, UTC, counts; everything when None.

    Raises:
        RegisterError: The register cannot be opened, or there is no such programme or state.
    """
    with Register.open(path) as register:
        app = DashboardApp(Desk(register, programme, state, on, known_on=known_on), alone=True)
        take_any_bytes(sys.stdout.encoding)
        app.run()
        # Textual keeps it under no public name.
        if app._exception is not None:  # noqa: SLF001
            raise app._exception  # noqa: SLF001
