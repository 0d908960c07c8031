"""What we remark on a programme is there in each language, and nothing else is."""

import re
from pathlib import Path

import pytest

from seed.errors import Problem, ProgrammeError
from seed.reading import programme_folders, read_programme
from seed.remarks import Remarks, read_remarks, remarks_on

SHIPPED = next(folder for folder in programme_folders() if folder.name == "cis-thb-2007-2010")
PROGRAMME = read_programme(SHIPPED)
TEXT = (SHIPPED / "remarks.ru.toml").read_text(encoding="utf-8")
QUOTED = {"en": "“([^”]*)”", "az": "“([^”]*)”", "ru": "«([^»]*)»"}


@pytest.fixture(params=["az", "ru"])
def shipped(request: pytest.FixtureRequest) -> Remarks:
    return read_remarks(SHIPPED, request.param, PROGRAMME)


def refused(folder: Path, content: str) -> tuple[Problem, ...]:
    (folder / "remarks.ru.toml").write_text(content, encoding="utf-8")
    with pytest.raises(ProgrammeError) as caught:
        read_remarks(folder, "ru", PROGRAMME)
    assert str(caught.value).isprintable()
    return caught.value.problems


def changed(old: str, new: str) -> str:
    assert old in TEXT, old
    return TEXT.replace(old, new, 1)


def test_remarks_are_found_wherever_they_stand() -> None:
    found = [*remarks_on(PROGRAMME)]
    assert PROGRAMME.title_note in found
    assert PROGRAMME.signatures[10].note in found
    assert PROGRAMME.special_opinions[0].effects[0].note in found
    assert found.count("list of abbreviations") == 9
    assert all(note in found for measure in PROGRAMME.measures for note in measure.notes)


def test_each_remark_has_a_translation(shipped: Remarks) -> None:
    assert {one.original for one in shipped.remarks} == {*remarks_on(PROGRAMME)}


def test_what_a_remark_quotes_of_the_act_it_quotes_in_each_language(shipped: Remarks) -> None:
    for one in shipped.remarks:
        if "the body that took the Decision" in one.original:
            continue  # the heading itself is quoted, translated
        quoted = sorted(re.findall(QUOTED["en"], one.original))
        assert sorted(re.findall(QUOTED[shipped.language], one.text)) == quoted


def test_what_a_remark_counts_stays(shipped: Remarks) -> None:
    for one in shipped.remarks:
        assert {*re.findall(r"\d+", one.original)} <= {*re.findall(r"\d+", one.text)}, one


def test_a_misprint_is_likely_in_each_language(shipped: Remarks) -> None:
    likely = {"az": "ehtimal ki", "ru": "ероятно"}[shipped.language]
    for one in shipped.remarks:
        assert ("likely" in one.original) == (likely in one.text), one


WRONG = [
    (
        changed('original = "list of abbreviations"', 'original = "list of names"'),
        Problem("remark list of abbreviations", "is missing"),
    ),
    (
        changed('original = "list of abbreviations"', 'original = "list of names"'),
        Problem("remark list of names", "the programme has no such remark"),
    ),
    (
        changed('original = "Decision, preamble"', 'original = "list of abbreviations"'),
        Problem("remark list of abbreviations", "must stand once, stands 2 times"),
    ),
    (
        changed('text = "Решение, преамбула"', 'text = "Decision, preamble"'),
        Problem("remark Decision, preamble", "a translation was expected, not the original"),
    ),
    (
        changed('text = "Решение, преамбула"', 'text = "TODO"'),
        Problem("remark Decision, preamble", "a translation was expected, not 'TODO'"),
    ),
    (
        changed('text = "Решение, преамбула"', 'text = ""'),
        Problem("remark Decision, preamble: text", "words were expected, not an empty text"),
    ),
    (
        changed('programme = "cis-thb-2007-2010"', 'programme = "other"'),
        Problem("programme", "'cis-thb-2007-2010' was expected, not 'other'"),
    ),
    (
        changed('language = "ru"', 'language = "az"'),
        Problem("language", "'ru', as in the file's name, was expected"),
    ),
]


@pytest.mark.parametrize(("content", "problem"), WRONG, ids=[case[1].key for case in WRONG])
def test_other_remarks_are_refused(tmp_path: Path, content: str, problem: Problem) -> None:
    assert problem in refused(tmp_path, content)


@pytest.mark.parametrize("language", ["en", "de", "../ru", ""])
def test_a_language_without_remarks_is_refused(language: str) -> None:
    with pytest.raises(ProgrammeError) as caught:
        read_remarks(SHIPPED, language, PROGRAMME)
    assert caught.value.key == "language"
