"""Treaties and whom measures address by them, on the command line."""

import pytest
from installed_command import Cli

from store.ladder import TreatyAction
from tui.cli.treaty import ACTIONS

ANNEX = 9
ON = ("--on", "2009-01-01")


def record(cli: Cli, key: str, action: str, day: str, *more: str, source: str = "nota 7") -> str:
    done = cli.ok("treaty", "record", key, action, "--date", day, "--source", source, *more)
    return done.rows[0][0]


def test_the_list(known: Cli) -> None:
    treaties = known.ok("treaty", "list", "--json").json
    assert len(treaties) == ANNEX + 2
    assert list(treaties[0])[:4] == ["key", "title", "date", "where"]
    assert [each["where"] for each in treaties] == ["annex"] * ANNEX + ["1.2"] * 2
    assert treaties[1]["date"] == "1926-09-25"
    assert treaties[1]["title"].startswith("1926-cı il sentyabrın 25-də")
    lines = known.ok("treaty", "list", "--csv").out.splitlines()
    assert lines[0] == "key,title,date,where,state,standing"
    assert len(lines) == 1 + len(treaties)
    assert known("treaty", "list", "--csv", "--json").code == 2
    rows = known.ok("treaty", "list").rows
    assert [row[0] for row in rows] == [each["key"] for each in treaties]


def test_the_playthrough(known: Cli) -> None:
    treaties = [each["key"] for each in known.ok("treaty", "list", "--json").json][:ANNEX]
    before = known.ok("addressees", "1.1", "--json", *ON).json
    assert len(before) == 11
    assert {each["answer"] for each in before.values()} == {"unknown"}
    for key in treaties:
        record(known, key, "accession", "2007-02-03")
    after = known.ok("addressees", "1.1", "--json", *ON).json
    assert after["AZ"] == {"answer": "no", "treaties": treaties}
    assert after["KZ"] == before["KZ"]
    assert known.ok("addressees", "1.1", "--json", "--on", "2007-02-02").json == before
    assert known.ok("addressees", "1.1", "--json", "--known-on", "2008-01-01").json == before
    assert list(known.ok("addressees", "1.1", "--json", "--state", "kz", *ON).json) == ["KZ"]
    assert "AZ is not addressed; settled by: trafficking-1949, " in known.ok("show", "1.1").out
    sheet = known.ok("show", "1.1", "--json").json
    assert sheet["addressed"] == after["AZ"]
    assert sheet["position"]["value"] == "undetermined"
    sheet = known.ok("show", "1.2", "--json").json
    assert sheet["items"][1]["addressed"]["treaties"] == ["trafficking-2005"]
    assert known.ok("show", "1.3", "--json").json["addressed"] is None


def test_a_ladder(known: Cli) -> None:
    kz = ("--state", "KZ")
    first = record(known, "trafficking-2005", "Signature", "2005-11-25", *kz)
    record(known, "trafficking-2005", "domestic procedures", "2006-11-25", *kz, source="qəzet 5")
    assert known.ok("addressees", "1.2.b", *kz).rows == [["KZ", "no", "trafficking-2005"]]
    shown = known.ok("treaty", "show", "trafficking-2005", "--json", *kz).json
    assert list(shown) == ["key", "title", "date", "where", "note", "states"]
    (status,) = shown["states"]
    assert (status["state"], status["standing"]) == ("KZ", "consented")
    assert status["problems"] == []
    assert status["actions"][0] == {
        "entry": first,
        "action": "signature",
        "date": "2005-11-25",
        "source": "nota 7",
        "note": None,
    }
    all_states = known.ok("treaty", "show", "trafficking-2005", "--json", "--every-state").json
    assert len(all_states["states"]) == 11
    lines = known.ok("treaty", "show", "trafficking-2005", *kz, "--on", "2006-01-01").rows
    assert ["KZ", "signed on 2005-11-25"] in lines
    last = record(known, "trafficking-2005", "entry-into-force", "2007-01-01", *kz)
    done = known("retract", first, "--reason", "səhv")
    assert (done.code, done.out) == (1, "")
    assert f"the entry into force of 2007-01-01 ({last}) rests on it" in done.err
    known.ok("retract", first, last, "--reason", "səhv")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("slavery-1956", "entry-into-force"), 1, "ACTION: no consent to be bound is recorded"),
        (("slavery-1956", "ratification"), 1, "needs a signature"),
        (("slavery-1956", "joining"), 1, "choose one of signature, domestic-procedures"),
        (("slavery", "accession"), 2, "Say one of trafficking-1949, slavery-1926"),
    ],
)
def test_what_is_refused(known: Cli, arguments: tuple[str, ...], code: int, words: str) -> None:
    more = ("--date", "2007-02-03", "--source", "x", "--state", "TJ")
    done = known("treaty", "record", *arguments, *more)
    assert (done.code, done.out) == (code, "")
    assert words in done.err
    assert done.err.count("\n") == 1


