"""Copies: whole, private, checked, and never in place of something else."""

import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from desk import decide, everything, files, view

from store.errors import Refused, RegisterError, StoreUnusable, Usage
from store.register import Register

CROWD = Path(__file__).with_name("crowd.py")
TOLD = {"PYTHONUTF8": "1"}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy.db"


def refusal(register: Register, copy: Path, expected: type[RegisterError]) -> RegisterError:
    """What is said; nothing was written."""
    before = written(copy.parent)
    with pytest.raises(expected) as caught:
        register.back_up(copy)
    assert written(copy.parent) == before
    return caught.value


def written(folder: Path) -> dict[str, bytes]:
    """The files under a folder, but for what readers tell each other by."""
    found = files(folder) if folder.is_dir() else {}
    return {name: content for name, content in found.items() if not name.endswith("-shm")}


@contextmanager
def room(size: int) -> Iterator[None]:
    """No file can grow beyond this size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_copy_is_a_register_in_one_private_file(register: Register, copy: Path) -> None:
    decide(register, "1.1", "2.4.ç")
    made = register.back_up(copy)
    assert (made.path, made.entries, made.origins) == (copy, 2, 1)
    assert made.size == copy.stat().st_size
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [each.name for each in copy.parent.iterdir() if each.is_file()] == ["copy.db"]
    assert everything(copy) == everything(register.path)
    with Register.open(copy) as other:
        assert other.history(view()) == register.history(view())
        assert other.verify().problems == ()


def test_a_copy_can_be_read_where_nothing_can_be_written(register: Register, copy: Path) -> None:
    register.back_up(copy)
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [each.name for each in copy.parent.iterdir() if each.is_file()] == ["copy.db"]


def test_copies_while_others_record(file: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, CROWD, "record", file.parent, "4"],
        stdout=subprocess.DEVNULL,
        env=os.environ | TOLD,
    ) as others:
        made = 0
        with Register.open(file) as register:
            while others.poll() is None or not made:
                register.back_up(tmp_path / f"{made}.db")  # which checks it
                made += 1
    assert others.returncode == 0
    with Register.open(file) as register:
        history = register.history(view())
    assert len(history) == 4 * 5 * 2
    for number in range(made):
        with Register.open(tmp_path / f"{number}.db") as copied:
            found = copied.history(view())
        assert found == history[: len(found)]
        assert len(found) % 2 == 0  # each decision was on two measures


def test_nothing_is_overwritten(register: Register, copy: Path) -> None:
    copy.write_text("minutes of the meeting")
    error = refusal(register, copy, Refused)
    assert str(copy) in error.what
    assert "does not exist yet" in error.remedy
    assert "register itself" in refusal(register, register.path, Refused).what
    link = copy.with_name("link.db")
    link.hardlink_to(register.path)
    assert "register itself" in refusal(register, link, Refused).what


def test_a_place_that_is_no_file(register: Register, tmp_path: Path) -> None:
    assert "Name a file in it" in refusal(register, tmp_path, Usage).remedy
    assert "no folder" in refusal(register, tmp_path / "not" / "there.db", Usage).what
    (tmp_path / "file").touch()
    refusal(register, tmp_path / "file" / "copy.db", RegisterError)


def test_a_damaged_register_is_not_copied(file: Path, register: Register, copy: Path) -> None:
    decide(register, "1.1")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TRIGGER entry_is_never_changed")
    error = refusal(register, copy, Refused)
    assert "damaged" in error.what
    assert "entry_is_never_changed" in error.what


def test_what_an_ended_attempt_left_is_in_nobodys_way(register: Register, copy: Path) -> None:
    decide(register, "1.1")
    shutil.copy(register.path, copy)
    with Register.open(copy) as other:
        decide(other, "1.2", "1.3")
        for ending in ("-wal", "-shm"):  # what would be read as part of any file of this name
            shutil.copy(f"{copy}{ending}", f"{copy}{ending}.kept")
    copy.unlink()
    for ending in ("-wal", "-shm"):
        Path(f"{copy}{ending}.kept").rename(f"{copy}{ending}")
    Path(f"{copy}.partial").write_bytes(b"half a copy" * 999)
    Path(f"{copy}.partial-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 99)
    register.back_up(copy)
    assert [each.name for each in copy.parent.iterdir() if each.is_file()] == ["copy.db"]
    assert everything(copy) == everything(register.path)


def test_without_room_there_is_no_copy(register: Register, copy: Path) -> None:
    decide(register, "1.1")
    with room(50_000):
        error = refusal(register, copy, StoreUnusable)
    assert str(copy) in error.what
    register.back_up(copy)
