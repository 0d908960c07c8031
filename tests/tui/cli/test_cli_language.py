"""Which language a command speaks."""

import pytest
from installed_command import Cli

from store.errors import Usage
from tui.cli.speaking import settle
from tui.language import language, use


@pytest.fixture(autouse=True)
def english_again() -> object:
    """Other tests read English."""
    yield
    use("en")


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


def test_json_is_the_same_in_every_language(cli: Cli) -> None:
    cli.ok("setup", "--state", "AZ", "--officer", "X")
    said = {cli.ok("measures", "--json", "--lang", code).out for code in ("az", "ru", "en")}
    assert len(said) == 1


def test_an_unknown_language_is_refused(cli: Cli) -> None:
    result = cli("status", "--lang", "xx")
    assert result.code == 2
    assert result.err == ("istirak: 'xx' is no language here. Say --lang with one of az, ru, en.\n")
