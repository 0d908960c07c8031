"""Looking at another day, in both clocks, and being told so for as long as one does."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sitting import NARROW, NOW, ON, Sitting, app_on, ledger, recorded, sitting

from store.register import Register
from tui.dashboard.commands import COMMANDS
from tui.dashboard.screens.days import DaysScreen
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.heading import Heading

EARLY, LATE = datetime(2008, 3, 5, 9, tzinfo=UTC), datetime(2008, 5, 20, 9, tzinfo=UTC)


def day_line(at: Sitting) -> str:
    line = at.main.query_one(DayLine)
    return line.said if line.display else ""


async def look(at: Sitting, on: str = "", known_on: str = "") -> None:
    await at.press("a")
    await at.fill("on", on)
    await at.fill("known_on", known_on)
    await at.press("f2")


# -- the dialog ------------------------------------------------------------------------------------


async def test_another_day_is_set_seen_and_left_again(register: Register, file: Path) -> None:
    recorded(register, "1.1", on="2008-03-04", at=EARLY)
    async with sitting(file) as at:
        assert day_line(at) == ""
        await at.press("a", *"2008-03-03", "enter", "enter")
        assert at.heading == "AZ  on 2008-03-03  0 of 37 decided"
        await at.shows("AS ON 2008-03-03: not today's view", "b: back to today")
        assert at.position("1.1") == ("undetermined", "signature")
        await at.press("b")
        assert day_line(at) == ""
        assert at.heading == f"AZ  on {ON}  1 of 37 decided"


async def test_what_was_known_on_a_day(register: Register, file: Path) -> None:
    recorded(register, "1.1", on="2008-03-04", at=LATE)
    async with sitting(file) as at:
        await look(at, known_on="2008-05-19")
        assert at.position("1.1") == ("undetermined", "signature")
        assert day_line(at) == "AS KNOWN ON 2008-05-19"
        await look(at, "2008-03-04", "2008-05-20")
        assert at.position("1.1") == ("participates", "decision")
        assert day_line(at) == "AS ON 2008-03-04, AS KNOWN ON 2008-05-20"
        await at.press("a")
        assert (at.value("on"), at.value("known_on")) == ("2008-03-04", "2008-05-20")
        await at.press("f4")
        assert at.screen is at.main
        assert day_line(at) == ""


async def test_days_that_are_none_are_told_at_their_fields(file: Path) -> None:
    async with sitting(file) as at:
        await look(at, "2008-02-30", "May")
        assert isinstance(at.screen, DaysScreen)
        assert "is not a day of the calendar" in at.problem("on")
        assert "write YYYY-MM-DD" in at.problem("known_on")
        await at.press("escape")
        assert day_line(at) == ""


async def test_todays_date_is_today_itself(file: Path) -> None:
    async with sitting(file) as at:
        await look(at, str(ON))
        assert day_line(at) == ""
        await at.press("b")
        assert "This is today's view" in at.said


async def test_a_dashboard_that_is_opened_on_another_day(file: Path) -> None:
    async with sitting(file, on=date(2009, 1, 1)) as at:
        assert day_line(at) == "AS ON 2009-01-01"


async def test_today_is_the_day_that_it_has_become(register: Register) -> None:
    app = app_on(register, on=None)
    async with app.run_test(size=NARROW) as pilot:
        at = Sitting(app, pilot)
        at.desk._now = lambda: datetime(2008, 6, 3, 0, 5, tzinfo=UTC)
        await at.press("x")
        assert at.heading.startswith("AZ  on 2008-06-03")
        assert day_line(at) == ""


# -- recording meanwhile ---------------------------------------------------------------------------


async def decide(at: Sitting, day: str) -> None:
    await at.press("d", "enter")
    assert at.value("decided_on") == str(NOW.date())
    await at.fill("decided_on", day)
    await at.press("f2")


@pytest.mark.parametrize(
    ("on", "known_on", "said"),
    [
        ("2008-03-03", "", "Recorded, but from 2008-03-04, after the day in view"),
        ("", "2008-05-01", "Recorded, but not in view, which is as known on 2008-05-01"),
        ("2008-03-04", "", "Recorded: AZ participates, 1.1"),
    ],
)
async def test_what_the_view_does_not_show_is_said(
    file: Path, on: str, known_on: str, said: str
) -> None:
    async with sitting(file) as at:
        await look(at, on, known_on)
        await decide(at, "2008-03-04")
        assert at.said == f"{said} (u takes it back)"
        await at.shows(at.said)
        await at.press("b")
        assert at.said == ""
        assert at.position("1.1") == ("participates", "decision")
    (entry,) = ledger(file)
    assert entry.recorded_at.startswith("2008-06-02")


async def test_a_decision_dated_before_the_one_that_holds(register: Register, file: Path) -> None:
    recorded(register, "1.1", on="2008-05-04", position="does-not-participate")
    async with sitting(file) as at:
        await decide(at, "2008-03-04")
        await at.shows(
            "Recorded, but 1.1 stays: its decision of 2008-05-04 holds (u takes it back)"
        )
        await at.press("space", "down", "space")
        await decide(at, "2008-03-05")
        assert at.said == "Recorded, but 1 of 2 stay: later decisions hold (u takes them back)"


async def test_taking_back_what_the_view_still_shows(file: Path) -> None:
    async with sitting(file) as at:
        await decide(at, "2008-03-04")
        await look(at, known_on="2008-06-01")
        await at.press("u", *"why", "enter")
        assert at.said == "Taken back: 1.1; this view does not know of it yet"


async def test_every_screen_says_that_it_is_not_todays_view(file: Path) -> None:
    async with sitting(file) as at:
        await look(at, "2008-03-04")
        others = [command.keys.partition(",")[0] for command in COMMANDS if command.opens]
        for key in ("enter", "h", "d", *others):
            await at.press(key)
            assert at.screen is not at.main
            await at.shows("AS ON 2008-03-04: not today's view")
            await at.press("escape")
            await at.until(lambda: at.screen is at.main)


# -- the heading -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "width", "said"),
    [
        (date(2026, 11, 23), 80, "on 2026-11-23, after 2007-2010  0 of 37 decided "),
        (date(2026, 11, 23), 120, "on 2026-11-23, after the programme's years 2007-2010  0 of"),
        (date(2006, 12, 31), 80, "on 2006-12-31, before 2007-2010  0 of 37 decided "),
        (date(2007, 1, 1), 80, " CIS: human trafficking, 2007-2010 "),
        (date(2010, 12, 31), 120, " CIS: human trafficking, 2007-2010 "),
    ],
)
async def test_outside_the_programmes_years_the_heading_says_so(
    register: Register, on: date, width: int, said: str
) -> None:
    app = app_on(register, on=on, now=datetime(on.year, on.month, on.day, tzinfo=UTC))
    async with app.run_test(size=(width, 24)) as pilot:
        at = Sitting(app, pilot)
        await at.shows(said, "CIS: human trafficking")
        assert day_line(at) == ""


async def test_what_is_marked_takes_the_words_before_the_name(register: Register) -> None:
    app = app_on(register, on=date(2026, 11, 23))
    async with app.run_test(size=(80, 24)) as pilot:
        at = Sitting(app, pilot)
        await at.shows("after 2007-2010  0 of 37 decided ")
        await at.press("space")
        await at.shows("trafficking, 2007-2010", "  AZ  2026-11-23  0 of 37 decided  1 marked ")


@pytest.mark.parametrize("width", [60, 70, 80, 100, 200])
async def test_the_heading_is_never_wider_than_the_screen(register: Register, width: int) -> None:
    app = app_on(register, on=date(2026, 11, 23))
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        strip = app._main.query_one(Heading).render_line(0)
        assert strip.cell_length == width
        assert "0 of 37 decided" in strip.text
        assert "2007-2010" in strip.text
