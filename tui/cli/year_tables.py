"""Tables of the yearly cycle for a terminal."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.padding import Padding

from store.reporting import Information, Release, Status
from store.values import PositionValue
from tui.cli.edge import say
from tui.cli.grid import INDENT, console, fitted, print_rows, shown
from tui.language import said
from tui.wording import MARK_SIGNS, POSITION_MARKS, POSITION_WORDS, STATUS_WORDS

Record = dict[str, Any]


def print_findings(records: Sequence[Record], where: str) -> None:
    """Print what a check found, each line with the command that fixes it."""
    if not records:
        say(f"Nothing is to be mended {where}.")
        return
    screen = console()
    heads = ("", "Of", "What")
    rows = [(each["severity"], each["measure"] or "", said(each["message"])) for each in records]
    columns = fitted([heads, *rows], flexible=2, screen=screen)
    print_rows(screen, columns, [heads], style="dim")
    for each, row in zip(records, rows, strict=True):
        severe = each["severity"] == "blocker"
        print_rows(screen, columns, [row], style="bold" if severe else "")
        screen.print(Padding(shown(each["fix"], "dim"), (0, 0, 0, INDENT)))


def print_releases(records: Sequence[Record], whose: str) -> None:
    """Print releases, oldest first; those that were corrected are struck out."""
    if not records:
        say(f"Nothing was released {whose}.")
        return
    screen = console()
    heads = ("Year", "No", "Date", "Officer", "Entry", "SHA-256")
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
            below = f"corrects {each['corrects']}: {each['reason']}"
            screen.print(Padding(shown(below, "dim"), (0, 0, 0, INDENT)))


def print_year(
    information: Information, release: Release | None, records: Sequence[Record]
) -> None:
    """Print the measures of a year, as they were released or as they stand."""
    screen = console()
    heads = ("", "Measure", "Position", "Status", "")
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
        return (
            f"{whose}: a draft on {information.on}, {information.reported} of "
            f"{len(information.lines)} said for the year itself."
        )
    stands = f", corrected by {release.corrected_by}" if release.corrected_by else ""
    return (
        f"{whose}: as released on {release.released_on}, No {release.number}, "
        f"by {release.officer}{stands}."
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
        said = [*([f"[as in {carried}]"] if carried else []), progress["text"] or ""]
        if any(said):
            yield " ".join(filter(None, said))
        if record["responsible"]:
            yield f"Responsible: {record['responsible']}"


def _position(value: str) -> str:
    position = PositionValue(value)
    return f"{POSITION_MARKS[position]} {POSITION_WORDS[position]}"
