"""Backup, restore, salvage: what is printed, what is asked, and with which code they exit."""

import json
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from installed_command import Cli, Result

DECIDE = ("decide", "--position", "participates", "--date", "2008-03-04")


@pytest.fixture(scope="module")
def prepared(known: Cli) -> Cli:
    """Where there are two entries, and a backup with one. To be copied, never used."""
    known.ok(*DECIDE, "1.1")
    known.ok("backup", str(known.folder / "copy.db"))
    known.ok(*DECIDE, "1.2")
    return known


@pytest.fixture
def used(prepared: Cli, tmp_path: Path) -> Cli:
    return Cli(Path(shutil.copytree(prepared.folder, tmp_path / "data")))


@pytest.fixture
def copy(used: Cli) -> str:
    return str(used.folder / "copy.db")


def refused(result: Result, code: int, *parts: str) -> None:
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("istirak: ")
    assert result.err.count("\n") == 1
    for part in parts:
        assert part in result.err


def ids(cli: Cli) -> list[str]:
    return [entry["id"] for entry in cli.ok("history", "--json").json]


def test_a_backup(used: Cli, copy: str, tmp_path: Path) -> None:
    file = tmp_path / "ə.db"
    (row,) = used.ok("backup", str(file)).rows
    assert row[:2] == [str(file), "2 entries"]
    made = used.ok("backup", str(tmp_path / "2.db"), "--json").json
    size = file.stat().st_size
    assert made == {"file": str(tmp_path / "2.db"), "entries": 2, "origins": 1, "size": size}
    refused(used("backup", copy), 1, copy, "does not exist yet")
    refused(used("backup", str(tmp_path)), 2, "is a folder")
    refused(used("backup", " "), 2, "say which file", "`istirak backup --help`")


def test_a_restoration_hides_nothing_unasked(used: Cli, copy: str) -> None:
    before = ids(used)
    refused(used("restore", copy), 1, before[1], "--yes", "before-restore")
    dry = used.ok("restore", copy, "--dry-run")
    assert dry.err == "A dry run: nothing was changed.\n"
    assert dry.rows[0] == ["Would restore", "1 entry", f"from {copy}"]
    assert ["Not in it", before[1]] in dry.rows
    assert ids(used) == before

    done = used.ok("restore", copy, "--yes", "--json").json
    assert done == {
        "restored": True,
        "file": copy,
        "entries": 1,
        "hidden": [before[1]],
        "kept": done["kept"],
    }
    assert ids(used) == before[:1]
    rows = used.ok("restore", done["kept"]).rows  # hides nothing, so nothing is asked
    assert rows[0] == ["Restored", "2 entries", f"from {done['kept']}"]
    assert [row[0] for row in rows] == ["Restored", "Kept"]
    assert ids(used) == before


def test_a_restoration_asks_on_a_terminal(used: Cli, copy: str) -> None:
    before = ids(used)
    no = used.on_terminal("restore", copy, typed="n\n")
    assert no.code == 1
    assert "1 entry of the register is not in it" in no.out
    assert used.on_terminal("restore", copy, typed="\x04").code == 130
    assert ids(used) == before
    assert used.on_terminal("restore", copy, typed="y\n").code == 0
    assert ids(used) == before[:1]


def test_it_is_answered_in_the_language_in_use(used: Cli, copy: str) -> None:
    before = ids(used)
    asked = used.on_terminal("--lang", "az", "restore", copy, typed="y\nyox\nx\n")  # *yox* is no
    assert asked.code == 1
    assert asked.out.count("Bəli və ya xeyr yazın.") == 2
    assert ids(used) == before
    assert used.on_terminal("--lang", "az", "restore", copy, typed="BƏLİ\n").code == 0
    assert ids(used) == before[:1]


def test_what_is_not_restored(used: Cli, copy: str) -> None:
    before = ids(used)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DROP TRIGGER entry_is_never_changed")
    refused(used("restore", copy, "--yes"), 1, "damaged", "Nothing was changed")
    refused(used("restore", "nothing.db"), 2, "no file", "`istirak doctor`")
    assert ids(used) == before


def test_a_register_that_is_in_use_is_not_replaced(used: Cli, copy: str) -> None:
    with closing(sqlite3.connect(used.folder / "istirak.db")) as connection:
        connection.execute("SELECT * FROM entry").fetchall()
        result = used("restore", copy, "--yes", ISTIRAK_BUSY_TIMEOUT="0.1")
        refused(result, 3, "open in another program")


def test_what_is_saved_of_a_damaged_register(used: Cli, tmp_path: Path) -> None:
    file = used.folder / "istirak.db"
    before = ids(used)
    whole = tmp_path / "whole"
    saved = used.ok("salvage", str(whole))
    assert saved.out == ""
    assert saved.err.startswith(f"Saved 2 entries in {whole}; all there is.")
    assert stat.S_IMODE((whole / "salvage-report.json").stat().st_mode) == 0o600

    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TRIGGER entry_is_never_changed")
        connection.execute("UPDATE entry SET recorded_by = '[/x] \x1b[2J' WHERE seq = 2")
        connection.commit()
    moved = file.rename(tmp_path / "damaged.db")
    new = tmp_path / "new"
    saved = used("salvage", str(new), "--from", str(moved))
    assert saved.code == 1
    assert saved.rows == [
        [before[1], "was changed after it was written"],
        [before[0], "an entry is missing after it"],
    ]
    assert "\x1b" not in saved.out + saved.err
    assert "salvage-report.json" in saved.err
    report = json.loads((new / "salvage-report.json").read_text("utf-8"))
    assert (report["from"], report["file"]) == (str(moved), str(new / "istirak.db"))
    assert report["entries"] == 1
    (lost,) = report["lost"]
    assert (lost["entry"], lost["columns"]["recorded_by"]) == (before[1], "[/x] \x1b[2J")
    assert [problem["entry"] for problem in report["problems"]] == [before[0]]
    as_json = used("salvage", str(tmp_path / "again"), "--from", str(moved), "--json")
    assert (as_json.code, as_json.json["lost"]) == (1, report["lost"])

    refused(used("salvage", str(new), "--from", str(moved)), 2, "not an empty folder")
    refused(used("salvage", str(tmp_path / "x")), 2, "no file", "--from")


OLD = """
import sys
from datetime import datetime, timedelta
import tui.clock
tui.clock.now = lambda: datetime.now().astimezone() - timedelta(days=1)
from tui.cli.main import main
main()
"""


def test_a_backup_that_fails_is_told_and_the_decision_is_kept(cli: Cli) -> None:
    cli.ok("setup", "--state", "AZ", "--officer", "x")
    assert cli.python(OLD, *DECIDE, "1.1").code == 0
    backups = cli.folder / "backups"
    backups.write_text("in the way")
    done = cli.ok(*DECIDE, "1.2")
    assert len(done.rows) == 1
    assert done.err.startswith("istirak: recorded, but today's backup failed: ")
    assert str(backups) in done.err
    assert "`istirak doctor`" in done.err
    assert done.err.count("\n") == 1
    backups.unlink()
    assert cli.ok(*DECIDE, "1.3").err == ""
    (backup,) = backups.iterdir()
    cli.ok("restore", str(backup), "--yes")
    assert len(ids(cli)) == 2
