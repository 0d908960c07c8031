"""Our remarks follow the language of the person; JSON keeps them as they are."""

import tomllib
from pathlib import Path

import pytest
from installed_command import Cli

PROGRAMMES = Path(__file__).parents[3] / "seed" / "programmes"
COMMANDS = (
    ("show", "1.1"),
    ("why", "1.4.c", "--state", "AZ"),
    ("text", "special-opinion"),
    ("text", "programme"),
    ("treaty", "show", "slavery-1926"),
)
languages = pytest.mark.parametrize("language", ["az", "ru"])


def remarks(language: str) -> dict[str, str]:
    """Our remarks on the programme by the English ones."""
    file = PROGRAMMES / "cis-thb-2007-2010" / f"remarks.{language}.toml"
    found = tomllib.loads(file.read_text(encoding="utf-8"))["remark"]
    return {each["original"]: each["text"] for each in found}


@languages
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_remarks_are_in_the_language_of_the_person(
    known: Cli, command: tuple[str, ...], language: str
) -> None:
    english, spoken = (
        {cell for row in known.ok("--lang", each, *command).rows for cell in row}
        for each in ("en", language)
    )
    printed = [each for each in remarks(language).items() if each[0] in english]
    assert printed
    for original, text in printed:
        assert text in spoken
        assert original not in spoken
    asked = (*command, "--json")
    assert known.ok("--lang", language, *asked).out == known.ok(*asked).out


def test_a_translation_of_the_act_does_not_bring_remarks_in_its_language(known: Cli) -> None:
    printed = known.ok("text", "special-opinion", "--in", "ru").out
    assert any(remark in printed for remark in remarks("ru"))  # in English, as the screens are
