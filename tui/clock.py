"""What time it is for the officer."""

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, with its time zone: UTC where the system names one that cannot be."""
    try:
        return datetime.now().astimezone()
    except ValueError:  # a whole day or more from Greenwich
        return datetime.now(UTC)
