"""The cursor stays where the officer put it."""

from pathlib import Path

import pytest
from sitting import NARROW, WIDE, YES, Sitting, recorded, sitting

from store.register import Register
from tui.dashboard.widgets.docket import Row

LEAST = (60, 20)


async def go_to(at: Sitting, key: str) -> None:
    rows = enumerate(at.docket._lines)
    at.docket.move_to(next(i for i, row in rows if isinstance(row, Row) and row.key == key))
    await at.settled()
    assert at.key == key


async def test_filters_that_hide_a_measure_give_it_back(file: Path) -> None:
    async with sitting(file) as at:
        await go_to(at, "2.4.b")
        await at.narrow("section:II")
        assert at.key == "2.4.b"
        await at.narrow("section:I")
        assert at.key == "1.8"  # the last one before it
        await at.narrow("section:III")
        assert at.key == "3.1"  # the first one after it
        await at.narrow("section:V executor:paa")
        assert at.key is None
        await at.press("x")
        assert at.key == "2.4.b"


async def test_what_was_moved_to_under_a_filter_holds_after_it(file: Path) -> None:
    async with sitting(file) as at:
        await go_to(at, "1.3")
        await at.narrow("section:VI")
        await at.press("down")
        assert at.key == "6.2"
        await at.press("x")
        assert at.key == "6.2"


DIALOGS = (
    ("d", "escape"),
    ("d", "enter", "f2"),
    ("d", "enter", "f2", "u", "x", "enter"),
    ("h", "escape"),
    ("h", "h", "down", "escape"),
    ("s", "down", "enter"),
    ("s", "escape"),
    ("o", "escape"),
    ("o", "tab", "x", "f2"),
    ("?", "pagedown", "escape"),
    ("enter", "escape"),
    ("enter", "d", "escape"),
    ("enter", "h", "escape"),
    ("/", "q", "escape"),
    ("/", "enter"),
    ("left", "right"),
    ("tab", "escape"),
)


async def test_after_every_dialog(file: Path) -> None:
    async with sitting(file) as at:
        await go_to(at, "2.1.a")
        for keys in DIALOGS:
            await at.press(*keys)
            await at.until(lambda: at.screen is at.main)
            assert at.key == "2.1.a", keys
            assert at.docket.has_focus, keys
            await at.press("down", "up")
            assert at.key == "2.1.a", keys


async def test_the_palette(file: Path) -> None:
    async with sitting(file) as at:
        await go_to(at, "1.4")
        await at.press("ctrl+p")
        await at.until(lambda: at.screen is not at.main)
        await at.press("escape")
        await at.until(lambda: at.screen is at.main)
        assert at.key == "1.4"


async def test_sizes_do_not_matter(file: Path) -> None:
    async with sitting(file) as at:
        await go_to(at, "3.4")
        for size in (LEAST, WIDE, NARROW, (100, 24), (99, 24), (200, 60), (40, 10), NARROW):
            await at.resize(size)
            await at.until(lambda: at.screen is at.main or size == (40, 10))  # noqa: B023
            assert at.key == "3.4"
            if size != (40, 10):
                await at.until(lambda: any("3.4 " in line for line in at.lines))
                assert at.docket.has_focus


async def test_leaving_the_wide_layout_from_its_pane(file: Path) -> None:
    async with sitting(file, WIDE) as at:
        await go_to(at, "2.4")
        await at.press("enter")
        assert at.main.focused is at.main.query_one("#sheet-pane")
        await at.resize(NARROW)
        await at.until(lambda: at.docket.has_focus)
        await at.press("down")
        assert at.key == "2.4.a"


@pytest.mark.parametrize(("before", "after"), [(NARROW, WIDE), (WIDE, NARROW)])
async def test_crossing_the_breakpoint_in_the_middle_of_a_dialog(
    file: Path, before: tuple[int, int], after: tuple[int, int]
) -> None:
    async with sitting(file, before) as at:
        await go_to(at, "2.4")
        await at.press("d", "down", "enter", "tab", *"Nazirlər")
        await at.resize(after)
        assert at.value("authority") == "Nazirlər"
        await at.press("enter", *"12")
        await at.shows("Nazirlər", "12", "(•) participates in part")
        await at.press("escape", *YES)
        assert at.key == "2.4"
        assert at.main.has_class("-wide") is (after == WIDE)
        await at.until(lambda: any("2.4 " in line for line in at.lines))
        await at.shows("d Decide", "2.4  İnsan" if after == NARROW else "Section II")


async def test_what_another_state_decided_keeps_it_too(register: Register, file: Path) -> None:
    recorded(register, "1.1", state="KZ", source="nota")
    async with sitting(file) as at:
        await go_to(at, "6.3-1")
        await at.press("s", "down", "down", "down", "down", "enter")
        assert at.key == "6.3-1"


async def test_headings_are_passed_over_and_the_first_comes_into_view(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("end")
        assert at.key == "6.3-2"
        await at.press("home")
        assert at.key == "1.1"
        await at.shows("I  Təşkilati-hüquqi tədbirlər")
        await at.press("pagedown", "pagedown", "pageup", "pageup", "pageup")
        assert at.key == "1.1"
        keys = []
        for _ in range(54):
            keys.append(at.key)
            await at.press("down")
        assert len(set(keys)) == 54
        assert at.key == "6.3-2"
        assert None not in keys
