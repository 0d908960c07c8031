"""Other states, the ledger, and the measure in full."""

from datetime import date
from pathlib import Path

import pytest
from sitting import NO, NOW, OFFICER, PROGRAMME, WIDE, YES, ledger, recorded, sitting

from store.register import Register
from tui.dashboard.screens.decision import DecisionScreen
from tui.dashboard.screens.ledger import LedgerScreen
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.retraction import RetractionScreen
from tui.dashboard.screens.state import StateScreen

STATES = {"AZ": 0, "AM": 1, "BY": 2, "GE": 3, "KZ": 4, "KG": 5, "MD": 6, "RU": 7, "TJ": 8}


def go_to_state(code: str) -> tuple[str, ...]:
    return ("s", "home", *["down"] * STATES[code], "enter")


@pytest.mark.parametrize(
    ("code", "position"),
    [("RU", "(participates)"), ("GE", "– not bound"), ("AZ", "? undetermined")],
)
async def test_each_state_has_what_its_signature_gives(
    file: Path, code: str, position: str
) -> None:
    async with sitting(file) as at:
        await at.press(*go_to_state(code))
        assert at.heading.startswith(f"{code}  on")
        await at.shows(f"1.1   İnsan alverinə q… dövlətlər 2007–2010 {position}")


async def test_the_state_looked_at_is_where_the_list_begins(file: Path) -> None:
    async with sitting(file, state="KZ") as at:
        await at.press("s")
        assert isinstance(at.screen, StateScreen)
        await at.shows(">KZ Qazaxstan")
        await at.press("escape")
        assert at.heading.startswith("KZ")


async def test_a_communicated_decision_needs_its_source(file: Path) -> None:
    async with sitting(file) as at:
        await at.press(*go_to_state("KZ"), "d", "enter")
        await at.shows("KZ decides on 1.1 (communicated: not your own state)")
        await at.fill("authority", "Hökumət")
        await at.press("f2")
        assert isinstance(at.screen, DecisionScreen)
        assert at.problem("source").startswith("say how it became known")
        assert at.value("authority") == "Hökumət"
        await at.type("nota 14")
        await at.press("f2")
        assert isinstance(at.screen, MainScreen)
        assert at.heading.startswith("KZ")
        assert at.position("1.1") == ("participates", "decision")
        await at.press("enter")
        await at.shows("source: nota 14")
        await at.press("escape", *go_to_state("AZ"))
        assert at.position("1.1") == ("undetermined", "signature")
    (entry,) = ledger(file, "KZ")
    assert (entry.communicated, entry.source, entry.recorded_by) == (True, "nota 14", OFFICER)


