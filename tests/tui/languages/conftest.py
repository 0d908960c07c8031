"""Full registers, and what is said of them: each command and each screen once for all tests."""

import shutil
from functools import cache
from pathlib import Path

import pytest
import walk
from commands_to_say import IN_AN_EDITION, LOOKING, RECORDING, REFUSED, helps, in_words
from full_register import fill, publish
from many_commands import Commands, Said, run_many
from walk import NARROW, Page, Pages

from store.register import Register


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a full register. To be copied, never opened."""
    folder = tmp_path_factory.mktemp("full") / "data"
    folder.mkdir(mode=0o700)
    with Register.open(folder / "istirak.db") as register:
        fill(register)
    return folder


@pytest.fixture(scope="session")
def edited(full: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, where an edition of the programme has changed words. To be copied, never opened."""
    folder = tmp_path_factory.mktemp("edited") / "data"
    shutil.copytree(full, folder, dirs_exist_ok=True)
    publish(folder)
    return folder


@pytest.fixture(scope="session")
def commands(full: Path, edited: Path, tmp_path_factory: pytest.TempPathFactory) -> Commands:
    """What commands say in a language, on a terminal of so many columns; 0 is a pipe.

    Where a language of the programme's words is asked for, those that print some; else all.
    """

    @cache
    def said(code: str, columns: int, words: str | None = None) -> list[Said]:
        above = tmp_path_factory.mktemp("commands")
        on_full, on_edited = above / "full", above / "edited"
        shutil.copytree(full, on_full)
        shutil.copytree(edited, on_edited)
        run = run_many(on_edited, [*IN_AN_EDITION], code, columns)
        if words is not None:
            looking = [in_words(each, words) for each in LOOKING]
            return run + run_many(on_full, [*looking, *helps()], code, columns)
        return run + run_many(on_full, [*LOOKING, *helps(), *REFUSED, *RECORDING], code, columns)

    return said


@pytest.fixture(scope="session")
def screens(full: Path, edited: Path, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """What stands on all screens in a language, with the programme's words in one."""

    @cache
    def seen(code: str, words: str, size: tuple[int, int] = NARROW) -> list[Page]:
        return walk.pages(full, edited, tmp_path_factory.mktemp("screens"), code, words, size)

    return seen
