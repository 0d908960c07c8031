"""What moved as a table for a terminal."""

from collections.abc import Sequence

from rich.cells import cell_len

from store.changes import Change
from store.values import Programme, View
from tui.cli.edge import say
from tui.cli.grid import console, fitted, print_rows, shown
from tui.language import _, plural
from tui.wording.changes import fact_words, span_words, subject_words, text_of

_SOME = 6
"""Of the words of a measure, in cells: fewer tell nothing."""


def print_changes(programme: Programme, before: View, after: View, moved: Sequence[Change]) -> None:
    """Print what moved, measure by measure."""
    span = span_words(before, after)
    if not moved:
        say(_nothing(span, before, after))
        return
    screen = console()
    rows = [_row(programme, each) for each in moved]
    heads = ("", _("Of"), _("Before"), _("After"), _("By entry"))
    layout = fitted([heads, *rows], flexible=1, less_needed=(4,), screen=screen)
    print_rows(screen, layout, [heads], style="dim")
    of = (_of(change, row[1], layout.widths[1]) for change, row in zip(moved, rows, strict=True))
    whole = [(row[0], about, *row[2:]) for about, row in zip(of, rows, strict=True)]
    print_rows(screen, layout, whole, whole=True)
    footer = plural("{n} change: {span}.", "{n} changes: {span}.", len(moved), span=span)
    screen.print(shown(footer, "dim"))


def _row(programme: Programme, change: Change) -> tuple[str, ...]:
    about = subject_words(change.subject)
    text = text_of(programme, change)
    return (
        change.key,
        ": ".join(filter(None, (about, text))),
        fact_words(change.before),
        fact_words(change.after),
        " ".join(change.by),
    )


def _of(change: Change, text: str, width: int) -> str:
    """What is ours whole, in however many lines; the words after it as far as one line goes."""
    ours = subject_words(change.subject)
    if cell_len(ours) + _SOME >= width:
        return ours
    line = shown(text)
    line.truncate(width, overflow="ellipsis")
    return line.plain


def _nothing(span: str, before: View, after: View) -> str:
    """That nothing moved, and where else to look.

    What is recorded today of days long past does not move what holds.
    """
    if before.known_on != after.known_on:
        return _("Nothing moved: {span}.", span=span)
    return _("Nothing moved: {span}. What was learned in that time: --known-from.", span=span)
