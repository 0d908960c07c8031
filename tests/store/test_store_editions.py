"""Editions: a decision stands when its words change, and says that it is to be confirmed."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from desk import AT, PROGRAMME, decide, draft, measure, view

from seed.shipped import SHIPPED
from store.errors import NoLonger, Refused, Usage
from store.register import Register
from store.values import Entry

FILE = (SHIPPED / PROGRAMME / "programme.toml").read_text("utf-8")
TEXT = "İnsan alverinə qarşı ixtisaslaşdırılmış strukturlar (bölmələr) yaratmaq"  # 2.5
ITEM = "saxta sənədlərin hazırlanması və satışı üzrə fəaliyyətin aşkar edilməsi"  # 2.4.c


def edition(file: Path, *changes: tuple[str, str]) -> Path:
    """Put an edition of the shipped programme beside the register."""
    text = FILE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    made = file.parent / "programmes" / PROGRAMME / "programme.toml"
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_text(text, "utf-8")
    return made


def test_nothing_is_to_confirm_as_long_as_the_words_are_the_same(register: Register) -> None:
    decide(register, "2.4", "2.4.ç", "2.5")
    assert not any(each.to_confirm for each in register.measures(view()))


def test_a_decision_stands_and_is_to_confirm_when_an_edition_changes_its_words(file: Path) -> None:
    with Register.open(file) as register:
        (entry,) = decide(register, "2.5")
        decide(register, "2.6")
    made = edition(file, (TEXT, "Bölmələr yaratmaq"))
    with Register.open(file) as register:
        held = measure(register, "2.5").position
        assert held is not None
        assert (held.value, held.basis) == ("participates", "decision")
        assert held.decision is not None
        assert held.decision.id == entry.id
        assert held.to_confirm
        assert [each.key for each in register.measures(view()) if each.to_confirm] == ["2.5"]
        decide(register, "2.5", position="does-not-participate", on="2009-01-01")
        assert not measure(register, "2.5").to_confirm
    made.unlink()  # the second decision was taken on words that are no longer those
    with Register.open(file) as register:
        assert measure(register, "2.5").to_confirm


def test_words_of_an_item_are_words_of_its_measure(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "2.4", "2.4.ç")
    edition(file, (ITEM, "saxta sənədlər"))
    with Register.open(file) as register:
        found = measure(register, "2.4")
        assert found.to_confirm
        assert all(item.position and item.position.to_confirm for item in found.items)


def test_what_rests_on_no_decision_is_never_to_confirm(file: Path) -> None:
    edition(file, (TEXT, "Bölmələr yaratmaq"))
    with Register.open(file) as register:
        assert not any(each.to_confirm for each in register.measures(view()))


# -- why -------------------------------------------------------------------------------------------


def test_why_tells_the_rule_and_quotes_the_clause(register: Register) -> None:
    opinion = register.programme().signatories["AZ"]
    for key, state, rule, part, text in (
        ("2.4", "AZ", "opinion-on-each-measure", "special-opinion", opinion.effects[1].clause),
        ("1.4.a", "AZ", "opinion-on-each-measure", "special-opinion", opinion.effects[1].clause),
        ("1.4.c", "AZ", "opinion-on-item", "special-opinion", opinion.effects[0].clause),
        ("2.4", "KZ", "signed", "signatures", "(imza)"),
        ("2.4.ç", "UA", "reservation-unknown", "signatures", "(imza, qeyd-şərtlə)"),
        ("2.4", "GE", "not-signed", "signatures", "—"),
    ):
        why = register.editions.why(view(state), key)
        assert why.position is not None
        assert (why.position.rule, why.position.basis) == (rule, "signature")
        assert why.clause is not None
        assert (why.clause.part, why.clause.text) == (part, text)
        assert (why.decision, why.superseded, why.changes) == (None, (), ())


def test_why_tells_what_a_decision_superseded_and_what_was_taken_back(register: Register) -> None:
    (first,) = decide(register, "2.4", position="does-not-participate", on="2008-01-01")
    (wrong,) = decide(register, "2.4", position="under-consideration", on="2008-06-01")
    (last,) = decide(register, "2.4", on="2009-01-01")
    (earlier,) = decide(
        register, "2.4", position="participates-in-part", on="2007-01-01", reservation="ç"
    )
    register.retract([wrong.id], "typed by mistake", AT)
    why = register.editions.why(view(), "2.4")
    assert why.decision is not None
    assert why.decision.id == last.id
    assert [each.id for each in why.superseded] == [earlier.id, first.id]
    assert [each.id for each in why.retracted] == [wrong.id]
    assert why.otherwise is not None
    assert why.otherwise.value == "does-not-participate"
    # The clause that the decision goes before is quoted all the same.
    assert why.clause is not None
    assert why.clause.part == "special-opinion"
    item = register.editions.why(view(), "2.4.ç")
    assert item.position is not None
    assert (item.position.rule, item.position.inherited) == ("measure-decision", True)
    assert (item.decision, item.superseded) == (why.decision, why.superseded)
    before = register.editions.why(view(on=date(2007, 6, 1)), "2.4")
    assert before.decision is not None
    assert (before.decision.id, before.superseded) == (earlier.id, ())
    assert before.otherwise is not None
    assert before.otherwise.basis == "signature"


def test_why_names_the_items_apart(register: Register) -> None:
    decide(register, "1.4")
    assert [item.key for item in register.editions.why(view(), "1.4").apart] == ["1.4.c"]
    decide(register, "1.4.a", position="does-not-participate")
    assert [item.letter for item in measure(register, "1.4").apart] == ["a", "c"]


def test_a_position_is_always_a_states(register: Register) -> None:
    with pytest.raises(Usage):
        register.editions.why(view(None), "2.4")


# -- confirming ------------------------------------------------------------------------------------


def confirm(
    register: Register,
    *keys: str,
    day: str = "2009-02-02",
    state: str = "AZ",
    source: str | None = None,
) -> tuple[Entry, ...]:
    return register.editions.confirm(PROGRAMME, state, keys, day, AT, source=source)


def test_what_needs_no_confirmation_cannot_be_confirmed(register: Register) -> None:
    decide(register, "2.5", "2.4")
    for keys in (["2.5"], ["2.6"], ["2.4.ç"]):
        with pytest.raises(Refused):
            confirm(register, *keys)
    assert len(register.history(view())) == 2


def test_a_confirmed_decision_stands_on_the_new_words(file: Path) -> None:
    with Register.open(file) as register:
        (entry,) = decide(register, "2.5")
        decide(register, "2.6")
    edition(file, (TEXT, "Xüsusi bölmələr yaratmaq"))
    with Register.open(file) as register:
        (change,) = register.editions.why(view(), "2.5").changes
        assert (change.where, change.old, change.new) == ("text", TEXT, "Xüsusi bölmələr yaratmaq")
        with pytest.raises(Refused, match=r"2\.6"):
            confirm(register, "2.5", "2.6")
        assert measure(register, "2.5").to_confirm
        (made,) = confirm(register, "2.5")
        assert (made.kind, made.key, made.details) == (
            "confirmation",
            "2.5",
            {"confirms": entry.id},
        )
        assert made.words != entry.words
        assert not measure(register, "2.5").to_confirm
        why = register.editions.why(view(), "2.5")
        assert why.changes == ()
        assert [each.id for each in why.confirmations] == [made.id]
        assert why.words.text == TEXT
        assert measure(register, "2.5", view(on=date(2009, 2, 1))).to_confirm  # the day before
        with pytest.raises(Refused):
            confirm(register, "2.5")
        register.retract([made.id], "by mistake", AT)
        assert measure(register, "2.5").to_confirm
        confirm(register, "2.5")
        assert register.verify().problems == ()
    edition(file, (TEXT, "Xüsusi bölmələr yaratmaq mütləqdir"))
    with Register.open(file) as register:  # compared with the words it was last confirmed on
        (change,) = register.editions.why(view(), "2.5").changes
        assert [(piece.kind, piece.text) for piece in change.pieces] == [
            ("same", "Xüsusi bölmələr yaratmaq"),
            ("new", "mütləqdir"),
        ]


def test_an_item_is_confirmed_by_itself(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "2.4", "2.4.ç")
    edition(file, (ITEM, "saxta sənədlər"))
    with Register.open(file) as register:
        with pytest.raises(Refused, match="follows"):
            confirm(register, "2.4.a")
        confirm(register, "2.4")
        found = {item.letter: item.position for item in measure(register, "2.4").items}
        assert [letter for letter, held in found.items() if held and held.to_confirm] == ["ç"]
        confirm(register, "2.4.ç")
        assert not measure(register, "2.4").to_confirm


def test_a_confirmation_has_a_day_and_for_another_state_a_source(file: Path) -> None:
    with Register.open(file) as register:
        register.decide(PROGRAMME, "KZ", ["2.5"], draft(source="nota 7"), AT)
    edition(file, (TEXT, "Bölmələr yaratmaq"))
    with Register.open(file) as register:
        for day, source in (("2009-03-05", "nota 8"), ("2005-01-01", "nota 8"), ("x", "nota 8")):
            with pytest.raises(Refused) as caught:
                confirm(register, "2.5", day=day, state="KZ", source=source)
            assert list(caught.value.problems) == ["decided_on"]
        with pytest.raises(Refused) as caught:
            confirm(register, "2.5", state="KZ")
        assert list(caught.value.problems) == ["source"]
        (made,) = confirm(register, "2.5", state="KZ", source="nota 8")
        assert made.details["source"] == "nota 8"
        assert not measure(register, "2.5", view("KZ")).to_confirm


# -- what an edition takes out ---------------------------------------------------------------------

GONE = ('key = "2.6"\nnumber = "2.6."', 'key = "2.60"\nnumber = "2.60."')


def test_what_is_no_longer_in_the_programme_stays_readable(file: Path) -> None:
    with Register.open(file) as register:
        text = measure(register, "2.6").text
        (entry,) = decide(register, "2.6", authority="Nazirlər Kabineti")
    made = edition(file, GONE)
    with Register.open(file) as register:
        assert [each.id for each in register.no_longer(view())] == [entry.id]
        assert register.no_longer(view("KZ")) == register.no_longer(view(None)) == ()
        assert register.no_longer(view(on=date(2008, 3, 3))) == ()
        assert [each.id for each in register.history(view(), "2.6")] == [entry.id]
        why = register.editions.why(view(), " 2.6. ")
        assert (why.gone, why.decision and why.decision.id, why.words.text) == (
            True,
            entry.id,
            text,
        )
        assert why.moved_to == ("2.60",)
        former = register.editions.former(view(), "2.6")
        assert (former.key, former.words.text, former.moved_to) == ("2.6", text, ("2.60",))
        assert former.position == why.position
        assert register.editions.why(view("KZ"), "2.6").position is None
        for refused in (
            lambda: decide(register, "2.6"),
            lambda: confirm(register, "2.6"),
            lambda: register.sheet(view(), "2.6"),
        ):
            with pytest.raises(NoLonger):
                refused()
        with pytest.raises(Usage):
            register.editions.former(view(), "2.5")
        with pytest.raises(Usage):
            register.editions.why(view(), "9.9")
        register.retract([entry.id], "by mistake", AT)
        assert register.no_longer(view()) == ()
        assert [each.id for each in register.editions.why(view(), "2.6").retracted] == [entry.id]
    made.unlink()  # it comes back
    with Register.open(file) as register:
        assert register.editions.why(view(), "2.6").gone is False


def test_an_item_that_is_gone_or_has_another_letter(file: Path) -> None:
    with Register.open(file) as register:
        (own,) = decide(register, "2.4.ç", position="does-not-participate")
        (whole,) = decide(register, "2.4")
        (other,) = decide(register, "2.4.d", position="under-consideration")
    edition(file, ('letter = "ç"', 'letter = "f"'))
    with Register.open(file) as register:
        assert [each.id for each in register.no_longer(view())] == [own.id]
        why = register.editions.why(view(), "2.4.ç")
        assert (why.gone, why.decision and why.decision.id) == (True, own.id)
        now = register.editions.why(view(), "2.4.f")
        assert now.position is not None
        assert (now.position.rule, now.position.to_confirm) == ("measure-decision", True)
        assert {change.letter for change in now.changes} == {"ç", "f"}
        assert [item.key for item in register.editions.former(view(), "2.4.ç").items] == ["2.4.ç"]
    # Two letters change places: each decision keeps its letter, and is to confirm.
    edition(
        file,
        ('letter = "ç"', 'letter = "x"'),
        ('letter = "d"', 'letter = "ç"'),
        ('letter = "x"', 'letter = "d"'),
    )
    with Register.open(file) as register:
        assert register.no_longer(view()) == ()
        for key, entry in (("2.4.ç", own), ("2.4.d", other), ("2.4", whole)):
            held = register.editions.why(view(), key)
            assert (held.decision and held.decision.id, held.gone) == (entry.id, False)
            assert {change.letter for change in held.changes} == {"ç", "d"}


def test_items_of_a_measure_that_is_gone_follow_it(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "2.4", position="does-not-participate")
        decide(register, "2.4.ç")
    edition(file, ('key = "2.4"\nnumber = "2.4."', 'key = "2.40"\nnumber = "2.40."'))
    with Register.open(file) as register:
        former = register.editions.former(view(), "2.4")
        told = {item.key: item.position and item.position.value for item in former.items}
        assert told["2.4.ç"] == "participates"
        assert told["2.4.c"] == "does-not-participate"
        assert register.editions.why(view(), "2.4.c").position == former.items[2].position
        assert [each.key for each in register.no_longer(view())] == ["2.4", "2.4.ç"]


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM wording WHERE hash IN (?, ?)",
        "UPDATE wording SET words = '{' WHERE hash IN (?, ?)",
        "UPDATE wording SET words = '[]' WHERE hash IN (?, ?)",
        'UPDATE wording SET words = \'{"text": 1, "items": 2}\' WHERE hash IN (?, ?)',
    ],
)
def test_words_that_damage_has_cost_are_not_made_up(file: Path, damage: str) -> None:
    with Register.open(file) as register:
        (stays, gone) = decide(register, "2.5", "2.6")
    edition(file, (TEXT, "Bölmələr yaratmaq"), GONE)
    Register.open(file).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(damage, (stays.words, gone.words))
    with Register.open(file) as register:
        why = register.editions.why(view(), "2.5")
        assert (why.decision and why.decision.id, why.words, why.changes) == (stays.id, None, ())
        assert why.position is not None
        assert why.position.to_confirm
        former = register.editions.former(view(), "2.6")
        assert (former.words, former.items) == (None, ())
        assert [each.id for each in former.history] == [gone.id]
        assert register.editions.why(view(), "2.6").words is None
        with pytest.raises(Usage):
            register.find(PROGRAMME, ["2.6.z"])
        confirm(register, "2.5")
        assert [each.id for each in register.history(view(), "2.6")] == [gone.id]


def test_the_checks_name_what_an_edition_concerns(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "2.5", "2.4.ç", "2.6", act="qərar 12")
        before = {finding.rule for finding in register.returns.checks(view())}
        assert not before & {"to-confirm", "left-behind"}
    edition(file, (TEXT, "Bölmələr yaratmaq"), (ITEM, "saxta sənədlər"), GONE)
    with Register.open(file) as register:
        told = {
            (finding.rule, finding.measure): finding.fix
            for finding in register.returns.checks(view())
            if finding.rule in ("to-confirm", "left-behind")
        }
        assert told[("to-confirm", "2.5")] == ("confirm", "2.5")
        assert told[("to-confirm", "2.4.ç")] == ("confirm", "2.4.ç")
        assert told[("left-behind", "2.60")][:4] == ("decide", "2.60", "--position", "participates")
        assert "qərar 12" in told[("left-behind", "2.60")]
        confirm(register, "2.5", "2.4.ç")
        decide(register, "2.60")
        after = {finding.rule for finding in register.returns.checks(view())}
        assert not after & {"to-confirm", "left-behind"}


RESERVATION = """
[[special_opinion]]
state = "UA"
title = "Ukraynanın qeyd-şərti"
place_and_date = ["Minsk şəhəri"]
opening = "Ukrayna:"
signatory = ["Ukrayna adından"]

[[special_opinion.effect]]
clause = "2.4-cü bənddə iştirak etmir."
value = "not-bound"
covers = ["2.4"]
"""


def test_a_reservation_whose_text_becomes_known_says_what_it_covers(file: Path) -> None:
    made = edition(file)
    made.write_text(f"{FILE}\n{RESERVATION}", "utf-8")
    with Register.open(file) as register:
        excluded = register.editions.why(view("UA"), "2.4.ç")
        assert excluded.position is not None
        assert (excluded.position.value, excluded.position.rule) == (
            "not-bound",
            "opinion-on-measure",
        )
        assert excluded.clause is not None
        assert excluded.clause.text == "2.4-cü bənddə iştirak etmir."
        assert excluded.reserved
        other = register.editions.why(view("UA"), "2.5")
        assert other.position is not None
        assert (other.position.value, other.position.rule) == ("undetermined", "opinion-silent")
