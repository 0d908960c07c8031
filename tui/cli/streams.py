"""Standard output and error, made ready for whatever a terminal or a locale can show."""

import codecs
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

NOT_UNICODE = ("C", "POSIX")
"""Locales that promise ASCII alone. Python writes UTF-8 in them all the same."""


def make_streams_safe() -> None:
    """Let nothing that is printed raise an error, or come out as other letters.

    What the encoding of a terminal lacks is transliterated. To a file or a program goes what the
    locale says, and what that lacks is escaped.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, TextIOWrapper):
            _make_safe(stream)


def is_unicode(encoding: str) -> bool:
    """Whether an encoding has every character."""
    return encoding.lower().startswith("utf")


def _make_safe(stream: TextIOWrapper) -> None:
    if not stream.isatty():
        if not is_unicode(stream.encoding):
            stream.reconfigure(errors="backslashreplace")
        return
    encoding = _promised() or stream.encoding
    if not is_unicode(encoding):
        from tui.transliteration import HANDLER, install

        install()
        stream.reconfigure(encoding=encoding, errors=HANDLER)


def _promised() -> str | None:
    """The encoding of a locale for which Python writes UTF-8 though something else was asked for.

    That is C, and one that this machine does not have: the terminal, perhaps far away, has it.
    """
    locale = os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    if os.environ.get("LC_ALL") in NOT_UNICODE:
        return "ascii"
    if not sys.flags.utf8_mode or "PYTHONUTF8" in os.environ:
        return None
    named = locale.partition(".")[2].partition("@")[0]
    with suppress(LookupError):
        return "ascii" if locale in NOT_UNICODE else codecs.lookup(named).name
    return None
