"""The programme in a translation: marked wherever it is printed, the official words unchanged."""

import csv
import io

import pytest
from installed_command import Cli

MARKS = {"en": "unofficial translation", "ru": "неофициальный перевод"}
INSURED = {"en": "To recommend that the compulsory insurance", "ru": "Рекомендовать организацию"}

languages = pytest.mark.parametrize("language", ["en", "ru"])


def without_translations(document: object) -> object:
    if isinstance(document, dict):
        return {
            key: without_translations(value)
            for key, value in document.items()
            if key != "translation"
        }
    if isinstance(document, list):
        return [without_translations(each) for each in document]
    return document


@languages
@pytest.mark.parametrize(
    "command",
    [["measures"], ["show", "1.4"], ["text"], ["why", "1.4.c"]],
    ids=lambda command: command[0],
)
def test_json_keeps_the_official_words_and_adds_the_translation(
    known: Cli, command: list[str], language: str
) -> None:
    asked = [*command, "--json", "--on", "2008-06-02"]
    official = known.ok(*asked)
    assert '"translation"' not in official.out
    translated = known.ok(*asked, "--in", language).json
    assert translated != official.json
    assert without_translations(translated) == official.json
    assert known.ok(*asked, "--in", "az").out == official.out


@languages
def test_json_says_what_a_translation_is(known: Cli, language: str) -> None:
    measure = known.ok("show", "2.13", "--json", "--in", language).json
    assert measure["translation"]["language"] == language
    assert measure["translation"]["text"].startswith(INSURED[language])
    assert measure["translation"]["unofficial"] is True
    item = known.ok("show", "1.4", "--json", "--in", language).json["items"][0]
    assert item["translation"]["unofficial"] is True
    act = known.ok("text", "2.13", "--json", "--in", language).json
    assert act[0]["translation"]["text"].startswith(f"2.13. {INSURED[language]}")
    clause = known.ok("why", "1.4.c", "--json", "--in", language).json["clause"]
    assert clause["translation"]["language"] == language
    notes = known.ok("text", "special-opinion", "--json", "--in", language).json
    assert {each["translation"] for each in notes if each["kind"] == "note"} == {None}


@languages
def test_every_plain_line_of_a_translation_says_so(known: Cli, language: str) -> None:
    rows = known.ok("measures", "--in", language).rows
    assert len(rows) == 37
    assert {row[-1] for row in rows} == {MARKS[language]}
    assert MARKS[language] in known.ok("show", "2.13", "--in", language).out
    assert MARKS[language] in known.ok("why", "2.13", "--in", language).out
    act = known.ok("text", "--in", language).rows
    assert all((row[-1] == MARKS[language]) == (row[1] != "note") for row in act)


@languages
def test_on_a_terminal_the_mark_stands_above(known: Cli, language: str) -> None:
    for command in (["measures"], ["text", "special-opinion"], ["show", "2.13"]):
        printed = known.on_terminal(*command, "--in", language).out
        assert MARKS[language] in printed.splitlines()[0]
        assert "unofficial translation" in printed.splitlines()[0]
    assert "authentic" in known.on_terminal("text", "annex", "--in", "en").out


def test_csv_has_the_official_words_and_the_translation_beside_them(known: Cli) -> None:
    plain = list(csv.DictReader(io.StringIO(known.ok("measures", "--csv").out)))
    rows = list(csv.DictReader(io.StringIO(known.ok("measures", "--csv", "--in", "ru").out)))
    assert [row["text"] for row in rows] == [row["text"] for row in plain]
    assert {row["unofficial"] for row in rows} == {"true"}
    (row,) = (row for row in rows if row["key"] == "2.13")
    assert row["translation"].startswith(INSURED["ru"])


def test_another_language_is_refused(known: Cli) -> None:
    for command in (["measures"], ["show", "2.13"], ["text"], ["why", "2.13"]):
        result = known(*command, "--in", "tr")
        assert result.code == 2
        assert "not translated into 'tr'. Say one of az, en, ru" in result.err


@pytest.mark.parametrize("word", ["sigorta", "insurance", "insuring", "страхование"])
def test_words_are_found_in_every_language(known: Cli, word: str) -> None:
    for language in ("az", "en", "ru"):
        assert [row[0] for row in known.ok("measures", word, "--in", language).rows] == ["2.13"]
