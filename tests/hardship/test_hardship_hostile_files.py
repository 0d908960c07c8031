"""Registers and programme files that mean harm: refused, or harmless and named by `verify`."""

import shutil
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest
from desk import PROGRAMME, files
from hostile import STORABLE, run_by_a_spreadsheet, steering
from installed_command import Cli
from killing import OFFICIAL
from scenes import ids, unusable
from sitting import sitting

from seed.errors import ProgrammeError
from seed.reading import read_programme
from store.entries import COLUMNS
from store.schema import INDEXES, TABLES, TRIGGERS

DECIDE = ("decide", "1.1", "2.4.ç", "--position", "participates", "--date", "2008-03-04")


def do(cli: Cli, *statements: str) -> None:
    """What somebody does to the file before it is opened."""
    with closing(sqlite3.connect(cli.folder / "istirak.db", isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def named(cli: Cli, *parts: str) -> None:
    """`verify` exits with 1 and names what is wrong."""
    result = cli("verify")
    assert result.code == 1, result.err
    assert steering(result.out) <= {"\t"}
    for part in parts:
        assert part in result.out
    assert not cli("verify", "--json").json["sound"]


def test_the_known_names_are_those_of_the_file(cli: Cli) -> None:
    with closing(sqlite3.connect(cli.folder / "istirak.db")) as connection:
        found = connection.execute(
            "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite|_%' ESCAPE '|'"
        ).fetchall()
    names = (("table", TABLES), ("index", INDEXES), ("trigger", TRIGGERS))
    assert sorted(found) == sorted((kind, name) for kind, known in names for name in known)


# -- triggers --------------------------------------------------------------------------------------

TRIGGER = "CREATE TRIGGER evil {} BEGIN {}; END"


@pytest.mark.parametrize(
    ("when", "what"),
    [
        ("BEFORE INSERT ON entry", "SELECT RAISE(IGNORE)"),
        ("AFTER INSERT ON entry", "UPDATE setting SET value = 'GE' WHERE name = 'state'"),
        ("AFTER INSERT ON setting", "DELETE FROM chain"),
    ],
)
def test_a_trigger_of_somebody_else(cli: Cli, when: str, what: str) -> None:
    recorded = ids(cli(*DECIDE))
    do(cli, TRIGGER.format(when, what))
    for command in (DECIDE, ("setup", "--officer", "Leyla")):
        unusable(cli(*command), "a trigger 'evil' that istirak did not make", "Nothing was changed")
    assert ids(cli("history")) == recorded  # reading fires no trigger
    named(cli, "the trigger evil was not made by istirak")
    do(cli, "DROP TRIGGER evil")
    assert len(ids(cli(*DECIDE))) == 2
    assert cli.ok("verify").out == "Sound: 4 entries.\n"


def test_a_trigger_does_not_fire_when_an_edition_is_taken_over(cli: Cli) -> None:
    do(cli, TRIGGER.format("AFTER DELETE ON provision", "DELETE FROM setting"))
    edition(cli, OFFICIAL.replace("Kadr təminatı", "Kadrlar"))
    unusable(cli("status"), "a trigger 'evil'")
    do(cli, "DROP TRIGGER evil")
    assert "Kadrlar" in cli.ok("status").out
    assert cli.ok("setup", "--json").json["officer"] == "Ə. Məmmədova"


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_a_trigger_of_ours_that_was_exchanged(cli: Cli, trigger: str) -> None:
    recorded = ids(cli(*DECIDE))
    exchanged = TRIGGER.format("BEFORE INSERT ON entry", "SELECT RAISE(IGNORE)")
    do(cli, f"DROP TRIGGER {trigger}", exchanged.replace("evil", trigger))
    unusable(cli(*DECIDE), "did not keep what was recorded", "Nothing was changed")
    assert ids(cli("history")) == recorded
    named(cli, f"the trigger {trigger}, which keeps the ledger append-only, was changed")


# -- tables, indexes, views ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("CREATE TABLE more (x)", "the table more"),
        ("CREATE VIEW more AS SELECT * FROM entry, entry, entry, entry", "the view more"),
        ("CREATE INDEX more ON entry (recorded_by)", "the index more"),
        ("CREATE VIRTUAL TABLE more USING fts5 (x)", "the table more"),
        ('CREATE TABLE "\x1b[2J [/x] \u202e" (x)', "the table ␛[2J [/x] ‹U+202E›"),
    ],
)
def test_what_was_added_is_harmless_and_named(cli: Cli, statement: str, what: str) -> None:
    do(cli, statement)
    assert len(ids(cli(*DECIDE))) == 2
    assert len(ids(cli("history"))) == 2
    named(cli, f"{what} was not made by istirak")


FALSE = "SELECT 'officer' AS name, 'Mallory' AS value"
ENDLESS = (
    "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) "
    "SELECT n AS name, n AS value FROM c"
)
FOREIGN = "SELECT load_extension('/tmp/evil.so') AS name, writefile('/tmp/evil', 'x') AS value"


