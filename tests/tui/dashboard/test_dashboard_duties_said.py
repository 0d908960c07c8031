"""The agenda and the treaties on screens where every sentence is said otherwise."""

from pathlib import Path

import pytest
from bracketed import Bracketed
from sitting import WIDE, sitting

from tui import language


@pytest.fixture(autouse=True)
def another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Spoken, "catalogue", Bracketed())


async def test_the_agenda(file: Path) -> None:
    async with sitting(file, WIDE) as at:
        await at.press("g")
        await at.shows(
            "⟦Agenda of AZ on 2008-06-02: ⟦everything⟧; ⟦5 overdue⟧⟧",
            "⟦Overdue⟧: 5",
            "⟦Rule: ⟦within 3 months⟧, counted from the adoption of the programme, 2006-11-28⟧",
            "⟦From adoption: ⟦⟦2006-11-28 to 2007-02-28⟧, overdue⟧⟧",
            "⟦From entry into force: ⟦no dates yet⟧⟧",
            "⟦For: ",
        )
        await at.press("v", "v")
        await at.shows("⟦the next 90 days⟧; ⟦5 overdue⟧")


async def test_what_cannot_be_recorded_there(file: Path) -> None:
    async with sitting(file, WIDE, state="GE") as at:
        await at.press("g", "n")
        await at.shows("⟦GE: there is no notification to deposit⟧")
        await at.press("f")
        await at.shows("⟦1.6 is work over a period: say how it stands, year by year (y)⟧")


async def test_what_was_recorded_there(file: Path) -> None:
    async with sitting(file, WIDE) as at:
        await at.press("g", "n")
        await at.fill("reference", "nota 5")
        await at.press("f2")
        await at.shows("⟦Recorded: AZ: ⟦notification deposited⟧, on 2008-06-02⟧")
        await at.press("n")
        await at.shows("⟦⟦AZ deposited its notification on 2008-06-02 (nota 5; testhere-1)⟧; u on")


async def test_the_treaties(file: Path) -> None:
    async with sitting(file, WIDE) as at:
        await at.press("t")
        await at.shows(
            "⟦Treaties: where each state stands on 2008-06-02⟧",
            "⟦· unknown  s signed",
            "⟦R ratified  A accepted",
            "AZ: ⟦nothing recorded⟧",
            "(⟦annex, no. 1⟧)",
            "1.1: ⟦not known whether AZ is addressed;",
        )
        await at.press("enter")
        await at.shows("⟦AZ on trafficking-1949: ⟦nothing recorded⟧⟧", "⟦annex, no. 1⟧, 1949")
        await at.press("d")
        await at.shows("⟦domestic procedures completed⟧")


async def test_what_is_told_goes_over_as_many_lines_as_it_needs(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("g", "n")
        await at.fill("reference", "nota 5 " * 8)
        await at.press("f2")
        await at.shows("⟦Recorded: ")
        await at.press("n")
        await at.shows("; u on its line takes it back⟧")
