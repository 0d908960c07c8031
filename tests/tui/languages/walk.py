"""A walk through all screens and dialogs, in a language; what stood on each is kept."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from disguise import DISGUISED, SPOKEN, Disguise
from full_register import MARCH
from rich.cells import cell_len
from sitting import NARROW, Sitting, app_on
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from store.errors import StoreUnusable
from store.register import Register
from tui import language
from tui.dashboard.screens.dialog import TroubleScreen
from tui.dashboard.widgets.key_bar import KeyBar

Size = tuple[int, int]


@dataclass(frozen=True)
class Page:
    """What stood on a screen.

    Attributes:
        at: What was pressed to come there.
        screen: The class of the screen.
        text: Its lines, also those of what shines through.
        keys: The keys of its key bar, with their labels, all that it has.
        bar: The line of keys as it was drawn.
        cut: Labels, titles and hints for which there is no room.
    """

    at: str
    screen: str
    text: str
    keys: tuple[str, ...] = ()
    bar: str = ""
    cut: tuple[str, ...] = ()


Pages = Callable[..., list[Page]]
"""All that is seen in a language, with the programme's words in a language."""


WALKS = (
    "",
    "pagedown / pagedown",
    "left / down down enter / end / end enter",
    "slash / #QURBAN executor:dinz / ctrl+u #section:V executor:paa / enter",
    "slash ctrl+u #due:2008 qurban / enter",
    "space / space / d",
    "d / f2 / down enter f2 / down down enter #2008-13-45 enter f2 / escape / y",
    "#2990 / d space f2 / u / f2 / #7 f2 / escape",
    "x / n / w / w / c / escape",
    "n enter / down / pagedown / escape",
    "enter / pagedown / h / escape",
    "e / e",
    "h / h / home / end / u / f2 / escape",
    "r / 1 / 2 / 3 / 4 / 5 right right / 6 / 7 / tab / escape slash / #2007 / down / enter n",
    "r slash #zzzz / escape",
    "g / down / f / tab f2 / escape / n / end / u / escape / v / v / v",
    "s end enter g / n / tab f2 / escape escape s home enter",
    "g home / enter",
    "t / right / down / enter / d / f2 / down enter #7 / escape / y / u",
    "t right enter / up / u / f2 / escape",
    "y / left / left / left / enter / f2 / down / escape",
    "y / end / equals_sign / space / u",
    "y left / k / down / end / enter / escape",
    "y left / r / f2 / escape",
    "y left left / r / f2 / escape / s / enter / pagedown / escape",
    "k / down / end / g",
    "k / enter / escape",
    "c / c / p / down / n / a / f2 / #7 f2 / escape / enter",
    "a / #2008-13-45 enter f2 / ctrl+u #2008-05-01 f2 / r / escape / d / escape / b",
    "s / end enter / d / f2 / escape / s home enter",
    "o / f2 / escape",
    "i / escape",
    "question_mark / pagedown / pagedown / pagedown / pagedown",
    "ctrl+p / #7777 / escape",
    "w / pagedown / c / w / escape",
    "l l l / r / escape / w / escape",
)
"""What is pressed, from the docket on, to see everything; a picture is taken at each stroke."""

