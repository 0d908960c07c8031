"""Where the register lives."""

from pathlib import Path

import pytest

from store.errors import Usage
from store.location import ENVIRONMENT_VARIABLE, data_folder, register_file


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_users_data_folder_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert data_folder() == tmp_path / "share" / "istirak"
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "named"))
    assert data_folder() == tmp_path / "named"
    assert data_folder(tmp_path / "chosen") == tmp_path / "chosen"
    assert register_file(tmp_path / "chosen") == tmp_path / "chosen" / "istirak.db"
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "")
    assert data_folder() == tmp_path / "share" / "istirak"


def test_a_folder_is_told_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert data_folder(Path("here")) == tmp_path / "here"
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "~/register")
    assert data_folder() == tmp_path / "home" / "register"


def test_the_home_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "~no-such-user/register")
    with pytest.raises(Usage, match="no-such-user"):
        data_folder()


def test_asking_makes_nothing(tmp_path: Path) -> None:
    register_file()
    register_file(tmp_path / "x" / "y")
    assert list(tmp_path.iterdir()) == []
