"""The yearly cycle by commands: drafted, checked, released, corrected."""

import shlex

import pytest
from installed_command import Cli

ON = ("--on", "2009-02-20")
RETURN = ["entry", "state", "year", "number", "date", "officer", "hash", "corrects", "reason",
          "corrected_by", "recorded_at"]  # fmt: skip
MEASURE = ["key", "number", "text", "deadline", "section", "items", "executors",
           "executors_printed", "position", "responsible", "progress"]  # fmt: skip


@pytest.fixture
def az(cli: Cli) -> Cli:
    cli.ok("setup", "--state", "AZ", "--officer", "Ə. Məmmədova")
    return cli


def test_a_year_is_drafted_refused_fixed_released_and_corrected(az: Cli) -> None:
    assert az("return", "check", "--year", "2008", "--json", *ON).code == 1
    drafted = az.ok(
        *("return", "set", "2.4", "--year", "2008", "--status", "in-progress"),
        *("--text", "Bölmə yaradıldı", "--json", *ON),
    ).json
    assert [(each["kind"], each["measure"], each["year"]) for each in drafted] == [
        ("progress", "2.4", 2008)
    ]
    assert drafted[0]["details"] == {"status": "in-progress", "text": "Bölmə yaradıldı"}
    assert drafted[0]["decided_on"] == "2009-02-20"

    release = ("return", "release", "--year", "2008", "--number", "14", "--date", "2009-02-20")
    refused = az(*release)
    assert (refused.code, refused.out) == (1, "")
    assert "is blocked: 2.4: work is reported" in refused.err

    checked = az("return", "check", "--year", "2008", "--json", *ON)
    assert checked.code == 1
    assert checked.err == (
        "istirak: the information for 2008 has 1 blocker. Each line says what fixes it.\n"
    )
    first = checked.json[0]
    assert list(first) == ["severity", "rule", "measure", "message", "fix"]
    assert (first["severity"], first["rule"], first["measure"]) == (
        "blocker",
        "undetermined",
        "2.4",
    )
    assert {each["severity"] for each in checked.json[1:]} == {"warning"}
    assert first["fix"] == "istirak decide 2.4 --position <position> --on 2009-02-20"
    fix = first["fix"].replace("<position>", "participates")
    az.ok(*shlex.split(fix)[1:])

    checked = az("return", "check", "--year", "2008", "--json", *ON)
    assert (checked.code, checked.json[0]["rule"]) == (1, "no-responsible-body")
    az.ok(*shlex.split(checked.json[0]["fix"].replace("<body>", "'Daxili İşlər Nazirliyi'"))[1:])
    assert az.ok("return", "check", "--year", "2008", *ON).err == ""

    (released,) = az.ok(*release, "--json").json
    assert (released["kind"], released["decided_on"]) == ("return", "2009-02-20")
    az.ok("return", "set", "2.4", "--year", "2008", "--status", "done", "--on", "2009-03-10")
    (corrected,) = az.ok(
        *("return", "correct", "--year", "2008", "--number", "20", "--date", "2009-03-12"),
        *("--reason", "iş başa çatıb", "--json"),
    ).json
    assert corrected["details"]["corrects"] == released["id"]

    first, second = az.ok("return", "list", "--json").json
    assert list(first) == RETURN
    assert (first["number"], first["corrected_by"]) == ("14", corrected["id"])
    assert (second["number"], second["corrects"]) == ("20", released["id"])
    shown = az.ok("return", "show", "--year", "2008", "--json").json
    assert list(shown) == ["state", "year", "on", "reported", "release", "measures"]
    assert shown["release"] == second
    assert all(sorted(each) == sorted(MEASURE) for each in shown["measures"])
    by_key = {each["key"]: each for each in shown["measures"]}
    assert by_key["2.4"]["progress"] == {
        "status": "done", "text": "Bölmə yaradıldı", "mark": "new", "carried_from": None,
        "entry": by_key["2.4"]["progress"]["entry"],
    }  # fmt: skip
    old = az.ok("return", "show", "--year", "2008", "--number", "14", "--json").json
    assert old["release"] == first
    assert az.ok("return", "show", "--year", "2008", "--draft", "--json").json["release"] is None
    az.ok("verify")
    nothing_on_the_day_before(az)
    history = az.ok("history").out
    assert "AZ reports for 2008: in progress, on 2009-02-20\ttext: Bölmə yaradıldı" in history
    assert "AZ released its information for 2008, No 14, on 2009-02-20" in history
    assert f"No 20, in place of {released['id']}, on 2009-03-12" in history


def nothing_on_the_day_before(az: Cli) -> None:
    assert az.ok("return", "list", "--json", "--on", "2009-02-19").json == []
    before = az.ok("return", "show", "--year", "2008", "--json", "--on", "2009-02-19").json
    assert before["release"] is None
    assert all(each["progress"] is None for each in before["measures"])
    assert az.ok("history", "--json", "--on", "2009-02-19").json == []


