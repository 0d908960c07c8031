"""Breaking text into lines by what it takes on a screen. Pure."""

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

Slice = tuple[int, int]
"""Where something begins and ends in a text."""

_WORD = re.compile(r"\S+")


def wrapped(text: str, width: int) -> tuple[Slice, ...]:
    """Where each line of a text begins and ends; the spaces between lines belong to none.

    A word that is longer than a line is broken, but not between a letter and its marks.

    Args:
        text: Any text without line breaks.
        width: Of a line, in cells; at least 2, the widest letter there is.

    Returns:
        A slice a line; one empty slice for a text without words.
    """
    lines: list[Slice] = []
    room = 0
    for start, end, cells in _pieces(text, width):
        space = cell_len(text[lines[-1][1] : start]) if lines else 0
        if lines and space + cells <= room:
            lines[-1] = (lines[-1][0], end)
            room -= space + cells
        else:
            lines.append((start, end))
            room = width - cells
    return tuple(lines) or ((0, 0),)


def _pieces(text: str, width: int) -> Iterator[tuple[int, int, int]]:
    """Each word, or each part of a word that is longer than a line; with its width in cells."""
    for word in _WORD.finditer(text):
        cells = cell_len(word[0])
        if cells <= width:
            yield word.start(), word.end(), cells
        else:
            yield from _parts(word[0], word.start(), width)


def _parts(word: str, place: int, width: int) -> Iterator[tuple[int, int, int]]:
    graphemes, _ = split_graphemes(word)
    begun, used = 0, 0
    for start, _, cells in graphemes:
        if used and used + cells > width:
            yield place + begun, place + start, used
            begun, used = start, 0
        used += cells
    yield place + begun, place + len(word), used
