"""The programmes that come with İştirak, and the bytes of a programme file.

Importing this costs nothing: whether a programme has changed is asked at every start.
"""

import hashlib
from pathlib import Path

from seed.errors import ProgrammeError

FILE_NAME = "programme.toml"


SHIPPED = Path(__file__).parent / "programmes"


def programme_folders(within: Path = SHIPPED) -> tuple[Path, ...]:
    """Return the folders of programmes, one a programme, by name.

    Args:
        within: The folder that holds them; that of the shipped ones by default.
    """
    found = within.glob(f"*/{FILE_NAME}")
    return tuple(sorted(file.parent for file in found))


def content_hash(folder: Path) -> str:
    """Return the SHA-256 of a programme file's bytes, in hex.

    Args:
        folder: The programme's folder.

    Raises:
        ProgrammeError: The file cannot be read.
    """
    return hashlib.sha256(programme_bytes(folder)).hexdigest()


def programme_bytes(folder: Path) -> bytes:
    """Return a programme file's bytes.

    Args:
        folder: The programme's folder.

    Raises:
        ProgrammeError: There is no such file, it cannot be read, or it is a link that leads out
            of the folder.
    """
    file = folder / FILE_NAME
    try:
        if not file.resolve(strict=True).is_relative_to(folder.resolve(strict=True)):
            raise ProgrammeError(file, "the file", "must lie in its own folder, not be a link out")
        if not file.is_file():
            raise ProgrammeError(file, "the file", "an ordinary file was expected")
        return file.read_bytes()
    except FileNotFoundError as error:
        raise ProgrammeError(file, "the file", "is missing") from error
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "it is a link to itself"
        raise ProgrammeError(file, "the file", f"cannot be read: {reason}") from error
