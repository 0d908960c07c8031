"""Read-only, held by others, or where programs cannot share memory: said clearly, nothing lost."""

import fcntl
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from desk import decide, everything, files
from disks import read_only
from installed_command import Cli
from killing import OFFICIAL
from scenes import HERE, ids, through, unusable
from without_sharing import NOT_ARRANGED

from store.register import Register

DECIDE = ("decide", "1.1", "2.4.ç", "--position", "participates", "--date", "2008-03-04")
SETUP = ("setup", "--state", "AZ", "--officer", "Leyla")
AT_ONCE = {"ISTIRAK_BUSY_TIMEOUT": "0.1"}


# -- read-only -------------------------------------------------------------------------------------


def test_a_folder_that_is_read_only(cli: Cli) -> None:
    recorded = ids(cli(*DECIDE))
    before = everything(cli.folder / "istirak.db")
    with read_only(cli.folder):
        kept = files(cli.folder)
        assert ids(cli("history")) == recorded
        assert cli.ok("verify").out.startswith("Sound: ")
        for command in (DECIDE, ("retract", "1", "--reason", "x"), SETUP):
            unusable(cli(*command), "is read-only", "the right to write")
        assert files(cli.folder) == kept
    assert everything(cli.folder / "istirak.db") == before
    assert len(ids(cli(*DECIDE))) == 2


def test_a_read_only_folder_without_a_register(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    cli = Cli(tmp_path / "data")
    with read_only(cli.folder):
        for command in (("status",), SETUP):
            unusable(cli(*command), "read-only", "--data-dir")
            unusable(Cli(cli.folder / "deep")(*command), "read-only", "--data-dir")
    assert list(cli.folder.iterdir()) == []
    cli.ok(*SETUP)


def test_a_read_only_folder_with_what_a_killed_program_left(cli: Cli, tmp_path: Path) -> None:
    left = Cli(tmp_path / "left")
    with Register.open(cli.folder / "istirak.db") as register:
        recorded = [entry.id for entry in decide(register, "1.1", "V")]
        shutil.copytree(cli.folder, left.folder)  # as it lies while it is in use
    assert (left.folder / "istirak.db-wal").stat().st_size
    (left.folder / "istirak.db-shm").unlink()
    with read_only(left.folder):
        for command in (("status",), DECIDE):
            unusable(left(*command), "permissions")
    assert ids(left("history")) == recorded
    assert left.ok("verify").out.startswith("Sound: ")


def test_a_new_edition_beside_a_read_only_register(cli: Cli) -> None:
    ids(cli(*DECIDE))
    edition = cli.folder / "programmes" / "cis-thb-2007-2010" / "programme.toml"
    edition.parent.mkdir(parents=True)
    edition.write_text(OFFICIAL.replace("Kadr təminatı", "Kadrlar"), "utf-8")
    with read_only(cli.folder):
        unusable(cli("status"), "is read-only")
    assert "Kadrlar" in cli.ok("status").out
    assert len(ids(cli("history"))) == 2


# -- held by another program -----------------------------------------------------------------------


@contextmanager
def held(file: Path, *statements: str) -> Iterator[None]:
    """Another program uses the file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        for statement in statements:
            other.execute(statement)
        yield


HELD = ("held by another program", "try again when that program is done")


def test_written_to_by_another_program_for_too_long(cli: Cli) -> None:
    file = cli.folder / "istirak.db"
    recorded = ids(cli(*DECIDE))
    with held(file, "BEGIN IMMEDIATE", "UPDATE setting SET value = 'x' WHERE name = 'officer'"):
        for command in (DECIDE, ("retract", "1", "--reason", "x"), SETUP):
            unusable(cli(*command, **AT_ONCE), *HELD, "Nothing was changed")
        assert ids(cli("history", **AT_ONCE)) == recorded  # reading goes on
        assert cli.ok("verify", **AT_ONCE).out.startswith("Sound: ")
    assert len(ids(cli(*DECIDE, **AT_ONCE))) == 2
    assert cli.ok("setup", "--json").json["officer"] == "Ə. Məmmədova"


def test_kept_to_itself_by_another_program(cli: Cli) -> None:
    file = cli.folder / "istirak.db"
    recorded = ids(cli(*DECIDE))
    alone = ("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT")
    with held(file, *alone):
        for command in (("status",), DECIDE, ("verify",)):
            unusable(cli(*command, **AT_ONCE), *HELD)
    assert ids(cli("history", **AT_ONCE)) == recorded


def test_held_while_it_is_made(new: Cli) -> None:
    new.folder.mkdir()
    with held(new.folder / "istirak.db", "BEGIN EXCLUSIVE"):
        for command in (("status",), SETUP):
            unusable(new(*command, **AT_ONCE), *HELD)
    new.ok(*SETUP)


def test_locked_by_a_program_that_is_no_database(cli: Cli) -> None:
    """Such as one that copies the folder, or looks for viruses in it."""
    file = cli.folder / "istirak.db"
    recorded = ids(cli(*DECIDE))
    with file.open("r+b") as other:
        fcntl.lockf(other, fcntl.LOCK_EX)
        for command in (("status",), DECIDE):
            unusable(cli(*command, **AT_ONCE), *HELD)
    assert ids(cli("history", **AT_ONCE)) == recorded
    assert len(ids(cli(*DECIDE, **AT_ONCE))) == 2


@pytest.mark.parametrize("said", ["soon", "-1", "nan", "inf", "3601", "1e9", "\x1b[2J"])
def test_a_patience_that_is_none(cli: Cli, said: str) -> None:
    result = cli("status", ISTIRAK_BUSY_TIMEOUT=said)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("istirak: ISTIRAK_BUSY_TIMEOUT is '")
    assert "seconds" in result.err
    assert "\x1b" not in result.err


# -- where programs cannot share memory ------------------------------------------------------------

WITHOUT_SHARING: list[str | Path] = [sys.executable, HERE / "without_sharing.py"]


def test_a_disk_on_which_memory_cannot_be_shared(cli: Cli, new: Cli) -> None:
    recorded = ids(cli(*DECIDE))
    if through(WITHOUT_SHARING, cli, "status").code == NOT_ARRANGED:
        pytest.skip("this system does not let a program refuse itself shared memory")
    for command in (("status",), DECIDE, ("history",), ("verify",)):
        unusable(
            through(WITHOUT_SHARING, cli, *command),
            "network folder",
            "Move the folder",
            "--data-dir",
        )
    unusable(through(WITHOUT_SHARING, new, *SETUP), "network folder")
    assert ids(cli("history")) == recorded
    assert len(ids(cli(*DECIDE))) == 2
    assert cli.ok("verify").out.startswith("Sound: ")
    new.ok(*SETUP)


@pytest.mark.parametrize("name", ["istirak.db-shm", "istirak.db-wal", "istirak.db-journal"])
def test_something_else_stands_where_it_has_to_write(cli: Cli, name: str) -> None:
    recorded = ids(cli(*DECIDE))
    (cli.folder / name).mkdir()
    unusable(cli(*DECIDE), str(cli.folder / "istirak.db"))
    (cli.folder / name).rmdir()
    assert ids(cli("history")) == recorded
    assert len(ids(cli(*DECIDE))) == 2
