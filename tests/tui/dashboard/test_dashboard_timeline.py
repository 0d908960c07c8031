"""Periods drawn over years: as long as they are, and never longer than the line."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.dashboard.timeline import AFTER, BEFORE, INSIDE, OUTSIDE, Timeline

YEARS = Timeline(2007, 2011, 20)
days = st.dates(date(2000, 1, 1), date(2020, 12, 31))
LONG_AGO = date(1990, 1, 1)


def test_a_period_is_as_long_as_its_years() -> None:
    four = YEARS.bar(date(2007, 1, 1), date(2010, 12, 31), LONG_AGO)
    assert four == INSIDE * 16 + OUTSIDE * 4
    one = YEARS.bar(date(2008, 1, 1), date(2008, 12, 31), LONG_AGO)
    assert one == OUTSIDE * 4 + INSIDE * 4 + OUTSIDE * 12
    assert YEARS.bar(date(2009, 2, 1), date(2009, 2, 28), LONG_AGO).count(INSIDE) == 1


def test_today_is_seen_inside_and_outside() -> None:
    on = date(2008, 5, 1)
    assert YEARS.bar(date(2008, 1, 1), date(2008, 12, 31), on) == "····━┿━━············"
    assert YEARS.bar(date(2007, 1, 1), date(2007, 12, 31), on) == "━━━━·│··············"
    assert YEARS.bar(None, None, on) == "·····│··············"


def test_what_lies_beyond_the_years_is_an_arrow() -> None:
    assert YEARS.bar(date(2005, 1, 1), date(2006, 12, 31), LONG_AGO)[0] == BEFORE
    assert YEARS.bar(date(2012, 1, 1), date(2013, 12, 31), LONG_AGO)[-1] == AFTER
    assert YEARS.bar(date(2006, 11, 28), date(2007, 2, 28), LONG_AGO)[0] == INSIDE


def test_each_year_stands_over_its_first_cell() -> None:
    assert YEARS.scale() == "’07 ’08 ’09 ’10 ’11 "
    assert Timeline(2007, 2036, 30).scale().split() == [f"’{year:02}" for year in range(7, 35, 4)]


@given(first=days, second=days, on=days, width=st.integers(5, 40))
def test_a_bar_is_always_as_wide_as_the_line(
    first: date, second: date, on: date, width: int
) -> None:
    start, end = sorted((first, second))
    years = Timeline(2007, 2011, width)
    bar = years.bar(start, end, on)
    assert len(bar) == len(years.scale()) == width
    assert set(bar) != {OUTSIDE}


@given(first=days, second=days)
def test_a_later_day_never_stands_before_an_earlier_one(first: date, second: date) -> None:
    earlier, later = sorted((first, second))
    assert YEARS.cell(earlier) <= YEARS.cell(later)
