"""When what a measure asks for falls due: the rules alone, on programmes that are made up."""

import calendar
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from seed.months import months_after, whole_month, whole_years
from store.occurrences import Occurrence, Recorded, narrowed, occurrences, pressing
from store.values import (
    Deadline,
    DeadlineKind,
    Entry,
    EntryIntoForce,
    EntryKind,
    Measure,
    Position,
    PositionValue,
    Programme,
    Rule,
    Signatory,
)

days = st.dates(date(1991, 1, 1), date(2100, 12, 31))
ADOPTED = date(2006, 11, 28)
NOTHING = Recorded()
ORDER = ("upcoming", "running", "past")


def programme(adopted: date = ADOPTED, first: int = 2007, last: int = 2010) -> Programme:
    return Programme(
        id="p",
        label={"en": "P"},
        title="P",
        adopted_on=adopted,
        first_year=first,
        last_year=last,
        sections=(),
        executors={},
        signatories={},
        entry_into_force=EntryIntoForce("2.", "…"),
    )


def signatory(act: Any = "signed") -> Signatory:
    return Signatory("XX", "X", "(x)", act, PositionValue.PARTICIPATES, ())


def deadline(kind: DeadlineKind, of: Programme, *, months: int = 3, month: int = 2) -> Deadline:
    first, last = whole_years(of.first_year, of.last_year)
    match kind:
        case "period":
            return Deadline("…", kind, first, last, first, last)
        case "within":
            end = months_after(of.adopted_on, months)
            return Deadline("…", kind, of.adopted_on, end, of.adopted_on, end)
        case "annual":
            return Deadline("…", kind, None, None, first, last)
        case "annual-following":
            first, _ = whole_month(of.first_year + 1, month)
            _, last = whole_month(of.last_year + 1, month)
            return Deadline("…", kind, None, None, first, last)


def measure(
    due: Deadline, key: str = "1", position: PositionValue = PositionValue.PARTICIPATES
) -> Measure:
    held = Position(position, Rule.SIGNED)
    return Measure(
        ordinal=1,
        key=key,
        number=key,
        section="I",
        text="…",
        items=(),
        deadline=due,
        executors=("states",),
        executors_printed=None,
        inferred=False,
        decision_bodies=(),
        position=held,
        search="",
    )


def entry(
    kind: EntryKind, on: date, *, year: int | None = None, key: str = "1", **details: Any
) -> Entry:
    absent = dict.fromkeys(field.name for field in fields(Entry))
    about = None if kind in ("notification", "return") else key
    known = {"id": "o-1", "kind": kind, "measure": about, "year": year, "decided_on": on}
    return Entry(**{**absent, **known, "details": details})


def notified(on: date) -> Recorded:
    return Recorded(notification=entry("notification", on, reference="n"))


def found(
    kind: DeadlineKind,
    recorded: Recorded = NOTHING,
    on: date = date(2009, 6, 1),
    *,
    of: Programme | None = None,
    whose: Signatory | None = None,
    **parameters: int,
) -> tuple[Occurrence, ...]:
    of = of or programme()
    due = measure(deadline(kind, of, **parameters))
    return occurrences(of, [due], whose or signatory(), recorded, on)


# -- counting --------------------------------------------------------------------------------------


