"""What is promised of the numbers, and the page that says whether it was kept."""

import os
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

Medians = dict[str, dict[str, float]]


class Side(NamedTuple):
    """A number of a scenario."""

    scenario: str
    number: str

    def value(self, medians: Medians) -> float | None:
        """Its median, or None when it was not measured."""
        return medians.get(self.scenario, {}).get(self.number)


class Claim(NamedTuple):
    """A number, and how much of another one it may be; without another one, how much itself.

    Attributes:
        what: The line of the table.
        ours: The number.
        theirs: What it stands beside.
        most: The limit.
        why: What the time is made of, where the limit may be missed.
    """

    what: str
    ours: Side
    theirs: Side | None
    most: float
    why: str = ""

    def value(self, medians: Medians) -> float | None:
        """The ratio, or the number itself; None when it was not measured."""
        ours = self.ours.value(medians)
        if self.theirs is None or ours is None:
            return ours
        theirs = self.theirs.value(medians)
        return ours / theirs if theirs else None


def _claim(what: str, number: str, ours: str, theirs: str, most: float, why: str = "") -> Claim:
    return Claim(what, Side(ours, number), Side(theirs, number), most, why)


ROWS, LONG, LARGE = "dashboard", "dashboard, long", "dashboard, large"
A_KEY = Side(ROWS, "key_ms")

DECISION = """
Some of it has no way around: the entry is on disk before it is acknowledged, and the wait for the
disk takes as long as one to three cursor keys, depending on the disk. Under the dialog lies a
dimmed screen, so each of its 1,920 cells is drawn anew, where a cursor key draws two lines. The
rest is validating, hashing, the insertion through SQLModel and reading the entry back. What could
be done before is: importing and rehearsing the ORM, the backup of the day and the beginning of the
write-ahead log, while the officer types; taking the dialog apart is done afterwards.
"""

FIRST_ROWS = """
Beyond what the floor does, a start imports the dashboard's own modules and SQLite's driver, opens
the register, reads programme and measures in one query each, and draws two lists. Dialogs and other
screens are imported when they are opened.
"""

CLAIMS = (
    _claim(
        "first rows of the real docket, cold process", "t_ready", ROWS, "floor", 1.15, FIRST_ROWS
    ),
    _claim("… and not after VisiData", "t_ready", ROWS, "visidata 37", 1),
    _claim("first rows, large store", "t_ready", LARGE, ROWS, 1.3),
    _claim("cursor key, 37 rows, median", "key_ms", ROWS, "floor", 1),
    _claim("cursor key, 37 rows, 95th percentile", "key_ms_p95", ROWS, "floor", 1),
    _claim("cursor key, 10,000 rows, median", "key_ms", LONG, "floor", 1),
    _claim("cursor key, 10,000 rows, 95th percentile", "key_ms_p95", LONG, "floor", 1),
    Claim("cursor key, 37 rows, bytes", Side(ROWS, "key_bytes"), None, 400),
    Claim("cursor key, 10,000 rows, bytes", Side(LONG, "key_bytes"), None, 400),
    Claim("a letter in the search, 37 rows", Side(ROWS, "filter_ms"), A_KEY, 2),
    Claim("a letter in the search, 10,000 rows, ms", Side(LONG, "filter_ms"), None, 50),
    _claim("… and ahead of VisiData", "filter_ms", LONG, "visidata 10000", 1),
    _claim("… and of vit", "filter_ms", LONG, "vit 10000", 1),
    Claim(
        "a decision, from Enter to shown and on disk",
        Side("decision", "filter_ms"),
        A_KEY,
        3,
        DECISION,
    ),
    Claim("idle for a minute, bytes", Side(ROWS, "idle_bytes"), None, 0),
    _claim("idle for a minute, wake-ups", "idle_wakes", ROWS, "floor", 1),
    _claim("idle for a minute, processor time", "idle_cpu_ms", ROWS, "floor", 1),
    _claim("memory at first rows", "rss_mb", ROWS, "floor", 1.2),
    _claim("memory at first rows, large store", "rss_mb", LARGE, "floor", 1.5),
    _claim("`status`, real store", "t_ready", "status", "hello", 1.2),
    _claim("… and not after sqlite-utils", "t_ready", "status", "sqlite-utils 37", 1),
    _claim("`status`, large store", "t_ready", "status, large", "status", 1.5),
    _claim("`measures` of 10,000 to a pipe, ahead of `task list`", "t_ready", "measures, long",
           "task list 10000", 1),
    _claim("… and of VisiData's batch mode", "t_ready", "measures, long",
           "visidata batch 10000", 1),
    _claim("bytes to the first settled screen at 80x24", "bytes_settled", ROWS, "floor", 1),
)  # fmt: skip

