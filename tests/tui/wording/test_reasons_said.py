"""Why a position holds is said in the language in use: all of it, and by each rule."""

import re
from itertools import product

import pytest
from bracketed import Bracketed, unsaid
from chains import KNOWN, VIEW, chains

from store.reasons import Why
from store.values import PositionValue, Rule
from tui import language
from tui.wording.reasons import Line, why_lines
from tui.wording.rules import rule_sentence


def text_of(line: Line) -> str:
    return "".join(text for text, _style in line[1])


def lines(chain: Why) -> list[tuple[str, str]]:
    """The chain, in both clocks; with a mark, as a translation has one."""
    return [
        (label, text)
        for view, mark in ((VIEW, ""), (KNOWN, "⟦MARK⟧"))
        for label, text in ((line[0], text_of(line)) for line in why_lines(chain, view, mark))
    ]


@pytest.mark.parametrize("rule", Rule)
def test_all_of_a_chain_is_said(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Spoken, "catalogue", Bracketed())
    for chain in chains(rule):
        for label, text in lines(chain):
            assert not unsaid(label).strip(), label
            assert not re.search("[a-z]", unsaid(text)), text


@pytest.mark.parametrize("rule", Rule)
def test_what_a_rule_says_is_one_sentence(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that is filled in would have the gender and case of another language."""
    monkeypatch.setattr(language._Spoken, "catalogue", Bracketed())
    for chain in chains(rule):
        for label, text in lines(chain):
            if label == "⟦Rule⟧":
                assert re.fullmatch(r"⟦[^⟦⟧{}]+⟧", text)


@pytest.mark.parametrize(
    ("what", "paper"), product(("measure", "item"), ("special opinion", "reservation"))
)
def test_a_rule_speaks_of_what_it_is_about(what: str, paper: str) -> None:
    about = {"of_item": what == "item", "reserved": paper == "reservation"}
    silent = f"The state signed with a {paper}, which does not speak of this {what}."
    decided = f"A decision on this very {what} goes before everything else."
    assert rule_sentence(Rule.OPINION_SILENT, **about) == silent
    assert rule_sentence(Rule.OWN_DECISION, **about) == decided
    assert f"the {paper} says" in rule_sentence(Rule.OPINION_ON_EACH, **about)


CHAIN = """\
Position        … QQ is considering whether to participate (9.9.Ç, on 2008-06-02)
To confirm      ! The words have changed since it was confirmed, 2008-03-06; the decision stands. \
Confirm 9.9.
  text          А [-Б-] {+И+}
Rule            An item without a decision of its own follows its measure.
Decision        AB-4 of 2008-03-04: QQ … is considering whether to participate (communicated)
                authority: X
                act: X
                reservation: X
                responsible: X
                source: X
                note: X
                recorded 2008-03-09 09:30 UTC by Ə. M.
Confirmed       AB-6 of 2008-03-06, by Ə. M.
Superseded      AB-2 of 2008-03-02: QQ … is considering whether to participate
Superseded      AB-1 of 2008-03-01: QQ … is considering whether to participate (communicated)
Taken back      AB-3 of 2008-03-03: QQ … is considering whether to participate (communicated); \
by AB-9
Would change it A decision on 9.9.Ç itself, or a later one on 9.9. \
If AB-4 is taken back: … QQ is considering whether to participate.
"""


def test_a_chain_in_english() -> None:
    chain = next(
        each
        for each in chains(Rule.MEASURE_DECISION)
        if each.confirmations
        and each.otherwise
        and each.changes
        and each.position
        and each.position.value is PositionValue.CONSIDERING
    )
    told = [f"{line[0]:15} {text_of(line)}\n" for line in why_lines(chain, VIEW)]
    assert "".join(told) == CHAIN
