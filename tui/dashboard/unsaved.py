"""What was typed into a form and not recorded yet: kept until it is, or is thrown away.

A line that is cut takes the form with it. What stood in it is on disk, beside the register, and
the next dashboard offers it again.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

PREFIX = "unsaved-"
LARGEST = 1_000_000
"""Characters that are read of such a file; a form never holds as many."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was typed and not recorded.

    Attributes:
        form: Into which form.
        programme: The programme's id.
        state: The state that was looked at, if any was.
        subject: What the form is about, as that form tells it: keys, say, or a year.
        typed: What stood in each of its blanks.
    """

    form: str
    programme: str
    state: str | None
    subject: tuple[str, ...]
    typed: Mapping[str, str]


class Keeper:
    """Keeps what is typed in this process, in a file of its own beside the register.

    That it cannot be kept, on a full disk or in a folder that may only be read, is passed over: it
    is a help, and what is recorded does not rest on it.
    """

    def __init__(self, register: Path) -> None:
        # A number of a process comes again, in a container even at once.
        self._file = register.with_name(f"{PREFIX}{os.getpid()}-{os.urandom(4).hex()}.json")
        self._new = self._file.with_suffix(".new")

    def keep(self, unsaved: Unsaved) -> None:
        """Keep it, in place of what was kept before."""
        with suppress(OSError, UnicodeEncodeError):
            with open(self._new, "w", encoding="utf-8", opener=_private) as file:
                json.dump(asdict(unsaved), file, ensure_ascii=False)
            self._new.replace(self._file)

    def adopt(self, file: Path) -> bool:
        """Keep what another process left, from now on as one's own; False if it is gone."""
        try:
            file.replace(self._file)
        except FileNotFoundError:  # another window was faster
            return False
        except OSError:
            pass
        return True

    def forget(self) -> None:
        """It is recorded, or was thrown away."""
        for file in (self._file, self._new):
            with suppress(OSError):
                file.unlink(missing_ok=True)

    def left_behind(self) -> Iterator[tuple[Path, Unsaved]]:
        """What programs that have ended left, each with the file it is in.

        A file that is no such thing is left alone.
        """
        with suppress(OSError):
            for file in sorted(self._file.parent.glob(f"{PREFIX}*.json")):
                if not self._in_use(file) and (found := _read(file)):
                    yield file, found

    def _in_use(self, file: Path) -> bool:
        """Whether the program that keeps it still runs."""
        number = file.stem.removeprefix(PREFIX).partition("-")[0]
        if number == str(os.getpid()):
            return file == self._file
        return number.isdecimal() and _runs(int(number))


def _read(file: Path) -> Unsaved | None:
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        with file.open(encoding="utf-8") as opened:
            kept = json.loads(opened.read(LARGEST))
        found = Unsaved(**{**kept, "subject": tuple(kept["subject"])})
        texts = [found.form, found.programme, *found.subject, *found.typed.values()]
        if all(isinstance(each, str) for each in texts) and isinstance(found.state, str | None):
            return found
    return None


def _runs(process: int) -> bool:
    if sys.platform == "win32":
        import ctypes  # there, to signal a process would end it

        synchronize, still_there = 0x0010_0000, 0x102
        handle = ctypes.windll.kernel32.OpenProcess(synchronize, 0, process)
        there: bool = ctypes.windll.kernel32.WaitForSingleObject(handle, 0) == still_there
        ctypes.windll.kernel32.CloseHandle(handle)
        return there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    with suppress(OSError, IndexError):  # where there is such a file
        told = Path(f"/proc/{process}/stat").read_text("utf-8", "replace")
        return told.rpartition(")")[2].split()[0] != "Z"  # ended, and nobody asked how
    return True


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_TRUNC, 0o600)
