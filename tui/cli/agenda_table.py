"""What falls due as a table for a terminal."""

from collections.abc import Sequence

from rich.padding import Padding

from store.occurrences import Occurrence
from store.values import Programme, View
from tui.cli.desk import NO_STATE
from tui.cli.edge import say
from tui.cli.grid import INDENT, WIDE, console, fitted, print_rows, shown
from tui.language import _, said
from tui.wording.agenda import GROUPS, group, sign, standing_words, when_words
from tui.wording.agenda_reasons import reason
from tui.wording.days import seen_words
from tui.wording.programme import executors_words

_EXECUTORS = 16  # at most, in cells; twice that where there is room


def print_agenda(programme: Programme, view: View, found: Sequence[Occurrence]) -> None:
    """Print what falls due, in parts: what presses first, and within a part by time.

    Below what is counted from an event stands why it falls due then.
    """
    whose = f"{view.state} {seen_words(view)}." if view.state else _(NO_STATE)
    if not found:
        say(_("Nothing of that kind falls due. {whose}", whose=whose))
        return
    screen = console()
    room = _EXECUTORS if screen.width < WIDE else 2 * _EXECUTORS
    rows = [_row(programme, each, room) for each in found]
    heads = ("", _("Measure"), _("Executors"), _("When"), _("Standing"))
    columns = fitted([heads, *rows], flexible=1, less_needed=(2, 3), screen=screen)
    print_rows(screen, columns, [heads], style="dim")
    for name in GROUPS:
        part = [(each, row) for each, row in zip(found, rows, strict=True) if group(each) == name]
        if part:
            screen.print(shown(f"{_(name)}: {len(part)}", "bold"))
        for each, row in part:
            print_rows(screen, columns, [row])
            if each.rule == "within":
                why = shown(said(reason(programme, view.state, each)), "dim")
                screen.print(Padding(why, (0, 0, 0, INDENT)))
    screen.print(shown(_("{whose} `istirak show KEY` says more.", whose=whose), "dim"))


def _row(programme: Programme, occurrence: Occurrence, room: int) -> tuple[str, ...]:
    return (
        f"{sign(occurrence)} {occurrence.measure}",
        occurrence.text,
        executors_words(programme, occurrence.executors, room),
        when_words(occurrence),
        standing_words(occurrence),
    )
