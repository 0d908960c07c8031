"""The language of the screens is changed while they are open."""

from pathlib import Path

import pytest
from bracketed import Bracketed
from sitting import sitting

from store.register import Register
from tui import language


@pytest.fixture(autouse=True)
def russian_in_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language.gettext, "translation", lambda *_, **__: Bracketed())


async def test_everything_changes_at_once_and_stays_so(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("down", "down", "space", "f11", "up", "enter")
        for said in ("⟦All measures⟧", "⟦SECTION⟧", "⟦Decide⟧", "⟦No.⟧"):
            await at.shows(said)
        await at.shows("◆")
        await at.press("i", "down", "enter")
        await at.shows("All measures")
        await at.until(lambda: "⟦" not in at.text)
    with Register.open(file) as register:
        assert register.officer().language == "en"
