"""What the program runs on and in: versions, terminal, locale. Nothing is loaded to ask."""

import os
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version

LIBRARIES = ("textual", "typer", "rich", "sqlmodel", "sqlalchemy", "pydantic", "watchdog")


def versions() -> dict[str, str | None]:
    """The version of the program and of all that it runs on; None for what is not there."""
    import sqlite3

    return {
        "istirak": _version("istirak"),
        "python": sys.version.split()[0],
        "sqlite": sqlite3.sqlite_version,
        **{library: _version(library) for library in LIBRARIES},
    }


def terminal() -> dict[str, object]:
    """What the terminal says of itself."""
    columns, lines = shutil.get_terminal_size()
    return {
        "interactive": sys.stdout.isatty(),
        "columns": columns,
        "lines": lines,
        "encoding": sys.stdout.encoding,
        **{name: os.environ.get(name) for name in ("TERM", "COLORTERM", "NO_COLOR")},
    }


def locale() -> dict[str, object]:
    """The variables that say in which language and letters people write here."""
    return {name: os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG", "TZ")}


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None
