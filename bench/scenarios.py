"""What is measured: each scenario as the harness takes it."""

import shutil
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Scenario = dict[str, Any]

TABLE: Scenario = {
    "ready": r"1\.1 [\s\S]*1\.2 ",
    "keys": "down*8 pgdn*3 up*3",
    "quit": "q",
}
# The first letter is the dearest: it leaves most rows, and the count beside it says it is shown.
SEARCH = {"open": "/", "text": "k", "wait": r"\d+ of \d+ · Enter"}


def all_scenarios(folder: Path, references: Path) -> list[Scenario]:
    """Every scenario.

    Args:
        folder: Where the stores and the rows were built.
        references: Where the other programs are installed.
    """
    return [*_ours(folder), *_least(), *_others(folder, references)]


def _ours(folder: Path) -> Iterator[Scenario]:
    istirak = str(Path(sysconfig.get_path("scripts")) / "istirak")

    def at(store: str) -> dict[str, str]:
        return {"ISTIRAK_DATA_DIR": str(folder / store)}

    docket = TABLE | {"quit": "enter q", "filter": SEARCH}
    yield docket | {"name": "dashboard", "cmd": [istirak], "env": at("real"), "idle": 60}
    yield docket | {"name": "dashboard, large", "cmd": [istirak], "env": at("large")}
    in_long = [istirak, "--programme", "long"]
    yield docket | {"name": "dashboard, long", "cmd": in_long, "env": at("long")}
    yield {
        "name": "decision",
        "cmd": [istirak],
        "env": at("written"),
        "prepare": f"rm -rf {folder}/written && cp -r {folder}/real {folder}/written",
        "ready": TABLE["ready"],
        # The dialog is open for a moment before the last key, as it is for a person: it is typed.
        "filter": {
            "open": ["d", "space", "tab", "tab", "text:a", "text:b", "text:c"],
            "text": "",
            "submit": "f2",
            "wait": "3 of 37",
        },
        "quit": "q",
    }
    yield {"name": "status", "cmd": [istirak, "status"], "env": at("real")}
    yield {"name": "status, large", "cmd": [istirak, "status"], "env": at("large")}
    piped = f"{istirak} --programme long measures | cat > /dev/null"
    yield {"name": "measures, long", "cmd": ["sh", "-c", piped], "env": at("long")}


def _least() -> Iterator[Scenario]:
    floor = [sys.executable, str(HERE / "references" / "floor.py")]
    yield TABLE | {"name": "floor", "cmd": floor, "idle": 60}
    yield {"name": "python", "cmd": [sys.executable, "-c", "pass"]}
    imported = "from textual.app import App; from textual.widgets import DataTable, Footer, Header"
    yield {"name": "textual imported", "cmd": [sys.executable, "-c", imported]}
    yield {"name": "hello", "cmd": [sys.executable, str(HERE / "references" / "hello.py")]}


def _others(folder: Path, references: Path) -> Iterator[Scenario]:
    visidata, sqlite_utils, vit = (str(references / name) for name in ("vd", "sqlite-utils", "vit"))
    for count in (37, 10_000):
        # VisiData has no filter that follows each letter: its search for the next match does most.
        yield TABLE | {
            "name": f"visidata {count}",
            "cmd": [visidata, str(folder / f"{count}.csv")],
            "filter": {
                "open": "| k o n f r a n",
                "text": "s",
                "submit": "enter",
                "wait": "selected",
            },
        }
        query = ["query", str(folder / f"{count}.db"), "SELECT * FROM rows", "--table"]
        yield {"name": f"sqlite-utils {count}", "cmd": [sqlite_utils, *query]}
        if not shutil.which("task"):
            continue
        rc = {"TASKRC": str(folder / f"task{count}" / "taskrc")}
        listed = "task list 2> /dev/null | cat > /dev/null"
        yield {"name": f"task list {count}", "cmd": ["sh", "-c", listed], "env": rc}
        yield {
            "name": f"vit {count}",
            "cmd": [vit],
            "env": rc,
            "prepare": 'mkdir -p "$HOME/.vit" && : > "$HOME/.vit/config.ini"',
            "ready": "Measure",
            "keys": "down*5",
            "filter": {"open": "f", "text": "konfrans", "submit": "enter", "wait": "konfrans"},
            "quit": ":q enter",
        }
    batch = ["-b", str(folder / "10000.csv"), "-o", "/dev/null", "--save-filetype", "csv"]
    yield {"name": "visidata batch 10000", "cmd": [visidata, *batch]}
