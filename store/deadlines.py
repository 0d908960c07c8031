"""Deadlines against a day. Pure."""

from datetime import date
from enum import StrEnum

from store.values import Deadline


class Phase(StrEnum):
    """Where a deadline stands on a day."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    ENDED = "ended"


def phase(deadline: Deadline, on: date) -> Phase:
    """Where the deadline stands on a day; a recurring duty runs from its first to its last year."""
    if on < deadline.runs_from:
        return Phase.UPCOMING
    return Phase.RUNNING if on <= deadline.runs_to else Phase.ENDED
