"""Every command takes the two days, and every command that reads a view answers by them."""

from collections.abc import Iterator

import pytest
from installed_command import Cli, Result

from tui.cli.commands import COMMANDS, application

SHARED = {"--state", "--on", "--known-on", "--json"}

WITHOUT = {
    "setup": "says whose register it is, on whatever day",
    "demo": "opens the dashboard on a state of its own",
    "retract": "names entries, of whichever state and day",
    "locate": "prints a path, before there is a register",
    **dict.fromkeys(
        ("verify", "doctor", "backup", "restore", "salvage"), "looks at the file, not at a view"
    ),
}
"""The commands that read no view, and why. `istirak --known-on DATE` takes all of them."""


def commands() -> Iterator[tuple[str, set[str]]]:
    """Every command, those of groups too, with its options."""
    with application().make_context(
        "istirak", ["--data-dir", "x", "status"], resilient_parsing=True
    ) as context:
        for name in COMMANDS:
            found = context.command.get_command(context, name)  # type: ignore[attr-defined]
            for member, command in getattr(found, "commands", {"": found}).items():
                options = {option for param in command.params for option in param.opts}
                yield f"{name} {member}".strip(), options


def test_every_command_that_reads_a_view_takes_state_days_and_json() -> None:
    missing = {name: SHARED - options for name, options in commands() if SHARED - options}
    assert missing.keys() <= WITHOUT.keys(), missing
    assert all("--json" in options for name, options in commands() if name not in WITHOUT)


READING = (
    ("status",),
    ("measures",),
    ("measures", "--position", "undetermined"),
    ("show", "2.4"),
    ("show", "6.1"),
    ("history",),
    ("why", "2.4"),
    ("why", "1.4.c"),
    ("agenda",),
    ("agenda", "--overdue"),
    ("changes", "--from", "2006-11-28"),
    ("treaty", "list"),
    ("treaty", "show", "slavery-1926"),
    ("addressees", "1.1"),
    ("return", "list"),
    ("return", "show", "--year", "2008"),
    ("return", "check", "--year", "2008"),
    ("checks",),
    ("text", "programme"),
)


def asked(cli: Cli, *arguments: str) -> list[Result]:
    return [cli(*command, *arguments, "--json") for command in READING]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Cli, list[Result]]:
    """A register in which something of every kind is recorded, and what it said before of 2010."""
    cli = Cli(tmp_path_factory.mktemp("worked") / "data")
    cli.ok("setup", "--state", "AZ", "--officer", "Ə. Məmmədova")
    before = asked(cli, "--on", "2010-12-31")
    day = ("--date", "2009-03-01")
    cli.ok("decide", "2.4", "1.4.c", "--position", "does-not-participate", *day)
    cli.ok("decide", "V", "--position", "participates", "--responsible", "Nazirlik", *day)
    cli.ok("retract", "3", "--reason", "səhv")
    cli.ok("notify", "--ref", "nota 1", *day)
    cli.ok("fulfil", "6.1", "--ref", "plan", *day)
    cli.ok("treaty", "record", "slavery-1926", "accession", "--source", "depozitari", *day)
    cli.ok("return", "set", "2.6", "--year", "2008", "--status", "done", "--on", "2009-03-01")
    return cli, before


def test_a_day_before_anything_was_known_shows_none_of_it(
    worked: tuple[Cli, list[Result]],
) -> None:
    cli, before = worked
    now = asked(cli, "--on", "2010-12-31", "--known-on", "2020-01-01")
    for command, told, tells in zip(READING, before, now, strict=True):
        known = tells.out.replace('"known_on": "2020-01-01"', '"known_on": null')
        assert (tells.code, known) == (told.code, told.out), command


def test_nor_does_a_day_before_any_of_it_held(worked: tuple[Cli, list[Result]]) -> None:
    cli, _ = worked
    status = cli.ok("status", "--on", "2009-02-28", "--json").json
    assert status["decided"] == 0
    assert cli.ok("history", "--on", "2009-02-28", "--json").json == []
    held = cli.ok("agenda", "--on", "2009-02-28", "--json").json
    assert all(each["start"] is None for each in held if each["reading"] == "entry-into-force")


@pytest.mark.parametrize(
    "command",
    [
        ("decide", "1.2", "--position", "participates"),
        ("return", "set", "1.5", "--year", "2008", "--status", "done"),
        ("fulfil", "6.2", "--year", "2007", "--ref", "protokol"),
        ("treaty", "record", "slavery-1926", "declaration", "--source", "depozitari"),
    ],
)
def test_what_is_recorded_now_was_not_known_then(
    worked: tuple[Cli, list[Result]], command: tuple[str, ...]
) -> None:
    cli, _ = worked
    day = ("--on" if command[0] == "return" else "--date", "2009-04-01")
    done = cli.ok(*command, *day, "--known-on", "2020-01-01", "--dry-run")
    assert "not in view, which is as known on 2020-01-01" in done.err
