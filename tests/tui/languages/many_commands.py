"""Runs many commands in one process, each as on a terminal or as in a pipe."""

import contextlib
import io
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from disguise import DISGUISED, SPOKEN, put_on

HERE = Path(__file__)
LONGEST = 120  # seconds on a busy machine


@dataclass(frozen=True)
class Said:
    """What a command said.

    Attributes:
        on: The name of the data folder.
        command: What was typed, without the name of the program.
        code: Its exit code.
        out: What it printed.
        err: What it said beside that.
    """

    on: str
    command: str
    code: int
    out: str
    err: str

    @property
    def whole(self) -> str:
        return f"{self.out}\n{self.err}"


Commands = Callable[..., list[Said]]
"""What all commands say in a language, on a terminal of so many columns."""


def run_many(folder: Path, commands: list[str], language: str, columns: int) -> list[Said]:
    """Run commands one after another on one data folder.

    Args:
        folder: Of the register. ``{folder}`` in a command is the one above it.
        commands: As they are typed in a shell, without the name of the program; what is answered
            to its questions follows after ``<<<``.
        language: What follows ``--lang``, or `DISGUISED`.
        columns: Of the terminal; 0 to run them as in a pipe.
    """
    asked = {"commands": commands, "columns": columns, "language": language}
    done = subprocess.run(
        [sys.executable, HERE],
        input=json.dumps(asked),
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder.parent),
            "LC_ALL": "C.UTF-8",
            "TERM": "dumb",
            "PYTHONUTF8": "1",
            "ISTIRAK_DATA_DIR": str(folder),
            **({"COLUMNS": str(columns), "LINES": "24"} if columns else {}),
        },
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
        cwd=folder.parent,
    )
    assert done.returncode == 0, done.stderr
    above = os.fspath(folder.parent)
    return [
        Said(
            folder.name,
            command,
            code,
            out.replace(above, "/somewhere"),
            err.replace(above, "/somewhere"),
        )
        for command, (code, out, err) in json.loads(done.stdout)
    ]


class _Screen(io.TextIOWrapper):
    """What a command writes to; a terminal, if it is asked."""

    terminal = False

    def isatty(self) -> bool:
        return self.terminal

    def written(self) -> str:
        self.flush()
        made = self.buffer
        assert isinstance(made, io.BytesIO)
        return made.getvalue().decode()


def _run(arguments: list[str], answers: list[str]) -> tuple[int, str, str]:
    from tui.cli.main import main

    sys.argv = ["istirak", *arguments]
    sys.stdin = _Screen(io.BytesIO("".join(f"{each}\n" for each in answers).encode()), "utf-8")
    code = 0
    with (
        contextlib.redirect_stdout(_Screen(io.BytesIO(), "utf-8")) as out,
        contextlib.redirect_stderr(_Screen(io.BytesIO(), "utf-8")) as err,
    ):
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    return code, out.written(), err.written()


def _main() -> None:
    asked = json.load(sys.stdin)
    _Screen.terminal = bool(asked["columns"])
    spoken = asked["language"]
    if spoken == DISGUISED:
        put_on()
        spoken = SPOKEN
    above = os.fspath(Path.cwd())
    said = []
    for command in asked["commands"]:
        typed, _, answers = command.replace("{folder}", above).partition(" <<< ")
        arguments = ["--lang", spoken, *shlex.split(typed)]
        said.append((command, _run(arguments, answers.split())))
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    _main()
