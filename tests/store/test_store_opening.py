"""Opening: what is made, who may read it, and what is never touched."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from desk import copied, everything, files, view

from store.connection import APPLICATION_ID
from store.errors import StoreUnusable
from store.register import Register


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refusal(path: Path) -> StoreUnusable:
    with pytest.raises(StoreUnusable) as caught:
        Register.open(path)
    assert caught.value.exit_code == 3
    assert "\n" not in str(caught.value)
    assert caught.value.remedy
    return caught.value


def ask(path: Path, pragma: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {pragma}").fetchone()[0]


@pytest.fixture
def open_umask() -> Callable[[], None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_only_its_owner_can_read_what_is_made(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "data" / "istirak.db"
    with Register.open(file):
        assert mode(file.parent) == 0o700
        made = {each.name: mode(each) for each in file.parent.iterdir()}
    assert made == {"istirak.db": 0o600, "istirak.db-wal": 0o600, "istirak.db-shm": 0o600}


def test_an_empty_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir(mode=0o755)
    Register.open(folder / "istirak.db").close()
    assert mode(folder) == 0o700


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir(mode=0o755)
    (folder / "letter.txt").write_text("Hörmətli …", "utf-8")
    for _ in range(3):  # neither when the register is made nor later
        Register.open(folder / "istirak.db").close()
        assert mode(folder) == 0o755
        assert mode(folder / "istirak.db") == 0o600


def test_how_the_file_is_used(register: Register) -> None:
    def asked(pragma: str) -> object:
        return register._door.connection.execute(f"PRAGMA {pragma}").fetchone()[0]

    assert asked("journal_mode") == "wal"
    assert asked("synchronous") == 2
    assert asked("foreign_keys") == 1
    assert asked("trusted_schema") == 0
    assert asked("busy_timeout") >= 5000
    assert asked("application_id") == APPLICATION_ID == int.from_bytes(b"ISTR")


def test_opening_once_more_writes_nothing(file: Path) -> None:
    Register.open(file).close()
    before = files(file.parent), file.stat().st_mtime_ns
    with Register.open(file) as register:
        assert len(register.measures(view())) == 37
    assert (files(file.parent), file.stat().st_mtime_ns) == before


def test_an_empty_file_becomes_a_register(tmp_path: Path) -> None:
    file = tmp_path / "istirak.db"
    file.touch(mode=0o644)
    with Register.open(file) as register:
        assert len(register.measures(view())) == 37
    assert mode(file) == 0o600


def test_a_newer_register_is_refused_and_not_touched(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = files(file.parent)
    error = refusal(file)
    assert "newer version" in error.what
    assert "99" in error.what
    assert files(file.parent) == before


@pytest.mark.parametrize("journal", ["delete", "wal"])
@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE entry (id)", "PRAGMA user_version = 1", f"PRAGMA application_id = {0x47504B47}"],
)
def test_a_database_of_another_program_is_refused_and_not_touched(
    tmp_path: Path, statement: str, journal: str
) -> None:
    file = tmp_path / "istirak.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute(statement)
    before = files(tmp_path), mode(tmp_path), mode(file)
    assert "another program" in refusal(file).what
    assert (files(tmp_path), mode(tmp_path), mode(file)) == before


@pytest.mark.parametrize("content", [b"xy", b"Dear Sir,\n" * 999, b"SQLite format 3\0" * 99])
def test_a_file_that_is_no_database_is_refused_and_not_touched(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "istirak.db"
    file.write_bytes(content)
    assert str(file) in refusal(file).what
    assert files(tmp_path) == {"istirak.db": content}


def test_what_cannot_hold_a_register_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder" / "istirak.db").mkdir(parents=True)
    refusal(tmp_path / "file" / "istirak.db")
    refusal(tmp_path / "folder" / "istirak.db")


def test_a_closed_register_says_so(file: Path) -> None:
    register = Register.open(file)
    register.close()
    register.close()
    with pytest.raises(StoreUnusable, match="closed"):
        register.officer()


def test_a_truncated_register_is_refused(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    with pytest.raises(StoreUnusable, match="damaged"), Register.open(file) as register:
        register.measures(view())


def test_half_a_header_is_refused(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:50])
    refusal(file)


# -- without the right to write ----------------------------------------------------------------

TRIES = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from store.drafts import Draft
from store.errors import StoreUnusable
from store.register import Register
from store.values import View

at = datetime(2009, 3, 4, tzinfo=UTC)
try:
    with Register.open(Path(sys.argv[1])) as register:
        programme = register.programme().id
        print(len(register.measures(View(programme, "AZ", at.date()))))
        register.decide(programme, "AZ", ["1.1"], Draft("participates", "2008-01-01"), at)
        print("recorded")
except StoreUnusable as error:
    print(error)
"""


def tried(path: Path) -> list[str]:
    """What somebody meets for whom permission bits count, line by line."""
    command = [sys.executable, "-c", TRIES, str(path)]
    if os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


permissions_count = pytest.mark.skipif(
    os.geteuid() == 0 and shutil.which("setpriv") is None,
    reason="permission bits do not count for root, and setpriv is not here to make them",
)


@permissions_count
def test_a_read_only_file_is_read_but_not_written(ready: Path, tmp_path: Path) -> None:
    file = copied(ready, tmp_path / "data")
    before = everything(file)
    file.chmod(0o400)
    read, refused = tried(file)
    assert read == "37"
    assert "read-only" in refused
    assert "Nothing was changed" in refused
    file.chmod(0o600)
    assert everything(file) == before
    assert tried(file) == ["37", "recorded"]


@permissions_count
def test_a_read_only_folder_is_named(ready: Path, tmp_path: Path) -> None:
    file = copied(ready, tmp_path / "data")
    file.parent.chmod(0o500)
    *_, refused = tried(file)
    assert str(file) in refused
    assert "permissions" in refused or "right to write" in refused
    file.parent.chmod(0o700)
    assert tried(file) == ["37", "recorded"]


@permissions_count
def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    (line,) = tried(closed / "istirak.db")
    assert str(closed / "istirak.db") in line
    assert "permission denied" in line
