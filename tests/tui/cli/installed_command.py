"""The installed command, run as a person or a program runs it."""

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import sysconfig
import termios
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = Path(sysconfig.get_path("scripts")) / "istirak"
LONGEST = 60  # seconds a command may take on a busy machine


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        return [line.split("\t") for line in self.out.splitlines()]


@dataclass(frozen=True)
class Cli:
    """The command on one data folder."""

    folder: Path

    def environment(self, more: Mapping[str, str] = {}) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder.parent),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "ISTIRAK_DATA_DIR": str(self.folder),
            **more,
        }

    def __call__(self, *arguments: str, **more: str) -> Result:
        """Run the command as a program does: nothing is a terminal."""
        done = subprocess.run(
            [COMMAND, *arguments],
            env=self.environment(more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
        err = done.stderr.decode()
        return Result(done.returncode, done.stdout.decode(errors="surrogateescape"), err)

    def ok(self, *arguments: str, **more: str) -> Result:
        result = self(*arguments, **more)
        assert result.code == 0, result.err
        return result

    def python(self, code: str, *arguments: str) -> Result:
        """Run code with the command's modules."""
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    def on_terminal(
        self, *arguments: str, typed: str = "", columns: int = 80, **more: str
    ) -> Result:
        """Run the command on a terminal of its own; `err` is empty, for both are one screen."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.write(ours, typed.encode())
        with subprocess.Popen(
            [COMMAND, *arguments],
            env=self.environment(more),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        ) as process:
            os.close(theirs)
            screen = _read_all(ours)
            code = process.wait(LONGEST)
        return Result(code, screen.decode().replace("\r\n", "\n"), "")


def _read_all(terminal: int) -> bytes:
    read = b""
    with open(terminal, "rb", buffering=0) as stream:
        while True:
            try:
                some = stream.read(65536)
            except OSError:  # how Linux says that the other side is closed
                return read
            if not some:
                return read
            read += some
