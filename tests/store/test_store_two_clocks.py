"""Two clocks: what held on a day, and what was known on a day; over everything that is recorded."""

from datetime import date, timedelta
from pathlib import Path

from desk import fresh, view
from hypothesis import given, settings
from hypothesis import strategies as st
from working import FIRST, LAST, Step, play, steps

from store.register import Register
from store.values import View

BOUNDED = settings(max_examples=15, deadline=None)
STATES = ("AZ", "UA")
work = st.lists(steps, max_size=8)


def everything_seen(register: Register, seen: View) -> tuple[object, ...]:
    """All that a view shows, wherever it can be asked."""
    return (
        register.measures(seen),
        register.history(seen),
        register.sheet(seen, "2.4"),
        register.agenda.occurrences(seen),
        register.treaties.statuses(seen),
        register.treaties.addresses(seen),
        register.returns.information(seen, 2008),
        register.returns.releases(seen),
        register.returns.checks(seen),
        register.act(seen),
    )


@BOUNDED
@given(work, st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_what_is_recorded_later_never_changes_what_was_known(
    ready: Path, done: list[Step], known_on: date, on: date
) -> None:
    before = [step for step in done if step.at <= known_on]
    after = [step for step in done if step.at > known_on]
    with fresh(ready) as register:
        play(register, before)
        then = [everything_seen(register, view(state, on, known_on)) for state in STATES]
        # As long as nothing later is recorded, what was known is all that is known.
        assert then == [everything_seen(register, view(state, on)) for state in STATES]
        play(register, after)
        assert then == [everything_seen(register, view(state, on, known_on)) for state in STATES]


@BOUNDED
@given(work)
def test_a_day_before_anything_shows_none_of_it(ready: Path, done: list[Step]) -> None:
    with fresh(ready) as register:
        first = min((step.at for step in done), default=FIRST) - timedelta(1)
        earliest = min((step.day for step in done), default=FIRST) - timedelta(1)
        days = (view("AZ", LAST, first), view("AZ", earliest), view("AZ", earliest, first))
        untouched = [everything_seen(register, each) for each in days]
        play(register, done)
        assert [everything_seen(register, each) for each in days] == untouched
        assert [register.history(each) for each in days] == [(), (), ()]


@BOUNDED
@given(work, st.dates(FIRST, LAST))
def test_one_states_entries_show_in_no_others_view(ready: Path, done: list[Step], on: date) -> None:
    with fresh(ready) as register:
        untouched = everything_seen(register, view("KZ", on))
        play(register, done)
        assert everything_seen(register, view("KZ", on)) == untouched
