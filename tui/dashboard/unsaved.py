"""What was typed into a dialog and not recorded yet: kept until it is, or is thrown away.

A line that is cut takes the dialog with it. What stood in it is on disk, beside the register, and
the next dashboard offers it again.
"""

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from store.drafts import Draft

PREFIX = "unsaved-"
LARGEST = 1_000_000
"""Characters that are read of such a file; a dialog never holds as many."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A decision that was typed and not recorded.

    Attributes:
        programme: The programme's id.
        state: Whose decision it is.
        keys: The measures and items it is on.
        draft: What was typed.
    """

    programme: str
    state: str
    keys: tuple[str, ...]
    draft: Draft


class Keeper:
    """Keeps what is typed in this process, in a file of its own beside the register.

    That it cannot be kept, on a full disk or in a folder that may only be read, is passed over: it
    is a help, and what is recorded does not rest on it.
    """

    def __init__(self, register: Path) -> None:
        self._file = register.parent / f"{PREFIX}{os.getpid()}.json"

    def keep(self, unsaved: Unsaved) -> None:
        """Keep it, in place of what was kept before."""
        new = self._file.with_suffix(".new")
        with suppress(OSError, UnicodeEncodeError):
            with open(new, "w", encoding="utf-8", opener=_private) as file:
                json.dump(asdict(unsaved), file, ensure_ascii=False)
            new.replace(self._file)

    def adopt(self, file: Path) -> None:
        """Keep what another process left; from now on it is this one's."""
        with suppress(OSError):
            file.replace(self._file)

    def forget(self) -> None:
        """It is recorded, or was thrown away."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


def left_behind(register: Path) -> tuple[Path, Unsaved] | None:
    """What a program that has ended left first, with the file it is in; None if there is nothing.

    A file that is no such thing is left alone.
    """
    with suppress(OSError):
        for file in sorted(register.parent.glob(f"{PREFIX}*.json")):
            if not _in_use(file) and (found := _read(file)):
                return file, found
    return None


def _read(file: Path) -> Unsaved | None:
    with suppress(OSError, ValueError, TypeError, KeyError):
        with file.open(encoding="utf-8") as opened:
            kept = json.loads(opened.read(LARGEST))
        draft = {name: kept["draft"].get(name) for name in Draft.__dataclass_fields__}
        texts = [kept["programme"], kept["state"], *kept["keys"], *filter(None, draft.values())]
        if kept["keys"] and all(isinstance(text, str) for text in texts):
            return Unsaved(kept["programme"], kept["state"], tuple(kept["keys"]), Draft(**draft))
    return None


def _in_use(file: Path) -> bool:
    """Whether the program that keeps it still runs."""
    number = file.stem.removeprefix(PREFIX)
    if sys.platform == "win32" or not number.isdecimal() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        pass
    return True


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_TRUNC, 0o600)
