"""What may be recorded, what is refused, and in which words."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from desk import ADOPTED, AT, HOSTILE, PROGRAMME, copied, decide, draft, everything, view
from hypothesis import given, settings
from hypothesis import strategies as st

from store.checking import LONGEST
from store.decisions import check_decision, check_officer, check_reason
from store.drafts import Draft
from store.errors import Refused, RegisterError, Usage
from store.register import Register
from store.values import DECIDABLE, Officer, PositionValue

TEXTS = ("authority", "act", "reservation", "responsible", "note", "source")
TODAY = AT.date()


def refused(register: Register, typed: Draft, state: str = "AZ") -> Refused:
    """The refusal that a draft meets; it leaves everything as it was."""
    before = everything(register.path)
    with pytest.raises(Refused) as caught:
        register.decide(PROGRAMME, state, ["1.1", "1.2"], typed, AT)
    with pytest.raises(Refused) as checked:
        register.check(PROGRAMME, state, typed, TODAY)
    assert checked.value.problems == caught.value.problems
    assert everything(register.path) == before
    assert caught.value.exit_code == 1
    assert "\n" not in caught.value.remedy
    return caught.value


# -- decisions -------------------------------------------------------------------------------------


def test_a_decision_is_kept_as_it_was_typed(register: Register) -> None:
    fields = dict(zip(TEXTS, HOSTILE, strict=False))
    (entry,) = decide(register, "2.4.ç", position="participates-in-part", **fields)
    assert {name: getattr(entry, name) for name in TEXTS} == {
        name: text.strip() for name, text in fields.items()
    }
    assert (entry.measure, entry.item, entry.key) == ("2.4", "ç", "2.4.ç")
    assert (entry.kind, entry.position) == ("decision", PositionValue.IN_PART)
    assert (entry.state, entry.communicated) == ("AZ", False)
    assert register.history(view()) == (entry,)


def test_blank_and_left_out_are_the_same(register: Register) -> None:
    (entry,) = decide(register, "1.1", authority=" \t\u00a0", note="", act="  № 5 ")
    assert (entry.authority, entry.note, entry.act) == (None, None, "№ 5")


def test_to_participate_in_part_needs_a_reservation(register: Register) -> None:
    for reservation in (None, "", "  \n"):
        error = refused(
            register, Draft("participates-in-part", "2008-03-04", None, None, reservation)
        )
        assert list(error.problems) == ["reservation"]


def test_another_states_decision_needs_a_source(register: Register) -> None:
    assert list(refused(register, draft(), state="AM").problems) == ["source"]
    (entry,) = register.decide(PROGRAMME, "am", ["1.1"], draft(source="note verbale 5"), AT)
    assert (entry.state, entry.communicated, entry.source) == ("AM", True, "note verbale 5")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (str(ADOPTED - timedelta(1)), "before the programme was adopted on 2006-11-28"),
        (str(TODAY + timedelta(1)), "has not come yet: today is 2009-03-04"),
        ("2007-02-29", "is not a date"),
        ("4 March 2008", "is not a date"),
        ("2008-13-01", "is not a date"),
        ("\ud800", "is not a date"),
        ("", "say the date"),
        (None, "say the date"),
    ],
)
def test_a_day_that_cannot_be(register: Register, day: str | None, words: str) -> None:
    error = refused(register, Draft("participates", day))
    assert list(error.problems) == ["decided_on"]
    assert words in error.problems["decided_on"]


@pytest.mark.parametrize("day", [str(ADOPTED), str(TODAY), "2008-02-29", " 2008-03-04 "])
def test_a_day_that_can(register: Register, day: str) -> None:
    (entry,) = decide(register, "1.1", on=day)
    assert entry.decided_on == date.fromisoformat(day.strip())


@pytest.mark.parametrize("position", ["undetermined", "not-bound", "yes", "", None, "\ud800"])
def test_a_position_that_nobody_can_take(register: Register, position: str | None) -> None:
    error = refused(register, Draft(position, "2008-03-04"))
    assert list(error.problems) == ["position"]
    assert all(value in error.problems["position"] for value in DECIDABLE)


@pytest.mark.parametrize("field", TEXTS)
def test_a_text_that_is_too_long(register: Register, field: str) -> None:
    error = refused(register, draft(**{field: "x" * (LONGEST + 1)}))
    assert list(error.problems) == [field]
    assert "4001" in error.problems[field]
    assert "4000" in error.problems[field]
    (entry,) = decide(register, "1.1", **{field: "ə" * LONGEST})
    assert getattr(entry, field) == "ə" * LONGEST


@pytest.mark.parametrize("field", TEXTS)
def test_half_a_character(register: Register, field: str) -> None:
    error = refused(register, draft(**{field: "ab\udce9"}))
    assert error.problems == {field: "character 3 is half a character: type it again"}


def test_all_that_is_wrong_is_told_at_once(register: Register) -> None:
    typed = Draft("participates-in-part", "2020-01-01", note="x" * 5000)
    error = refused(register, typed, state="AM")
    assert list(error.problems) == ["decided_on", "reservation", "note", "source"]
    assert error.what.startswith("decided on: ")


anything = st.text(st.characters(), max_size=12)  # half characters too


def storable(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def wrong(typed: Draft) -> set[str]:
    """The fields that a refusal of another state's decision names."""
    try:
        check_decision(typed, adopted_on=ADOPTED, today=TODAY, communicated=True)
    except Refused as error:
        return {*error.problems}
    return set()


