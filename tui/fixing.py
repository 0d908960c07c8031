"""What a check found, as a command that can be typed. Pure."""

import re
import shlex
from datetime import date

from store.checks import Finding
from store.values import View

_TO_FILL_IN = re.compile("<[a-z]+>")


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


def _quoted(word: str) -> str:
    return word if _TO_FILL_IN.fullmatch(word) else shlex.quote(word)
