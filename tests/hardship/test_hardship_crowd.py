"""Ten commands and a dashboard write at once: all of it is there, and all of it is seen."""

import json
import subprocess
from collections import Counter

from installed_command import COMMAND, LONGEST, Cli
from terminal import DOWN, ENTER, F2, terminal

KEYS = ("2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "2.10")
POSITION = ("--position", "participates", "--date", "2008-03-04", "--json")


def started(cli: Cli, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [COMMAND, *arguments],
        env=cli.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )


def told(running: list[subprocess.Popen[bytes]]) -> list[str]:
    """The entries that commands acknowledged, once all have ended."""
    acknowledged = []
    for each in running:
        out, _ = each.communicate(timeout=LONGEST)
        assert each.returncode == 0
        acknowledged += [entry["id"] for entry in json.loads(out)]
    return acknowledged


def test_ten_commands_and_a_dashboard_write_at_once(cli: Cli) -> None:
    with terminal(cli.folder, size=(120, 40)) as it:
        it.wait_for("0 of 37 decided")
        running = [started(cli, "decide", key, "V", *POSITION) for key in KEYS]
        for number in range(3):
            it.type(f"d{ENTER}{F2}")
            it.wait_for(f"Recorded: AZ participates, 1.{number + 1}")
            it.type(DOWN * (3 if number == 1 else 1))  # 1.2 has two items
        acknowledged = told(running)
        it.wait_for("14 of 37 decided")

        reason = ("--reason", "x", "--json")
        running = [started(cli, "retract", *acknowledged[at::4], *reason) for at in range(4)]
        acknowledged += told(running)
        it.wait_for("3 of 37 decided")
        it.type("q")
        assert it.wait_for_end() == 0
    entries = cli.ok("history", "--json").json
    assert len(entries) == 10 * 2 * 2 + 3
    assert {*acknowledged} <= {entry["id"] for entry in entries}
    assert [entry["seq"] for entry in entries] == list(range(1, 44))
    assert Counter(entry["measure"] for entry in entries)["V"] == 20
    assert cli.ok("verify").out == "Sound: 43 entries.\n"
