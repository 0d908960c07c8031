"""Registers for the tests: seeded once, then copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import PROGRAMME, copied

from store.register import Register


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register that nobody has set up. To be copied, never opened."""
    file = tmp_path_factory.mktemp("seeded") / "istirak.db"
    Register.open(file).close()
    return file


@pytest.fixture(scope="session")
def ready(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register that an officer of AZ has set up. To be copied, never opened."""
    file = copied(seeded, tmp_path_factory.mktemp("ready"))
    with Register.open(file) as register:
        register.set_up(PROGRAMME, "AZ", "Ə. Məmmədova")
    return file


@pytest.fixture
def file(ready: Path, tmp_path: Path) -> Path:
    """The file of a register that is ready to be written to."""
    return copied(ready, tmp_path / "data")


@pytest.fixture
def register(file: Path) -> Iterator[Register]:
    """That register, open."""
    with Register.open(file) as opened:
        yield opened
