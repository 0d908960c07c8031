"""An OpenSSH server of the tests' own, on the loopback, and a terminal that logs in to it."""

import getpass
import os
import shlex
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep

import psutil
from terminal import COMMAND, PATIENCE, Terminal, surroundings

SERVER = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
CLIENT = shutil.which("ssh")


class Server:
    """A server with keys of its own, for who runs the tests, on a port of the loopback.

    Args:
        folder: Where its keys and its configuration go.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700)
        self.folder = folder
        self.port = _free_port()
        for name in ("host", "client"):
            _run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name)
        shutil.copy(folder / "client.pub", folder / "authorized")
        host = (folder / "host.pub").read_text("utf-8")
        (folder / "known").write_text(f"[127.0.0.1]:{self.port} {host}", "utf-8")
        (folder / "sshd_config").write_text(
            f"""
            ListenAddress 127.0.0.1
            Port {self.port}
            HostKey {folder}/host
            PidFile {folder}/pid
            AuthorizedKeysFile {folder}/authorized
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            PrintMotd no
            """,
            "utf-8",
        )
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        self.process = subprocess.Popen(
            [str(SERVER), "-D", "-E", folder / "log", "-f", folder / "sshd_config"],
            stdin=subprocess.DEVNULL,
        )
        self._wait_until_it_answers()

    def close(self) -> None:
        """End it, and everybody who is logged in."""
        for child in psutil.Process(self.process.pid).children(recursive=True):
            child.kill()
        self.process.kill()
        self.process.wait(PATIENCE)

    def login(self, data: Path, environment: Mapping[str, str]) -> list[str]:
        """The command line that logs in and runs the dashboard on a data folder there."""
        words = [f"{name}={value}" for name, value in environment.items()]
        there = shlex.join(["env", *words, f"ISTIRAK_DATA_DIR={data}", str(COMMAND)])
        options = {
            "IdentityFile": self.folder / "client",
            "IdentitiesOnly": "yes",
            "UserKnownHostsFile": self.folder / "known",
            "StrictHostKeyChecking": "yes",
            "LogLevel": "ERROR",
        }
        given = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        whom = f"{getpass.getuser()}@127.0.0.1"
        return [str(CLIENT), "-F", "none", "-tt", "-p", str(self.port), *given, whom, there]

    def _wait_until_it_answers(self) -> None:
        give_up = monotonic() + PATIENCE
        while True:
            with closing(socket.socket()) as caller:
                if caller.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert self.process.poll() is None, (self.folder / "log").read_text("utf-8")
            assert monotonic() < give_up
            sleep(0.02)  # between two calls


@contextmanager
def logged_in(
    server: Server, data: Path, *, kind: str, size: tuple[int, int] = (80, 24)
) -> Iterator[Terminal]:
    """A terminal of a kind, logged in to the server, with the dashboard in it."""
    program = server.login(data, {"LC_ALL": "C.UTF-8"})
    made = Terminal(data, program=program, size=size, environment={"TERM": kind, "COLORTERM": ""})
    try:
        yield made
    finally:
        made.close()


def dashboards(data: Path) -> list[psutil.Process]:
    """The dashboards that run on a data folder."""
    wanted = surroundings(data)["ISTIRAK_DATA_DIR"]
    found = []
    for process in psutil.process_iter():
        try:
            runs = str(COMMAND) in process.cmdline()
            if runs and process.environ().get("ISTIRAK_DATA_DIR") == wanted:
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue
    return found


def _free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _run(*words: str | Path) -> None:
    subprocess.run(words, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
