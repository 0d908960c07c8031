"""The layers, and what reading costs."""

import json
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import seed
import store

HOME = Path(__file__).parents[1]
HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "textual", "rich", "typer", "tomllib", "watchdog"}


def run(code: str, *arguments: str | Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | environment,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def modules() -> list[str]:
    return [
        name
        for package in (seed, store)
        for _, name, _ in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]


def test_arrows_point_down() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [command, "--no-cache"], capture_output=True, text=True, check=False, cwd=HOME
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_the_orm_is_imported_in_one_place() -> None:
    # Two threads that import it at once would each get half of it: see store/orm.py.
    direct = re.compile(
        r"^(from|import) (sqlmodel|sqlalchemy|pydantic|pydantic_core)\b", re.MULTILINE
    )
    found = {
        path.name for path in (HOME / "store").rglob("*.py") if direct.search(path.read_text())
    }
    assert found == {"orm.py"}, (
        "in store/, take these names from store.orm; add there what it lacks"
    )


READING = """
import sys
from datetime import date
from pathlib import Path

from store.filters import parse_line
from store.register import Register
from store.values import View

with Register.open(Path(sys.argv[1])) as register:
    programme = register.programme()
    seen = View(programme.id, "AZ", date(2009, 1, 1))
    line = "section:II executor:dins due:2008 position:undetermined insan"
    assert register.docket(seen, parse_line(line, programme)).measures
    assert register.sheet(seen, "2.4.ç").measure
    register.history(seen)
    register.editions.why(seen, "1.4.c")
    register.no_longer(seen)
    assert register.act(seen, "annex")
    assert len(register.treaties.statuses(seen, every_state=True)) == 121
    assert register.treaties.addressees(seen, "1.1")
    register.officer()
    register.state(programme.id, "kz")
    register.find(programme.id, ["V"])
    register.data_version()
print(*{module.partition(".")[0] for module in sys.modules})
"""


def test_reading_imports_nothing_heavy(tmp_path: Path) -> None:
    file = tmp_path / "istirak.db"
    run(READING, file)  # made, migrated and seeded here
    assert set(run(READING, file).split()) & HEAVY == set()


IMPORTING = """
import json
import sys

NOT_OURS = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "sqlite3.connect")
MADE = ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.chmod", "os.link", "os.symlink",
        "os.truncate", "os.utime", "shutil.")
done = []


def heard(event, arguments):
    if event.startswith(NOT_OURS + MADE):
        done.append(f"{event} {arguments}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        done.append(f"{event} {arguments}")


sys.addaudithook(heard)
for module in sys.argv[1:]:
    __import__(module)
print(json.dumps(done))
"""


def test_importing_does_nothing(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "share")}
    assert {"seed.reading", "store.register", "store.migrations"} < set(modules())
    assert json.loads(run(IMPORTING, *modules(), **environment)) == []
    assert list(tmp_path.iterdir()) == []
