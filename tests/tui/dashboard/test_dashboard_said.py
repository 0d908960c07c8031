"""What the register says is wrong is said on screens in the language in use."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from bracketed import Bracketed, unsaid
from rich.cells import cell_len
from sitting import NOW, PROGRAMME, YES, recorded, sitting

from store.register import Register
from store.reporting import Information, Release
from store.values import View
from tui import language
from tui.dashboard.commands import COMMANDS
from tui.dashboard.year_sheet import line_parts, release_parts
from tui.typesetting import typeset
from tui.wording.fixes import fix_said


@pytest.fixture(autouse=True)
def another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Spoken, "catalogue", Bracketed())


async def test_at_fields(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "down", "enter", "f2")  # participates in part
        assert at.problem("reservation").startswith("⟦say what is reserved")
        await at.press("escape", *YES)
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


def a_release(file: Path) -> tuple[Information, Release]:
    """A year with a line of its own and a carried one, released and corrected."""
    at = datetime(2009, 2, 20, 8, 15, tzinfo=UTC)
    view = View(PROGRAMME, "AZ", at.date())
    with Register.open(file) as register:
        recorded(register, "1.1", "1.2", act="X", responsible="Y", at=at)
        returns = register.returns
        returns.say(view, 2007, ["1.1", "1.2"], status="done", text="Z", at=at)
        returns.say(view, 2008, ["1.1"], status="in-progress", text="Z", at=at)
        returns.release(view, 2008, "1", at)
        returns.correct(view, 2008, "2", "Z", at)
        return returns.information(view, 2008), returns.releases(view)[0]


def test_a_year_and_what_was_released(file: Path) -> None:
    information, release = a_release(file)
    parts = " ".join(unsaid(text) for text, _ in release_parts(release))
    words = set(re.findall("[A-Za-z]{3,}", parts))
    frozen = str(release.snapshot) + release.hash
    assert {word for word in words if word not in frozen} == {"SHA"}
    for line in information.lines[:3]:
        own = {"AZ", "2008", "2007", "Z"}
        lines = [unsaid(text) for text, _ in line_parts(line, "AZ")]
        assert lines.pop() == line.measure.text
        left = {word for text in lines for word in re.findall("[A-Za-z]{3,}", text)}
        assert all(word in str(line.measure.position) for word in left - own), lines


def test_notes_in_the_act(file: Path) -> None:
    with Register.open(file) as register:
        act = register.act(View(PROGRAMME, "AZ", NOW.date()))
    page = typeset(act, 80)
    notes = [line for line in page.lines if page.paragraphs[line.paragraph].kind == "note"]
    notes = [line for line in notes if line.lead.strip()]
    firsts = [line for line in notes if line.start == 0]
    assert all(line.lead.endswith("┊ ⟦ours: ⟧") for line in firsts)
    assert all(line.indent == cell_len(line.lead) for line in notes)
    margins = {line.margin for line in page.lines}
    assert any(margin.startswith("⟦key ") for margin in margins)


def test_what_is_to_be_typed() -> None:
    commands = {command.id: command.command_line for command in COMMANDS}
    assert "istirak decide ⟦KEY⟧… --position …" in commands["decide"]
    assert "istirak measures ⟦WORD⟧… --executor" in commands["search"]
    assert "istirak … --state XX" in commands["state"]
    assert fix_said("istirak decide 1.1 --position <position>").endswith(" <⟦position⟧>")
