"""What moved between two days, on a screen."""

from datetime import UTC, datetime
from pathlib import Path

from sitting import ON, PROGRAMME, Sitting, recorded, sitting
from textual.widgets import Static

from store.drafts import TreatyDraft
from store.register import Register
from tui.dashboard.screens.changes import ChangesScreen
from tui.dashboard.widgets.changes import ChangeList
from tui.dashboard.widgets.day_line import DayLine

MARCH, APRIL, MAY = (datetime(2008, month, 9, 9, tzinfo=UTC) for month in (3, 4, 5))


def title(at: Sitting) -> str:
    return str(at.screen.query_one("#about", Static).render())


def listed(at: Sitting) -> list[str]:
    return [change.key for change in at.screen.query_one(ChangeList)._changes]


def worked(register: Register) -> None:
    recorded(register, "1.1", "2.4", on="2008-03-04", at=MARCH)
    recorded(register, "V", on="2008-02-01", at=APRIL)
    recorded(register, "2.4.ç", on="2008-05-06", at=MAY, position="does-not-participate")
    recorded(register, "1.3", on="2008-04-01", at=MAY)
    register.retract(["testhere-3"], "səhv", MAY)


async def test_it_opens_on_what_moved_last_and_goes_from_day_to_day(
    register: Register, file: Path
) -> None:
    worked(register)
    async with sitting(file) as at:
        await at.press("c")
        assert title(at) == "What moved for AZ from 2008-05-05 to 2008-05-06: 1"
        assert listed(at) == ["2.4.ç"]
        await at.shows("● participates → ✗ does not", "before: ● participates", "2008-05-06  2.4.ç")
        await at.press("p")
        assert listed(at) == ["1.3"]
        await at.press("з")
        assert (title(at)[23:47], listed(at)) == ("2008-03-03 to 2008-03-04", ["1.1", "2.4"])
        await at.press("p")
        assert "Nothing moved before these days" in title(at)
        assert listed(at) == ["1.1", "2.4"]
        await at.press("n", "т")
        assert listed(at) == ["2.4.ç"]
        await at.press("n")
        assert "Nothing moved after these days" in title(at)


async def test_what_was_learned_and_what_was_taken_back(register: Register, file: Path) -> None:
    worked(register)
    async with sitting(file) as at:
        await at.press("c", "с")
        assert title(at) == "What was learned of AZ from 2008-05-08 to 2008-05-09, UTC: 3"
        assert listed(at) == ["1.3", "2.4.ç", "V"]
        await at.press("end")
        await at.shows("● participates → ? undetermined", "took back testhere-3: səhv")
        await at.press("p")
        assert listed(at) == ["V"]
        await at.press("tab")
        assert title(at) == "What moved for AZ from 2008-05-05 to 2008-05-06: 1"


async def test_any_two_days(register: Register, file: Path) -> None:
    worked(register)
    async with sitting(file) as at:
        await at.press("c", "a")
        await at.fill("from", "2008-05-07")
        await at.fill("to", "2008-05-06")
        await at.press("f2")
        assert "2008-05-07 is after 2008-05-06" in at.problem("to")
        await at.fill("from", "")
        await at.press("f2")
        assert at.problem("from") == "say from which day"
        await at.fill("from", "2007-12-31")
        await at.fill("to", "")
        await at.press("f2")
        assert title(at) == f"What moved for AZ from 2007-12-31 to {ON}: 4"
        assert listed(at) == ["1.1", "1.3", "2.4", "2.4.ç"]


async def test_from_a_change_to_its_measure(register: Register, file: Path) -> None:
    worked(register)
    async with sitting(file) as at:
        await at.press("c", "enter")
        assert at.screen is at.main
        assert at.key == "2.4.ç"


async def test_where_nothing_was_recorded(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("c")
        assert title(at) == f"What moved for AZ from 2006-11-28 to {ON}: 0"
        await at.shows("Nothing moved between these days.")
        await at.press("c", "n", "p", "enter", "escape")
        assert at.screen is at.main


async def test_what_another_program_records_meanwhile_can_be_gone_to(
    register: Register, file: Path
) -> None:
    async with sitting(file) as at:
        await at.press("c")
        recorded(register, "1.1", on="2008-03-04")
        assert isinstance(at.screen, ChangesScreen)
        await at.shows("? undetermined → ● participates")


async def test_the_key_of_a_treaty_is_not_cut(register: Register, file: Path) -> None:
    done = TreatyDraft("accession", "2008-03-04", "Nota 1")
    register.treaties.record(PROGRAMME, "AZ", "slavery-1926", done, MARCH)
    async with sitting(file) as at:
        await at.press("c")
        await at.shows(" slavery-1926 nothing → accession")


async def test_in_another_days_view_it_goes_no_further(register: Register, file: Path) -> None:
    worked(register)
    async with sitting(file) as at:
        await at.press("a")
        await at.fill("on", "2008-04-30")
        await at.press("f2", "c")
        assert listed(at) == ["1.3"]
        assert at.screen.query_one(DayLine).said == "AS ON 2008-04-30"
        await at.shows("AS ON 2008-04-30: not today's view")


async def test_its_keys_fit_the_smallest_window(register: Register, file: Path) -> None:
    worked(register)
    async with sitting(file, (60, 20)) as at:
        await at.press("c")
        await at.shows("Enter Go to", "c Clock", "Esc Back", "p Earlier", "n Later", "a Days")
        await at.press("a")
        await at.shows("Enter goes on · F2 shows · Esc leaves")
