"""Which language a command speaks."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from installed_command import Cli

from store.errors import Usage
from store.register import Register
from tui.cli.speaking import settle
from tui.language import language


@pytest.mark.parametrize(
    ("typed", "rest", "spoken"),
    [
        ([], [], "en"),
        (["--lang", "ru", "status"], ["status"], "ru"),
        (["status", "--lang=AZ", "--json"], ["status", "--json"], "az"),
        (["measures", "--", "--lang", "ru"], ["measures", "--", "--lang", "ru"], "en"),
        (["--lang", "az", "--lang", "ru"], [], "ru"),
    ],
)
def test_where_it_is_said(
    typed: list[str], rest: list[str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ISTIRAK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert settle(typed) == rest
    assert language() == spoken


@pytest.mark.parametrize("typed", [["--lang"], ["--lang", "de"], ["--lang="], ["status", "--lang"]])
def test_no_language(typed: list[str]) -> None:
    with pytest.raises(Usage, match="is no language here"):
        settle(typed)


def test_the_help_tells_of_it(cli: Cli) -> None:
    assert "--lang CODE" in cli.ok("--help").out
    assert "--lang КОД" in cli.ok("--help", "--lang", "ru").out


def test_json_is_the_same_in_every_language(cli: Cli) -> None:
    cli.ok("setup", "--state", "AZ", "--officer", "X")
    said = {cli.ok("measures", "--json", "--lang", code).out for code in ("az", "ru", "en")}
    assert len(said) == 1


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """The command on a register in which Russian is set."""
    cli = Cli(tmp_path_factory.mktemp("russian") / "data")
    cli.ok("setup", "--state", "AZ", "--officer", "X")
    with Register.open(cli.folder / "istirak.db") as register:
        register.speak("ru")
    return cli


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["show", "--help"], ["nope"], ["measures", "--nope"], ["setup", "--x"]],
)
def test_the_setting_counts_before_the_register_is_open(russian: Cli, arguments: list[str]) -> None:
    result = russian(*arguments)
    assert cyrillic(result.out + result.err)
    result = russian(*arguments, "--lang", "en")
    assert not cyrillic(result.out + result.err)


def test_the_setting_is_that_of_the_folder_that_is_named(russian: Cli, tmp_path: Path) -> None:
    other = Cli(tmp_path / "other")
    assert not cyrillic(other("nope").err)
    assert cyrillic(other("nope", "--data-dir", str(russian.folder)).err)
    assert cyrillic(other(f"--data-dir={russian.folder}", "nope").err)
    assert not cyrillic(russian("--data-dir", str(tmp_path / "none"), "nope").err)
    assert list(tmp_path.iterdir()) == []


def test_errors_of_opening_are_told_in_the_language_that_is_set(
    russian: Cli, tmp_path: Path
) -> None:
    other = Cli(tmp_path / "newer")
    other.folder.mkdir()
    shutil.copy2(russian.folder / "istirak.db", other.folder)
    with closing(sqlite3.connect(other.folder / "istirak.db")) as connection:
        connection.execute("PRAGMA user_version = 999")
    result = other("status")
    assert result.code == 3
    assert cyrillic(result.err)


def test_other_commands_speak_it_too(russian: Cli) -> None:
    for arguments in (["verify"], ["doctor"], ["setup", "--state", "AZ", "--officer", "X"]):
        assert cyrillic(russian(*arguments).out)


def cyrillic(text: str) -> bool:
    return re.search("[а-я]{4}", text) is not None


def test_an_unknown_language_is_refused(cli: Cli) -> None:
    result = cli("status", "--lang", "xx")
    assert result.code == 2
    assert result.err == ("istirak: 'xx' is no language here. Say --lang with one of az, ru, en.\n")


def test_setup_keeps_the_languages(cli: Cli) -> None:
    assert cli("setup", "--language", "de").code == 2
    assert cli("setup", "--words", "de").code == 2
    assert "Русский" in cli.ok("setup", "--language", "ru").out
    assert cyrillic(cli("nope").err)
    cli.ok("setup", "--state", "AZ", "--officer", "X", "--words", "original")
    for words, kept in (
        ("original", "original"),
        ("az", "original"),
        ("EN", "en"),
        ("screens", None),
    ):
        cli.ok("setup", "--words", words)
        with Register.open(cli.folder / "istirak.db") as register:
            officer = register.officer()
        assert (officer.words, officer.language, officer.name) == (kept, "ru", "X")
    assert cli.ok("setup", "--words", "en", "--json").json == {"officer": "X", "state": "AZ"}
