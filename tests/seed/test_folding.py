"""Texts are found in any case, with or without Azerbaijani letters."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.folding import fold, fold_with_places

AZERBAIJANI = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz"
CAPITALS = dict(zip(AZERBAIJANI, "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ", strict=True))

az_texts = st.text(AZERBAIJANI + " -.")


@pytest.mark.parametrize("text", ["İŞTİRAK", "iştirak", "istirak", "ISTIRAK", " İştirak\n"])
def test_one_word_has_one_form(text: str) -> None:
    assert fold(text) == "istirak"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ı", "i"),
        ("I", "İ"),
        ("ə", "e"),
        ("Ə", "E"),
        ("ğ", "g"),
        ("Ç", "c"),
        ("ö", "o"),
        ("ü", "u"),
        ("ş", "s"),
        ("s\u0327", "ş"),
        ("Исполком СНГ", "исполком снг"),
        ("a \t\u00a0b\n", "a b"),
    ],
)
def test_these_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("abbreviation", "key"),
    [("BPƏŞ", "bpes"), ("DİNŞ", "dins"), ("VİORƏŞ", "viores"), ("MCMƏB", "mcmeb"), ("İK", "ik")],
)
def test_an_abbreviation_folds_to_the_id_of_its_body(abbreviation: str, key: str) -> None:
    assert fold(abbreviation) == key


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_a_single_letter_again_changes_nothing() -> None:
    letters = (chr(code) for code in range(sys.maxunicode + 1))
    assert [letter for letter in letters if fold(fold(letter)) != fold(letter)] == []


@given(az_texts)
def test_case_does_not_matter(text: str) -> None:
    azerbaijani = "".join(CAPITALS.get(letter, letter) for letter in text)
    assert fold(azerbaijani) == fold(text)
    assert fold(text.upper()) == fold(text)
    assert fold(azerbaijani.lower()) == fold(text)


@given(az_texts)
def test_azerbaijani_becomes_ascii(text: str) -> None:
    assert fold(text).isascii()


@given(st.text(), st.text())
def test_white_space_between_words_is_one_space(one: str, other: str) -> None:
    assert fold(f"{one}\t \n{other}") == " ".join(f"{fold(one)} {fold(other)}".split())


@given(st.text() | st.text(AZERBAIJANI + " \t\u0301\u0327ﬁ№´ß"))
def test_each_folded_letter_knows_where_it_comes_from(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded)
    assert list(places) == sorted(places)
    for letter, place in zip(folded, places, strict=True):
        assert letter == " " or letter in fold(text[place])
