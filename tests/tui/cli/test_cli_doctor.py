"""The doctor: the same facts for people and for programs, and a code that tells if all is well."""

import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from installed_command import Cli
from rich.cells import cell_len


def test_a_register_that_is_well(known: Cli) -> None:
    file = known.folder / "istirak.db"
    found = known.ok("doctor", "--json", COLORTERM="truecolor", NO_COLOR="1").json
    assert list(found) == [
        *("well", "attention", "register", "permissions", "programmes", "integrity", "backups"),
        *("versions", "terminal", "locale"),
    ]
    assert (found["well"], found["attention"]) == (True, [])
    assert found["register"]["file"] == str(file)
    assert found["register"]["size"] == file.stat().st_size
    assert found["register"]["schema"] == found["register"]["known_schema"]
    assert found["register"]["writing"] is False
    assert found["permissions"][str(file)] == "0600"
    (programme,) = found["programmes"]
    assert programme["recorded"] == programme["installed"]
    assert found["integrity"] == {"sound": True, "entries": 0, "origins": 0, "problems": []}
    assert found["backups"]["folder"] == str(known.folder / "backups")
    assert "the last 14" in found["backups"]["rule"]
    assert {"istirak", "python", "sqlite", "textual", "sqlmodel"} < set(found["versions"])
    assert all(found["versions"].values())
    assert found["terminal"]["TERM"] == "xterm-256color"
    assert found["terminal"]["COLORTERM"] == "truecolor"
    assert found["terminal"]["NO_COLOR"] == "1"
    assert found["terminal"]["encoding"].lower() == "utf-8"
    assert found["locale"]["LC_ALL"] == "C.UTF-8"


def test_it_loads_none_of_what_it_tells_the_version_of(known: Cli) -> None:
    code = "import atexit, sys\natexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
    loaded = known.python(f"{code}from tui.cli.main import main\nmain()", "doctor").err.split()
    assert "store.diagnosis" in loaded
    assert not {"textual", "sqlmodel", "sqlalchemy", "pydantic", "rich", "watchdog"} & {*loaded}


def test_what_people_read(known: Cli) -> None:
    rows = known.ok("doctor").rows
    assert rows[0] == ["Attention", "nothing needs any"]
    assert ["Register", str(known.folder / "istirak.db")] in rows
    lines = known.on_terminal("doctor").out.splitlines()
    assert max(cell_len(re.sub(r"\x1b\[\d*m", "", line)) for line in lines) <= 80


def test_where_nothing_is_there_yet(cli: Cli) -> None:
    assert ["", "is not there yet"] in cli.ok("doctor").rows
    found = cli.ok("doctor", "--json").json
    assert (found["well"], found["register"]["size"], found["integrity"]) == (True, None, None)
    assert not cli.folder.exists()


@pytest.mark.parametrize("damage", ["damaged", "newer", "foreign", "text", "folder", "open"])
def test_what_needs_attention(known: Cli, cli: Cli, damage: str) -> None:
    shutil.copytree(known.folder, cli.folder)
    file = cli.folder / "istirak.db"
    statement = {
        "damaged": "DROP TRIGGER entry_is_never_changed",
        "newer": "PRAGMA user_version = 99",
        "foreign": "PRAGMA application_id = 7",
    }.get(damage, "PRAGMA quick_check")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
    if damage == "text":
        file.write_text("Dear Sir")
    elif damage == "folder":
        file.unlink()
        file.mkdir(mode=0o700)
    elif damage == "open":
        file.chmod(0o644)
    result = cli("doctor", "--json")
    assert (result.code, result.json["well"]) == (1, False)
    (sentence,) = result.json["attention"]
    assert str(file) in sentence
    assert result.err == "istirak: 1 thing needs attention.\n"
    if damage == "damaged":
        assert cli("doctor").rows[0] == ["Attention", sentence]


def test_the_backups_there_are(known: Cli, cli: Cli) -> None:
    shutil.copytree(known.folder, cli.folder)
    backup = cli.folder / "backups" / "istirak-2026-01-02.db"
    backup.parent.mkdir(mode=0o700)
    shutil.copy(cli.folder / "istirak.db", backup)
    (kept,) = cli.ok("doctor", "--json").json["backups"]["kept"]
    assert (kept["file"], kept["size"]) == (str(backup), backup.stat().st_size)
    assert any(backup.name in cell for row in cli.ok("doctor").rows for cell in row)
