"""What goes to stdout: one JSON document, comma-separated values, or plain lines. Data only."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from tui.cli.streams import is_unicode
from tui.visible import STEERING, visible

Row = TypeVar("Row")

# What a spreadsheet would run when it opens the file. In many countries, ours among them, it takes
# semicolons for the ends of cells, and then line feeds in a cell for the ends of rows.
_FORMULA = re.compile(r'(?<![^;\n])(?=(?:[^\S\n]|")*[=+\-@＝＋－＠])|^(?=[\t\r])')


def on_terminal() -> bool:
    """Whether a person reads stdout."""
    return sys.stdout.isatty()


def print_list(
    rows: Iterable[Row],
    *,
    record: Callable[[Row], object],
    line: Callable[[Row], Sequence[str]],
    table: Callable[[], None],
    columns: Sequence[str] = (),
    cells: Callable[[Row], Mapping[str, object]] | None = None,
    as_json: bool,
    as_csv: bool = False,
    plain: bool = False,
) -> None:
    """Print a list as it was asked for: JSON, CSV; else a table to a person, lines to a program.

    Only `table` may import what lays out tables: it is called when one is to be printed.

    Args:
        rows: What is listed, in the order in which it is printed.
        record: A row of the JSON array, from `tui.cli.records`.
        line: A row as the cells of a plain line, from `tui.cli.rows`.
        table: Prints all rows as a table, or says that there are none.
        columns: The names of the columns of CSV, in order.
        cells: A row of CSV, by the names of its columns; None for a list that has no CSV.
        as_json: Whether `--json` was given.
        as_csv: Whether `--csv` was given.
        plain: Whether `--plain` was given.
    """
    if as_json:
        print_json([record(row) for row in rows])
    elif as_csv and cells:
        print_csv(columns, map(cells, rows))
    elif on_terminal() and not plain:
        table()
    else:
        print_lines(map(line, rows))


def print_json(document: object) -> None:
    """Print one JSON document."""
    text = json.dumps(document, ensure_ascii=not is_unicode(sys.stdout.encoding), indent=2)
    # Valid in JSON as it is, but a terminal or an editor would act on it instead of showing it.
    sys.stdout.write(STEERING.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n")


def print_lines(rows: Iterable[Sequence[str]]) -> None:
    """Print a line a row, the cells separated by tabs."""
    sys.stdout.write("".join(f"{_line(row)}\n" for row in rows))


def _line(row: Sequence[str]) -> str:
    line = "\t".join(row)
    # Looked through at once; cell by cell only where there is something to look for.
    plain = line.count("\t") < len(row) and line.replace("\t", "").isprintable()
    return line if plain else "\t".join(map(visible, row))


def print_path(path: Path) -> None:
    """Print a path alone: to a program the very bytes of its name, whatever they are."""
    if on_terminal():
        print_lines([[str(path)]])
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(os.fsencode(path) + b"\n")
    sys.stdout.buffer.flush()


def print_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Print comma-separated values, under a row that names the columns."""
    import csv

    # stdout turns the line feed into what the system ends lines with.
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(row[column]) for column in columns] for row in rows)


def cell(value: object) -> str:
    """A value as a cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return visible(_FORMULA.sub("'", str(value)), lines=True)
