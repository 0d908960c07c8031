"""Whether another program uses the register, asked of the locks that SQLite takes on its files.

Ask only while this program has the register closed: with the file that is opened here for a moment
the operating system lets go of all locks of this program on it.
"""

from pathlib import Path

from store.connection import beside

_RESERVED = (0x40000001, 1)  # first byte and length of the ranges that SQLite locks, see its os.h
_SHARED = (0x40000002, 510)
_WRITER = (120, 1)  # in the index of the write-ahead log, see its walformat


def is_open_elsewhere(path: Path) -> bool:
    """Whether another program has the register open.

    Raises:
        OSError: The file cannot be opened for writing.
    """
    return bool(_is_locked(path, _SHARED, alone=True))


def is_written_elsewhere(path: Path) -> bool | None:
    """Whether another program holds the write lock at this moment; None where it cannot be asked.

    Raises:
        OSError: The file cannot be read.
    """
    _, index, _ = beside(path)
    asked = [_is_locked(path, place) for place in (_RESERVED, _SHARED)]
    if index.exists():
        asked.append(_is_locked(index, _WRITER))
    return None if None in asked else any(asked)


def _is_locked(path: Path, place: tuple[int, int], *, alone: bool = False) -> bool | None:
    """Whether others have locked a place so that it cannot be shared; with `alone`, at all."""
    try:
        import fcntl
    except ImportError:  # Windows
        return None
    start, length = place
    with path.open("r+b" if alone else "rb") as file:
        try:
            fcntl.lockf(
                file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB, length, start
            )
        except (BlockingIOError, PermissionError):  # whichever the system says
            return True
    return False
