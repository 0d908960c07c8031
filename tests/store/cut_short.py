"""Work that is ended in its middle, at one moment after another. Run as a program.

A moment is either just before the program does something to a file system, or when a file has
grown to some size: the system kills whoever lets one grow beyond a limit.
"""

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

from crowd import warm_up
from desk import AT, decide, view

from store.register import Register
from store.restoring import restoration

Work = Callable[[], None]

EVENTS = ("open", "os.", "sqlite3.connect", "shutil.")
STEP = 28 * 1024  # bytes


def moments(work: Work) -> Iterator[str]:
    """Do some work again and again, in processes that are ended one moment later each time."""
    for number in count(1):
        if not _ended(work, lambda number=number: _end_before_event(number)):
            break
        yield f"event {number}"
    assert number > 10
    for size in count(0, STEP):
        if not _ended(work, lambda size=size: _end_at_size(size)):
            break
        yield f"{size} bytes"
    assert size > 100_000


def _ended(work: Work, end: Callable[[], None]) -> bool:
    process = os.fork()
    if not process:
        try:
            end()
            work()
        except BaseException as error:  # noqa: BLE001  # this is the whole process
            sys.excepthook(type(error), error, error.__traceback__)
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    assert status == 0 or os.WIFSIGNALED(status), "it failed"
    return status != 0


def _end_before_event(number: int) -> None:
    left = number

    def heard(event: str, _: tuple[object, ...]) -> None:
        nonlocal left
        if event.startswith(EVENTS):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(heard)


def _end_at_size(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


# -- scenes ----------------------------------------------------------------------------------------


def backing_up(file: Path) -> None:
    """A backup is there whole or not at all."""
    copy = file.with_name("copy.db")

    def work() -> None:
        with Register.open(file) as register:
            register.back_up(copy)

    for moment in moments(work):
        if copy.exists():
            assert measures(copy) == ["1.1", "1.2"], moment
            copy.unlink()
        assert measures(file) == ["1.1", "1.2"], moment
    assert measures(copy) == ["1.1", "1.2"]


def recording(file: Path) -> None:
    """The first decision of a day, before which a backup is made."""
    before = file.read_bytes()

    def work() -> None:
        with Register.open(file) as register:
            decide(register, "1.3", at=AT + timedelta(days=1))
            assert not register.backup_trouble

    for moment in moments(work):
        assert measures(file) in (["1.1", "1.2"], ["1.1", "1.2", "1.3"]), moment
        backup = file.parent / "backups" / "istirak-2009-03-05.db"
        if backup.exists():
            assert measures(backup) == ["1.1", "1.2"], moment
            shutil.rmtree(backup.parent)
        file.write_bytes(before)


def getting_ready(file: Path) -> None:
    """The first dialog of a day, for which a backup is made and the log begun."""
    before = file.read_bytes()

    def work() -> None:
        with Register.open(file) as register:
            register.make_ready(AT + timedelta(days=1))

    for moment in moments(work):
        assert measures(file) == ["1.1", "1.2"], moment
        backup = file.parent / "backups" / "istirak-2009-03-05.db"
        if backup.exists():
            assert measures(backup) == ["1.1", "1.2"], moment
            shutil.rmtree(backup.parent)
        file.write_bytes(before)


def restoring(file: Path) -> None:
    """A restoration: the one register is there, or the other."""
    _restoring(file, ["1.1", "1.2"])


def replacing(file: Path) -> None:
    """A restoration in place of a file that is no register any more."""
    file.write_bytes(b"x" * 100 + file.read_bytes()[100:])
    _restoring(file, None)


def _restoring(file: Path, old: list[str] | None) -> None:
    copy = file.with_name("copy.db")
    before = file.read_bytes()

    def work() -> None:
        with restoration(file, copy, AT) as prepared:
            prepared.carry_out()

    backups = file.parent / "backups"
    for moment in moments(work):
        unreadable = old is None and file.read_bytes() == before
        found = old if unreadable else measures(file)
        assert found in (old, ["V"]), moment
        if found != old:  # what was there is kept
            (kept,) = backups.glob("*.db")
            assert kept.read_bytes() == before if old is None else measures(kept) == old, moment
            file.write_bytes(before)
        shutil.rmtree(backups, ignore_errors=True)
    assert measures(file) == ["V"]
    leftovers = {each.name for each in file.parent.iterdir()} - {"copy.db-wal", "copy.db-shm"}
    assert leftovers == {"istirak.db", "copy.db", "backups"}, leftovers


def measures(file: Path) -> list[str]:
    """What was decided on in a register that is sound."""
    with Register.open(file) as register:
        assert register.verify().problems == ()
        found = [entry.measure for entry in register.history(view())]
    for beside in ("-wal", "-shm", "-journal"):
        assert not file.with_name(f"{file.name}{beside}").exists()
    return found


if __name__ == "__main__":
    warm_up()
    scenes = (backing_up, recording, getting_ready, restoring, replacing)
    {scene.__name__: scene for scene in scenes}[sys.argv[1]](Path(sys.argv[2]))
