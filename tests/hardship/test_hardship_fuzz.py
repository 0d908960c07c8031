"""Whatever stands in a file or is typed is a value, or an error that says what is wrong."""

import importlib.util
import os
import random
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import date, time
from pathlib import Path

import pytest
from desk import PROGRAMME, view
from hostile import STORABLE, run_by_a_spreadsheet, steering
from hypothesis import given, settings
from hypothesis import strategies as st
from installed_command import Cli
from killing import OFFICIAL
from programme_files import as_toml, small
from scenes import HERE, STORE

from seed.errors import ProgrammeError
from seed.model import Programme
from seed.reading import read_programme
from store.days import day_of
from store.errors import Usage
from store.filters import DUE_WORDS, DueRange, parse_due
from store.keys import find
from store.register import Register
from tui.cli.output import cell
from tui.visible import visible

SMALL = as_toml(small())
anything = st.text(st.characters()) | st.sampled_from([*STORABLE.values()])


TIMES = int(os.environ.get("ISTIRAK_TEST_BUDGET", "1"))
"""How often the usual budget is spent; more in a night."""


def budget(examples: int) -> settings:
    return settings(max_examples=examples * TIMES, deadline=None)


# -- what is typed ---------------------------------------------------------------------------------

digits = st.text("0123456789-. ", max_size=24)


@budget(500)
@given(anything | digits | st.builds("{}..{}".format, digits, digits))
def test_a_deadline_is_read_back_or_named(typed: str) -> None:
    try:
        due = parse_due(typed)
    except Usage:
        return
    assert due in DUE_WORDS or isinstance(due, DueRange)
    assert parse_due(str(due)) == due


@budget(500)
@given(anything | digits)
def test_a_day_is_one_or_not(typed: str) -> None:
    with suppress(ValueError):
        assert day_of(typed).isoformat() == typed.strip()


KEYS = [
    f"{measure['key']}{ending}"
    for measure in small()["measure"]
    for ending in ("", *(f".{item['letter']}" for item in measure.get("items", ())))
]
NUMBERS = [(measure["key"], measure.get("number")) for measure in small()["measure"]]


@budget(500)
@given(anything | st.builds("{}{}{}".format, anything, st.sampled_from(KEYS), anything))
def test_a_key_finds_one_or_nothing(typed: str) -> None:
    with suppress(Usage):
        assert find(typed, KEYS, NUMBERS) in KEYS


@budget(500)
@given(anything)
def test_what_is_shown_steers_nothing(text: str) -> None:
    unseen = {each for each in text if each.isprintable() or each == " "}
    for lines in (True, False):
        shown = visible(text, lines=lines)
        assert {each for each in steering(shown) if each not in VISIBLE} == set()
        assert visible(shown, lines=lines) == shown
        assert unseen <= {*shown}
    assert run_by_a_spreadsheet(f'"{cell(text).replace(chr(34), chr(34) * 2)}"') == []


# Of Unicode's format characters, those that stand before a number and are seen.
VISIBLE = {*map(chr, (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD))}
VISIBLE |= {*map(chr, (*range(0x13430, 0x13440), *range(0x1BCA0, 0x1BCA4)))}


# -- what stands in a programme file ---------------------------------------------------------------


def read(folder: Path, content: bytes) -> Programme | None:
    """The programme in a file of this content; None where it is refused, as it should be."""
    (folder / "programme.toml").write_bytes(content)
    try:
        return read_programme(folder)
    except ProgrammeError as error:
        said = str(error)
    assert said.isprintable()
    return None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