def test_the_next_year_opens_from_the_last(az: Cli) -> None:
    az.ok("return", "set", "2.4", "2.5", "--year", "2008", "--status", "in-progress", *ON)
    rows = {row[0]: row for row in az.ok("return", "show", "--year", "2009").rows}
    assert rows["2.4"][1:4] == ["undetermined", "in-progress", "="]
    az.ok("return", "set", "2.4", "--year", "2009")
    az.ok("return", "set", "2.5", "--year", "2009", "--status", "done")
    az.ok("return", "set", "2.6", "--year", "2009", "--status", "done")
    rows = {row[0]: row for row in az.ok("return", "show", "--year", "2009").rows}
    assert [rows[key][3] for key in ("2.4", "2.5", "2.6", "2.7")] == ["=", "~", "+", ""]


def test_a_year_that_is_not_reported_is_refused_with_the_reason(az: Cli) -> None:
    for command in (("set", "2.4", "--status", "done"), ("check",), ("show",),
                    ("release", "--number", "1")):  # fmt: skip
        refused = az("return", *command, "--year", "2011")
        assert refused.code == 1
        assert "2011 is no reporting year: the programme runs from 2007 to 2010" in refused.err


def test_what_is_wrong_is_named_by_its_option(az: Cli) -> None:
    wrong = az("return", "set", "2.4", "--year", "2008", "--status", "ready")
    assert wrong.code == 1
    assert wrong.err.startswith("istirak: --status: choose one of not-started, in-progress")
    blank = az("return", "release", "--year", "2008", "--number", " ")
    assert blank.err.startswith("istirak: --number: say the number of the document")


def test_the_fix_takes_the_state_and_the_day_with_it(az: Cli) -> None:
    az.ok("decide", "2.4", "--position", "does-not-participate", "--state", "KZ",
          "--date", "2008-03-04", "--source", "nota 7")  # fmt: skip
    az.ok("return", "set", "2.4", "--year", "2008", "--status", "done", "--state", "KZ", *ON)
    checked = az("return", "check", "--year", "2008", "--state", "KZ", "--json", *ON)
    (fix,) = (each["fix"] for each in checked.json if each["severity"] == "blocker")
    assert fix == (
        "istirak return set 2.4 --year 2008 --status not-planned --state KZ --on 2009-02-20"
    )
    az.ok(*shlex.split(fix)[1:])
    assert az("return", "check", "--year", "2008", "--state", "KZ", *ON).code == 0


def test_the_register_as_a_whole_is_checked(az: Cli) -> None:
    fresh = az.ok("checks", "--json").json
    assert {each["severity"] for each in fresh} == {"warning"}
    az.ok("decide", "2.4", "--position", "does-not-participate", "--date", "2008-03-04")
    az.ok("return", "set", "2.4", "--year", "2008", "--status", "done", *ON)
    checked = az("checks", "--json")
    assert checked.code == 1
    assert (checked.json[0]["rule"], checked.json[0]["measure"]) == ("work-outside", "2.4")
    assert az("checks").rows[0][:3] == ["blocker", "work-outside", "2.4"]
    assert az("checks", "--csv").out.startswith("severity,rule,measure,message,fix\nblocker,")


def test_tables_fit_a_terminal(az: Cli) -> None:
    az.ok("decide", "2.4", "--position", "participates", "--date", "2008-03-04",
          "--responsible", "[/x] DİN")  # fmt: skip
    az.ok(
        "return", "set", "2.4", "--year", "2008", "--status", "done", "--text", "[red] \x1b[2J", *ON
    )
    assert (
        "a draft on 2009-02-20, 1 of 37"
        in az.on_terminal("return", "show", "--year", "2008", *ON).out
    )
    az.ok("return", "release", "--year", "2008", "--number", "14", "--date", "2009-02-20")
    shown = az.on_terminal("return", "show", "--year", "2008").out
    assert "\x1b[2J" not in shown
    assert "[red] ␛[2J" in shown
    assert "Responsible: [/x] DİN" in shown
    assert "as released on 2009-02-20, No 14, by Ə. Məmmədova" in shown
    assert "14" in az.on_terminal("return", "list").out
    assert "istirak decide 1.1" in az.on_terminal("return", "check", "--year", "2008").out
    assert "nothing was released" not in az.on_terminal("return", "list").out
    assert (
        "Nothing was released by AZ up to 2009-02-19."
        in az.on_terminal("return", "list", "--on", "2009-02-19").out
    )


def test_csv_is_made_harmless(az: Cli) -> None:
    az.ok("return", "set", "2.4", "--year", "2008", "--status", "done", "--text", "=1+1", *ON)
    out = az.ok("return", "show", "--year", "2008", "--csv").out
    assert out.startswith("key,number,section,text,position,basis,responsible,status,progress,")
    assert ",'=1+1," in out


def test_a_dry_run_records_nothing(az: Cli) -> None:
    az.ok("return", "set", "2.4", "--year", "2008", "--status", "done", "--dry-run")
    assert az.ok("history", "--json").json == []
