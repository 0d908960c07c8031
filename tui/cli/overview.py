"""How far a state has come, on one screen; it costs as little as it can."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.cli.desk import NO_STATE, Asked, opened
from tui.language import _, language, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.docket import Docket
    from store.occurrences import Occurrence
    from store.texts import Texts
    from store.values import Entry, Programme, View
    from tui.cli.desk import Desk


def print_overview(wanted: Asked, *, as_json: bool = False, brief: bool = False) -> None:
    """Print how far a state has come, in words, in one line or as one JSON document."""
    from store.filters import Filter
    from tui.cli.output import on_terminal, print_json
    from tui.cli.records import status_record
    from tui.cli.texts import for_people

    if brief and not as_json and _nothing_is_there(wanted):
        sys.stdout.write(f"{_(NO_STATE)}\n")
        return
    with opened(wanted) as desk:
        docket = desk.register.docket(desk.view, Filter(), facets=False)
        no_longer = () if brief and not as_json else desk.register.no_longer(desk.view)
        due = desk.register.agenda.of(desk.view, docket.measures) if brief else ()
        shown, texts = for_people(desk, data=as_json or brief)
    if as_json:
        print_json(status_record(desk.programme, docket, no_longer))
        return
    width = shutil.get_terminal_size().columns if on_terminal() else None
    lines = [_brief(docket, due)] if brief else list(_lines(shown, docket, no_longer, texts))
    for line in lines:
        sys.stdout.write(f"{_fitted(line, width)}\n")


def _nothing_is_there(wanted: Asked) -> bool:
    """Whether there is no register to tell of: to greet people who log in must not make one."""
    from store.location import register_file

    with suppress(OSError):  # what else keeps it from being read is told when it is opened
        try:
            register_file(wanted.data_dir).stat()
        except FileNotFoundError:
            return wanted.state is None
    return False


def _lines(
    desk: "Desk", docket: "Docket", no_longer: "Sequence[Entry]", texts: "Texts | None"
) -> Iterator[str]:
    from tui.cli.records import position_counts, section_counts
    from tui.wording.positions import POSITION_MARKS, POSITION_WORDS
    from tui.wording.programme import signature_words, translation_words

    programme, view = desk.programme, desk.view
    yield programme.label.get(language(), programme.label["en"])
    if texts:
        yield translation_words(texts.language, texts.mark)
    if view.state is None:
        yield _(NO_STATE)
    else:
        signatory = programme.signatories[view.state]
        yield f"{view.state} {signatory.name}: {signature_words(signatory)}"
        yield _(
            "{when}: {decided} of {total} measures decided",
            when=_days(programme, view),
            decided=docket.decided,
            total=docket.total,
        )
        if docket.to_confirm:
            yield _to_confirm(docket.to_confirm)
        if no_longer:
            yield _gone([entry.key for entry in no_longer])
        yield ""
        for value, count in position_counts(docket.measures):
            yield f"{count:>7}  {POSITION_MARKS[value]} {POSITION_WORDS[value]}"
    yield ""
    counts = section_counts(programme, docket.measures)
    done = [
        _("{decided} of {total}", decided=decided, total=total) if view.state else str(total)
        for _key, _title, total, decided in counts
    ]
    width = max(8, *map(len, done))
    for (key, title, *_counts), words in zip(counts, done, strict=True):
        yield f"{words:>{width}}  {key:<4}{title}"


def _brief(docket: "Docket", due: "Sequence[Occurrence]") -> str:
    """All in a line: "AZ on 2008-03-01: 5 of 44 decided, 2 overdue, next due 2008-12-31 (2.4)"."""
    from tui.wording.days import seen_words

    view = docket.view
    if view.state is None:
        return _(NO_STATE)
    # What is asked, and ends on the day or later; what comes first, of a day, in the act's order.
    ahead = [
        (each.end, each.ordinal, each.measure)
        for each in due
        if each.asks and each.end and each.end >= view.on
    ]
    values = {
        "state": view.state,
        "seen": seen_words(view),
        "decided": docket.decided,
        "total": docket.total,
        "overdue": sum(each.overdue for each in due),
    }
    if not ahead:
        return _(
            "{state} {seen}: {decided} of {total} decided, {overdue} overdue, nothing due next",
            **values,
        )
    day, _ordinal, key = min(ahead)
    return _(
        "{state} {seen}: {decided} of {total} decided, {overdue} overdue, next due {day} ({key})",
        **values,
        day=day,
        key=key,
    )


def _days(programme: "Programme", view: "View") -> str:
    from tui.wording.days import days_words, outside_years

    days, outside = days_words(view), outside_years(programme, view.on)
    if outside:
        return _("On {days} ({outside})", days=days, outside=outside)
    return _("On {days}", days=days)


def _to_confirm(keys: "Sequence[str]") -> str:
    return plural(
        "{n} decision to confirm: {keys}",
        "{n} decisions to confirm: {keys}",
        len(keys),
        keys=", ".join(keys),
    )


def _gone(keys: "Sequence[str]") -> str:
    return plural(
        "{n} decision on what is no longer in the programme: {keys}",
        "{n} decisions on what is no longer in the programme: {keys}",
        len(keys),
        keys=", ".join(keys),
    )


def _fitted(line: str, width: int | None) -> str:
    """A line, broken at a word where it is longer than a terminal."""
    from tui.visible import visible

    line = visible(line)
    if width is None or len(line) <= width:
        return line
    from textwrap import fill

    return fill(line, width, subsequent_indent="  ")
