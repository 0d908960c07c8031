"""The installed command in a terminal of its own: what is typed, what is seen, how it ends."""

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import sysconfig
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pyte

COMMAND = Path(sysconfig.get_path("scripts")) / "istirak"
PATIENCE = 120.0  # seconds; only a broken program needs them

ENTER, ESCAPE, CTRL_C = "\r", "\x1b", "\x03"
UP, DOWN, LEFT, RIGHT = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C"
F2 = "\x1bOQ"

# A terminal belongs to who takes it: only then do its size and its end reach the program.
# Whoever runs the tests may have left the end of a terminal to be ignored; a login does not.
_TAKE_THE_TERMINAL = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGHUP, signal.SIG_DFL)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


class Terminal:
    """A terminal with the command in it.

    Args:
        folder: The data folder.
        arguments: What follows the name of the command.
        program: What is run in place of the command.
        size: Columns and lines.
        environment: What else the program finds in its environment.
    """

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        program: Sequence[str] = (str(COMMAND),),
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] = {},
    ) -> None:
        self.sent = b""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._ours, self._theirs = os.openpty()
        self._set_size(size)
        self.modes = self._modes()
        self.process = subprocess.Popen(
            [sys.executable, "-S", "-c", _TAKE_THE_TERMINAL, *program, *arguments],
            env=surroundings(folder) | dict(environment),
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            start_new_session=True,
        )

    # -- doing -------------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Type, all at once."""
        self.send(text.encode())

    def send(self, typed: bytes) -> None:
        """Type what is perhaps no text."""
        os.write(self._ours, typed)

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        self._read_what_is_there()
        self._screen.resize(lines, columns)
        self._set_size((columns, lines))

    def hang_up(self) -> None:
        """Close the terminal's window."""
        os.close(self._theirs)
        os.close(self._ours)
        self._ours = self._theirs = -1

    def close(self) -> None:
        """End the program if it has not ended, and the terminal."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        if self._ours >= 0:
            self.hang_up()

    # -- seeing ------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def cells(self) -> list[list[tuple[Any, ...]]]:
        """What is in each cell of the screen, and how it looks."""
        columns, lines = range(self._screen.columns), range(self._screen.lines)
        return [[tuple(self._screen.buffer[line][column]) for column in columns] for line in lines]

    def wait_for(self, *texts: str) -> None:
        """Wait until texts are on the screen."""
        give_up = monotonic() + PATIENCE
        while not all(text in self.text for text in texts):
            self._read(give_up, f"{texts} not in:\n{self.text}")

    def wait_until_gone(self, text: str) -> None:
        """Wait until a text is no longer on the screen."""
        give_up = monotonic() + PATIENCE
        while text in self.text:
            self._read(give_up, f"{text} still in:\n{self.text}")

    def wait_for_end(self) -> int:
        """Wait until the program has ended; its exit code."""
        give_up = monotonic() + PATIENCE
        while self.process.poll() is None:
            assert monotonic() < give_up, f"has not ended:\n{self.text}"
            self._read_what_is_there(0.02)
        self._read_what_is_there()
        return self.process.returncode

    def silence(self, seconds: float) -> bytes:
        """What the program sends in a time; waiting is what is tested here."""
        before = len(self.sent)
        give_up = monotonic() + seconds
        while (left := give_up - monotonic()) > 0:
            self._read_what_is_there(left)
        return self.sent[before:]

    def is_reversed(self, text: str) -> bool:
        """Whether a text is drawn in reverse video."""
        row, line = next((i, line) for i, line in enumerate(self._screen.display) if text in line)
        return bool(self._screen.buffer[row][line.index(text)].reverse)

    def is_as_before(self) -> bool:
        """Whether the terminal is left as it was found."""
        return (
            self._last("?1049") == "l"  # the screen before is shown again
            and self._last("?25") == "h"  # the cursor too
            and self._last("?1000") != "h"  # the mouse is the terminal's
            and self._last("?2004") != "h"
            and self._modes() == self.modes
        )

    def _last(self, mode: str) -> str:
        found = re.findall(re.escape(f"\x1b[{mode}").encode() + b"([hl])", self.sent)
        return found[-1].decode() if found else ""

    # -- inside ------------------------------------------------------------------------------------

    def _modes(self) -> list[Any]:
        return termios.tcgetattr(self._theirs)

    def _set_size(self, size: tuple[int, int]) -> None:
        columns, lines = size
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _read(self, give_up: float, otherwise: str) -> None:
        left = give_up - monotonic()
        assert left > 0, otherwise
        ended = self.process.poll() is not None
        if not self._read_what_is_there(0 if ended else min(left, 1)):
            assert not ended, f"ended with {self.process.returncode}; {otherwise}"

    def _read_what_is_there(self, wait: float = 0) -> bool:
        """Read what the program has sent, waiting for it at most so long; whether there was any."""
        some = False
        while select.select([self._ours], [], [], 0 if some else wait)[0]:
            read = os.read(self._ours, 65536)
            self.sent += read
            self._stream.feed(read)
            some = True
        return some


@contextmanager
def terminal(
    folder: Path,
    *arguments: str,
    size: tuple[int, int] = (80, 24),
    environment: Mapping[str, str] = {},
) -> Iterator[Terminal]:
    """A terminal with the command in it, closed in the end."""
    made = Terminal(folder, *arguments, size=size, environment=environment)
    try:
        yield made
    finally:
        made.close()


def istirak(folder: Path, *arguments: str) -> str:
    """What the command prints where there is no terminal."""
    done = subprocess.run(
        [COMMAND, *arguments],
        env=surroundings(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def surroundings(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder.parent),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "ISTIRAK_DATA_DIR": str(folder),
    }