def with_other_bytes(content: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, some left out, some doubled, some put in."""
    for _ in range(chance.randrange(1, 5)):
        place = chance.randrange(len(content))
        end = place + chance.choice((0, 1, 1, 2, 8, 100))
        put = chance.choice(
            (
                b"",
                bytes([chance.randrange(256)]),
                chance.randbytes(3),
                content[place:end] * 2,
                b'"',
                b"'''",
                b"\n",
                b"[[",
                b"]",
                b" = ",
                b"\\u",
                b"\xef\xbb\xbf",
                b"9" * 30,
            )
        )
        content = content[:place] + put + content[end:]
    return content


@budget(300)
@given(chance=st.randoms(use_true_random=False), content=st.sampled_from([SMALL, OFFICIAL]))
def test_a_file_with_other_bytes(folder: Path, chance: random.Random, content: str) -> None:
    read(folder, with_other_bytes(content.encode(), chance))


VALUES = [
    *("", " ", "x", "2.4", "AZ", "*", "[/x]", "\x1b[2J", "\u202e", "\ufffe", "x" * 9000),
    *(0, -1, 1, 13, 2007, 10**18, True, False, 0.5, float("nan"), float("inf")),
    *(date(1, 1, 1), date(9999, 12, 31), time(12), [], [[]], [{}], {}, {"": ""}, {"a": {"b": 1}}),
]


def with_other_tables(value: object, chance: random.Random) -> object:
    """Somewhere below: a key or element changed for another value, left out, doubled, renamed."""
    if isinstance(value, dict) and value and chance.random() < 0.95:
        key = chance.choice([*value])
        changed = dict(value)
        match chance.randrange(20):
            case 0:
                del changed[key]
            case 1:
                changed[chance.choice(("", "key", "x y", "\x1b", f"{key}s"))] = changed.pop(key)
            case 2:
                changed[key] = chance.choice(VALUES)
            case _:
                changed[key] = with_other_tables(value[key], chance)
        return changed
    if isinstance(value, list) and value and chance.random() < 0.95:
        at = chance.randrange(len(value))
        match chance.randrange(12):
            case 0:
                return value[:at] + value[at + 1 :]
            case 1:
                return [*value, value[at]]
            case 2:
                return value[::-1]
            case _:
                return [*value[:at], with_other_tables(value[at], chance), *value[at + 1 :]]
    return chance.choice(VALUES)


@pytest.fixture(scope="module")
def empty(set_up: Cli) -> Path:
    return set_up.folder / "istirak.db"


@budget(300)
@given(chance=st.randoms(use_true_random=False), changes=st.integers(1, 3))
def test_a_file_with_other_tables(
    folder: Path, empty: Path, chance: random.Random, changes: int
) -> None:
    tables: object = small()
    for _ in range(changes):
        tables = with_other_tables(tables, chance)
    if isinstance(tables, dict) and read(folder, as_toml(tables).encode()):
        can_be_worked_with(empty, folder / "programme.toml")


def can_be_worked_with(empty: Path, edition: Path) -> None:
    """What was read as a programme can be taken over, and all of it be shown."""
    with tempfile.TemporaryDirectory() as made:
        place = Path(made, "programmes", PROGRAMME, "programme.toml")
        place.parent.mkdir(parents=True)
        shutil.copy(edition, place)
        file = Path(shutil.copy(empty, made))
        with suppress(ProgrammeError), Register.open(file) as register:  # of another id, it may be
            for state in (None, *register.programme().signatories):
                seen = view(state)
                for measure in register.measures(seen):
                    assert register.sheet(seen, measure.key).measure == measure
            assert register.verify().problems == ()


# -- by coverage -----------------------------------------------------------------------------------


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="there is no atheris here")
@pytest.mark.parametrize(("target", "runs"), [("programmes", 1500), ("lines", 20_000)])
def test_fuzzing_by_coverage(tmp_path: Path, chance: random.Random, target: str, runs: int) -> None:
    options = [
        f"-runs={runs * TIMES}",
        f"-seed={chance.randrange(1, 10**6)}",
        f"-artifact_prefix={tmp_path}/",
    ]
    limits = ["-max_len=12000", "-timeout=30", "-rss_limit_mb=2000"]
    done = subprocess.run(
        [sys.executable, HERE / "fuzz.py", target, tmp_path, *options, *limits],
        env=os.environ | {"PYTHONPATH": str(STORE), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    assert f"Done {runs * TIMES} runs" in done.stderr
