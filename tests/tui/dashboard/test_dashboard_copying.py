"""Copying: what is copied on each screen, where it goes, and what is said of it."""

import errno
import os
import stat
import subprocess
from base64 import b64encode
from pathlib import Path

import pytest
from sitting import HOSTILE, NARROW, NOW, PROGRAMME, WIDE, Sitting, recorded, sitting
from textual.events import MouseDown
from textual.widgets import Input

from store.drafts import TreatyDraft
from store.register import Register
from store.values import View
from tui.dashboard import clipboard
from tui.dashboard.clipboard import FILE_NAME, LONGEST, terminal_takes_it, write_copy
from tui.dashboard.screens.dialog import TroubleScreen
from tui.dashboard.widgets.copied_line import CopiedLine

TAKEN = "Copied to the clipboard by the terminal (OSC 52); once more: to a file"
FIRST = (
    "1.1  (printed 1.1.)\nSection I  Təşkilati-hüquqi tədbirlər\n\nİnsan alverinə qarşı mübarizə"
)


@pytest.fixture(autouse=True)
def _in_a_terminal_that_takes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("TMUX", "STY", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)


def listen(at: Sitting) -> list[str]:
    """What is sent to the terminal from now on; a screen under test sends nothing itself."""
    sent: list[str] = []
    assert at.app._driver
    at.app._driver.write = sent.append  # type: ignore[method-assign]
    return sent


def told(at: Sitting) -> str:
    """What is said of where it went."""
    lines = at.screen.query(CopiedLine)
    return lines.last().said if lines else ""


def copied_file(file: Path) -> str:
    return file.with_name(FILE_NAME).read_text("utf-8")


# -- where it goes ---------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["e", "у", "f12"])
async def test_the_terminal_is_handed_it_and_once_more_writes_a_file(file: Path, key: str) -> None:
    async with sitting(file) as at:
        sent = listen(at)
        await at.press(key)
        text = at.app.clipboard
        assert text.startswith(FIRST)
        assert sent == [f"\x1b]52;c;{b64encode(text.encode()).decode()}\a"]
        assert told(at) == TAKEN
        assert not file.with_name(FILE_NAME).exists()

        await at.press(key)
        assert told(at) == f"Copied to the file {file.with_name(FILE_NAME)}"
        assert copied_file(file) == f"{text}\n"
        assert len(sent) == 1


async def test_something_else_is_handed_to_the_terminal_again(file: Path) -> None:
    async with sitting(file) as at:
        sent = listen(at)
        await at.press("e", "down", "e")
        assert at.app.clipboard.startswith("1.2  (printed 1.2.)")
        await at.press("up", "e", "down", "up", "e")  # the line is gone: it is not once more
        assert len(sent) == 4
        assert not file.with_name(FILE_NAME).exists()


async def test_the_line_goes_with_the_next_key_and_leaves_the_keys(file: Path) -> None:
    async with sitting(file) as at:
        before = at.lines
        await at.press("e")
        assert told(at) == TAKEN
        assert at.lines[:-1] == before[:-1]
        await at.press("down", "up")
        assert told(at) == ""
        await at.until(lambda: at.lines == before)


async def test_a_terminal_without_a_clipboard_has_the_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("linux", "vt100"):
        monkeypatch.setenv("TERM", kind)
        async with sitting(file) as at:
            sent = listen(at)
            await at.press("down", "e")
            assert told(at) == f"Copied to the file {file.with_name(FILE_NAME)}"
            assert not sent
            assert copied_file(file).startswith("1.2  (printed 1.2.)")
        file.with_name(FILE_NAME).unlink()


