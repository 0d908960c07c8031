"""Processes that use one register at once, or are killed while they do. Run as a program.

They are forked from one that has imported everything, so that they meet within a moment.
"""

import os
import random
import select
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from desk import PROGRAMME, decide, view
from sqlalchemy import Connection

from store.migrations import MIGRATIONS, Migration
from store.register import Register

Tell = Callable[[str], None]


def forked(work: Callable[[Tell], None]) -> tuple[int, int]:
    """Do some work in a process of its own.

    Returns:
        Its number, and where the lines that it tells can be read.
    """
    ours, theirs = os.pipe()
    if process := os.fork():
        os.close(theirs)
        return process, ours
    try:
        os.close(ours)
        work(lambda line: _write_whole(theirs, f"{line}\n"))
    except BaseException:  # noqa: BLE001  # this is the whole process
        _write_whole(theirs, traceback.format_exc())
    os._exit(0)


def _write_whole(pipe: int, text: str) -> None:
    os.write(pipe, text.encode())


def told(pipe: int) -> Iterator[str]:
    """The lines that a process told, as they come, until it ends."""
    with os.fdopen(pipe, encoding="utf-8") as lines:
        yield from map(str.rstrip, lines)


def pass_on(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def together(works: list[Callable[[Tell], None]]) -> None:
    """Do works at once and print what they tell."""
    for process, pipe in [forked(work) for work in works]:
        pass_on(told(pipe))
        os.waitpid(process, 0)


def killed(work: Callable[[Tell], None], after: int, delay: float) -> None:
    """Kill a work some seconds after it has told some lines; print all that it told until then."""
    process, pipe = forked(work)
    lines = told(pipe)
    for _ in range(after):
        pass_on([next(lines)])
    select.select([], [], [], delay)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    pass_on(lines)
    os.waitpid(process, 0)


# -- what they do ----------------------------------------------------------------------------------


def recording(file: Path, count: int) -> Callable[[Tell], None]:
    """Record decisions, and tell the id and hash of each that the register acknowledged."""

    def work(tell: Tell) -> None:
        with Register.open(file) as register:
            for number in range(count):
                for entry in decide(register, "1.1", "2.4.ç", note=f"{os.getpid()} {number}"):
                    tell(f"{entry.id} {entry.hash}")

    return work


def opening(file: Path) -> Callable[[Tell], None]:
    """Open a register, which may have to be made first."""

    def work(tell: Tell) -> None:
        with Register.open(file) as register:
            tell(f"{len(register.measures(view()))} measures")

    return work


def migrating(file: Path) -> Callable[[Tell], None]:
    """Open a register with a version that knows one migration more."""

    def add(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE more (id TEXT NOT NULL PRIMARY KEY) STRICT")
        connection.exec_driver_sql("INSERT INTO more VALUES ('once')")

    def work(tell: Tell) -> None:
        with Register.open(file, [*MIGRATIONS, Migration("more", add)]) as register:
            tell(f"{len(register.history(view()))} entries")

    return work


def warm_up() -> None:
    """Import, by using it, everything that is imported only when it is needed."""
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder, "x.db")) as register:
        register.set_up(PROGRAMME, "AZ", "x")
        decide(register, "1.1")


def main(what: str, folder: Path, times: int) -> None:
    """Run one scene in a folder."""
    chance = random.Random(times)  # noqa: S311  # nothing is kept secret by it
    file = folder / "istirak.db"
    match what:
        case "record":
            together([recording(file, 5)] * times)
        case "open":
            together([opening(file)] * times)
        case "migrate":
            together([migrating(file)] * times)
        case "kill recording":
            for _ in range(times):
                killed(recording(file, 1000), chance.randrange(8), chance.uniform(0, 0.01))
        case "kill opening":
            for number in range(times):
                made = folder / str(number) / "istirak.db"
                killed(opening(made), 0, chance.uniform(0, 0.12))
        case "kill migrating":
            for number in range(times):
                older = folder / str(number) / "istirak.db"
                killed(migrating(older), 0, chance.uniform(0, 0.05))


if __name__ == "__main__":
    warm_up()
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
