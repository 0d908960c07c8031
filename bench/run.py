"""Measure the installed command beside its references, in one run, and write docs/performance.md.

    make bench                      nine rounds, about a quarter of an hour
    python bench/run.py --rounds 3  a quick look

Each round starts every program once on a pseudo-terminal of 80x24, in turn, so that all share the
machine's moods; what is written are medians, and what is claimed are ratios of them.
"""

import argparse
import csv
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import stores
import tuibench

HERE = Path(__file__).parent
SIZE = "80x24"
Scenario = dict[str, Any]
Medians = dict[str, dict[str, float]]


class Claim(NamedTuple):
    """A ratio that is promised: of one program's number to another's, and at most how much."""

    what: str
    number: str
    of: str
    to: str
    most: float
    unit: str = "ms"


CLAIMS = (
    Claim("first rows of the docket", "t_ready", "dashboard", "floor", 1.15, "s"),
    Claim("the same, against VisiData", "t_ready", "dashboard", "visidata 37", 1.0, "s"),
    Claim("first rows, large store", "t_ready", "dashboard, large", "dashboard", 1.3, "s"),
    Claim("cursor key, 37 rows", "key_ms", "dashboard", "floor", 1.0),
    Claim("cursor key, 37 rows, 95th percentile", "key_ms_p95", "dashboard", "floor", 1.0),
    Claim("cursor key, 10,000 rows", "key_ms", "dashboard, long", "floor", 1.0),
    Claim("cursor key, 10,000 rows, 95th percentile", "key_ms_p95", "dashboard, long", "floor", 1.0),
    Claim("a letter in the search, 37 rows", "letter_ms", "dashboard", "dashboard: key", 2.0),
    Claim("a letter in the search, 10,000 rows, against VisiData", "letter_ms", "dashboard, long",
          "visidata 10000: letter", 1.0),
    Claim("the same, against vit", "letter_ms", "dashboard, long", "vit 10000: letter", 1.0),
    Claim("a decision, from Enter to shown and on disk", "decide_ms", "decision", "dashboard: key", 3.0),
    Claim("processor time of an idle minute", "idle_cpu_ms", "dashboard", "floor", 1.0),
    Claim("memory at first rows", "rss_mb", "dashboard", "floor", 1.2, "MB"),
    Claim("memory at first rows, large store", "rss_mb", "dashboard, large", "floor", 1.5, "MB"),
    Claim("bytes to the first settled screen", "bytes_settled", "dashboard", "floor", 1.0, "bytes"),
    Claim("`status`", "t_ready", "status", "hello", 1.2, "s"),
    Claim("`status`, against sqlite-utils", "t_ready", "status", "sqlite-utils 37", 1.0, "s"),
    Claim("`status`, large store", "t_ready", "status, large", "status", 1.5, "s"),
    Claim("`measures` of 10,000 to a pipe, against task list", "t_ready", "measures, long",
          "task list 10000", 1.0, "s"),
    Claim("the same, against VisiData's batch mode", "t_ready", "measures, long",
          "visidata batch 10000", 1.0, "s"),
)  # fmt: skip


