"""Letters and lines for terminals that do not have them: each by one that every terminal has.

One character stands for one, so that columns stay where they are. It is lossy, and only for eyes:
nothing that a program reads goes through it.
"""

import codecs
import unicodedata
from functools import lru_cache

HANDLER = "transliterate"
"""The name under which `install` makes it known to `str.encode` and to streams."""

_SIGNS = {
    "…": "~",
    "–": "-",
    "—": "-",
    "−": "-",
    "●": "*",
    "•": "*",
    "◐": "%",
    "✗": "x",
    "◆": "#",
    "·": ".",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "‹": "<",
    "›": ">",
    "↑": "^",
    "↓": "v",
    "←": "<",
    "→": ">",
    "▸": ">",
    "▲": "^",
    "▼": "v",
    "№": "N",
    "Ə": "E",
    "ə": "e",
    "ı": "i",
}
_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "abvgdeezzijklmnoprstufhccss'y'eua",
        strict=True,
    )
)


def install() -> None:
    """Make it known as an error handler of encoding."""
    codecs.register_error(HANDLER, _instead)


def _instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(in_ascii, error.object[error.start : error.end])), error.end


@lru_cache(maxsize=1024)
def in_ascii(character: str) -> str:
    """The ASCII character that stands for a character; ``?`` where none does."""
    if character in _SIGNS:
        return _SIGNS[character]
    if (small := character.lower()) in _RUSSIAN:
        letter = _RUSSIAN[small]
        return letter if character == small else letter.upper()
    name = unicodedata.name(character, "")
    if name.startswith("BOX DRAWINGS"):
        return _line(name)
    if "BLOCK" in name:
        return "#"
    first = unicodedata.normalize("NFKD", character)[0]
    return first if first.isascii() else "?"


def _line(name: str) -> str:
    """A line of a box by its Unicode name."""
    across, down = "HORIZONTAL" in name, "VERTICAL" in name
    if across == down or "AND" in name:
        return "+"
    return "-" if across else "|"
