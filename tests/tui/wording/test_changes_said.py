"""What moved is said in the language in use: every kind of it, in both clocks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import get_args

import pytest
from bracketed import Bracketed, unsaid
from chains import KNOWN, VIEW, an_entry

from store.changes import Aspect, Change, Fact, Subject
from store.ladder import TreatyAction
from store.reporting import Status
from store.values import Answer, EntryKind, Position, PositionValue, Rule, View
from tui import language
from tui.wording.changes import fact_words, move_words, span_words, subject_words

EARLIER = date(2007, 1, 1)


@pytest.fixture
def another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Spoken, "catalogue", Bracketed())


def recorded(kind: EntryKind, value: str, **details: str) -> Fact:
    return Fact(value, entry=an_entry(kind=kind, position=None, details=details))


def facts() -> Iterator[Fact | None]:
    """Something of every kind that can hold."""
    yield None
    for value, rule in product(PositionValue, (Rule.SIGNED, Rule.RESERVATION_UNKNOWN)):
        yield Fact(value, Position(value, rule))
    for answer in get_args(Answer):
        yield Fact(answer)
    yield Fact("2009-03-01..2009-06-01")
    for status in Status:
        yield recorded("progress", status, status=status)
    for action in TreatyAction:
        yield recorded("treaty-action", action, action=action)
    yield recorded("treaty-action", "Х", action="Х")
    yield recorded("return", "1", number="1")
    yield recorded("fulfilment", "Х")
    yield recorded("notification", "Х")


@pytest.mark.usefixtures("another_language")
def test_every_kind_of_move_is_said() -> None:
    for before, after in product(facts(), facts()):
        said = move_words(Change(Subject("position"), "", before, after, ()))
        assert not re.search("[A-Za-z]", unsaid(said)), said
        assert "⟦" in said.partition(" → ")[2]


@pytest.mark.usefixtures("another_language")
def test_what_it_is_about_is_said() -> None:
    for what, year in product(get_args(Aspect), (None, 2008)):
        said = subject_words(Subject(what, "9.9", year=year))
        assert bool(said) == (what != "position")
        assert unsaid(said) == ""


FIRST, LATER = replace(VIEW, on=EARLIER), replace(KNOWN, on=EARLIER)

CLOCKS = [
    (FIRST, VIEW, "from 2007-01-01 to 2008-06-02"),
    (LATER, KNOWN, "from 2007-01-01 to 2008-06-02, as known on 2009-03-04"),
    (KNOWN, VIEW, "from what was known on 2009-03-04 to all that is known, as on 2008-06-02"),
    (
        replace(KNOWN, known_on=EARLIER),
        KNOWN,
        "from what was known on 2007-01-01 to what was known on 2009-03-04, as on 2008-06-02",
    ),
    (
        LATER,
        VIEW,
        "from 2007-01-01 to 2008-06-02, and from what was known on 2009-03-04 to all that is known",
    ),
    (
        replace(LATER, known_on=EARLIER),
        KNOWN,
        (
            "from 2007-01-01 to 2008-06-02, "
            "and from what was known on 2007-01-01 to what was known on 2009-03-04"
        ),
    ),
]


@pytest.mark.parametrize(("before", "after", "english"), CLOCKS)
def test_the_days_are_one_sentence(
    before: View, after: View, english: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert span_words(before, after) == f"QQ {english}"
    monkeypatch.setattr(language._Spoken, "catalogue", Bracketed())
    assert span_words(before, after) == f"⟦QQ {english}⟧"


def test_in_english() -> None:
    assert subject_words(Subject("progress", "9.9", year=2008)) == "work 2008"
    assert subject_words(Subject("deadline", "9.9")) == "deadline from entry into force"
    assert fact_words(None) == "nothing"
    assert fact_words(Fact("2009-03-01..2009-06-01")) == "2009-03-01 to 2009-06-01"
    assert fact_words(recorded("return", "7", number="7")) == "released, No. 7"
    assert fact_words(recorded("fulfilment", "Х")) == "fulfilled"
    assert fact_words(recorded("notification", "Х")) == "deposited"
