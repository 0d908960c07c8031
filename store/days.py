"""Days as people write them."""

import re
from datetime import date

_WRITTEN = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_of(text: str) -> date:
    """The day that ``YYYY-MM-DD`` means; no other way to write one is taken.

    Raises:
        ValueError: It is written otherwise, or there is no such day.
    """
    text = text.strip()
    if not _WRITTEN.fullmatch(text):
        raise ValueError(f"{text!r} is not written YYYY-MM-DD")
    return date.fromisoformat(text)


def why_no_day(text: str, word: str = "day") -> str:
    """Why `day_of` does not take a text: it is written otherwise, or the calendar has no such day.

    Args:
        text: As typed.
        word: What it was meant to be.
    """
    of = " of the calendar" if _WRITTEN.fullmatch(text.strip()) else ""
    return f"{text!r} is not a {word}{of}: write YYYY-MM-DD"
