"""The command on folders of its own."""

from pathlib import Path

import pytest
from installed_command import Cli


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """The command on a folder that does not exist yet."""
    return Cli(tmp_path / "data")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """The command where Azerbaijan and an officer are set up; tests may add, and rely on little."""
    cli = Cli(tmp_path_factory.mktemp("known") / "data")
    cli.ok("setup", "--state", "AZ", "--officer", "Ə. Məmmədova")
    return cli