IN_AN_EDITION = (
    "",
    "n / w / w / down / down / c / enter / escape",
    "k / enter / escape",
    "slash #position:to-confirm enter / w / c / w / c",
    "s down down down down enter w w / c / f2 / escape / escape",
)
"""The same where an edition has changed words."""


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language, whatever is set; or the disguise of all of them."""
    if code == DISGUISED:
        language._Spoken.catalogue, language._Spoken.code = Disguise(), SPOKEN
    else:
        language.use(code)
    language._Spoken.asked = True
    try:
        yield
    finally:
        language._Spoken.asked = False
        language.use(language.ENGLISH)


def _without_room(screen: Screen[Any]) -> Iterator[str]:
    for widget in screen.query("*"):
        if not (widget.is_on_screen and widget.size.width):
            continue
        if isinstance(widget, Input) and cell_len(widget.placeholder) > widget.size.width:
            yield widget.placeholder
        if widget.has_class("label") and isinstance(widget, Static) and widget.size.height == 1:
            label = str(widget.render())
            if cell_len(label) > widget.size.width:
                yield label
        if isinstance(widget, Button) and cell_len(str(widget.label)) > widget.size.width:
            yield str(widget.label)
        titles = (widget._border_title, widget._border_subtitle)
        for title in filter(None, titles):
            if title.cell_length > widget.outer_size.width - 4:
                yield title.plain


class Walk:
    """Goes about and takes down what it sees.

    Args:
        at: The officer before the dashboard.
    """

    def __init__(self, at: Sitting) -> None:
        self._at = at
        self.pages: list[Page] = []

    def look(self, where: str) -> None:
        """Take down what is on the screen."""
        screen = self._at.screen
        bars = screen.query(KeyBar)
        keys = tuple(f"{key.shown} {key.label}" for key in bars.first().keys) if bars else ()
        bar = bars.first().render_line(0).text if bars else ""
        name, cut = type(screen).__name__, tuple(_without_room(screen))
        self.pages.append(Page(where, name, self._at.text, keys, bar, cut))

    async def go(self, strokes: str) -> None:
        """Press what a line of `WALKS` says, and look after each stroke."""
        await self.home()
        done = ""
        for stroke in strokes.split(" / "):
            await self._press(stroke)
            done = f"{done} / {stroke}" if done else stroke
            self.look(done or "docket")

    async def home(self) -> None:
        """Go back to the docket, unnarrowed, in the language of the words that was begun with."""
        at = self._at
        while at.screen is not at.main:
            at.app.pop_screen()
            await at.settled()
        await at.press("escape", "escape", "x", "home")

    async def _press(self, stroke: str) -> None:
        words, typing = stroke.split(" "), ""
        for place, word in enumerate(words):
            if word.startswith("#") or typing:
                typing = " ".join(words[place:])
                break
            if word:
                await self._at.press(word)
        if typing:
            await self._type(typing)

    async def _type(self, typing: str) -> None:
        """Type what follows a hash sign, up to a key that has a longer name."""
        words = typing.removeprefix("#").split(" ")
        end = next((n for n, word in enumerate(words) if word in ("enter", "f2", "n")), len(words))
        await self._at.paste(" ".join(words[:end]))
        if rest := words[end:]:
            await self._press(" ".join(rest))


@asynccontextmanager
async def _sitting(folder: Path, words: str, size: Size) -> AsyncIterator[Sitting]:
    with Register.open(folder / "istirak.db") as register:
        app = app_on(register, on=None, now=MARCH)
        desk = app.desk
        while (desk.texts.language if desk.texts else desk.programme.language) != words:
            desk.read_on()
        async with app.run_test(size=size) as pilot:
            at = Sitting(app, pilot)
            await at.settled()
            yield at


async def _new(folder: Path, words: str, size: Size) -> list[Page]:
    """What somebody sees who has never been here."""
    async with _sitting(folder, words, size) as at:
        walk = Walk(at)
        walk.look("new")
        await at.press("f2")
        walk.look("new / f2")
        await at.press("escape")
        walk.look("new / escape")
        for key in ("d", "escape", "g", "escape", "y", "escape", "k", "escape", "t", "escape", "w"):
            await at.press(key)
            walk.look(f"new / {key}")
        return walk.pages


async def _mishaps(folder: Path, words: str, size: Size) -> list[Page]:
    """What goes wrong, and what was left."""
    async with _sitting(folder, words, size) as at:
        walk = Walk(at)
        at.app.push_screen(TroubleScreen(StoreUnusable("7", "7")))
        await at.settled()
        walk.look("trouble")
        await at.press("enter")
        await at.resize((50, 18))
        walk.look("too small")
        await at.resize(size)
        await at.press("d", "space")
        await at.until(lambda: [*folder.glob("unsaved-*.json")])
    async with _sitting(folder, words, size) as at:
        again = Walk(at)
        again.look("unsaved")
        await at.press("delete")
    return [*walk.pages, *again.pages]


async def _all(full: Path, edited: Path, above: Path, words: str, size: Size) -> list[Page]:
    pages: list[Page] = []
    for folder, strokes in ((full, WALKS), (edited, IN_AN_EDITION)):
        copy = shutil.copytree(folder, above / folder.parent.name)
        async with _sitting(copy, words, size) as at:
            walk = Walk(at)
            for stroke in strokes:
                await walk.go(stroke)
            pages += walk.pages
    (above / "new").mkdir(mode=0o700)
    pages += await _new(above / "new", words, size)
    return pages + await _mishaps(above / full.parent.name, words, size)


def pages(
    full: Path, edited: Path, above: Path, code: str, words: str, size: Size = NARROW
) -> list[Page]:
    """All that is seen on a walk.

    Args:
        full: The folder of a full register.
        edited: That of one where an edition has changed words.
        above: An empty folder, for copies.
        code: The language that is spoken, or `DISGUISED`.
        words: The language in which the programme's words are read.
        size: Of the window.
    """
    with speaking(code):
        return asyncio.run(_all(full, edited, above, words, size))
