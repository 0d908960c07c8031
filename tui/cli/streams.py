"""Standard output and error, made ready for whatever a terminal or a locale can show."""

import os
import sys
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
    ascii_only = os.environ.get("LC_ALL") in NOT_UNICODE
    if ascii_only or not is_unicode(stream.encoding):
        from tui.transliteration import HANDLER, install

        install()
        stream.reconfigure(encoding="ascii" if ascii_only else None, errors=HANDLER)
