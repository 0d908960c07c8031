"""Copying in a real terminal: the bytes that reach it, or the file."""

import re
import shutil
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest
from terminal import DOWN, istirak, terminal

TAKEN = "Copied to the clipboard by the terminal (OSC 52); once more: to a file"
FILE_NAME = "copied.txt"


def handed_over(sent: bytes) -> list[str]:
    """The texts that a terminal is to put on its clipboard."""
    return [
        b64decode(each, validate=True).decode() for each in re.findall(rb"\]52;c;(.*?)\a", sent)
    ]


@pytest.mark.parametrize("kind", ["xterm-256color", "tmux-256color"])
def test_the_terminal_is_handed_the_text(folder: Path, kind: str) -> None:
    with terminal(folder, environment={"TERM": kind}) as it:
        it.wait_for("0 of 37 decided", "q Quit")
        it.type(f"{DOWN}e")
        it.wait_for(TAKEN)
        (text,) = handed_over(it.sent)
        assert text.startswith("1.2  (printed 1.2.)\n")
        assert "qüvvəyə minməsi üçün" in text
        assert "? undetermined: AZ has not determined whether it participates" in text
        assert not (folder / FILE_NAME).exists()
        it.type("e")
        it.wait_for("Copied to the file")
        assert (folder / FILE_NAME).read_text("utf-8") == f"{text}\n"
        assert len(handed_over(it.sent)) == 1
        it.type(DOWN)
        it.wait_for("d Decide", "q Quit")
        while it.silence(0.3):
            pass
        assert it.silence(1.0) == b""
        it.type("q")
        assert it.wait_for_end() == 0
        assert it.is_as_before()


@pytest.mark.parametrize("kind", ["vt100", "linux", "screen"])
def test_a_terminal_without_a_clipboard_has_the_file(folder: Path, kind: str) -> None:
    with terminal(folder, environment={"TERM": kind, "COLORTERM": ""}) as it:
        it.wait_for("0 of 37 decided", "q Quit")
        it.type("\u0443")  # the same key on a Russian keyboard
        it.wait_for("Copied to the file")
        assert (folder / FILE_NAME).read_text("utf-8").startswith("1.1  (printed 1.1.)\n")
        it.type("q")
        assert it.wait_for_end() == 0
        assert b"]52;" not in it.sent


def test_a_locale_without_our_letters_copies_them_all_the_same(folder: Path) -> None:
    with terminal(folder, environment={"LC_ALL": "C"}) as it:
        it.wait_for("0 of 37 decided", "q Quit")
        it.type("e")
        it.wait_for(TAKEN)
        assert it.sent.isascii()
        (text,) = handed_over(it.sent)
        assert "İnsan alverinə qarşı" in text


def test_a_folder_that_may_not_be_written_to(folder: Path) -> None:
    (folder / FILE_NAME).mkdir()  # root may write anywhere
    (folder / FILE_NAME / "x").touch()
    with terminal(folder, environment={"TERM": "vt100"}) as it:
        it.wait_for("0 of 37 decided", "q Quit")
        it.type("e")
        it.wait_for("This did not work", "Nothing was copied:", "is a directory")
        it.type("\r")
        it.wait_until_gone("This did not work")
        it.type("q")
        assert it.wait_for_end() == 0
    assert "0 of 37" in istirak(folder, "status", "--brief")


def tmux(socket: Path, *arguments: str) -> str:
    done = subprocess.run(
        [shutil.which("tmux") or "", "-S", socket, "-f", "/dev/null", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
@pytest.mark.parametrize("clipboard", ["external", "on"])
def test_inside_tmux_what_it_passes_on_counts(folder: Path, clipboard: str) -> None:
    socket = folder.parent / "socket"
    tmux(socket, "new-session", "-d", "-x", "80", "-y", "24", "sleep 600")
    try:
        tmux(socket, "set-option", "-s", "set-clipboard", clipboard)
        inside = f"{socket},{tmux(socket, 'display-message', '-p', '#{pid}')},0"
        with terminal(folder, environment={"TERM": "screen", "TMUX": inside}) as it:
            it.wait_for("0 of 37 decided", "q Quit")
            it.type("e")
            it.wait_for(TAKEN if clipboard == "on" else "Copied to the file")
            assert len(handed_over(it.sent)) == (clipboard == "on")
    finally:
        tmux(socket, "kill-server")
