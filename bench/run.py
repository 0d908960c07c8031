"""Measure the installed command beside its references, in one run, and write docs/performance.md.

    make bench                      nine rounds, about twenty minutes
    python bench/run.py --rounds 3  a quick look

Each round starts every program once on a pseudo-terminal of 80x24, in turn, so that all share the
machine's moods; what is written are medians, and what is promised are ratios of them. A start in
which others were busy on the machine is repeated once.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import rows
import stores
import tuibench
from claims import Medians, page
from scenarios import Scenario, all_scenarios

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
SIZE = "80x24"
NUMBERS = (
    *("t_ready", "bytes_settled", "rss_mb", "filter_ms"),
    *("idle_cpu_ms", "idle_bytes", "idle_wakes"),
)
FOREIGN = 0.25
"""Cores that others may use while a program starts."""


def main() -> None:
    """Build the stores and references, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "istirak-bench"))
    parser.add_argument("--only", help="measure what has this in its name, and write no page")
    arguments = parser.parse_args()
    stores.build(arguments.folder)
    rows.build(arguments.folder)
    references = Path(os.environ["ISTIRAK_BENCH_REFERENCES"]).absolute()
    scenarios = [
        scenario
        for scenario in all_scenarios(arguments.folder, references)
        if not arguments.only or arguments.only in scenario["name"]
    ]
    medians = measure(scenarios, arguments.rounds)
    if arguments.only:
        print(json.dumps(medians, indent=1))
    else:
        PAGE.write_text("\n".join(page(medians, arguments.rounds)) + "\n", "utf-8")


def measure(scenarios: list[Scenario], rounds: int) -> Medians:
    """The medians of every scenario; those that cannot be run are left out, and said."""
    runs: dict[str, list[dict[str, Any]]] = {scenario["name"]: [] for scenario in scenarios}
    for number in range(-1, rounds):  # the first round only warms up
        for scenario in scenarios:
            name = scenario["name"]
            try:
                result = tuibench.measure(scenario, SIZE, idle=number == 0)
                if number >= 0 and result["foreign"] > FOREIGN:
                    again = tuibench.measure(scenario, SIZE, idle=False)
                    if again["foreign"] < result["foreign"]:
                        result |= again
            except (RuntimeError, OSError, subprocess.SubprocessError) as error:
                print(f"{name}: {str(error).splitlines()[0]}", file=sys.stderr)
                continue
            print(f"[{number}] {name} {result['t_ready']:.3f} s", file=sys.stderr)
            if number >= 0:
                runs[name].append(result)
    return {name: _medians(results) for name, results in runs.items() if results}


def _medians(results: list[dict[str, Any]]) -> dict[str, float]:
    medians = {}
    for number in NUMBERS:
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


if __name__ == "__main__":
    main()
