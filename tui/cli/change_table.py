"""What moved as a table for a terminal."""

from collections.abc import Sequence

from store.changes import Change
from store.values import Programme, View
from tui.changes_wording import fact_words, span_words, subject_words, text_of
from tui.cli.edge import say
from tui.cli.grid import console, fitted, print_rows, shown

_HEADS = ("", "Of", "Before", "After", "By entry")


def print_changes(programme: Programme, before: View, after: View, moved: Sequence[Change]) -> None:
    """Print what moved, measure by measure."""
    span = f"{after.state} {span_words(before, after)}"
    if not moved:
        say(f"Nothing moved: {span}.{_elsewhere(before, after)}")
        return
    screen = console()
    rows = [_row(programme, each) for each in moved]
    layout = fitted([_HEADS, *rows], flexible=1, less_needed=(4,), screen=screen)
    print_rows(screen, layout, [_HEADS], style="dim")
    print_rows(screen, layout, rows)
    changes = "1 change" if len(moved) == 1 else f"{len(moved)} changes"
    screen.print(shown(f"{changes}: {span}.", "dim"))


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


def _elsewhere(before: View, after: View) -> str:
    """Where else to look: what is recorded today of days long past does not move what holds."""
    if before.known_on == after.known_on:
        return " What was learned in that time: --known-from."
    return ""
