"""What happens when a register is opened: its schema and its catalogue are brought up to date."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from seed.messages import say
from seed.shipped import content_hash, programme_folders
from store.catalogue import content_hashes
from store.connection import identify, polite, use_write_ahead_log
from store.errors import StoreUnusable
from store.schema import SCHEMA_VERSION, missing_tables

if TYPE_CHECKING:
    from store.migrations import Migration
    from store.writing import Writer


def bring_up_to_date(
    connection: sqlite3.Connection,
    path: Path,
    writer: "Callable[[], Writer]",
    migrations: "Sequence[Migration] | None",
) -> None:
    """Migrate and seed a register that has just been opened; most have nothing to do.

    Args:
        connection: The register's.
        path: Its file.
        writer: Gives the door to write through; called only when there is something to write.
        migrations: The schema, step by step; this version's when None.

    Raises:
        StoreUnusable: A newer version made it, or it cannot be used.
        ProgrammeError: A programme file is broken; the store is as it was.
    """
    newest = SCHEMA_VERSION if migrations is None else len(migrations)
    version = _known_version(connection, path, newest)
    with polite(path):
        # A new schema is seeded anew: what it adds is filled from the programme files.
        seeded = content_hashes(connection) if version == newest else {}
    folders = {
        folder.name: folder
        for folder in (*programme_folders(), *programme_folders(path.parent / "programmes"))
    }
    hashes = {programme: content_hash(folder) for programme, folder in folders.items()}
    changed = dict(hashes.items() - seeded.items())
    if version < newest or changed:
        editions = {folders[programme]: hashed for programme, hashed in changed.items()}
        _write(connection, path, writer, migrations, editions)
    else:
        use_write_ahead_log(connection, path)


def _known_version(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    version = identify(connection, path)
    if version > newest:
        raise StoreUnusable(
            say(
                "{path} was made by a newer version of istirak "
                "(its schema is {version}, this one knows {newest})",
                path=path,
                version=version,
                newest=newest,
            ),
            say("Install the newer version; nothing was changed"),
        )
    if version == SCHEMA_VERSION:
        _check_tables(connection, path)
    return version


def _check_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse to read what only has the name of a table: a view runs what is written in it."""
    with polite(path):
        missing = list(missing_tables(connection))
    if missing:
        raise StoreUnusable(
            say("{path} is damaged: it has no table {table}", path=path, table=missing[0]),
            say("Keep a copy of the folder, and go back to the last sound copy"),
        )


def _write(
    connection: sqlite3.Connection,
    path: Path,
    writer: "Callable[[], Writer]",
    migrations: "Sequence[Migration] | None",
    editions: dict[Path, str],
) -> None:
    from seed.edition import read_edition
    from store.backup import copy_before_migration
    from store.migrations import MIGRATIONS, apply
    from store.seeding import seed

    # Read before anything is written: a broken programme file leaves the store as it was.
    read = [(read_edition(folder), hashed) for folder, hashed in editions.items()]
    migrations = MIGRATIONS if migrations is None else migrations
    use_write_ahead_log(connection, path)
    with writer().transaction() as session:
        schema = session.connection()
        # Asked again, now under the write lock: another window may have been faster.
        version = _known_version(connection, path, len(migrations))
        if 0 < version < len(migrations):
            copy_before_migration(path, version)
        apply(schema, migrations, version)
        for edition, hashed in read:
            seed(session, edition, hashed)