def main() -> None:
    """Build the stores and references, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()) / "istirak-bench"
    )
    parser.add_argument("--to", type=Path, default=HERE.parent / "docs" / "performance.md")
    parser.add_argument(
        "--only", help="measure only scenarios whose name contains this; write nothing"
    )
    arguments = parser.parse_args()
    stores.build(arguments.folder)
    prepare_references(arguments.folder)
    scenarios = [
        scenario
        for scenario in all_scenarios(arguments.folder)
        if not arguments.only or arguments.only in scenario["name"]
    ]
    medians = measure(scenarios, arguments.rounds)
    if arguments.only:
        print(json.dumps(medians, indent=1))
    else:
        arguments.to.write_text("\n".join(page(medians, arguments.rounds)) + "\n", "utf-8")


def all_scenarios(folder: Path) -> list[Scenario]:
    """What is measured: each a scenario of the harness."""
    return [*_ours(folder), *_references(folder)]


def _ours(folder: Path) -> Iterator[Scenario]:
    istirak = str(Path(sysconfig.get_path("scripts")) / "istirak")

    def at(store: str) -> dict[str, str]:
        return {"ISTIRAK_DATA_DIR": str(folder / store)}

    docket: Scenario = {
        "ready": r"1\.1 [\s\S]*1\.2 ",
        "keys": "down*8 pgdn*3 up*3",
        "quit": "enter q",
        "filter": {"open": "/", "text": "konfrans", "wait": r"3\.7 ", "gone": r"1\.1 "},
    }
    long = docket | {
        "filter": {"open": "/", "text": "konfrans", "wait": r"1\.30 ", "gone": r"1\.1 "}
    }
    yield {"name": "dashboard", "cmd": [istirak], "env": at("real"), "idle": 60, **docket}
    yield {"name": "dashboard, large", "cmd": [istirak], "env": at("large"), **docket}
    yield {
        "name": "dashboard, long",
        "cmd": [istirak, "--programme", "long"],
        "env": at("long"),
        **long,
    }
    yield {
        "name": "decision",
        "cmd": [istirak],
        "env": at("written"),
        "prepare": f"rm -rf {folder}/written && cp -r {folder}/real {folder}/written",
        "ready": docket["ready"],
        # The dialog is open for a moment before the last key, as it is for a person.
        "filter": {"open": "d space", "text": "", "submit": "f2", "wait": "3 of 37"},
        "quit": "q",
    }
    yield {"name": "status", "cmd": [istirak, "status"], "env": at("real")}
    yield {"name": "status, large", "cmd": [istirak, "status"], "env": at("large")}
    yield {
        "name": "measures, long",
        "cmd": ["sh", "-c", f"{istirak} --programme long measures | cat > /dev/null"],
        "env": at("long"),
    }


def _references(folder: Path) -> Iterator[Scenario]:
    python = sys.executable
    table: Scenario = {"ready": r"1\.1 [\s\S]*1\.2 ", "keys": "down*8 pgdn*3 up*3", "quit": "q"}
    yield {"name": "floor", "cmd": [python, str(HERE / "references/floor.py")], "idle": 60, **table}
    yield {"name": "hello", "cmd": [python, str(HERE / "references/hello.py")]}
    others = Path(os.environ["ISTIRAK_BENCH_REFERENCES"])
    for rows in (37, 10_000):
        source = str(folder / f"{rows}.csv")
        yield {
            "name": f"visidata {rows}",
            "cmd": [str(others / "vd"), source],
            **table,
            # Select by expression as one types, the nearest it has to a live filter.
            "filter": {
                "open": "| k o n f r a n",
                "text": "s",
                "submit": "enter",
                "wait": "selected",
            },
        }
        yield {
            "name": f"sqlite-utils {rows}",
            "cmd": [
                str(others / "sqlite-utils"),
                "query",
                str(folder / f"{rows}.db"),
                "SELECT * FROM rows",
                "--table",
            ],
        }
        if shutil.which("task"):
            rc = {"TASKRC": str(folder / f"task{rows}" / "taskrc")}
            yield {
                "name": f"task list {rows}",
                "cmd": ["sh", "-c", "task list | cat > /dev/null"],
                "env": rc,
            }
            yield {
                "name": f"vit {rows}",
                "cmd": [str(others / "vit")],
                "env": rc,
                "prepare": 'mkdir -p "$HOME/.vit" && : > "$HOME/.vit/config.ini"',
                "ready": "Measure",
                "keys": "down*5",
                "filter": {
                    "open": "f",
                    "text": "konfrans",
                    "submit": "enter",
                    "wait": "konfrans 7",
                },
                "quit": ":q enter",
                "timeout": 60,
            }
    yield {
        "name": "visidata batch 10000",
        "cmd": [
            str(others / "vd"),
            "-b",
            str(folder / "10000.csv"),
            "-o",
            "/dev/null",
            "--save-filetype",
            "csv",
        ],
    }


def prepare_references(folder: Path) -> None:
    """The same rows for the other programs: as CSV, in SQLite, as tasks."""
    for rows in (37, 10_000):
        table = list(_rows(rows))
        with (folder / f"{rows}.csv").open("w", newline="") as file:
            csv.writer(file).writerows([["key", "measure", "executors", "due", "position"], *table])
        database = folder / f"{rows}.db"
        if not database.exists():
            import sqlite3

            with sqlite3.connect(database) as connection:
                connection.execute("CREATE TABLE rows (key, measure, executors, due, position)")
                connection.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?)", table)
        tasks = folder / f"task{rows}"
        if shutil.which("task") and not tasks.exists():
            tasks.mkdir()
            (tasks / "taskrc").write_text(f"data.location={tasks}\nconfirmation=off\n")
            described = [_task(*row) for row in table]
            (tasks / "tasks.json").write_text(json.dumps(described))
            environment = os.environ | {"TASKRC": str(tasks / "taskrc")}
            command = ["task", "import", str(tasks / "tasks.json")]
            subprocess.run(command, env=environment, check=True, capture_output=True)


def _task(key: str, text: str, executors: str, due: str, position: str) -> dict[str, object]:
    return {
        "description": f"{key} {text}",
        "project": executors,
        "due": f"{due[-4:]}1231T000000Z",
        "tags": [position],
        "status": "pending",
    }


def _rows(count: int) -> Iterator[tuple[str, ...]]:
    for number in range(1, count + 1):
        key = f"{1 + number // 100}.{number % 100}"
        text = f"Measure {number} with the words of a measure, konfrans {number % 40}"
        yield key, text, "DİNŞ, BPƏŞ", "2007-2010", "undetermined"


def measure(scenarios: list[Scenario], rounds: int) -> Medians:
    """The medians of every scenario; those that cannot be run are left out, and said."""
    runs: dict[str, list[dict[str, Any]]] = {scenario["name"]: [] for scenario in scenarios}
    for number in range(-1, rounds):  # the first round only warms up
        for scenario in scenarios:
            name = scenario["name"]
            try:
                result = tuibench.measure(scenario, SIZE, idle=number == 0)
            except (RuntimeError, OSError, subprocess.SubprocessError) as error:
                print(f"{name}: {str(error).splitlines()[0]}", file=sys.stderr)
                continue
            print(f"[{number}] {name} {result['t_ready']:.3f} s", file=sys.stderr)
            if number >= 0:
                runs[name].append(result)
    return {name: _medians(results) for name, results in runs.items() if results}


def _medians(results: list[dict[str, Any]]) -> dict[str, float]:
    medians = {}
    for number in ("t_ready", "bytes_settled", "rss_mb", "idle_cpu_ms", "idle_bytes", "filter_ms"):
        values = [result[number] for result in results if result.get(number) is not None]
        if values:
            medians[number] = statistics.median(values)
    keys = sorted(
        (key for result in results for key in result.get("keys", []) if key), key=lambda key: key[1]
    )
    if keys:
        medians["key_ms"] = statistics.median(key[1] for key in keys)
        medians["key_ms_p95"] = keys[int(0.95 * len(keys))][1]
        medians["key_bytes"] = statistics.median(key[2] for key in keys)
    return medians


def page(medians: Medians, rounds: int) -> Iterator[str]:
    """The page of the documentation."""
    yield "# Performance"
    yield ""
    yield "Written by `make bench`; see `bench/run.py` for what is measured and how. Claims are ratios of medians in"
    yield "one interleaved run: times on another machine, or in another hour, differ."
    yield ""
    yield f"{datetime.now(UTC):%Y-%m-%d}, {rounds} rounds, {machine()}."
    yield ""
    yield "| what | measured | against | ratio | at most | |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for claim in CLAIMS:
        yield _row(claim, medians)
    yield ""
    yield "| program | first rows or exit, s | bytes settled | key, ms (p95) | bytes a key | letter, ms | idle minute, ms CPU / bytes | MB |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for name, numbers in medians.items():
        yield _numbers(name, numbers)


def _row(claim: Claim, medians: Medians) -> str:
    mine, other = _value(claim.of, claim.number, medians), _value(claim.to, claim.number, medians)
    if mine is None or not other:
        return f"| {claim.what} | not measured | | | {claim.most:g} | |"
    ratio = mine / other
    kept = "kept" if ratio <= claim.most else "**missed**"
    return (
        f"| {claim.what} | {mine:.4g} {claim.unit} | {claim.to.partition(':')[0]}, {other:.4g} {claim.unit} "
        f"| {ratio:.2f} | {claim.most:g} | {kept} |"
    )


def _value(name: str, number: str, medians: Medians) -> float | None:
    name, _, other = name.partition(": ")
    names = {"key": "key_ms", "letter": "filter_ms"}
    number = names.get(
        other, {"letter_ms": "filter_ms", "decide_ms": "filter_ms"}.get(number, number)
    )
    return medians.get(name, {}).get(number)


def _numbers(name: str, numbers: dict[str, float]) -> str:
    def say(number: str, form: str) -> str:
        return format(numbers[number], form) if number in numbers else "-"

    cells = [
        name,
        say("t_ready", ".3f"),
        say("bytes_settled", ".0f"),
        f"{say('key_ms', '.1f')} ({say('key_ms_p95', '.1f')})",
        say("key_bytes", ".0f"),
        say("filter_ms", ".1f"),
        f"{say('idle_cpu_ms', '.0f')} / {say('idle_bytes', '.0f')}",
        say("rss_mb", ".0f"),
    ]
    return f"| {' | '.join(cells)} |"


def machine() -> str:
    """What it ran on."""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
