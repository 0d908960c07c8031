"""A translation says all that the programme says; any other is refused, with where and why."""

import re
import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError
from test_source import official

from seed.errors import Problem, ProgrammeError
from seed.reading import programme_folders, read_programme
from seed.translation import Translation, read_translation

SHIPPED = next(folder for folder in programme_folders() if folder.name == "cis-thb-2007-2010")
PROGRAMME = read_programme(SHIPPED)
TEXT = (SHIPPED / "translation.en.toml").read_text(encoding="utf-8")

# What stays in a translation as it is: numbers, letters, and what is made of other texts.
KEPT = re.compile(r"\.(number|letter|abbreviation)$|\.sections \w+\.printed$")


@pytest.fixture(params=["en", "ru"])
def shipped(request: pytest.FixtureRequest) -> Translation:
    return read_translation(SHIPPED, request.param, PROGRAMME)


def refused(folder: Path, content: str | bytes, language: str = "en") -> ProgrammeError:
    """Return the error with which a translation is refused."""
    file = folder / f"translation.{language}.toml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(ProgrammeError) as caught:
        read_translation(folder, language, PROGRAMME)
    assert caught.value.file == file
    assert str(caught.value).isprintable(), "an error is one line"
    return caught.value


def changed(old: str, new: str) -> str:
    """Return the English file with one piece of text, the first, replaced."""
    assert old in TEXT, old
    return TEXT.replace(old, new, 1)


def without(table: str, first: str) -> str:
    """Return the English file without the table that begins with a line."""
    pattern = rf"^\[\[{re.escape(table)}\]\]\n{re.escape(first)}\n.*?\n\n"
    left, count = re.subn(pattern, "", TEXT, count=1, flags=re.DOTALL | re.MULTILINE)
    assert count == 1, first
    return left


def test_each_official_text_has_a_translation(shipped: Translation) -> None:
    translated = {pair.original for pair in shipped.pairs(PROGRAMME)}
    for where, text in official(PROGRAMME, "programme"):
        assert KEPT.search(where) or text in translated, where


def test_the_places_of_texts_are_one_each(shipped: Translation) -> None:
    places = [pair.where for pair in shipped.pairs(PROGRAMME)]
    assert len(set(places)) == len(places)


def test_a_translation_stands_by_the_measure_that_it_is_of(shipped: Translation) -> None:
    assert [one.key for one in shipped.measures] == [one.key for one in PROGRAMME.measures]
    texts = {pair.where: pair for pair in shipped.pairs(PROGRAMME)}
    item = texts["measure 2.4: items ç: text"]
    assert item.original.startswith("əxlaqsızlıq")
    assert item.text == {one.letter: one.text for one in shipped.measures[11].items}["ç"]


def test_a_translation_says_that_it_is_unofficial_and_where_the_authentic_text_is(
    shipped: Translation,
) -> None:
    said = " ".join((shipped.mark, *shipped.statement))
    words = {
        "en": ("unofficial", "Azerbaijani", "in Russian", "authentic", "not in our source"),
        "ru": (
            "неофициальный",
            "азербайджанского",
            "на русском",
            "Аутентичным",
            "источнике его нет",
        ),
    }
    for word in words[shipped.language]:
        assert word in said


def test_a_translation_is_written_in_its_own_letters() -> None:
    for language, others in (("en", "[А-яЁё]|[ƏəĞğŞşÇçİı]"), ("ru", "[A-Za-zƏəĞğŞşÇçÖöÜü]|[Ёё]")):
        for pair in read_translation(SHIPPED, language, PROGRAMME).pairs(PROGRAMME):
            kept = re.sub(
                r"749-IIIQ|\b(BPƏŞ|DİNŞ|TORŞ|VİORƏŞ|GXRŞ|SQKŞ|ƏNŞ|MCMƏB)\b", "", pair.text
            )
            assert not re.search(others, kept), pair


def test_the_years_of_the_original_stand_in_the_translation(shipped: Translation) -> None:
    for pair in shipped.pairs(PROGRAMME):
        years = re.findall(r"\b(?:19|20)\d\d\b", pair.original)
        assert sorted(years) == sorted(re.findall(r"\b(?:19|20)\d\d\b", pair.text)), pair


