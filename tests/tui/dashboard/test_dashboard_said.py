"""What the register says is wrong is said on screens in the language in use."""

import gettext
from datetime import timedelta
from pathlib import Path

import pytest
from sitting import NOW, recorded, sitting

from store.register import Register
from tui import language


class Bracketed(gettext.NullTranslations):
    """Every sentence stands between brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.fixture(autouse=True)
def another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Spoken, "catalogue", Bracketed())


async def test_at_fields(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "down", "enter", "f2")  # participates in part
        assert at.problem("reservation").startswith("⟦say what is reserved")
        await at.press("escape", "y")
        await at.press("t", "d", "f2")
        assert at.problem("source").startswith("⟦say how it is known")
        await at.shows("⟦choose one of signature")


async def test_at_the_search_line(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("slash")
        await at.type("due:never")
        await at.shows("⟦'never' is no deadline⟧")


async def test_in_dialogs(file: Path) -> None:
    with Register.open(file) as register:
        recorded(register, "1.1", on="2008-03-04", at=NOW - timedelta(days=1))
    (file.parent / "backups").write_text("in the way")
    async with sitting(file) as at:
        await at.press("d", "space", "f2")
        await at.shows("⟦Check the folder and its permissions, or choose another with")


async def test_findings_and_reasons(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("k")
        await at.shows("⟦AZ has not determined whether it participates⟧")
        await at.press("escape", "g")
        await at.shows("⟦3 months⟧ are counted from the adoption")
