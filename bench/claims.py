"""What is promised of the numbers, and the page that says whether it was kept."""

import os
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
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
    """A ratio that is promised, and at most how much it may be."""

    what: str
    ours: Side
    theirs: Side
    most: float


def _claim(what: str, number: str, ours: str, theirs: str, most: float) -> Claim:
    return Claim(what, Side(ours, number), Side(theirs, number), most)


ROWS, LONG, LARGE = "dashboard", "dashboard, long", "dashboard, large"
A_KEY = Side(ROWS, "key_ms")

CLAIMS = (
    _claim("first rows", "t_ready", ROWS, "floor", 1.15),
    _claim("first rows, beside VisiData", "t_ready", ROWS, "visidata 37", 1),
    _claim("first rows, large store", "t_ready", LARGE, ROWS, 1.3),
    _claim("cursor key, 37 rows, median", "key_ms", ROWS, "floor", 1),
    _claim("cursor key, 37 rows, 95th percentile", "key_ms_p95", ROWS, "floor", 1),
    _claim("cursor key, 10,000 rows, median", "key_ms", LONG, "floor", 1),
    _claim("cursor key, 10,000 rows, 95th percentile", "key_ms_p95", LONG, "floor", 1),
    Claim("a letter in the search, 37 rows", Side(ROWS, "filter_ms"), A_KEY, 2),
    _claim("a letter, 10,000 rows, beside VisiData", "filter_ms", LONG, "visidata 10000", 1),
    _claim("a letter, 10,000 rows, beside vit", "filter_ms", LONG, "vit 10000", 1),
    Claim("a decision, from Enter to shown and on disk", Side("decision", "filter_ms"), A_KEY, 3),
    _claim("processor time of an idle minute", "idle_cpu_ms", ROWS, "floor", 1),
    _claim("memory at first rows", "rss_mb", ROWS, "floor", 1.2),
    _claim("memory at first rows, large store", "rss_mb", LARGE, "floor", 1.5),
    _claim("bytes to the first settled screen", "bytes_settled", ROWS, "floor", 1),
    _claim("`status`", "t_ready", "status", "hello", 1.2),
    _claim("`status`, beside sqlite-utils", "t_ready", "status", "sqlite-utils 37", 1),
    _claim("`status`, large store", "t_ready", "status, large", "status", 1.5),
    _claim("`measures` of 10,000, piped, beside task", "t_ready", "measures, long",
           "task list 10000", 1),
    _claim("`measures` of 10,000, piped, beside VisiData", "t_ready", "measures, long",
           "visidata batch 10000", 1),
)  # fmt: skip

COLUMNS = {
    "first rows, or exit, s": ("t_ready", ".3f"),
    "bytes settled": ("bytes_settled", ".0f"),
    "a key, ms": ("key_ms", ".1f"),
    "95th": ("key_ms_p95", ".1f"),
    "bytes": ("key_bytes", ".0f"),
    "letter, or decision, ms": ("filter_ms", ".1f"),
    "idle, ms CPU": ("idle_cpu_ms", ".1f"),
    "idle, bytes": ("idle_bytes", ".0f"),
    "MB": ("rss_mb", ".0f"),
}


def page(medians: Medians, rounds: int) -> Iterator[str]:
    """The page of the documentation, line by line."""
    yield "# Performance"
    yield ""
    yield "Written by `make bench`; `bench/` says what is measured and how. Claims are ratios of"
    yield "medians in one interleaved run: times on another machine, or in another hour, differ."
    yield "*Long* is a store with a programme of 10,000 measures, *large* one with 10,000 in 200"
    yield "programmes and a million entries. Idle: a minute for dashboard and floor, else 5 s."
    yield ""
    yield f"{datetime.now(UTC):%Y-%m-%d}, {rounds} rounds at 80x24, {machine()}."
    yield ""
    yield "| what | beside | ratio | at most | |"
    yield "| --- | --- | --- | --- | --- |"
    yield from (_line(claim, medians) for claim in CLAIMS)
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
    ours, theirs = claim.ours.value(medians), claim.theirs.value(medians)
    beside = "a cursor key" if claim.theirs == A_KEY else claim.theirs.scenario
    if ours is None or not theirs:
        return f"| {claim.what} | {beside} | not measured | {claim.most:g} | |"
    ratio = ours / theirs
    kept = "kept" if ratio <= claim.most else "**missed**"
    return f"| {claim.what} | {beside} | {ratio:.2f} | {claim.most:g} | {kept} |"


def machine() -> str:
    """What it ran on."""
    python = platform.python_version()
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {python}"
