"""Killed while recording, 200 times: what was acknowledged is there, and nothing has to wait.

A dashboard that is killed: tests/tui/terminal. A backup, a restore: where those are tested.
"""

import json
import random
import signal
import subprocess
from contextlib import suppress
from time import monotonic

from installed_command import COMMAND, Cli
from killing import is_whole
from scenes import killing

DECIDE = ("decide", "1.1", "2.4.ç", "--position", "participates", "--date", "2008-03-04", "--json")


def test_programs_that_record_are_killed(cli: Cli, chance: random.Random) -> None:
    killing("recording", cli.folder, 180, chance)


def test_commands_that_record_are_killed(cli: Cli, chance: random.Random) -> None:
    started = monotonic()
    acknowledged = told(cli.ok(*DECIDE).out)
    usual = monotonic() - started
    ends = []
    for number in range(24):
        with subprocess.Popen(
            [COMMAND, *DECIDE, "--note", f"{number}"],
            env=cli.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        ) as running:
            # Most of its time a command imports; what it is for, it does near its end.
            with suppress(subprocess.TimeoutExpired):
                running.wait(usual * chance.uniform(0.6, 1.1))
            running.kill()
            acknowledged |= told(running.communicate()[0])
        ends.append(running.returncode)
        is_whole(cli.folder / "istirak.db", acknowledged)
    assert set(ends) <= {0, -signal.SIGKILL}
    assert cli.ok(*DECIDE).json
    assert cli.ok("verify").out.startswith("Sound: ")


def told(output: str) -> set[str]:
    """What a command acknowledged; it prints all at once, or nothing."""
    return {f"{entry['id']} {entry['hash']}" for entry in json.loads(output or "[]")}
