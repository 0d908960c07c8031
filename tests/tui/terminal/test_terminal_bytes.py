"""What goes over the line: over a slow one, bytes are time."""

import sys
from pathlib import Path

import pytest
from terminal import DOWN, Terminal, terminal

FLOOR = Path(__file__).parents[3] / "bench" / "references" / "floor.py"
COLOURS = {"COLORTERM": "truecolor"}
A_KEY = 400


def settled(it: Terminal) -> int:
    """How many bytes were sent until nothing came any more."""
    while it.silence(0.5):
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