@settings(deadline=None)
@given(
    st.builds(
        Draft,
        st.sampled_from([*DECIDABLE, "undetermined"]) | anything,
        st.sampled_from(["2008-03-04", "1999-01-01", "2099-01-01"]) | anything,
        *[st.none() | anything] * len(TEXTS),
    )
)
def test_whatever_is_typed_is_a_decision_or_refused(typed: Draft) -> None:
    texts = {name: (getattr(typed, name) or "").strip() for name in TEXTS}
    expected = {name for name, text in texts.items() if not storable(text)}
    if typed.position not in DECIDABLE:
        expected.add("position")
    if typed.decided_on != "2008-03-04":
        expected.add("decided_on")
    if typed.position == "participates-in-part" and not texts["reservation"]:
        expected.add("reservation")
    if not texts["source"]:
        expected.add("source")
    assert wrong(typed) == expected


@settings(deadline=None)
@given(anything)
def test_a_name_or_a_reason_is_kept_or_refused(typed: str) -> None:
    for check in (check_officer, check_reason):
        if typed.strip() and storable(typed.strip()):
            assert check(typed) == typed.strip()
        else:
            with pytest.raises(Refused):
                check(typed)


# -- keys ------------------------------------------------------------------------------------------


def found(register: Register, *keys: str) -> list[str]:
    return [target.key for target in register.find(PROGRAMME, keys)]


def test_keys_are_found_as_they_are_typed(register: Register) -> None:
    assert found(register, "2.4", "2.4.", " v ", "V", "6.3-1", "2.4.ç", "2.4.c\u0327", "2.4.Ç") == [
        "2.4",
        "V",
        "6.3-1",
        "2.4.ç",
    ]
    assert found(register, "2.4.c") == ["2.4.c"]
    assert found(register) == []


def test_every_key_and_every_unambiguous_number_is_found(register: Register) -> None:
    for measure in register.measures(view()):
        assert found(register, measure.key, *(item.key for item in measure.items)) == [
            measure.key,
            *(item.key for item in measure.items),
        ]
        if measure.number and not measure.number.startswith("6.3"):
            assert found(register, measure.number) == [measure.key]


def test_a_number_that_is_printed_twice_names_both(register: Register) -> None:
    for typed in ("6.3", "6.3.", " 6.3"):
        with pytest.raises(Usage) as caught:
            decide(register, "1.1", typed)
        assert "printed 2 times" in caught.value.what
        assert "6.3-1" in caught.value.remedy
        assert "6.3-2" in caught.value.remedy
        assert caught.value.exit_code == 2
    assert register.history(view()) == ()


@pytest.mark.parametrize("key", ["", " ", "9.9", "2.4.z", "2", ".", "1.1.a", "\ud800", "%", "🏳️‍🌈"])
def test_a_key_of_nothing_records_nothing(register: Register, key: str) -> None:
    before = everything(register.path)
    for ask in (
        lambda: decide(register, "1.1", key),
        lambda: register.sheet(view(), key),
        lambda: register.find(PROGRAMME, [key]),
    ):
        with pytest.raises(Usage, match="no measure or item"):
            ask()
    assert everything(register.path) == before


def test_several_keys_are_all_recorded_or_none(register: Register) -> None:
    entries = decide(register, "1.1", "2.4.ç", "1.1.", "V")
    assert [entry.key for entry in entries] == ["1.1", "2.4.ç", "V"]
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert len({entry.recorded_at for entry in entries}) == 1
    assert register.history(view()) == entries


# -- who -------------------------------------------------------------------------------------------


def test_nothing_is_recorded_before_somebody_is_set_up(seeded: Path, tmp_path: Path) -> None:
    file = copied(seeded, tmp_path)
    with Register.open(file) as register:
        assert register.officer() == Officer(None, None)
        assert not register.officer().known
        before = everything(file)
        with pytest.raises(Refused, match="istirak setup"):
            decide(register, "1.1")
        with pytest.raises(Refused, match="istirak setup"):
            register.retract(["1"], "why", AT)
        assert everything(file) == before


