"""Diagnosis: right about a register in any state, and without a trace on it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from desk import AT, PROGRAMME, decide, files

from store.diagnosis import Diagnosis, diagnose
from store.register import Register
from store.schema import SCHEMA_VERSION

posix = pytest.mark.skipif(os.name != "posix", reason="there are no such permissions here")


def looked_over(file: Path) -> Diagnosis:
    """What is found; nothing was written."""
    before = trace(file.parent)
    found = diagnose(file, AT)
    assert trace(file.parent) == before
    assert all("\n" not in sentence for sentence in found.attention)
    return found


def trace(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with its content and the moment it was last written."""
    found = files(folder) if folder.exists() else {}
    return {name: ((folder / name).stat().st_mtime_ns, content) for name, content in found.items()}


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    connection.execute(statement).fetchall()
print("holding", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(file: Path, *statements: str) -> Iterator[None]:
    """Another program uses a register."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, file, *statements],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "holding\n"
        yield
        other.communicate("")


def test_where_nothing_is_there_yet(tmp_path: Path) -> None:
    found = looked_over(tmp_path / "not" / "there" / "istirak.db")
    assert (found.size, found.contents, found.backups, found.attention) == (None, None, (), ())
    assert found.free
    assert found.installed
    assert PROGRAMME in found.installed
    assert not (tmp_path / "not").exists()


def test_a_register_that_is_well(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "1.1", "1.2", at=AT - timedelta(days=1))
        decide(register, "1.3")
    found = looked_over(file)
    assert found.attention == ()
    assert found.size == file.stat().st_size
    assert (found.log_size, found.writing) == (0, False)
    assert found.modes == {file.parent: 0o700, file: 0o600, file.parent / "backups": 0o700}
    assert [backup.path.name for backup in found.backups] == ["istirak-2009-03-04.db"]
    assert found.contents
    assert found.contents.schema == SCHEMA_VERSION
    assert found.contents.editions == found.installed
    assert found.contents.verification
    assert (found.contents.verification.entries, found.contents.verification.sound) == (3, True)


def test_what_is_only_in_the_log_counts_too(file: Path, tmp_path: Path) -> None:
    left = tmp_path / "left"
    with Register.open(file) as register:
        decide(register, "1.1")
        found = diagnose(file, AT)
        assert found.contents
        assert found.contents.verification
        assert found.contents.verification.entries == 1
        assert found.log_size
        shutil.copytree(file.parent, left)
    for missing in ((), ("istirak.db-shm",)):
        for name in missing:
            (left / name).unlink()
        found = looked_over(left / "istirak.db")
        assert found.contents
        assert found.contents.verification
        assert found.contents.verification.entries == 1


def test_another_program_that_writes(file: Path) -> None:
    with held(file, "SELECT * FROM entry"):
        assert looked_over(file).writing is False
    with held(file, "BEGIN IMMEDIATE", "DELETE FROM setting"):
        found = looked_over(file)
        assert found.writing is True
        assert found.contents  # and can be read meanwhile
        assert found.attention == ()
    assert looked_over(file).writing is False


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_another_program_that_lets_nobody_in(
    file: Path, journal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ISTIRAK_BUSY_TIMEOUT", "0.02")
    with held(
        file,
        f"PRAGMA journal_mode = {journal}",
        "PRAGMA locking_mode = EXCLUSIVE",
        "BEGIN EXCLUSIVE",
        "DELETE FROM setting",
    ):
        found = looked_over(file)
    assert found.writing is True
    assert found.contents is None
    (sentence,) = found.attention
    assert "held by another program" in sentence


def test_a_register_that_is_damaged(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TRIGGER entry_is_never_changed")
    (sentence,) = looked_over(file).attention
    assert "damaged" in sentence
    assert "`istirak restore`" in sentence


def no_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE chain")


def foreign(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA application_id = 7")


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:9999])


def text(file: Path) -> None:
    file.write_bytes(b"Dear Sir,\n" * 999)


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (no_table, "no table chain"),
        (foreign, "another program"),
        (newer, "newer version"),
        (cut_short, "damaged"),
        (text, "no SQLite file"),
        (folder, ""),
    ],
)
def test_a_file_that_cannot_be_used(file: Path, damage: Callable[[Path], None], said: str) -> None:
    damage(file)
    found = looked_over(file)
    assert found.attention
    assert str(file) in found.attention[0]
    assert said in found.attention[0]


def test_an_empty_file_is_no_trouble(file: Path) -> None:
    file.write_bytes(b"")
    assert looked_over(file).attention == ()


def test_a_byte_of_every_page(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "1.1", "1.2")
    content = file.read_bytes()
    noticed = 0
    for page in range(0, len(content), 4096):
        flipped = bytearray(content)
        flipped[page] ^= 0xFF
        file.write_bytes(flipped)
        noticed += bool(looked_over(file).attention)
    # On a few, that byte means nothing.
    assert noticed > 0.8 * len(content) / 4096


@posix
def test_what_is_open_to_others(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "1.1", at=AT - timedelta(days=1))
        decide(register, "1.2")
    backups = file.parent / "backups"
    for place, mode in ((file, 0o640), (backups, 0o701), (file.parent, 0o720)):
        before = place.stat().st_mode
        place.chmod(mode)
        (sentence,) = looked_over(file).attention
        assert f"{place} is open to others (0{mode:o})" in sentence
        place.chmod(before)
    file.parent.chmod(0o755)  # with other things in it
    assert looked_over(file).attention == ()


def test_without_a_backup(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "1.1", at=AT)
        assert diagnose(file, AT).attention == ()  # of the first day there is none
    (sentence,) = diagnose(file, AT + timedelta(days=1)).attention
    assert "no backup" in sentence


def test_a_register_that_is_gone_and_a_backup_that_is_not(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "1.1", at=AT - timedelta(days=1))
        decide(register, "1.2")
    file.unlink()
    (sentence,) = looked_over(file).attention
    assert f"`istirak restore {file.parent / 'backups' / 'istirak-2009-03-04.db'}`" in sentence


def test_a_disk_that_is_nearly_full(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = namedtuple("room", "total used free")  # noqa: PYI024  # as shutil's own
    monkeypatch.setattr(shutil, "disk_usage", lambda _: room(9**9, 9**9, 1_000_000))
    (sentence,) = looked_over(file).attention
    assert "too little room" in sentence


def test_a_programme_file_that_is_broken(file: Path) -> None:
    programme = file.parent / "programmes" / "x" / "programme.toml"
    programme.parent.mkdir(parents=True)
    programme.mkdir()
    found = looked_over(file)
    assert any(str(programme) in sentence for sentence in found.attention)
    assert found.contents
