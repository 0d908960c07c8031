"""One line a record, and one line for all: for screen readers, `grep` and login banners."""

from pathlib import Path

import pytest
from installed_command import Cli

LISTS = (
    ("measures",),
    ("measures", "--in", "en"),
    ("history",),
    ("agenda",),
    ("treaty", "list"),
    ("treaty", "show", "slavery-1926"),
    ("return", "list"),
    ("return", "show", "--year", "2008"),
    ("return", "check", "--year", "2008"),
    ("checks",),
    ("changes", "--from", "2008-01-01", "--to", "2009-01-01"),
    ("addressees", "1.2"),
)


@pytest.fixture(scope="module")
def register(known: Cli) -> Cli:
    """A register in which something is recorded."""
    decided = ("--position", "participates", "--date", "2007-01-02", "--responsible", "X")
    known.ok("decide", "2.4", "2.5", *decided)
    for year in ("2007", "2008"):
        known.ok("return", "set", "2.4", "--year", year, "--status", "done", "--text", "X")
    known.ok("return", "release", "--year", "2007", "--number", "1", "--date", "2008-02-01")
    return known


@pytest.mark.parametrize("command", LISTS, ids=" ".join)
def test_plain_is_on_a_terminal_what_is_in_a_pipe(register: Cli, command: tuple[str, ...]) -> None:
    piped = register(*command)
    plain = register.on_terminal(*command, "--plain")
    assert piped.out
    assert plain.code == piped.code
    # What is said to the person follows on the same screen.
    assert plain.out == piped.out + piped.err


def test_one_format_at_once(known: Cli) -> None:
    for other in ("--json", "--csv"):
        refused = known("history", other, "--plain")
        assert (refused.code, refused.out) == (2, "")
        assert f"{other} and --plain exclude each other" in refused.err
    assert known("addressees", "1.2", "--json", "--plain").code == 2


def test_brief_is_one_line(known: Cli, cli: Cli) -> None:
    known.ok("decide", "1.8", "--position", "participates", "--date", "2007-03-04")
    line = known.ok("status", "--brief", "--on", "2007-06-01").out
    agenda = known.ok("agenda", "--on", "2007-06-01", "--json").json
    overdue = sum(each["overdue"] for each in agenda)
    ahead = min(
        (each["end"] for each in agenda if each["end"] and each["end"] >= "2007-06-01"), default=""
    )
    status = known.ok("status", "--on", "2007-06-01", "--json").json
    assert line.startswith(
        f"AZ on 2007-06-01: {status['decided']} of {status['total']} decided, {overdue} overdue, "
    )
    assert f"next due {ahead} (" in line
    assert line.count("\n") == 1
    later = known.ok("status", "--brief", "--on", "2026-01-01").out
    assert later.endswith(" overdue, nothing due next\n")
    assert cli.ok("status", "--brief").out == (
        "No state is set up: run `istirak setup`, or say --state.\n"
    )


def test_brief_makes_no_register_for_who_logs_in(tmp_path: Path) -> None:
    cli = Cli(tmp_path / "data")
    assert cli.ok("status", "--brief").out.startswith("No state is set up")
    assert not cli.folder.exists()


def test_brief_leaves_json_alone(known: Cli) -> None:
    day = ("--on", "2008-01-01", "--json")
    assert known.ok("status", "--brief", *day).json == known.ok("status", *day).json
