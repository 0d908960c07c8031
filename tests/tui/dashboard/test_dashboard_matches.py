"""Words are found in any spelling, and exactly they are marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.folding import fold
from tui.dashboard.matches import find_matches

TEXT = "İnsan alverinə qarşı mübarizə, insan\u00a0alveri QURBANLARI"
letters = st.text("aAəƏıIİiçÇş \u0301ß№", max_size=30)


def found(text: str, wanted: str) -> list[str]:
    return [text[match.start : match.end] for match in find_matches([text], wanted)]


@pytest.mark.parametrize("wanted", ["insan alver", "İNSAN  ALVER", "ınsan alver", '"insan alver"'])
def test_words_are_found_in_any_spelling(wanted: str) -> None:
    assert found(TEXT, wanted) == ["İnsan alver", "insan\u00a0alver"]


def test_a_word_is_found_in_its_other_forms() -> None:
    text = "помощь жертвам; жертвы торговли людьми, жертва"
    assert found(text, "Жертва") == ["жертвам", "жертвы", "жертва"]
    assert found("of treaties and a treaty", "treaty") == ["treaties", "treaty"]
    assert found(text, "жертва торговли") == []


def test_marks_belong_to_their_letters() -> None:
    assert found("cafe\u0301 cafe", "cafe") == ["cafe\u0301", "cafe"]
    assert found("№5", "n") == ["№"]
    assert found("a ", "a") == ["a"]
    assert found("ßs", "s") == ["ß", "s"]


@pytest.mark.parametrize("wanted", ["", "  ", '""', "\u0301"])
def test_nothing_is_found_where_nothing_is_looked_for(wanted: str) -> None:
    assert find_matches([TEXT], wanted) == ()


def test_matches_stand_in_the_order_of_the_texts() -> None:
    assert [match.text for match in find_matches(["ab", "", "ba a"], "a")] == [0, 2, 2]


@given(letters, letters)
def test_what_is_found_is_what_is_looked_for(text: str, wanted: str) -> None:
    matches = find_matches([text], wanted)
    assert bool(matches) == (bool(fold(wanted)) and fold(wanted) in fold(text))
    for match in matches:
        assert fold(wanted) in fold(text[match.start : match.end])
    places = [place for match in matches for place in (match.start, match.end)]
    assert places == sorted(places)


@given(letters.filter(str.strip))
def test_a_text_is_found_in_itself(text: str) -> None:
    if fold(text):
        assert find_matches([text], text)