@given(day=days, months=st.integers(0, 1200))
def test_months_lead_to_the_same_day_or_the_last_one(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    last = calendar.monthrange(later.year, later.month)[1]
    assert later.day == min(day.day, last)


@given(day=days, first=st.integers(0, 100), second=st.integers(0, 100))
def test_more_months_never_lead_to_an_earlier_day(day: date, first: int, second: int) -> None:
    assert months_after(day, first) <= months_after(day, first + second)
    assert months_after(day, first) < months_after(day, first + 1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2007, 11, 30), 3, date(2008, 2, 29)),
        (date(2006, 11, 30), 3, date(2007, 2, 28)),
        (date(2007, 3, 31), 1, date(2007, 4, 30)),
        (date(2008, 2, 29), 12, date(2009, 2, 28)),
        (date(2008, 2, 29), 48, date(2012, 2, 29)),
        (date(9999, 11, 30), 3, date.max),
    ],
)
def test_the_ends_of_months(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


@given(first=st.integers(1990, 2090), length=st.integers(0, 9), month=st.integers(1, 12))
def test_a_month_after_each_year_is_that_whole_month(first: int, length: int, month: int) -> None:
    of = programme(date(first, 1, 1), first, first + length)
    each = found("annual-following", of=of, month=month)
    assert [one.year for one in each] == list(range(first, first + length + 1))
    for one in each:
        assert one.start
        assert one.end
        assert (one.start.year, one.start.month, one.start.day) == (one.year + 1, month, 1)
        assert (one.end + timedelta(1)).day == 1
        assert one.end.month == month
        assert one.anchored_on == date(one.year, 12, 31)


def test_february_has_the_days_of_its_year() -> None:
    ends = [one.end for one in found("annual-following")]
    assert ends == [date(2008, 2, 29), date(2009, 2, 28), date(2010, 2, 28), date(2011, 2, 28)]


@given(first=st.integers(1990, 2090), length=st.integers(0, 9))
def test_every_year_is_a_year_each(first: int, length: int) -> None:
    each = found("annual", of=programme(date(first, 1, 1), first, first + length))
    assert [(one.start, one.end) for one in each] == [
        (date(year, 1, 1), date(year, 12, 31)) for year in range(first, first + length + 1)
    ]


def test_a_period_is_one_from_its_first_to_its_last_day() -> None:
    (one,) = found("period")
    assert (one.start, one.end, one.anchor) == (date(2007, 1, 1), date(2010, 12, 31), None)
    assert (one.reading, one.status, one.holds) == ("adoption", "running", True)


# -- two readings ----------------------------------------------------------------------------------


@given(deposited=days, months=st.integers(1, 60), on=days)
def test_a_notification_dates_the_second_reading_and_leaves_the_first(
    deposited: date, months: int, on: date
) -> None:
    assume(deposited != ADOPTED)
    first, second = sorted(
        found("within", notified(deposited), on, months=months), key=lambda one: one.reading
    )
    before, unresolved = found("within", on=on, months=months)
    assert (second.start, second.end) == (deposited, months_after(deposited, months))
    assert (second.anchor, second.anchored_on, second.holds) == ("notification", deposited, True)
    assert (unresolved.start, unresolved.end, unresolved.status) == (None, None, "unresolved")
    assert not unresolved.holds
    assert before.holds
    assert replace(first, holds=True, notification=None) == before


@pytest.mark.parametrize("kind", ["period", "annual", "annual-following"])
@given(deposited=days, on=days)
def test_a_notification_moves_no_printed_years(
    kind: DeadlineKind, deposited: date, on: date
) -> None:
    assert found(kind, notified(deposited), on) == found(kind, on=on)


def test_on_the_day_of_adoption_there_is_one_reading() -> None:
    (one,) = found("within", notified(ADOPTED))
    assert (one.reading, one.holds) == ("adoption", True)


@pytest.mark.parametrize("recorded", [Recorded(), notified(date(2009, 1, 1))])
def test_for_a_state_that_did_not_sign_nothing_enters_into_force(recorded: Recorded) -> None:
    (one,) = found("within", recorded, whose=signatory("not-signed"))
    assert (one.reading, one.holds, one.notification) == ("adoption", True, None)


def test_without_a_paragraph_that_says_so_there_is_one_reading() -> None:
    of = replace(programme(), entry_into_force=None)
    (one,) = found("within", notified(date(2009, 1, 1)), of=of)
    assert one.reading == "adoption"


def test_without_a_state_there_is_the_text_alone() -> None:
    of = programme()
    (one,) = occurrences(of, [measure(deadline("within", of))], None, Recorded(), ADOPTED)
    assert (one.reading, one.status) == ("adoption", "running")


# -- status ----------------------------------------------------------------------------------------


@given(kind=st.sampled_from(["period", "within", "annual", "annual-following"]), data=st.data())
def test_time_moves_a_status_only_forwards(kind: DeadlineKind, data: st.DataObject) -> None:
    recorded = data.draw(st.sampled_from([Recorded(), notified(date(2009, 3, 31))]))
    earlier, later = sorted(data.draw(st.tuples(days, days)))
    before, after = found(kind, recorded, earlier), found(kind, recorded, later)
    for one, then in zip(before, after, strict=True):
        assert (one.start, one.end, one.year) == (then.start, then.end, then.year)
        if one.status == "unresolved":
            assert then.status == "unresolved"
        else:
            assert ORDER.index(one.status) <= ORDER.index(then.status)


@given(on=days)
def test_a_status_is_what_the_days_say(on: date) -> None:
    for kind in ("period", "within", "annual", "annual-following"):
        for one in found(kind, notified(date(2009, 1, 31)), on):
            assert one.start
            assert one.end
            assert one.start <= one.end
            assert (one.status == "upcoming") == (on < one.start)
            assert (one.status == "past") == (on > one.end)


@given(on=days)
def test_everything_comes_in_the_order_of_time_and_nothing_is_hidden(on: date) -> None:
    of = programme()
    kinds: tuple[DeadlineKind, ...] = ("annual", "within", "annual-following", "period")
    measures = [measure(deadline(kind, of), kind) for kind in kinds]
    each = occurrences(of, measures, signatory(), Recorded(), on)
    assert len(each) == 4 + 2 + 4 + 1
    spans = [(one.start or date.max, one.end or date.max) for one in each]
    assert spans == sorted(spans)
    assert each[-1].status == "unresolved"


# -- what settles it -------------------------------------------------------------------------------


def test_a_duty_is_settled_by_its_fulfilment_in_both_readings() -> None:
    recorded = Recorded(fulfilments=(entry("fulfilment", date(2007, 1, 9)),))
    assert all(one.settled for one in found("within", recorded))
    assert not any(one.overdue for one in found("within", recorded))


@given(year=st.integers(2007, 2010))
def test_a_yearly_duty_is_settled_year_by_year(year: int) -> None:
    recorded = Recorded(fulfilments=(entry("fulfilment", date(2011, 1, 9), year=year),))
    settled = [one.year for one in found("annual", recorded) if one.settled]
    assert settled == [year]
    other = Recorded(fulfilments=(entry("fulfilment", date(2011, 1, 9), year=year, key="2"),))
    assert not any(one.settled for one in found("annual", other))


@given(year=st.integers(2007, 2010))
def test_information_is_settled_by_its_release(year: int) -> None:
    recorded = Recorded(returns=(entry("return", date(2011, 2, 9), year=year, number="1"),))
    assert [one.year for one in found("annual-following", recorded) if one.settled] == [year]
    assert not any(one.settled for one in found("annual", recorded))


def said(*statuses: tuple[int, str]) -> Recorded:
    return Recorded(
        progress=tuple(
            entry("progress", date(2011, 1, 1), year=year, status=status)
            for year, status in statuses
        )
    )


@pytest.mark.parametrize(
    ("recorded", "settles"),
    [
        (said((2008, "done")), True),
        (said((2008, "in-progress"), (2010, "continuous")), True),
        (said((2010, "done"), (2008, "in-progress")), True),
        (said((2008, "done"), (2008, "in-progress")), False),
        (said((2008, "done"), (2010, "in-progress")), False),
        (said((2010, "not-planned")), False),
        (said(), False),
    ],
)
def test_work_over_a_period_is_settled_by_the_last_word_on_it(
    recorded: Recorded,
    settles: bool,  # noqa: FBT001  # a parameter of the table above
) -> None:
    (one,) = found("period", recorded, date(2011, 6, 1))
    assert (one.settled is not None) == settles
    assert one.overdue != settles
    assert (one.said is not None) == (not settles and bool(recorded.progress))


@pytest.mark.parametrize("value", list(PositionValue))
def test_nothing_is_asked_of_a_state_that_declines_or_is_not_bound(value: PositionValue) -> None:
    of = programme()
    due = measure(deadline("period", of), position=value)
    (one,) = occurrences(of, [due], signatory(), Recorded(), date(2012, 1, 1))
    outside = value in (PositionValue.DOES_NOT, PositionValue.NOT_BOUND)
    assert one.status == "past"
    assert one.overdue != outside


# -- narrowing -------------------------------------------------------------------------------------


def everything(on: date) -> Iterator[Occurrence]:
    for kind in ("period", "within", "annual", "annual-following"):
        yield from found(kind, on=on)


@given(on=days, near=st.integers(0, 5000))
def test_days_keep_what_begins_or_ends_in_them(on: date, near: int) -> None:
    each = tuple(everything(on))
    kept = narrowed(each, on, days=near, overdue=False)
    for one in each:
        inside = [day for day in (one.start, one.end) if day and 0 <= (day - on).days <= near]
        assert (one in kept) == bool(inside)
    assert narrowed(each, on, days=None, overdue=False) == each


@given(on=days, near=st.integers(0, 5000))
def test_what_presses_is_overdue_or_ends_soon(on: date, near: int) -> None:
    for one in pressing(everything(on), on, near):
        assert one.end
        assert one.overdue or on <= one.end <= on + timedelta(near)
        assert one.settled is None
    assert set(narrowed(everything(on), on, days=None, overdue=True)) == {
        one for one in everything(on) if one.overdue
    }


def test_the_end_of_the_calendar_is_no_error() -> None:
    (one,) = found("period", on=date(9999, 12, 30))
    assert not one.near(date(9999, 12, 30), 100_000)
