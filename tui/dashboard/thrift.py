"""What goes over the line to draw: only the cells that differ from what is there."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from rich.cells import get_character_cell_size, split_graphemes
from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console, ConsoleOptions, RenderableType, RenderResult
from rich.control import Control
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

Cell = tuple[str, str]
"""What stands in a cell, and the codes of its style; after a wide character "" stands in one."""

GAP = 8
"""Cells between two that differ are sent again if they are no more: to go there costs as much."""

_UNKNOWN: Cell = ("\0", "")


class Drawn:
    """What the terminal shows, as far as it was drawn by us.

    Textual draws anew what may have changed: the whole screen where a text beside the cursor has
    become a line longer, each line of a text that scrolls. Most cells are then what they were.
    """

    def __init__(self) -> None:
        self._size = (0, 0)
        self._lines: dict[int, list[Cell]] = {}
        self._whole: dict[int, Iterable[Strip]] = {}

    def forget(self) -> None:
        """The terminal shows perhaps something else: draw all of it."""
        self._size = (0, 0)

    def sequences(self, update: LayoutUpdate | ChopsUpdate, console: Console) -> str:
        """What to send so that the terminal shows what is to be drawn."""
        if isinstance(update, LayoutUpdate):
            if self._size != update.region.size:
                self._size = update.region.size
                self._lines.clear()
                self._whole = dict(enumerate(update.strips, update.region.y))
                return update.render_segments(console)
            pieces = _lines(update)
        elif self._size == (0, 0):
            return update.render_segments(console)  # all of it follows
        else:
            pieces = _chops(update)
        colours = COLOR_SYSTEMS[console.color_system or "truecolor"]
        return "".join(
            sent
            for x, y, strips in pieces
            for sent in self._changed(x, y, list(_cells(strips, colours)), colours)
        )

    def _changed(self, x: int, y: int, cells: list[Cell], colours: ColorSystem) -> Iterator[str]:
        line = self._line(y, colours)
        line += [_UNKNOWN] * (x + len(cells) - len(line))
        before = line[x : x + len(cells)]
        if before == cells:
            return
        line[x : x + len(cells)] = cells
        for start, end in _runs(before, cells):
            yield Control.move_to(x + start, y).segment.text
            for codes, run in groupby(cells[start:end], itemgetter(1)):
                text = "".join(character for character, _ in run)
                yield f"\x1b[{codes}m{text}\x1b[0m" if codes else text

    def _line(self, y: int, colours: ColorSystem) -> list[Cell]:
        """The cells of a line: of one that was drawn as a whole they are needed only now."""
        if (strips := self._whole.pop(y, None)) is not None:
            self._lines[y] = list(_cells(strips, colours))
        return self._lines.setdefault(y, [])


class Thrifty(App[None]):
    """An application that sends no cell that is there already."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = Drawn()

    def action_draw(self) -> None:
        """Draw all anew: the terminal shows perhaps something else, as after a message to all."""
        self.drawn.forget()
        self.screen.refresh()

    # Textual has no public place between what is to be drawn and the terminal.
    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            renderable = _Thrifty(renderable, self.drawn)
        super()._display(screen, renderable)


class _Thrifty(CompositorUpdate):
    def __init__(self, update: LayoutUpdate | ChopsUpdate, drawn: Drawn) -> None:
        self._update = update
        self._drawn = drawn

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self._update

    def render_segments(self, console: Console) -> str:
        return self._drawn.sequences(self._update, console)


def _lines(update: LayoutUpdate) -> Iterator[tuple[int, int, Iterable[Strip]]]:
    for y, strips in enumerate(update.strips, update.region.y):
        yield update.region.x, y, strips


def _chops(update: ChopsUpdate) -> Iterator[tuple[int, int, Iterable[Strip]]]:
    """The pieces of lines within the spans that are to be drawn."""
    for y, first, last in update.spans:
        for stop, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x < last and stop > first:
                yield x, y, [strip.crop(0, last - x) if stop > last else strip]


def _runs(before: Sequence[Cell], now: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """From where to where cells differ; those with little between them together."""
    start = end = -1
    for index, (old, new) in enumerate(zip(before, now, strict=True)):
        if old == new:
            continue
        if start >= 0 and index - end > GAP:
            yield start, end
            start = -1
        if start < 0:
            start = index - 1 if index and not new[0] else index  # a wide character as a whole
        end = index + 1
    if start >= 0:
        yield start, end


def _cells(strips: Iterable[Strip], colours: ColorSystem) -> Iterator[Cell]:
    for strip in strips:
        for text, style, _ in strip:
            codes = _codes(style, colours) if style else ""
            for character in _characters(text):
                yield character, codes


@lru_cache(maxsize=2048)
def _codes(style: Style, colours: ColorSystem) -> str:
    return Strip.render_ansi(style, colours)


@lru_cache(maxsize=2048)
def _characters(text: str) -> Sequence[str]:
    """What stands in each cell of a text."""
    if text.isascii() or all(get_character_cell_size(each) == 1 for each in text):
        return text
    spans, _ = split_graphemes(text)
    return [
        part
        for start, end, width in spans
        for part in (text[start:end], *[""] * (width - 1))[:width]
    ]
