"""Pictures of the screens, on fixed days and with fixed ids."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sitting import LADDERS, NARROW, WIDE, Sitting, app_on, recorded
from textual.pilot import Pilot

from store.drafts import TreatyDraft
from store.register import Register
from tui.dashboard.app import DashboardApp

Picture = Callable[..., bool]
LATER = datetime(2008, 5, 30, 8, 15, tzinfo=UTC)


@pytest.fixture
def app(register: Register) -> DashboardApp:
    """The dashboard on a register in which some things were decided, and one was taken back."""
    recorded(register, "1.1", "1.3", authority="Nazirlər Kabineti", act="Qərar 12, 04.03.2008")
    recorded(
        register,
        "1.4",
        position="participates-in-part",
        reservation="Milli qanunvericiliyin uyğunlaşdırılması istisna olmaqla",
        authority="Milli Məclis",
    )
    recorded(register, "1.2.a", "2.4.ç", position="does-not-participate")
    recorded(register, "1.5", position="under-consideration", note="Rəy gözlənilir")
    recorded(register, "1.6")
    register.retract(["testhere-7"], "səhv ölçü", LATER)
    recorded(register, "1.1", state="UA", source="Nota 14, 20.05.2008", at=LATER)
    return app_on(register)


def keys(*pressed: str, shows: tuple[str, ...] = ()) -> Any:
    """What the officer does before the picture is taken."""

    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, DashboardApp)
        at = Sitting(pilot.app, pilot)
        await at.settled()
        await at.press(*pressed)
        await at.shows(*shows)
        await at.until(lambda: at.docket._wanted == at.main.docket.filter.text)
        await pilot.pause()

    return before


def test_docket(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("down", shows=("1.2  Aşağıdakı",))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_filtered_by_the_facets(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("left", "down", "enter", *["down"] * 8, "enter", shows=("x shows all",))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_search_with_a_hint(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys(*"/QURBAN executor:dinz", shows=("'dinz' is no executor in the programme",))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_empty_docket(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys(*"/section:V executor:paa", "enter", shows=("x shows all measures.",))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_marked(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("end", "space", "up", "up", "space", "space", shows=("3 marked", "6.3-2  Proq"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_measure(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("n", "up", "up", "up", "up", "enter", shows=("Section I", "Esc Back"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_decision_with_errors(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys(
        "d", "down", "enter", *"2008-13-45", "enter", *"Nazirlər Kabineti", "f2",
        shows=("is not a date", "say what is reserved"),
    )  # fmt: skip
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_communicated_decision(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("s", "end", "enter", "d", shows=("communicated", "Source"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_another_state_by_its_signature(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("s", *["down"] * 7, "enter", "enter", shows=("(participates)", "signed"))
    assert snap_compare(app, terminal_size=WIDE, run_before=before)


def test_wide(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys(*["down"] * 5, shows=("1.4  (printed 1.4.)", "by: Milli Məclis"))
    assert snap_compare(app, terminal_size=WIDE, run_before=before)


@pytest.mark.parametrize("language", ["original", "english", "russian"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
def test_a_measure_in_each_language(
    app: DashboardApp, snap_compare: Picture, size: tuple[int, int], language: str
) -> None:
    presses = {"original": 0, "english": 1, "russian": 2}[language]
    words = {
        "original": "sığortalanmasının",
        "english": "compulsory insurance",
        "russian": "обязательного страхования",
    }[language]
    typed = {"original": "sigorta", "english": "insuring", "russian": "страхованию"}[language]
    before = keys(*"/", *typed, "enter", *["l"] * presses, "enter", shows=(words,))
    assert snap_compare(app, terminal_size=size, run_before=before)


def test_the_docket_in_russian(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("l", "l", *"/торговля", "enter", shows=("Организационно-правовые",))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_ledger(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("h", "h", "home", "down", shows=("every measure: 8", "taken back by testhere-8"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_reading_the_act(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("r", "5", "right", "right", "right", "right", shows=("▸ 1.4.", "– not bound"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_searching_the_act(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("r", "7", *"/harmoniz", "down", shows=("“harmoniz” 1 of 4",))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_contents_of_the_act(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("r", "3", "tab", shows=("(imza, qeyd-şərtlə)", "Enter Go there"))
    assert snap_compare(app, terminal_size=WIDE, run_before=before)


def test_help(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("?", shows=("Record a decision on the measure",))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_another_day(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("a", *"2006-12-31", "enter", *"2008-05-01", "f2", shows=("AS ON 2006-12-31",))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_the_two_days(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("a", *"2008-13-45", "enter", "f2", shows=("is not a day of the calendar",))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_changes(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("c", "c", "down", shows=("What was learned of AZ", "after:  ✗ does not"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def treaties(register: Register) -> None:
    """Some ladders, one of them contradictory."""
    for state, key, action, day in LADDERS:
        draft = TreatyDraft(action, day, "Nota 7")
        register.treaties.record("cis-thb-2007-2010", state, key, draft, LATER)


def test_states_by_treaties(app: DashboardApp, register: Register, snap_compare: Picture) -> None:
    treaties(register)
    before = keys("t", "right", shows=("AZ: in force since", "[● a ]"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_a_ladder(app: DashboardApp, register: Register, snap_compare: Picture) -> None:
    treaties(register)
    before = keys("t", "right", "enter", "up", shows=("AZ on slavery-1926", "Nota 7"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_an_action_on_a_treaty_with_errors(
    app: DashboardApp, register: Register, snap_compare: Picture
) -> None:
    treaties(register)
    pressed = ("t", "right", "d", "down", "down", "enter", *"1996-13-01", "enter", "f2")
    before = keys(*pressed, shows=("is not a date", "say how it is known"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_first_run(new: Path, snap_compare: Picture) -> None:
    with Register.open(new) as register:
        before = keys("down", "enter", *"Leyla", shows=(">AM", "Leyla"))
        assert snap_compare(app_on(register), terminal_size=NARROW, run_before=before)


def test_agenda(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("g", "down", shows=("Overdue: ", "1.2  “2007-ci il”"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_agenda_of_readings(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("g", "end", shows=("No dates yet: 1", "paragraph 2 of the Decision"))
    assert snap_compare(app, terminal_size=WIDE, run_before=before)


def test_notification(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("g", "n", "tab", *"nota", shows=("AZ deposited its notification", "nota"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_fulfilment(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("g", "f", "tab", "f2", shows=("AZ fulfilled 6.1", "say what shows it"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)
