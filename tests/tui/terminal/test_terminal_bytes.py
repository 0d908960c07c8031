"""What goes over the line: over a slow one, bytes are time."""

import sys
from pathlib import Path

import pytest
from terminal import DOWN, ENTER, ESCAPE, Terminal, istirak, terminal

FLOOR = Path(__file__).parents[3] / "bench" / "references" / "floor.py"
COLOURS = {"COLORTERM": "truecolor"}
A_KEY = 400
A_PICTURE = 1200


def settled(it: Terminal, seconds: float = 0.5) -> int:
    """How many bytes were sent until nothing came any more."""
    while it.silence(seconds):
        pass
    return len(it.sent)


def test_the_first_screen_takes_no_more_than_the_least_table_of_textual(folder: Path) -> None:
    if not FLOOR.exists():
        pytest.skip("the benchmarks are not here")
    least = Terminal(folder, program=(sys.executable, str(FLOOR)), environment=COLOURS)
    try:
        least.wait_for("1.1", "Measure 1 in words")
        most = settled(least)
    finally:
        least.close()
    with terminal(folder, environment=COLOURS) as it:
        it.wait_for("0 of 37 decided")
        assert settled(it) <= most


def test_a_cursor_key_takes_few_bytes(folder: Path) -> None:
    with terminal(folder, environment=COLOURS) as it:
        it.wait_for("0 of 37 decided")
        before = settled(it)
        it.type(DOWN * 10)
        assert 0 < settled(it) - before <= 10 * A_KEY


@pytest.mark.parametrize(
    ("keys", "most"),
    [
        ("h", 2000),  # the ledger, and an entry in full
        ("g", 3000),  # the agenda, and why it falls due
        ("y", 1500),
        ("k", 1000),
        ("r", 3000),  # all lines of the act move
        ("?", 3500),
        ("/ins", 1000),
    ],
)
def test_a_cursor_key_takes_what_changes_on_other_screens(
    folder: Path, keys: str, most: int
) -> None:
    istirak(folder, "decide", "1.1", "1.3", "--position", "participates", "--act", "7")
    with terminal(folder, environment=COLOURS) as it:
        it.wait_for("2 of 37 decided")
        before = settled(it)
        it.type(keys)
        assert settled(it) > before
        for _ in range(3):
            before = settled(it)
            it.type(DOWN)
            assert settled(it) - before <= most


def test_what_was_sent_adds_up_to_the_whole_picture(folder: Path) -> None:
    istirak(folder, "setup", "--officer", "漢字 é́ 한")
    with terminal(folder, environment=COLOURS) as it:
        it.wait_for("0 of 37")
        for keys in (
            *(DOWN, "l", "/ins漢字", f"{ESCAPE}x", "o", "é́한", f"{ESCAPE}{DOWN}{ENTER}"),
            *(
                "g",
                f"{DOWN}n",
                f"{ESCAPE}{ESCAPE}r",
                DOWN,
                f"{ESCAPE}?",
                DOWN,
                f"{ESCAPE}\x10",
            ),
        ):
            it.type(keys)
            settled(it, 0.25)
            there, before = it.cells, len(it.sent)
            it.type("\x0c")
            assert settled(it, 0.25) - before > A_PICTURE, "Ctrl+L draws all of it"
            same = it.cells == there  # pytest would compare them for minutes
            assert same, keys


def test_a_window_that_was_small_for_a_moment(folder: Path) -> None:
    with terminal(folder) as it:
        it.wait_for("0 of 37 decided", "q Quit")
        settled(it)
        whole = it.cells
        it.resize(70, 21)
        it.resize(80, 24)
        settled(it)
        same = it.cells == whole
        assert same
