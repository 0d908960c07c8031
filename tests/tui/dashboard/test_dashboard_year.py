"""The yearly cycle on the screen: drafted, checked, released, corrected; by keyboard alone."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sitting import HOSTILE, NO, PROGRAMME, WIDE, YES, Sitting, ledger, recorded, sitting

from store.register import Register
from store.values import View
from tui.dashboard.screens.checks import ChecksScreen
from tui.dashboard.screens.decision import DecisionScreen
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.progress import ProgressScreen
from tui.dashboard.screens.release import ReleaseScreen
from tui.dashboard.screens.releases import ReleaseReading, ReleasesScreen
from tui.dashboard.screens.year import YearScreen
from tui.dashboard.widgets.year_lines import YearList

AT = datetime(2008, 5, 30, 8, 15, tzinfo=UTC)


def reported(register: Register, *keys: str, status: str = "in-progress", year: int = 2007) -> None:
    view = View(PROGRAMME, "AZ", AT.date())
    register.returns.say(view, year, keys, status=status, text="Bölmə yaradıldı", at=AT)


def line(at: Sitting) -> str:
    """The line under the cursor of a year."""
    listing = at.screen.query_one(YearList)
    return "".join(cell.fitted() for cell in listing.cells(listing.cursor, 79))


async def test_the_year_opens_on_the_measure_one_came_from(file: Path) -> None:
    async with sitting(file, on=date(2008, 2, 28)) as at:
        await at.press("down", "down", "y")
        assert isinstance(at.screen, YearScreen)
        await at.shows("AZ  Information for 2007  on 2008-02-28  0 of 37 said")
        assert line(at).startswith(" 1.2 ")
        await at.press("down", "escape")
        assert isinstance(at.screen, MainScreen)
        assert at.key == "1.3"


async def test_after_the_month_of_the_information_it_is_this_year(file: Path) -> None:
    async with sitting(file, on=date(2008, 3, 1)) as at:
        await at.press("н")
        await at.shows("Information for 2008")
        await at.press("left")
        await at.shows("Information for 2007")
        await at.press("left")
        await at.shows("2006 is not a year of the programme", "Information for 2007")


async def test_a_line_is_reported_in_a_dialog(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("y", "enter")
        assert isinstance(at.screen, ProgressScreen)
        await at.shows("AZ reports for 2008 on 1.1")
        await at.press("f2")
        await at.shows("choose one of not-started, in-progress")
        await at.press("down", "enter")
        await at.type("Sazişə baxılır")
        await at.press("f2")
        assert isinstance(at.screen, YearScreen)
        await at.shows("Recorded for 2008: 1.1", "1 of 37 said")
        assert "in progress   + Sazişə baxılır" in line(at)
    (entry,) = ledger(file)
    assert (entry.kind, entry.year, str(entry.decided_on)) == ("progress", 2008, "2008-06-02")


async def test_the_next_year_opens_from_the_last_and_can_be_confirmed(
    register: Register, file: Path
) -> None:
    reported(register, "1.1", "1.2")
    async with sitting(file) as at:
        await at.press("y")
        await at.shows(
            "(in progress) = Bölmə yaradıldı", "2008: nothing is said yet; it opens from"
        )
        await at.press("space", "space")
        await at.shows("2 marked")
        await at.press("=")
        await at.shows("Recorded for 2008: 1.1, 1.2", "2 of 37 said")
        await at.press("=")
        await at.shows("Nothing here repeats an earlier year")
    assert len(ledger(file)) == 4


async def test_several_are_reported_at_once_and_keep_what_is_not_touched(
    register: Register, file: Path
) -> None:
    reported(register, "1.1")
    reported(register, "1.2", status="not-started")
    async with sitting(file) as at:
        await at.press("y", "space", "space", "enter")
        await at.shows("AZ reports for 2008 on 2 measures", "1.1, 1.2")
        await at.press("down", "down", "f2")
        await at.shows("2 of 37 said")
    assert [dict(entry.details) for entry in ledger(file)[2:]] == 2 * [
        {"status": "done", "text": "Bölmə yaradıldı"}
    ]


async def test_the_measures_are_read_in_another_language(file: Path) -> None:
    async with sitting(file, WIDE) as at:
        await at.press("y", "l")
        await at.shows("To consider, in order to widen", "unofficial")
        await at.press("enter")
        await at.shows("AZ reports for 2008 on 1.1", "To consider, in order to widen")
        await at.press("escape", "д", "д")
        await at.shows("İnsan alverinə qarşı mübarizə sahəsində")
        assert "unofficial" not in at.text


async def test_what_was_said_is_taken_back(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("y", "u")
        await at.shows("Nothing is said here for the year itself")
        await at.press("enter", "down", "f2", "u")
        await at.shows("AZ reports for 2008: in progress")
        await at.type("səhv")
        await at.press("enter")
        await at.shows("Taken back: testhere-1", "0 of 37 said")
    assert [entry.kind for entry in ledger(file)] == ["progress", "retraction"]


async def test_nothing_typed_is_lost_without_a_question(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("y", "enter", "down", "escape")
        await at.shows("Leave without recording?")
        await at.press(*NO, "escape", *YES)
        assert isinstance(at.screen, YearScreen)
    assert ledger(file) == ()


async def test_a_wrong_day_is_said_at_its_field(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("y", "enter", "down")
        await at.fill("on", "2008-13-01")
        await at.press("f2")
        assert "is not a date" in at.problem("on")
        await at.fill("on", "2008-06-03")
        await at.press("f2")
        assert "has not come yet" in at.problem("on")


async def test_a_year_is_refused_fixed_released_and_corrected(file: Path) -> None:
    async with sitting(file, on=date(2008, 6, 2)) as at:
        await at.press("y", "left", "enter", "down", "f2", "r")
        assert isinstance(at.screen, ChecksScreen)
        await at.shows("1 block,", "✗ blocks 1.1    work is reported for 2007")
        await at.press("enter")
        assert isinstance(at.screen, DecisionScreen)
        assert at.value("decided_on") == "2008-06-02"
        await at.press("space", "f2")
        assert isinstance(at.screen, ChecksScreen)
        await at.shows("AZ participates, but no responsible body is named")
        await at.press("enter", "escape")
        assert isinstance(at.screen, ChecksScreen)  # nothing was typed: nothing is asked
        await at.press("enter")
        await at.fill("responsible", "Xarici İşlər Nazirliyi")
        await at.press("f2")
        await at.shows("0 block,")
        await at.press("escape", "r")
        assert isinstance(at.screen, ReleaseScreen)
        await at.shows("Release AZ's information for 2007", "1 of 37 measures are said")
        await at.press("f2")
        assert at.problem("number") == "say the number of the document"
        await at.type("14")
        await at.press("f2")
        assert isinstance(at.screen, YearScreen)
        await at.shows("Released: the information for 2007, No 14 of 2008-06-02")
        await at.press("enter", "down", "f2", "r")
        await at.shows("Correct AZ's information for 2007", "In place of No 14 of 2008-06-02")
        await at.type("20")
        await at.press("f2")
        assert at.problem("reason").startswith("say what is corrected")
        await at.type("iş başa çatıb")
        await at.press("f2")
        await at.shows("No 20 of 2008-06-02")
        await at.press("s")
        assert isinstance(at.screen, ReleasesScreen)
        await at.shows("Released up to 2008-06-02: 2", "No 20", "No 14", "corrected")
        await at.press("down", "enter")
        assert isinstance(at.screen, ReleaseReading)
        await at.shows("Information of Azərbaycan Respublikası for 2007", "No 14 of 2008-06-02")
        await at.press("escape", "escape", "escape")
        assert isinstance(at.screen, MainScreen)
        assert at.position("1.1") == ("participates", "decision")
        await at.press("h", "h", "home")
        await at.shows("6.3-1  released  ", "2007, No 20", "1.1    2007 done", "2007 in progress")
        await at.press("u")
        await at.shows("What was released stays; a correction supersedes it")
    kinds = [entry.kind for entry in ledger(file)]
    assert kinds == ["progress", "decision", "decision", "return", "progress", "return"]


async def test_the_register_is_checked_from_the_docket(register: Register, file: Path) -> None:
    recorded(register, "2.4", position="does-not-participate")
    reported(register, "2.4", year=2008)
    async with sitting(file) as at:
        await at.press("л")
        assert isinstance(at.screen, ChecksScreen)
        await at.shows("AZ  Register  on 2008-06-02  1 block,", "istirak return set 2.4")
        await at.press("enter")
        assert isinstance(at.screen, ProgressScreen)
        await at.shows("(•) not planned")
        await at.press("f2")
        await at.shows("0 block,")
        await at.press("down", "g")
        assert isinstance(at.screen, MainScreen)
        assert at.key == "1.2"


async def test_nothing_to_release_leads_back_to_the_year(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("y", "r")
        await at.shows("nothing is said of any measure for 2008")
        await at.press("enter")
        assert isinstance(at.screen, YearScreen)


async def test_only_the_state_itself_releases(file: Path) -> None:
    async with sitting(file, state="RU") as at:
        await at.press("y", "enter", "down", "down", "down", "down", "f2")
        await at.shows("Recorded for 2008: 1.1")
        await at.press("r")
        await at.shows("Only an officer of RU releases its information")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_screens_fit(register: Register, file: Path, size: tuple[int, int]) -> None:
    reported(register, "1.1", "1.2")
    async with sitting(file, size) as at:
        await at.press("y")
        await at.shows("Enter Report", "Esc Back")
        assert all(len(each) <= size[0] for each in at.lines)
        await at.press("k")
        await at.shows("Esc Back")


async def test_hostile_text_is_shown_and_not_sent(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("y", "enter", "down")
        await at.fill("text", HOSTILE)
        await at.press("f2")
        await at.shows("[/x] [red] \\ ␛[2J␇")
        assert "\x1b" not in at.text
        assert "\u202e" not in at.text
