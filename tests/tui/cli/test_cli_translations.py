"""The programme in a translation: marked wherever it is printed, the official words unchanged."""

import csv
import io
from pathlib import Path

import pytest
from icalendar import Calendar
from installed_command import Cli

MARKS = {"en": "unofficial translation", "ru": "неофициальный перевод"}
INSURED = {"en": "To recommend that the compulsory insurance", "ru": "Рекомендовать организацию"}

WITHIN = {
    "en": "Within 3 months from the adoption of the Programme",
    "ru": "В течение 3 месяцев со времени принятия Программы",
}
SLAVERY = {"en": "Slavery Convention, signed at Geneva", "ru": "Конвенция о рабстве"}

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
    [
        ["measures"],
        ["show", "1.4"],
        ["text"],
        ["why", "1.4.c"],
        ["agenda"],
        ["treaty", "list"],
        ["treaty", "show", "slavery-1926"],
        ["return", "show", "--year", "2007"],
    ],
    ids="-".join,
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
    due = known.ok("agenda", "--json", "--in", language).json[0]
    assert due["translation"]["text"] == WITHIN[language]
    for treaty in (
        known.ok("treaty", "list", "--json", "--in", language).json[1],
        known.ok("treaty", "show", "slavery-1926", "--json", "--in", language).json,
    ):
        assert treaty["translation"]["text"].startswith(SLAVERY[language])
        assert treaty["translation"]["unofficial"] is True
    notes = known.ok("text", "special-opinion", "--json", "--in", language).json
    assert {each["translation"] for each in notes if each["kind"] == "note"} == {None}


@languages
def test_every_plain_line_of_a_translation_says_so(known: Cli, language: str) -> None:
    rows = known.ok("measures", "--in", language).rows
    assert len(rows) == 37
    assert {row[-1] for row in rows} == {MARKS[language]}
    for command in (["agenda"], ["treaty", "list"]):
        rows = known.ok(*command, "--in", language).rows
        assert rows
        assert {row[-1] for row in rows} == {MARKS[language]}
        assert [row[:-1] for row in rows] != known.ok(*command).rows
    titled = known.ok("treaty", "show", "slavery-1926", "--in", language).rows
    assert titled[2][1].startswith(SLAVERY[language])
    assert titled[3] == ["", f"({MARKS[language]})"]
    assert MARKS[language] in known.ok("show", "2.13", "--in", language).out
    assert MARKS[language] in known.ok("why", "2.13", "--in", language).out
    act = known.ok("text", "--in", language).rows
    assert all((row[-1] == MARKS[language]) == (row[1] != "note") for row in act)


@languages
def test_on_a_terminal_the_mark_stands_above(known: Cli, language: str) -> None:
    for command in (
        ["measures"],
        ["text", "special-opinion"],
        ["show", "2.13"],
        ["agenda"],
        ["treaty", "list"],
        ["treaty", "show", "slavery-1926"],
    ):
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


@pytest.mark.parametrize(
    ("command", "words"), [(["agenda"], "printed"), (["treaty", "list"], "title")]
)
def test_csv_of_other_lists_has_them_too(known: Cli, command: list[str], words: str) -> None:
    plain = list(csv.DictReader(io.StringIO(known.ok(*command, "--csv").out)))
    rows = list(csv.DictReader(io.StringIO(known.ok(*command, "--csv", "--in", "ru").out)))
    more = ("translation", "translation_language", "unofficial")
    assert [{name: row[name] for name in plain[0]} for row in rows] == plain
    assert {row["translation_language"] for row in rows} == {"ru"}
    assert list(rows[0]) == [*plain[0], *more]
    assert all(row["translation"] not in ("", row[words]) for row in rows)


@languages
def test_a_calendar_is_in_a_translation_and_says_so(
    known: Cli, tmp_path: Path, language: str
) -> None:
    file = tmp_path / "agenda.ics"
    known.ok("agenda", "--ics", str(file), "--in", language)
    events = list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))
    assert events
    for event in events:
        assert str(event["summary"]).endswith(f"({MARKS[language]})")
        assert f"({MARKS[language]})\n" in str(event["description"])
    insured = [each for each in events if str(each["summary"]).startswith("2.13")]
    assert INSURED[language] in str(insured[0]["description"])


def test_another_language_is_refused(known: Cli) -> None:
    for command in (
        ["measures"],
        ["show", "2.13"],
        ["text"],
        ["why", "2.13"],
        ["agenda"],
        ["treaty", "list"],
        ["treaty", "show", "slavery-1926"],
    ):
        result = known(*command, "--in", "tr")
        assert result.code == 2
        assert "not translated into 'tr'. Say one of az, en, ru" in result.err


@pytest.mark.parametrize("word", ["sigorta", "insurance", "insuring", "страхование"])
def test_words_are_found_in_every_language(known: Cli, word: str) -> None:
    for language in ("az", "en", "ru"):
        assert [row[0] for row in known.ok("measures", word, "--in", language).rows] == ["2.13"]


RELEASED = {"en": "To consider, in order to widen", "ru": "В целях расширения"}


@languages
def test_what_was_released_is_read_in_a_translation_and_stays_what_it_is(
    known: Cli, language: str
) -> None:
    known.ok("decide", "1.1", "--position", "participates", "--date", "2008-01-02")
    show = ("return", "show", "--year", "2007")
    known.ok("return", "set", "1.1", "--year", "2007", "--status", "done", "--text", "Sazişə")
    first = known.ok(*show, "--in", language).rows[0]
    assert first[-1] == MARKS[language]
    assert first[-2].startswith(RELEASED[language])
    assert first[-3] == "Sazişə"
    record = known.ok(*show, "--json", "--in", language).json["measures"][0]
    assert record["translation"]["text"].startswith(RELEASED[language])
    assert "translation" not in record["progress"]
    assert record["position"]["decision"] is None or "translation" not in record["position"]
    (row, *_) = csv.DictReader(io.StringIO(known.ok(*show, "--csv", "--in", language).out))
    assert row["text"].startswith("İnsan alverinə")
    assert row["translation"].startswith(RELEASED[language])
    printed = known.on_terminal(*show, "--in", language).out
    assert "unofficial translation" in printed.splitlines()[0]
