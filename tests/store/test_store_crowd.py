"""Several processes on one register, and processes that are killed."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest
from desk import copied, decide, everything, view

from store.errors import StoreUnusable
from store.migrations import MIGRATIONS, Migration
from store.register import Register

CROWD = Path(__file__).with_name("crowd.py")


def crowd(what: str, folder: Path, times: int) -> list[str]:
    """The lines that the processes told."""
    done = subprocess.run(
        [sys.executable, CROWD, what, folder, str(times)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


def is_whole(register: Register, acknowledged: Iterable[str]) -> None:
    kept = {f"{entry.id} {entry.hash}" for entry in register.history(view())}
    assert set(acknowledged) <= kept
    assert register.verify().problems == ()


def test_ten_processes_write_at_once(file: Path) -> None:
    told = crowd("record", file.parent, 10)
    with Register.open(file) as register:
        is_whole(register, told)
        history = register.history(view())
    assert len(set(told)) == len(history) == 10 * 5 * 2
    assert [entry.seq for entry in history] == list(range(1, 101))
    assert len({entry.note for entry in history}) == 50


def test_ten_processes_make_a_register_at_once(tmp_path: Path) -> None:
    for number in range(3):
        folder = tmp_path / str(number) / "data"
        assert crowd("open", folder, 10) == ["37 measures"] * 10
        with Register.open(folder / "istirak.db") as register:
            assert register.verify().problems == ()


def test_ten_processes_migrate_a_register_at_once(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "1.1")
    before = everything(file)
    assert crowd("migrate", file.parent, 10) == ["1 entries"] * 10
    (copy,) = (file.parent / "backups").iterdir()
    assert everything(copy) == before


def test_a_register_that_another_program_holds(file: Path, register: Register) -> None:
    register._door.connection.execute("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(register.measures(view())) == 37  # reading goes on
        for _ in range(2):
            with pytest.raises(StoreUnusable, match="held by another program") as caught:
                decide(register, "1.1")
            assert "database is locked" not in str(caught.value)
        other.execute("ROLLBACK")
    assert [entry.seq for entry in decide(register, "1.1")] == [1]
    assert len(register.history(view())) == 1


def test_a_disk_that_is_full(register: Register) -> None:
    decide(register, "1.1")
    connection = register._door.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    before = register.history(view())
    with pytest.raises(StoreUnusable, match="full"):
        decide(register, *(measure.key for measure in register.measures(view())), note="x" * 4000)
    assert register.history(view()) == before
    connection.execute(f"PRAGMA max_page_count = {pages * 10}")
    assert len(decide(register, "1.2", note="x" * 4000)) == 1
    is_whole(register, [])


def test_what_another_process_recorded_is_seen(file: Path, register: Register) -> None:
    before = register.data_version()
    decide(register, "1.1")
    assert register.data_version() == before
    with Register.open(file) as other:
        decide(other, "1.2")
    assert register.data_version() != before
    assert [entry.measure for entry in register.history(view())] == ["1.1", "1.2"]


def test_verifying_while_another_process_records(file: Path, register: Register) -> None:
    """What is written between two steps of the check is no damage."""

    def meanwhile(statement: str) -> None:
        if "FROM entry ORDER BY" in statement:
            decide(other, "1.2")

    with Register.open(file) as other:
        decide(other, "1.1")
        register._door.connection.set_trace_callback(meanwhile)
        assert register.verify().problems == ()
        register._door.connection.set_trace_callback(None)
        assert register.verify().entries > 1


# -- killed ----------------------------------------------------------------------------------------


def test_killed_while_recording(file: Path) -> None:
    told = crowd("kill recording", file.parent, 20)
    assert len(told) > 20
    with Register.open(file) as register:
        is_whole(register, told)
        assert decide(register, "1.1")


def test_killed_while_it_is_made(tmp_path: Path) -> None:
    crowd("kill opening", tmp_path, 12)
    for number in range(12):
        with Register.open(tmp_path / str(number) / "istirak.db") as register:
            assert len(register.measures(view())) == 37
            is_whole(register, [])


def test_killed_while_it_is_migrated(ready: Path, tmp_path: Path) -> None:
    older = copied(ready, tmp_path / "older")
    with Register.open(older) as register:
        decide(register, "1.1", "2.4.ç")
    for number in range(8):
        copied(older, tmp_path / str(number))
    crowd("kill migrating", tmp_path, 8)

    again = [*MIGRATIONS, Migration("more", lambda _: None)]
    for number in range(8):
        with Register.open(tmp_path / str(number) / "istirak.db", again) as register:
            assert len(register.history(view())) == 2
            is_whole(register, [])
