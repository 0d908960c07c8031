"""Errors: one line on stderr with the remedy, an exit code, and nothing on stdout."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from installed_command import COMMAND, Cli, Result

DECIDE = ("decide", "--position", "participates", "--date", "2008-03-04")


def said(result: Result, code: int, *parts: str) -> None:
    assert result.code == code, result.err
    assert result.out == ""
    assert result.err.startswith("istirak: ")
    assert result.err.endswith("\n")
    assert result.err.count("\n") == 1
    assert "Traceback" not in result.err
    for part in parts:
        assert part in result.err


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["--nope"], ["--nope", "`istirak --help`"]),
        (["stauts"], ["'stauts'", "'status'", "`istirak --help`"]),
        (["status", "--json", "--csv"], ["--csv", "`istirak status --help`"]),
        (["status", "--on"], ["--on", "`istirak status --help`"]),
        (["status", "--on", "2008-13-01"], ["2008-13-01", "YYYY-MM-DD"]),
        (["status", "--on", "20080301"], ["20080301", "YYYY-MM-DD"]),
        (["status", "--on", "4.3.2008"], ["4.3.2008", "YYYY-MM-DD"]),
        (["--state", "XX", "status"], ["'XX'", "AZ, AM, BY"]),
        (["--state", "XX"], ["'XX'", "AZ, AM, BY"]),
        (["--data-dir", "", "status"], ["--data-dir", "which folder"]),
        (["--programme", "nope", "status"], ["'nope'", "cis-thb-2007-2010"]),
        (["measures", "--section", "IX"], ["'IX'", "I, II, III, IV, V, VI"]),
        (["measures", "--executor", "x"], ["'x'", "dins"]),
        (["measures", "--deadline", "soon"], ["'soon'", "recurring"]),
        (["measures", "--position", "maybe"], ["'maybe'", "undetermined"]),
        (["measures", "--json", "--csv"], ["--json", "--csv"]),
        (["show"], ["KEY", "`istirak show --help`"]),
        (["show", "6.3"], ["6.3-1 or 6.3-2"]),
        (["show", "9.9"], ["'9.9'", "`istirak measures`"]),
        (["history", "2.4.x"], ["'2.4.x'", "`istirak measures`"]),
        (["decide", "2.4"], ["--position", "participates-in-part", "under-consideration"]),
        (["decide", "2.4", "--position", "undetermined"], ["does-not-participate"]),
        (["decide", "2.4", "--position", "participates", "--date", "x"], ["YYYY-MM-DD"]),
        ([*DECIDE], ["KEY", "`istirak decide --help`"]),
        ([*DECIDE, "2.4", "6.3"], ["6.3-1 or 6.3-2"]),
        ([*DECIDE, "2.4", "--state", "xx"], ["'XX'", "AZ, AM"]),
        (["retract", "1"], ["--reason", "`istirak retract --help`"]),
        (["retract", "99", "--reason", "x"], ["-99'", "`istirak history`"]),
        (["retract", "\udcff", "--reason", "x"], ["`istirak history`"]),
    ],
)
def test_wrong_usage(known: Cli, arguments: list[str], parts: list[str]) -> None:
    said(known(*arguments), 2, *parts)


def test_a_position_is_asked_of_a_state(cli: Cli) -> None:
    said(cli("measures", "--position", "undetermined"), 2, "`istirak setup`", "--state")
    said(cli("setup"), 2, "--state and --officer")
    said(cli("setup", "--state", "AZ"), 2, "missing --officer")
    said(cli(*DECIDE, "2.4"), 1, "`istirak setup`")
    said(cli("retract", "1", "--reason", "x"), 1, "`istirak setup`")
    said(cli("setup", "--state", "AZ", "--officer", " "), 1, "--officer: ")


def test_every_rule_that_is_broken_is_said_at_once(known: Cli) -> None:
    wrong = ("--position", "participates-in-part", "--date", "2006-01-01", "--state", "KZ")
    said(
        known("decide", "2.4", *wrong),
        1,
        *("--date: ", "2006-11-28", "--reservation: ", "--source: "),
        "Nothing was recorded",
    )
    said(known(*DECIDE, "2.4", "--note", "\udcff"), 1, "--note: character 1")
    said(known("decide", "2.4", "--position", "participates", "--on", "9999-01-01"), 1, "--date: ")


def test_a_retraction_is_refused_by_the_rules(known: Cli) -> None:
    entry = known.ok(*DECIDE, "1.8").rows[0][0]
    said(known("retract", entry, "--reason", " "), 1, "--reason: ")
    retraction = known.ok("retract", entry, "--reason", "x").rows[0][0]
    said(known("retract", entry, "--reason", "x"), 1, f"by {retraction}")
    said(known("retract", retraction, "--reason", "x"), 1, "cannot be taken back")


def test_a_store_that_cannot_be_used(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    said(cli("status", "--data-dir", str(file)), 3, str(file), "--data-dir")
    (tmp_path / "istirak.db").write_text("no database " * 100)
    said(cli("status", "--data-dir", str(tmp_path)), 3, "no SQLite file", "--data-dir")
    cli.ok("status")
    with sqlite3.connect(cli.folder / "istirak.db") as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    said(cli("status"), 3, "newer version")


def test_a_broken_programme_file(cli: Cli) -> None:
    programme = cli.folder / "programmes" / "x" / "programme.toml"
    programme.parent.mkdir(parents=True)
    programme.write_text("id = 1\n")
    said(cli("status"), 3, str(programme), "Correct the file")


def test_damage_is_listed_and_said(known: Cli, tmp_path: Path) -> None:
    known.ok(*DECIDE, "1.7")
    assert known.ok("verify").out.startswith("Sound: ")
    found = known.ok("verify", "--json").json
    assert list(found) == ["sound", "entries", "origins", "problems"]
    assert (found["sound"], found["origins"], found["problems"]) == (True, 1, [])

    damaged = Cli(tmp_path / "damaged")
    shutil.copytree(known.folder, damaged.folder)
    with sqlite3.connect(damaged.folder / "istirak.db") as connection:
        connection.execute("DROP TRIGGER entry_is_never_changed")
        connection.execute("UPDATE entry SET decided_on = '2009-01-01' WHERE seq = 1")
    connection.close()
    result = damaged("verify")
    assert result.code == 1
    assert [row[0] for row in result.rows] == ["-", f"{damaged_id(damaged)}"]
    assert result.err.startswith("istirak: ")
    assert result.err.count("\n") == 1
    assert "2 problems" in result.err
    as_json = damaged("verify", "--json")
    assert (as_json.code, as_json.json["sound"]) == (1, False)
    assert [list(problem) for problem in as_json.json["problems"]] == [["what", "entry"]] * 2


def damaged_id(cli: Cli) -> str:
    with sqlite3.connect(cli.folder / "istirak.db") as connection:
        (entry,) = connection.execute("SELECT id FROM entry WHERE seq = 1").fetchone()
    connection.close()
    return str(entry)


CRASH = """
import sys
from store.register import Register
def broken(*_, **__):
    secret = "s3cret"
    raise ValueError("s3cret")
