"""Tables of the yearly cycle for a terminal."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.padding import Padding

from store.reporting import Information, Release, Status
from store.values import PositionValue
from tui.cli.edge import say
from tui.cli.grid import INDENT, console, fitted, print_rows, shown
from tui.language import Words, _, mark, said
from tui.wording.fixes import fix_said
from tui.wording.positions import POSITION_MARKS, POSITION_WORDS
from tui.wording.reporting import MARK_SIGNS, STATUS_WORDS

Record = dict[str, Any]

_SEVERITY_WORDS = Words({"blocker": mark("blocker"), "warning": mark("warning")})


def print_findings(records: Sequence[Record], nothing: str) -> None:
    """Print what a check found, each line with the command that fixes it.

    Args:
        records: What was found.
        nothing: Said where that is nothing.
    """
    if not records:
        say(nothing)
        return
    screen = console()
    heads = ("", _("Of"), _("What"))
    rows = [
        (_SEVERITY_WORDS[each["severity"]], each["measure"] or "", said(each["message"]))
        for each in records
    ]
    columns = fitted([heads, *rows], flexible=2, screen=screen)
    print_rows(screen, columns, [heads], style="dim")
    for each, row in zip(records, rows, strict=True):
        severe = each["severity"] == "blocker"
        print_rows(screen, columns, [row], style="bold" if severe else "", whole=True)
        screen.print(Padding(shown(fix_said(each["fix"]), "dim"), (0, 0, 0, INDENT)))


def print_releases(records: Sequence[Record], nothing: str) -> None:
    """Print releases, oldest first; those that were corrected are struck out.

    Args:
        records: The releases.
        nothing: Said where there are none.
    """
    if not records:
        say(nothing)
        return
    screen = console()
    heads = (_("Year"), _("No."), _("Date"), _("Officer"), _("Entry"), "SHA-256")
    rows = [
        (
            str(each["year"]),
            each["number"],
            each["date"],
            each["officer"],
            each["entry"],
            each["hash"],
        )
        for each in records
    ]
    columns = fitted([heads, *rows], flexible=5, less_needed=(4,), screen=screen)
    print_rows(screen, columns, [heads], style="dim")
    for each, row in zip(records, rows, strict=True):
        print_rows(screen, columns, [row], style="strike" if each["corrected_by"] else "")
        if each["corrects"]:
            below = _("corrects {entry}: {reason}", entry=each["corrects"], reason=each["reason"])
            screen.print(Padding(shown(below, "dim"), (0, 0, 0, INDENT)))


def print_year(
    information: Information, release: Release | None, records: Sequence[Record]
) -> None:
    """Print the measures of a year, as they were released or as they stand."""
    screen = console()
    heads = ("", _("Measure"), _("Position"), _("Status"), "")
    rows = [_row(each) for each in records]
    columns = fitted([heads, *rows], flexible=1, less_needed=(2,), screen=screen)
    print_rows(screen, columns, [heads], style="dim")
    for record, row in zip(records, rows, strict=True):
        print_rows(screen, columns, [row])
        for below in _below(record):
            screen.print(Padding(shown(below, "dim"), (0, 0, 0, INDENT)))
    screen.print(shown(year_sentence(information, release), "dim"))


def year_sentence(information: Information, release: Release | None) -> str:
    """What is shown of a year."""
    whose = f"{information.state}, {information.year}"
    if release is None:
        return _(
            "{whose}: a draft on {day}, {reported} of {total} said for the year itself.",
            whose=whose,
            day=information.on,
            reported=information.reported,
            total=len(information.lines),
        )
    values = {
        "whose": whose,
        "day": release.released_on,
        "number": release.number,
        "officer": release.officer,
    }
    if not release.corrected_by:
        return _("{whose}: as released on {day}, No {number}, by {officer}.", **values)
    return _(
        "{whose}: as released on {day}, No {number}, by {officer}, corrected by {entry}.",
        **values,
        entry=release.corrected_by,
    )


def _row(record: Record) -> tuple[str, ...]:
    position, progress = record["position"], record["progress"]
    return (
        record["key"],
        record["text"],
        _position(position["value"]) if position else "",
        STATUS_WORDS[Status(progress["status"])] if progress else "",
        MARK_SIGNS[progress["mark"]] if progress else "",
    )


def _below(record: Record) -> Iterator[str]:
    """What stands below a measure: what is said of it, for which year, and who does it."""
    progress = record["progress"]
    if progress:
        carried = progress["carried_from"]
        told = [_("[as in {year}]", year=carried) if carried else "", progress["text"] or ""]
        if any(told):
            yield " ".join(filter(None, told))
        if record["responsible"]:
            yield _("Responsible: {body}", body=record["responsible"])


def _position(value: str) -> str:
    position = PositionValue(value)
    return f"{POSITION_MARKS[position]} {POSITION_WORDS[position]}"
