"""The installed command on data folders that are about to have a hard time."""

import os
import random
import secrets
import shutil
from pathlib import Path

import pytest
from installed_command import Cli

OFFICER = "Ə. Məmmədova"


@pytest.fixture(scope="session")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """The command where an officer of AZ is set up. To be copied, never used."""
    cli = Cli(tmp_path_factory.mktemp("set-up") / "data")
    cli.ok("setup", "--state", "AZ", "--officer", OFFICER)
    return cli


@pytest.fixture
def new(tmp_path: Path) -> Cli:
    """The command on a folder that does not exist yet."""
    return Cli(tmp_path / "data")


@pytest.fixture
def cli(set_up: Cli, tmp_path: Path) -> Cli:
    """The command where an officer of AZ is set up."""
    return Cli(Path(shutil.copytree(set_up.folder, tmp_path / "data")))


@pytest.fixture
def chance() -> random.Random:
    """Chance; its seed is printed where a test fails, and taken from ISTIRAK_TEST_SEED."""
    seed = int(os.environ.get("ISTIRAK_TEST_SEED") or secrets.randbelow(10**6))
    print(f"ISTIRAK_TEST_SEED={seed}")  # noqa: T201
    return random.Random(seed)  # noqa: S311  # nothing is kept secret by it
