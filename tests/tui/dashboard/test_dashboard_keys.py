"""Every command of the registry works, and is to be found wherever commands are."""

import importlib
import pkgutil
import re
import subprocess
import sysconfig
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sitting import NARROW, sitting
from textual.app import SystemCommand
from textual.binding import Binding

import tui.dashboard
from tui.dashboard.commands import COMMANDS, MOVES, Command
from tui.dashboard.screens.help import HelpScreen
from tui.dashboard.screens.ledger import LedgerScreen
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.measure import MeasureScreen
from tui.dashboard.widgets.key_bar import KeyBar

ISTIRAK = Path(sysconfig.get_path("scripts")) / "istirak"
MOST_IN_THE_FOOTER = 6


def bindings(screen: type) -> dict[str, str]:
    found = (each for each in screen.BINDINGS if isinstance(each, Binding))
    return {key: each.action for each in found for key in each.key.split(",")}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_key_of_a_command_is_bound_to_its_action(command: Command) -> None:
    bound = bindings(MainScreen)
    for key in command.keys.split(","):
        assert bound[key] == command.action
    assert callable(getattr(MainScreen, f"action_{command.action.partition('(')[0]}"))
    assert command.binding().id == command.id


def test_no_key_means_two_things() -> None:
    keys = [key for command in COMMANDS for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert not {"escape", "enter", "space", "up", "down", "left", "right", "tab"} & set(keys)


LATIN, RUSSIAN = "qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфывапролдячсмить"


def test_every_command_has_a_key_on_a_russian_keyboard() -> None:
    for command in COMMANDS:
        first, *others = command.keys.split(",")
        if len(first) == 1:
            assert RUSSIAN[LATIN.index(first)] in others, command.id
        else:
            assert command.function_key, command.id


def every_binding() -> Iterator[tuple[str, Binding]]:
    """Those of each screen and widget, by the name of its class."""
    for module in pkgutil.walk_packages(tui.dashboard.__path__, "tui.dashboard."):
        for name, kind in vars(importlib.import_module(module.name)).items():
            if isinstance(kind, type) and kind.__module__ == module.name:
                for each in vars(kind).get("BINDINGS", ()):
                    yield name, each


def test_every_letter_has_its_twins_wherever_it_is_bound() -> None:
    checked = 0
    for name, binding in every_binding():
        keys = binding.key.split(",")
        for key in keys:
            if len(key) == 1 and key.lower() in LATIN:
                twin = RUSSIAN[LATIN.index(key.lower())]
                assert (twin.upper() if key.isupper() else twin) in keys, (name, binding)
                assert key != "w" or "ü" in keys, (name, binding)
                checked += 1
    assert checked > len(COMMANDS)


async def test_every_command_is_in_the_help(file: Path) -> None:
    async with sitting(file, (80, 140)) as at:
        await at.press("?")
        assert isinstance(at.screen, HelpScreen)
        await at.shows(*(command.help for command in COMMANDS))
        await at.shows(*(command.twin for command in COMMANDS))
        await at.shows(*(what for _, what in MOVES))
        for command in COMMANDS:
            await at.shows(f"{command.shown:<4}{command.function_key}")


async def test_every_command_is_in_the_palette(file: Path) -> None:
    async with sitting(file) as at:
        offered = {each.title: each for each in at.app.get_system_commands(at.main)}
        for command in COMMANDS:
            found = offered[f"{command.label}  ({command.shown})"]
            assert isinstance(found, SystemCommand)
            assert found.help == command.help
            assert isinstance(found.callback, partial)
            assert found.callback.args == (command.action,)


async def test_the_palette_runs_a_command(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("ctrl+p")
        await at.type("ledger")
        await at.shows("Show the ledger for the measure")
        await at.press("enter")
        await at.until(lambda: isinstance(at.screen, LedgerScreen))


def test_every_twin_is_a_command_of_the_command_line() -> None:
    done = subprocess.run([ISTIRAK, "--help"], capture_output=True, text=True, check=True)
    known = set(re.findall(r"^\W*([a-z]+)  ", done.stdout, re.MULTILINE))
    assert {"decide", "measures", "history", "retract", "setup"} <= known
    for command in COMMANDS:
        twin = re.match(r"istirak (\S+)", command.twin)
        if twin and twin[1] not in {"--help", "…"}:
            assert twin[1] in known, command.id
            usage = subprocess.run(
                [ISTIRAK, twin[1], "--help"], capture_output=True, text=True, check=True
            ).stdout
            for option in re.findall(r"--[a-z-]+", command.twin):
                assert option in usage, (command.id, option)


async def test_the_footer_shows_six_keys_and_cuts_none(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        shown = [command for command in COMMANDS if command.footer]
        assert len(shown) <= MOST_IN_THE_FOOTER
        await at.shows(*(f"{command.shown} {command.label}" for command in shown))
        await at.resize((60, 20))
        await at.shows(*(f"{command.shown} {command.label}" for command in shown))


@pytest.mark.parametrize("key", ["enter", "h"])
async def test_so_do_the_footers_of_the_other_screens(file: Path, key: str) -> None:
    async with sitting(file, (60, 20)) as at:
        await at.press(key)
        await at.shows("Esc Back", "? Help")
        assert len(at.screen.query_one(KeyBar).keys) <= MOST_IN_THE_FOOTER
        assert "…" not in at.lines[-1]


ELSEWHERE = (
    (("в",), "DecisionScreen"),
    (("f2",), "DecisionScreen"),
    (("р",), "LedgerScreen"),
    (("f6",), "LedgerScreen"),
    (("ы",), "StateScreen"),
    (("ф",), "DaysScreen"),
    (("и",), "MainScreen"),
    (("щ",), "OfficerScreen"),
    (("f1",), "HelpScreen"),
    (("enter", "р"), "LedgerScreen"),
    (("enter", "в"), "DecisionScreen"),
    (("enter", "?"), "HelpScreen"),
    (("h", "f1"), "HelpScreen"),
    (("enter", "n"), "MainScreen"),
    (("enter", "q"), "MainScreen"),
    (("h", "й"), "MainScreen"),
)


async def test_keys_of_another_layout_and_of_other_screens(file: Path) -> None:
    async with sitting(file) as at:
        for keys, screen in ELSEWHERE:
            await at.press(*keys)
            assert type(at.screen).__name__ == screen, keys
            while at.screen is not at.main:
                await at.press("escape")


async def test_help_scrolls_and_goes_back_to_where_it_was_opened(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("enter", "?")
        await at.press("end", "pageup", "pagedown", "down")
        await at.shows("has not determined whether it participates")
        await at.press("home", "pagedown", "pageup", "up")
        await at.shows("Record a decision on the measure or item")
        await at.press("q")
        assert isinstance(at.screen, MeasureScreen)


@pytest.mark.parametrize("key", ["q", "й", "f10", "ctrl+c"])
async def test_quitting(file: Path, key: str) -> None:
    async with sitting(file) as at:
        await at.press(key)
        assert at.app._exit
        assert at.app.return_code == 0
