"""Why a position holds, what an edition changed, and confirming it, on the screen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sitting import (
    HOSTILE,
    NARROW,
    NOW,
    PROGRAMME,
    WIDE,
    Sitting,
    app_on,
    ledger,
    recorded,
    sitting,
)
from textual.pilot import Pilot

from seed.shipped import SHIPPED
from store.register import Register
from tui.dashboard.app import DashboardApp
from tui.dashboard.screens.confirmation import ConfirmationScreen
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.why import WhyScreen
from tui.dashboard.widgets.docket import DocketList
from tui.visible import visible

FILE = (SHIPPED / PROGRAMME / "programme.toml").read_text("utf-8")
CHANGES = (
    (
        "İnsan alverinə qarşı ixtisaslaşdırılmış strukturlar (bölmələr) yaratmaq",  # 2.5
        "İnsan alverinə qarşı yeni bölmələr yaratmaq",
    ),
    ("saxta sənədlərin hazırlanması və satışı üzrə", "saxta sənədlər üzrə"),  # 2.4.c
    ('key = "2.6"\nnumber = "2.6."', 'key = "2.60"\nnumber = "2.60."'),
)


def publish(file: Path) -> None:
    """Put an edition of the programme beside the register."""
    text = FILE
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new)
    made = file.parent / "programmes" / PROGRAMME / "programme.toml"
    made.parent.mkdir(parents=True)
    made.write_text(text, "utf-8")


@pytest.fixture
def changed(file: Path) -> Path:
    """A register whose decisions an edition concerns: two to confirm, one on what is gone."""
    with Register.open(file) as register:
        recorded(register, "2.4", authority="Nazirlər Kabineti", act="Qərar 12, 04.03.2008")
        recorded(register, "2.5", position="does-not-participate", on="2008-01-10")
        recorded(register, "2.6", act="Qərar 13")
        recorded(register, "2.5", state="KZ", source="Nota 14")
    publish(file)
    return file


async def go_to(at: Sitting, key: str) -> None:
    at.main.go_to(key)
    await at.settled()


# -- why -------------------------------------------------------------------------------------------


async def test_w_tells_why_and_esc_leaves(file: Path) -> None:
    async with sitting(file) as at:
        await go_to(at, "1.4.c")
        await at.press("w")
        assert isinstance(at.screen, WhyScreen)
        await at.shows(
            "Why, for AZ: 1.4.c",
            "AZ is not bound (1.4.c, on 2008-06-02)",
            "harmonizasiyasına dair müddəalarla özünü bağlı hesab etmir;”",
            "(special opinion)",
            "A decision on 1.4.c. A decision on the whole of 1.4 does not.",
        )
        await at.press("escape")
        assert isinstance(at.screen, MainScreen)
        assert at.key == "1.4.c"
        await at.press("ц")
        assert isinstance(at.screen, WhyScreen)


async def test_w_tells_what_was_superseded_and_taken_back(file: Path) -> None:
    with Register.open(file) as register:
        recorded(register, "2.4", position="under-consideration", on="2008-01-01")
        (wrong,) = recorded(register, "2.4", position="does-not-participate", on="2008-02-01")
        recorded(register, "2.4", authority="Nazirlər Kabineti", act="Qərar 12")
        recorded(register, "2.4.ç", position="does-not-participate")
        register.retract([wrong.id], "səhv", NOW)
    async with sitting(file) as at:
        await go_to(at, "2.4")
        await at.press("w")
        await at.shows(
            "testhere-3 of 2008-03-04: AZ ● participates",
            "authority: Nazirlər Kabineti",
            "Superseded testhere-1 of 2008-01-01: AZ … is considering whether to participate",
            "Taken back testhere-2 of 2008-02-01",
            "ç: does not; the others follow 2.4",
            "If testhere-3 is taken back: … AZ is considering whether to participate.",
        )


async def test_w_from_the_measure_in_full(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("enter", "w")
        assert isinstance(at.screen, WhyScreen)
        await at.shows("Why, for AZ: 1.1")


async def test_the_line_of_a_measure_tells_where_items_differ(file: Path) -> None:
    async with sitting(file) as at:
        await at.shows("PAA       2008      ? undet.; c –")
        await at.resize((180, 40))
        await at.shows("? undetermined; c: not bound")


@pytest.mark.parametrize("state", ["AZ", "UA", "GE"])
async def test_undetermined_unknown_and_not_bound_look_different(file: Path, state: str) -> None:
    shown = {"AZ": "? undetermined", "UA": "? (unknown)", "GE": "– not bound"}
    async with sitting(file, state=state) as at:
        await at.shows(f"dövlətlər 2007–2010 {shown.pop(state)}")
        assert not [each for each in shown.values() if f"2007–2010 {each}" in at.text]


# -- editions --------------------------------------------------------------------------------------


async def test_what_an_edition_concerns_is_said_marked_and_found(changed: Path) -> None:
    async with sitting(changed) as at:
        await at.shows("! 2 to confirm, 1 no longer in the programme · w w lists them")
        await go_to(at, "2.5")
        await at.shows("2007–2008!✗ does not", "2.5 ! to confirm, w compares the words: İnsan")
        await at.narrow("position:to-confirm")
        assert at.keys == ["2.4", "2.5"]
        await at.press("left", "end")
        await at.shows("! to confirm")
        await at.press("enter")
        assert len(at.keys) == 37


async def test_a_decision_is_confirmed_in_one_step_and_that_taken_back(changed: Path) -> None:
    async with sitting(changed) as at:
        await go_to(at, "2.5")
        await at.press("w")
        await at.shows("[-ixtisaslaşdırılmış strukturlar (bölmələr)-] {+yeni bölmələr+} yaratmaq")
        await at.press("c")
        await at.shows("Confirmed 2.5 from 2008-06-02: u in the docket takes it back")
        assert "To confirm" not in at.text
        await at.press("c")
        await at.shows("needs no confirmation")
        await at.press("escape", "escape")
        assert at.key == "2.5"
        await at.shows("! 1 to confirm, 1 no longer in the programme")
        made = ledger(changed)[-1]
        assert (made.kind, made.key, made.details["confirms"]) == (
            "confirmation",
            "2.5",
            "testhere-2",
        )
        await at.press("u", *"səhv", "enter")
        await at.shows("Taken back: 2.5")
        await at.press("up")
        await at.shows("! 2 to confirm, 1 no longer in the programme")


async def test_w_once_more_lists_all_that_an_edition_concerns(changed: Path) -> None:
    async with sitting(changed) as at:
        await at.press("w", "w")
        await at.shows("AZ: 2 decisions to confirm, 1 no longer in the programme", "Qərar 12")
        await at.shows("item c", "sənədlərin hazırlanması və satışı-] {+sənədlər+} üzrə")
        await at.press("c")
        await at.shows("Confirmed 2.4")
        await at.press("down")
        await at.shows("no longer has 2.6; the same words are now 2.60")
        await at.press("enter")
        await at.shows("It is no longer in the programme")
        await at.press("c")
        await at.shows("2.6 is no longer in the programme")
        await at.press("escape", "up", "enter")
        assert isinstance(at.screen, MainScreen)
        assert at.key == "2.5"
        assert at.main.query_one(DocketList).has_focus


async def test_w_where_there_is_nothing_to_list(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("w", "w")
        await at.shows("Nothing is to confirm", "0 decisions to confirm, 0 no longer")
        await at.press("c", "w")
        await at.shows("Why, for AZ: 1.1")


async def test_another_states_decision_is_confirmed_with_a_source(changed: Path) -> None:
    async with sitting(changed, state="KZ") as at:
        await go_to(at, "2.5")
        await at.press("w", "c")
        assert isinstance(at.screen, ConfirmationScreen)
        await at.press("enter")
        assert at.problem("source").startswith("say how it became known")
        await at.paste(HOSTILE)
        await at.press("enter")
        assert isinstance(at.screen, WhyScreen)
        await at.shows("Confirmed 2.5")
        await at.press("escape", "h")
        await at.shows("source: [/x] [red]")
        assert visible(at.text, lines=True) == at.text
    assert ledger(changed, "KZ")[-1].details["source"] == HOSTILE


async def test_hostile_decisions_are_shown_as_typed(file: Path) -> None:
    with Register.open(file) as register:
        recorded(register, "2.5", "2.6", act=HOSTILE, authority=HOSTILE)
    publish(file)
    async with sitting(file) as at:
        await at.press("w", "w", "down")
        await at.shows("[/x] [red]")
        assert visible(at.text, lines=True) == at.text


async def test_a_view_of_an_earlier_day_knows_no_decision(changed: Path) -> None:
    async with sitting(changed, on=date(2007, 1, 1)) as at:
        assert "to confirm" not in at.text
        await go_to(at, "2.5")
        await at.press("w")
        await at.shows("Decision none", "AZ has not determined")


async def test_on_another_day_only_what_still_holds_is_confirmed(file: Path) -> None:
    with Register.open(file) as register:
        recorded(register, "2.5", position="under-consideration", on="2008-01-10")
        recorded(register, "2.5", on="2008-03-04")
    publish(file)
    async with sitting(file, on=date(2008, 2, 1)) as at:
        await go_to(at, "2.5")
        await at.press("w")
        await at.shows("AZ is considering whether to participate", "To confirm")
        await at.press("c")
        await at.shows("Another decision holds today: b in the docket goes back to today")
        await at.press("escape", "b", "w", "c")
        await at.shows("Confirmed 2.5 from 2008-06-02")
    assert [entry.kind for entry in ledger(file)] == ["decision", "decision", "confirmation"]


# -- pictures --------------------------------------------------------------------------------------

Picture = Callable[..., bool]


def keys(*pressed: str, at_key: str = "", shows: tuple[str, ...] = ()) -> Any:
    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, DashboardApp)
        at = Sitting(pilot.app, pilot)
        await at.settled()
        if at_key:
            await go_to(at, at_key)
        await at.press(*pressed)
        await at.shows(*shows)
        await pilot.pause()

    return before


def test_picture_of_why(file: Path, snap_compare: Picture) -> None:
    with Register.open(file) as register:
        before = keys("w", at_key="1.4.c", shows=("Would change it",))
        assert snap_compare(app_on(register), terminal_size=NARROW, run_before=before)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_picture_of_all_to_confirm(
    changed: Path, snap_compare: Picture, size: tuple[int, int]
) -> None:
    with Register.open(changed) as register:
        before = keys("w", "w", shows=("2 decisions to confirm",))
        assert snap_compare(app_on(register), terminal_size=size, run_before=before)


def test_picture_of_a_docket_with_some_to_confirm(changed: Path, snap_compare: Picture) -> None:
    with Register.open(changed) as register:
        before = keys(at_key="2.5", shows=("w w lists them",))
        assert snap_compare(app_on(register), terminal_size=NARROW, run_before=before)