async def test_ones_own_decision_has_no_source(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d")
        assert not at.screen.query("#field-source")


async def test_the_ledger_of_a_measure_and_of_the_whole_state(
    register: Register, file: Path
) -> None:
    recorded(register, "1.1")
    recorded(register, "2.4.ç", position="does-not-participate", authority="Nazirlər Kabineti")
    recorded(register, "1.1", state="RU", source="nota")
    async with sitting(file) as at:
        await at.press("h")
        await at.shows("Ledger of AZ, measure 1.1: 1", "● participates", "testhere-1")
        await at.press("h")
        await at.shows("2008-03-04  1.1  AZ participates")  # still on its entry
        await at.press("home")
        await at.shows("Ledger of AZ, every measure: 2", "✗ does not", "by: Nazirlər Kabineti")
        await at.press("down")
        await at.shows("2008-03-04  1.1  AZ participates")
        await at.press("h", "escape", "down", "h")
        await at.shows("Nothing is recorded here yet. h shows the whole state.")
        await at.press("h")
        await at.shows("every measure: 2")
        await at.press("q")
        assert isinstance(at.screen, MainScreen)


async def test_the_ledger_before_a_state_is_chosen(new: Path) -> None:
    async with sitting(new) as at:
        await at.press("escape", "h", "h")
        await at.shows("Ledger of all states, every measure: 0", "Nothing is recorded here yet.")


async def test_taking_back_in_the_ledger(register: Register, file: Path) -> None:
    recorded(register, "1.1", "1.2")
    async with sitting(file) as at:
        await at.press("h", "h", "down", "u")
        assert isinstance(at.screen, RetractionScreen)
        await at.type("səhv")
        await at.press("enter")
        assert isinstance(at.screen, LedgerScreen)
        await at.shows("every measure: 3", "(● participates)", "taken back by testhere-3")
        await at.press("u")
        await at.shows("It is taken back already, by testhere-3")
        await at.press("home", "u")
        await at.shows("A retraction stays")
        await at.press("down")
        await at.shows("every measure: 3")
        await at.press("escape")
        assert at.position("1.1") == ("undetermined", "signature")
        assert at.position("1.2") == ("participates", "decision")
        assert at.heading.endswith("1 of 37 decided")
        await at.press("u")  # what another session recorded is not this one's to take back so
        assert at.said.startswith("Nothing was recorded in this session")


async def test_what_was_taken_back_in_the_ledger_is_not_taken_back_twice(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "enter", "f2", "h", "u", *"səhv", "enter", "escape", "u")
        assert at.said.startswith("Nothing was recorded in this session")
    assert [entry.kind for entry in ledger(file)] == ["decision", "retraction"]


async def test_the_measure_in_full(register: Register, file: Path) -> None:
    recorded(register, "3.2", position="participates-in-part", reservation="c bəndi")
    async with sitting(file, (80, 60)) as at:
        await at.narrow("section:III 3.2")
        await at.press("enter")
        await at.shows(
            "3.2  (printed 3.2.)",
            "Section III  İnformasiya və elmi təminat",
            "Position of AZ on 2008-06-02",
            "◐ in part: AZ participates in part",
            "by its decision of 2008-03-04",
            "reservation: c bəndi",
            f"testhere-1 · recorded 2008-06-02 09:30 UTC by {OFFICER}",
            "Printed:",
            "(the reading is ours)",
            "2007-01-01 to 2010-12-31",
            "Editorial notes (ours, not official)",
            "History",
        )


async def test_a_default_is_shown_as_one(file: Path) -> None:
    async with sitting(file, (80, 60)) as at:
        await at.press("enter")
        await at.shows(
            "? undetermined",
            "No decision is recorded; the default follows from the signature.",
            "Azərbaycan Respublikası: signed with a special opinion",
            "“Azərbaycan Respublikasının hər bir tədbirdə iştirakı ayrıca",
        )


async def test_unusual_measures_are_shown_as_printed(file: Path) -> None:
    async with sitting(file, (80, 60)) as at:
        await at.narrow("section:V")
        await at.press("enter")
        await at.shows("V  (printed without a number)")
        await at.press("escape")
        await at.narrow("6.3")
        assert at.keys == ["6.3-1", "6.3-2"]
        await at.press("home", "enter")
        await at.shows("6.3-1  (printed 6.3)", "None are printed.")


async def test_the_measure_follows_the_cursor_where_there_is_room(file: Path) -> None:
    async with sitting(file, WIDE) as at:
        await at.shows("1.1  (printed 1.1.)")
        await at.press("end")
        await at.shows("6.3-2  (printed 6.3)")
        await at.narrow("section:V executor:paa")
        await at.until(lambda: "(printed" not in at.text)
        await at.press("x")
        await at.shows("6.3-2  (printed 6.3)")


async def test_the_day_of_the_view_is_another_day(register: Register, file: Path) -> None:
    recorded(register, "1.1", on="2008-03-04")
    async with sitting(file, on=date(2008, 3, 3)) as at:
        assert at.position("1.1") == ("undetermined", "signature")
        assert at.heading == "AZ  on 2008-03-03  0 of 37 decided"
    async with sitting(file, on=date(2008, 3, 4)) as at:
        assert at.position("1.1") == ("participates", "decision")


async def test_another_officer_and_another_state(register: Register, file: Path) -> None:
    recorded(register, "1.1")
    async with sitting(file) as at:
        await at.press("o")
        assert at.value("name") == OFFICER
        await at.shows(">AZ")
        await at.press("down", "enter")
        await at.fill("name", "Anahit Petrosyan")
        await at.press("f2")
        assert at.heading.startswith("AM")
        await at.press("d", "enter", "f2")
    assert [entry.recorded_by for entry in ledger(file, "AM")] == ["Anahit Petrosyan"]
    assert [entry.recorded_at for entry in ledger(file, "AM")] == [
        NOW.isoformat(timespec="microseconds").replace("+00:00", "Z")
    ]
    assert register.officer().name == "Anahit Petrosyan"
    assert register.programme().id == PROGRAMME


async def test_leaving_the_officer_asks_only_when_the_name_was_changed(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("o", "enter", "X", "escape", *NO, "escape", *YES)
        assert isinstance(at.screen, MainScreen)
        assert at.desk.officer.name == OFFICER
