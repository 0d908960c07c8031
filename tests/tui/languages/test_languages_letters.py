"""Who speaks one of the languages meets no word of another: told by letters, and by words."""

import re
from functools import cache

from babel.messages.pofile import read_po
from left_over import WORD, left_over, official
from many_commands import Commands
from same_in_all import CHANGED, SEARCHED, left_of, told
from walk import Pages

from tui.language import DOMAIN, LOCALES

CYRILLIC = re.compile(r"[А-Яа-яЁё]{2,}")

SAID_IN_ITSELF = {"Русский", "СМВД"}
"""The name of a language, and what a body can also be looked for by."""


@cache
def english() -> frozenset[str]:
    """Words of our English sentences that no Azerbaijani sentence of ours has, nor the act."""
    with (LOCALES / "az" / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        catalogue = read_po(file, locale="az")
    ours: set[str] = set()
    theirs: set[str] = set()
    for message in catalogue:
        for said, words in ((message.id, ours), (message.string, theirs)):
            for text in (said,) if isinstance(said, str) else said:
                words.update(WORD.findall(re.sub(r"\{[^{}]*\}|`[^`]*`", " ", text)))
    return frozenset(ours - theirs - official())


def cyrillic(text: str) -> set[str]:
    return set(CYRILLIC.findall(text)) - SAID_IN_ITSELF


def test_commands_speak_russian(commands: Commands) -> None:
    left = {each.command: left_of(each) for each in commands("ru", 80)}
    left = {command: words for command, words in left.items() if words}
    assert not left, told(left)


def test_screens_speak_russian(screens: Pages) -> None:
    left = {
        page.at: left_over(page.text, SEARCHED | {"AA"} | official() | CHANGED)
        for page in screens("ru", "ru")
    }
    left = {where: words for where, words in left.items() if words}
    assert not left, told(left)


def test_commands_speak_azerbaijani(commands: Commands) -> None:
    left = {
        each.command: [*cyrillic(each.whole), *(set(left_of(each)) & english())]
        for each in commands("az", 80)
    }
    left = {command: words for command, words in left.items() if words}
    assert not left, told(left)


def test_screens_speak_azerbaijani(screens: Pages) -> None:
    left = {
        page.at: [*cyrillic(page.text), *(set(left_over(page.text)) & english())]
        for page in screens("az", "az")
    }
    left = {where: words for where, words in left.items() if words}
    assert not left, told(left)