def test_setting_up_again_leaves_the_ledger_and_its_origin(register: Register) -> None:
    (first,) = decide(register, "1.1")
    assert register.set_up(PROGRAMME, " ua ", " О. Коваль ") == Officer("О. Коваль", "UA")
    assert register.officer() == Officer("О. Коваль", "UA")
    (second,) = register.decide(PROGRAMME, "UA", ["1.1"], draft(), AT)
    assert (first.recorded_by, second.recorded_by) == ("Ə. Məmmədova", "О. Коваль")
    assert (second.origin, second.seq, second.previous) == (first.origin, 2, first.hash)
    assert (second.state, second.communicated) == ("UA", False)


@pytest.mark.parametrize("name", ["", " \t", "x" * 4001, "\udce9"])
def test_a_name_that_cannot_be_kept(register: Register, name: str) -> None:
    with pytest.raises(Refused):
        register.set_up(PROGRAMME, "AZ", name)
    assert register.officer().name == "Ə. Məmmədova"


@pytest.mark.parametrize("state", ["XX", "", "AZE", "Azərbaycan", "\ud800", "LT"])
def test_a_state_that_is_not_in_the_signature_table(register: Register, state: str) -> None:
    before = everything(register.path)
    for ask in (
        lambda: register.state(PROGRAMME, state),
        lambda: register.set_up(PROGRAMME, state, "x"),
        lambda: register.decide(PROGRAMME, state, ["1.1"], draft(source="x"), AT),
    ):
        with pytest.raises(Usage, match="no state in the programme's signature table") as caught:
            ask()
        assert "KZ" in caught.value.remedy
    assert everything(register.path) == before


@pytest.mark.parametrize("state", ["XX", "az"])
def test_a_view_of_a_state_that_is_not_there(register: Register, state: str) -> None:
    with pytest.raises(Usage):
        register.measures(view(state))
    with pytest.raises(Usage):
        register.sheet(view(state), "1.1")


def test_a_programme_that_is_not_there(register: Register) -> None:
    with pytest.raises(Usage, match="no programme here"):
        register.programme("cis-2099")


# -- retractions -----------------------------------------------------------------------------------


def not_taken_back(register: Register, *wanted: str, reason: str = "why") -> RegisterError:
    before = everything(register.path)
    with pytest.raises(RegisterError) as caught:
        register.retract(wanted, reason, AT)
    assert everything(register.path) == before
    return caught.value


def test_an_entry_is_taken_back_with_a_reason(register: Register) -> None:
    (entry,) = decide(register, "2.4.ç")
    (retraction,) = register.retract([entry.id], " typed [/x] by mistake ", AT)
    assert (retraction.kind, retraction.retracts) == ("retraction", entry.id)
    assert retraction.reason == "typed [/x] by mistake"
    assert (retraction.key, retraction.state, retraction.words) == ("2.4.ç", "AZ", entry.words)
    assert (retraction.position, retraction.decided_on) == (None, None)
    told, _ = register.history(view())
    assert told.retracted_by == retraction.id


def test_an_own_entry_is_named_by_its_number(register: Register) -> None:
    decide(register, "1.1", "1.2")
    (retraction,) = register.retract(["2"], "why", AT)
    assert retraction.measure == "1.2"


def test_an_entry_named_twice_is_taken_back_once(register: Register) -> None:
    (entry,) = decide(register, "1.1")
    assert len(register.retract(["1", entry.id, "1"], "why", AT)) == 1


def test_an_entry_is_not_taken_back_twice(register: Register) -> None:
    decide(register, "1.1")
    (retraction,) = register.retract(["1"], "why", AT)
    error = not_taken_back(register, "1")
    assert isinstance(error, Refused)
    assert retraction.id in error.what


def test_a_retraction_is_not_taken_back(register: Register) -> None:
    decide(register, "1.1")
    (retraction,) = register.retract(["1"], "why", AT)
    assert isinstance(not_taken_back(register, retraction.id), Refused)


def test_several_are_all_taken_back_or_none(register: Register) -> None:
    decide(register, "1.1", "1.2")
    assert isinstance(not_taken_back(register, "1", "2", "9"), Usage)
    assert len(register.retract(["1", "2"], "why", AT)) == 2


@pytest.mark.parametrize("entry", ["", "1", "-1", "0", "x-1", "٣", "\ud800", "9" * 5000, "1; DROP"])
def test_an_entry_that_is_not_there(register: Register, entry: str) -> None:
    assert isinstance(not_taken_back(register, entry), Usage)


@pytest.mark.parametrize("reason", ["", " \n", "x" * 4001, "\udce9"])
def test_a_reason_that_is_none(register: Register, reason: str) -> None:
    decide(register, "1.1")
    error = not_taken_back(register, "1", reason=reason)
    assert isinstance(error, Refused)
    assert list(error.problems) == ["reason"]
