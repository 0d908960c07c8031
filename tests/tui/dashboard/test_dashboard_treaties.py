"""Treaties in the dashboard: the grid, the ladder of a cell, recording on it, taking back."""

from datetime import date
from pathlib import Path

import pytest
from sitting import HOSTILE, NARROW, NOW, OFFICER, PROGRAMME, YES, ledger, sitting

from store.drafts import TreatyDraft
from store.register import Register
from store.values import Entry
from tui.dashboard.screens.dialog import Question
from tui.dashboard.screens.ladder import LadderScreen
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.officer import OfficerScreen
from tui.dashboard.screens.retraction import RetractionScreen
from tui.dashboard.screens.treaties import TreatiesScreen
from tui.dashboard.screens.treaty_action import TreatyActionScreen
from tui.dashboard.widgets.choice import Choice

ANNEX = 9


def act(
    register: Register, key: str, action: str, on: str = "2007-01-02", state: str = "AZ"
) -> Entry:
    draft = TreatyDraft(action, on, "nota 7")
    (entry,) = register.treaties.record(PROGRAMME, state, key, draft, NOW)
    return entry


def join_all(register: Register) -> None:
    for treaty in register.programme().treaties[:ANNEX]:
        act(register, treaty.key, "accession")


@pytest.mark.parametrize("key", ["t", "е"])
async def test_the_grid_opens_and_is_left(file: Path, key: str) -> None:
    async with sitting(file) as at:
        await at.press("down", key)
        assert isinstance(at.screen, TreatiesScreen)
        await at.shows("Treaties: where each state stands on 2008-06-02", "AZ Azərbayc…")
        await at.press("escape")
        assert isinstance(at.screen, MainScreen)
        assert at.key == "1.2"


async def test_the_cursor_is_a_cell(register: Register, file: Path) -> None:
    act(register, "slavery-1926", "accession")
    act(register, "trafficking-2005", "signature", state="AM")
    async with sitting(file) as at:
        await at.press("t", "right")
        await at.shows("[c a ]", "AZ: consented by accession of 2007-01-02", "slavery-1926 (annex")
        await at.press("down", *["right"] * 20)
        await at.shows("[s   ]", "AM: signed on 2007-01-02", "1.2.b: AM is addressed; by: traff")
        await at.press("up", "home", *["left"] * 20)
        await at.shows("AZ: nothing recorded", "1.1: not known whether AZ is addressed")
        assert "[·   ]" in at.text


async def test_it_starts_with_the_state_and_the_measure_one_comes_from(file: Path) -> None:
    async with sitting(file, state="KZ") as at:
        await at.press("down", "down", "down", "t")  # item b of 1.2
        await at.shows("KZ: nothing recorded", "trafficking-2005 (named by 1.2.b)")


async def test_the_narrowest_window_shows_the_columns_around_the_cursor(file: Path) -> None:
    async with sitting(file, (60, 20)) as at:
        await at.press("t", *["right"] * 10)
        await at.shows("1.2.b", "[·   ]")


async def test_an_action_is_recorded_and_taken_back(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("t", "enter")
        assert isinstance(at.screen, LadderScreen)
        await at.shows("AZ on trafficking-1949: nothing recorded", "d records an action")
        await at.press("d", *["down"] * 5, "enter")
        assert isinstance(at.screen, TreatyActionScreen)
        await at.type("2007-02-03")
        await at.press("enter")
        await at.paste(HOSTILE)
        await at.press("f2")
        assert isinstance(at.screen, LadderScreen)
        await at.shows("consented by accession of 2007-02-03", "2007-02-03 accession")
        (entry,) = ledger(file)
        assert entry.details["action"] == "accession"
        assert (entry.treaty, entry.recorded_by) == ("trafficking-1949", OFFICER)
        await at.press("escape")
        await at.shows("[c a ]")
        await at.press("enter", "u")
        assert isinstance(at.screen, RetractionScreen)
        await at.type("səhv")
        await at.press("enter")
        await at.shows("AZ on trafficking-1949: nothing recorded")
    assert len(ledger(file)) == 2


async def test_what_is_wrong_is_said_at_its_field(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("t", "d", "f2")
        assert isinstance(at.screen, TreatyActionScreen)
        await at.shows("choose one of signature, domestic-procedures")
        assert "say the date" in at.problem("decided_on")
        assert at.problem("source").startswith("say how it is known")
        await at.press("down", "down", "enter")  # ratification
        await at.type("2007-02-03")
        await at.press("enter")
        await at.type("nota")
        await at.press("f2")
        await at.shows("ratification needs a signature, and none is recorded")
        assert at.screen.query_one(Choice).has_focus_within
        await at.press("escape")
        assert isinstance(at.screen, Question), "what was typed is not lost without a question"
        await at.press(*YES)
        assert isinstance(at.screen, TreatiesScreen)
        assert ledger(file) == ()


async def test_what_another_rests_on_is_not_taken_back(register: Register, file: Path) -> None:
    act(register, "trafficking-1949", "accession")
    act(register, "trafficking-1949", "entry-into-force", "2007-03-04")
    async with sitting(file) as at:
        await at.press("t", "enter", "up", "u")
        await at.type("səhv")
        await at.press("enter")
        await at.shows("the entry into force of 2007-03-04 (testhere-2) rests on it")
        await at.press("escape", "escape", *YES)
        await at.shows("in force since 2007-03-04, by accession of 2007-01-02")


async def test_another_states_ladder_is_recorded_on(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("t", "down", "down", "d", "down", "up", "enter")
        await at.type("2007-02-03")
        await at.press("enter")
        await at.type("nota")
        await at.press("f2")
        await at.shows("[s   ]", "BY: signed on 2007-02-03")
    (entry,) = ledger(file, "BY")
    assert entry.details["action"] == "signature"


async def test_a_measure_that_does_not_address_the_state(register: Register, file: Path) -> None:
    async with sitting(file) as at:
        await at.shows("1.1   İnsan alverinə q… dövlətlər 2007–2010 ? undetermined")
        join_all(register)
        at.main.reload()
        await at.shows("1.1   İnsan alverinə q… not AZ    2007–2010 ? undetermined")
        await at.press("enter")
        await at.shows("1.1: AZ is not addressed; settled by: trafficking-1949,")
        await at.press("escape", "s", "down", "enter")
        await at.shows("1.1   İnsan alverinə q… dövlətlər 2007–2010 (participates)")


async def test_as_on_a_day_before(register: Register, file: Path) -> None:
    join_all(register)
    async with sitting(file, on=date(2007, 1, 1)) as at:
        await at.press("t")
        await at.shows("AZ: nothing recorded", "not today's view")
        await at.press("right", "down", "d", "down", "up", "enter")
        await at.type("2007-03-04")
        await at.press("enter")
        await at.type("nota")
        await at.press("f2")
        await at.shows("Recorded, but from 2007-03-04, after the day in view")


async def test_whoever_is_not_set_up_is_asked_first(new: Path) -> None:
    async with sitting(new, NARROW) as at:
        await at.press("escape", "t", "d")
        assert isinstance(at.screen, OfficerScreen)
        await at.press("enter", *"Leyla", "enter")
        assert isinstance(at.screen, TreatyActionScreen)


async def test_the_ledger_names_the_treaty(register: Register, file: Path) -> None:
    act(register, "slavery-1926", "accession")
    async with sitting(file) as at:
        await at.press("h", "h")
        await at.shows("2007-01-02 treaty accession slavery-1926", "source: nota 7")
