"""Days as people write them."""

import re
from datetime import date

from seed.messages import Message, say

_WRITTEN = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_of(text: str) -> date:
    """The day that ``YYYY-MM-DD`` means; no other way to write one is taken.

    Raises:
        ValueError: It is written otherwise, or there is no such day.
    """
    text = text.strip()
    if not _WRITTEN.fullmatch(text):
        raise ValueError(say("{text!r} is not written YYYY-MM-DD", text=text))
    return date.fromisoformat(text)


def why_no_day(text: str) -> Message:
    """Why `day_of` does not take a text: it is written otherwise, or the calendar has no such day.

    Args:
        text: As typed.
    """
    if _WRITTEN.fullmatch(text.strip()):
        return say("{text!r} is not a day of the calendar: write YYYY-MM-DD", text=text)
    return say("{text!r} is not a day: write YYYY-MM-DD", text=text)


def why_no_date(text: str) -> Message:
    """The same of the date that a field asks for, which may be empty."""
    if not text.strip():
        return say("say the date: YYYY-MM-DD")
    if _WRITTEN.fullmatch(text.strip()):
        return say("{text!r} is not a date of the calendar: write YYYY-MM-DD", text=text)
    return say("{text!r} is not a date: write YYYY-MM-DD", text=text)