def test_days_and_sources(known: Cli) -> None:
    start = ("treaty", "record", "slavery-1956", "accession", "--state", "TJ")
    done = known(*start, "--date", "1956-09-06", "--source", "x")
    assert (done.code, "--date: 1956-09-06 is before the treaty's own" in done.err) == (1, True)
    done = known(*start, "--date", "2007-01-01")
    assert (done.code, "--source: say how it is known" in done.err) == (1, True)
    done = known(*start, "--source", "x")
    assert (done.code, "missing option '--date'" in done.err) == (2, True)
    past = ("--source", "x", "--dry-run")
    dry = known.ok(*start, *past, "--on", "2007-01-01", "--json").json
    assert dry[0]["decided_on"] == "2007-01-01"
    done = known.ok(*start, *past, "--date", "2007-01-01", "--on", "2006-12-31")
    assert "from 2007-01-01, after the day in view" in done.err
    dry = known.ok(*start, "--date", "2007-01-01", "--source", "x", "--dry-run", "--json").json
    assert (dry[0]["kind"], dry[0]["treaty"]) == ("treaty-action", "slavery-1956")
    assert dry[0]["details"] == {"action": "accession", "source": "x"}
    assert known.ok("treaty", "show", "slavery-1956", "--state", "TJ", "--json").json["states"] == [
        {"state": "TJ", "standing": "nothing-recorded", "problems": [], "actions": []}
    ]


def test_what_would_steer_a_terminal_is_shown(known: Cli) -> None:
    hostile = "[/x] [red] \\ \x1b[2J\x07 \u202etxet"
    record(known, "adoption-1993", "accession", "2007-02-03", "--state", "MD", source=hostile)
    for shown in (
        known.ok("treaty", "show", "adoption-1993", "--state", "MD").out,
        known.on_terminal("treaty", "show", "adoption-1993", "--state", "MD").out,
    ):
        assert "[/x] [red] \\" in shown
        assert not any(each in shown for each in ("\x1b[2J", "\x07", "\u202e"))
    shown = known.ok("treaty", "show", "adoption-1993", "--state", "MD", "--json").json
    assert shown["states"][0]["actions"][0]["source"] == hostile


def test_measures_that_do_not_depend_on_treaties(known: Cli) -> None:
    done = known("addressees", "2.4", "--json")
    assert (done.code, done.out) == (1, "")
    assert "whom 2.4 addresses does not depend on treaties" in done.err
    assert known("addressees", "9.9").code == 2


def test_before_anybody_is_set_up(cli: Cli) -> None:
    assert cli.ok("addressees", "1.1", "--json").json["AZ"]["answer"] == "unknown"
    assert cli.ok("treaty", "list", "--json").json[0]["standing"] is None
    shown = cli.ok("treaty", "show", "slavery-1926", "--json").json
    assert len(shown["states"]) == 11
    more = ("--date", "2007-02-03", "--source", "x")
    assert cli("treaty", "record", "slavery-1926", "accession", *more).code == 1


def test_a_group_without_a_command(known: Cli) -> None:
    done = known("treaty")
    assert (done.code, done.out) == (2, "")
    assert done.err == "istirak: say which: record, list or show. See `istirak treaty --help`.\n"


def test_the_help_names_every_action() -> None:
    assert tuple(ACTIONS.split(", ")) == tuple(TreatyAction)


def test_on_a_terminal(known: Cli) -> None:
    wide = known.on_terminal("treaty", "list").out
    assert "slavery-1926" in wide
    assert "Stands" in wide
    assert "By which treaties" in known.on_terminal("addressees", "1.2").out
    shown = known.on_terminal("treaty", "show", "adoption-1993", "--state", "GE").out
    assert "nothing recorded" in shown
