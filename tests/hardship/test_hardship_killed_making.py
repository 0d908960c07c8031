"""Killed while a register is made, filled anew or migrated: it is as before or as after."""

import random
import subprocess
from contextlib import suppress
from pathlib import Path
from time import monotonic

from installed_command import COMMAND, Cli
from killing import is_whole
from scenes import killing


def test_killed_while_it_is_made(tmp_path: Path, chance: random.Random) -> None:
    killing("making", tmp_path, 40, chance)


def test_killed_while_an_edition_is_taken_over(cli: Cli, chance: random.Random) -> None:
    killing("seeding", cli.folder, 30, chance)


def test_killed_while_it_is_migrated(cli: Cli, chance: random.Random) -> None:
    killing("migrating", cli.folder, 30, chance)


def test_the_first_command_is_killed(tmp_path: Path, chance: random.Random) -> None:
    setup = ("setup", "--state", "AZ", "--officer", "Leyla")
    started = monotonic()
    Cli(tmp_path / "usual").ok(*setup)
    usual = monotonic() - started
    for number in range(8):
        cli = Cli(tmp_path / str(number))
        with subprocess.Popen(
            [COMMAND, *setup],
            env=cli.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
        ) as running:
            with suppress(subprocess.TimeoutExpired):
                running.wait(usual * chance.uniform(0.5, 1.1))
            running.kill()
            acknowledged = running.communicate()[0]
        is_whole(cli.folder / "istirak.db", set())
        if acknowledged:
            assert cli.ok("setup", "--json").json == {"state": "AZ", "officer": "Leyla"}
