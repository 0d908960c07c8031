"""Text that means harm, through every field: kept as typed and shown safely, or refused."""

import csv
import io
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk import PROGRAMME, view
from hostile import ARGUMENTS, HALF, STORABLE, run_by_a_spreadsheet, steering
from installed_command import Cli, Result
from scenes import ids
from sitting import YES, sitting
from terminal import DOWN, ENTER, ESCAPE, terminal

from store.drafts import Draft
from store.register import Register

AT = datetime(2009, 3, 4, 12, tzinfo=UTC)
FIELDS = ("authority", "act", "reservation", "responsible", "note", "source")
DECIDE = ("decide", "1.1", "--position", "participates", "--date", "2008-03-04")
TEXTS = [text.strip() for text in STORABLE.values()]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """A register in which every text stands in every field: decisions, officers and reasons."""
    cli = Cli(tmp_path_factory.mktemp("hostile") / "data")
    with Register.open(cli.folder / "istirak.db") as register:
        keys = [measure.key for measure in register.measures(view())]
        for key, text in zip(keys, TEXTS, strict=False):
            register.set_up(PROGRAMME, "AZ", text)
            draft = Draft("participates-in-part", "2008-03-04", **dict.fromkeys(FIELDS, text))
            register.decide(PROGRAMME, "AZ", [key], draft, AT)
            (again,) = register.decide(PROGRAMME, "AZ", [key], draft, AT)
            register.retract([again.id], text, AT)
    return cli


def test_it_is_kept_as_it_was_typed(hostile: Cli) -> None:
    told = hostile.ok("history", "--json").json
    assert [entry["recorded_by"] for entry in told[::3]] == TEXTS
    assert [entry["reason"] for entry in told[2::3]] == TEXTS
    for field in FIELDS:
        assert [entry[field] for entry in told[::3]] == TEXTS
    assert hostile.ok("verify").out.startswith("Sound: ")


@pytest.mark.parametrize("language", ["C.UTF-8", "C"])
@pytest.mark.parametrize("form", [(), ("--json",), ("--csv",)])
@pytest.mark.parametrize("command", ["history", "measures"])
def test_lists_steer_nothing(
    hostile: Cli, command: str, form: tuple[str, ...], language: str
) -> None:
    out = hostile.ok(command, *form, LC_ALL=language).out
    assert steering(out) <= ({"\t"} if form == () else set())
    if form == ():
        assert len(out.splitlines()) == {"history": 3 * len(TEXTS), "measures": 37}[command]
    if form == ("--csv",):
        assert run_by_a_spreadsheet(out) == []
        rows = list(csv.DictReader(io.StringIO(out, newline="")))
        assert len(rows) == {"history": 3 * len(TEXTS), "measures": 37}[command]


@pytest.mark.parametrize("columns", [20, 80, 200])
def test_a_terminal_is_not_steered(hostile: Cli, columns: int) -> None:
    for command in (("history",), ("measures",), ("status",), ("show", "1.1")):
        shown = hostile.on_terminal(*command, columns=columns)
        assert shown.code == 0
        assert steering(shown.out) == set()


def test_every_measure_in_full(hostile: Cli) -> None:
    for measure in hostile.ok("measures", "--json").json[: len(TEXTS) : 4]:
        for form in ((), ("--json",)):
            assert steering(hostile.ok("show", measure["key"], *form).out) <= {"\t"}


# -- the dashboard ---------------------------------------------------------------------------------


async def test_the_dashboard_shows_all_of_it(hostile: Cli) -> None:
    async with sitting(hostile.folder / "istirak.db", (80, 24)) as at:
        for _ in TEXTS:
            await at.press("enter", "pagedown", "pagedown")
            assert steering(at.text) == set()
            await at.press("escape", "escape", "down")
    async with sitting(hostile.folder / "istirak.db", (120, 40)) as at:
        for _ in TEXTS:
            await at.press("down")
            assert steering(at.text) == set()
        await at.press("h", "h")
        for _ in range(20):
            assert steering(at.text) == set()
            await at.press("pagedown")
        await at.press("u")
        assert steering(at.text) == set()


def test_what_the_dashboard_sends_steers_nothing(hostile: Cli) -> None:
    with terminal(hostile.folder, "--state", "AZ", size=(120, 40)) as it:
        it.wait_for("24 of 37 decided")
        began = len(it.sent)
        for number in range(2, 8):
            it.type(f"{ENTER}{ESCAPE}{DOWN}")
            it.wait_for(f"1.{number} ")
        it.type("hh")
        it.wait_for("took back")
        # The shape of the mouse's pointer is Textual's.
        sent = re.sub(r"\x1b\]22;[a-z]*\x07", "", it.sent[began:].decode())
    for part in ("\x1b]0", "\x1b]2;", "\x1b]52", "\x1b]8", "\x1bP", "\x1bc", "\x1b[2J", "\x1b[6n"):
        assert part not in sent
    assert not {*"\x00\x07\x08\x0b\x0c\x0e\x0f"} & {*sent}
    assert {each for each in steering(sent) if each >= "\x7f"} == set()


# -- typed at the command line ---------------------------------------------------------------------


