"""Where states stand on treaties is said in the language in use, however they have come there."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import get_args

import pytest
from bracketed import Bracketed, unsaid
from rich.cells import cell_len

from store.ladder import Ladder, Standing, Step, TreatyAction, climb
from store.values import Address, Addresses, Answer, Treaty
from tui import language
from tui.language import LANGUAGES, use
from tui.wording.treaties import (
    ADDRESS_WORDS,
    action_label,
    address_reason,
    address_sentence,
    legend,
    standing_sentence,
    standing_words,
)

DATED = date(2000, 11, 15)


@pytest.fixture
def another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Spoken, "catalogue", Bracketed())


def treaty(addresses: Addresses) -> Treaty:
    return Treaty(
        "t", "Х", DATED, None, "1.1", None,
        annexed=True, addresses=addresses, note=None,
    )  # fmt: skip


def ladders() -> Iterator[Ladder]:
    """All that three actions, one after the other, can amount to, also where they cannot have been.

    On a treaty that is joined, and on one that a signatory's procedures suffice for.
    """
    for addresses in get_args(Addresses):
        for actions in product(TreatyAction, repeat=3):
            steps = [
                Step(action, DATED + timedelta(number)) for number, action in enumerate(actions)
            ]
            yield climb(treaty(addresses), steps)
    yield Ladder(treaty("not-joined"))


@pytest.mark.usefixtures("another_language")
def test_every_standing_is_said() -> None:
    seen = set()
    for ladder in ladders():
        seen.add((ladder.standing, bool(ladder.problems)))
        assert unsaid(standing_sentence(ladder)).strip("; ") == "", standing_sentence(ladder)
        assert unsaid(standing_words(ladder)) == ""
    assert {standing for standing, _ in seen} == set(Standing)


def test_in_english_they_are_as_they_were() -> None:
    said = {standing_sentence(ladder) for ladder in ladders()}
    for sentence in (
        "in force since 2000-11-17, by accession of 2000-11-15",
        "consented by accession of 2000-11-15; 1 reservation; 1 declaration",
        "procedures completed on 2000-11-16, signed on 2000-11-15; 1 declaration",
        "signed on 2000-11-15; contradictory",
        "nothing recorded",
    ):
        assert sentence in said, sentence
    both = "by signature of 2000-11-15 and domestic procedures of 2000-11-16"
    assert {f"in force since 2000-11-17, {both}", f"consented {both}; 1 declaration"} <= said


@pytest.mark.usefixtures("another_language")
def test_whom_a_measure_addresses_is_said() -> None:
    for answer in get_args(Answer):
        address = Address(answer, ("slavery-1926", "slavery-1956"))
        assert unsaid(address_sentence(address, "AZ")) == ""
        assert unsaid(address_reason(address)) == ""
        assert unsaid(ADDRESS_WORDS[answer]) == ""
    assert not any(unsaid(action_label(action)) for action in TreatyAction)
    assert unsaid(legend(100)) == "\n"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_legend_has_room(code: str) -> None:
    """In two lines of a window of 80 cells; in a smaller one in more, and nothing is parted."""
    use(code)
    whole, less = legend(78).splitlines(), legend(58).splitlines()
    assert len(whole) == 2
    assert all(cell_len(line) <= 78 for line in whole)
    assert all(cell_len(line) <= 58 for line in less)
    parts = [part for line in whole for part in line.split("  ")]
    assert [part for line in less for part in line.split("  ")] == parts
