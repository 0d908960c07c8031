"""Seeding: the catalogue follows the programme files, and the ledger does not notice."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from desk import PROGRAMME, decide, everything, files, measure, view

from seed.edition import read_edition
from seed.errors import ProgrammeError
from seed.reading import read_programme
from seed.shipped import SHIPPED, content_hash
from store.errors import Usage
from store.register import Register
from store.writing import Writer

WORDS = "Xüsusi rəy"  # words that stand in no programme file
FILE = (SHIPPED / PROGRAMME / "programme.toml").read_text("utf-8")
SHIPPED_PROGRAMME = read_programme(SHIPPED / PROGRAMME)


def edition(file: Path, old: str, new: str, folder: str = PROGRAMME) -> Path:
    """Put a mutated copy of the shipped programme beside the register."""
    made = file.parent / "programmes" / folder / "programme.toml"
    made.parent.mkdir(parents=True, exist_ok=True)
    assert old in FILE
    made.write_text(FILE.replace(old, new), "utf-8")
    return made


def shipped_text(key: str) -> str:
    return next(each.text for each in SHIPPED_PROGRAMME.measures if each.key == key)


def catalogue(file: Path) -> list[str]:
    tables = ('INSERT INTO "programme"', 'INSERT INTO "provision"')
    return [line for line in everything(file) if line.startswith(tables)]


def ledger(file: Path) -> list[str]:
    tables = ('INSERT INTO "entry"', 'INSERT INTO "chain"', 'INSERT INTO "setting"')
    return [line for line in everything(file) if line.startswith(tables)]


def test_the_programme_is_as_in_its_file(register: Register) -> None:
    told = register.programme()
    source = SHIPPED_PROGRAMME
    assert told == register.programme(source.id)
    assert (told.title, told.adopted_on) == (source.title, source.adopted_on)
    assert [section.key for section in told.sections] == [each.key for each in source.sections]
    assert list(told.executors) == [executor.id for executor in source.executors]
    assert list(told.signatories) == [signature.state for signature in source.signatures]
    for here, there in zip(register.measures(view()), source.measures, strict=True):
        assert (here.key, here.number, here.section) == (there.key, there.number, there.section)
        assert (here.text, here.deadline.printed) == (there.text, there.deadline.printed)
        assert here.executors == there.executors.read
        assert here.executors_printed == there.executors.printed
        assert here.inferred == there.executors.inferred
        assert here.decision_bodies == there.decision_bodies.read
        assert [(each.letter, each.text) for each in here.items] == [
            (each.letter, each.text) for each in there.items
        ]
        assert (here.deadline.start, here.deadline.end) == source.deadline_dates(there)
        assert (here.deadline.runs_from, here.deadline.runs_to) == source.deadline_window(there)
        assert set(there.notes) <= set(register.sheet(view(), here.key).notes)


def test_seeding_once_more_changes_nothing(file: Path) -> None:
    from store.seeding import seed

    before = everything(file)
    with Register.open(file) as register, register._door.writer().transaction() as session:
        assert isinstance(register._door.writer(), Writer)
        seed(session, read_edition(SHIPPED / PROGRAMME), content_hash(SHIPPED / PROGRAMME))
    assert everything(file) == before


def test_a_new_edition_replaces_the_catalogue_and_leaves_the_ledger(file: Path) -> None:
    with Register.open(file) as register:
        (old,) = decide(register, "2.6")
        history = register.history(view())
    before, recorded = catalogue(file), ledger(file)

    made = edition(file, shipped_text("2.6"), WORDS)
    with Register.open(file) as register:
        assert measure(register, "2.6").text == WORDS
        assert register.history(view()) == history
        assert measure(register, "2.6").position.decision.id == old.id
        assert ledger(file) == recorded
        (new,) = decide(register, "2.6")
        assert register.verify().problems == ()
    assert new.words != old.words
    with closing(sqlite3.connect(file)) as connection:
        kept = dict(connection.execute("SELECT hash, words FROM wording"))
    assert json.loads(kept[old.words])["text"] == shipped_text("2.6")
    assert json.loads(kept[new.words])["text"] == WORDS
    assert all(hashlib.sha256(kept[each].encode()).hexdigest() == each for each in kept)

    made.unlink()  # and back to what is shipped
    with Register.open(file) as register:
        assert len(register.history(view())) == 2
        assert register.verify().problems == ()
    assert catalogue(file) == before


def test_an_edition_may_drop_and_add(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "2.6")
    edition(file, 'key = "2.6"\nnumber = "2.6."', 'key = "2.60"\nnumber = "2.60."')
    with Register.open(file) as register:
        with pytest.raises(Usage):
            register.find(PROGRAMME, ["2.6"])
        assert [each.measure for each in register.history(view())] == ["2.6"]
        assert measure(register, "2.60").position.basis == "signature"
        assert register.verify().problems == ()


def test_another_programme_is_seeded_beside_the_shipped_one(file: Path) -> None:
    edition(file, f'id = "{PROGRAMME}"', 'id = "another"', folder="another")
    with Register.open(file) as register:
        assert register.programme("another").id == "another"
        assert register.programme(PROGRAMME).id == PROGRAMME
        assert register.verify().problems == ()
    before = files(file.parent)
    Register.open(file).close()
    assert files(file.parent) == before


BREAKS = [
    ('kind = "within", months = 3', 'kind = "sometime", months = 3', "measure 6.1: deadline.kind"),
    ('act = "reservation"', 'act = "maybe"', "signature UA: act"),
    ('covers = ["1.4.c"]', 'covers = ["9.9"]', "special_opinion AZ: effect #1: covers"),
    ("first_year = 2007                  ", "first_year = [", "line "),
    (f'id = "{PROGRAMME}"', 'id = "another"', "id"),
]


@pytest.mark.parametrize(("old", "new", "key"), BREAKS)
def test_a_broken_programme_is_named_and_the_register_not_touched(
    file: Path, old: str, new: str, key: str
) -> None:
    with Register.open(file) as register:
        decide(register, "2.6")
    made = edition(file, old, new)
    before = files(file.parent)
    with pytest.raises(ProgrammeError) as caught:
        Register.open(file)
    assert caught.value.file == made
    assert caught.value.key.startswith(key)
    assert caught.value.expected
    assert "\n" not in str(caught.value)
    assert files(file.parent) == before

    made.unlink()
    with Register.open(file) as register:
        assert len(register.history(view())) == 1


def test_a_broken_programme_leaves_no_half_made_register(tmp_path: Path) -> None:
    file = tmp_path / "data" / "istirak.db"
    made = edition(file, 'act = "reservation"', 'act = "maybe"')
    with pytest.raises(ProgrammeError):
        Register.open(file)
    assert not file.exists() or file.stat().st_size == 0
    made.unlink()
    with Register.open(file) as register:
        assert len(register.measures(view())) == 37
