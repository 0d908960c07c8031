"""Lines take no more than their width, and no word is lost between them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.wrapping import wrapped

LETTERS = "abəşŞİıЖд 漢字🏳️‍🌈e\u0301\u0327\u00a0\u200b-."
texts = st.text(LETTERS, max_size=200) | st.text(st.characters(exclude_categories=["C"]))


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrapped(text, width)]


def test_words_are_kept_whole_where_they_fit() -> None:
    assert lines("bir iki  üç dörd", 8) == ["bir iki", "üç dörd"]
    assert lines("  bir ", 8) == ["bir"]
    assert lines("", 8) == lines("   ", 8) == [""]


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert lines("a harmonizasiyasına dair", 8) == ["a", "harmoniz", "asiyasın", "a dair"]
    assert lines("漢字漢字漢", 5) == ["漢字", "漢字", "漢"]


def test_marks_stay_with_their_letters() -> None:
    assert lines("e\u0301e\u0301e\u0301", 2) == ["e\u0301e\u0301", "e\u0301"]


@given(texts, st.integers(2, 40))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    found = lines(text, width)
    assert all(cell_len(line) <= width for line in found)
    assert "".join("".join(line.split()) for line in found) == "".join(text.split())
    assert all(line == line.strip() for line in found)


@given(texts, st.integers(2, 40))
def test_slices_stand_in_order(text: str, width: int) -> None:
    places = [place for each in wrapped(text, width) for place in each]
    assert places == sorted(places)
    assert places[-1] <= len(text)


@given(texts, st.integers(2, 40))
def test_a_line_takes_the_next_word_if_it_fits(text: str, width: int) -> None:
    found = wrapped(text, width)
    for (start, _), (after, _) in pairwise(found):
        first = text[after:].split(maxsplit=1)[0]
        if cell_len(first) <= width and text[after - 1 : after].isspace():
            assert cell_len(text[start:after]) + cell_len(first) > width
