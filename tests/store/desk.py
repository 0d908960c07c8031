"""An officer's desk for the tests: one day, one state, one programme, and registers to work on."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from store.drafts import Draft
from store.register import Register
from store.values import Entry, Measure, View

PROGRAMME = "cis-thb-2007-2010"
ADOPTED = date(2006, 11, 28)
AT = datetime(2009, 3, 4, 12, tzinfo=UTC)
LATER = date(2012, 1, 1)

HOSTILE = (
    "[/x] [red] \\",
    "'; DROP TABLE entry; --",
    "=cmd|' /C calc'!A0",
    "\x1b[2J\x07",
    "nul \x00 in the middle",
    "\u202etxet desrever\u202c",
    "line\r\nline\u2028line",
    "\ufffe \U0010ffff",
    "Ə ə I ı İ i Ş ş Ç ç",
    "🏳️‍🌈 e\u0301",
)


def view(state: str | None = "AZ", on: date = LATER, known_on: date | None = None) -> View:
    return View(PROGRAMME, state, on, known_on)


def draft(position: str = "participates", on: str = "2008-03-04", **fields: str) -> Draft:
    return Draft(position, on, **fields)


def decide(register: Register, *keys: str, at: datetime = AT, **fields: str) -> tuple[Entry, ...]:
    return register.decide(PROGRAMME, "AZ", keys, draft(**fields), at)


def measure(register: Register, key: str, seen: View | None = None) -> Measure:
    (found,) = (each for each in register.measures(seen or view()) if each.key == key)
    return found


def copied(file: Path, folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Path(shutil.copy2(file, folder / "istirak.db"))


@contextmanager
def fresh(file: Path) -> Iterator[Register]:
    """A register of its own, for one example of a property."""
    with tempfile.TemporaryDirectory() as folder, Register.open(copied(file, Path(folder))) as made:
        yield made


def everything(path: Path) -> list[str]:
    """All that a register says, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def files(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, with its bytes."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
