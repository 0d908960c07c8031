"""Periods drawn over the years of a programme. Pure.

A period is seen as long as it is, and where today stands in it: `━━┿━━···`.
"""

from dataclasses import dataclass
from datetime import date

from store.values import Programme

INSIDE, OUTSIDE = "━", "·"
TODAY_INSIDE, TODAY_OUTSIDE = "┿", "│"
BEFORE, AFTER = "◂", "▸"

MOST = 32
"""Cells that a bar takes at most."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Years on a line of cells.

    Attributes:
        first: The first year.
        last: The last year.
        width: In cells.
    """

    first: int
    last: int
    width: int

    def cell(self, day: date) -> int:
        """The cell in which a day stands; outside the years, one before or after them."""
        if day.year < self.first:
            return -1
        if day.year > self.last:
            return self.width
        # Every year takes the same room, a leap year too.
        begin, end = date(day.year, 1, 1).toordinal(), date(day.year, 12, 31).toordinal()
        days = end - begin + 1
        passed = (day.year - self.first) * days + day.toordinal() - begin
        return passed * self.width // ((self.last - self.first + 1) * days)

    def bar(self, start: date | None, end: date | None, on: date) -> str:
        """A period as a bar; a short one takes a cell, one outside the years an arrow.

        Args:
            start: Its first day.
            end: Its last day; without both there is nothing to draw but today.
            on: Today.
        """
        cells = [OUTSIDE] * self.width
        if start and end:
            first, last = self.cell(start), self.cell(end)
            for place in range(max(first, 0), min(last, self.width - 1) + 1):
                cells[place] = INSIDE
            if last < 0:
                cells[0] = BEFORE
            if first >= self.width:
                cells[-1] = AFTER
        if 0 <= (today := self.cell(on)) < self.width:
            cells[today] = TODAY_INSIDE if cells[today] == INSIDE else TODAY_OUTSIDE
        return "".join(cells)

    def scale(self) -> str:
        """The years, each over its first cell, as far as they have room."""
        cells = [" "] * self.width
        free = 0
        for year in range(self.first, self.last + 1):
            place = self.cell(date(year, 1, 1))
            label = f"’{year % 100:02}"
            if place >= free and place + len(label) <= self.width:
                cells[place : place + len(label)] = label
                free = place + len(label) + 1
        return "".join(cells)


def timeline_of(programme: Programme, cells_a_year: int) -> Timeline:
    """The years of a programme and the one after it, in which the last information falls due.

    Args:
        programme: The programme.
        cells_a_year: As many as there are to be, where there is room for them.
    """
    first, last = programme.first_year, programme.last_year + 1
    return Timeline(first, last, min((last - first + 1) * cells_a_year, MOST))
