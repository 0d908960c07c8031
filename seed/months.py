"""Counting in months. Pure."""

import calendar
import datetime as dt


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the day of the same number some months later, or that month's last day.

    Args:
        day: The day from which is counted.
        months: How many, from 0; what lies after the end of the calendar is its last day.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def whole_month(year: int, month: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a month.

    Args:
        year: The year.
        month: The month, 1 to 12.
    """
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def whole_years(first: int, last: int) -> tuple[dt.date, dt.date]:
    """Return the first day of a year and the last day of that or a later one."""
    return dt.date(first, 1, 1), dt.date(last, 12, 31)
