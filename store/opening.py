"""What happens when a register is opened: its schema and its catalogue are brought up to date."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from seed.shipped import content_hash, programme_folders
from store.catalogue import content_hashes
from store.connection import identify, polite, use_write_ahead_log
from store.errors import StoreUnusable
from store.schema import SCHEMA_VERSION

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
    version = identify(connection, path)
    if version > newest:
        raise StoreUnusable(
            f"{path} was made by a newer version of istirak "
            f"(its schema is {version}, this one knows {newest})",
            "Install the newer version; nothing was changed",
        )
    with polite(path):
        seeded = content_hashes(connection) if version else {}
    folders = {
        folder.name: folder
        for folder in (*programme_folders(), *programme_folders(path.parent / "programmes"))
    }
    hashes = {programme: content_hash(folder) for programme, folder in folders.items()}
    changed = dict(hashes.items() - seeded.items())
    if version < newest or changed:
        editions = {folders[programme]: hashed for programme, hashed in changed.items()}
        _write(connection, path, writer, migrations, version, editions)
    else:
        use_write_ahead_log(connection, path)


def _write(
    connection: sqlite3.Connection,
    path: Path,
    writer: "Callable[[], Writer]",
    migrations: "Sequence[Migration] | None",
    version: int,
    editions: dict[Path, str],
) -> None:
    from seed.reading import read_programme
    from store.backup import copy_before_migration
    from store.migrations import MIGRATIONS, apply
    from store.seeding import seed

    # Read before anything is written: a broken programme file leaves the store as it was.
    programmes = [(read_programme(folder), hashed) for folder, hashed in editions.items()]
    migrations = MIGRATIONS if migrations is None else migrations
    if 0 < version < len(migrations):
        copy_before_migration(connection, path, version)
    use_write_ahead_log(connection, path)
    with writer().transaction() as session:
        apply(session.connection(), migrations)
        for programme, hashed in programmes:
            seed(session, programme, hashed)
