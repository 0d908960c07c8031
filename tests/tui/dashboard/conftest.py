"""Registers for the dashboard: seeded once, then copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sitting import OFFICER, PROGRAMME, copied, name_origin

from store.register import Register


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register that nobody has set up. To be copied, never opened."""
    file = tmp_path_factory.mktemp("seeded") / "istirak.db"
    with Register.open(file) as register:
        name_origin(register)
    return file


@pytest.fixture(scope="session")
def set_up(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register that an officer of AZ has set up. To be copied, never opened."""
    file = copied(seeded, tmp_path_factory.mktemp("ready"))
    with Register.open(file) as register:
        register.set_up(PROGRAMME, "AZ", OFFICER)
    return file


@pytest.fixture
def new(seeded: Path, tmp_path: Path) -> Path:
    """The file of a register that nobody has set up."""
    return copied(seeded, tmp_path / "data")


@pytest.fixture
def file(set_up: Path, tmp_path: Path) -> Path:
    """The file of a register that is ready to be written to."""
    return copied(set_up, tmp_path / "data")


@pytest.fixture
def register(file: Path) -> Iterator[Register]:
    """That register, open."""
    with Register.open(file) as opened:
        yield opened
