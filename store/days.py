"""Days as people write them."""

import re
from datetime import date


def day_of(text: str) -> date:
    """The day that ``YYYY-MM-DD`` means; no other way to write one is taken.

    Raises:
        ValueError: It is written otherwise, or there is no such day.
    """
    text = text.strip()
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(f"{text!r} is not written YYYY-MM-DD")
    return date.fromisoformat(text)
