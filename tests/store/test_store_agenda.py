"""The agenda of a register: what is recorded of notifications and duties, and what it moves."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from desk import AT, HOSTILE, PROGRAMME, decide, everything, fresh, view
from hypothesis import given, settings
from hypothesis import strategies as st

from store.checking import LONGEST
from store.drafts import FulfilmentDraft, NotificationDraft
from store.errors import Refused, Usage
from store.occurrences import Occurrence
from store.register import Register
from store.values import View

AFTER = datetime(2012, 5, 6, 7, tzinfo=UTC)
DEPOSITED = "2009-03-05"


def notify(register: Register, state: str = "AZ", on: str = DEPOSITED, **more: Any) -> Any:
    draft = NotificationDraft(on, more.pop("reference", "nota 12"))
    return register.agenda.notify(PROGRAMME, state, draft, AFTER, **more)


def fulfil(
    register: Register,
    key: str = "6.2",
    year: int | None = 2008,
    on: str = "2009-01-20",
    state: str = "AZ",
    **more: Any,
) -> Any:
    draft = FulfilmentDraft(year, on, more.pop("reference", "protokol 7"), more.pop("note", None))
    return register.agenda.fulfil(PROGRAMME, state, key, draft, AFTER, **more)


def agenda(register: Register, seen: View | None = None) -> tuple[Occurrence, ...]:
    return register.agenda.occurrences(seen or view())


def of(found: tuple[Occurrence, ...], key: str) -> list[Occurrence]:
    return [each for each in found if each.measure == key]


# -- what falls due --------------------------------------------------------------------------------


def test_every_deadline_of_the_programme_has_its_rule(register: Register) -> None:
    found = agenda(register)
    assert len(found) == 33 + 2 + 4 + 4 + 4
    assert {each.measure for each in found} == {each.key for each in register.measures(view())}
    (dated, unresolved) = of(found, "6.1")
    assert (dated.start, dated.end) == (date(2006, 11, 28), date(2007, 2, 28))
    assert (dated.months, dated.anchored_on) == (3, date(2006, 11, 28))
    assert (unresolved.reading, unresolved.start, unresolved.end) == (
        "entry-into-force",
        None,
        None,
    )
    assert [each.end for each in of(found, "6.3-1")] == [
        date(2008, 2, 29),
        date(2009, 2, 28),
        date(2010, 2, 28),
        date(2011, 2, 28),
    ]
    assert [each.year for each in of(found, "6.3-1")] == [2007, 2008, 2009, 2010]
    assert [each.year for each in of(found, "6.2")] == [2007, 2008, 2009, 2010]
    assert [each.printed for each in of(found, "2.5")] == ["2007-2008-ci il"]


def test_a_sheet_knows_when_its_measure_falls_due(register: Register) -> None:
    for key in ("1.1", "6.1", "6.2", "6.3-1"):
        assert register.sheet(view(), key).occurrences == tuple(of(agenda(register), key))


def test_a_state_that_did_not_sign_has_one_reading_and_nothing_to_do(register: Register) -> None:
    found = agenda(register, view("GE"))
    (one,) = of(found, "6.1")
    assert one.reading == "adoption"
    assert not any(each.overdue or each.asks for each in found)
    decided = register.decide
    from store.drafts import Draft

    decided(PROGRAMME, "GE", ["6.2"], Draft("participates", "2008-03-04", source="nota"), AT)
    assert all(each.overdue for each in of(agenda(register, view("GE")), "6.2"))


def test_without_a_state_the_text_is_shown_alone(register: Register) -> None:
    found = agenda(register, view(None))
    assert len(found) == 46
    assert not any(each.overdue or each.settled for each in found)


# -- notifications ---------------------------------------------------------------------------------


def test_a_notification_moves_only_its_states_dates(register: Register) -> None:
    states = [state for state in register.programme().signatories if state != "AZ"]
    before = {state: agenda(register, view(state)) for state in states}
    own = agenda(register)
    (entry,) = notify(register)
    assert (entry.kind, entry.measure, entry.decided_on) == (
        "notification",
        None,
        date(2009, 3, 5),
    )
    assert dict(entry.details) == {"reference": "nota 12"}
    assert {state: agenda(register, view(state)) for state in states} == before
    after = agenda(register)
    changed = [each.measure for each in after if each not in own]
    assert set(changed) == {"6.1"}
    first, second = of(after, "6.1")
    assert (second.start, second.end) == (date(2009, 3, 5), date(2009, 6, 5))
    assert (first.holds, second.holds) == (False, True)
    assert second.notification == entry


def test_before_the_deposit_and_before_it_was_known_there_is_none(register: Register) -> None:
    notify(register)
    for seen in (
        view(on=date(2009, 3, 4)),
        view(known_on=date(2012, 5, 5)),
    ):
        assert of(agenda(register, seen), "6.1")[-1].status == "unresolved"
    assert of(agenda(register, view(on=date(2009, 3, 5))), "6.1")[-1].status == "running"


def test_a_notification_that_is_taken_back_never_was(register: Register) -> None:
    before = agenda(register)
    (entry,) = notify(register)
    register.retract([entry.id], "səhv tarix", AFTER)
    assert agenda(register) == before
    (again,) = notify(register, on="2009-04-06")
    assert of(agenda(register), "6.1")[-1].notification == again


@pytest.mark.parametrize(
    ("state", "on", "reference", "what"),
    [
        ("GE", DEPOSITED, "nota", "GE did not sign the Decision"),
        ("AZ", "2006-11-27", "nota", "before the programme was adopted"),
        ("AZ", "2012-05-07", "nota", "has not come yet"),
        ("AZ", "2009-02-29", "nota", "of the calendar"),
        ("AZ", DEPOSITED, " ", "say what shows it"),
        ("AZ", DEPOSITED, "x" * (LONGEST + 1), "are the most"),
    ],
)
def test_a_notification_that_cannot_be(
    register: Register, state: str, on: str, reference: str, what: str
) -> None:
    before = everything(register.path)
    with pytest.raises(Refused, match=what):
        notify(register, state, on, reference=reference)
    assert everything(register.path) == before


def test_a_second_notification_is_refused_while_one_stands(register: Register) -> None:
    (entry,) = notify(register)
    with pytest.raises(Refused, match=entry.id):
        notify(register, on="2009-04-01")
    notify(register, "KZ")


def test_a_dry_run_of_either_records_nothing(register: Register) -> None:
    before = register.history(view(None))
    assert notify(register, dry_run=True)[0].kind == "notification"
    assert fulfil(register, dry_run=True)[0].kind == "fulfilment"
    assert register.history(view(None)) == before


@settings(max_examples=20, deadline=None)
@given(deposited=st.dates(date(2006, 11, 28), date(2012, 5, 6)))
def test_whenever_it_was_deposited_months_are_counted_from_then(
    ready: Path, deposited: date
) -> None:
    with fresh(ready) as register:
        notify(register, on=deposited.isoformat())
        last = of(agenda(register, view(on=date(2013, 1, 1))), "6.1")[-1]
        assert last.start == deposited
        assert last.holds


@settings(max_examples=15, deadline=None)
@given(
    state=st.sampled_from(["AZ", "AM", "BY", "KZ", "KG", "RU", "TJ", "UA"]),
    deposited=st.dates(date(2006, 11, 28), date(2012, 5, 6)),
    on=st.dates(date(2006, 1, 1), date(2013, 1, 1)),
)
def test_whichever_state_notifies_it_moves_its_own_dates_alone(
    ready: Path, state: str, deposited: date, on: date
) -> None:
    with fresh(ready) as register:
        seen = [view(each, on) for each in register.programme().signatories]
        before = [agenda(register, each) for each in seen]
        notify(register, state, deposited.isoformat())
        after = [agenda(register, each) for each in seen]
    for each, was, is_now in zip(seen, before, after, strict=True):
        if each.state != state or on < deposited:
            assert is_now == was
        else:
            assert {one.measure for one in is_now if one not in was} == {"6.1"}


# -- fulfilments -----------------------------------------------------------------------------------


def test_a_fulfilment_is_kept_as_it_was_typed(register: Register) -> None:
    for year, text in zip((2007, 2008, 2009, 2010), HOSTILE, strict=False):
        (entry,) = fulfil(register, year=year, on="2011-01-20", reference=text, note=text)
        assert (entry.measure, entry.year, entry.decided_on) == ("6.2", year, date(2011, 1, 20))
        assert dict(entry.details) == {"reference": text.strip(), "note": text.strip()}
        assert entry.words == register.find(PROGRAMME, ["6.2"])[0].words
    assert [each.settled is not None for each in of(agenda(register), "6.2")] == [True] * 4
    assert not any(each.settled for each in of(agenda(register), "6.3-2"))


def test_a_duty_that_falls_due_once_takes_no_year(register: Register) -> None:
    with pytest.raises(Refused, match="falls due once"):
        fulfil(register, "6.1", 2007)
    (entry,) = fulfil(register, "6.1", None, "2007-02-20")
    assert (entry.year, dict(entry.details)) == (None, {"reference": "protokol 7"})
    assert all(each.settled == entry for each in of(agenda(register), "6.1"))
    on_the_day_before = agenda(register, view(on=date(2007, 2, 19)))
    assert not any(each.settled for each in of(on_the_day_before, "6.1"))


@pytest.mark.parametrize(
    ("key", "year", "on", "what"),
    [
        ("6.2", None, "2009-01-20", "which year it is for, 2007 to 2010"),
        ("6.2", 2006, "2009-01-20", "2006 is no year of the programme"),
        ("6.2", 2011, "2011-01-20", "2011 is no year of the programme"),
        ("6.2", 2010, "2009-12-31", "before 2010 began"),
        ("6.1", None, "2006-11-27", "before the programme was adopted"),
        ("6.1", None, "2012-05-07", "has not come yet"),
        ("1.1", None, "2009-01-20", "work over a period"),
        ("6.3-1", 2008, "2009-02-20", "releasing the information"),
    ],
)
def test_a_fulfilment_that_cannot_be(
    register: Register, key: str, year: int | None, on: str, what: str
) -> None:
    before = everything(register.path)
    with pytest.raises(Refused, match=what):
        fulfil(register, key, year, on)
    assert everything(register.path) == before


def test_an_item_has_no_deadline_of_its_own(register: Register) -> None:
    with pytest.raises(Usage, match=r"2\.4\.ç"):
        fulfil(register, "2.4.ç")


def test_a_duty_is_fulfilled_once(register: Register) -> None:
    (entry,) = fulfil(register)
    with pytest.raises(Refused, match=entry.id):
        fulfil(register, on="2009-02-01")
    fulfil(register, year=2009, on="2009-12-31")
    register.retract([entry.id], "səhv il", AFTER)
    fulfil(register)


def test_who_is_not_bound_has_nothing_to_fulfil(register: Register) -> None:
    with pytest.raises(Refused, match="is not bound"):
        fulfil(register, state="MD")
    decide(register, "6.2", position="does-not-participate")
    fulfil(register)  # a fact is a fact: the checks of a year tell what contradicts


def test_what_is_checked_is_what_is_refused(register: Register) -> None:
    draft = FulfilmentDraft(2011, "2013-01-01", "")
    with pytest.raises(Refused) as checked:
        register.agenda.check_fulfilment(PROGRAMME, "AZ", "6.2", draft, AFTER.date())
    assert set(checked.value.problems) == {"year", "decided_on", "reference"}
    with pytest.raises(Refused) as notified:
        register.agenda.check_notification(
            PROGRAMME, "AZ", NotificationDraft("x", None), AFTER.date()
        )
    assert set(notified.value.problems) == {"decided_on", "reference"}


# -- what it costs ---------------------------------------------------------------------------------


def test_an_agenda_is_a_few_queries_each_through_an_index(register: Register) -> None:
    notify(register)
    fulfil(register)
    agenda(register)  # the programme itself is read once
    connection = register._door.connection
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    agenda(register)
    connection.set_trace_callback(None)
    # The measures, and one for each kind of entry: notification, fulfilment, progress, return and
    # treaty action. Their number does not grow with that of the measures.
    assert len(statements) == 6
    for statement in statements:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert not [step for step in plan if step.startswith("SCAN")]
