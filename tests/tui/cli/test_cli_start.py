"""Starting costs little, and the help says what there is."""

import json
import re

import pytest
from installed_command import Cli
from rich.cells import cell_len

from tui.cli.commands import COMMANDS, GROUPS

HEAVY = {"pydantic", "rich", "sqlalchemy", "sqlmodel", "textual", "watchdog"}

LOADED = """
import atexit, json, sys
heavy = {!r}
atexit.register(
    lambda: print(json.dumps(sorted(heavy & sys.modules.keys())), file=sys.stderr)
)
from tui.cli.main import main
main()
"""


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["status"],
        ["status", "--json"],
        ["measures"],
        ["measures", "--json", "--section", "II"],
        ["measures", "--csv"],
        ["show", "2.4", "--json"],
        ["history"],
        ["verify", "--json"],
        ["locate"],
        ["--version"],
        ["decide", "--help"],
        ["nope"],
    ],
)
def test_nothing_heavy_is_loaded(known: Cli, arguments: list[str]) -> None:
    result = known.python(LOADED.format(HEAVY), *arguments)
    assert json.loads(result.err.splitlines()[-1]) == []


def test_a_terminal_costs_rich_and_nothing_more(known: Cli) -> None:
    code = "import sys\nsys.stdout.isatty = lambda: True\n" + LOADED.format(HEAVY)
    assert json.loads(known.python(code, "measures").err.splitlines()[-1]) == ["rich"]
    assert json.loads(known.python(code, "status").err.splitlines()[-1]) == []


def test_the_help_lists_every_command_once(known: Cli) -> None:
    lines = known.on_terminal("--help").out.splitlines()
    assert max(map(cell_len, lines)) <= 80
    listed = re.findall(r"^  ([a-z]+)  ", "\n".join(lines), re.MULTILINE)
    assert listed == [name for names in GROUPS.values() for name in names]
    assert sorted(listed) == sorted(COMMANDS)
    assert "…" not in "".join(lines)
    assert "..." not in "".join(lines)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(cli: Cli, command: str) -> None:
    text = cli.ok(command, "-h").out
    assert text.startswith(f"Usage: istirak {command} ")
    assert f"Example: istirak {command}" in text
    assert max(map(cell_len, text.splitlines())) <= 80
    assert not cli.folder.exists()


def test_the_version(cli: Cli) -> None:
    assert re.fullmatch(r"istirak \d+\.\d+\.\d+\n", cli.ok("--version").out)
