"""What a terminal sends, as text."""

import codecs
import sys
from collections.abc import Callable
from functools import partial


def take_any_bytes(encoding: str) -> None:
    """Let no byte that a terminal sends end the dashboard.

    Textual takes everything for UTF-8, and the first byte that is not ends the program: a key of
    another layout in a terminal of another encoding, or noise on a line. It has no setting for it.

    Where the locale knows only ASCII, as in a session over SSH that passes none on, terminals send
    UTF-8 all the same: a name is recorded as it was typed, though it is shown in other letters.

    Args:
        encoding: Of the terminal. What cannot be read in it becomes U+FFFD.
    """
    if sys.platform == "win32":  # which reads characters, not bytes
        return
    from textual.drivers import linux_driver

    sent = "utf-8" if codecs.lookup(encoding).name == "ascii" else encoding
    decoder = partial(codecs.getincrementaldecoder(sent), errors="replace")

    def of_the_terminal(_utf_8: str) -> Callable[[], codecs.IncrementalDecoder]:
        return decoder

    linux_driver.getincrementaldecoder = of_the_terminal  # type: ignore[attr-defined,assignment]
