"""Where a text that is copied goes: to the terminal, as OSC 52, or to a file.

OSC 52 hands a text to the terminal, which puts it on the clipboard of the machine it runs on: over
SSH, too. A terminal never answers whether it did. It is handed to those kinds that are known to
take it; what they were set up to do with it nobody can know from here.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

LONGEST = 74_994
"""Bytes of text. In Base64, with what stands around it, 100,000: hterm takes no more."""

FILE_NAME = "copied.txt"

PATIENCE = 1.0
"""Seconds in which tmux tells what it is set to."""

_TAKE_IT = frozenset(
    ("alacritty", "contour", "foot", "ghostty", "hterm", "kitty", "konsole", "mintty", "rio", "st",
     "tmux", "wezterm", "xterm")
)  # fmt: skip
"""How `TERM` begins where the terminal, or one it stands for, takes OSC 52.

Not `linux`, `vt*`, `dumb`, `rxvt` and `putty`, which have no such thing; nor `screen`: GNU Screen
keeps it to itself, and so does a tmux of that name unless it is set up otherwise.
"""

_ON_WINDOWS = frozenset({"vscode", "WezTerm", "alacritty", "mintty"})
"""What `TERM_PROGRAM` holds in those that take it there, beside Windows Terminal."""


def terminal_takes_it(environ: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Whether the terminal is one that is known to take OSC 52.

    Args:
        environ: The environment.
        system: As `sys.platform` names it.
    """
    program = environ.get("TERM_PROGRAM", "")
    if "STY" in environ or program == "Apple_Terminal":  # inside GNU Screen; that of macOS
        return False
    if "TMUX" in environ:
        return _passed_on_by_tmux()
    if system == "win32":
        return "WT_SESSION" in environ or program in _ON_WINDOWS
    return environ.get("TERM", "").partition("-")[0] in _TAKE_IT


def _passed_on_by_tmux() -> bool:
    """Whether the tmux around this passes on what programs inside it copy; by default it does not.

    Where it does not tell, it may.
    """
    with suppress(OSError, subprocess.SubprocessError):
        asked = subprocess.run(
            ["tmux", "show-options", "-sv", "set-clipboard"],  # noqa: S607  # of the user's own path
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
        return asked.stdout.strip() == b"on"
    return True


def write_copy(folder: Path, text: str) -> Path:
    """Write a text in place of what was copied to the file before; only its owner may read it.

    Args:
        folder: Where the file is.
        text: What is copied.

    Returns:
        The file. As long as the text is not in it as a whole, what was in it before is.

    Raises:
        OSError: It cannot be written.
    """
    file, new = folder / FILE_NAME, folder / f"{FILE_NAME}.{os.getpid()}.new"
    try:
        new.unlink(missing_ok=True)  # of a program of the same number that was ended in here
        with open(new, "w", encoding="utf-8", opener=_private) as stream:
            stream.write(f"{text}\n")
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    return file


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_EXCL, 0o600)
