"""How far a state has come, on one screen; it costs as little as it can."""

import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.desk import Asked, opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.docket import Docket
    from store.values import Entry, Programme, View
    from tui.cli.desk import Desk


def print_overview(wanted: Asked, *, as_json: bool = False) -> None:
    """Print how far a state has come, in words or as one JSON document."""
    from store.filters import Filter
    from tui.cli.output import on_terminal, print_json
    from tui.cli.records import status_record

    with opened(wanted) as desk:
        docket = desk.register.docket(desk.view, Filter(), facets=False)
        no_longer = desk.register.no_longer(desk.view)
    if as_json:
        print_json(status_record(desk.programme, docket, no_longer))
        return
    width = shutil.get_terminal_size().columns if on_terminal() else None
    for line in _lines(desk, docket, no_longer):
        sys.stdout.write(f"{_fitted(line, width)}\n")


def _lines(desk: "Desk", docket: "Docket", no_longer: "Sequence[Entry]") -> Iterator[str]:
    from tui.cli.desk import NO_STATE
    from tui.cli.records import position_counts, section_counts
    from tui.wording import POSITION_MARKS, POSITION_WORDS, signature_words

    programme, view = desk.programme, desk.view
    yield programme.label["en"]
    if view.state is None:
        yield NO_STATE
    else:
        signatory = programme.signatories[view.state]
        yield f"{view.state} {signatory.name}: {signature_words(signatory)}"
        yield f"{_days(programme, view)}: {docket.decided} of {docket.total} measures decided"
        if docket.to_confirm:
            yield f"{_decisions(docket.to_confirm)} to confirm: {', '.join(docket.to_confirm)}"
        if no_longer:
            gone = [entry.key for entry in no_longer]
            yield f"{_decisions(gone)} on what is no longer in the programme: {', '.join(gone)}"
        yield ""
        for value, count in position_counts(docket.measures):
            yield f"{count:>7}  {POSITION_MARKS[value]} {POSITION_WORDS[value]}"
    yield ""
    for key, title, total, decided in section_counts(programme, docket.measures):
        done = f"{decided} of {total}" if view.state else str(total)
        yield f"{done:>8}  {key:<4}{title}"


def _days(programme: "Programme", view: "View") -> str:
    from tui.wording import days_words, outside_years

    outside = outside_years(programme, view.on)
    return f"On {days_words(view)}{outside and f' ({outside})'}"


def _decisions(keys: "Sequence[str]") -> str:
    from tui.wording import decisions_words

    return decisions_words(len(keys))


def _fitted(line: str, width: int | None) -> str:
    from tui.visible import visible

    line = visible(line)
    return line if width is None or len(line) <= width else f"{line[: width - 1]}…"
