"""The dashboard and the rest of the machine: other programs, and a store in trouble."""

import asyncio
import sqlite3
import sysconfig
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sitting import PATIENCE, WIDE, YES, Sitting, ledger, sitting

from tui.dashboard.screens.decision import DecisionScreen
from tui.dashboard.screens.dialog import Question, TroubleScreen
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.officer import OfficerScreen
from tui.dashboard.screens.retraction import RetractionScreen

ISTIRAK = Path(sysconfig.get_path("scripts")) / "istirak"


async def istirak(file: Path, *arguments: str) -> None:
    """Run the installed command on the register that is open in the dashboard."""
    running = await asyncio.create_subprocess_exec(
        ISTIRAK, "--data-dir", file.parent, *arguments, stdout=asyncio.subprocess.DEVNULL
    )
    assert await asyncio.wait_for(running.wait(), PATIENCE) == 0


async def listening(at: Sitting) -> None:
    await at.until(lambda: at.app.workers._workers == set() or at.app._stop_watching)
    await at.until(lambda: all(worker.is_finished for worker in at.app.workers))


async def test_what_another_program_writes_is_shown(file: Path) -> None:
    async with sitting(file) as at:
        await listening(at)
        await at.press("down", "h", "h")
        decide = ("decide", "1.2", "2.4", "--position", "participates", "--date", "2008-03-04")
        await istirak(file, *decide)
        await at.until(lambda: at.position("2.4") == ("participates", "decision"))
        await at.shows("every measure: 2", "● participates")  # in the ledger that is open
        await at.press("escape")
        assert at.heading.endswith("2 of 37 decided")
        assert at.key == "1.2"
        await at.press("enter")
        await at.shows("● participates: AZ participates")
        await istirak(file, "retract", "1", "--reason", "səhv")
        await at.shows("? undetermined")  # in the measure that is open
        await at.press("end")
        await at.shows("taken back by testhere-3")


async def test_it_does_not_disturb_what_is_being_typed(file: Path) -> None:
    async with sitting(file, WIDE) as at:
        await listening(at)
        await at.press("d", "down", "enter", "tab", *"Nazirl")
        await istirak(file, "decide", "1.1", "--position", "participates", "--date", "2008-03-04")
        await at.until(lambda: at.position("1.1") == ("participates", "decision"))
        assert isinstance(at.screen, DecisionScreen)
        await at.press(*"ər")
        assert at.value("authority") == "Nazirlər"


async def test_the_dashboard_alone_writes_and_reads_nothing(file: Path) -> None:
    async with sitting(file) as at:
        await listening(at)
        await at.press("down", "enter", "escape", "h", "escape", "/", "x", "escape")
        before = [(each.name, each.stat().st_mtime_ns) for each in sorted(file.parent.iterdir())]
        painted = at.app.screen._compositor
        reads: list[str] = []
        at.desk.register._door.connection.set_trace_callback(reads.append)
        for _ in range(20):
            await at.pilot.pause(0.01)
        at.desk.register._door.connection.set_trace_callback(None)
        after = [(each.name, each.stat().st_mtime_ns) for each in sorted(file.parent.iterdir())]
        assert reads == []
        assert before == after
        assert painted is at.app.screen._compositor


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Another program holds the register, and lets nobody else write."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def impatient(at: Sitting) -> None:
    at.desk.register._door.connection.execute("PRAGMA busy_timeout = 1")


async def test_a_register_held_by_another_program_loses_nothing(file: Path) -> None:
    async with sitting(file) as at:
        impatient(at)
        await at.press("space", "space", "d", "down", "enter")
        await at.fill("authority", "Nazirlər Kabineti")
        await at.fill("reservation", "c bəndi")
        with held(file):
            await at.press("f2")
            assert isinstance(at.screen, TroubleScreen)
            await at.shows("has been held by another program", "Nothing was changed; try again")
        await at.press("enter")
        assert isinstance(at.screen, DecisionScreen)
        assert at.value("authority") == "Nazirlər Kabineti"
        await at.press("f2")
        assert isinstance(at.screen, MainScreen)
    assert [(entry.key, entry.authority) for entry in ledger(file)] == [
        ("1.1", "Nazirlər Kabineti"),
        ("1.2", "Nazirlər Kabineti"),
    ]


async def test_so_does_a_retraction_and_a_name(new: Path) -> None:
    async with sitting(new) as at:
        impatient(at)
        await at.press("enter", *"Leyla")
        with held(new):
            await at.press("enter")
            assert isinstance(at.screen, TroubleScreen)
        await at.press("escape")
        assert isinstance(at.screen, OfficerScreen)
        assert at.value("name") == "Leyla"
        await at.press("f2", "d", "enter", "f2", "u", *"sehv")
        with held(new):
            await at.press("enter")
            assert isinstance(at.screen, TroubleScreen)
        await at.press("escape")
        assert isinstance(at.screen, RetractionScreen)
        assert at.value("reason") == "sehv"
        await at.press("enter")
        assert at.said == "Taken back: 1.1"


async def test_a_register_that_becomes_unreadable_is_told(file: Path) -> None:
    async with sitting(file) as at:
        with closing(sqlite3.connect(file)) as other:
            other.execute("ALTER TABLE setting RENAME TO gone")
        for keys in (("enter",), ("h",), ("d", "enter", "f2")):
            await at.press(*keys)
            if isinstance(at.screen, TroubleScreen):
                await at.shows("This did not work", "Enter or Esc goes back")
                await at.press("escape")
            while not isinstance(at.screen, MainScreen):
                await at.press("escape")
                if isinstance(at.screen, Question):
                    await at.press(*YES)
        assert len(at.keys) == 37  # what was read stays to be read


async def test_a_measure_that_cannot_be_read_is_told(file: Path) -> None:
    async with sitting(file) as at:
        with closing(sqlite3.connect(file)) as other:
            other.execute("ALTER TABLE provision RENAME TO gone")
        await at.press("enter")
        assert isinstance(at.screen, TroubleScreen)
        await at.shows("cannot be used", "Run `istirak verify`")


@pytest.mark.parametrize("size", [(80, 24), WIDE])
async def test_two_dashboards_on_one_register(file: Path, size: tuple[int, int]) -> None:
    async with sitting(file, size) as one, sitting(file, size) as other:
        await listening(one)
        await listening(other)
        await one.press("d", "enter", "f2")
        await other.until(lambda: other.position("1.1") == ("participates", "decision"))
        await other.press("down", "d", "enter", "f2")
        await one.until(lambda: one.position("1.2") == ("participates", "decision"))
        assert one.heading == other.heading
    assert [entry.seq for entry in ledger(file)] == [1, 2]
