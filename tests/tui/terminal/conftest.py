"""Data folders for the command in a terminal."""

import shutil
from pathlib import Path

import pytest
from terminal import istirak


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that an officer of AZ has set up. To be copied, never used."""
    folder = tmp_path_factory.mktemp("known") / "data"
    istirak(folder, "setup", "--state", "AZ", "--officer", "Ə. Məmmədova")
    return folder


@pytest.fixture
def folder(known: Path, tmp_path: Path) -> Path:
    """A data folder that an officer of AZ has set up."""
    return Path(shutil.copytree(known, tmp_path / "data"))
