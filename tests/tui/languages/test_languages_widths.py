"""What is ours has room in every language: no line is too wide, and no label is cut.

The programme is read in a language of other letters than the one that is spoken, so that it is told
whether what was cut is ours: official words may be.
"""

import re
from itertools import accumulate

import pytest
from commands_to_say import LOOKING, in_words
from many_commands import Commands
from rich.cells import cell_len
from walk import Page, Pages

OTHER = {"az": "ru", "ru": "az", "en": "ru"}
"""In which language the programme is read beside each that is spoken."""

_CUT = {
    "az": re.compile(r"\S*[a-zəğıöşüç]…(?! --)", re.IGNORECASE),
    "ru": re.compile(r"\S*[а-яё]…(?! --)", re.IGNORECASE),
    "en": re.compile(r"\S*[a-z]…(?! --)", re.IGNORECASE),
}
"""A word of ours that was cut; in the help, an option follows where more can be said."""

_HASH = re.compile(r"[0-9a-f]{10,}…")

MAY_BE_CUT = re.compile("istirak |saxta")
"""What is to be typed, and words that an edition has changed."""

TOLD_IN_FULL = {"k", "c"}
"""The keys of lists whose lines are sentences: each stands in full below its list."""


def read_in(words: str) -> set[str]:
    """Commands that look, and print the programme's words in a language if they print any."""
    return {in_words(each, words) for each in LOOKING if not each.startswith("changes")}


def cut_in(lines: list[str], code: str) -> list[str]:
    found = (_CUT[code].search(_HASH.sub("", line)) for line in lines)
    return [each[0] for each in found if each]


@pytest.mark.parametrize("columns", [80, 60])
@pytest.mark.parametrize("code", OTHER)
def test_no_line_of_a_command_is_wider_than_its_terminal(
    commands: Commands, code: str, columns: int
) -> None:
    wide = {
        said.command: line
        for said in commands(code, columns, OTHER[code])
        for line in said.out.splitlines()
        if "\t" not in line and cell_len(line.rstrip()) > columns
    }
    assert wide == {}


@pytest.mark.parametrize("columns", [80, 60])
@pytest.mark.parametrize("code", OTHER)
def test_no_label_of_a_command_is_cut(commands: Commands, code: str, columns: int) -> None:
    cut = {
        said.command: words
        for said in commands(code, columns, OTHER[code])
        if said.on == "full" and said.command in read_in(OTHER[code])
        if (words := cut_in(said.out.splitlines(), code))
    }
    assert cut == {}


def cut_on(page: Page, code: str) -> list[str]:
    """What was cut on a screen, but for the name of the programme, which is above all."""
    lines = page.text.splitlines()[1:]
    ours = [line for line in lines if not MAY_BE_CUT.search(line)]
    told_in_full = TOLD_IN_FULL & set(page.at.split()) or page.at.startswith("y left / r")
    return [*page.cut, *([] if told_in_full else cut_in(ours, code))]


@pytest.mark.parametrize("code", OTHER)
def test_no_label_on_a_screen_is_cut(screens: Pages, code: str) -> None:
    cut = {page.at: words for page in screens(code, OTHER[code]) if (words := cut_on(page, code))}
    assert cut == {}


@pytest.mark.parametrize("code", OTHER)
def test_keys_are_shown_whole(screens: Pages, code: str) -> None:
    for page in screens(code, OTHER[code]):
        shown = accumulate(f" {key} " for key in page.keys)
        assert page.bar.rstrip() in {"", *(line.rstrip() for line in shown)}, page.at
