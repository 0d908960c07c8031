"""The act on a screen: one scrolls, goes to its parts and measures, and finds words in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from sitting import HOSTILE, NARROW, WIDE, Sitting, recorded, sitting

from seed.folding import fold
from store.register import Register
from tui.dashboard.screens.help import HelpScreen
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.reading import ReadingScreen
from tui.dashboard.widgets.act import ActView
from tui.dashboard.widgets.contents import ContentsList
from tui.dashboard.widgets.title_line import TitleLine
from tui.visible import visible


class Reader:
    """An officer who reads the act."""

    def __init__(self, at: Sitting) -> None:
        self.at = at
        self.press = at.press

    @property
    def act(self) -> ActView:
        return self.at.screen.query_one(ActView)

    @property
    def title(self) -> str:
        return self.at.screen.query_one(TitleLine).left

    @property
    def aside(self) -> str:
        return self.at.screen.query_one(TitleLine).right

    @property
    def key(self) -> str | None:
        """The measure that Enter goes to."""
        return self.act.current.key if self.act.current else None

    @property
    def top(self) -> str:
        """The first line of the text."""
        return self.at.lines[1].strip(" ▸")

    @property
    def text(self) -> list[str]:
        """All lines of the text, without the scrollbar."""
        return [line[:-1] for line in self.at.lines[1:-1]]

    @property
    def marked(self) -> list[str]:
        """The lines that stand at a mark."""
        return [line for line in self.at.lines if "▸" in line]

    def found(self) -> str:
        """The match that was gone to, as it is printed."""
        match = self.act.matches[self.act.found]
        return self.act._page.texts[match.text][match.start : match.end]


@asynccontextmanager
async def reading(
    file: Path, *keys: str, size: tuple[int, int] = NARROW, state: str | None = None
) -> AsyncIterator[Reader]:
    async with sitting(file, size, state) as at:
        await at.press(*keys, "r")
        assert isinstance(at.screen, ReadingScreen)
        yield Reader(at)


async def test_it_opens_at_the_measure_under_the_cursor(file: Path) -> None:
    async with reading(file, "end") as reader:
        assert reader.key == "6.3-2"
        (mark,) = reader.marked
        assert mark.startswith("▸ 6.3 Proqramın icrası vəziyyəti barədə MDB-nin")
        assert mark.rstrip().endswith("? undetermined")
        assert reader.title == "The act: 5 Programme, VI. Nəzarət mexanizmi"
        assert reader.aside == "6.3-2  AZ  on 2008-06-02"
        assert sum("key 6.3-2" in line for line in reader.at.lines) == 1


async def test_it_opens_so_that_an_item_is_seen(file: Path) -> None:
    async with reading(file, *["down"] * 8) as reader:
        assert reader.key == "1.4"
        assert sum("c) insan alverinə" in line for line in reader.at.lines) == 1
        assert "– not bound" in next(line for line in reader.at.lines if "c) insan" in line)


@pytest.mark.parametrize("key", ["escape", "q", "й"])
async def test_leaving_goes_back_to_where_one_was(file: Path, key: str) -> None:
    async with reading(file, "down", "down") as reader:
        await reader.press("end", key)
        assert isinstance(reader.at.screen, MainScreen)
        assert reader.at.key == "1.2.a"


async def test_enter_goes_to_the_measure_in_the_docket(file: Path) -> None:
    async with reading(file) as reader:
        await reader.press("right", "right", "left", "right", "enter")
        assert isinstance(reader.at.screen, MainScreen)
        assert reader.at.key == "1.3"
        await reader.at.narrow("section:VI")
        await reader.press("r", "5", "pagedown", "right", "enter")
        assert reader.at.key == "1.1"  # what the filter hid is shown


async def test_where_no_measure_is_seen_enter_goes_nowhere(file: Path) -> None:
    async with reading(file) as reader:
        await reader.press("home")
        assert (reader.key, reader.marked) == (None, [])
        await reader.press("enter")
        assert isinstance(reader.at.screen, ReadingScreen)
        await reader.press("right")
        assert reader.key == "1.1"
        await reader.press("end", "left")
        assert reader.key == "6.3-2"


async def test_it_scrolls_by_lines_pages_and_to_both_ends(file: Path) -> None:
    async with reading(file) as reader:
        await reader.press("home")
        assert reader.top.startswith("── 1 Law ──")
        await reader.press("down", "down")
        assert reader.top == "AKTIN NÖVÜ"
        last = reader.at.lines[-3].strip()
        await reader.press("pagedown")
        assert any(last in line for line in reader.at.lines[1:4])
        await reader.press("pageup", "up", "up", "up")
        assert reader.top.startswith("── 1 Law ──")
        await reader.press("end")
        assert "İ.ƏLİYEV" in reader.at.lines[-2]
        await reader.press("space", "b", "и")
        assert reader.title == "The act: 6 Annex"


@pytest.mark.parametrize(
    ("number", "title", "first"),
    [
        ("1", "1 Law", "── 1 Law ─"),
        ("2", "2 Decision", "── 2 Decision ─"),
        ("3", "3 Signatures", "── 3 Signatures ─"),
        ("4", "4 Passport", "── 4 Passport ─"),
        ("5", "5 Programme", "── 5 Programme ─"),
        ("6", "6 Annex", "── 6 Annex ─"),
        ("7", "7 Special opinion", ""),  # the last screen
    ],
)
async def test_a_part_is_gone_to_by_its_number(
    file: Path, number: str, title: str, first: str
) -> None:
    async with reading(file) as reader:
        await reader.press(number)
        assert reader.top.startswith(first)
        assert first == "" or reader.title == f"The act: {title}"
        assert any(f"── {title} ─" in line for line in reader.at.lines)


async def test_contents_are_asked_for_where_there_is_no_room(file: Path) -> None:
    async with reading(file) as reader:
        contents = reader.at.screen.query_one(ContentsList)
        assert not contents.display
        await reader.press("tab")
        assert contents.display
        await reader.at.shows(
            "1 Law", "V. Maliyyə təminatı", "7 Special opinion", "Esc Back to the"
        )
        assert contents.cursor == 5  # what was read
        await reader.press("escape")
        assert not contents.display
        await reader.press("tab", "end", "up", "enter")
        assert not contents.display
        assert reader.title == "The act: 6 Annex"
        await reader.press("tab", "tab")
        assert not contents.display


async def test_contents_stand_beside_the_text_where_there_is_room(file: Path) -> None:
    async with reading(file, size=WIDE) as reader:
        contents = reader.at.screen.query_one(ContentsList)
        assert contents.display
        await reader.press("3")
        assert contents.cursor == 2
        await reader.press("tab", "home", "enter")
        assert contents.display
        assert reader.title == "The act: 1 Law"
        await reader.at.pilot.click(ContentsList, offset=(5, 9))
        assert reader.title == "The act: 5 Programme, V. Maliyyə təminatı"


async def test_a_search_goes_to_the_first_match_as_one_types(file: Path) -> None:
    async with reading(file) as reader:
        await reader.press("home", *"/QURB")
        await reader.at.shows("/ QURB", "“QURB” 1 of 14")
        assert reader.found() == "qurb"
        await reader.press(*"an status")
        await reader.at.shows("not found")
        assert reader.top.startswith("── 1 Law ──")  # where it began
        await reader.press(*["backspace"] * 7, "enter")
        assert (reader.key, reader.found()) == ("1.4", "qurban")
        await reader.press("n", "т", "f4")
        assert reader.aside.startswith("“QURBan” 4 of 14")
        await reader.press("N", "Т", "p", "з")
        assert reader.aside.startswith("“QURBan” 14 of 14")
        await reader.press("n", "enter")
        assert reader.at.key == "1.4"


async def test_matches_are_gone_to_while_the_search_is_open(file: Path) -> None:
    async with reading(file) as reader:
        await reader.press("/", *"reklam", "down")
        assert (reader.key, reader.aside[:16]) == ("1.8", "“reklam” 1 of 1 ")
        await reader.press("ctrl+u", *"sgp", "down", "up")
        assert (reader.key, reader.aside[:15]) == ("1.1", "“sgp” not found")
        await reader.press("ctrl+u", *"konfrans", "down", "down", "up")
        assert reader.key == "3.7"
        assert isinstance(reader.at.screen, ReadingScreen)


async def test_a_search_is_forgotten(file: Path) -> None:
    async with reading(file, "down") as reader:
        before = reader.text
        await reader.press(*"/saziş")
        assert reader.text != before
        await reader.press("escape")
        await reader.at.until(lambda: reader.text == before)
        await reader.press(*"/saziş", "enter")
        there = reader.top
        await reader.press("escape")
        assert isinstance(reader.at.screen, ReadingScreen)
        assert (reader.top, reader.act.matches) == (there, ())
        await reader.press("n", "escape")
        assert isinstance(reader.at.screen, MainScreen)


async def test_what_is_looked_for_is_marked_without_colour_too(file: Path) -> None:
    async with reading(file) as reader:
        await reader.press(*"/dövlət", "enter")
        act = reader.act
        strips = [act.render_line(y) for y in range(act.size.height)]
        found = [each for strip in strips for each in strip if fold(each.text) == "dovlet"]
        assert {(s.style.reverse, s.style.underline) for s in found if s.style} == {
            (True, None),
            (None, True),
        }


@pytest.mark.parametrize("letter", ["n", "d", "q", "1", "?"])
async def test_what_is_typed_into_the_search_does_nothing_else(file: Path, letter: str) -> None:
    async with reading(file) as reader:
        await reader.press("/", letter, letter)
        assert isinstance(reader.at.screen, ReadingScreen)
        assert f"“{letter * 2}”" in reader.aside


async def test_resizing_keeps_the_place(file: Path) -> None:
    async with reading(file) as reader:
        await reader.press("4", *["down"] * 20)
        top = reader.top
        for size in ((60, 20), (120, 40), (77, 24), (61, 50), NARROW):
            await reader.at.resize(size)
            words = reader.top.split()[-2:]
            assert reader.title == "The act: 4 Passport"
            assert words
        assert reader.top == top
        await reader.press("5", "pagedown", "pagedown", "right", "right")
        for size in ((60, 20), (120, 40), NARROW):
            await reader.at.resize(size)
            assert reader.key == "1.3"


async def test_positions_are_read_again_when_others_record(register: Register, file: Path) -> None:
    async with reading(file) as reader:
        assert "? undetermined" in reader.marked[0]
        top = reader.top
        recorded(register, "1.1")
        reader.at.app._look()
        await reader.at.settled()
        assert "● participates" in reader.marked[0]
        assert reader.top == top


async def test_another_state_has_other_positions(file: Path) -> None:
    async with reading(file, state="TM") as reader:
        assert "– not bound" in reader.marked[0]
        assert "TM" in reader.aside


async def test_a_view_that_is_not_todays_is_said_to_be_none(file: Path) -> None:
    async with sitting(file, on=date(2009, 12, 31)) as at:
        await at.press("к")
        assert isinstance(at.screen, ReadingScreen)
        assert at.lines[1].startswith(" AS ON 2009-12-31: not today's view")
        assert Reader(at).aside == "1.1  AZ  on 2009-12-31"
        assert sum("▸" in line for line in at.lines) == 1
    async with sitting(file, on=date(2012, 1, 1)) as at:
        await at.press("к")
        assert Reader(at).aside == "1.1  AZ  on 2012-01-01, after 2007-2010"


async def test_without_a_state_the_act_is_read_all_the_same(new: Path) -> None:
    async with sitting(new) as at:
        await at.press("escape", "r")
        assert isinstance(at.screen, ReadingScreen)
        assert "no state" in Reader(at).aside
        assert Reader(at).key == "1.1"


async def test_what_is_pasted_steers_nothing(file: Path) -> None:
    async with reading(file) as reader:
        await reader.press("/")
        await reader.at.paste(HOSTILE)
        await reader.press("enter")
        assert {each for each in reader.at.text if visible(each, lines=True) != each} == set()


async def test_help_opens_and_a_click_marks_a_measure(file: Path) -> None:
    async with reading(file) as reader:
        await reader.press("?")
        assert isinstance(reader.at.screen, HelpScreen)
        await reader.press("escape", "/", *"bank", "enter", "escape")
        line = next(y for y, each in enumerate(reader.at.lines) if each.startswith("  3.5. "))
        await reader.at.pilot.click(ActView, offset=(20, line))
        await reader.at.settled()
        assert reader.key == "3.5"
