"""What was typed and not recorded: kept, offered again, forgotten."""

import json
import os
import stat
from pathlib import Path

import pytest
from sitting import sitting

from store.drafts import Draft
from tui.dashboard.screens.decision import DecisionScreen
from tui.dashboard.screens.unsaved import UnsavedScreen
from tui.dashboard.unsaved import Keeper, Unsaved, left_behind

TYPED = Unsaved("cis-thb-2007-2010", "AZ", ("2.4", "2.4.ç"), Draft("participates", authority="X"))
ENDED = 2**22 + 1  # no process has this number


def leave_behind(file: Path, content: str) -> Path:
    left = file.with_name(f"unsaved-{ENDED}.json")
    left.write_text(content, "utf-8")
    return left


def kept(file: Path, unsaved: Unsaved = TYPED) -> str:
    Keeper(file).keep(unsaved)
    own = file.with_name(f"unsaved-{os.getpid()}.json")
    assert stat.S_IMODE(own.stat().st_mode) == 0o600
    content = own.read_text("utf-8")
    Keeper(file).forget()
    return content


def test_what_is_kept_is_found_again(file: Path) -> None:
    assert left_behind(file) is None
    left = leave_behind(file, kept(file))
    assert left_behind(file) == (left, TYPED)
    Keeper(file).adopt(left)
    assert not left.exists()
    Keeper(file).forget()
    assert left_behind(file) is None


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", "null", "\0", '{"programme": 1}', '{"keys": [], "draft": {}}'],
)
def test_what_is_no_such_file_is_left_alone(file: Path, content: str) -> None:
    left = leave_behind(file, content)
    assert left_behind(file) is None
    assert left.read_text("utf-8") == content


async def test_a_file_that_somebody_made_is_shown_and_not_believed(file: Path) -> None:
    made = json.loads(kept(file))
    made["keys"] = ["9.9", "[/x]\x1b[2J"]
    made["draft"] |= {"position": "nonsense", "note": "[red]\x1b]0;x\x07", "evil": 1}
    leave_behind(file, json.dumps(made))
    async with sitting(file) as at:
        await at.until(lambda: isinstance(at.screen, UnsavedScreen))
        await at.press("enter")
        await at.until(lambda: isinstance(at.screen, DecisionScreen))
        await at.press("f2")
        await at.shows("'9.9' is no measure", "[red]␛]0;x␇")
        assert at.desk.history(None) == ()


async def test_another_state_and_another_programme(file: Path) -> None:
    leave_behind(file, kept(file, Unsaved(TYPED.programme, "XX", ("1.1",), Draft("participates"))))
    async with sitting(file) as at:
        await at.until(lambda: at.screen is at.main)
    leave_behind(file, kept(file, Unsaved(TYPED.programme, "KZ", ("1.1",), Draft("participates"))))
    async with sitting(file) as at:
        await at.until(lambda: isinstance(at.screen, UnsavedScreen))
        await at.press("enter")
        await at.shows("KZ decides on 1.1")
