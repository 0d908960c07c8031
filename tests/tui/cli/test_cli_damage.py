"""Damaged files: an answer or one line that says what is wrong, and never a crash."""

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from installed_command import Cli

from store.schema import TRIGGERS
from tui.cli.commands import application
from tui.cli.edge import guarded

DECIDE = ("decide", "--position", "participates", "--date", "2008-03-04")
READING = (["measures"], ["show", "2.4"], ["history"], ["status"], ["verify"], ["doctor"])


@pytest.fixture(scope="module")
def written(known: Cli, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A register with six entries."""
    cli = Cli(tmp_path_factory.mktemp("written") / "data")
    shutil.copytree(known.folder, cli.folder)
    cli.ok(*DECIDE, "1.1", "2.4.ç", "V", "--note", "[/x] Ə" * 99)
    cli.ok("retract", "1", "--reason", "x")
    cli.ok(*DECIDE, "3.1", "--state", "AM", "--source", "nota")
    cli.ok(*DECIDE, "2.4")
    return (cli.folder / "istirak.db").read_bytes()


class Damaged:
    """The commands, in this process, on a file."""

    def __init__(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.file = file
        self._capsys = capsys

    def run(self, *arguments: str) -> tuple[int, str]:
        """The exit code and what is said; it is a line that was meant for people."""

        def work() -> None:
            typed = ["--data-dir", str(self.file.parent), *arguments]
            with application().make_context("istirak", typed) as context:
                application().invoke(context)

        code = guarded(work)
        out, err = self._capsys.readouterr()
        assert code in (0, 1, 2, 3), (code, err)
        assert "something broke" not in err, err
        assert "Traceback" not in err + out
        assert err.count("\n") <= 1
        assert bool(err) == (code != 0)
        return code, out + err

    def read(self) -> None:
        """Every way to look at it gives an answer or an error; `verify` or opening names damage."""
        for arguments in READING:
            self.run(*arguments)


@pytest.fixture
def damaged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Damaged]:
    file = tmp_path / "data" / "istirak.db"
    file.parent.mkdir(mode=0o700)
    yield Damaged(file, capsys)
    assert not list(file.parent.glob("crash-*"))
    assert sys.stdout is not None


def test_a_flipped_byte_in_every_page(written: bytes, damaged: Damaged) -> None:
    unnoticed = []
    for page in range(0, len(written), 4096):
        used = written[page : page + 4096].rstrip(b"\0")
        for place in {0, len(used) - 1} if used else ():
            content = bytearray(written)
            content[page + place] ^= 0x15
            damaged.file.write_bytes(content)
            damaged.read()
            if damaged.run("verify")[0] == 0:
                unnoticed.append(used)
    # Whom the register belongs to can be set anew; and the first byte of some pages means nothing.
    assert all(b"officer" in used or used[0] == 0 for used in unnoticed)
    assert len(unnoticed) < 5


def test_a_file_that_was_cut_short(written: bytes, damaged: Damaged) -> None:
    for end in (2, 15, 16, 99, 100, 101, 511, 512, 1024, 4095, *range(4096, len(written), 33333)):
        damaged.file.write_bytes(written[:end])
        assert damaged.run("measures")[0] == 3 or damaged.run("verify")[0] == 1, end
        damaged.read()


@pytest.mark.parametrize("content", [b"Dear Sir,\n" * 999, b"\0" * 9999, b"SQLite format 3\0" * 99])
def test_a_file_that_is_no_register(damaged: Damaged, content: bytes) -> None:
    damaged.file.write_bytes(content)
    for arguments in READING[:-1]:
        code, said = damaged.run(*arguments)
        assert code == 3
        assert str(damaged.file) in said
    assert damaged.run("doctor")[0] == 1
    assert damaged.file.read_bytes() == content


def test_an_empty_file_becomes_a_register(damaged: Damaged) -> None:
    damaged.file.touch(mode=0o600)
    assert damaged.run("doctor")[0] == 0
    assert damaged.run("verify") == (0, "Sound: 0 entries.\n")


@pytest.mark.parametrize(
    ("statement", "number", "said"),
    [
        ("UPDATE entry SET recorded_by = 'Mallory' WHERE seq = 3", 3, "was changed"),
        ("DELETE FROM entry WHERE seq = 3", 4, "missing before"),
        ("DELETE FROM entry WHERE seq = 6", 5, "missing after"),
        ("UPDATE entry SET seq = seq + 9 WHERE seq = 3", 3, "own number"),
        ("UPDATE chain SET seq = 5", 6, "is not the entry"),
        ("SELECT 1", None, "trigger"),
    ],
)
def test_a_ledger_that_was_tampered_with(
    written: bytes, damaged: Damaged, statement: str, number: int | None, said: str
) -> None:
    damaged.file.write_bytes(written)
    with closing(sqlite3.connect(damaged.file, isolation_level=None)) as connection:
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement)
        for trigger in TRIGGERS.values() if number else ():
            connection.execute(trigger)
    damaged.read()
    code, found = damaged.run("verify")
    assert code == 1
    (line, *_) = [line for line in found.splitlines() if said in line]
    assert (f"-{number}\t" in line) if number else line.startswith("-\t")


def test_what_is_left_of_it_can_be_saved(written: bytes, damaged: Damaged) -> None:
    content = bytearray(written)
    content[:100] = bytes(100)
    damaged.file.write_bytes(content)
    new = damaged.file.parent.with_name("new")
    code = guarded(
        lambda: application().main(
            ["--data-dir", str(damaged.file.parent), "salvage", str(new)], standalone_mode=False
        )
    )
    assert code == 0
    with closing(sqlite3.connect(new / "istirak.db")) as connection:
        assert connection.execute("SELECT count(*) FROM entry").fetchone() == (6,)
