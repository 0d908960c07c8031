"""The agenda: what falls due, why, and recording what settles it."""

from datetime import date
from pathlib import Path

import pytest
from sitting import NARROW, ON, PROGRAMME, WIDE, YES, Sitting, ledger, sitting

from store.register import Register
from store.values import View
from tui.dashboard.screens.agenda import AgendaScreen
from tui.dashboard.screens.duty import FulfilmentScreen, NotificationScreen
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.officer import OfficerScreen
from tui.dashboard.screens.retraction import RetractionScreen
from tui.dashboard.sheet import sheet_content
from tui.dashboard.widgets.agenda import AgendaList


def current(at: Sitting) -> tuple[str, int | None, str]:
    found = at.screen.query_one(AgendaList).current
    assert found
    return found.measure, found.year, found.reading


async def go_to(at: Sitting, measure: str, year: int | None = None) -> None:
    """Move to the first line of a measure, or that of a year."""
    await at.press("home")
    for _ in range(60):
        if current(at)[0] == measure and year in (None, current(at)[1]):
            return
        await at.press("down")
    raise AssertionError((measure, year))


@pytest.mark.parametrize("key", ["g", "п"])
async def test_what_presses_comes_first(file: Path, key: str) -> None:
    async with sitting(file) as at:
        await at.press(key)
        assert isinstance(at.screen, AgendaScreen)
        await at.shows("Agenda of AZ on 2008-06-02: everything; 5 overdue", "Overdue: 5")
        assert current(at) == ("6.1", None, "adoption")
        await at.shows(
            "“Proqramın qəbul olunduğu vaxtdan 3 ay ərzində”",
            "within 3 months, counted from the adoption of the programme, 2006-11-28",
            "▸ From adoption: 2006-11-28 to 2007-02-28, overdue",
            "From entry into force: no dates yet",
            "It is past, and nothing is recorded.",
        )
        await at.press("escape")
        assert isinstance(at.screen, MainScreen)


