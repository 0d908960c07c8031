"""The programme's words in another language: one key, always marked, the original one key away."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sitting import NARROW, WIDE, recorded, sitting

from store.filters import Filter
from tui.dashboard.columns import side_by_side
from tui.dashboard.matches import slices
from tui.dashboard.widgets.docket import marked_cells

ENGLISH = "English: unofficial translation"
RUSSIAN = "Русский: неофициальный перевод (unofficial translation)"


async def test_l_goes_from_the_original_to_english_to_russian_and_back(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        original = at.text
        assert "unofficial" not in original
        await at.press("l")
        await at.shows(ENGLISH, "l: Русский", "Organisational and legal measures", "Interior")
        await at.press("д")  # the same key on a Russian keyboard
        await at.shows(RUSSIAN, "l: Azərbaycanca", "Организационно-правовые", "СМВД")
        await at.press("l")
        await at.shows("Təşkilati-hüquqi")
        await at.until(lambda: at.text == original)


async def test_the_cursor_and_the_filter_stay(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        await at.narrow("section:II qurban")
        await at.press("down", "down")
        key, keys = at.key, at.keys
        await at.press("l")
        assert (at.key, at.keys) == (key, keys)
        await at.shows(ENGLISH)
        assert all(word not in at.text for word in ("Təşkilati", "Organisational and legal"))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_measure_says_at_its_words_that_they_are_a_translation(
    file: Path, size: tuple[int, int]
) -> None:
    async with sitting(file, size) as at:
        await at.press("l", "enter")
        await at.shows(ENGLISH, "(unofficial translation)", "To consider, in order to widen")
        await at.press("l", "l")
        assert "unofficial" not in at.text
        await at.shows("İnsan alverinə qarşı mübarizə sahəsində əməkdaşlığın")
        await at.press("escape")
        assert "unofficial" not in at.text  # what was chosen there holds here, too


async def test_original_and_translation_stand_side_by_side_where_there_is_room(file: Path) -> None:
    async with sitting(file, WIDE) as at:
        await at.press("l", "enter")
        beside = [line.split("│") for line in at.lines if " │ " in line]
        assert any("official words" in left and "unofficial" in right for left, right in beside)
        assert any("İnsan alverinə" in left and "To consider" in right for left, right in beside)
        await at.resize(NARROW)
        assert " │ " not in at.text
        await at.shows("To consider, in order to widen")


async def test_the_act_is_read_in_another_language_at_the_same_place(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        await at.press("r", "7")
        await at.shows("XÜSUSİ RƏYİ")
        await at.press("l")
        await at.shows(ENGLISH, "SPECIAL OPINION OF THE REPUBLIC OF AZERBAIJAN")
        await at.press("escape")
        await at.shows(ENGLISH, "Organisational and legal")


async def test_why_gives_the_clause_in_another_language(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        await at.press("w", "l")
        await at.shows("the participation of the Republic of Azerbaijan", "unofficial translation")


async def test_words_are_found_in_all_languages_and_marked_in_the_one_that_is_read(
    file: Path,
) -> None:
    async with sitting(file, WIDE) as at:
        await at.narrow("insuring")
        assert at.keys == ["2.13"]
        await at.shows("Found in another language (l)")
        await at.press("l")
        assert "Found in another language" not in at.text
        await at.narrow("страхованием")
        assert at.keys == ["2.13"]
        await at.shows("Found in another language (l)")


async def test_a_search_narrows_while_it_is_typed(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        await at.press("/")
        before = 37
        for letter in "insuranc":
            await at.press(letter)
            assert 0 < len(at.keys) <= before
            before = len(at.keys)
        assert at.keys == ["2.13"]


async def test_nothing_is_read_of_translations_before_they_are_asked_for(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        assert at.desk.texts is None
        assert at.desk.findable(Filter()) == {}
        assert at.desk._findable is None
        await at.narrow("qurban")
        assert at.desk._findable


# -- marking ---------------------------------------------------------------------------------------


def marked(text: str, *wanted: str) -> list[str]:
    return [text[start:end] for start, end in slices(text, wanted)]


def test_what_is_marked() -> None:
    assert marked("Qurbanların sığortası", "sigorta", "QURBAN") == ["Qurban", "sığorta"]
    assert marked("to insure the insurance", "insuring") == ["insure", "insurance"]
    assert marked("ещё учёт", "учет") == ["учёт"]
    assert marked("страхования", "страхование") == ["страхования"]
    assert marked("victims of trafficking", "victims of") == ["victims of"]
    assert marked("abab", "ab", "ba") == ["abab"]
    assert marked("nothing", "") == []


@given(st.text(), st.lists(st.text(max_size=5), max_size=3))
def test_what_is_marked_are_slices_in_order(text: str, wanted: list[str]) -> None:
    end = 0
    for start, after in slices(text, wanted):
        assert end <= start < after <= len(text)
        end = after


@given(st.text(alphabet="ab ıə🏳️界", max_size=30), st.integers(2, 12))
def test_marking_leaves_a_cell_as_wide_as_it_was(text: str, width: int) -> None:
    cells = list(marked_cells(text, width, ["a", "ıa"]))
    assert sum(cell.width for cell in cells) == width
    assert all(cell.fitted() == cell.text for cell in cells)


def test_what_both_sides_say_stands_once() -> None:
    left = [("Deadline", "bold"), ("  a) bir iki üç", ""), ("same", "")]
    right = [("Deadline", "bold"), ("  a) one two three", ""), ("same", "")]
    assert side_by_side(left, right, 25).plain.split("\n") == [
        "Deadline",
        "  a) bir    │   a) one",
        "  iki üç    │   two three",
        "same",
    ]


@pytest.mark.parametrize(
    ("opened", "words"),
    [
        (("g",), "Within 3 months from the adoption"),
        (("t",), "Suppression of the Traffic in Persons"),
        (("t", "enter"), "Suppression of the Traffic in Persons"),
        (("y",), "To consider"),
        (("w",), "the participation of the Republic of Azerbaijan"),
        (("r", "1"), "LAW OF THE REPUBLIC"),
    ],
)
async def test_every_screen_with_words_of_the_programme_speaks_the_language_that_is_read(
    file: Path, opened: tuple[str, ...], words: str
) -> None:
    async with sitting(file, WIDE) as at:
        await at.press(*opened)
        assert words not in at.text
        await at.press("l")
        await at.shows(ENGLISH, words)
        await at.press("l", "l")
        await at.until(lambda: "unofficial" not in at.text and words not in at.text)


async def test_changes_speak_it_too(file: Path) -> None:
    async with sitting(file, WIDE) as at:
        recorded(at.desk.register, "2.13")
        await at.press("c")
        await at.shows("2.13", "məcburi sığortalanmasının")
        await at.press("l")
        await at.shows(ENGLISH, "compulsory insurance")


async def test_a_dialog_about_official_words_shows_those(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        await at.press("l", "d", "l")
        await at.shows("İnsan alverinə qarşı mübarizə sahəsində")


async def test_what_was_released_is_read_in_another_language_and_stays_what_it_is(
    file: Path,
) -> None:
    original = "İnsan alverinə qarşı mübarizə sahəsində"
    async with sitting(file, WIDE, on=date(2009, 2, 20)) as at:
        register, view, now = at.desk.register, at.desk.view, at.desk._now()
        recorded(register, "1.1", on="2008-01-04", responsible="X")
        view = replace(view, on=date(2008, 2, 20))
        register.returns.say(view, 2007, ["1.1"], status="done", text="Sazişə", at=now)
        register.returns.release(view, 2007, "14", now)
        frozen = at.desk.releases()[0]
        await at.press("y", "s", "enter")
        await at.shows(original)
        await at.press("l")
        await at.shows(ENGLISH, "Released in the official words; read here in a translation.")
        await at.shows("Information of ", "To consider, in order to")
        await at.shows("Sazişə", frozen.hash)
        assert original not in at.text
        await at.press("escape")
        await at.shows(ENGLISH, "Released in the official words")
        await at.press("l", "l", "enter")
        await at.shows(original)
        assert "translation" not in at.text
        assert at.desk.releases() == (frozen,)
