"""Verifying: whatever was done to the file behind the register's back is named."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from desk import AT, PROGRAMME, copied, decide, draft, view
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seed.errors import ProgrammeError
from store.errors import RegisterError
from store.register import Register
from store.schema import TRIGGERS
from store.verification import Problem, Verification


@pytest.fixture(scope="module")
def written(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register with six entries. To be copied, never opened."""
    file = copied(ready, tmp_path_factory.mktemp("written"))
    with Register.open(file) as register:
        decide(register, "1.1", "2.4.ç", note="[/x] Ə")
        register.retract(["1"], "typed by mistake", AT)
        decide(register, "1.1", "V", position="under-consideration")
        register.decide(PROGRAMME, "AM", ["3.1"], draft(source="note verbale"), AT)
    return file


@pytest.fixture
def tampered(written: Path, tmp_path: Path) -> Path:
    return copied(written, tmp_path)


def tamper(file: Path, *statements: str) -> None:
    """Do to the ledger what its triggers forbid, and put them back."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)
        for sql in TRIGGERS.values():
            connection.execute(sql)


def verified(file: Path) -> Verification:
    with Register.open(file) as register:
        return register.verify()


def told(file: Path) -> list[tuple[int | None, str]]:
    """What is wrong: the number of the entry, and what the matter is with it."""
    found = verified(file)
    assert found.sound == (not found.problems)
    return [_numbered(problem) for problem in found.problems]


def _numbered(problem: Problem) -> tuple[int | None, str]:
    return (int(problem.entry.rpartition("-")[2]) if problem.entry else None, problem.what)


CHANGED = "was changed after it was written"


def test_an_untouched_register_is_sound(tampered: Path) -> None:
    found = verified(tampered)
    assert (found.entries, found.origins, found.problems, found.sound) == (6, 1, (), True)


def test_an_empty_ledger_is_sound(seeded: Path, tmp_path: Path) -> None:
    found = verified(copied(seeded, tmp_path))
    assert (found.entries, found.origins, found.sound) == (0, 0, True)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("payload", "replace(payload, 'under-consideration', 'participates')"),
        ("recorded_by", "'Mallory'"),
        ("recorded_at", "'2008-01-01T00:00:00.000000Z'"),
        ("decided_on", "'2007-01-01'"),
        ("decided_on", "NULL"),
        ("state", "'UA'"),
        ("measure", "'1.2'"),
        ("item", "'a'"),
        ("kind", "'retraction'"),
        ("retracts", "id"),
        ("words", "(SELECT max(hash) FROM wording)"),
    ],
)
def test_an_edited_entry_is_named(tampered: Path, column: str, value: str) -> None:
    tamper(tampered, f"UPDATE entry SET {column} = {value} WHERE seq = 4")  # noqa: S608
    assert told(tampered) == [(4, CHANGED)]


def test_an_edited_entry_with_a_hash_to_match_breaks_the_chain(tampered: Path) -> None:
    with closing(sqlite3.connect(tampered)) as connection:
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("SELECT * FROM entry WHERE seq = 4").fetchone())
    for name in ("hash", "treaty", "year"):  # a decision has neither of the last two
        row.pop(name)
    row["recorded_by"] = "Mallory"
    text = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    own = hashlib.sha256(text.encode()).hexdigest()
    changes = f"recorded_by = 'Mallory', hash = '{own}'"
    tamper(tampered, f"UPDATE entry SET {changes} WHERE seq = 4")  # noqa: S608
    assert told(tampered) == [(5, "does not follow the entry before it")]


def test_an_edited_last_entry_with_a_hash_to_match_is_not_the_head(tampered: Path) -> None:
    tamper(tampered, "UPDATE entry SET hash = 'x' WHERE seq = 6")
    (changed, head) = told(tampered)
    assert changed == (6, CHANGED)
    assert head[0] == 6
    assert "is not the entry that the chain" in head[1]


def test_several_edited_entries_are_all_named(tampered: Path) -> None:
    tamper(tampered, "UPDATE entry SET recorded_by = 'Mallory' WHERE seq IN (1, 3, 6)")
    assert told(tampered) == [(1, CHANGED), (3, CHANGED), (6, CHANGED)]


@pytest.mark.parametrize(
    ("which", "problems"),
    [
        ("seq = 4", [(5, "an entry is missing before it")]),
        ("seq IN (2, 3, 4)", [(5, "3 entries are missing before it")]),
        ("seq = 1", [(2, "an entry is missing before it")]),
        ("seq = 6", [(5, "an entry is missing after it")]),
        ("seq > 2", [(2, "4 entries are missing after it")]),
        (
            "seq IN (2, 6)",
            [(3, "an entry is missing before it"), (5, "an entry is missing after it")],
        ),
    ],
)
def test_a_removed_entry_is_missed(
    tampered: Path, which: str, problems: list[tuple[int, str]]
) -> None:
    tamper(tampered, f"DELETE FROM entry WHERE {which}")  # noqa: S608
    assert told(tampered) == problems


def test_a_ledger_that_was_emptied_is_missed(tampered: Path) -> None:
    tamper(tampered, "DELETE FROM entry")
    ((entry, what),) = told(tampered)
    assert entry is None
    assert what.startswith("all 6 entries of origin ")


def test_a_removed_head_is_missed(tampered: Path) -> None:
    tamper(tampered, "DELETE FROM chain")
    ((entry, what),) = told(tampered)
    assert entry == 6
    assert what.startswith("the head of the chain of origin ")


def test_a_head_that_was_set_back_is_named(tampered: Path) -> None:
    tamper(tampered, "UPDATE chain SET seq = 5, hash = (SELECT hash FROM entry WHERE seq = 5)")
    ((entry, what),) = told(tampered)
    assert entry == 6
    assert "is not the entry that the chain" in what


def test_a_reordered_chain_is_named(tampered: Path) -> None:
    tamper(
        tampered,
        "UPDATE entry SET seq = 99 WHERE seq = 4",
        "UPDATE entry SET seq = 4 WHERE seq = 5",
        "UPDATE entry SET seq = 5 WHERE seq = 99",
    )
    found = told(tampered)
    assert {(5, CHANGED), (4, CHANGED)} < set(found)
    assert {entry for entry, what in found if what == "does not stand under its own number"} == {
        4,
        5,
    }


def test_an_entry_under_another_origin_is_named(tampered: Path) -> None:
    tamper(tampered, "UPDATE entry SET origin = 'elsewhere' WHERE seq = 6")
    found = told(tampered)
    assert (6, CHANGED) in found
    assert (5, "an entry is missing after it") in found


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_a_trigger_that_is_gone_or_tamed_is_named(tampered: Path, trigger: str) -> None:
    with closing(sqlite3.connect(tampered)) as connection:
        connection.execute(f"DROP TRIGGER {trigger}")
    keeps = f"the trigger {trigger}, which keeps the ledger append-only,"
    assert told(tampered) == [(None, f"{keeps} is missing")]
    with closing(sqlite3.connect(tampered)) as connection:
        connection.execute(f"CREATE TRIGGER {trigger} BEFORE UPDATE ON entry BEGIN SELECT 1; END")
    assert told(tampered) == [(None, f"{keeps} was changed")]


def test_edited_official_words_are_named(tampered: Path) -> None:
    tamper(tampered, "UPDATE provision SET text = text || ' və s.' WHERE measure = '2.6'")
    assert told(tampered) == [
        (None, f"the catalogue of programme {PROGRAMME} was changed after it was seeded")
    ]


def test_an_edited_signature_table_is_named(tampered: Path) -> None:
    tamper(tampered, "UPDATE programme SET document = replace(document, 'not-signed', 'signed')")
    assert told(tampered) == [
        (None, f"the catalogue of programme {PROGRAMME} was changed after it was seeded")
    ]


def test_edited_kept_words_are_named(tampered: Path) -> None:
    tamper(tampered, "UPDATE wording SET words = words || ' ' WHERE measure = '2.6'")
    assert told(tampered) == [(None, "the kept words of measure 2.6 were changed")]


def test_words_that_are_gone_are_missed(tampered: Path) -> None:
    tamper(tampered, "PRAGMA foreign_keys = OFF", "DELETE FROM wording WHERE measure = 'V'")
    found = told(tampered)
    assert found
    assert all("refers to what is not there" in what for _, what in found)


def test_verifying_changes_nothing_and_leaves_reading_as_it_was(tampered: Path) -> None:
    before = tampered.read_bytes()
    with Register.open(tampered) as register:
        history = register.history(view())
        assert register.verify() == register.verify()
        assert register.history(view()) == history
        assert register.data_version() == register.data_version()
    assert tampered.read_bytes() == before


# -- flipped bits ----------------------------------------------------------------------------------


def seen(register: Register) -> Iterator[object]:
    """Everything that a register shows."""
    yield register.programme()
    yield register.officer()
    for state in ("AZ", "AM", None):
        measures = register.measures(view(state))
        yield measures
        yield register.history(view(state))
        yield [register.sheet(view(state), measure.key) for measure in measures]


@pytest.fixture(scope="module")
def whole(written: Path, tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    with Register.open(copied(written, tmp_path_factory.mktemp("whole"))) as register:
        return list(seen(register))


def survives(content: bytes, folder: Path, whole: list[object]) -> None:
    """A damaged file never gives a traceback, and nothing wrong where it is said to be sound."""
    file = folder / "istirak.db"
    for old in folder.iterdir():
        old.unlink()
    file.write_bytes(content)
    with suppress(RegisterError, ProgrammeError), Register.open(file) as register:
        sound = register.verify().sound
        shown: list[object] = []
        with suppress(RegisterError):
            shown += seen(register)
        # Whom the register belongs to is a setting, which can be set anew, and not chained.
        assert not sound or (shown[:1] + shown[2:]) == (whole[:1] + whole[2:])
        with suppress(RegisterError):
            decide(register, "1.2")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit(
    written: Path, whole: list[object], tmp_path: Path, place: float, bit: int
) -> None:
    content = bytearray(written.read_bytes())
    content[int(place * len(content))] ^= 1 << bit
    survives(bytes(content), tmp_path, whole)


def test_a_byte_of_every_page(written: Path, whole: list[object], tmp_path: Path) -> None:
    original = written.read_bytes()
    for page in range(0, len(original), 4096):
        for place in (0, 3, 9, 4000):
            content = bytearray(original)
            content[page + place] ^= 0xFF
            survives(bytes(content), tmp_path, whole)


def test_a_file_that_was_cut_short(written: Path, whole: list[object], tmp_path: Path) -> None:
    original = written.read_bytes()
    for end in range(100, len(original), 7 * 1024):
        survives(original[:end], tmp_path, whole)
