"""The words for a year: how far the work has come, against the year before."""

from store.reporting import Mark, Status
from tui.language import Words, mark

# each at most 11 cells
STATUS_WORDS = Words(
    {
        Status.NOT_STARTED: mark("not started"),
        Status.IN_PROGRESS: mark("in progress"),
        Status.DONE: mark("done"),
        Status.CONTINUOUS: mark("continuous"),
        Status.NOT_PLANNED: mark("not planned"),
    }
)

MARK_SIGNS: dict[Mark, str] = {"unchanged": "=", "changed": "~", "new": "+"}
"""A line of a year against that of the year before."""

MARK_WORDS: Words[Mark] = Words(
    {
        "unchanged": mark("unchanged since the year before"),
        "changed": mark("changed since the year before"),
        "new": mark("new: nothing was said the year before"),
    }
)
