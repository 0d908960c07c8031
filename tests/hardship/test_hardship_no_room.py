"""The disk is full: nothing is said to be recorded that is not, and work goes on with more room."""

import sys
from pathlib import Path

import pytest
from desk import decide, everything, view
from disks import fill, small_disk
from installed_command import Cli
from killing import OFFICIAL
from scenes import ids, through, unusable
from terminal import ENTER, F2, terminal

from store.errors import StoreUnusable
from store.migrations import MIGRATIONS, Migration
from store.register import Register

DECIDE = ("decide", "1.1", "2.4.ç", "--position", "participates", "--date", "2008-03-04")
LONG = ("--note", "ə" * 4000)
SETUP = ("setup", "--state", "AZ", "--officer", "Leyla")
FULL = ("cannot grow: the disk is full", "free some space")

# SQLite is told that a file may not be longer, as with a share of the disk that is used up.
LIMITED = """
import os, resource, sys
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
os.execv(sys.argv[2], sys.argv[2:])
"""


def recorded(cli: Cli) -> list[str]:
    return ids(cli("history"))


def test_a_disk_that_becomes_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1024) as disk:
        cli = Cli(disk / "data")
        cli.ok(*SETUP)
        filler = fill(disk, leave=150_000)
        acknowledged: list[str] = []
        while (result := cli(*DECIDE, *LONG)).code == 0:
            acknowledged += ids(result)
        unusable(result, *FULL)
        assert len(acknowledged) > 4
        assert recorded(cli) == acknowledged
        unusable(cli(*DECIDE, *LONG), *FULL)
        assert cli.ok("verify").out.startswith("Sound: ")
        filler.unlink()
        acknowledged += ids(cli(*DECIDE, *LONG))
        assert recorded(cli) == acknowledged
        assert cli.ok("verify").out.startswith("Sound: ")


def test_a_disk_that_is_full_to_the_last_byte(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1024) as disk:
        cli = Cli(disk / "data")
        cli.ok(*SETUP)
        before = ids(cli(*DECIDE))
        filler = fill(disk)
        for command in (("status",), ("history",), DECIDE, SETUP):
            unusable(cli(*command), "the disk is full", "free some space")
        filler.unlink()
        assert recorded(cli) == before
        assert len(ids(cli(*DECIDE))) == 2


@pytest.mark.parametrize("kilobytes", [0, 4, 60, 200])
def test_no_room_for_a_first_register(tmp_path: Path, kilobytes: int) -> None:
    with small_disk(tmp_path / "disk", 1024) as disk:
        cli = Cli(disk / "data")
        filler = fill(disk, leave=kilobytes << 10)
        unusable(cli(*SETUP), *FULL)
        filler.unlink()
        cli.ok(*SETUP)
        assert len(cli.ok("measures").rows) == 37
        assert cli.ok("verify").out.startswith("Sound: ")


def test_no_room_to_take_over_an_edition(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1024) as disk:
        cli = Cli(disk / "data")
        cli.ok(*SETUP)
        before = ids(cli(*DECIDE))
        edition = cli.folder / "programmes" / "cis-thb-2007-2010" / "programme.toml"
        edition.parent.mkdir(parents=True)
        edition.write_text(OFFICIAL.replace("Kadr təminatı", "Kadrlar"), "utf-8")
        filler = fill(disk, leave=60_000)
        for command in (("status",), DECIDE):
            unusable(cli(*command), *FULL)
        filler.unlink()
        assert "Kadrlar" in cli.ok("status").out
        assert recorded(cli) == before
        assert cli.ok("verify").out.startswith("Sound: ")


def test_no_room_to_migrate(tmp_path: Path) -> None:
    newer = [*MIGRATIONS, Migration("more", lambda _: None)]
    with small_disk(tmp_path / "disk", 6144) as disk:
        cli = Cli(disk / "data")
        cli.ok(*SETUP)
        file = cli.folder / "istirak.db"
        with Register.open(file) as register:
            history = decide(register, "1.1")
        before = everything(file)
        filler = fill(disk, leave=100_000)
        with pytest.raises(StoreUnusable, match="full"):
            Register.open(file, newer)
        assert everything(file) == before
        filler.unlink()
        with Register.open(file, newer) as register:
            assert register.history(view()) == history
            assert register.verify().problems == ()


@pytest.mark.parametrize("limit", [100, 32_768, 60_000])
def test_a_limit_on_the_size_of_files(cli: Cli, limit: int) -> None:
    before = ids(cli(*DECIDE))
    limited = [sys.executable, "-S", "-c", LIMITED, str(limit)]
    acknowledged: list[str] = []
    for _ in range(3):
        result = through(limited, cli, *DECIDE, *LONG)
        if result.code:
            unusable(result, "disk")
            assert "Nothing was changed" in result.err
        else:
            acknowledged += ids(result)
    assert recorded(cli) == [*before, *acknowledged]
    assert len(ids(cli(*DECIDE))) == 2
    assert cli.ok("verify").out.startswith("Sound: ")


def test_a_limit_while_the_first_register_is_made(new: Cli) -> None:
    for limit in (0, 4_096, 150_000):
        unusable(through([sys.executable, "-S", "-c", LIMITED, str(limit)], new, *SETUP), "disk")
    new.ok(*SETUP)
    assert len(ids(new(*DECIDE))) == 2
    assert new.ok("verify").out.startswith("Sound: ")


def test_nothing_that_was_typed_is_lost_in_the_dashboard(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1024) as disk:
        cli = Cli(disk / "data")
        cli.ok(*SETUP)
        with terminal(cli.folder) as it:
            it.wait_for("0 of 37 decided")
            filler = fill(disk)
            it.type(f"d{ENTER}{ENTER}Nazirlər Kabineti{F2}")
            it.wait_for("This did not work", "the disk is full")
            assert recorded_by_now(disk) == 0
            filler.unlink()
            it.type(ENTER)
            it.wait_until_gone("This did not work")
            it.wait_for("Nazirlər Kabineti")
            it.type(F2)
            it.wait_for("Recorded: AZ participates, 1.1", "1 of 37 decided")
            it.type("q")
            assert it.wait_for_end() == 0
        assert len(recorded(cli)) == 1


def recorded_by_now(disk: Path) -> int:
    with Register.open(disk / "data" / "istirak.db") as register:
        return len(register.history(view()))
