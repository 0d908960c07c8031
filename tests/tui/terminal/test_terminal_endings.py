"""How the dashboard ends: asked, killed, or with its terminal gone."""

import signal
from pathlib import Path

import pytest
from terminal import CTRL_C, DOWN, ENTER, F2, Terminal, istirak, terminal

DELETE = "\x1b[3~"


def record(it: Terminal) -> None:
    it.wait_for("0 of 37 decided")
    it.type(f"d{ENTER}{F2}")
    it.wait_for("Recorded: AZ participates, 1.1")


def begin_another(it: Terminal) -> None:
    it.type(f"{DOWN}d{ENTER}{ENTER}Nazirlər")
    it.wait_for("AZ decides on 1.2", "Nazirlər")


def nothing_is_lost_or_held(folder: Path) -> None:
    istirak(folder, "verify")
    istirak(folder, "decide", "1.3", "--position", "participates")
    typed = list(folder.glob("unsaved-*"))
    with terminal(folder) as it:
        if typed:
            it.wait_for("Typed, and not recorded", "authority: Nazirlər")
            it.type(DELETE)
        it.wait_for("2 of 37 decided", "● participates")
        it.type("q")
        assert it.wait_for_end() == 0


@pytest.mark.parametrize("key", ["q", CTRL_C, "\x1b[21~"], ids=["q", "Ctrl+C", "F10"])
def test_it_leaves_the_terminal_as_it_found_it(folder: Path, key: str) -> None:
    with terminal(folder) as it:
        it.wait_for("0 of 37 decided")
        it.type(key)
        assert it.wait_for_end() == 0
        assert it.is_as_before()


def test_ctrl_c_does_not_throw_away_what_was_typed(folder: Path) -> None:
    with terminal(folder) as it:
        record(it)
        begin_another(it)
        it.type(CTRL_C)
        it.wait_for("Leave without recording?")
        it.type(ENTER)
        it.wait_until_gone("Leave without recording?")
        it.type(F2)
        it.wait_for("2 of 37 decided")


def test_killed_in_the_middle(folder: Path) -> None:
    with terminal(folder) as it:
        record(it)
        begin_another(it)
        it.process.kill()
        assert it.wait_for_end() == -signal.SIGKILL
    nothing_is_lost_or_held(folder)


def test_told_to_end(folder: Path) -> None:
    with terminal(folder) as it:
        record(it)
        begin_another(it)
        it.process.send_signal(signal.SIGTERM)
        it.wait_for_end()
        assert it.is_as_before()
    assert list(folder.glob("unsaved-*.json"))
    nothing_is_lost_or_held(folder)


def test_the_line_is_cut(folder: Path) -> None:
    with terminal(folder) as it:
        record(it)
        begin_another(it)
        it.process.send_signal(signal.SIGHUP)
        assert it.wait_for_end() == -signal.SIGHUP
    assert list(folder.glob("unsaved-*.json"))  # up to the last letter
    nothing_is_lost_or_held(folder)


def test_the_window_is_closed(folder: Path) -> None:
    with terminal(folder) as it:
        record(it)
        begin_another(it)
        it.hang_up()
        it.process.wait(60)
    nothing_is_lost_or_held(folder)
    assert not list(folder.glob("crash*"))
