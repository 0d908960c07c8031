"""Pictures of the main screens in each language, with the programme's words in it.

Those in English are elsewhere, but for what only this is about.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from full_register import MARCH, Typed, fill
from sitting import NARROW, Sitting, app_on
from textual.pilot import Pilot
from walk import speaking

from store.register import Register
from tui.dashboard.app import DashboardApp

Picture = Callable[..., bool]

TYPED = {
    "az": Typed(
        "Ə. Məmmədova", "Nazirlər Kabineti", "Sərəncam 12", "nazirliklərin məlumatına görə"
    ),
    "ru": Typed("А. Мамедова", "Кабинет Министров", "Распоряжение 12", "по данным министерств"),
    "en": Typed("A. Mammadova", "Cabinet of Ministers", "Order 12", "as the ministries say"),
}

PRESSED = {
    "docket": "down",
    "measure": "down down down down down enter",
    "why": "w",
    "act": "r 5 right right",
    "agenda": "g down",
    "treaties": "t right",
    "ladder": "t right enter",
    "year": "y",
    "checks": "k",
    "changes": "c c down",
    "ledger": "h h",
    "decision": "n d space",
    "help": "question_mark",
    "language": "i",
}
"""What is pressed to come to each, from the docket on."""


@pytest.fixture
def app(code: str, tmp_path: Path) -> Iterator[DashboardApp]:
    """The dashboard in a language, on a full register whose officer writes in that."""
    with Register.open(tmp_path / "istirak.db") as register, speaking(code):
        fill(register, TYPED[code])
        yield app_on(register, on=None, now=MARCH)


def pressing(*keys: str) -> Any:
    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, DashboardApp)
        at = Sitting(pilot.app, pilot)
        await at.settled()
        await at.press(*keys)
        await pilot.pause()

    return before


@pytest.mark.parametrize(
    ("code", "screen"),
    [*((code, each) for code in ("az", "ru") for each in PRESSED), ("en", "language")],
)
def test_a_main_screen(app: DashboardApp, snap_compare: Picture, screen: str) -> None:
    before = pressing(*PRESSED[screen].split())
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


@pytest.mark.parametrize("code", ["az", "ru"])
def test_the_first_start(code: str, snap_compare: Picture, tmp_path: Path) -> None:
    with Register.open(tmp_path / "istirak.db") as register, speaking(code):
        before = pressing("down", "enter", *TYPED[code].officer)
        app = app_on(register, on=None, now=MARCH)
        assert snap_compare(app, terminal_size=NARROW, run_before=before)
