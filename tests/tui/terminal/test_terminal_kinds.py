"""Terminals of many kinds and sizes."""

import re
from pathlib import Path

import pytest
from terminal import DOWN, ENTER, ESCAPE, terminal


@pytest.mark.parametrize("kind", ["xterm-256color", "xterm", "vt100", "linux", "screen", "tmux"])
def test_kinds_of_terminals(folder: Path, kind: str) -> None:
    with terminal(folder, environment={"TERM": kind, "COLORTERM": ""}) as it:
        it.wait_for("0 of 37 decided", "? undetermined", "d Decide", "q Quit")
        it.type(f"{DOWN}d")
        it.wait_for("AZ decides on 1.2", "Esc leaves")
        it.type(ESCAPE)
        it.wait_until_gone("AZ decides")
        it.type("q")
        assert it.wait_for_end() == 0
        assert it.is_as_before()


def test_without_colours(folder: Path) -> None:
    with terminal(folder, environment={"NO_COLOR": "1"}) as it:
        it.wait_for("0 of 37 decided", "1.2   Aşağıdakı")
        it.type(DOWN)
        it.wait_for("1.2  Aşağıdakı sənədlərin")
        assert it.is_reversed("1.2   Aşağıdakı")
        assert not it.is_reversed("1.3   İnsanın")
        colours = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", it.sent)
        assert colours
        assert all(red == green == blue for red, green, blue in colours)


def test_the_window_changes_its_size(folder: Path) -> None:
    with terminal(folder) as it:
        it.wait_for("1.1  İnsan alverinə qarşı mübarizə sahəsində")
        it.resize(120, 40)
        it.wait_for("1.1  (printed 1.1.)", "Position of AZ")
        it.type(f"d{DOWN}{ENTER}{ENTER}Nazirlər")
        it.wait_for("Nazirlər")
        it.resize(60, 20)
        it.wait_for("Nazirlər", "F2 or Ctrl+S records")
        it.resize(40, 10)
        it.wait_for("This window has 40 columns and 10 lines.")
        it.resize(80, 24)
        it.wait_for("AZ decides on 1.1", "Nazirlər")
        it.type(ESCAPE)
        it.wait_for("Leave without recording?")
        it.type(f"{DOWN}{ENTER}")
        it.wait_for("0 of 37 decided", "1.1   İnsan alver")


def test_an_idle_dashboard_sends_nothing_and_a_cursor_key_little(folder: Path) -> None:
    with terminal(folder) as it:
        it.wait_for("1.1  İnsan alverinə qarşı", "q Quit")
        while it.silence(0.5):
            pass
        assert it.silence(1.5) == b""
        before = len(it.sent)
        it.type(DOWN)
        it.wait_for("1.2  Aşağıdakı sənədlərin")
        while it.silence(0.3):
            pass
        assert len(it.sent) - before <= 800  # two rows, and the first words of the measure


def test_the_palette_is_idle_too(folder: Path) -> None:
    with terminal(folder) as it:
        it.wait_for("0 of 37 decided", "q Quit")
        it.type("\x10")
        it.wait_for("Search for commands")
        while it.silence(1):
            pass
        assert it.silence(2) == b""


def test_a_locale_without_our_letters(folder: Path) -> None:
    with terminal(folder, environment={"LC_ALL": "C"}) as it:
        it.wait_for("0 of 37 decided", "1.1   Insan alver", "? undetermined", "- not bound")
        it.type(f"{DOWN}d")
        it.wait_for("AZ decides on 1.2", "Esc leaves")
        assert it.sent.isascii()
    with terminal(folder, "measures", "qurban", environment={"LC_ALL": "C"}) as it:
        assert it.wait_for_end() == 0
        assert it.sent.isascii()
        assert "Insan alveri" in it.text


def test_our_letters_are_typed_where_the_locale_has_none(folder: Path) -> None:
    with terminal(folder, environment={"LC_ALL": "C"}) as it:
        it.wait_for("0 of 37 decided")
        it.type("/şəxslərin")
        it.wait_for("1 of 37", "sexslerin")
        it.type(ESCAPE)
        it.wait_for("All measures")
        it.type("в")  # d on a Russian keyboard
        it.wait_for("AZ decides on 1.1")
        assert it.sent.isascii()


def test_an_encoding_without_all_our_letters(folder: Path) -> None:
    with terminal(folder, environment={"PYTHONIOENCODING": "koi8-r"}) as it:
        it.wait_for("0 of 37 decided", "Insan alver")
        assert "\\" not in it.sent.decode("koi8-r")


@pytest.mark.parametrize(
    ("locale", "encoding"), [("C", "ascii"), ("POSIX", "ascii"), ("xx_YY.KOI8-R", "koi8-r")]
)
def test_a_locale_that_python_takes_for_another(folder: Path, locale: str, encoding: str) -> None:
    # Or the Python that opens the terminal here would pass another one on.
    environment = {"LC_ALL": "", "LANG": locale, "PYTHONCOERCECLOCALE": "0"}
    for arguments in ((), ("measures", "qurban")):
        with terminal(folder, *arguments, environment=environment) as it:
            if arguments:
                assert it.wait_for_end() == 0
            else:
                it.wait_for("0 of 37 decided", "? undetermined")
            assert "alver" in it.sent.decode(encoding)


def test_bytes_that_are_no_letters(folder: Path) -> None:
    with terminal(folder) as it:
        it.wait_for("0 of 37 decided")
        it.send(b"\xff\xc3(\x80")
        it.type("/2.4")
        it.wait_for("1 of 37")
        it.type(ESCAPE)
        it.wait_for("All measures")
        it.type("q")
        assert it.wait_for_end() == 0


def test_a_teletype_gets_plain_lines(folder: Path) -> None:
    with terminal(folder, environment={"TERM": "dumb"}) as it:
        assert it.wait_for_end() == 0
        assert "0 of 37 measures decided" in it.text
        assert b"\x1b" not in it.sent