def test_every_field_takes_it_from_the_command_line(cli: Cli) -> None:
    texts = [*ARGUMENTS.values()]
    for start in range(0, len(texts), len(FIELDS)):
        chosen = (texts + texts)[start : start + len(FIELDS)]
        fields = dict(zip(FIELDS, chosen, strict=True))
        options = [each for name, text in fields.items() for each in (f"--{name}={text}",)]
        (entry,) = cli.ok(*DECIDE, *options, "--json").json
        assert {name: entry[name] for name in FIELDS} == {
            name: text.strip() for name, text in fields.items()
        }
    assert list(cli.folder.glob("hacked")) == []
    assert not Path("hacked").exists()
    assert cli.ok("verify").out.startswith("Sound: ")


@pytest.mark.parametrize(
    "name", ["right to left", "pictures", "marks", "four bytes", "backwards", "two cases"]
)
def test_an_officer_may_have_any_name(cli: Cli, name: str) -> None:
    typed = ARGUMENTS[name]
    result = cli.ok("setup", "--officer", typed)
    assert steering(result.out) == set()
    (entry,) = cli.ok(*DECIDE, "--json").json
    assert entry["recorded_by"] == typed.strip()
    assert cli.ok("verify").out.startswith("Sound: 1 entry")


NAMING = (
    ("show",),
    ("history",),
    ("decide", "--position", "participates"),
    ("decide", "1.1", "--position"),
    ("retract", "--reason", "x"),
    ("measures", "--section"),
    ("measures", "--executor"),
    ("measures", "--due"),
    ("measures", "--position"),
    ("status", "--on"),
    ("status", "--state"),
    ("status", "--programme"),
    ("setup", "--state"),
    (),
)
"""Commands that take, last, the name of something; where it names nothing, they say so."""


@pytest.mark.parametrize("typed", ["\x1b[2J\u202e[/x]' OR 1=1 --\n\r\x9b", HALF, "x" * 120_000])
@pytest.mark.parametrize("command", NAMING, ids=" ".join)
def test_what_names_nothing_is_refused(cli: Cli, command: tuple[str, ...], typed: str) -> None:
    result = cli(*command, typed)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("istirak: ")
    assert result.err.count("\n") == 1
    assert len(result.err) < 2000
    assert steering(result.err) == set()


def test_words_to_find_may_be_anything(cli: Cli) -> None:
    for typed in ("\x1b[2J\u202e[/x]' OR 1=1 --\n\r\x9b", HALF, "x" * 120_000):
        assert cli.ok("measures", "--", typed).out == ""
        shown = cli.on_terminal("measures", "--", typed)
        assert steering(shown.out) == set()
        assert "none of 37" in shown.out


# -- refused, and why ------------------------------------------------------------------------------


def refused(result: Result, *parts: str) -> None:
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("istirak: ")
    assert result.err.count("\n") == 1
    assert "Nothing was recorded" in result.err
    for part in parts:
        assert part in result.err


def test_half_a_character_is_refused(cli: Cli) -> None:
    """Bytes that are no text, such as a name in an old encoding."""
    refused(
        cli(*DECIDE, *[each for name in FIELDS for each in (f"--{name}", HALF)]),
        *(f"--{name}: character 3 is half a character" for name in FIELDS),
    )
    refused(cli("setup", "--officer", HALF), "--officer: character 3 is half a character")
    (entry,) = ids(cli(*DECIDE))
    refused(cli("retract", entry, "--reason", HALF), "--reason: character 3")
    assert ids(cli("history")) == [entry]


def test_too_much_text_is_refused_with_the_limit(cli: Cli) -> None:
    much = "ə" * 60_000
    words = "has 60000 characters: 4000 are the most"
    refused(
        cli(*DECIDE, *[each for name in FIELDS for each in (f"--{name}", much)]),
        *(f"--{name}: {words}" for name in FIELDS),
    )
    refused(cli("setup", "--officer", much), f"--officer: {words}")
    (entry,) = ids(cli(*DECIDE))
    refused(cli("retract", entry, "--reason", much), f"--reason: {words}")


async def test_megabytes_pasted_into_the_dashboard(cli: Cli) -> None:
    async with sitting(cli.folder / "istirak.db") as at:
        await at.press("d", "enter")
        await at.fill("note", "ə" * 2_000_000)
        await at.press("f2")
        await at.shows("has 2000000 characters: 4000 are the most")
        await at.press("escape", *YES)
        await at.press("/")
        await at.paste("[/x] \x1b" * 300_000)
        await at.shows("at most 4000 characters are read")
        assert steering(at.text) == set()
        await at.press("escape")
        assert len(at.keys) == 37


# -- the names of folders --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["\x1b[2J", "[/x] [red]", "\u202egnol\u202c", "a\nb", "%2e?mode=ro#x", "ə 🏳️‍🌈", HALF]
)
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    cli = Cli(tmp_path / name)
    cli.ok("setup", "--state", "AZ", "--officer", "Leyla")
    assert len(ids(cli(*DECIDE))) == 1
    assert cli.ok("verify").out.startswith("Sound: ")
    assert (cli.folder / "istirak.db").stat().st_size
    located = cli.ok("locate").out
    assert located == f"{cli.folder / 'istirak.db'}\n"
    assert steering(cli.on_terminal("locate").out) == set()
    (cli.folder / "istirak.db").write_bytes(b"no database " * 100)
    result = cli("status")
    assert result.code == 3
    assert steering(result.err) == set()
    assert result.err.count("\n") == 1


@pytest.fixture(autouse=True)
def here(tmp_path: Path) -> Iterator[None]:
    """Somewhere where a text that is run would leave its mark."""
    before = Path.cwd()
    os.chdir(tmp_path)
    yield
    os.chdir(before)
