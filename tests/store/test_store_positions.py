"""Positions: what each signature act gives, and what a decision changes."""

from datetime import date
from pathlib import Path

import pytest
from desk import AT, PROGRAMME, decide, draft, fresh, measure, view
from hypothesis import given, settings
from hypothesis import strategies as st

from store.positions import position_of
from store.register import Register
from store.values import (
    DECIDABLE,
    Clause,
    Effect,
    Entry,
    Part,
    Position,
    PositionValue,
    Rule,
    Signatory,
)

DEFAULTS = {
    "AM": "participates",
    "BY": "participates",
    "KZ": "participates",
    "KG": "participates",
    "RU": "participates",
    "TJ": "participates",
    "AZ": "undetermined",
    "UA": "undetermined",
    "GE": "not-bound",
    "MD": "not-bound",
    "TM": "not-bound",
}


def position(register: Register, key: str, state: str = "AZ", on: date | None = None) -> Position:
    seen = view(state, on) if on else view(state)
    for each in register.measures(seen):
        for part in (each, *each.items):
            if part.key == key:
                assert part.position
                return part.position
    raise AssertionError(key)


# -- defaults --------------------------------------------------------------------------------------


def test_the_states_are_those_of_the_signature_table(register: Register) -> None:
    assert set(register.programme().signatories) == set(DEFAULTS)


@pytest.mark.parametrize("state", DEFAULTS)
def test_what_a_signature_gives_before_anything_is_decided(register: Register, state: str) -> None:
    for each in register.measures(view(state)):
        assert not each.decided
        for part in (each, *each.items):
            expected = "not-bound" if (state, part.key) == ("AZ", "1.4.c") else DEFAULTS[state]
            assert part.position.value == expected
            assert part.position.basis == "signature"
            assert part.position.decision is None
            assert part.position.clause


def test_a_default_quotes_the_words_it_rests_on(register: Register) -> None:
    azerbaijan = register.programme().signatories["AZ"]
    excluded, reserved = azerbaijan.effects
    assert position(register, "1.4.c").clause.text == excluded.clause
    assert position(register, "1.4.b").clause.text == reserved.clause
    assert "harmonizasiya" in excluded.clause
    assert position(register, "1.1", "UA").clause.text == "(imza, qeyd-şərtlə)"
    assert position(register, "1.1", "AM").clause.text == "(imza)"
    assert position(register, "1.1", "GE").clause.text == "—"


def test_nobody_has_a_position_when_no_state_is_chosen(register: Register) -> None:
    decide(register, "1.4.c")
    for each in register.measures(view(None)):
        assert [part.position for part in (each, *each.items)] == [None] * (1 + len(each.items))
        assert not each.decided


def test_every_reading_keeps_the_documents_order(register: Register) -> None:
    keys = [each.key for each in register.measures(view())]
    assert len(keys) == 37
    assert keys[7:9] == ["1.8", "2.1"]
    assert keys[16:18] == ["2.9", "2.10"]
    assert keys[-5:] == ["V", "6.1", "6.2", "6.3-1", "6.3-2"]
    assert [item.letter for item in measure(register, "2.4").items] == [*"abcçde"]
    assert sum(len(each.items) for each in register.measures(view())) == 18


# -- decisions -------------------------------------------------------------------------------------


def test_a_decision_on_a_measure_holds_for_its_items(register: Register) -> None:
    (entry,) = decide(register, "2.4", position="does-not-participate")
    assert measure(register, "2.4").decided
    assert position(register, "2.4") == Position(
        PositionValue.DOES_NOT, Rule.OWN_DECISION, None, entry
    )
    for letter in "abcçde":
        held = position(register, f"2.4.{letter}")
        assert (held.value, held.decision, held.inherited) == (entry.position, entry, True)


def test_an_item_may_be_decided_by_itself(register: Register) -> None:
    (own,) = decide(register, "2.4.ç", position="participates")
    assert not measure(register, "2.4").decided
    assert position(register, "2.4.c").value == "undetermined"
    decide(register, "2.4", position="does-not-participate", on="2009-01-01")
    held = position(register, "2.4.ç")
    assert (held.value, held.decision, held.inherited) == ("participates", own, False)
    assert position(register, "2.4.c").value == "does-not-participate"


def test_what_the_opinion_excludes_is_not_undone_by_the_measure(register: Register) -> None:
    decide(register, "1.4")
    assert position(register, "1.4.b").value == "participates"
    held = position(register, "1.4.c")
    assert (held.value, held.basis) == ("not-bound", "signature")
    decide(register, "1.4.c", position="under-consideration")
    assert position(register, "1.4.c").value == "under-consideration"


def test_a_retraction_gives_back_what_held_before(register: Register) -> None:
    defaults = register.measures(view())
    decide(register, "2.4", position="does-not-participate", on="2008-01-01")
    first = register.measures(view())
    decide(register, "2.4", "2.4.ç", on="2009-01-01")
    register.retract(["2", "3"], "typed by mistake", AT)
    assert register.measures(view()) == first
    register.retract(["1"], "typed by mistake", AT)
    assert register.measures(view()) == defaults


