"""What moved between two days, in both clocks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from desk import AT, decide, fresh, view
from hypothesis import given, settings
from hypothesis import strategies as st
from working import FIRST, LAST, Step, play, steps

from store.changes import Change, Fact, Subject, days_of_holding, days_of_recording
from store.errors import Usage
from store.register import Register
from store.values import Measure, Position, Rule, View

BOUNDED = settings(max_examples=25, deadline=None)
DAYS = (FIRST, LAST)

work = st.lists(steps, min_size=1, max_size=8)
looks = st.tuples(
    *[st.builds(view, on=st.dates(*DAYS), known_on=st.one_of(st.none(), st.dates(*DAYS)))] * 3
)


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
    after = {
        each.subject[1:3]: each.after.position
        for each in moved
        if each.after and each.subject.what == "position"
    }
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
@given(work, looks)
def test_what_moved_put_on_what_was_gives_what_is(
    ready: Path, done: list[Step], looked: tuple[View, ...]
) -> None:
    with fresh(ready) as register:
        play(register, done)
        first, second, third = in_order(*looked)
        before, between, after = map(register.measures, (first, second, third))
        one, two = register.changes(first, second), register.changes(second, third)
        assert applied(before, one) == between
        assert applied(applied(before, one), two) == after
        assert applied(before, register.changes(first, third)) == after
        for each in looked:
            assert register.changes(each, each) == ()


@BOUNDED
@given(work, looks)
def test_all_that_holds_follows_from_what_held_and_what_moved(
    ready: Path, done: list[Step], looked: tuple[View, ...]
) -> None:
    with fresh(ready) as register:
        play(register, done)
        first, second, _ = in_order(*looked)
        before, after = (register._seen(each).facts() for each in (first, second))
        for moved in register.changes(first, second):
            assert before.get(moved.subject) == moved.before
            if moved.after is None:
                del before[moved.subject]
            else:
                before[moved.subject] = moved.after
        assert apart(before) == apart(after)


def apart(facts: dict[Subject, Fact]) -> dict[Subject, Fact]:
    """Without what only follows something else."""
    return {
        subject: fact
        for subject, fact in facts.items()
        if not (fact.position and fact.position.inherited)
    }


@BOUNDED
@given(work, looks)
def test_each_change_is_by_entries_that_only_the_later_view_has(
    ready: Path, done: list[Step], looked: tuple[View, ...]
) -> None:
    with fresh(ready) as register:
        play(register, done)
        first, second, _ = in_order(*looked)
        old = {entry.id for entry in register.history(first)}
        new = {entry.id for entry in register.history(second)} - old
        for moved in register.changes(first, second):
            assert moved.by
            assert set(moved.by) <= new
            assert moved.before != moved.after


@BOUNDED
@given(work)
def test_on_the_days_that_are_told_and_on_no_other_something_can_move(
    ready: Path, done: list[Step]
) -> None:
    with fresh(ready) as register:
        play(register, done)
        history = register.history(view())
        start = view(on=date(2006, 11, 27))
        for day in days_of_holding(history):
            assert not register.changes(start, view(on=day - timedelta(1)))
            start = view(on=day)
        assert not register.changes(start, view(on=date(2099, 1, 1)))
        start = view(known_on=date(2000, 1, 1))
        for day in days_of_recording(history):
            assert not register.changes(start, view(known_on=day - timedelta(1)))
            start = view(known_on=day)
        assert not register.changes(start, view())


# -- examples --------------------------------------------------------------------------------------


def test_dates_addressees_and_work_move_too(register: Register) -> None:
    play(
        register,
        [
            Step("notify", date(2009, 3, 1), 0, 0),
            Step("say", date(2009, 3, 2), 0, 2),
            Step("fulfil", date(2009, 4, 1), 0, 0),
            *(Step("treaty", date(2009, 5, 1), 0, 3 * number) for number in range(11)),
        ],
    )
    moved = register.changes(view(on=date(2009, 1, 1)), view(on=date(2009, 6, 1)))
    assert [each.subject.what for each in moved if each.subject.treaty] == ["treaty-action"] * 11
    rest = [
        (each.key, each.subject.what, each.before and each.before.value, each.after.value)
        for each in moved
        if each.after and not each.subject.treaty
    ]
    assert rest == [
        ("1.1", "address", "unknown", "no"),
        ("1.2", "address", "unknown", "no"),
        ("1.2.a", "address", "unknown", "no"),
        ("1.2.b", "address", "unknown", "no"),
        ("2.4", "progress", None, "in-progress"),
        ("6.1", "deadline", None, "2009-03-01..2009-06-01"),
        ("6.1", "fulfilment", None, "plan"),
        ("", "notification", None, "nota 1"),
    ]
    assert len(moved[0].by) == 9


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
