"""When a measure is due: first and last day, and the days on which it can run."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.model import Deadline, Measure
from seed.reading import programme_folders, read_programme

FOLDER = next(folder for folder in programme_folders() if folder.name == "cis-thb-2007-2010")
PROGRAMME = read_programme(FOLDER)


def measure(key: str) -> Measure:
    return next(one for one in PROGRAMME.measures if one.key == key)


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        ("1.1", dt.date(2007, 1, 1), dt.date(2010, 12, 31)),
        ("1.2", dt.date(2007, 1, 1), dt.date(2007, 12, 31)),
        ("2.5", dt.date(2007, 1, 1), dt.date(2008, 12, 31)),
        ("6.1", dt.date(2006, 11, 28), dt.date(2007, 2, 28)),
        ("6.2", None, None),
        ("6.3-1", None, None),
    ],
)
def test_first_and_last_day(key: str, start: dt.date | None, end: dt.date | None) -> None:
    assert PROGRAMME.deadline_dates(measure(key)) == (start, end)


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        ("1.2", dt.date(2007, 1, 1), dt.date(2007, 12, 31)),
        ("6.1", dt.date(2006, 11, 28), dt.date(2007, 2, 28)),
        ("6.2", dt.date(2007, 1, 1), dt.date(2010, 12, 31)),
        ("6.3-1", dt.date(2008, 2, 1), dt.date(2011, 2, 28)),
        ("6.3-2", dt.date(2007, 1, 1), dt.date(2010, 12, 31)),
    ],
)
def test_the_days_on_which_it_can_run(key: str, start: dt.date, end: dt.date) -> None:
    assert PROGRAMME.deadline_window(measure(key)) == (start, end)


def due_within(adopted_on: dt.date, months: int) -> dt.date:
    deadline = Deadline(printed="3 ay", kind="within", months=months)
    due = measure("6.1").model_copy(update={"deadline": deadline})
    other = PROGRAMME.model_copy(update={"adopted_on": adopted_on})
    return other.deadline_window(due)[1]


@pytest.mark.parametrize(
    ("adopted_on", "months", "end"),
    [
        (dt.date(2006, 11, 30), 3, dt.date(2007, 2, 28)),
        (dt.date(2007, 11, 30), 3, dt.date(2008, 2, 29)),
        (dt.date(2006, 12, 31), 12, dt.date(2007, 12, 31)),
        (dt.date(2006, 1, 31), 1, dt.date(2006, 2, 28)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(
    adopted_on: dt.date, months: int, end: dt.date
) -> None:
    assert due_within(adopted_on, months) == end


@given(
    adopted_on=st.dates(dt.date(1991, 1, 1), dt.date(2100, 12, 31)),
    months=st.integers(1, 1200),
)
def test_months_are_counted_one_by_one(adopted_on: dt.date, months: int) -> None:
    end = due_within(adopted_on, months)
    passed = (end.year - adopted_on.year) * 12 + end.month - adopted_on.month
    assert passed == months
    assert end.day == adopted_on.day or (
        end.day < adopted_on.day and (end + dt.timedelta(days=1)).day == 1
    )
