"""The schema: what it is, how it grows, and that nothing is lost when it does."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from desk import AT, decide, everything, files, view
from first_schema import first_schema
from sqlalchemy import Connection
from sqlmodel import SQLModel

from store.connection import APPLICATION_ID
from store.migrations import MIGRATIONS, Migration
from store.register import Register
from store.salvage import salvage
from store.schema import SCHEMA_VERSION
from store.tables import LedgerEntry


def _add_remark(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE remark (id TEXT NOT NULL PRIMARY KEY) STRICT")
    connection.exec_driver_sql("ALTER TABLE setting ADD COLUMN since TEXT")


def _fail(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE half (id TEXT NOT NULL PRIMARY KEY) STRICT")
    message = "half-way"
    raise RuntimeError(message)


NEWER = (*MIGRATIONS, Migration("add remarks", _add_remark))
BROKEN = (*NEWER, Migration("fail", _fail))


def version(file: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(file)) as connection:
        return tuple(
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        )


def test_the_known_version_is_that_of_the_last_migration(file: Path) -> None:
    assert len(MIGRATIONS) == SCHEMA_VERSION
    assert len({migration.name for migration in MIGRATIONS}) == len(MIGRATIONS)
    assert version(file) == (APPLICATION_ID, SCHEMA_VERSION)


def test_the_file_has_the_tables_that_the_models_say(file: Path) -> None:
    assert LedgerEntry.metadata is SQLModel.metadata
    said = {
        table.name: [
            (column.name, not column.nullable, column.primary_key) for column in table.columns
        ]
        for table in SQLModel.metadata.tables.values()
    }
    links = {
        (table.name, key.parent.name, key.column.table.name, key.column.name)
        for table in SQLModel.metadata.tables.values()
        for key in table.foreign_keys
    }
    with closing(sqlite3.connect(file)) as connection:
        tables = connection.execute("PRAGMA table_list").fetchall()
        names = [name for _, name, *_ in tables if not name.startswith("sqlite_")]
        made = {
            name: [
                (column, bool(not_null), bool(key))
                for _, column, _, not_null, _, key in connection.execute(
                    f"PRAGMA table_info({name})"
                )
            ]
            for name in names
        }
        made_links = {
            (name, column, table, target)
            for name in names
            for _, _, table, column, target, *_ in connection.execute(
                f"PRAGMA foreign_key_list({name})"
            )
        }
    assert made == said
    assert made_links == links
    assert all(strict for _, name, _, _, _, strict in tables if not name.startswith("sqlite_"))


def test_an_older_register_is_copied_and_keeps_everything(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "1.1", "2.4.ç")
        register.retract(["1"], "typed by mistake", AT)
        before = register.history(view()), register.measures(view()), register.officer()
    schema, content = version(file), everything(file)

    with Register.open(file, NEWER) as register:
        after = register.history(view()), register.measures(view()), register.officer()
        assert register.verify().problems == ()
        assert [entry.seq for entry in decide(register, "1.2")] == [4]
    assert after == before
    assert version(file) == (APPLICATION_ID, len(NEWER))

    folder = file.parent / "backups"
    (copy,) = folder.iterdir()
    assert copy.name == f"istirak-schema-{SCHEMA_VERSION}.db"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert version(copy) == schema
    assert everything(copy) == content
    with Register.open(copy) as old:
        assert (old.history(view()), old.measures(view()), old.officer()) == before


def test_the_first_schema_keeps_every_entry(file: Path, tmp_path: Path) -> None:
    with Register.open(file) as register:
        decide(register, "1.1", "2.4.ç")
        register.retract(["1"], "typed by mistake", AT)
        before = register.history(view()), register.measures(view()), register.officer()
    old = first_schema(file, tmp_path / "old" / "istirak.db")
    assert version(old) == (APPLICATION_ID, 1)
    salvaged = salvage(old, tmp_path / "salvaged" / "istirak.db")
    assert (salvaged.entries, salvaged.lost) == (3, ())
    with Register.open(old) as register:
        after = register.history(view()), register.measures(view()), register.officer()
        assert register.verify().problems == ()
        assert [entry.seq for entry in decide(register, "1.2")] == [4]
    assert after == before
    assert (old.parent / "backups" / "istirak-schema-1.db").exists()


def test_migrations_are_run_once_each_in_order(file: Path) -> None:
    done: list[str] = []
    steps = [Migration(name, lambda _, name=name: done.append(name)) for name in ("b", "c", "d")]
    for known in (steps[:2], steps, steps):
        Register.open(file, [*MIGRATIONS, *known]).close()
        assert version(file) == (APPLICATION_ID, SCHEMA_VERSION + len(known))
    assert done == ["b", "c", "d"]
    assert len([*(file.parent / "backups").iterdir()]) == 2


def test_a_new_schema_is_seeded_anew(file: Path) -> None:
    """A column that a migration adds to the catalogue is filled from the programme files."""

    def empty(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE provision SET search = ''")

    with Register.open(file, [*MIGRATIONS, Migration("empty", empty)]) as register:
        assert all(measure.search for measure in register.measures(view()))
        assert register.verify().problems == ()


def test_a_new_register_has_nothing_to_copy(tmp_path: Path) -> None:
    Register.open(tmp_path / "istirak.db", NEWER).close()
    assert not (tmp_path / "backups").exists()


def test_an_up_to_date_register_is_not_copied(file: Path) -> None:
    Register.open(file, NEWER).close()
    before = files(file.parent)
    Register.open(file, NEWER).close()
    assert files(file.parent) == before


def test_a_migration_that_fails_changes_nothing(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "1.1")
    schema, content = version(file), everything(file)
    with pytest.raises(RuntimeError, match="half-way"):
        Register.open(file, BROKEN)
    assert (version(file), everything(file)) == (schema, content)
    with Register.open(file) as register:
        assert decide(register, "1.2")
        assert register.verify().problems == ()


def test_the_copy_is_of_what_is_migrated_not_of_an_earlier_attempt(file: Path) -> None:
    with pytest.raises(RuntimeError, match="half-way"):
        Register.open(file, BROKEN)
    with Register.open(file) as register:
        decide(register, "1.1")
    content = everything(file)
    Register.open(file, NEWER).close()
    (copy,) = (file.parent / "backups").iterdir()
    assert everything(copy) == content
