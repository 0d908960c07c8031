"""Disks of a few hundred kilobytes, and such as nobody may write to."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk that holds no more than this."""
    folder.mkdir()
    with _mounted(folder, "-t", "tmpfs", "-o", f"size={kilobytes}k", "small"):
        yield folder


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """For everybody, root too."""
    with _mounted(folder, "--bind", folder):
        _run("mount", "-o", "remount,ro,bind", folder)
        yield


def fill(disk: Path, leave: int = 0) -> Path:
    """Fill a disk but for some bytes; removing the file that is returned makes room again."""
    filler = disk / "filler"
    room = os.statvfs(disk)
    with filler.open("wb", buffering=0) as file:
        file.write(bytes(max(room.f_bavail * room.f_frsize - leave, 0)))
    return filler


@contextmanager
def _mounted(folder: Path, *how: str | Path) -> Iterator[None]:
    said = _run("mount", *how, folder)
    if said:
        pytest.skip(f"no disk can be mounted here: {said}")
    try:
        yield
    finally:
        _run("umount", "--lazy", folder)


def _run(command: str, *arguments: str | Path) -> str:
    """What is said where it does not work."""
    program = shutil.which(command)
    if program is None:
        return f"there is no {command}"
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    return done.stderr.strip() if done.returncode else ""
