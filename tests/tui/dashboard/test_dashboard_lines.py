"""Lists that draw their own lines: widths in cells, and a cursor that passes over headings."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui.dashboard.widgets.docket import (
    DEADLINE_WIDTH,
    KEY_WIDTH,
    column_widths,
    position_width,
)
from tui.dashboard.widgets.lines import Cell, LineList

TEXTS = (
    "",
    "a",
    "Təşkilati-hüquqi tədbirlər",
    "漢字かな交じり文",
    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
    "🏳️‍🌈 and 👩‍👩‍👧‍👦 and 🇦🇿",
    "[/x] [red] \\ \x1b[2J \u202e \x00",
    "line\nline\ttab",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("right", [False, True])
def test_a_cell_has_exactly_its_width(text: str, right: bool) -> None:  # noqa: FBT001
    for width in range(30):
        fitted = Cell(text, width, right=right).fitted()
        assert cell_len(fitted) == width
        assert "\n" not in fitted
        assert "\x1b" not in fitted


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("abcdef", 1, "…"),
        ("abcdef", 0, ""),
        ("ab", 4, "ab  "),
        ("漢字漢字", 6, "漢字 …"),  # half of a wide one is not shown
        ("əəəə", 3, "əə…"),
    ],
)
def test_what_is_too_long_ends_in_an_ellipsis(text: str, width: int, fitted: str) -> None:
    assert Cell(text, width).fitted() == fitted


def test_numbers_stand_at_the_right() -> None:
    assert Cell("7", 3, right=True).fitted() == "  7"


def test_the_columns_of_the_docket_fill_it() -> None:
    for width in range(30, 250):
        fixed = 1 + KEY_WIDTH + 1 + DEADLINE_WIDTH + 1 + position_width(width)
        executors, text = column_widths(width)
        assert fixed + executors + text == max(width, fixed)
        assert executors == 0 or executors >= 10
        assert text >= 6 or executors == 0


class Numbers(LineList):
    """Lines of which those with a `#` are headings."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__(id="numbers")
        self.lines = list(lines)
        self.moves: list[int] = []
        self.clicks: list[int] = []

    @property
    def line_count(self) -> int:
        return len(self.lines)

    def selectable(self, index: int) -> bool:
        return not self.lines[index].startswith("#")

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        return [Cell(self.lines[index], width)]

    def on_line_list_moved(self) -> None:
        self.moves.append(self.cursor)

    def on_line_list_clicked(self) -> None:
        self.clicks.append(self.cursor)


@asynccontextmanager
async def shown(*lines: str) -> AsyncIterator[tuple[Pilot[None], Numbers]]:
    class Shown(App[None]):
        def compose(self) -> ComposeResult:
            yield Numbers(lines)

    async with Shown().run_test(size=(20, 10)) as pilot:
        numbers = pilot.app.query_one(Numbers)
        numbers.focus()
        numbers.lines_changed()
        await pilot.pause()
        yield pilot, numbers


async def test_an_empty_list_has_no_cursor() -> None:
    async with shown() as (pilot, numbers):
        await pilot.press("down", "up", "pagedown", "pageup", "home", "end")
        await pilot.click(numbers, offset=(1, 1))
        assert numbers.cursor == -1
        assert numbers.moves == []
        assert numbers.render_line(0).text.strip() == ""


async def test_a_list_of_headings_has_none_either() -> None:
    async with shown("#a", "#b") as (pilot, numbers):
        await pilot.press("down", "up", "pagedown", "home", "end")
        await pilot.click(numbers, offset=(1, 1))
        assert numbers.cursor == -1
        assert numbers.render_line(0).text.strip() == "#a"


async def test_the_cursor_passes_over_headings() -> None:
    async with shown("#a", "1", "2", "#b", "#c", "3", "#d") as (pilot, numbers):
        assert numbers.cursor == 1
        await pilot.press("down", "down")
        assert numbers.cursor == 5
        await pilot.press("down")
        assert numbers.cursor == 5
        await pilot.press("up", "up", "up")
        assert numbers.cursor == 1
        assert numbers.moves == [2, 5, 2, 1]


async def test_pages_and_edges() -> None:
    async with shown("#", *map(str, range(100)), "#") as (pilot, numbers):
        await pilot.press("pagedown")
        assert numbers.cursor == 10  # nine further: a line of the page before stays in sight
        await pilot.press("end")
        assert numbers.cursor == 100
        assert numbers.scroll_offset.y == 91
        await pilot.press("pageup")
        assert numbers.cursor == 91
        await pilot.press("home")
        assert numbers.cursor == 1
        assert numbers.scroll_offset.y == 0  # its heading too


async def test_clicks() -> None:
    async with shown("#a", "1", "2", *map(str, range(50))) as (pilot, numbers):
        await pilot.click(numbers, offset=(3, 2))
        assert (numbers.cursor, numbers.clicks) == (2, [2])
        await pilot.click(numbers, offset=(3, 0))
        assert (numbers.cursor, numbers.clicks) == (2, [2])
        await pilot.press("end")
        await pilot.click(numbers, offset=(3, 0))
        assert numbers.cursor == numbers.scroll_offset.y


async def test_lines_that_change_keep_the_cursor_in_them() -> None:
    async with shown("#", "1", "2", "3") as (pilot, numbers):
        await pilot.press("end")
        numbers.lines = ["#", "1"]
        numbers.lines_changed()
        assert numbers.cursor == 1
        numbers.lines = []
        numbers.lines_changed()
        assert numbers.cursor == -1
        numbers.lines = ["1", "2"]
        numbers.lines_changed(cursor=1)
        assert numbers.cursor == 1


async def test_every_line_is_as_wide_as_the_list() -> None:
    async with shown("#a", *TEXTS, *("x" * 50 for _ in range(9))) as (pilot, numbers):
        await pilot.pause()
        width = numbers.scrollable_content_region.width
        for y in range(10):
            assert numbers.render_line(y).cell_length == width
