"""A glimpse of a register: what is set in it, without a trace, whatever the file is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from desk import HOSTILE, copied, files

from store.glimpse import language_set
from store.register import Register


@pytest.fixture
def russian(ready: Path, tmp_path: Path) -> Path:
    """The file of a register in which Russian is set."""
    file = copied(ready, tmp_path / "data")
    with Register.open(file) as register:
        register.speak("ru")
    return file


def glimpsed(file: Path) -> str | None:
    """What is seen; nothing was written."""
    before = files(file.parent)
    found = language_set(file)
    assert files(file.parent) == before
    return found


def change(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(statement)


def test_what_is_set_is_seen(russian: Path) -> None:
    assert glimpsed(russian) == "ru"


def test_nothing_is_set(file: Path) -> None:
    assert glimpsed(file) is None


def test_what_another_window_has_just_set_is_seen(russian: Path) -> None:
    with Register.open(russian) as other:
        other.speak("az")
        assert language_set(russian) == "az"
        other.speak("en")
        assert language_set(russian) == "en"


def test_one_that_is_held_is_not_waited_for(russian: Path) -> None:
    with closing(sqlite3.connect(russian, isolation_level=None)) as holder:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        assert language_set(russian) in (None, "ru")


def test_there_is_no_file(tmp_path: Path) -> None:
    assert language_set(tmp_path / "nowhere" / "istirak.db") is None
    assert list(tmp_path.iterdir()) == []
    assert language_set(tmp_path) is None


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 999",
        "DROP TABLE provision",
    ],
)
def test_newer_or_lacking_something_else_it_is_still_seen(russian: Path, statement: str) -> None:
    change(russian, statement)
    assert glimpsed(russian) == "ru"


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA application_id = 7",
        "DROP TABLE setting",
        "ALTER TABLE setting RENAME COLUMN value TO other",
        "UPDATE setting SET value = CAST(x'ff' AS TEXT) WHERE name = 'language'",
    ],
)
def test_what_cannot_be_told_is_nothing(russian: Path, statement: str) -> None:
    change(russian, statement)
    assert glimpsed(russian) is None


def test_a_view_is_not_run(russian: Path) -> None:
    change(russian, "DROP TABLE setting")
    change(
        russian,
        "CREATE VIEW setting(name, value) AS "
        "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x, x FROM r",
    )
    assert glimpsed(russian) is None


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", *(x.encode() for x in HOSTILE)])
def test_it_is_no_register(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "istirak.db").write_bytes(content)
    assert glimpsed(tmp_path / "istirak.db") is None


def test_any_page_may_be_damaged(russian: Path) -> None:
    whole = russian.read_bytes()
    for at in range(0, len(whole), 4096):
        russian.write_bytes(whole[:at] + b"\xff" * 512 + whole[at + 512 :])
        assert glimpsed(russian) in (None, "ru")
    russian.write_bytes(whole[: len(whole) // 2])
    assert glimpsed(russian) in (None, "ru")


def test_a_link_out_of_its_folder_is_not_followed(russian: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "istirak.db"
    link.parent.mkdir()
    link.symlink_to(russian)
    assert language_set(link) is None
