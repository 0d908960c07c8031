"""The words for the days of a view, and for years beside those of the programme."""

from datetime import date

from store.values import Programme, View
from tui.language import _


def years_words(programme: Programme) -> str:
    """The years of a programme: "2007-2010"."""
    first, last = programme.first_year, programme.last_year
    return str(first) if first == last else f"{first}-{last}"


def outside_years(programme: Programme, day: date, *, brief: bool = False) -> str:
    """That a day is outside a programme's years: "after the programme's years 2007-2010"; or ""."""
    if programme.first_year <= day.year <= programme.last_year:
        return ""
    years = years_words(programme)
    if day.year < programme.first_year:
        said = _("before {years}") if brief else _("before the programme's years {years}")
    else:
        said = _("after {years}") if brief else _("after the programme's years {years}")
    return said.format(years=years)


def days_words(view: View) -> str:
    """The days of a view, as they follow "on": "2008-12-31, as known on 2009-03-04"."""
    if view.known_on is None:
        return str(view.on)
    return _("{day}, as known on {known}", day=view.on, known=view.known_on)


def seen_words(view: View) -> str:
    """On which days a view is: "on 2008-12-31, as known on 2009-03-04"."""
    if view.known_on is None:
        return _("on {day}", day=view.on)
    return _("on {day}, as known on {known}", day=view.on, known=view.known_on)


def another_day(view: View, today: date) -> str:
    """The days of a view that is not today's: "AS ON 2008-12-31, AS KNOWN ON 2009-03-04"; or ""."""
    days = [] if view.on == today else [_("AS ON {day}", day=view.on)]
    if view.known_on:
        days.append(_("AS KNOWN ON {day}", day=view.known_on))
    return ", ".join(days)
