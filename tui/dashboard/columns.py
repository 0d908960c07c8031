"""The lines of a measure in two languages, side by side. Pure."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from tui.dashboard.sheet import Part, line
from tui.wrapping import wrapped

_BETWEEN = " │ "


def side_by_side(
    left: Sequence[Part], right: Sequence[Part], width: int, wanted: Sequence[str] = ()
) -> Content:
    """Lines in two columns; what is the same in both stands once, over the whole width.

    Args:
        left: The lines in one language.
        right: As many in another.
        width: Of both columns and what is between them, in cells.
        wanted: Words that are looked for: they are marked.
    """
    column = (width - len(_BETWEEN)) // 2
    rows: list[Content] = []
    for one, other in zip(left, right, strict=True):
        if one == other:
            rows.append(line(one, wanted))
            continue
        pair = [list(_set(each, column, wanted)) for each in (one, other)]
        for row in range(max(map(len, pair))):
            ours, theirs = (lines[row] if row < len(lines) else Content("") for lines in pair)
            space = " " * (column - cell_len(ours.plain))
            rows.append(Content("").join([ours, Content(space + _BETWEEN), theirs]))
    return Content("\n").join(rows)


def _set(part: Part, width: int, wanted: Sequence[str]) -> Iterator[Content]:
    """A line in lines of a width, all of them indented like the first."""
    content = line(part, wanted)
    text = content.plain
    indent = len(text) - len(text.lstrip())
    for start, end in wrapped(text[indent:], width - indent):
        yield Content(" " * indent) + content[start + indent : end + indent]
