"""An officer before the dashboard: registers to sit before, keys to press, a screen to read."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from textual._context import visible_screen_stack
from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from store.drafts import Draft
from store.register import Register
from store.settings import write_setting
from store.values import Entry, View
from tui.dashboard.app import DashboardApp
from tui.dashboard.desk import Desk
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.widgets.docket import DocketList
from tui.dashboard.widgets.facets import FacetList
from tui.dashboard.widgets.heading import Heading
from tui.dashboard.widgets.sentence import Sentence

PROGRAMME = "cis-thb-2007-2010"
ORIGIN = "testhere"
OFFICER = "Ə. Məmmədova"
ON = date(2008, 6, 2)
NOW = datetime(2008, 6, 2, 9, 30, tzinfo=UTC)

YES, NO = ("right", "enter"), ("enter",)
"""The keys that answer a question."""

NARROW, WIDE = (80, 24), (120, 40)
PATIENCE = 60  # seconds; only a broken program needs them

HOSTILE = "[/x] [red] \\ \x1b[2J\x07 \u202etxet \x00 \u200b🏳️‍🌈 e\u0301 ŞşƏəİı"

LADDERS = (
    ("AZ", "slavery-1926", "accession", "1996-08-16"),
    ("AZ", "slavery-1926", "entry-into-force", "1996-08-16"),
    ("AZ", "slavery-1926", "declaration", "1996-08-16"),
    ("AM", "trafficking-1949", "signature", "2003-01-02"),
    ("AM", "trafficking-1949", "approval", "2004-01-02"),
    ("KZ", "trafficking-2005", "signature", "2005-11-25"),
    ("KZ", "trafficking-2005", "domestic-procedures", "2006-11-25"),
    ("RU", "child-rights-1989", "domestic-procedures", "2006-11-25"),
)
"""What states did with treaties: state, treaty, action, day. One ladder is contradictory."""

W = TypeVar("W", bound=Widget)


def copied(file: Path, folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Path(shutil.copy2(file, folder / "istirak.db"))


def name_origin(register: Register) -> None:
    """Give the installation a name before it makes one up, so that ids of entries are known."""
    with register._door.writer().transaction() as session:
        write_setting(session, "origin", ORIGIN)


def recorded(
    register: Register,
    *keys: str,
    state: str = "AZ",
    position: str = "participates",
    on: str = "2008-03-04",
    at: datetime = NOW,
    **fields: str,
) -> tuple[Entry, ...]:
    return register.decide(PROGRAMME, state, keys, Draft(position, on, **fields), at)


def ledger(file: Path, state: str | None = "AZ") -> tuple[Entry, ...]:
    """What another program reads from the register."""
    with Register.open(file) as register:
        return register.history(View(PROGRAMME, state, date(2999, 1, 1)))


def key_event(name: str) -> Key:
    """A key as the terminal's driver makes it; a character, or Textual's name of a key."""
    return Key(_character_to_key(name), name) if len(name) == 1 else Key(name, None)


class Sitting:
    """An officer before the dashboard."""

    def __init__(self, app: DashboardApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot
        self.desk = app.desk

    # -- doing -------------------------------------------------------------------------------------

    async def press(self, *keys: str) -> None:
        """Press keys as fast as a line brings them, and wait until all are dealt with."""
        for key in keys:
            self.app.post_message(key_event(key))
        await self.settled()

    async def type(self, text: str) -> None:
        await self.press(*text)

    async def paste(self, text: str) -> None:
        """What no key types: control characters and marks."""
        self.app.post_message(Paste(text))
        await self.settled()

    async def settled(self) -> None:
        """Wait until nothing that was done has anything left to do."""
        await self.pilot._wait_for_screen()
        if self.app._handing_over:
            await self.app._handing_over
        await self.pilot._wait_for_screen()
        await self.app._rest()

    async def fill(self, field: str, text: str) -> None:
        """Go to a field and put a text in place of what is in it."""
        entry = self.screen.query_one(f"#field-{field}").query_one(Input)
        self.screen.set_focus(entry)
        entry.select_all()
        await self.paste(text)

    async def narrow(self, line: str) -> None:
        """Search for what a line says."""
        await self.press("/", "ctrl+u")
        await self.paste(line)
        await self.press("enter")

    async def resize(self, size: tuple[int, int]) -> None:
        await self.pilot.resize_terminal(*size)
        await self.settled()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for something that somebody else does."""
        async with asyncio.timeout(PATIENCE):
            while not condition():  # noqa: ASYNC110  # nobody tells
                await asyncio.sleep(0.01)

    async def shows(self, *texts: str) -> None:
        """Wait until texts are on the screen; they may go over several lines."""
        seen = self.text
        try:
            async with asyncio.timeout(PATIENCE):
                while not all(each in seen or each in words(seen) for each in texts):
                    await asyncio.sleep(0.01)
                    seen = self.text
        except TimeoutError:
            raise AssertionError(f"{texts} not in:\n{seen}") from None

    # -- seeing ------------------------------------------------------------------------------------

    @property
    def screen(self) -> Screen[Any]:
        return self.app.screen

    @property
    def main(self) -> MainScreen:
        return self.app._main

    @property
    def docket(self) -> DocketList:
        return self.main.query_one(DocketList)

    @property
    def facets(self) -> FacetList:
        return self.main.query_one(FacetList)

    @property
    def key(self) -> str | None:
        """The measure or item under the cursor."""
        row = self.docket.current
        return row.key if row else None

    @property
    def keys(self) -> list[str]:
        """The measures in the docket."""
        return [measure.key for measure in self.main.docket.measures]

    @property
    def heading(self) -> str:
        return self.main.query_one(Heading).facts

    @property
    def said(self) -> str:
        return self.main.query_one(Sentence).said

    def position(self, key: str) -> tuple[str, str]:
        """The position shown of a measure, and its basis."""
        (found,) = (each for each in self.main._measures if each.key == key)
        assert found.position
        return found.position.value, found.position.basis

    def value(self, field: str) -> str:
        return self.screen.query_one(f"#field-{field}").query_one(Input).value

    def problem(self, field: str) -> str:
        """What is said to be wrong with a field, as far as it is shown."""
        shown = self.screen.query_one(f"#field-{field}").query_one(".problem", Static)
        return str(shown.render()) if shown.display else ""

    @property
    def lines(self) -> list[str]:
        """The screen, as it stands before the officer's eyes."""
        visible_screen_stack.set(self.app._background_screens)  # what shines through a dialog
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def words(text: str) -> str:
    """A screen without frames and line breaks, for texts that go over several lines."""
    return " ".join(text.replace("│", " ").split())


def app_on(
    register: Register, state: str | None = None, on: date | None = ON, now: datetime = NOW
) -> DashboardApp:
    return DashboardApp(Desk(register, None, state, on, lambda: now))


@asynccontextmanager
async def sitting(
    file: Path, size: tuple[int, int] = NARROW, state: str | None = None, on: date = ON
) -> AsyncIterator[Sitting]:
    """Open the dashboard on a register, and leave it in the end."""
    with Register.open(file) as register:
        app = app_on(register, state, on)
        async with app.run_test(size=size) as pilot:
            at = Sitting(app, pilot)
            await at.settled()
            yield at
