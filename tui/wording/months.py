"""The months, as sentences and narrow columns name them."""

from tui.language import Words, mark

# Each stands only after "in", "every" or "each": "Due in January", "every January, for …".
MONTHS: Words[int] = Words(
    {
        1: mark("January"),
        2: mark("February"),
        3: mark("March"),
        4: mark("April"),
        5: mark("May"),
        6: mark("June"),
        7: mark("July"),
        8: mark("August"),
        9: mark("September"),
        10: mark("October"),
        11: mark("November"),
        12: mark("December"),
    }
)
"""The names."""

EVERY_MONTH: Words[int] = Words(
    {
        # at most 9 cells
        1: mark("every Jan"),
        # at most 9 cells
        2: mark("every Feb"),
        # at most 9 cells
        3: mark("every Mar"),
        # at most 9 cells
        4: mark("every Apr"),
        # at most 9 cells
        5: mark("every May"),
        # at most 9 cells
        6: mark("every Jun"),
        # at most 9 cells
        7: mark("every Jul"),
        # at most 9 cells
        8: mark("every Aug"),
        # at most 9 cells
        9: mark("every Sep"),
        # at most 9 cells
        10: mark("every Oct"),
        # at most 9 cells
        11: mark("every Nov"),
        # at most 9 cells
        12: mark("every Dec"),
    }
)
"""That something recurs in a month, for a column."""

_OF_YEAR: Words[int] = Words(
    {
        # at most 9 cells, the year has 4
        1: mark("Jan {year}"),
        # at most 9 cells, the year has 4
        2: mark("Feb {year}"),
        # at most 9 cells, the year has 4
        3: mark("Mar {year}"),
        # at most 9 cells, the year has 4
        4: mark("Apr {year}"),
        # at most 9 cells, the year has 4
        5: mark("May {year}"),
        # at most 9 cells, the year has 4
        6: mark("Jun {year}"),
        # at most 9 cells, the year has 4
        7: mark("Jul {year}"),
        # at most 9 cells, the year has 4
        8: mark("Aug {year}"),
        # at most 9 cells, the year has 4
        9: mark("Sep {year}"),
        # at most 9 cells, the year has 4
        10: mark("Oct {year}"),
        # at most 9 cells, the year has 4
        11: mark("Nov {year}"),
        # at most 9 cells, the year has 4
        12: mark("Dec {year}"),
    }
)


def month_of_year(month: int, year: int) -> str:
    """A month for a column of at most 9 cells: "Aug 2009"."""
    return _OF_YEAR[month].format(year=year)