@pytest.mark.parametrize("view", [FALSE, ENDLESS, FOREIGN], ids=["false", "endless", "foreign"])
@pytest.mark.parametrize("table", TABLES)
def test_a_view_in_place_of_a_table_is_refused(cli: Cli, table: str, view: str) -> None:
    do(cli, f"ALTER TABLE {table} RENAME TO hidden", f"CREATE VIEW {table} AS {view}")
    before = files(cli.folder)
    unusable(
        cli("status" if table != "entry" else "verify"), f"is damaged: it has no table {table}"
    )
    assert files(cli.folder) == before


@pytest.fixture
def with_a_view(cli: Cli, tmp_path: Path) -> Cli:
    """A register in which a view without end has the name of the ledger."""
    bad = Cli(Path(shutil.copytree(cli.folder, tmp_path / "bad")))
    ids(bad(*DECIDE))
    columns = ", ".join(f"n AS {column}" for column in COLUMNS)
    endless = ENDLESS.replace("n AS name, n AS value", columns)
    do(bad, "ALTER TABLE entry RENAME TO hidden", f"CREATE VIEW entry AS {endless}")
    return bad


def test_a_hostile_backup_is_not_restored(cli: Cli, with_a_view: Cli) -> None:
    triggered = Cli(Path(shutil.copytree(cli.folder, cli.folder.with_name("triggered"))))
    do(triggered, TRIGGER.format("AFTER INSERT ON entry", "DELETE FROM setting"))
    recorded = ids(cli(*DECIDE))
    for other, what in (
        (with_a_view, "the table entry is missing"),
        (triggered, "the trigger evil was not made by istirak"),
    ):
        result = cli("restore", str(other.folder / "istirak.db"))
        assert (result.code, result.out) == (1, "")
        assert what in result.err
    assert ids(cli("history")) == recorded


def test_a_hostile_register_can_be_left_behind(cli: Cli, with_a_view: Cli, tmp_path: Path) -> None:
    assert with_a_view("doctor").code == 1
    assert with_a_view("salvage", str(tmp_path / "saved")).code == 0
    assert len(ids(Cli(tmp_path / "saved")("history", "--state", "AZ"))) == 2
    ids(cli(*DECIDE))
    cli.ok("backup", str(tmp_path / "good.db"))
    restore = ("restore", str(tmp_path / "good.db"))
    assert "2 entries of the register are not in it" in with_a_view(*restore).err
    with_a_view.ok(*restore, "--yes")
    assert with_a_view.ok("verify").out.startswith("Sound: 2 entries")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_is_gone(cli: Cli, table: str) -> None:
    do(cli, "PRAGMA foreign_keys = OFF", f"DROP TABLE {table}")
    for command in (("status",), ("verify",), DECIDE):
        unusable(cli(*command), f"is damaged: it has no table {table}", "sound copy")


@pytest.mark.parametrize("value", ["XX", "\x1b[2J", "", "x" * 100_000])
def test_a_state_that_is_none_can_be_set_anew(cli: Cli, value: str) -> None:
    ids(cli(*DECIDE))
    with closing(sqlite3.connect(cli.folder / "istirak.db")) as connection, connection:
        connection.execute("UPDATE setting SET value = ? WHERE name = 'state'", (value,))
    result = cli("status")
    assert result.code in (0, 2)
    assert steering(result.err) == set()
    assert cli.ok("verify").out == "Sound: 2 entries.\n"
    cli.ok("setup", "--state", "AZ")
    assert len(ids(cli("history"))) == 2


# -- links -----------------------------------------------------------------------------------------


def test_a_register_that_is_a_link_out(cli: Cli, new: Cli) -> None:
    elsewhere = Cli(Path(shutil.move(cli.folder, cli.folder.with_name("elsewhere"))))
    before = files(elsewhere.folder)
    new.folder.mkdir()
    link = new.folder / "istirak.db"
    for place in (elsewhere.folder / "istirak.db", elsewhere.folder / "new.db", Path("/dev/zero")):
        link.symlink_to(place)
        for command in (("status",), DECIDE, ("verify",)):
            unusable(new(*command), f"{link} is a link out of its folder", "--data-dir")
        link.unlink()
    link.symlink_to("istirak.db")
    unusable(new("status"), "istirak.db")
    assert files(elsewhere.folder) == before
    assert [each.name for each in new.folder.iterdir()] == ["istirak.db"]


def test_a_link_within_the_folder_is_followed(cli: Cli) -> None:
    (cli.folder / "istirak.db").rename(cli.folder / "2008.db")
    (cli.folder / "istirak.db").symlink_to("2008.db")
    assert len(ids(cli(*DECIDE))) == 2
    assert cli.ok("verify").out.startswith("Sound: 2 entries")


