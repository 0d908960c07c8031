"""Salvage: every entry that still verifies, no other, and a gap that is named as one."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from desk import AT, HOSTILE, PROGRAMME, copied, decide, draft, files, view

from seed.shipped import SHIPPED
from store.chain import HASHED
from store.errors import Refused, Usage
from store.register import Register
from store.salvage import Salvage, readable_entries, salvage
from store.schema import TRIGGERS

COLUMNS = ", ".join((*HASHED, "hash"))


@pytest.fixture(scope="module")
def written(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register with 27 entries, some of several pages. To be copied, never opened."""
    file = copied(ready, tmp_path_factory.mktemp("written"))
    with Register.open(file) as register:
        keys = [measure.key for measure in register.measures(view())]
        for number, text in enumerate(HOSTILE):
            decide(register, keys[number], keys[number + 1], note=(text * 200)[:3000])
        register.retract(["2", "5"], "typed by mistake", AT)
        decide(register, "2.4.ç", "V", position="under-consideration")
        decide(register, "1.2", reservation="ə" * 4000, position="participates-in-part")
        register.decide(PROGRAMME, "AM", ["3.1", "3.2"], draft(source="note verbale"), AT)
    return file


@pytest.fixture
def damaged(written: Path, tmp_path: Path) -> Path:
    return copied(written, tmp_path / "damaged")