async def test_what_is_too_long_for_a_terminal_goes_to_the_file(file: Path) -> None:
    async with sitting(file) as at:
        sent = listen(at)
        at.app.copy_to_clipboard("ə" * (LONGEST // 2))
        assert len(sent) == 1
        at.app.copy_to_clipboard("ə" * (LONGEST // 2) + "və")
        assert len(sent) == 1
        await at.settled()
        assert told(at).startswith("Too long for a terminal; copied to the file /")
        assert copied_file(file).endswith("və\n")


async def test_a_click_on_the_line_copies_once_more_and_one_elsewhere_ends_it(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("e")
        assert told(at) == TAKEN
        await at.pilot.click(offset=(10, 23))
        await at.settled()
        assert told(at).startswith("Copied to the file")
        assert copied_file(file).startswith(FIRST)
        await at.pilot.click(offset=(10, 23))
        await at.settled()
        assert told(at) == ""
        await at.press("e")
        assert told(at) == TAKEN
        pressed = {"x": 40, "y": 6, "delta_x": 0, "delta_y": 0, "button": 1}
        modifiers = {"shift": False, "meta": False, "ctrl": False}
        at.app.post_message(MouseDown(None, **pressed, **modifiers))
        await at.settled()
        assert told(at) == ""


# -- the file --------------------------------------------------------------------------------------


async def test_a_file_that_cannot_be_written_is_told_and_nothing_is_lost(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "vt100")
    async with sitting(file) as at:
        await at.press("e")
        before = copied_file(file)

        def full(_number: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(clipboard.os, "fsync", full)
        await at.press("down", "e")
        assert isinstance(at.screen, TroubleScreen)
        await at.shows("Nothing was copied:", "no space left on device", "as it was; make room")
        assert copied_file(file) == before
        assert sorted(each.name for each in file.parent.glob("copied*")) == [FILE_NAME]
        monkeypatch.undo()
        await at.press("escape", "e", "e")
        assert copied_file(file).startswith("1.2")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_copy(tmp_path / "gone", "x")


def test_the_file_is_its_owners_alone_and_replaced_as_a_whole(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    left_behind = tmp_path / f"{FILE_NAME}.{os.getpid()}.new"
    left_behind.symlink_to(elsewhere)
    file = write_copy(tmp_path, "ə\nё")
    assert file.read_text("utf-8") == "ə\nё\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert elsewhere.read_text() == "mine"
    write_copy(tmp_path, "z")
    assert file.read_text("utf-8") == "z\n"


# -- which terminals -------------------------------------------------------------------------------


XTERM = {"TERM": "xterm-256color"}
KNOWN = [
    ({"TERM": "xterm"}, "linux"),
    (XTERM, "linux"),
    ({"TERM": "xterm-kitty"}, "linux"),
    ({"TERM": "tmux-256color"}, "linux"),
    ({"TERM": "alacritty"}, "linux"),
    ({"TERM": "foot-extra"}, "linux"),
    ({"TERM": "wezterm"}, "darwin"),
    ({"WT_SESSION": "4a1f"}, "win32"),
    ({"TERM_PROGRAM": "vscode"}, "win32"),
]
NOT_KNOWN = [
    ({"TERM": "linux"}, "linux"),
    ({"TERM": "vt100"}, "linux"),
    ({"TERM": "vt220"}, "linux"),
    ({"TERM": "dumb"}, "linux"),
    ({"TERM": "rxvt-unicode-256color"}, "linux"),
    ({"TERM": "screen.xterm-256color"}, "linux"),
    ({"TERM": "screen-256color"}, "linux"),
    (XTERM | {"STY": "4711.tty"}, "linux"),
    (XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, "darwin"),
    ({}, "linux"),
    ({}, "win32"),
]
IN_TMUX = {"TMUX": "socket,1,0", "TERM": "screen"}


@pytest.mark.parametrize(("environ", "system"), KNOWN)
def test_terminals_that_are_known_to_take_it(environ: dict[str, str], system: str) -> None:
    assert terminal_takes_it(environ, system)


@pytest.mark.parametrize(("environ", "system"), NOT_KNOWN)
def test_terminals_that_are_not(environ: dict[str, str], system: str) -> None:
    assert not terminal_takes_it(environ, system)


@pytest.mark.parametrize("told", ["echo on", "exit 1", "echo external", "echo off"])
def test_tmux_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    asked = tmp_path / "tmux"
    asked.write_text(f"#!/bin/sh\n{told}\n")
    asked.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert terminal_takes_it(IN_TMUX, "linux") is (told in {"echo on", "exit 1"})


def test_a_tmux_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("tmux", 1)

    monkeypatch.setattr(subprocess, "run", late)
    assert terminal_takes_it(IN_TMUX, "linux")


# -- what is copied --------------------------------------------------------------------------------


async def test_a_measure_as_a_person_pastes_it(register: Register, file: Path) -> None:
    recorded(register, "1.4.c", authority="Nazirlər Kabineti")
    async with sitting(file) as at:
        await at.narrow("1.4")
        await at.press("e")
        text = at.app.clipboard
        assert text.startswith("1.4  (printed 1.4.)\n")
        assert "  c) insan alverinə qarşı mübarizə sahəsində" in text
        assert "Position of AZ on 2008-06-02\n? undetermined: AZ has not determined" in text
        assert "\nItems: c" in text
        assert "\nExecutors\n" in text
        assert "\nDeadline\n" in text
        assert "w tells" not in text  # no keys in a letter
        assert "(t shows" not in text
        assert not any(line != line.rstrip() for line in text.splitlines())

        await at.press("down", "down", "down", "e")
        assert at.key == "1.4.c"
        text = at.app.clipboard
        assert text.startswith("1.4.c  (printed 1.4.)\n")
        assert "a) " not in text
        assert text.count("AZ participates") == 1
        assert "by its decision of 2008-03-04\n  by: Nazirlər Kabineti" in text


async def test_what_is_marked_is_copied_together(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("space", "space", "e")
        one, other = at.app.clipboard.split("\n\n\n")
        assert one.startswith(FIRST)
        assert other.startswith("1.2  (printed 1.2.)")


async def test_a_translation_is_marked(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("l", "e")
        assert "\n(unofficial translation)\nTo consider, in order" in at.app.clipboard
        await at.press("l", "e")
        assert "\n(неофициальный перевод)\n" in at.app.clipboard
        await at.press("enter", "e")
        assert "\n(неофициальный перевод)\n" in at.app.clipboard
        await at.press("escape", "l", "e")
        assert at.app.clipboard.startswith(FIRST)
        assert "unofficial" not in at.app.clipboard


SCREENS = (
    ("enter", "1.2  (printed 1.2.)", "Position of AZ on 2008-06-02"),
    ("g", "AZ  on 2008-06-02\n6.1  “", "\nRule: within 3 months", "3 months are counted"),
    ("t", "Treaties: where each state stands on 2008-06-02\nAZ: consented", "1.2.a: "),
    ("w", "1.2\nPosition: ● AZ participates (1.2", "Decision: testhere-1 of", "Would change it: "),
    ("h", "2008-06-02  1.2  AZ reports for 2008: in progress", "testhere-3 · recorded"),
    ("r", "The act: 5 Programme", "1.2. Aşağıdakı", "[● participates]", "Note (ours): "),
    ("y", "1.2  2008: in progress. Yarısı", "● participates: AZ decided on", "Aşağıdakı sənəd"),
    ("k", "1.2: work is reported for 2008", "\nRule: ", "istirak decide 1.2 --position"),
    ("c", "1.2: work 2008  Aşağıdakı", "before: nothing", "after:  in progress", "testhere-3"),
)


@pytest.mark.parametrize(("key", "expected"), [(key, texts) for key, *texts in SCREENS])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80", "120"])
async def test_each_screen(
    register: Register, file: Path, key: str, expected: list[str], size: tuple[int, int]
) -> None:
    recorded(register, "1.2")
    draft = TreatyDraft("accession", "2007-01-02", "nota 7")
    register.treaties.record(PROGRAMME, "AZ", "return-of-minors-2002", draft, NOW)
    view = View(PROGRAMME, "AZ", NOW.date())
    register.returns.say(view, 2008, ["1.2"], status="in-progress", text="Yarısı", at=NOW)
    async with sitting(file, size) as at:
        await at.press("down", key)
        if key == "enter" and size == WIDE:
            assert at.screen is at.main  # the measure stands beside the docket
        else:
            assert at.screen is not at.main
        sent = listen(at)
        await at.press("e")
        assert at.app.clipboard.startswith(expected[0]), at.app.clipboard
        for text in expected[1:]:
            assert text in at.app.clipboard, at.app.clipboard
        assert len(sent) == 1
        assert told(at) == TAKEN
        await at.press("у")
        assert told(at) == f"Copied to the file {file.with_name(FILE_NAME)}"
        assert copied_file(file) == at.app.clipboard + "\n"


@pytest.mark.parametrize("key", ["enter", "g", "t", "r", "y", "c"])
async def test_each_screen_in_a_translation(register: Register, file: Path, key: str) -> None:
    recorded(register, "1.2")
    async with sitting(file) as at:
        await at.press("l", "down", key, "e")
        assert at.app.clipboard.count("(unofficial translation)") == 1, at.app.clipboard
        await at.press("l", "l", "e")
        assert "translation" not in at.app.clipboard


async def test_a_ladder_and_a_year_without_a_release(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("t", "enter", "e")
        assert at.app.clipboard.startswith("AZ on trafficking-1949: nothing recorded\n")
        await at.press("escape", "escape", "y", "s", "e")
        assert told(at) == "There is nothing here to copy"


async def test_a_release_from_top_to_bottom(register: Register, file: Path) -> None:
    recorded(register, "1.1", responsible="Daxili İşlər Nazirliyi")
    view = View(PROGRAMME, "AZ", NOW.date())
    register.returns.say(view, 2007, ["1.1"], status="done", text="Hazırdır", at=NOW)
    register.returns.release(view, 2007, "14", NOW)
    async with sitting(file) as at:
        await at.press("y", "s", "e")
        text = at.app.clipboard
        assert text.startswith(
            "Information of Azərbaycan Respublikası for 2007\nNo 14 of 2008-06-02"
        )
        assert "\n1.1  İnsan alverinə" in text
        assert "\n6.3-2  " in text
        await at.press("enter", "e")
        assert at.app.clipboard == text
        await at.press("l", "e")
        assert at.app.clipboard.endswith("\n(unofficial translation)")


async def test_nothing_to_copy(file: Path) -> None:
    async with sitting(file) as at:
        sent = listen(at)
        await at.narrow("zzzz")
        await at.press("e")
        assert told(at) == "There is nothing here to copy"
        assert not sent
        assert not file.with_name(FILE_NAME).exists()


async def test_words_that_are_typed_are_words(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("/", *"eke")
        assert at.app.clipboard == ""
        assert at.screen.query_one(Input).value == "eke"


async def test_what_would_steer_a_terminal_is_shown_in_the_copy(
    register: Register, file: Path
) -> None:
    recorded(register, "1.1", note=HOSTILE)
    async with sitting(file) as at:
        await at.press("e")
        assert "[/x] [red] \\ " in at.app.clipboard
        assert not set("\x1b\x07\u202e\x00\u200b") & set(at.app.clipboard)


# -- what is selected ------------------------------------------------------------------------------


async def test_ctrl_c_copies_what_is_selected_and_leaves_when_nothing_is(file: Path) -> None:
    async with sitting(file) as at:
        sent = listen(at)
        await at.press("/")
        await at.type("1.2")
        at.screen.query_one(Input).select_all()
        await at.press("ctrl+c")
        assert at.app.clipboard == "1.2"
        assert sent == ["\x1b]52;c;MS4y\a"]
        assert told(at) == TAKEN
        await at.press("ctrl+c")
        assert told(at).startswith("Copied to the file")
        assert copied_file(file) == "1.2\n"
        await at.press("escape", "ctrl+c")
        assert at.app._exit


async def test_ctrl_c_copies_what_the_mouse_has_selected(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("enter")
        await at.pilot.mouse_down(offset=(1, 0))
        await at.pilot.hover(offset=(4, 0))
        await at.pilot.mouse_up(offset=(4, 0))
        await at.settled()
        assert at.screen.get_selected_text()
        await at.press("ctrl+c")
        assert at.app.clipboard == at.screen.get_selected_text()
        assert not at.app._exit
        assert told(at) == TAKEN


async def test_the_palette_copies_on_every_screen(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("g", "ctrl+p")
        await at.type("copy")
        await at.shows("Copy what the cursor stands on")
        await at.press("enter")
        await at.until(lambda: at.app.clipboard.startswith("AZ  on 2008-06-02"))
        assert told(at) == TAKEN