def test_an_item_ends_as_in_the_original(shipped: Translation) -> None:
    for pair in shipped.pairs(PROGRAMME):
        for mark in ";:.,":
            assert pair.original.endswith(mark) == pair.text.endswith(mark), pair


def test_quotation_marks_are_those_of_the_language(shipped: Translation) -> None:
    opening, closing = {"en": "“”", "ru": "«»"}[shipped.language]
    for pair in shipped.pairs(PROGRAMME):
        assert '"' not in pair.text
        assert pair.text.count(opening) == pair.text.count(closing)
        assert pair.original.count('"') == 2 * pair.text.count(opening), pair


def test_both_translations_remark_on_the_same_misprints() -> None:
    on = {
        language: {note.on for note in read_translation(SHIPPED, language, PROGRAMME).notes}
        for language in ("en", "ru")
    }
    assert "measure 2.14" in on["en"]
    # Where only one of the two departs from the original, only it says so.
    assert on["ru"] - on["en"] == set()
    assert on["en"] - on["ru"] == {
        "annex.treaty adoption-1993",
        "passport.row İstifadə edilmiş ixtisarlara siyahısı",
    }


def test_a_translation_is_frozen(shipped: Translation) -> None:
    with pytest.raises(ValidationError):
        shipped.title = "other"  # type: ignore[misc]


FORMAT = [
    (changed('title = "PROGRAMME', 'titel = "PROGRAMME'), "title", "is missing"),
    (changed('title = "PROGRAMME', 'titel = "PROGRAMME'), "titel", "is not a known key"),
    (
        changed('text = "To consider the state of fulfilment of this Programme"', 'text = " "'),
        "measure 6.2: text",
        "words were expected, not an empty text",
    ),
    (
        changed('heading = "DECISION"', 'heading = "\\u001b[31mDECISION"'),
        "decision.heading",
        "words were expected, without control characters",
    ),
    (
        changed('heading = "DECISION"', "heading = 1"),
        "decision.heading",
        "words between quotes were expected, not 1",
    ),
    (
        changed('language = "en"', 'language = "de"'),
        "language",
        "one of 'az', 'en' or 'ru' was expected, not 'de'",
    ),
    (changed('original = "2007-ci il"\n', ""), "cell #5: original", "is missing"),
    (changed('on_behalf = "For Ukraine"\n', ""), "signature UA: on_behalf", "is missing"),
]

MATCHING = [
    (without("measure", 'key = "2.4"'), "measure 2.4", "is missing"),
    (
        changed('key = "2.4"', 'key = "2.40"'),
        "measure 2.40",
        "the programme has nothing of this name",
    ),
    (changed('key = "2.5"', 'key = "2.4"'), "measure 2.4", "must stand once, stands 2 times"),
    (changed('letter = "ç"', 'letter = "c"'), "measure 2.4: items ç", "is missing"),
    (
        changed('letter = "ç"', 'letter = "f"'),
        "measure 2.4: items f",
        "the programme has nothing of this name",
    ),
    (without("section", 'key = "II"'), "section II", "is missing"),
    (without("executor", 'id = "dins"'), "executor dins", "is missing"),
    (changed('name = "Council of Heads of Government"\n', ""), "executor hbs: name", "is missing"),
    (without("signature", 'state = "UA"'), "signature UA", "is missing"),
    (without("annex.treaty", 'id = "slavery-1956"'), "annex.treaty slavery-1956", "is missing"),
    (without("agreement", 'id = "trafficking-2005"'), "agreement trafficking-2005", "is missing"),
    (without("law.article", 'number = "II."'), "law.article II.", "is missing"),
    (
        without("passport.row", 'original = "Əsas tərtibçilər"'),
        "passport.row Əsas tərtibçilər",
        "is missing",
    ),
    (without("cell", 'original = "Hər il"'), "cell Hər il", "is missing"),
    (
        changed('original = "Hər il"', 'original = "Hər ay"'),
        "cell Hər ay",
        "the programme prints no such cell",
    ),
    (
        changed('original = "2008-ci il"', 'original = "2007-ci il"'),
        "cell 2007-ci il",
        "must stand once, stands 2 times",
    ),
    (changed('    "APPROVED",\n', ""), "approval", "as many as in the programme were expected, 2"),
    (
        changed(
            'STATE REGISTER OF LEGAL ACTS" }', 'STATE REGISTER OF LEGAL ACTS", printed = "1" }'
        ),
        "law.register_number.printed",
        "must be left out, as the programme has nothing there",
    ),
    (changed(', printed = "10 February 2009"', ""), "law.in_force_on.printed", "is missing"),
    (
        changed('programme = "cis-thb-2007-2010"', 'programme = "other"'),
        "programme",
        "'cis-thb-2007-2010' was expected, not 'other'",
    ),
    (
        changed('made_from = "az"', 'made_from = "ru"'),
        "made_from",
        "'az', the language of the programme, was expected",
    ),
    (
        changed('language = "en"', 'language = "ru"'),
        "language",
        "'en', as in the file's name, was expected",
    ),
    (
        changed('on = "measure 2.14"', 'on = "measure 2.15"'),
        "note on measure 2.15",
        "is on nothing that the programme has",
    ),
]

