"""The language of the screens is changed while they are open."""

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest
from sitting import sitting

from store.register import Register
from tui import language


class Bracketed(gettext.NullTranslations):
    """Every sentence stands between brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message.rpartition(chr(4))[2]}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.fixture(autouse=True)
def russian_in_brackets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(language.gettext, "translation", lambda *_, **__: Bracketed())
    yield
    language.use("en")


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
