"""Reads a programme file, and refuses one that cannot be relied on.

First the file by itself (`seed.parsing`), value by value, then what must agree across it
(`seed.consistency`).
"""

from pathlib import Path

from seed.consistency import inconsistencies
from seed.model import Programme
from seed.parsing import parsed, refusal
from seed.shipped import FILE_NAME, content_hash, programme_bytes, programme_folders

__all__ = ["content_hash", "programme_folders", "read_programme"]


def read_programme(folder: Path) -> Programme:
    """Read and check the programme in a folder.

    Args:
        folder: The programme's folder, with `programme.toml` in it.

    Returns:
        The programme.

    Raises:
        ProgrammeError: The file cannot be read, is not UTF-8, is not TOML, lacks a key, has an
            unknown one or a value of another kind, or does not agree with itself.
    """
    file = folder / FILE_NAME
    programme = parsed(Programme, file, programme_bytes(folder))
    problems = list(inconsistencies(programme))
    if problems:
        raise refusal(file, problems)
    return programme
