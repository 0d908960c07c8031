"""Getting ready to record: what is done ahead, and that it changes nothing that counts."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from desk import AT, decide, everything, view

from store.keeping import kept_backups
from store.register import Register

DAY = timedelta(days=1)


@pytest.fixture
def used(register: Register) -> Register:
    """A register in which something was recorded the day before."""
    decide(register, "1.1", at=AT - DAY)
    return register


def test_the_backup_of_the_day_is_made_ahead(used: Register) -> None:
    before = everything(used.path)
    used.make_ready(AT)
    (backup,) = kept_backups(used.path)
    assert backup.path.name == "istirak-2009-03-04.db"
    assert everything(backup.path) == before
    decide(used, "1.2", at=AT + timedelta(hours=8))
    assert kept_backups(used.path) == (backup,)
    assert used.backup_trouble is None


def test_on_the_first_day_there_is_nothing_to_copy(register: Register) -> None:
    register.make_ready(AT)
    assert kept_backups(register.path) == ()


def test_nothing_is_recorded_by_it(used: Register) -> None:
    before = everything(used.path)
    used.make_ready(AT)
    used.make_ready(AT)
    assert everything(used.path) == before
    assert used.verify().sound
    entries = decide(used, "1.2") + used.retract(["2"], "x", AT)
    assert [entry.seq for entry in entries] == [2, 3]
    assert used.verify().sound


def test_a_register_that_somebody_else_has_made_ready_records_the_same(
    used: Register, tmp_path: Path
) -> None:
    with Register.open(tmp_path / "other" / "istirak.db") as other:
        other.set_up(used.programme().id, "AZ", "B. Əliyev")
        other.make_ready(AT)
        (entry,) = decide(other, "1.2")
    assert len(used.history(view())) == 1
    (unready,) = decide(used, "1.2")
    assert (entry.key, entry.position, entry.recorded_at) == (
        unready.key,
        unready.position,
        unready.recorded_at,
    )


def test_what_is_recorded_meanwhile_waits_for_it(used: Register) -> None:
    for number in range(5):
        at = AT + number * DAY
        ready = Thread(target=used.make_ready, args=[at])
        ready.start()
        decide(used, "1.2", at=at)
        ready.join()
    assert len(used.history(view())) == 6
    assert len(kept_backups(used.path)) == 5
    assert used.verify().sound


def test_what_goes_wrong_is_told_when_something_is_recorded(used: Register) -> None:
    in_the_way = used.path.parent / "backups"
    in_the_way.write_text("")
    used.make_ready(AT)
    assert used.backup_trouble is None
    decide(used, "1.2")
    assert used.backup_trouble is not None
    assert "backups" in used.backup_trouble.what


def test_a_register_that_another_program_holds_is_left_in_peace(
    used: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ISTIRAK_BUSY_TIMEOUT", "0.1")
    with closing(sqlite3.connect(used.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        used.make_ready(AT)
    assert kept_backups(used.path) == ()
    decide(used, "1.2")
    assert len(kept_backups(used.path)) == 1


def test_a_register_that_is_gone_is_not_made_anew(used: Register) -> None:
    used.path.unlink()
    used.make_ready(AT)
    assert not used.path.exists()


TOGETHER = """
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

from store.drafts import Draft
from store.register import Register

with Register.open(Path(sys.argv[1])) as register:
    at = datetime(2009, 3, 4, tzinfo=UTC)
    ready = Thread(target=register.make_ready, args=[at])
    ready.start()
    time.sleep(float(sys.argv[2]))
    register.check(register.programme().id, "AZ", Draft("participates", "2008-01-01"), at.date())
    ready.join()
"""


@pytest.mark.parametrize("wait", [0, 0.03, 0.06, 0.09, 0.12, 0.15, 0.2, 0.3])
def test_two_threads_never_import_half_of_it_each(used: Register, wait: float) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TOGETHER, used.path, str(wait)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
