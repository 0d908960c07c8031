"""What goes to stdout: one JSON document, comma-separated values, or plain lines. Data only."""

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tui.visible import STEERING, visible

# What a spreadsheet would run when it opens the file. In many countries, ours among them, it takes
# semicolons for the ends of cells, and then line feeds in a cell for the ends of rows.
_FORMULA = re.compile(r'(?<![^;\n])(?=(?:[^\S\n]|")*[=+\-@＝＋－＠])|^(?=[\t\r])')


def on_terminal() -> bool:
    """Whether a person reads stdout."""
    return sys.stdout.isatty()


def print_json(document: object) -> None:
    """Print one JSON document."""
    text = json.dumps(document, ensure_ascii=not _unicode(), indent=2)
    # Valid in JSON as it is, but a terminal or an editor would act on it instead of showing it.
    sys.stdout.write(STEERING.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n")


def print_lines(rows: Iterable[Sequence[str]]) -> None:
    """Print a line a row, the cells separated by tabs."""
    lines = ("\t".join(map(visible, row)) for row in rows)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


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


def _unicode() -> bool:
    return sys.stdout.encoding.lower().startswith("utf")
