"""Nothing of ours is said in English where another language is spoken.

Here that is one that has every sentence there is, in letters that nothing else is written in. What
is left in Latin letters was forgotten, or is the same in every language.
"""

import inspect
from importlib import import_module
from pkgutil import walk_packages

from commands_to_say import every_command
from disguise import DISGUISED
from left_over import left_over, official
from many_commands import Commands
from same_in_all import CHANGED, SEARCHED, TYPED, VALUES, left_of, told
from textual.screen import Screen
from walk import IN_AN_EDITION, WALKS, Pages

import tui.dashboard.screens as all_screens
from tui.dashboard.commands import COMMANDS

BASES = {"Dialog", "DutyDialog", "_Days"}
"""Screens that only others are made of."""


def test_no_command_says_anything_in_english(commands: Commands) -> None:
    left = {each.command: left_of(each) for each in commands(DISGUISED, 80)}
    left = {command: words for command, words in left.items() if words}
    assert not left, told(left)


def test_no_plain_line_says_anything_in_english(commands: Commands) -> None:
    """Values stand in it as they are recorded, for programs read it, too."""
    left = {
        each.command: [word for word in left_of(each) if word not in TYPED | VALUES]
        for each in commands(DISGUISED, 0)
    }
    left = {command: words for command, words in left.items() if words}
    assert not left, told(left)


def test_every_command_was_asked(commands: Commands) -> None:
    asked = [f"{said.command} " for said in commands(DISGUISED, 80) if "-h" not in said.command]
    missing = [
        name for name in every_command() if not any(each.startswith(f"{name} ") for each in asked)
    ]
    assert missing == []


def test_no_screen_says_anything_in_english(screens: Pages) -> None:
    may = official() | CHANGED | SEARCHED | {"AA"}  # as depositaries write approval
    left = {page.at: left_over(page.text, may) for page in screens(DISGUISED, "ru")}
    left = {where: words for where, words in left.items() if words}
    assert not left, told(left)


def test_every_screen_was_seen(screens: Pages) -> None:
    seen = {page.screen for page in screens(DISGUISED, "ru")}
    there = set()
    for found in walk_packages(all_screens.__path__, f"{all_screens.__name__}."):
        for name, each in inspect.getmembers(import_module(found.name), inspect.isclass):
            if issubclass(each, Screen) and each.__module__ == found.name:
                there.add(name)
                there -= {base.__name__ for base in each.__mro__[1:]}
    assert there - BASES <= seen


def test_every_key_was_pressed() -> None:
    pressed = {key for stroke in (*WALKS, *IN_AN_EDITION) for key in stroke.split()}
    shown = {command.id for command in COMMANDS if not pressed & set(command.keys.split(","))}
    assert shown == {"quit"}
