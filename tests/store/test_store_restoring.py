"""Restoring: what is checked first, what is kept aside, and that two registers never mix."""

import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from desk import AT, PROGRAMME, decide, everything, files, view
from sqlalchemy import Connection

from store import migrations, opening, restoring, verification
from store.errors import Refused, RegisterError, StoreUnusable, Usage
from store.migrations import MIGRATIONS, Migration
from store.register import Register
from store.restoring import restoration

OLD, NEW = ["1.1", "1.2"], ["1.1", "1.2", "V"]


@pytest.fixture
def copy(file: Path) -> Path:
    """A copy of a register with two entries, which then gets a third."""
    with Register.open(file) as register:
        decide(register, *OLD)
        register.back_up(file.with_name("copy.db"))
        decide(register, "V")
    return file.with_name("copy.db")


def measures(file: Path) -> list[str]:
    """What was decided on in a register that is sound."""
    with Register.open(file) as register:
        assert register.verify().problems == ()
        return [entry.measure for entry in register.history(view())]


def restore(file: Path, copy: Path) -> Path | None:
    with restoration(file, copy, AT) as prepared:
        prepared.carry_out()
    assert {each.name for each in file.parent.iterdir()} <= {"istirak.db", "copy.db", "backups"}
    return prepared.aside


def refusal(file: Path, copy: Path, expected: type[RegisterError] = Refused) -> RegisterError:
    """What is said; nothing was changed."""
    before = files(file.parent)
    with pytest.raises(expected) as caught, restoration(file, copy, AT):
        pass
    assert files(file.parent) == before
    return caught.value


def test_the_copy_is_there_and_what_was_there_is_kept(file: Path, copy: Path) -> None:
    before, wanted = everything(file), everything(copy)
    aside = restore(file, copy)
    assert aside == file.parent / "backups" / "istirak-before-restore-2009-03-04-120000.db"
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert everything(aside) == before
    assert measures(file) == OLD
    origin = [line for line in wanted if "'origin'" in line]
    assert len(origin) == 1
    assert everything(file) == [line for line in wanted if line not in origin]
    assert measures(copy) == OLD


def test_there_and_back(file: Path, copy: Path) -> None:
    aside = restore(file, copy)
    assert aside
    again = restore(file, aside)
    assert measures(file) == NEW
    assert again
    assert again != aside
    assert (measures(aside), measures(again)) == (NEW, OLD)


def test_what_would_disappear_from_view_is_known_before(file: Path, copy: Path) -> None:
    before = files(file.parent)
    with restoration(file, copy, AT) as prepared:
        assert prepared.entries == 2
        assert prepared.hidden is not None
        assert [entry.rpartition("-")[2] for entry in prepared.hidden] == ["3"]
    with restoration(copy, file, AT) as prepared:
        assert (prepared.entries, prepared.hidden) == (3, ())
    assert files(file.parent) == before


def test_what_is_recorded_afterwards_has_an_id_that_nothing_ever_had(
    file: Path, copy: Path
) -> None:
    aside = restore(file, copy)
    with Register.open(file) as register:
        (entry,) = decide(register, "3.1")
        assert entry.seq == 1
        assert register.verify().origins == 2
    assert aside
    with Register.open(aside) as kept:
        ids = {each.id for each in kept.history(view())}
    assert entry.id not in ids
    assert entry.origin not in {each.rpartition("-")[0] for each in ids}


