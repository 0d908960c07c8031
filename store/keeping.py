"""The backups made without asking: when, under which names, and how long they are kept."""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from seed.messages import say
from store.backup import backups_folder, copy_while_locked, damaged, sound
from store.connection import polite
from store.errors import StoreUnusable

DAILY = 14
"""How many of the daily backups are kept, the newest ones."""

LARGE = 64 << 20
"""Bytes (about 100,000 entries) from which a copy takes long enough to be felt: a week has one."""

RULE = say(
    "one before the first change of a day (from {size} MB on, of a week), "
    "of which the last {number} are kept; "
    "one before each migration and each restore, which are all kept",
    size=LARGE >> 20,
    number=DAILY,
)
"""When backups are made, and how long they are kept, for people."""

QUICKLY_CHECKED = 8 << 20
"""Bytes up to which a backup is checked in full; of more than that, only how the file is built."""

SPARE = 32 << 20
"""Bytes that a backup leaves free on the disk, beside what the register needs to grow."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made without asking.

    Attributes:
        path: Its file.
        day: The day of a daily one, else None.
        size: In bytes.
        made: When it was written, UTC.
    """

    path: Path
    day: date | None
    size: int
    made: datetime


def back_up_daily(connection: sqlite3.Connection, path: Path, at: datetime) -> None:
    """Copy the register as it stands before the first change of a day, and drop old daily copies.

    What there is to do is asked of the names in the folder. As long as nothing was recorded before
    this day, there is nothing to copy.

    Args:
        connection: The register's; it has begun to write and has written nothing yet.
        path: Its file.
        at: The moment of the change, with its time zone.

    Raises:
        RegisterError: There is no backup of the day; why, and what to do.
    """
    day = at.date()
    with polite(backups_folder(path)):
        size = path.stat().st_size
        days = [day - timedelta(days=back) for back in range(7 if size > LARGE else 1)]
        if any(daily_file(path, each).exists() for each in days) or not _old(connection, at):
            return
        if shutil.disk_usage(path.parent).free < room_for_backup(size):
            raise StoreUnusable(
                say("{path} has too little room for a backup", path=path.parent),
                say("Free some space on the disk"),
            )
        copy_while_locked(path, daily_file(path, day), _check)
        _drop_old(path, day)


def room_for_backup(size: int) -> int:
    """How many bytes have to be free for a backup of a register of this size to be made."""
    return 2 * size + SPARE


def daily_file(path: Path, day: date) -> Path:
    """The backup of a day."""
    return backups_folder(path) / f"{path.stem}-{day}{path.suffix}"


def kept_backups(path: Path) -> tuple[Backup, ...]:
    """The backups that were made without asking and are still there, the oldest first.

    Raises:
        OSError: The folder cannot be read.
    """
    folder = backups_folder(path)
    if not folder.is_dir():
        return ()
    return tuple(sorted(_backups(folder, path), key=lambda backup: (backup.made, backup.path)))


def _backups(folder: Path, path: Path) -> Iterator[Backup]:
    for file in folder.iterdir():
        if file.name.startswith(f"{path.stem}-") and file.suffix == path.suffix and file.is_file():
            about = file.stat()
            made = datetime.fromtimestamp(about.st_mtime, UTC)
            yield Backup(file, _day(file, path), about.st_size, made)


def _day(file: Path, path: Path) -> date | None:
    try:
        day = date.fromisoformat(file.stem.removeprefix(f"{path.stem}-"))
    except ValueError:
        return None
    return day if file == daily_file(path, day) else None


def _drop_old(path: Path, day: date) -> None:
    days = sorted(backup.day for backup in kept_backups(path) if backup.day and backup.day != day)
    for each in days[: -(DAILY - 1)]:
        daily_file(path, each).unlink(missing_ok=True)


def _old(connection: sqlite3.Connection, at: datetime) -> bool:
    """Whether anything was recorded before the day of this moment."""
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    before = (midnight.isoformat()[:19],)
    # The first entry is the answer on every day but the very first ones.
    found = connection.execute("SELECT 1 FROM entry WHERE recorded_at < ? LIMIT 1", before)
    return found.fetchone() is not None


def _check(copy: sqlite3.Connection) -> None:
    ((pages,), (size,)) = (
        copy.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
    )
    if pages * size <= QUICKLY_CHECKED:
        sound(copy)
        return
    (message,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if message != "ok":
        raise damaged(message)
