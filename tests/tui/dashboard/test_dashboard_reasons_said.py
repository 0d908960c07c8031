"""The screens of why and of changes say all of theirs in the language in use."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from bracketed import Bracketed, unsaid
from sitting import Sitting, recorded, sitting
from test_dashboard_why import publish
from textual.widgets import Static

from store.register import Register
from tui import language
from tui.dashboard.screens.changes import ChangesScreen
from tui.dashboard.screens.why import WhyScreen
from tui.dashboard.widgets.key_bar import KeyBar


@pytest.fixture(autouse=True)
def another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Spoken, "catalogue", Bracketed())


def about(at: Sitting) -> str:
    """What the heading says, apart from what is said in the language in use."""
    return unsaid(str(at.screen.query_one("#about", Static).render()))


def labels(at: Sitting) -> list[str]:
    return [key.label for key in at.screen.query_one(KeyBar).keys]


async def test_why_on_the_screen(file: Path) -> None:
    with Register.open(file) as register:
        recorded(register, "2.5", position="does-not-participate", on="2008-01-10")
    publish(file)
    async with sitting(file, (200, 60)) as at:
        at.main.go_to("2.5")
        await at.press("w")
        assert isinstance(at.screen, WhyScreen)
        assert about(at).strip() == "!"
        assert all(label.startswith("⟦") for label in labels(at))
        await at.shows(
            "⟦To confirm⟧",
            "⟦The words have changed since it was taken, 2008-01-10; the decision stands.⟧",
            "⟦A decision on this very measure goes before everything else.⟧",
            "(⟦special opinion⟧; ⟦the decision goes before it⟧)",
            "⟦A later decision on 2.5.⟧ ⟦If testhere-1 is taken back: ? AZ",
        )
        await at.press("c", "w")
        assert about(at) == ""
        await at.shows("⟦Nothing is to confirm,")


async def test_changes_on_the_screen(file: Path) -> None:
    with Register.open(file) as register:
        recorded(register, "2.5", on="2008-01-10", at=datetime(2008, 1, 10, 9, tzinfo=UTC))
    async with sitting(file, (200, 60)) as at:
        await at.press("c")
        assert isinstance(at.screen, ChangesScreen)
        assert about(at) == ""
        assert all(label.startswith("⟦") for label in labels(at))
        await at.shows(
            "⟦What moved for AZ from 2008-01-09 to 2008-01-10: 1⟧",
            "? ⟦undetermined⟧ → ● ⟦participates⟧",
            "⟦before:⟧ ? ⟦undetermined⟧",
            "⟦after:⟧  ● ⟦participates⟧",
        )
        await at.press("p")
        assert about(at) == ""
        await at.shows("⟦Nothing moved before these days, 2008-01-09 to 2008-01-10⟧")
        await at.press("n")
        await at.shows("⟦Nothing moved after these days, 2008-01-09 to 2008-01-10⟧")
        await at.press("c")
        await at.shows("⟦What was learned of AZ from 2008-01-09 to 2008-01-10, UTC: 1⟧")


@pytest.mark.parametrize("other", ["what was learned when", "what held when"])
async def test_where_nothing_moved(file: Path, other: str) -> None:
    async with sitting(file, (200, 60)) as at:
        await at.press("c", *(["c"] if other == "what held when" else []))
        assert about(at) == ""
        sentence = f"Nothing moved between these days. a sets others, c shows {other}."
        await at.shows(f"⟦{sentence}⟧")


async def test_where_no_state_is_chosen(new: Path) -> None:
    async with sitting(new, (200, 60)) as at:
        await at.press("escape", "c")
        assert about(at) == ""
        await at.shows("⟦No state is chosen: nothing can move. Esc, then s chooses one.⟧")
