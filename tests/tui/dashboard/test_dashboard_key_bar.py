"""The line of keys: what it shows, what it leaves out, when it is drawn, and its clicks."""

from pathlib import Path
from typing import ClassVar

import pytest
from sitting import sitting
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.strip import Strip
from textual.widgets import Button

from tui.dashboard.screens.ledger import LedgerScreen
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.widgets.key_bar import KeyBar


class CountedBar(KeyBar):
    drawn = 0

    def render_line(self, y: int) -> Strip:
        self.drawn += 1
        return super().render_line(y)


class Special(Button):
    BINDINGS: ClassVar = [Binding("z", "special", "Special")]


class Keys(App[None]):
    BINDINGS: ClassVar = [
        Binding("a,ф", "first", "First", key_display="a"),
        Binding("b", "off", "Off"),
        Binding("c", "none", "Not there"),
        Binding("h", "hidden", "Hidden", show=False),
        Binding("x", "last", "[/x] \\"),
    ]

    def compose(self) -> ComposeResult:
        yield Button("1", id="one")
        yield Button("2", id="two")
        yield Special("3", id="three")
        yield CountedBar()

    def on_mount(self) -> None:
        self.done: list[str] = []

    def check_action(self, action: str, _: tuple[object, ...]) -> bool | None:
        return {"off": None, "none": False}.get(action, True)

    def action_first(self) -> None:
        self.done.append("first")

    def action_off(self) -> None:
        self.done.append("off")

    def action_hidden(self) -> None:
        self.done.append("hidden")

    def action_last(self) -> None:
        self.done.append("last")


def line(bar: KeyBar) -> str:
    return bar.render_line(0).text.rstrip()


async def test_each_action_that_is_shown_is_shown_once_and_what_is_off_too() -> None:
    app = Keys()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        bar = app.query_one(CountedBar)
        assert line(bar) == " a First  b Off  x [/x] \\"
        assert [key.enabled for key in bar.keys] == [True, False, True]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, " a First  b Off  x [/x] \\"),
        (26, " a First  b Off  x [/x] \\"),
        (25, " a First  b Off"),
        (9, " a First"),
        (8, ""),
    ],
)
async def test_what_does_not_fit_is_left_out_whole_from_the_end(width: int, shown: str) -> None:
    app = Keys()
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        assert line(app.query_one(CountedBar)) == shown


async def test_it_is_drawn_again_only_when_the_keys_are_others() -> None:
    app = Keys()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        bar = app.query_one(CountedBar)
        app.query_one("#one").focus()
        await pilot.pause()
        before = bar.drawn
        app.query_one("#two").focus()
        await pilot.pause()
        assert bar.drawn == before
        app.query_one("#three").focus()
        await pilot.pause()
        assert bar.drawn == before + 1
        assert line(bar).startswith(" z Special  a First ")


async def test_a_click_presses_the_key_under_it() -> None:
    app = Keys()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for x in (1, 8, 10, 17, 40):  # a, its label, b which is off, x, nothing
            await pilot.click(CountedBar, offset=(x, 0))
        await pilot.pause()
        assert app.done == ["first", "first", "last"]


async def test_a_click_does_what_the_key_does(file: Path) -> None:
    async with sitting(file) as at:
        bar = at.screen.query_one(KeyBar)
        column = at.lines[-1].index("Ledger")
        await at.pilot.click(bar, offset=(column, 0))
        await at.settled()
        assert isinstance(at.screen, LedgerScreen)
        await at.pilot.click(at.screen.query_one(KeyBar), offset=(at.lines[-1].index("Back"), 0))
        await at.settled()
        assert isinstance(at.screen, MainScreen)


async def test_the_key_under_the_mouse_stands_out(file: Path) -> None:
    async with sitting(file) as at:
        bar = at.screen.query_one(KeyBar)
        await at.pilot.hover(bar, offset=(2, 0))
        assert bar.tooltip == bar.keys[0].tooltip
        first, last = bar.render_line(0)._segments[0], bar.render_line(0)._segments[-2]
        assert first.style
        assert last.style
        assert first.style.bgcolor != last.style.bgcolor
        await at.pilot.hover(bar, offset=(79, 0))
        assert bar.tooltip is None