COLUMNS = {
    "first rows, or exit, s": ("t_ready", ".3f"),
    "bytes settled": ("bytes_settled", ".0f"),
    "a key, ms": ("key_ms", ".1f"),
    "95th": ("key_ms_p95", ".1f"),
    "bytes": ("key_bytes", ".0f"),
    "letter, or decision, ms": ("filter_ms", ".1f"),
    "idle, ms CPU": ("idle_cpu_ms", ".1f"),
    "idle, wake-ups": ("idle_wakes", ".0f"),
    "idle, bytes": ("idle_bytes", ".0f"),
    "MB": ("rss_mb", ".0f"),
}


def page(medians: Medians, rounds: int) -> Iterator[str]:
    """The page of the documentation, line by line."""
    yield "# Performance"
    yield ""
    yield "Written by `make bench`; `bench/` says what is measured and how. Promises are ratios of"
    yield "medians in one interleaved run: times on another machine, or in another hour, differ."
    yield "*Long* is a store with a programme of 10,000 measures, *large* one with 10,000 in 200"
    yield "programmes and a million entries. The decision is the first of a day in a process just"
    yield "started. Idle: a minute for dashboard and floor, else 5 s."
    yield ""
    yield f"{datetime.now(UTC):%Y-%m-%d}, {rounds} rounds at 80x24, {machine()}."
    yield ""
    yield "| what | beside | measured | at most | |"
    yield "| --- | --- | --- | --- | --- |"
    yield from (_line(claim, medians) for claim in CLAIMS)
    yield from _missed(medians)
    yield from _floor(medians)
    yield ""
    yield "## All numbers"
    yield ""
    yield f"| program | {' | '.join(COLUMNS)} |"
    yield "| --- " * (len(COLUMNS) + 1) + "|"
    for name, numbers in medians.items():
        cells = (
            format(numbers[number], form) if number in numbers else ""
            for number, form in COLUMNS.values()
        )
        yield f"| {name} | {' | '.join(cells)} |"


def _line(claim: Claim, medians: Medians) -> str:
    beside = claim.theirs.scenario if claim.theirs else ""
    if claim.theirs == A_KEY:
        beside = "a cursor key at 37 rows"
    value = claim.value(medians)
    if value is None:
        return f"| {claim.what} | {beside} | not measured | {claim.most:g} | |"
    shown = f"{value:.2f} ×" if claim.theirs else f"{value:.0f}"
    most = f"{claim.most:g}{' ×' if claim.theirs else ''}"
    kept = "kept" if value <= claim.most else "**missed**"
    return f"| {claim.what} | {beside} | {shown} | {most} | {kept} |"


def _missed(medians: Medians) -> Iterator[str]:
    """What the time is made of where a promise was not kept."""
    for claim in CLAIMS:
        value = claim.value(medians)
        if value is not None and value > claim.most and claim.why:
            by = f"{value / claim.most - 1:.0%}"
            yield from ("", f"**Missed by {by}: {claim.what}.** {' '.join(claim.why.split())}")


def _floor(medians: Medians) -> Iterator[str]:
    """What the floor is made of: what no dashboard of this kind gets around."""
    names = ("python", "textual imported", "floor")
    python, textual, floor = (Side(name, "t_ready").value(medians) for name in names)
    if python is None or textual is None or floor is None:
        return
    yield ""
    yield "## What the floor is made of"
    yield ""
    yield f"Of the {floor * 1e3:.0f} ms until the floor shows its rows, starting Python takes"
    yield f"{python * 1e3:.0f}, importing what it uses of Textual {(textual - python) * 1e3:.0f},"
    yield f"and to mount, style, lay out and draw its widgets {(floor - textual) * 1e3:.0f}."
    yield "The dashboard does the same with more widgets, reads the register besides, and makes up"
    yield "for it: a line of keys instead of Textual's Footer, lists that draw only what they show,"
    yield "no ORM, and no search for garbage before the first screen is drawn."


def machine() -> str:
    """What it ran on."""
    python, cores = platform.python_version(), os.cpu_count()
    return f"{cores} × {_processor()}, {platform.system()} {platform.machine()}, Python {python}"


def _processor() -> str:
    try:
        about = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.partition(":")[2].strip() for line in about.splitlines() if "model name" in line]
    return names[0] if names else "unknown processor"