def test_an_open_window_sees_what_was_restored_only_after_it_was_closed(
    file: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ISTIRAK_BUSY_TIMEOUT", "0.02")
    with Register.open(file) as window:
        assert len(window.history(view())) == 3
        with (
            pytest.raises(StoreUnusable, match="open in another program"),
            restoration(file, copy, AT),
        ):
            pass
        decide(window, "3.1")
    restore(file, copy)
    assert measures(file) == OLD


def test_nobody_gets_in_while_it_goes_on(
    file: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ISTIRAK_BUSY_TIMEOUT", "0.02")
    with restoration(file, copy, AT) as prepared:
        for _ in range(2):
            with pytest.raises(StoreUnusable, match="held by another program"):
                Register.open(file)
            prepared.carry_out()
    assert measures(file) == OLD


@pytest.mark.usefixtures("copy")
def test_the_log_of_the_old_one_is_not_applied_to_the_new_one(file: Path) -> None:
    """What a killed program left beside its register goes aside with it."""
    left = file.parent / "left"
    with Register.open(file) as register:
        decide(register, "3.1", "3.2")
        shutil.copytree(file.parent, left, ignore=shutil.ignore_patterns("left", "*-shm"))
    assert (left / "istirak.db-wal").stat().st_size
    aside = restore(left / "istirak.db", left / "copy.db")
    assert measures(left / "istirak.db") == OLD
    assert aside
    assert measures(aside) == [*NEW, "3.1", "3.2"]


@pytest.mark.parametrize("damage", ["no header", "text", "empty", "no file"])
def test_a_register_that_cannot_be_opened_is_kept_with_its_log(
    file: Path, copy: Path, damage: str
) -> None:
    log = file.with_name("istirak.db-wal")
    with Register.open(file) as register:
        decide(register, "3.1")
        written = log.read_bytes()
    log.write_bytes(written)
    content = file.read_bytes()
    if damage == "no file":
        file.unlink()
    else:
        texts = {"no header": b"\0" * 100 + content[100:], "text": b"Dear Sir,\n" * 999}
        file.write_bytes(texts.get(damage, b""))
    before = files(file.parent)
    with restoration(file, copy, AT) as prepared:
        prepared.carry_out()
    after = files(file.parent)
    if prepared.aside:
        assert after[f"backups/{prepared.aside.name}"] == before["istirak.db"]
        assert after[f"backups/{prepared.aside.name}-wal"] == written
    assert (prepared.aside is None) == (damage == "no file")
    # What is in the log alone is known of even where the file says nothing.
    assert bool(prepared.hidden) == (damage != "no file")
    assert not log.exists()
    assert measures(file) == OLD


def test_a_register_that_was_cut_short(file: Path, copy: Path) -> None:
    content = file.read_bytes()
    for end in (1, 99, 100, 511, 512, 4096, 4097, len(content) // 2):
        shutil.rmtree(file.parent / "backups", ignore_errors=True)
        file.write_bytes(content[:end])
        with restoration(file, copy, AT) as prepared:
            prepared.carry_out()
        assert prepared.aside
        assert prepared.aside.read_bytes() == content[:end]
        assert measures(file) == OLD


def test_a_register_that_is_damaged_inside_is_restored_in_place(file: Path, copy: Path) -> None:
    content = bytearray(file.read_bytes())
    for page in range(4096, len(content), 4096):
        if b"CREATE TABLE" not in content[page : page + 4096]:  # the schema stays readable
            content[page : page + 8] = b"\xff" * 8
    file.write_bytes(content)
    with restoration(file, copy, AT) as prepared:
        assert prepared.hidden is None
        prepared.carry_out()
    assert measures(file) == OLD
    assert prepared.aside
    assert prepared.aside.read_bytes()[100:] == bytes(content)[100:]


def test_into_a_folder_that_is_not_there(copy: Path, tmp_path: Path) -> None:
    file = tmp_path / "another" / "machine" / "istirak.db"
    assert restore(file, copy) is None
    assert measures(file) == OLD
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_copy_with_pages_of_another_size(file: Path, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA page_size = 1024")
        connection.execute("VACUUM")
    restore(file, copy)
    assert measures(file) == OLD


def test_a_copy_of_an_older_schema_is_migrated_when_it_is_opened(
    file: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE setting ADD COLUMN since TEXT")

    for module in (opening, restoring, verification):
        monkeypatch.setattr(module, "SCHEMA_VERSION", len(MIGRATIONS) + 1)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, Migration("add", add)))
    assert measures(file) == NEW
    restore(file, copy)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert measures(file) == OLD
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)


# -- what is not restored --------------------------------------------------------------------------


def test_a_newer_copy(file: Path, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert "newer version" in refusal(file, copy).what


def test_a_copy_that_is_damaged(file: Path, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DROP TRIGGER entry_is_never_changed")
    assert "entry_is_never_changed" in refusal(file, copy).what
    content = copy.read_bytes()
    for end in (0, 50, 100, 5000, len(content) // 2):
        copy.write_bytes(content[:end])
        assert str(copy) in refusal(file, copy).what


def test_a_copy_that_is_no_register(file: Path, copy: Path, tmp_path: Path) -> None:
    copy.write_bytes(b"Dear Sir,\n" * 999)
    assert "no SQLite file" in refusal(file, copy).what
    copy.unlink()
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("CREATE TABLE entry (id)")
    assert "another program" in refusal(file, copy).what
    refusal(file, tmp_path, Usage)
    refusal(file, tmp_path / "nothing", Usage)


def test_the_register_itself(file: Path, copy: Path) -> None:
    assert "register itself" in refusal(file, file).what
    link = copy.with_name("link.db")
    link.symlink_to(file)
    assert "register itself" in refusal(file, link).what


def test_in_place_of_another_program_s_database(copy: Path, tmp_path: Path) -> None:
    file = tmp_path / "another" / "istirak.db"
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE invoice (id)")
    assert "another program" in refusal(file, copy, StoreUnusable).what


def test_in_place_of_a_link_out_of_its_folder(file: Path, copy: Path, tmp_path: Path) -> None:
    link = tmp_path / "linked" / "istirak.db"
    link.parent.mkdir()
    link.symlink_to(file)
    refusal(link, copy, StoreUnusable)


def test_where_the_present_one_cannot_be_kept(file: Path, copy: Path) -> None:
    (file.parent / "backups").write_text("in the way")
    with pytest.raises(StoreUnusable, match="backups"):
        restore(file, copy)
    assert measures(file) == NEW
    assert not file.with_name("istirak.db.restored").exists()
    (file.parent / "backups").unlink()
    restore(file, copy)
    assert measures(file) == OLD


def test_whose_register_it_is_comes_with_it(file: Path, copy: Path) -> None:
    with Register.open(file) as register:
        register.set_up(PROGRAMME, "KZ", "B. Əliyev")
    restore(file, copy)
    with Register.open(file) as register:
        assert register.officer().state == "AZ"