@pytest.mark.parametrize("beside", ["istirak.db-wal", "istirak.db-shm", "istirak.db-journal"])
def test_what_lies_beside_the_register_is_no_link_out(
    cli: Cli, tmp_path: Path, beside: str
) -> None:
    outside = tmp_path / "outside"
    (cli.folder / beside).symlink_to(outside)
    for content in (None, b"precious"):
        if content:
            outside.write_bytes(content)
        for command in (("status",), DECIDE):
            assert "Traceback" not in cli(*command).err
        assert (outside.read_bytes() if outside.exists() else None) == content
    (cli.folder / beside).unlink(missing_ok=True)
    assert len(ids(cli(*DECIDE))) == 2


@pytest.mark.parametrize("link", ["programmes", f"programmes/{PROGRAMME}", "programme.toml"])
def test_a_programme_that_is_a_link_out(cli: Cli, tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside" / "programmes" / PROGRAMME / "programme.toml"
    outside.parent.mkdir(parents=True)
    outside.write_text(OFFICIAL.replace("Kadr təminatı", "Kadrlar"), "utf-8")
    if link == "programme.toml":
        link = f"programmes/{PROGRAMME}/{link}"
    place = cli.folder / link
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(tmp_path / "outside" / link)
    unusable(cli("status"), str(place), "not be a link out")
    place.unlink()
    assert "Kadrlar" not in cli.ok("status").out


# -- programme files -------------------------------------------------------------------------------


def edition(cli: Cli, text: str) -> Path:
    """A programme file beside the register."""
    place = cli.folder / "programmes" / PROGRAMME / "programme.toml"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    return place


def escaped(text: str) -> str:
    """As it is written between quotes in TOML."""
    return "".join(
        f"\\U{ord(each):08x}" if not each.isprintable() or each in '"\\' else each for each in text
    )


def with_text(text: str) -> str:
    """The programme with a text in many places, ours and official."""
    here = escaped(text)
    changed = OFFICIAL
    for old in ("CIS: human", 'Azərbaycan Respublikası"\n', "Kadr təminatı"):
        changed = changed.replace(old, f"{here} {old}")
    for key in ("2.4", "3.1", "V"):
        head, start, rest = changed.partition(f'[[measure]]\nkey = "{key}"\n')
        body, mark, tail = rest.partition('text = "')
        changed = f"{head}{start}{body}{mark}{here} {tail}"
    return changed


def shows(text: str) -> bool:
    """Whether each character of it can be seen, but for white space."""
    return " ".join(text.split()).isprintable()


def words_of(text: str) -> str:
    """A text as the reader takes it: on one line, with composed letters."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


@pytest.mark.parametrize("name", [name for name, text in STORABLE.items() if shows(text)])
def test_a_programme_may_say_anything_that_can_be_shown(cli: Cli, name: str) -> None:
    edition(cli, with_text(STORABLE[name]))
    words = words_of(STORABLE[name])
    assert any(words in measure["text"] for measure in cli.ok("measures", "--json").json)
    out = cli.ok("measures", "--csv").out
    assert steering(out) == set()
    assert run_by_a_spreadsheet(out) == []
    assert steering(cli.on_terminal("measures").out) == set()


def test_a_programme_says_nothing_that_steers(cli: Cli) -> None:
    refused = [text for text in STORABLE.values() if not shows(text)]
    assert len(refused) > 6
    for text in refused:
        place = edition(cli, with_text(text))
        with pytest.raises(ProgrammeError) as caught:
            read_programme(place.parent)
        assert str(caught.value).isprintable()
    unusable(cli("status"), str(place), "without control characters")


async def test_the_dashboard_shows_a_hostile_programme(cli: Cli) -> None:
    shown = " ".join(filter(shows, STORABLE.values()))
    edition(cli, with_text(shown[:3000]))
    async with sitting(cli.folder / "istirak.db", (120, 40)) as at:
        for _ in range(40):
            assert steering(at.text) == set()
            await at.press("down", "enter", "pagedown", "escape")


def test_a_programme_of_nearly_a_megabyte(cli: Cli) -> None:
    edition(cli, with_text("ə [/x] " * 9_000))  # in nine places
    shown = cli.on_terminal("show", "2.4")
    assert shown.code == 0
    assert steering(cli.on_terminal("measures").out) == set()
    assert len(cli.ok("measures", "--csv").out) > 100_000


def test_a_programme_that_is_too_large(cli: Cli) -> None:
    edition(cli, OFFICIAL + "#" * (1 << 20))
    unusable(cli("status"), "at most 1 megabyte")


@pytest.mark.parametrize(
    "text",
    [
        f"a = {'[' * 100_000}",
        f"a = {'{a = ' * 100_000}",
        f"{'a.' * 100_000}b = 1",
        "['a'" + " . 'b'" * 100_000 + "]",
        f"a = 1{'0' * 9999}",
        f"a = [{'1,' * 200_000}]",
        'a = "' + r"\u00e9" * 100_000,
        "a" * 900_000,
        '"""' * 300_001,
    ],
    ids=range(9),
)
def test_a_programme_that_is_to_exhaust_the_reader(cli: Cli, text: str) -> None:
    place = edition(cli, text)
    unusable(cli("status"), str(place))