async def test_a_period_is_drawn_as_one(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("g")
        await go_to(at, "1.1")
        await at.shows("━━━━━┿━━━━━━━━━━····", "2007–2010", "’07 ’08 ’09 ’10 ’11")


@pytest.mark.parametrize("size", [(60, 20), NARROW, WIDE])
async def test_no_line_is_wider_than_the_window(file: Path, size: tuple[int, int]) -> None:
    async with sitting(file, size) as at:
        await at.press("g", "end")
        await at.shows("No dates yet: 1", "▸ From entry into force: no dates yet")
        assert {len(line) for line in at.lines} == {size[0]}
        await at.press("tab", "end")
        await at.shows("formalarını müəyyən etmək")


async def test_enter_goes_to_the_measure(file: Path) -> None:
    async with sitting(file) as at:
        await at.narrow("section:I")
        await at.press("g")
        await go_to(at, "6.3-1", 2008)
        await at.press("enter")
        assert isinstance(at.screen, MainScreen)
        assert at.key == "6.3-1"


async def test_narrowing_goes_round(file: Path) -> None:
    async with sitting(file, on=date(2008, 10, 20)) as at:
        await at.press("g", "v")
        await at.shows(" on 2008-10-20: 5 overdue")
        assert at.screen.query_one(AgendaList).line_count == 1 + 5
        await at.press("м")
        await at.shows("the next 90 days", "Running:")
        await at.press("v")
        await at.shows(": everything;")
    async with sitting(file, on=date(2006, 11, 28)) as at:
        await at.press("g", "v")
        await at.shows("Nothing of that kind falls due.")
        await at.press("f", "enter", "u")
        await at.press("v", "v", "down", "enter")
        assert isinstance(at.screen, MainScreen)
        assert at.key == "1.2"


async def test_the_deposit_of_a_notification(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("g", "n")
        assert isinstance(at.screen, NotificationScreen)
        await at.shows("AZ deposited its notification", "depozitariyə müvafiq bildiriş")
        await at.fill("decided_on", "2008-13-01")
        await at.press("f2")
        assert isinstance(at.screen, NotificationScreen)
        assert "of the calendar" in at.problem("decided_on")
        assert at.problem("reference").startswith("say what shows it")
        await at.fill("decided_on", "2008-05-31")
        await at.press("enter")
        await at.type("nota 5")
        await at.press("enter")
        assert isinstance(at.screen, AgendaScreen)
        await at.shows("Recorded: AZ: notification deposited, on 2008-05-31")
        assert current(at) == ("6.1", None, "entry-into-force")
        await at.press("up", "down")
        await at.shows(": everything; 4 overdue")
        await at.shows("2008-05-31 to 2008-08-31, running", "nota 5", "paragraph 2 of the Decision")
        await at.press("n")
        await at.shows("AZ deposited its notification on 2008-05-31")
        await at.press("u")
        assert isinstance(at.screen, RetractionScreen)
        await at.type("səhv")
        await at.press("enter")
        await at.press("down", "up")
        await at.shows(": everything; 5 overdue")
    assert [entry.kind for entry in ledger(file)] == ["notification", "retraction"]


async def test_what_was_recorded_here_is_taken_back_in_the_docket_too(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("g", "n")
        await at.fill("decided_on", "2008-05-31")
        await at.fill("reference", "nota 5")
        await at.press("f2", "escape", "u")
        await at.shows("Take back an entry", "notification deposited")
        await at.type("səhv")
        await at.press("enter")
        assert at.said == f"Taken back: {ledger(file)[0].id}"


async def test_a_yearly_duty_is_fulfilled_on_its_line(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("g")
        await go_to(at, "6.2", 2007)
        await at.press("а")
        assert isinstance(at.screen, FulfilmentScreen)
        await at.shows("AZ fulfilled 6.2 for 2007")
        await at.fill("decided_on", "2008-01-15")
        await at.fill("reference", "protokol 7")
        await at.press("f2")
        assert isinstance(at.screen, AgendaScreen)
        assert current(at)[:2] == ("6.2", 2007)
        await at.shows("Recorded: AZ: fulfilled for 2007, on 2008-01-15", "protokol 7")
        await at.press("f")
        await at.shows("It is recorded already")
        await at.press("escape", "u")
        await at.shows("Take back an entry", "fulfilled for 2007")
    (entry,) = ledger(file)
    assert (entry.measure, entry.year, entry.details["reference"]) == ("6.2", 2007, "protokol 7")


@pytest.mark.parametrize(
    ("measure", "why"),
    [("1.2", "is work over a period"), ("6.3-1", "releasing the year's information")],
)
async def test_what_is_not_fulfilled_so_says_why(file: Path, measure: str, why: str) -> None:
    async with sitting(file) as at:
        await at.press("g")
        await go_to(at, measure)
        await at.press("f")
        assert isinstance(at.screen, AgendaScreen)
        await at.shows(why)
        await at.press("u")
        await at.shows("Nothing is recorded on this line")


async def test_a_state_that_did_not_sign(file: Path) -> None:
    async with sitting(file, state="GE") as at:
        await at.press("g")
        await at.shows("Agenda of GE on 2008-06-02: everything; 0 overdue")
        await at.press("n")
        await at.shows("GE: there is no notification to deposit")
        await go_to(at, "6.2")
        await at.press("f")
        await at.shows("GE is not bound by 6.2")


async def test_who_nobody_knows_is_asked_first(new: Path) -> None:
    async with sitting(new) as at:
        await at.press("escape", "g")
        await at.shows("Agenda, without a state, on 2008-06-02")
        await at.press("n")
        assert isinstance(at.screen, OfficerScreen)
        await at.press("enter", *"Leyla", "enter")
        assert isinstance(at.screen, NotificationScreen)


async def test_leaving_what_was_typed_is_asked_about(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("g", "n")
        await at.fill("reference", "nota")
        await at.press("escape")
        await at.shows("Leave without recording?")
        await at.press(*YES, "escape")
        assert isinstance(at.screen, MainScreen)
    assert ledger(file) == ()


def test_the_sheet_shows_both_readings(register: Register) -> None:
    view = View(PROGRAMME, "AZ", ON)
    sheet = sheet_content(register.programme(), view, register.sheet(view, "6.1")).plain
    assert "From adoption: 2006-11-28 to 2007-02-28, overdue" in sheet
    assert "From entry into force: no dates yet" in sheet
    assert "paragraph 2 of the Decision" in sheet
