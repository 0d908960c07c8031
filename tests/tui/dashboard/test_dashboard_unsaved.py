"""What was typed and not recorded: kept, offered again, forgotten."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sitting import NOW, PROGRAMME, WIDE, YES, Sitting, ledger, recorded, sitting

from store.register import Register
from store.values import View
from tui.dashboard.screens.decision import DecisionScreen
from tui.dashboard.screens.dialog import Question
from tui.dashboard.screens.form import Form
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.unsaved import FORMS, UnsavedScreen, form_again
from tui.dashboard.unsaved import Keeper, Unsaved
from tui.visible import visible

TYPED = Unsaved(
    "decision",
    PROGRAMME,
    "AZ",
    ("2.4", "2.4.ç"),
    {"position": "participates", "decided_on": "2008-06-01", "authority": "X"},
)
ENDED = 2**22 + 1  # no process has this number


def left(file: Path) -> list[Path]:
    return sorted(file.parent.glob("unsaved-*"))


def leave_behind(file: Path, kept: Unsaved | str = TYPED, number: int = ENDED) -> Path:
    """What a process with a number would have left."""
    own = file.with_name(f"unsaved-{number}-a.json")
    if isinstance(kept, str):
        own.write_text(kept, "utf-8")
    else:
        keeper = Keeper(file)
        keeper.keep(kept)
        keeper._file.rename(own)
    return own


def found(file: Path) -> list[tuple[Path, Unsaved]]:
    return list(Keeper(file).left_behind())


def test_what_is_kept_is_found_again(file: Path) -> None:
    assert found(file) == []
    behind = leave_behind(file)
    assert stat.S_IMODE(behind.stat().st_mode) == 0o600
    assert found(file) == [(behind, TYPED)]
    one, other = Keeper(file), Keeper(file)
    assert one.adopt(behind)
    assert not other.adopt(behind)  # two windows that were asked at once
    assert list(one.left_behind()) == []
    one.forget()
    assert left(file) == []


def test_what_a_program_that_runs_keeps_is_not_taken_from_it(file: Path) -> None:
    leave_behind(file, number=os.getppid())
    assert found(file) == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell")
def test_a_program_that_has_ended_and_nobody_asked_how_has_ended(file: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE) as ended:
        assert ended.stdout
        ended.stdout.read()
        behind = leave_behind(file, number=ended.pid)
        os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)
        assert found(file) == [(behind, TYPED)]


def test_a_number_that_comes_again_is_another_process(file: Path) -> None:
    behind = leave_behind(file, number=os.getpid())
    keeper = Keeper(file)
    keeper.keep(TYPED)
    assert list(keeper.left_behind()) == [(behind, TYPED)]
    keeper.forget()
    assert left(file) == [behind]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        "null",
        "\0",
        "[" * 100_000,
        '{"form": 1}',
        '{"form": "decision", "programme": "p", "state": "AZ", "subject": 1, "typed": {}}',
        '{"form": "decision", "programme": "p", "state": "AZ", "subject": [], "typed": []}',
        '{"form": "decision", "programme": "p", "state": "AZ", "subject": [1], "typed": {}}',
        '{"form": "decision", "programme": "p", "state": [], "subject": [], "typed": {}}',
        '{"form": "decision", "programme": "p", "state": 0, "subject": [], "typed": {"a": 1}}',
        '{"programme": "p", "state": "AZ", "keys": ["1.1"], "draft": {"note": "of before"}}',
    ],
)
def test_what_is_no_such_file_is_left_alone(file: Path, content: str) -> None:
    behind = leave_behind(file, content)
    assert found(file) == []
    assert behind.read_text("utf-8") == content


async def offered(at: Sitting) -> UnsavedScreen:
    await at.until(lambda: isinstance(at.screen, UnsavedScreen))
    await at.settled()
    assert isinstance(at.screen, UnsavedScreen)
    return at.screen


async def test_a_file_that_somebody_made_is_shown_and_not_believed(file: Path) -> None:
    made = {"position": "nonsense", "note": "[red]\x1b]0;x\x07", "evil": "1"}
    leave_behind(file, replace(TYPED, subject=("9.9", "[/x]\x1b[2J"), typed=made))
    async with sitting(file) as at:
        await offered(at)
        await at.shows("AZ decides on 2 measures and items", "Note: [red]␛]0;x␇")
        await at.press("enter")
        await at.until(lambda: isinstance(at.screen, DecisionScreen))
        await at.press("f2")
        await at.shows("'9.9' is no measure", "[red]␛]0;x␇")
        assert at.desk.history(None) == ()


@pytest.mark.parametrize(
    "other",
    [
        replace(TYPED, state="XX"),
        replace(TYPED, state=7),
        replace(TYPED, programme="another"),
        replace(TYPED, form="another"),
        replace(TYPED, form="../app:DashboardApp"),
        replace(TYPED, form="fulfilment", subject=("1.1", "None", "x")),
        replace(TYPED, form="fulfilment", subject=("1.1", "2099")),
        replace(TYPED, form="treaty-action", subject=("XX", "trafficking-1949")),
        replace(TYPED, form="treaty-action", subject=("AZ", "none")),
        replace(TYPED, form="progress", subject=()),
        replace(TYPED, form="progress", subject=("2008", "9.9")),
        replace(TYPED, form="release", subject=("year",)),
        replace(TYPED, form="release", subject=("2099",)),
        replace(TYPED, form="retraction", subject=("testhere-9",)),
    ],
)
async def test_what_is_about_nothing_here_is_left_alone(file: Path, other: Unsaved) -> None:
    behind = leave_behind(file, other)
    async with sitting(file) as at:
        assert at.screen is at.main
        assert at.desk.view.state == "AZ"
    assert left(file) == [behind]


async def test_it_does_not_stand_before_what_can_be_gone_on_with(file: Path) -> None:
    leave_behind(file, replace(TYPED, programme="another"))
    file.with_name(f"unsaved-{ENDED}-b.json").write_bytes(leave_behind(file, number=1).read_bytes())
    file.with_name("unsaved-1-a.json").unlink()
    async with sitting(file) as at:
        await offered(at)


async def test_of_another_state(file: Path) -> None:
    leave_behind(file, replace(TYPED, state="KZ", subject=("1.1",), typed={"source": "nota"}))
    async with sitting(file) as at:
        await offered(at)
        await at.shows("KZ decides on 1.1", "Source: nota")
        assert at.desk.view.state == "AZ"
        await at.press("enter")
        await at.shows("KZ decides on 1.1 (communicated")
        assert at.value("source") == "nota"
        assert at.desk.view.state == "KZ"


# -- each form -------------------------------------------------------------------------------------

DAY = "2008-05-06"
FILLED: dict[str, tuple[Sequence[str], Sequence[str], dict[str, str], str]] = {
    # the keys that open it, those that choose in it, what is typed, and what it then says it is
    "confirmation": ((), (), {"source": "nota 7"}, "AZ stands by its decision on 1.1"),
    "decision": (
        ("space", "space", "d"),
        ("down", "down"),
        {"decided_on": DAY, "authority": "[/x] Nazirlər", "note": "\x1b"},
        "AZ decides on 2 measures and items: 1.1, 1.2",
    ),
    "fulfilment": (
        ("g", "home", "f"),
        (),
        {"decided_on": DAY, "reference": "plan", "note": "1"},
        "AZ fulfilled 6.1",
    ),
    "notification": (
        ("g", "n"),
        (),
        {"decided_on": DAY, "reference": "nota 7"},
        "AZ deposited its notification",
    ),
    "officer": (("o", "down", "enter"), (), {"name": "Leyla"}, "Welcome to İştirak"),
    "progress": (
        ("y", "down", "enter"),
        ("down",),
        {"text": "görüldü", "on": DAY},
        "AZ reports for 2008 on 1.2",
    ),
    "release": (
        (),
        (),
        {"number": "7-k", "decided_on": DAY},
        "Release AZ's information for 2007",
    ),
    "retraction": (("h", "u"), (), {"reason": "səhv"}, "Take back an entry: testhere-1"),
    "treaty-action": (
        ("t", "down", "d"),
        ("down", "down"),
        {"decided_on": DAY, "source": "depozitari"},
        "AM acts on trafficking-1949",
    ),
}
PUSHED = {"confirmation": ("1.1",), "release": ("2007",)}
"""What takes many keys to come to: the subjects."""


def test_every_form_is_tried() -> None:
    assert FILLED.keys() == FORMS.keys()


async def opened(at: Sitting, kind: str) -> Form[Any]:
    if kind in PUSHED:
        empty = Unsaved(kind, PROGRAMME, "AZ", PUSHED[kind], {})
        form = form_again(at.desk, empty)
        assert form
        at.app.push_screen(form)
    await at.press(*FILLED[kind][0])
    assert isinstance(at.screen, Form)
    assert kind == at.screen.KIND
    return at.screen


async def filled(at: Sitting, kind: str) -> dict[str, str]:
    """Fill a form in and wait until it is kept; what stands in it."""
    form = await opened(at, kind)
    await at.press(*FILLED[kind][1])
    for field, text in FILLED[kind][2].items():
        await at.fill(field, text)
    stands = form.typed
    assert stands.items() > FILLED[kind][2].items() or not FILLED[kind][1]

    def kept() -> bool:
        return any(
            json.loads(each.read_text("utf-8"))["typed"] == stands
            for each in left(at.desk.register.path)
        )

    await at.until(kept)
    return stands


@pytest.mark.parametrize("kind", FILLED)
async def test_what_is_typed_is_offered_again_as_it_was(
    register: Register, file: Path, kind: str
) -> None:
    recorded(register, "1.1", responsible="Nazirlik")
    async with sitting(file) as at:
        stands = await filled(at, kind)
        subject = at.screen._subject
    (behind,) = left(file)
    async with sitting(file, WIDE) as at:
        await offered(at)
        await at.shows(FILLED[kind][3], *map(visible, FILLED[kind][2].values()))
        await at.press("escape")  # later
        assert isinstance(at.screen, MainScreen)
        assert left(file) == [behind]
    async with sitting(file) as at:
        await offered(at)
        await at.press("enter")
        again = at.screen
        assert isinstance(again, Form)
        assert (again.KIND, again._subject, again.typed) == (kind, subject, stands)
        await at.press("escape")
        assert isinstance(at.screen, Question)  # it is still only typed
        await at.press(*YES)
        assert isinstance(at.screen, MainScreen)
    assert left(file) == []
    assert len(ledger(file)) == 1


async def test_a_long_text_leaves_room_for_what_can_be_done(file: Path) -> None:
    leave_behind(file, replace(TYPED, typed={"note": "ə" * 4000, "act": "a\nb"}))
    async with sitting(file) as at:
        await offered(at)
        await at.shows("AZ decides on 2 measures and items: 2.4, 2.4.ç", "Note: əəə", "Throw it")


async def test_what_another_said_meanwhile_stays(register: Register, file: Path) -> None:
    def says(text: str) -> None:
        view = View(PROGRAMME, "AZ", NOW.date())
        register.returns.say(view, 2008, ["1.1"], status="not-started", text=text, at=NOW)

    says("before")
    async with sitting(file) as at:
        await at.press("y", "enter", "down")
        await at.until(lambda: left(file))
    says("meanwhile")
    async with sitting(file) as at:
        await offered(at)
        await at.press("enter")
        assert at.value("text") == "meanwhile"
        await at.press("f2")
        assert at.said.startswith("Recorded: AZ reports for 2008")
    (*_, last) = ledger(file)
    assert (last.details["status"], last.details["text"]) == ("in-progress", "meanwhile")


async def test_a_new_user_goes_on_with_their_name(new: Path) -> None:
    async with sitting(new) as at:
        await at.press("down", "enter", *"Leyla")
        await at.until(lambda: left(new))
    async with sitting(new) as at:
        await offered(at)
        await at.press("enter", "f2")
        assert isinstance(at.screen, MainScreen)
        assert (at.desk.officer.state, at.desk.officer.name) == ("AM", "Leyla")
    assert left(new) == []


async def test_two_windows_that_are_asked_at_once_do_not_both_go_on(file: Path) -> None:
    leave_behind(file)
    async with sitting(file) as one, sitting(file) as other:
        await offered(one)
        await offered(other)
        await one.press("enter")
        assert isinstance(one.screen, DecisionScreen)
        await other.press("enter")
        assert isinstance(other.screen, MainScreen)
        assert other.said == "Another window has gone on with it"
        assert len(left(file)) == 1