def test_a_decision_holds_from_its_day(register: Register) -> None:
    decide(register, "1.1", on="2009-02-02", position="does-not-participate")
    decide(register, "1.1", on="2008-01-01", position="under-consideration")  # learned later
    assert position(register, "1.1", on=date(2007, 12, 31)).basis == "signature"
    assert position(register, "1.1", on=date(2008, 1, 1)).value == "under-consideration"
    assert position(register, "1.1", on=date(2009, 2, 1)).value == "under-consideration"
    assert position(register, "1.1", on=date(2009, 2, 2)).value == "does-not-participate"


def test_states_do_not_touch_each_other(register: Register) -> None:
    before = {state: register.measures(view(state)) for state in DEFAULTS}
    register.decide(PROGRAMME, "GE", ["2.4"], draft(source="note verbale"), AT)
    after = {state: register.measures(view(state)) for state in DEFAULTS}
    assert {state for state in DEFAULTS if before[state] != after[state]} == {"GE"}


# -- the rule itself -------------------------------------------------------------------------------

values = st.sampled_from(list(PositionValue))
effects = st.builds(
    Effect,
    st.sampled_from(["(a)", "(b)"]),
    values,
    st.frozensets(st.sampled_from(["1", "1.a", "1.b", "2", "*"]), min_size=1),
)
signatories = st.builds(
    Signatory,
    st.just("XX"),
    st.just("X"),
    st.just("(imza)"),
    st.just("special-opinion"),
    values,
    st.lists(effects, max_size=3).map(tuple),
)


def entry(number: int, value: PositionValue) -> Entry:
    nothing = dict.fromkeys(Entry.__slots__)
    return Entry(**nothing | {"id": f"o-{number}", "kind": "decision", "position": value})


@settings(max_examples=300, deadline=None)
@given(signatories, values, values)
def test_own_decision_then_own_exclusion_then_the_measures_then_the_default(
    signatory: Signatory, own: PositionValue, whole: PositionValue
) -> None:
    mine, theirs = entry(1, own), entry(2, whole)
    assert position_of(signatory, "1", "a", mine, theirs).decision == mine
    assert position_of(signatory, "1", None, mine, None).decision == mine

    excluded = [effect for effect in signatory.effects if "1.a" in effect.covers]
    inherited = position_of(signatory, "1", "a", None, theirs)
    if excluded:
        assert (inherited.value, inherited.clause.text) == (excluded[0].value, excluded[0].clause)
    else:
        assert (inherited.decision, inherited.inherited) == (theirs, True)

    covering = [effect for effect in signatory.effects if {"1", "*"} & effect.covers]
    default = position_of(signatory, "1", "b", None, None)
    own_item = [effect for effect in signatory.effects if "1.b" in effect.covers]
    expected = (own_item or [e for e in covering if "1" in e.covers] or covering)[:1]
    assert default.basis == "signature"
    if expected:
        assert (default.value, default.clause.text) == (expected[0].value, expected[0].clause)
    else:
        assert (default.value, default.clause.text) == (signatory.default, "(imza)")


def test_what_is_decidable_and_what_only_follows() -> None:
    assert set(PositionValue) - set(DECIDABLE) == {"undetermined", "not-bound"}


@settings(max_examples=300, deadline=None)
@given(signatories, st.none() | values, st.none() | values, st.sampled_from([None, "a", "b"]))
def test_the_rule_tells_what_a_position_rests_on(
    signatory: Signatory, own: PositionValue | None, whole: PositionValue | None, item: str | None
) -> None:
    mine = entry(1, own) if own else None
    theirs = entry(2, whole) if whole and item else None
    held = position_of(signatory, "1", item, mine, theirs, ["o-2"])
    assert (held.decision is None) == (held.clause is not None)
    assert held.to_confirm == (held.decision is not None and held.decision is theirs)
    assert held.basis == ("decision" if held.decision else "signature")
    match held.rule:
        case Rule.OWN_DECISION:
            assert held.decision is mine
        case Rule.MEASURE_DECISION:
            assert (held.decision, held.inherited) == (theirs, True)
        case Rule.OPINION_ON_ITEM | Rule.OPINION_ON_MEASURE | Rule.OPINION_ON_EACH:
            assert held.clause
            assert held.clause.part == "special-opinion"
            assert held.clause.text in {effect.clause for effect in signatory.effects}
        case _:
            assert held.rule is Rule.OPINION_SILENT
            assert (held.value, held.clause) == (
                signatory.default,
                Clause(Part.SIGNATURES, signatory.printed),
            )


decisions = st.tuples(
    st.sampled_from(["1.4", "1.4.a", "1.4.c"]),
    st.sampled_from(["participates", "does-not-participate", "under-consideration"]),
    st.sampled_from(["2007-05-01", "2008-01-01", "2008-06-01"]),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(decisions, max_size=5), st.sampled_from(["1.4", "1.4.a", "1.4.b", "1.4.c"]))
def test_what_would_hold_if_the_decision_were_taken_back_then_holds(
    ready: Path, taken: list[tuple[str, str, str]], key: str
) -> None:
    with fresh(ready) as register:
        for where, value, on in taken:
            decide(register, where, position=value, on=on)
        why = register.editions.why(view(), key)
        assert (why.otherwise is None) == (why.decision is None)
        if why.decision:
            register.retract([why.decision.id], "to see", AT)
            then = register.editions.why(view(), key)
            assert then.position == why.otherwise
            assert why.decision.id in {each.id for each in then.retracted} or (
                then.decision is None or then.decision.key != why.decision.key
            )
