"""A crash, written to a file that can be passed on: where it happened, not what was typed."""

import os
import sys
import traceback
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import datetime
from pathlib import Path

from tui.clock import now

DATA_FOLDER: ContextVar[Path | None] = ContextVar("DATA_FOLDER", default=None)
"""The data folder that the command line names; None is the usual one."""

_PRIVATE_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def write_crash(error: BaseException) -> Path | None:
    """Write where an error came from into a file of its own.

    Values of variables and messages of errors are left out: they can hold what was typed. So are
    the values of options; the home folder is written `~`.

    Args:
        error: What was not expected.

    Returns:
        The file, in the data folder or else in the folder for temporary files; None when neither
        can be written.
    """
    at = now()
    text = "\n".join(_report(error, at)).replace(f"{Path.home()}{os.sep}", f"~{os.sep}")
    name = f"crash-{at:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    for folder in _folders():
        file = folder / name
        try:
            with os.fdopen(os.open(file, _PRIVATE_FILE, 0o600), "w", encoding="utf-8") as stream:
                stream.write(text)
        except OSError:
            continue
        return file
    return None


def place(error: BaseException) -> str:
    """Where an error was raised: `ValueError at show.py:34`."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"


def _folders() -> Iterator[Path]:
    import tempfile

    from store.location import data_folder

    yield data_folder(DATA_FOLDER.get())
    yield Path(tempfile.gettempdir())


def _report(error: BaseException, at: datetime) -> Iterator[str]:
    from tui.cli.version import version

    options = [word.partition("=")[0] for word in sys.argv[1:] if word.startswith("-")]
    yield f"istirak {version()}, Python {sys.version.split()[0]} on {sys.platform}, {at:%Y-%m-%d}"
    yield f"Options: {' '.join(options) or 'none'}"
    yield "Messages and values are left out: they can hold what was typed."
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__
    for each in reversed(chain):
        yield ""
        for frame in traceback.extract_tb(each.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} in {frame.name}: {frame.line}"
        yield f"{type(each).__module__}.{type(each).__qualname__}"
    yield ""
