"""The search line: as one types, whatever the letters, and never in the way."""

from pathlib import Path

import pytest
from sitting import NARROW, sitting

from tui.dashboard.screens.main import MainScreen
from tui.dashboard.widgets.plain_input import PlainInput
from tui.dashboard.widgets.search import SearchLine

PARTICIPATION = ("İŞTİRAK", "iştirak", "istirak", "ISTIRAK", "ıştırak", "i\u0307ştirak", "IŞTIRAK")
CHILD = ("uşaq", "UŞAQ", "usaq", "us\u0327aq")
STATES = ("dövlət", "DÖVLƏT", "dovlet", "Dövlet")


def search(at_main: MainScreen) -> SearchLine | None:
    return next(iter(at_main.query(SearchLine)), None)


async def test_letters_and_case_do_not_matter(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("/")
        for words in (PARTICIPATION, CHILD, STATES):
            found = []
            for word in words:
                await at.press("ctrl+u")
                await at.paste(word)
                found.append(at.keys)
            assert 0 < len(found[0]) < 37
            assert all(each == found[0] for each in found)


async def test_the_docket_follows_every_letter(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("/")
        await at.shows("Enter keeps · Esc forgets", "section: executor: due: position:")
        counts = []
        for letter in "qurban":
            await at.type(letter)
            counts.append(len(at.keys))
        assert counts == sorted(counts, reverse=True)
        assert counts[-1] == 14
        await at.shows("14 of 37 · Enter keeps · Esc forgets")


async def test_a_half_typed_filter_word_does_not_disturb(file: Path) -> None:
    line = "section:II executor:dins due:2008 position:undetermined qurban"
    async with sitting(file) as at:
        await at.press("/")
        for place, letter in enumerate(line, 1):
            await at.type(letter)
            assert isinstance(at.screen, MainScreen)
            if line[:place].endswith(":"):
                assert not at.main.query_one(SearchLine).wrong
        assert at.keys == ["2.4"]
        assert not at.main.query_one(SearchLine).wrong


UNREADABLE = (
    ("sektion:II", "'sektion' is no filter word"),
    ("section:IX", "'IX' is no section of the programme"),
    ("executor:fbi", "'fbi' is no executor in the programme"),
    ("due:soon", "'soon' is no deadline"),
    ("position:maybe", "'maybe' is no position"),
)


async def test_what_cannot_be_read_is_said_and_kept(file: Path) -> None:
    async with sitting(file) as at:
        await at.press(*"/qurban ")
        for line, hint in UNREADABLE:
            await at.paste(line)
            await at.shows(hint, f"qurban {line}")
            await at.press("enter")  # cannot be kept, so the line stays open
            await at.shows(hint, f"qurban {line}")
            await at.press(*["backspace"] * len(line))
            assert len(at.keys) == 14
        await at.press("enter")
        assert at.docket.has_focus


async def test_esc_goes_back_to_the_filter_before(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("down", "down", "down")
        await at.narrow("section:I")
        before, key = at.keys, at.key
        await at.press("/")
        await at.type("zzz")
        assert at.keys == []
        await at.shows("No measure is left by this filter:", "Esc forgets what was typed.")
        await at.press("escape")
        assert (at.keys, at.key) == (before, key)
        assert at.docket.has_focus
        await at.shows("Measures in section I", "8 of 37 · x shows all")


async def test_the_line_begins_with_the_filter_and_can_be_opened_once(file: Path) -> None:
    async with sitting(file) as at:
        await at.narrow('"insan alveri" due:2008,2009')
        await at.press("/")
        entry = at.main.query_one(PlainInput)
        assert entry.value == 'due:2008 due:2009 "insan alveri" '
        await at.type("x")
        await at.press("f3")
        assert len(at.main.query(SearchLine)) == 1
        assert entry.value.endswith(" x")
        await at.press("escape")
        assert len(at.keys) > 0


async def test_letters_that_are_commands_are_letters_in_the_line(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("/")
        await at.type("dnhxusoq?/ ")
        assert at.main.query_one(PlainInput).value == "dnhxusoq?/ "
        assert isinstance(at.screen, MainScreen)


@pytest.mark.parametrize("way", ["tab", "click", "down"])
async def test_going_elsewhere_closes_the_line_and_keeps_it(file: Path, way: str) -> None:
    async with sitting(file, NARROW) as at:
        await at.press("/")
        await at.type("qurban")
        if way == "click":
            await at.pilot.click("#docket", offset=(20, 2))
            await at.settled()
        else:
            await at.press(way)
        await at.until(lambda: search(at.main) is None)
        assert len(at.keys) == 14
        await at.shows("Measures with “qurban”")


async def test_a_phrase_and_a_word_with_a_colon_are_quoted(file: Path) -> None:
    async with sitting(file) as at:
        await at.narrow("qarşı alverinə")
        assert at.keys
        await at.narrow('"qarşı alverinə"')
        assert at.keys == []
        await at.narrow('"a:b"')
        await at.shows("Measures with “a:b”.")
