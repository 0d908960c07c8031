"""Keys that arrive at once, as over a slow line, all go where they belong."""

from pathlib import Path

from sitting import ledger, sitting

from tui.dashboard.screens.main import MainScreen
from tui.dashboard.widgets.plain_input import PlainInput


async def test_a_search_typed_in_one_go(file: Path) -> None:
    async with sitting(file) as at:
        await at.press(*"/insan", "enter", *"/", "ctrl+u", *"qurban")
        assert at.main.query_one(PlainInput).value == "qurban"
        assert len(at.keys) == 14


async def test_a_decision_typed_in_one_go(file: Path) -> None:
    async with sitting(file) as at:
        await at.press(
            *"/2.4", "enter", "enter", "d", "down", "enter", *"2008-05-06", "enter",
            *"Nazirlər", "down", "down", *"bənd c", "f2", "x", "home", "d", "enter", "f2", "u",
            *"səhv", "enter", "h",
        )  # fmt: skip
        await at.shows("took back testhere-2: səhv")
    entries = ledger(file)
    assert [(entry.key, entry.authority, entry.reservation) for entry in entries] == [
        ("2.4", "Nazirlər", "bənd c"),
        ("1.1", None, None),
        ("1.1", None, None),
    ]


async def test_the_first_run_typed_before_the_first_picture(new: Path) -> None:
    async with sitting(new) as at:
        await at.press("down", "enter", *"Leyla Q", "enter", "n", "n", "s", "down", "enter")
        assert isinstance(at.screen, MainScreen)
        assert at.desk.officer.name == "Leyla Q"
        assert at.heading.startswith("BY")


async def test_a_record_key_right_after_the_last_letter_records_that_letter(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "enter", "tab", *"A", "f2")
    assert [entry.authority for entry in ledger(file)] == ["A"]
