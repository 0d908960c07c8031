"""The same rows for the other programs: as CSV, in SQLite, as tasks."""

import csv
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

Row = tuple[str, str, str, str, str]


def build(folder: Path) -> None:
    """Build what is missing, 37 and 10,000 rows of each."""
    for count in (37, 10_000):
        rows = list(_rows(count))
        with (folder / f"{count}.csv").open("w", newline="") as file:
            heading = ["key", "measure", "executors", "due", "position"]
            csv.writer(file).writerows([heading, *rows])
        if not (folder / f"{count}.db").exists():
            with sqlite3.connect(folder / f"{count}.db") as connection:
                connection.execute("CREATE TABLE rows (key, measure, executors, due, position)")
                connection.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?)", rows)
        if shutil.which("task") and not (folder / f"task{count}").exists():
            _import_tasks(folder / f"task{count}", rows)


def _import_tasks(folder: Path, rows: list[Row]) -> None:
    folder.mkdir()
    (folder / "taskrc").write_text(f"data.location={folder}\nconfirmation=off\n")
    (folder / "tasks.json").write_text(json.dumps([_task(*row) for row in rows]))
    subprocess.run(
        ["task", "import", str(folder / "tasks.json")],
        env=os.environ | {"TASKRC": str(folder / "taskrc")},
        check=True,
        capture_output=True,
    )


def _task(key: str, text: str, executors: str, due: str, position: str) -> dict[str, object]:
    return {
        "description": f"{key} {text}",
        "project": executors,
        "due": f"{due[-4:]}1231T000000Z",
        "tags": [position],
        "status": "pending",
    }


def _rows(count: int) -> Iterator[Row]:
    for number in range(1, count + 1):
        key = f"{1 + number // 100}.{number % 100}"
        text = f"Measure {number} with the words of a measure, konfrans {number % 40}"
        yield key, text, "DİNŞ, BPƏŞ", "2007-2010", "undetermined"
