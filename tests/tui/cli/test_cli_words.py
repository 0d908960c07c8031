"""The language in which commands print the programme's words: what people read, not programs."""

import shutil
from pathlib import Path

import pytest
from installed_command import Cli

WORDS = {
    "az": "məcburi sığortalanmasının",
    "en": "compulsory insurance",
    "ru": "обязательного страхования",
}
MARKS = {"en": "unofficial translation", "ru": "неофициальный перевод"}
LOCALES = {"az": "az_AZ.UTF-8", "en": "en_GB.UTF-8", "ru": "ru_RU.UTF-8"}

HUMAN = (
    ["show", "2.13"],
    ["measures", "--section", "II"],
    ["measures", "--plain", "sigorta"],
    ["text", "2.13"],
    ["changes", "--from", "2007-01-01"],
    ["return", "show", "--year", "2008"],
)
"""Commands that print the words of 2.13."""

DATA = (
    ["show", "2.13", "--json"],
    ["measures", "--json"],
    ["measures", "--csv"],
    ["why", "2.13", "--json"],
    ["text", "2.13", "--json"],
    ["changes", "--from", "2007-01-01", "--csv"],
    ["return", "show", "--year", "2008", "--json"],
    ["return", "show", "--year", "2008", "--csv"],
    ["treaty", "list", "--json"],
    ["treaty", "show", "slavery-1926", "--json"],
    ["agenda", "--json"],
    ["agenda", "--csv"],
    ["status", "--json"],
    ["history", "--csv"],
    ["addressees", "1.1", "--json"],
)


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    cli = Cli(tmp_path_factory.mktemp("decided") / "data")
    cli.ok("setup", "--state", "AZ", "--officer", "X")
    cli.ok("decide", "2.13", "--position", "participates", "--date", "2008-03-04",
           "--authority", "A", "--act", "B")  # fmt: skip
    return cli


def language_of(printed: str) -> str:
    """The one language in which the words are printed, marked if it is a translation."""
    printed = " ".join(printed.split())
    (found,) = (code for code in WORDS if WORDS[code] in printed)
    assert any(mark in printed for mark in MARKS.values()) == (found != "az")
    return found


@pytest.mark.parametrize("command", HUMAN, ids=" ".join)
def test_people_read_them_in_the_language_that_is_spoken(decided: Cli, command: list[str]) -> None:
    assert language_of(decided.ok(*command).out) == "az"  # nothing says a language
    for code, locale in LOCALES.items():
        assert language_of(decided.ok(*command, LC_ALL=locale).out) == code
    assert language_of(decided.ok(*command, "--lang", "ru").out) == "ru"
    assert language_of(decided.ok(*command, ISTIRAK_LANG="ru", LC_ALL="az_AZ").out) == "ru"


@pytest.mark.parametrize("command", DATA, ids=" ".join)
def test_programs_read_the_same_whatever_is_spoken(decided: Cli, command: list[str]) -> None:
    plain = decided.ok(*command).out
    assert not any(mark in plain for mark in MARKS.values())
    for more in ({"LC_ALL": "ru_RU.UTF-8"}, {"ISTIRAK_LANG": "en"}):
        assert decided.ok(*command, **more).out == plain


@pytest.mark.parametrize("command", [each for each in HUMAN if each[0] in ("show", "text")])
def test_in_goes_before_all(decided: Cli, command: list[str]) -> None:
    for code in WORDS:
        assert language_of(decided.ok(*command, "--in", code, "--lang", "ru").out) == code


def test_what_is_set_goes_before_the_locale_and_what_is_asked_for(
    decided: Cli, tmp_path: Path
) -> None:
    cli = Cli(tmp_path / "data")
    shutil.copytree(decided.folder, cli.folder)
    show = ["show", "2.13"]
    cli.ok("setup", "--language", "ru")
    assert language_of(cli.ok(*show).out) == "ru"
    assert language_of(cli.ok(*show, LC_ALL="en_GB.UTF-8").out) == "ru"
    assert language_of(cli.ok(*show, "--lang", "en").out) == "en"
    cli.ok("setup", "--words", "original")
    assert language_of(cli.ok(*show).out) == "az"
    assert language_of(cli.ok(*show, "--lang", "en").out) == "az"
    assert language_of(cli.ok(*show, "--in", "en").out) == "en"
    cli.ok("setup", "--words", "en")
    assert language_of(cli.ok(*show).out) == "en"
    cli.ok("setup", "--words", "screens")
    assert language_of(cli.ok(*show).out) == "ru"


def test_names_of_states_and_bodies_and_titles_too(decided: Cli) -> None:
    russian = {"LC_ALL": "ru_RU.UTF-8"}
    assert "Азербайджанская Республика" in decided.ok("setup", "--state", "AZ", **russian).out
    status = decided.ok("status", **russian).out
    assert "Азербайджанская Республика" in status
    assert "Организационно-правовые" in status
    assert MARKS["ru"] in status
    assert "СМВД" in decided.ok("agenda", **russian).out
    assert "Конвенция о рабстве" in decided.ok("treaty", "list", **russian).out
    assert "Конвенция о рабстве" in decided.ok("treaty", "show", "slavery-1926", **russian).out


def test_a_calendar_for_people_says_that_it_is_a_translation(decided: Cli, tmp_path: Path) -> None:
    decided.ok("agenda", "--ics", str(tmp_path / "ru.ics"), "--lang", "ru")
    written = (tmp_path / "ru.ics").read_text("utf-8").replace("\n ", "")
    assert "неофициальный перевод" in written
    assert "СМВД" in written


def test_on_a_terminal_a_table_says_it_above(decided: Cli) -> None:
    for command in (
        ["measures"],
        ["agenda"],
        ["treaty", "list"],
        ["return", "show", "--year", "2008"],
    ):
        first = decided.on_terminal(*command, "--lang", "ru").out.splitlines()[0]
        assert "Русский: неофициальный перевод" in first
