"""What moved between two days, in both clocks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from desk import AT, PROGRAMME, decide, draft, fresh, view
from hypothesis import given, settings
from hypothesis import strategies as st

from store.changes import Change, days_of_decisions, days_of_recording
from store.errors import Usage
from store.register import Register
from store.values import Measure, Position, Rule, View

BOUNDED = settings(max_examples=25, deadline=None)
KEYS = ("1.4", "1.4.a", "1.4.c", "2.4", "2.4.c", "2.4.ç", "V")
DAYS = (date(2008, 1, 1), date(2010, 12, 31))

steps = st.lists(
    st.tuples(
        st.sampled_from([*KEYS, None]),  # None takes back
        st.sampled_from(["participates", "does-not-participate"]),
        st.dates(*DAYS),
        st.integers(0, 400),
    ),
    min_size=1,
    max_size=8,
)
looks = st.tuples(
    *[st.builds(view, on=st.dates(*DAYS), known_on=st.one_of(st.none(), st.dates(*DAYS)))] * 3
)


def play(register: Register, work: Iterable[tuple[str | None, str, date, int]]) -> None:
    for number, (key, position, day, earlier) in enumerate(work):
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        if key is not None:
            on = max(day - timedelta(earlier), date(2006, 11, 28)).isoformat()
            register.decide(PROGRAMME, "AZ", [key], draft(position, on), at)
            continue
        standing = [
            each
            for each in register.history(view())
            if each.kind == "decision" and not each.retracted_by
        ]
        if standing:
            register.retract([standing[number % len(standing)].id], "why", at)


def in_order(*views: View) -> list[View]:
    """The views with their days sorted, in both clocks."""
    days = sorted(each.on for each in views)
    known = sorted(each.known_on or date.max for each in views)
    return [
        replace(each, on=on, known_on=None if knew == date.max else knew)
        for each, on, knew in zip(views, days, known, strict=True)
    ]


def applied(measures: Iterable[Measure], moved: Iterable[Change]) -> tuple[Measure, ...]:
    """The measures as they are once what moved has moved; items follow as they always do."""
    after = {(each.measure, each.item): each.after for each in moved}
    return tuple(_applied(measure, after) for measure in measures)


def _applied(measure: Measure, after: dict[tuple[str, str | None], Position | None]) -> Measure:
    own = after.get((measure.key, None), measure.position)
    assert own
    items = []
    for item in measure.items:
        position = after.get((measure.key, item.letter), item.position)
        assert position
        rule = Rule.MEASURE_DECISION if own.decision else own.rule
        followed = replace(own, rule=rule, inherited=True)
        items.append(replace(item, position=followed if position.inherited else position))
    return replace(measure, position=own, items=tuple(items))


@BOUNDED
@given(steps, looks)
def test_what_moved_put_on_what_was_gives_what_is(
    ready: Path, work: list[tuple[str | None, str, date, int]], looked: tuple[View, ...]
) -> None:
    with fresh(ready) as register:
        play(register, work)
        first, second, third = in_order(*looked)
        before, between, after = map(register.measures, (first, second, third))
        one, two = register.changes(first, second), register.changes(second, third)
        assert applied(before, one) == between
        assert applied(applied(before, one), two) == after
        assert applied(before, register.changes(first, third)) == after
        for each in looked:
            assert register.changes(each, each) == ()


@BOUNDED
@given(steps, looks)
def test_each_change_is_by_entries_that_only_the_later_view_has(
    ready: Path, work: list[tuple[str | None, str, date, int]], looked: tuple[View, ...]
) -> None:
    with fresh(ready) as register:
        play(register, work)
        first, second, _ = in_order(*looked)
        old = {entry.id for entry in register.history(first)}
        new = {entry.id for entry in register.history(second)} - old
        for moved in register.changes(first, second):
            assert moved.by
            assert set(moved.by) <= new
            assert moved.before != moved.after


@BOUNDED
@given(steps)
def test_on_the_days_that_are_told_and_on_no_other_something_can_move(
    ready: Path, work: list[tuple[str | None, str, date, int]]
) -> None:
    with fresh(ready) as register:
        play(register, work)
        history = register.history(view())
        start = view(on=date(2006, 11, 27))
        for day in days_of_decisions(history):
            eve = view(on=day - timedelta(1))
            assert not register.changes(start, eve)
            assert register.changes(eve, view(on=day))
            start = view(on=day)
        assert not register.changes(start, view(on=date(2099, 1, 1)))
        start = view(known_on=date(2000, 1, 1))
        for day in days_of_recording(history):
            assert not register.changes(start, view(known_on=day - timedelta(1)))
            start = view(known_on=day)
        assert not register.changes(start, view())


# -- examples --------------------------------------------------------------------------------------


def told(moved: Iterable[Change]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (each.key, each.before.value, each.after.value, tuple(by[-1] for by in each.by))
        for each in moved
        if each.before and each.after
    ]


def test_an_item_that_follows_its_measure_does_not_move_by_itself(register: Register) -> None:
    decide(register, "2.4", on="2008-01-01")
    decide(register, "2.4.ç", on="2008-02-01", position="does-not-participate")
    decide(register, "1.4", on="2008-02-01")
    moved = register.changes(view(on=date(2007, 1, 1)), view(on=date(2008, 12, 31)))
    assert told(moved) == [
        ("1.4", "undetermined", "participates", ("3",)),
        ("2.4", "undetermined", "participates", ("1",)),
        ("2.4.ç", "undetermined", "does-not-participate", ("2",)),
    ]


def test_the_same_position_by_another_decision_is_a_change(register: Register) -> None:
    decide(register, "V", on="2008-01-01")
    decide(register, "V", on="2009-01-01", act="Sərəncam 7")
    moved = register.changes(view(on=date(2008, 6, 1)), view(on=date(2009, 1, 1)))
    assert told(moved) == [("V", "participates", "participates", ("2",))]


def test_what_was_taken_back_moves_in_what_is_known_not_in_what_held(register: Register) -> None:
    decide(register, "V", on="2008-01-01")
    decide(register, "V", on="2009-01-01", position="does-not-participate")
    register.retract(["2"], "səhv", AT + timedelta(9))
    assert told(register.changes(view(on=date(2008, 6, 1)), view())) == []
    moved = register.changes(view(known_on=AT.date()), view())
    assert told(moved) == [("V", "does-not-participate", "participates", ("3",))]


def test_what_replaced_it_and_what_took_it_back_are_both_named(register: Register) -> None:
    decide(register, "V", on="2008-01-01")
    register.retract(["1"], "səhv", AT + timedelta(8))
    decide(register, "V", on="2008-02-01", at=AT + timedelta(9), position="under-consideration")
    moved = register.changes(view(known_on=AT.date()), view())
    assert told(moved) == [("V", "participates", "under-consideration", ("2", "3"))]


@pytest.mark.parametrize("clock", ["on", "known_on"])
def test_days_the_wrong_way_round(register: Register, clock: str) -> None:
    early, late = ({clock: date(year, 1, 1)} for year in (2008, 2009))
    with pytest.raises(Usage, match="2009-01-01 is after 2008-01-01"):
        register.changes(view(**late), view(**early))


def test_nothing_known_is_not_before_all_that_is_known(register: Register) -> None:
    with pytest.raises(Usage):
        register.changes(view(), view(known_on=AT.date()))
