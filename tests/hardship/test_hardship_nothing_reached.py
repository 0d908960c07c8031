"""The main job reaches no network, starts no program, and runs nothing that lies in its folder."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from installed_command import Cli
from main_job import do_the_main_job
from scenes import HERE

TOOLS = [HERE.parent / "tui" / "cli", HERE.parent / "tui" / "terminal"]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def watched(log: Path) -> dict[str, str]:
    """Surroundings in which what a program does is written down, and the network is denied."""
    return {"PYTHONPATH": str(HERE / "watched"), "WATCHED_LOG": str(log)}


def heard(log: Path) -> Iterator[tuple[str, str]]:
    for line in log.read_text("utf-8").splitlines():
        event, about = json.loads(line)
        yield event, about


def test_the_watch_sees_what_it_watches_for(log: Path, watched: dict[str, str]) -> None:
    reaching = (
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
        "import subprocess; subprocess.run(['true'])",
        "import ctypes; ctypes.CDLL('libm.so.6')",
    )
    ends = [
        subprocess.run(
            [sys.executable, "-c", code], env=watched, capture_output=True, check=False
        ).returncode
        for code in reaching
    ]
    assert ends == [1, 1, 1, 0, 0]
    events = {event for event, _ in heard(log)}
    assert events >= {"socket.getaddrinfo", "urllib.Request", "socket.__new__", "ctypes.dlopen"}
    assert "subprocess.Popen" in events


MODULES = (
    *(
        "sitecustomize",
        "usercustomize",
        "json",
        "sqlite3",
        "typing",
        "textual",
        "typer",
        "pydantic",
    ),
    *("seed", "store", "tui", "programmes", "istirak", "tomllib", "conftest", "readline"),
)


@pytest.fixture
def mark(new: Cli, tmp_path: Path) -> Iterator[Path]:
    """A file that is made when anything is run that lies in the data folder. One stands in it."""
    mark = tmp_path / "mark"
    run = f"open({str(mark)!r}, 'a').write('run')\n"
    programmes = new.folder / "programmes"
    for folder in (new.folder, programmes, programmes / "json"):
        folder.mkdir(exist_ok=True)
        for module in MODULES:
            (folder / f"{module}.py").write_text(run)
            (folder / module).mkdir(exist_ok=True)
            (folder / module / "__init__.py").write_text(run)
        (folder / "istirak.pth").write_text(f"import os; {run}")
        (folder / "istirak").chmod(0o755)
    before = Path.cwd()
    os.chdir(new.folder)
    yield mark
    os.chdir(before)


def test_no_network_no_program_and_nobodys_file(
    new: Cli, log: Path, watched: dict[str, str], mark: Path
) -> None:
    do_the_main_job(new.folder, watched)
    assert not mark.exists()
    done = [(event, about) for event, about in heard(log) if event != "open"]
    # Python's own functions, which need no file: so are other programs' writes heard of.
    assert set(done) <= {("ctypes.dlopen", "(None,)")}
    assert list(new.folder.glob("crash*")) == []

    own = [new.folder, HERE, *map(Path, (sys.prefix, sys.base_prefix)), HERE.parents[1]]
    system = [Path(place) for place in ("/dev", "/proc/self", "/usr/share", "/usr/lib", "/etc")]
    places = {Path(about) for event, about in heard(log) if event == "open" and about[:1] == "/"}
    others = [
        place for place in places if not any(place.is_relative_to(each) for each in own + system)
    ]
    assert others == []
    assert {place for place in places if place.is_relative_to("/etc")} <= {
        *map(Path, ("/etc/localtime", "/etc/timezone", "/etc/mime.types", "/etc/os-release"))
    }


def test_where_there_is_no_network_at_all(new: Cli) -> None:
    unshare = shutil.which("unshare")
    alone = [str(unshare), "--net", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    if unshare is None or subprocess.run([*alone, "true"], check=False).returncode != 0:
        pytest.skip("this system does not let a program take the network from another")
    done = subprocess.run(
        [*alone, sys.executable, HERE / "main_job.py", new.folder],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, TOOLS))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
