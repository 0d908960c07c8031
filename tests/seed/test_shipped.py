"""What is asked at every start is cheap, and reads nothing outside a programme's folder."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from seed.errors import ProgrammeError
from seed.shipped import content_hash, programme_bytes, programme_folders


@pytest.mark.parametrize("module", ["seed", "seed.shipped", "seed.folding", "seed.errors"])
def test_importing_it_costs_nothing(module: str) -> None:
    code = f"import sys, {module}; print(*{{'pydantic', 'tomllib', 'sqlmodel'}} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_shipped_programmes_are_listed_by_name() -> None:
    folders = programme_folders()
    assert "cis-thb-2007-2010" in [folder.name for folder in folders]
    assert list(folders) == sorted(folders)
    assert all((folder / "programme.toml").is_file() for folder in folders)


def test_the_hash_is_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_bytes(b"not even \xff TOML")
    assert content_hash(tmp_path) == hashlib.sha256(b"not even \xff TOML").hexdigest()


def refused(folder: Path) -> str:
    with pytest.raises(ProgrammeError) as caught:
        programme_bytes(folder)
    assert caught.value.file == folder / "programme.toml"
    assert caught.value.key == "the file"
    return caught.value.expected


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == "is missing"
    assert refused(tmp_path / "nowhere") == "is missing"


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "programme.toml").mkdir()
    assert refused(tmp_path) == "an ordinary file was expected"


def test_a_pipe_in_its_place_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "programme.toml")
    assert refused(tmp_path) == "an ordinary file was expected"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    outside.write_text("id = 1")
    folder = tmp_path / "programme"
    folder.mkdir()
    (folder / "programme.toml").symlink_to(outside)
    assert refused(folder) == "must lie in its own folder, not be a link out"


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "edition-2.toml").write_text("id = 2")
    (tmp_path / "programme.toml").symlink_to("edition-2.toml")
    assert programme_bytes(tmp_path) == b"id = 2"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "programme.toml").symlink_to("programme.toml")
    assert refused(tmp_path).startswith("cannot be read: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_text("id = 1")
    (tmp_path / "programme.toml").chmod(0)
    assert refused(tmp_path) == "cannot be read: Permission denied"
