"""The main job from the first command to the last. As a program: `main_job.py FOLDER`."""

import sys
from collections.abc import Mapping
from pathlib import Path

from installed_command import Cli
from terminal import ENTER, F2, terminal


def do_the_main_job(folder: Path, surroundings: Mapping[str, str] = {}) -> None:
    """Set up, look, record, take back, check; at the command line and in the dashboard."""
    cli = Cli(folder)
    for line in (
        "setup --state AZ --officer Leyla",
        "status",
        "measures --executor dins --deadline 2008 qurban",
        "measures --csv",
        "show 2.4",
        "decide 2.4 2.5 --position participates --date 2008-03-04",
        "retract 1 --reason typo",
        "history --json",
        "verify",
        "doctor",
    ):
        cli.ok(*line.split(), **surroundings)
    cli.ok("backup", str(folder / "copy.db"), **surroundings)
    assert cli.on_terminal("measures", **surroundings).code == 0
    with terminal(folder, environment=surroundings) as it:
        it.wait_for("1 of 37 decided", "1.1   İnsan alver")
        it.type(f"d{ENTER}{F2}")
        it.wait_for("Recorded: AZ participates, 1.1", "2 of 37 decided")
        it.type("q")
        assert it.wait_for_end() == 0
    assert len(cli.ok("history", **surroundings).rows) == 4


if __name__ == "__main__":
    do_the_main_job(Path(sys.argv[1]))
