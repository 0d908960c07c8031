"""What a check found, as a command that can be typed. Pure."""

import re
import shlex
from datetime import date

from store.checks import Finding
from store.values import View
from tui.language import _, mark

_TO_FILL_IN = re.compile("<([a-z]+)>")
_FILLED_IN = (
    *(mark("action"), mark("body"), mark("date"), mark("key"), mark("number"), mark("position")),
    *(mark("reason"), mark("source"), mark("status"), mark("text")),
)
"""What officers fill in, for the catalogues: `fix_said` has the names from the commands."""


def fix_line(finding: Finding, view: View, own: str | None, today: date) -> str:
    """The command that fixes a finding, as it is typed in a shell.

    What the officer fills in stands in angle brackets, which no shell takes as they are.

    Args:
        finding: What was found.
        view: Where it was found: its state and day go into the command where they are others than
            the command would take by itself.
        own: The officer's own state.
        today: The officer's day.
    """
    words = list(finding.fix)
    if view.state and view.state != own:
        words += ("--state", view.state)
        if finding.fix[0] in ("decide", "confirm") and "--source" not in words:
            words += ("--source", "<source>")
    if view.on != today and not {"--on", "--date"} & set(words):
        words += ("--on", view.on.isoformat())
    return " ".join(["istirak", *map(_quoted, words)])


def fix_said(fix: str) -> str:
    """The command as a person reads it: what is filled in is named in the language in use."""
    return _TO_FILL_IN.sub(lambda name: f"<{_(name[1])}>", fix)


def _quoted(word: str) -> str:
    return word if _TO_FILL_IN.fullmatch(word) else shlex.quote(word)