Register.measures = broken
from tui.cli.main import main
main()
"""


def test_a_crash_is_written_down_without_what_was_typed(known: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "named"
    result = known.python(CRASH, "measures", "s3cret", f"--data-dir={folder}", "--section=II")
    said(result, 3, "ValueError", str(folder))
    (file,) = folder.glob("crash-*.txt")
    assert str(file) in result.err
    text = file.read_text()
    assert "s3cret" not in text
    assert "in broken" in text
    assert "Options: --data-dir --section" in text
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_crash_with_nowhere_to_write_is_still_one_line(known: Cli) -> None:
    code = CRASH.replace(
        "main()\n",
        "import tui.cli.crash as crash\ncrash.write_crash = lambda error: None\nmain()\n",
    )
    said(known.python(code, "measures"), 3, "ValueError", "could not be written down")


def test_an_interrupt_is_silent(known: Cli) -> None:
    code = CRASH.replace('raise ValueError("s3cret")', "raise KeyboardInterrupt")
    result = known.python(code, "measures")
    assert (result.code, result.out, result.err) == (130, "", "")


def test_stdout_that_cannot_be_written(known: Cli) -> None:
    code = """
import os, sys
os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
from tui.cli.main import main
main()
"""
    said(known.python(code, "status"), 3, "no space left")


def test_a_reader_that_goes_away_is_no_error(known: Cli) -> None:
    code = """
import os, sys
reading, writing = os.pipe()
os.close(reading)
os.dup2(writing, 1)
from tui.cli.main import main
main()
"""
    for command in ("status", "measures", "history"):
        result = known.python(code, command, *(["--json"] if command == "history" else []))
        assert (result.code, result.err) == (141, "")


def test_streams_may_be_closed(known: Cli) -> None:
    code = "import os, sys\n{}\nos.execv(sys.argv[1], sys.argv[1:])"
    for close, expected in (("os.close(0)", 0), ("os.close(1)", 0), ("os.close(2)", 2)):
        wanted = "status" if expected == 0 else "nope"
        result = known.python(code.format(close), str(COMMAND), wanted)
        assert result.code == expected
        assert "Traceback" not in result.err
