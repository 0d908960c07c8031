"""The programmes that come with İştirak, and the bytes of a programme file.

Importing this costs nothing: whether a programme has changed is asked at every start.
"""

import hashlib
import os
import re
from pathlib import Path

from seed.errors import ProgrammeError
from seed.messages import say

FILE_NAME = "programme.toml"

_BESIDE = re.compile(r"(translation|remarks)\.(az|en|ru)\.toml")

LARGEST = 1
"""The largest programme file, in megabytes; that of the first programme has a twentieth of one."""

_WHOLE = say("the file")

SHIPPED = Path(__file__).parent / "programmes"


def programme_folders(within: Path = SHIPPED) -> tuple[Path, ...]:
    """Return the folders of programmes, one a programme, by name.

    Args:
        within: The folder that holds them; that of the shipped ones by default.

    Raises:
        ProgrammeError: That folder is a link that leads out of the one it lies in.
    """
    if not _lies_in(within.parent, within):
        expected = say("must not be a link out of the one it lies in")
        raise ProgrammeError(within, say("the folder"), expected)
    found = within.glob(f"*/{FILE_NAME}")
    return tuple(sorted(file.parent for file in found))


def shipped_folder(folder: Path) -> Path | None:
    """Return the shipped programme that one elsewhere goes before, if there is one.

    Args:
        folder: A programme's folder.
    """
    shipped = SHIPPED / folder.name
    return shipped if folder.parent != SHIPPED and (shipped / FILE_NAME).is_file() else None


def content_hash(folder: Path) -> str:
    """Return the SHA-256, in hex, of a programme file's bytes and of all that is read with it.

    Args:
        folder: The programme's folder.

    Raises:
        ProgrammeError: A file cannot be read.
    """
    digest = hashlib.sha256(programme_bytes(folder))
    for name in names_beside(folder):
        digest.update(name.encode())
        digest.update(hashlib.sha256(file_bytes(folder, name)).digest())
    if shipped := shipped_folder(folder):
        digest.update(content_hash(shipped).encode())
    return digest.hexdigest()


def names_beside(folder: Path) -> tuple[str, ...]:
    """Return the names of the translations and remarks beside a programme file, in their order.

    Args:
        folder: The programme's folder.

    Raises:
        ProgrammeError: The folder cannot be read.
    """
    try:
        return tuple(sorted(each.name for each in folder.iterdir() if _BESIDE.fullmatch(each.name)))
    except OSError as error:
        expected = say("cannot be read: {why}", why=str(error.strerror))
        raise ProgrammeError(folder, say("the folder"), expected) from error


def languages_beside(folder: Path, kind: str) -> tuple[str, ...]:
    """Return the languages of the translations or of the remarks beside a programme file.

    Args:
        folder: The programme's folder.
        kind: `translation` or `remarks`.

    Raises:
        ProgrammeError: The folder cannot be read.
    """
    found = (name.split(".") for name in names_beside(folder))
    return tuple(language for beginning, language, _ in found if beginning == kind)


def programme_bytes(folder: Path) -> bytes:
    """Return a programme file's bytes.

    Args:
        folder: The programme's folder.

    Raises:
        ProgrammeError: As `file_bytes`.
    """
    return file_bytes(folder, FILE_NAME)


def file_bytes(folder: Path, name: str) -> bytes:
    """Return the bytes of a file in a programme's folder.

    Args:
        folder: The programme's folder.
        name: The file's name.

    Raises:
        ProgrammeError: There is no such file, it cannot be read, it is too large, or it or its
            folder is a link that leads out.
    """
    file = folder / name
    try:
        file.resolve(strict=True)  # raises where there is nothing, or a link to itself
        if not _lies_in(folder, file) or not _lies_in(folder.parent, folder):
            raise ProgrammeError(file, _WHOLE, say("must lie in its own folder, not be a link out"))
        if not file.is_file():
            raise ProgrammeError(file, _WHOLE, say("an ordinary file was expected"))
        if file.stat().st_size > LARGEST << 20:
            raise ProgrammeError(
                file, _WHOLE, say("at most {most} megabyte was expected", most=LARGEST)
            )
        return file.read_bytes()
    except FileNotFoundError as error:
        raise ProgrammeError(file, _WHOLE, say("is missing")) from error
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or say("it is a link to itself")
        raise ProgrammeError(file, _WHOLE, say("cannot be read: {why}", why=why)) from error


def _lies_in(folder: Path, inner: Path) -> bool:
    """Whether something in a folder is there itself, and no link that leads out."""
    return Path(os.path.realpath(inner)).is_relative_to(os.path.realpath(folder))
