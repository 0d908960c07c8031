"""Running the command, or a scene, in surroundings that make it hard; and what it says then."""

import os
import random
import subprocess
import sys
from pathlib import Path

from installed_command import COMMAND, LONGEST, Cli, Result

HERE = Path(__file__).parent
STORE = HERE.parent / "store"


def killing(scene: str, folder: Path, times: int, chance: random.Random) -> None:
    """Run a scene of `killing.py`; its assertions are the test."""
    arguments = [scene, folder, str(times), str(chance.randrange(10**6))]
    done = subprocess.run(
        [sys.executable, HERE / "killing.py", *arguments],
        env=os.environ | {"PYTHONPATH": str(STORE), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr


def through(wrapper: list[str | Path], cli: Cli, *arguments: str, **more: str) -> Result:
    """Run the command through another, which starts it."""
    done = subprocess.run(
        [*wrapper, COMMAND, *arguments],
        env=cli.environment(more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)


def unusable(result: Result, *parts: str) -> None:
    """It said in one line that the store cannot be used, and printed nothing else."""
    assert (result.code, result.out) == (3, ""), result.err
    assert result.err.startswith("istirak: ")
    assert result.err.endswith(".\n")
    assert result.err.count("\n") == 1
    for part in parts:
        assert part in result.err


def ids(result: Result) -> list[str]:
    """The entries that a command acknowledged."""
    assert result.code == 0, result.err
    return [row[0] for row in result.rows]