UNTRANSLATED = [
    *(
        (word, f"a translation was expected, not {word!r}")
        for word in ("TODO", "tbd", "XXX", "???", "___", "<text>", "{text}", "[text]")
    ),
    ("Gürcüstan", "a translation was expected, not the original"),
    ("…", "a translation was expected, not '…'"),
]


@pytest.mark.parametrize(
    ("content", "key", "expected"), FORMAT + MATCHING, ids=[case[1] for case in FORMAT + MATCHING]
)
def test_what_does_not_match_the_programme_is_refused(
    tmp_path: Path, content: str, key: str, expected: str
) -> None:
    assert Problem(key, expected) in refused(tmp_path, content).problems


@pytest.mark.parametrize(("text", "expected"), UNTRANSLATED, ids=[case[0] for case in UNTRANSLATED])
def test_what_stands_for_a_translation_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    content = changed('name = "Georgia"', f'name = "{text}"')
    assert Problem("signature GE: name", expected) in refused(tmp_path, content).problems


def test_words_in_which_a_placeholder_only_stands_are_a_translation(tmp_path: Path) -> None:
    content = changed("To consider the state", "To consider the methods of the todos of the state")
    (tmp_path / "translation.en.toml").write_text(content, encoding="utf-8")
    assert read_translation(tmp_path, "en", PROGRAMME).measures


@pytest.mark.parametrize("sign", ["<", "_", "(", "X"])
def test_a_long_text_is_not_shown_whole(tmp_path: Path, sign: str) -> None:
    for named in ('name = "Georgia"', 'on = "measure 2.14"', 'original = "Hər il"', 'key = "2.4"'):
        name, _, _ = named.partition(" = ")
        error = refused(tmp_path, changed(named, f'{name} = "{sign * 200_000}"'))
        for problem in error.problems:
            assert len(problem.key) + len(problem.expected) < 250, named


def test_all_problems_are_found_at_once(tmp_path: Path) -> None:
    content = changed('key = "2.4"', 'key = "2.40"').replace('state = "UA"', 'state = "XX"')
    assert [problem.key for problem in refused(tmp_path, content).problems] == [
        "signature UA",
        "signature XX",
        "measure 2.4",
        "measure 2.40",
        "note on measure 2.4",
    ]


@pytest.mark.parametrize("language", ["az", "de", "", "../en", "en\x1b"])
def test_a_language_without_a_translation_is_refused(language: str) -> None:
    with pytest.raises(ProgrammeError) as caught:
        read_translation(SHIPPED, language, PROGRAMME)
    assert caught.value.key == "language"
    assert str(caught.value).isprintable()


def test_a_missing_translation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProgrammeError) as caught:
        read_translation(tmp_path, "ru", PROGRAMME)
    assert (caught.value.file, caught.value.expected) == (
        tmp_path / "translation.ru.toml",
        "is missing",
    )


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, b"\xff").expected == "UTF-8 was expected"
    assert refused(tmp_path, "= 1").key == "line 1, column 1"
    assert refused(tmp_path, " " * (2 << 20)).expected == "at most 1 megabyte was expected"
    assert refused(tmp_path, "").key == "programme"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    shutil.copy(SHIPPED / "translation.en.toml", outside)
    folder = tmp_path / "programme"
    folder.mkdir()
    (folder / "translation.en.toml").symlink_to(outside)
    with pytest.raises(ProgrammeError) as caught:
        read_translation(folder, "en", PROGRAMME)
    assert caught.value.expected == "must lie in its own folder, not be a link out"