def rows(file: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        query = f"SELECT {COLUMNS} FROM entry ORDER BY origin, seq"  # noqa: S608
        return connection.execute(query).fetchall()


def saved(damaged: Path) -> tuple[Salvage, list[tuple[object, ...]]]:
    """What came of it, and the entries of the new register; nothing happened to the old one."""
    before = files(damaged.parent)
    new = damaged.parent.with_name("new") / "istirak.db"
    shutil.rmtree(new.parent, ignore_errors=True)
    result = salvage(damaged, new)
    assert files(damaged.parent) == before
    assert result.file == new
    with Register.open(new) as register:
        assert register.verify().problems == tuple(
            problem for problem in result.problems if "programme" not in problem.what[:12]
        )
    assert len(rows(new)) == result.entries
    return result, rows(new)


def tamper(file: Path, *statements: str) -> None:
    """Do to the ledger what its triggers forbid."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)


def last(file: Path) -> dict[str, object]:
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        return dict(connection.execute("SELECT * FROM entry WHERE seq = 27").fetchone())


def add(file: Path, table: str, row: dict[str, object]) -> None:
    """Add an entry that verifies."""
    row = {name: row[name] for name in HASHED}
    hashed = {name: value for name, value in row.items() if name not in ("treaty", "year")}
    text = json.dumps(hashed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    row["hash"] = hashlib.sha256(text.encode()).hexdigest()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", tuple(row.values()))  # noqa: S608


def numbers(ids: Sequence[str | None]) -> list[int]:
    return sorted(int(str(each).rpartition("-")[2]) for each in ids)


def told(result: Salvage) -> list[tuple[int, str]]:
    return [(numbers([problem.entry])[0], problem.what) for problem in result.problems]


def test_of_a_sound_register_everything_is_kept(damaged: Path) -> None:
    result, entries = saved(damaged)
    assert result.whole
    assert result.entries == 27
    assert entries == rows(damaged)


def test_what_is_recorded_there_begins_a_chain_of_its_own(damaged: Path) -> None:
    result, entries = saved(damaged)
    with Register.open(result.file) as register:
        assert not register.officer().known
        register.set_up(PROGRAMME, "AZ", "x")
        (entry,) = decide(register, "1.1")
        assert entry.seq == 1
        assert entry.origin != entries[0][1]
        assert register.verify().origins == 2
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            register._door.connection.execute("UPDATE entry SET state = 'KZ'")


def test_a_flipped_byte_costs_at_most_the_entry_it_stands_in(written: Path, tmp_path: Path) -> None:
    """On every page: in its header, its list of rows, at its end, and in between."""
    content = written.read_bytes()
    whole = set(readable_entries(written))
    assert len(whole) == 27
    file = tmp_path / "istirak.db"
    lost = 0
    for page in range(0, len(content), 4096):
        for place in (0, 1, 4, 6, 9, 11, 777, 2000, 3000, 4095):
            flipped = bytearray(content)
            flipped[page + place] ^= 0xFF
            file.write_bytes(flipped)
            left = set(readable_entries(file))
            assert left <= whole
            assert len(left) >= len(whole) - 1, (page, place)
            lost += len(left) < len(whole)
    assert lost > 10


def test_an_entry_that_does_not_verify_is_listed_and_left_out(damaged: Path) -> None:
    edited = "replace(payload, 'note verbale', 'Note verbale')"
    tamper(damaged, f"UPDATE entry SET payload = {edited} WHERE seq = 27")  # noqa: S608
    result, entries = saved(damaged)
    (lost,) = result.lost
    assert numbers([lost.entry]) == [27]
    assert lost.what == "was changed after it was written"
    assert json.loads(lost.columns["payload"])["source"] == "Note verbale"
    assert entries == rows(damaged)[:-1]
    assert told(result) == [(26, "an entry is missing after it")]


def test_a_gap_stays_a_gap(damaged: Path) -> None:
    tamper(damaged, "DELETE FROM entry WHERE seq IN (1, 7, 8, 26, 27)")
    result, entries = saved(damaged)
    assert entries == rows(damaged)
    assert told(result) == [
        (2, "an entry is missing before it"),
        (9, "2 entries are missing before it"),
        (25, "2 entries are missing after it"),
    ]


def test_a_chain_of_which_nothing_is_left_is_missed(damaged: Path) -> None:
    tamper(damaged, "DELETE FROM entry")
    result, entries = saved(damaged)
    assert entries == []
    (problem,) = result.problems
    assert problem.what.startswith("all 27 entries of origin ")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM chain",
        "UPDATE chain SET seq = 99",
        "UPDATE chain SET seq = 3",
        "UPDATE chain SET hash = 'x'",
        "UPDATE chain SET origin = 'other'",
        "DROP TABLE chain",
    ],
)
def test_a_head_that_is_damaged_is_made_anew(damaged: Path, statement: str) -> None:
    tamper(damaged, statement)
    result, entries = saved(damaged)
    assert result.whole
    assert entries == rows(damaged)


def test_entries_that_were_made_up_are_left_out(damaged: Path) -> None:
    tamper(
        damaged,
        "UPDATE entry SET recorded_by = 'Mallory' WHERE seq = 3",
        "UPDATE entry SET seq = 99 WHERE seq = 12",
        "INSERT INTO entry SELECT origin || '-28', origin, 28, programme, state, measure, item, "
        "treaty, year, kind, decided_on, retracts, payload, recorded_at, recorded_by, words, hash, "
        "lower(hex(randomblob(32))) FROM entry WHERE seq = 27",
    )
    result, _ = saved(damaged)
    assert numbers([lost.entry for lost in result.lost]) == [3, 12, 28]
    assert result.entries == 25


def test_two_entries_for_one_place(damaged: Path) -> None:
    """Each verifies for itself: one is kept, both are told."""
    tamper(damaged, "CREATE TABLE other AS SELECT * FROM entry WHERE 0")
    add(damaged, "other", last(damaged) | {"recorded_by": "Mallory"})
    result, _ = saved(damaged)
    (lost,) = result.lost
    assert lost.what == "has the place of another"
    assert result.entries == 27
    assert not result.whole


# -- whatever state the file is in -----------------------------------------------------------------


def test_without_a_header_and_a_schema(damaged: Path) -> None:
    damaged.write_bytes(b"\0" * 4096 + damaged.read_bytes()[4096:])
    with closing(sqlite3.connect(damaged)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT count(*) FROM entry")
    result, _ = saved(damaged)
    assert result.whole
    assert result.entries == 27


def test_a_file_that_was_cut_short(written: Path, tmp_path: Path) -> None:
    content = written.read_bytes()
    whole = set(readable_entries(written))
    file = tmp_path / "istirak.db"
    before: set[tuple[str, str]] = set()
    for end in range(0, len(content), 5000):
        file.write_bytes(content[:end])
        found = set(readable_entries(file))
        assert before <= found <= whole
        before = found
    assert before


def test_what_is_in_the_log_alone(damaged: Path, tmp_path: Path) -> None:
    left = tmp_path / "left"
    with Register.open(damaged) as register:
        decide(register, "4.1", "4.2")
        shutil.copytree(damaged.parent, left, ignore=shutil.ignore_patterns("*-shm"))
    result, entries = saved(left / "istirak.db")
    assert result.whole
    assert result.entries == 29
    assert entries[-1][2] == 29
    # SQLite takes nothing of what follows a flipped bit in the log.
    log = left / "istirak.db-wal"
    content = log.read_bytes()
    for place in (0, 9, 17, 32 + 17, 32 + 24 + 4096 + 17):
        log.write_bytes(content[:place] + b"x" + content[place + 1 :])
        assert len(set(readable_entries(left / "istirak.db"))) == 29, place


def test_a_log_that_was_begun_anew(damaged: Path, tmp_path: Path) -> None:
    left = tmp_path / "left"
    with Register.open(damaged) as register:
        decide(register, "3.1", "3.2", "3.3", note="x" * 3000)
        register._door.connection.execute("PRAGMA wal_checkpoint")
        decide(register, "3.4")
        shutil.copytree(damaged.parent, left, ignore=shutil.ignore_patterns("*-shm"))
    result, _ = saved(left / "istirak.db")
    assert (result.whole, result.entries) == (True, 31)


def test_what_was_never_acknowledged_is_left_out(damaged: Path, tmp_path: Path) -> None:
    left = tmp_path / "left"
    with Register.open(damaged) as register:
        connection = register._door.connection
        connection.execute("PRAGMA cache_size = 1")  # so that it goes to the log before its end
        decide(register, "4.1")
        connection.execute("BEGIN")
        connection.execute("CREATE TEMP TABLE made AS SELECT * FROM entry")
        connection.execute("UPDATE made SET id = 'other-' || seq, origin = 'other', hash = id")
        connection.execute("INSERT INTO entry SELECT * FROM made")
        shutil.copytree(damaged.parent, left, ignore=shutil.ignore_patterns("*-shm"))
        connection.execute("ROLLBACK")
    assert b"other-17" in (left / "istirak.db-wal").read_bytes()
    result, entries = saved(left / "istirak.db")
    assert result.entries == 28
    assert {row[1] for row in entries} == {entries[0][1]}
    assert result.whole


def test_words_of_an_edition_that_is_no_longer_shipped(damaged: Path) -> None:
    words = '{"text": "an earlier edition"}'
    hashed = hashlib.sha256(words.encode()).hexdigest()
    with closing(sqlite3.connect(damaged, isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO wording VALUES (?, ?, '1.1', ?)", (hashed, PROGRAMME, words)
        )
        connection.execute("INSERT INTO wording VALUES ('x', ?, '1.1', 'edited')", (PROGRAMME,))
    result, _ = saved(damaged)
    with closing(sqlite3.connect(result.file)) as connection:
        kept = dict(connection.execute("SELECT hash, words FROM wording").fetchall())
    assert kept[hashed] == words
    assert "x" not in kept


def test_an_entry_is_kept_where_its_words_are_lost(damaged: Path) -> None:
    row = last(damaged)
    row |= {"id": f"{row['origin']}-28", "seq": 28, "words": "x", "previous": row["hash"]}
    add(damaged, "entry", row)
    result, _ = saved(damaged)
    assert result.entries == 28
    assert result.lost == ()
    (problem,) = result.problems
    assert problem.what == "table entry refers to what is not there in table wording: 1 row"


def test_programmes_beside_it_are_taken_along(damaged: Path) -> None:
    folder = damaged.parent / "programmes"
    text = (SHIPPED / PROGRAMME / "programme.toml").read_text("utf-8")
    for name, content in (("mine", text.replace(PROGRAMME, "mine", 1)), ("broken", "id = 1")):
        (folder / name).mkdir(parents=True)
        (folder / name / "programme.toml").write_text(content, "utf-8")
    result, _ = saved(damaged)
    (problem,) = result.problems
    assert problem.what.startswith("a programme was not taken along: ")
    assert "broken" in problem.what
    with Register.open(result.file) as register:
        assert register.programme("mine")


# -- what is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"x", b"Dear Sir,\n" * 9999, b"\x0d" * 9000])
def test_a_file_with_nothing_of_a_register_in_it(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    with pytest.raises(Refused, match="nothing of a register"):
        salvage(file, tmp_path / "new" / "istirak.db")
    assert files(tmp_path) == {"file": content}


def test_a_folder_that_is_not_empty(damaged: Path, tmp_path: Path) -> None:
    before = files(tmp_path)
    for folder in (damaged.parent, tmp_path):
        with pytest.raises(Usage, match="empty"):
            salvage(damaged, folder / "istirak.db")
    with pytest.raises(Usage, match="no file"):
        salvage(tmp_path / "nothing.db", tmp_path / "new" / "istirak.db")
    assert files(tmp_path) == before
