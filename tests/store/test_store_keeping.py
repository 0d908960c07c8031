"""Backups that are made without asking: when, how many, and what if one cannot be made."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections import namedtuple
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from desk import AT, PROGRAMME, decide, draft, everything, view

from store import keeping
from store.errors import StoreUnusable, Usage
from store.keeping import DAILY, kept_backups
from store.register import Register
from store.verification import verify

CROWD = Path(__file__).with_name("crowd.py")
DAY = timedelta(days=1)


def names(register: Register) -> list[str]:
    folder = register.path.parent / "backups"
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


@pytest.fixture
def used(register: Register) -> Register:
    """A register in which something was recorded the day before."""
    decide(register, "1.1", at=AT - DAY)
    return register


def test_on_the_first_day_there_is_nothing_to_copy(register: Register) -> None:
    decide(register, "1.1")
    register.retract(["1"], "x", AT)
    register.set_up(PROGRAMME, "AZ", "B. Əliyev", AT)
    assert names(register) == []
    assert register.backup_trouble is None


def test_before_the_first_change_of_a_day(used: Register) -> None:
    before = everything(used.path)
    decide(used, "1.2")
    decide(used, "1.3", at=AT + timedelta(hours=3))
    assert names(used) == ["istirak-2009-03-04.db"]
    (backup,) = kept_backups(used.path)
    assert (backup.path.name, backup.day) == ("istirak-2009-03-04.db", AT.date())
    assert everything(backup.path) == before
    with Register.open(backup.path) as copy:
        assert [entry.measure for entry in copy.history(view())] == ["1.1"]
    assert used.backup_trouble is None


def test_whatever_changes_the_register_is_a_change(used: Register) -> None:
    used.retract(["1"], "x", AT)
    used.set_up(PROGRAMME, "AZ", "B. Əliyev", AT + DAY)
    used.set_up(PROGRAMME, "AZ", "C. Əliyev")  # on no day that is known
    assert names(used) == ["istirak-2009-03-04.db", "istirak-2009-03-05.db"]


def test_what_changes_nothing_makes_none(used: Register) -> None:
    used.decide(PROGRAMME, "AZ", ["1.2"], draft(), AT, dry_run=True)
    used.retract(["1"], "x", AT, dry_run=True)
    used.measures(view())
    used.history(view())
    used.verify()
    Register.open(used.path).close()
    assert names(used) == []


def test_the_day_is_that_of_the_officer(used: Register) -> None:
    baku, lima = timezone(timedelta(hours=4)), timezone(timedelta(hours=-5))
    decide(used, "1.2", at=datetime(2009, 3, 6, 22, tzinfo=UTC).astimezone(baku))
    decide(used, "1.3", at=datetime(2009, 3, 6, 2, tzinfo=UTC).astimezone(lima))
    assert names(used) == ["istirak-2009-03-05.db", "istirak-2009-03-07.db"]


def test_the_last_ones_are_kept_and_all_others_that_are_no_daily_ones(used: Register) -> None:
    folder = used.path.parent / "backups"
    folder.mkdir()
    others = [
        "istirak-schema-0.db",
        "istirak-before-restore-2001-01-01-000000.db",
        "istirak-2001-01-01-of-the-minister.db",
        "istirak-20010101.db",
        "other-2001-01-01.db",
        "istirak-2001-01-01.txt",
    ]
    for name in others:
        (folder / name).touch()
    for day in range(DAILY + 3):
        decide(used, "1.2", at=AT + day * DAY)
    daily = [f"istirak-{(AT + day * DAY).date()}.db" for day in range(3, DAILY + 3)]
    assert names(used) == sorted(others + daily)


def test_a_clock_that_is_wrong_costs_no_new_backup(used: Register) -> None:
    for day in range(DAILY + 3):
        decide(used, "1.2", at=AT + day * DAY + timedelta(days=999))
    decide(used, "1.3")  # set right again
    assert "istirak-2009-03-04.db" in names(used)
    assert len(names(used)) == DAILY


def test_a_large_register_is_copied_every_week(
    used: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "LARGE", 1)
    for day in range(16):
        decide(used, "1.2", at=AT + day * DAY)
    assert names(used) == [f"istirak-2009-03-{day}.db" for day in ("04", "11", "18")]


def test_of_a_larger_one_only_the_build_is_checked(
    used: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "QUICKLY_CHECKED", 1)
    decide(used, "1.2")
    assert names(used) == ["istirak-2009-03-04.db"]


def test_ten_processes_make_one_backup(used: Register) -> None:
    before = everything(used.path)
    done = subprocess.run(
        [sys.executable, CROWD, "record", used.path.parent, "10"],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    assert done.stderr == b""
    assert names(used) == ["istirak-2009-03-04.db"]
    (backup,) = kept_backups(used.path)
    assert everything(backup.path) == before  # none has recorded before it was made


# -- when it cannot be made ------------------------------------------------------------------------


def recorded_without_backup(register: Register, *words: str) -> None:
    """A decision is recorded, and why there is no backup is said; then all is well again."""
    before = len(register.history(view()))
    decide(register, "1.2")
    assert len(register.history(view())) == before + 1
    assert register.backup_trouble is not None
    for word in words:
        assert word in register.backup_trouble.what
    assert not any("2009" in name for name in names(register))


def test_a_folder_that_cannot_be_made(used: Register) -> None:
    in_the_way = used.path.parent / "backups"
    in_the_way.write_text("")
    with pytest.raises(NotADirectoryError):
        names(used)
    decide(used, "1.2")
    assert isinstance(used.backup_trouble, StoreUnusable)
    assert str(in_the_way) in used.backup_trouble.what
    in_the_way.unlink()
    decide(used, "1.3")
    assert used.backup_trouble is None
    assert names(used) == ["istirak-2009-03-04.db"]
    assert used.verify().problems == ()


def test_a_disk_that_is_nearly_full(used: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    room = namedtuple("room", "total used free")  # noqa: PYI024  # as shutil's own
    with monkeypatch.context() as nearly_full:
        nearly_full.setattr(shutil, "disk_usage", lambda _: room(9**9, 9**9, 30_000_000))
        recorded_without_backup(used, "too little room")
    decide(used, "1.3")
    assert used.backup_trouble is None


def test_a_damaged_register_does_not_drive_out_its_backups(used: Register) -> None:
    with closing(sqlite3.connect(used.path)) as connection:
        connection.execute("UPDATE provision SET text = 'x' WHERE measure = '2.6'")
        connection.commit()
    recorded_without_backup(used, "damaged", "catalogue")


def test_a_decision_that_is_refused_is_no_change(used: Register) -> None:
    with pytest.raises(Usage):
        decide(used, "9.9")
    assert names(used) == []


def test_what_is_backed_up_is_sound(used: Register) -> None:
    decide(used, "1.2")
    (backup,) = kept_backups(used.path)
    with closing(sqlite3.connect(backup.path)) as connection:
        assert verify(connection).sound
