"""`agenda`, `notify` and `fulfil`: what falls due, why, and what is recorded of it."""

import re
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from installed_command import Cli

CONTRACT = [
    "measure",
    "rule",
    "printed",
    "anchor",
    "reading",
    "start",
    "end",
    "status",
    "reason",
]
MORE = [
    "year",
    "anchored_on",
    "holds",
    "done",
    "overdue",
    "settled_by",
    "position",
    "executors",
]
NOTIFY = ("notify", "--date", "2009-03-05", "--ref", "nota 12/345")
REVIEW = ("fulfil", "6.2", "--year", "2008", "--date", "2009-01-20", "--ref", "protokol 7")


def readings(cli: Cli, *more: str, key: str = "6.1") -> list[Any]:
    found = cli.ok("agenda", "--json", *more).json
    return [each for each in found if each["measure"] == key]


@pytest.fixture
def own(cli: Cli) -> Cli:
    cli.ok("setup", "--state", "AZ", "--officer", "Ə. Məmmədova")
    return cli


def test_the_contract(known: Cli) -> None:
    found = known.ok("agenda", "--json", "--on", "2008-02-10").json
    assert all(list(each) == [*CONTRACT, *MORE] for each in found)
    assert {each["rule"] for each in found} == {"period", "within", "annual", "annual-following"}
    assert {each["status"] for each in found} == {"upcoming", "running", "past", "unresolved"}
    first, last = found[0], found[-1]
    assert {name: first[name] for name in CONTRACT[:-1]} == {
        "measure": "6.1",
        "rule": "within",
        "printed": "Proqramın qəbul olunduğu vaxtdan 3 ay ərzində",
        "anchor": "adoption",
        "reading": "adoption",
        "start": "2006-11-28",
        "end": "2007-02-28",
        "status": "past",
    }
    assert (last["measure"], last["reading"], last["status"]) == (
        "6.1",
        "entry-into-force",
        "unresolved",
    )
    assert (last["start"], last["end"], last["anchored_on"]) == (None, None, None)
    assert "No notification of AZ is recorded" in last["reason"]
    assert "paragraph 2 of the Decision" in last["reason"]
    information = [each for each in found if each["measure"] == "6.3-1"]
    assert [(each["year"], each["start"], each["end"]) for each in information] == [
        (2007, "2008-02-01", "2008-02-29"),
        (2008, "2009-02-01", "2009-02-28"),
        (2009, "2010-02-01", "2010-02-28"),
        (2010, "2011-02-01", "2011-02-28"),
    ]


def test_a_notification_moves_one_reading_and_says_why(own: Cli) -> None:
    before = {
        state: own.ok("agenda", "--json", "--state", state).json for state in ("KZ", "UA", "GE")
    }
    (entry,) = own.ok(*NOTIFY, "--json").json
    assert (entry["kind"], entry["state"], entry["measure"]) == ("notification", "AZ", None)
    assert (entry["decided_on"], entry["details"]) == ("2009-03-05", {"reference": "nota 12/345"})
    adopted, in_force = readings(own)
    assert (in_force["start"], in_force["end"]) == ("2009-03-05", "2009-06-05")
    assert (in_force["anchor"], in_force["holds"], adopted["holds"]) == (
        "notification",
        True,
        False,
    )
    for word in ("nota 12/345", entry["id"], "paragraph 2 of the Decision"):
        assert word in in_force["reason"]
    assert "the other reading holds since its notification" in adopted["reason"]
    for state, agenda in before.items():
        assert own.ok("agenda", "--json", "--state", state).json == agenda
    assert readings(own, "--on", "2009-03-04")[1]["status"] == "unresolved"
    assert readings(own, "--known-on", "2009-03-05")[1]["status"] == "unresolved"
    own.ok("retract", entry["id"], "--reason", "səhv tarix")
    assert readings(own)[1]["start"] is None


def test_what_cannot_be_notified(known: Cli) -> None:
    refusals = (
        (("--state", "GE", *NOTIFY[1:]), "GE did not sign the Decision"),
        (("--date", "2006-11-27", "--ref", "x"), "--date: 2006-11-27 is before"),
        (("--date", "2999-01-01", "--ref", "x"), "--date: 2999-01-01 has not come yet"),
        (("--date", "2009-03-05"), "--ref: say what shows it"),
    )
    for arguments, why in refusals:
        result = known("notify", *arguments)
        assert result.code == 1
        assert why in result.err
        assert result.err.count("\n") == 1
    assert known("notify", "--state", "XX", *NOTIFY[1:]).code == 2


def test_a_second_notification_is_refused(own: Cli) -> None:
    dry = own.ok(*NOTIFY, "--dry-run")
    assert dry.rows == [["(dry run)", "", "AZ: notification deposited, on 2009-03-05"]]
    own.ok(*NOTIFY)
    again = own(*NOTIFY)
    assert again.code == 1
    assert "a notification by AZ stands already, of 2009-03-05" in again.err


def test_a_duty_is_fulfilled_year_by_year(own: Cli) -> None:
    (entry,) = own.ok(*REVIEW, "--note", "qeyd", "--json").json
    assert (entry["kind"], entry["measure"], entry["year"]) == ("fulfilment", "6.2", 2008)
    assert entry["details"] == {"reference": "protokol 7", "note": "qeyd"}
    done = {each["year"]: each["done"] for each in readings(own, key="6.2")}
    assert done == {2007: False, 2008: True, 2009: False, 2010: False}
    of_2008 = readings(own, key="6.2")[1]
    assert of_2008["settled_by"] == entry["id"]
    assert "Fulfilled on 2009-01-20 (protokol 7" in of_2008["reason"]
    assert "fulfilled for 2008, on 2009-01-20" in own.ok("history", "6.2").out
    assert own(*REVIEW).code == 1
    own.ok("fulfil", "6.1", "--date", "2007-02-20", "--ref", "plan")
    assert [each["done"] for each in readings(own)] == [True, True]


def test_what_cannot_be_fulfilled(known: Cli) -> None:
    refusals = (
        (("6.2", "--date", "2009-01-20", "--ref", "x"), 1, "--year: say which year it is for"),
        (("6.2", "--year", "2011", "--ref", "x"), 1, "--year: 2011 is no year of the programme"),
        (("6.1", "--year", "2007", "--ref", "x"), 1, "6.1 falls due once"),
        (("1.1", "--ref", "x"), 1, "1.1 is work over a period"),
        (("6.3-1", "--year", "2008", "--ref", "x"), 1, "releasing the information"),
        (("2.4.ç", "--ref", "x"), 2, "is an item"),
        (("6.3", "--ref", "x"), 2, "6.3-1 or 6.3-2"),
    )
    for arguments, code, why in refusals:
        result = known("fulfil", *arguments)
        assert result.code == code
        assert why in result.err
        assert result.err.count("\n") == 1


def test_days_and_overdue_narrow(known: Cli) -> None:
    on = ("--on", "2008-12-01", "--json")
    soon = known.ok("agenda", "--days", "62", *on).json
    assert all(min(each["end"], "2009-02-01") >= "2008-12-01" for each in soon)
    assert {each["measure"] for each in soon} >= {"1.4", "2.1", "6.2", "6.3-1", "3.7"}
    assert "1.1" not in {each["measure"] for each in soon}
    overdue = known.ok("agenda", "--overdue", *on).json
    assert {each["measure"] for each in overdue} == {"6.1", "1.2", "6.2", "6.3-2", "6.3-1"}
    assert all(each["overdue"] and each["status"] == "past" for each in overdue)
    both = known.ok("agenda", "--days", "62", "--overdue", *on).json
    assert len(both) == len(soon) + len(overdue)
    assert known.ok("agenda", "--overdue", "--json", "--on", "2006-12-01").json == []


def test_who_declined_is_not_reminded(own: Cli) -> None:
    own.ok("decide", "1.2", "--position", "does-not-participate", "--date", "2007-05-01")
    (one,) = readings(own, key="1.2")
    assert (one["status"], one["overdue"]) == ("past", False)
    assert "AZ does not participate: nothing is asked of it." in one["reason"]
    assert not any(each["overdue"] for each in own.ok("agenda", "--json", "--state", "GE").json)


def test_check_is_for_a_login_script(cli: Cli) -> None:
    assert cli("agenda", "--check").code == 2
    assert "No state is set up" in cli("agenda", "--overdue").err
    cli.ok("setup", "--state", "AZ", "--officer", "x")
    before = cli("agenda", "--check", "--on", "2006-12-01")
    assert (before.code, before.out) == (0, "")
    pressing = cli("agenda", "--check", "--on", "2007-02-10")
    assert pressing.code == 1
    assert [row[0] for row in pressing.rows] == ["6.1"]
    assert cli("agenda", "--check", "--on", "2007-02-10", "--days", "5").code == 0
    cli.ok("fulfil", "6.1", "--date", "2007-02-09", "--ref", "plan")
    assert cli("agenda", "--check", "--on", "2007-02-10").code == 0
    late = cli("agenda", "--check", "--on", "2026-01-01", "--json")
    assert late.code == 1
    assert all(each["overdue"] for each in late.json)


def test_the_calendar_opens_in_a_calendar(known: Cli, tmp_path: Path) -> None:
    file = tmp_path / "agenda.ics"
    done = known.ok("agenda", "--ics", str(file), "--state", "KZ")
    assert done.out == ""
    assert f"Wrote 46 events to {file}." in done.err
    assert "no dates yet: 6.1" in done.err
    events = list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))
    by_uid = {str(event["uid"]): event for event in events}
    assert len(by_uid) == len(events) == 46
    assert all(re.fullmatch(r"[0-9a-f-]{36}", uid) for uid in by_uid)  # any file may be named so
    by_name = {str(event["summary"]).partition(":")[0]: event for event in events}
    period = by_name["1.1"]
    # The last day of an all-day event is the one before its end.
    assert period["dtstart"].to_ical() == b"20070101"
    assert period["dtend"].to_ical() == b"20110101"
    assert period["dtstart"].params["VALUE"] == "DATE"
    leap = by_name["6.3-1 for 2007"]
    assert (leap["dtstart"].to_ical(), leap["dtend"].to_ical()) == (b"20080201", b"20080301")
    assert all(event["dtstamp"] for event in events)
    assert "İnsan alverinə qarşı" in str(period["summary"])
    again = known("agenda", "--ics", str(file))
    assert again.code == 1
    assert "exists already" in again.err
    other = tmp_path / "again.ics"
    known.ok("agenda", "--ics", str(other), "--state", "KZ")
    assert {
        str(event["uid"]) for event in Calendar.from_ical(other.read_bytes()).walk("VEVENT")
    } == set(by_uid)
    few = tmp_path / "few.ics"
    listed = known.ok("agenda", "--ics", str(few), "--days", "30", "--on", "2008-02-01", "--json")
    assert len(listed.json) == len(Calendar.from_ical(few.read_bytes()).walk("VEVENT")) == 1


def test_the_calendar_is_loaded_only_when_it_is_asked_for(known: Cli) -> None:
    loaded = known.python(
        "import sys\n"
        "sys.argv = ['istirak', 'agenda', '--json']\n"
        "from tui.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print({name.partition('.')[0] for name in sys.modules}, file=sys.stderr)\n"
    )
    for module in ("icalendar", "sqlmodel", "sqlalchemy", "pydantic", "textual", "rich"):
        assert f"'{module}'" not in loaded.err


def test_lists_for_programs_and_for_people(known: Cli) -> None:
    rows = known.ok("agenda", "--on", "2008-02-10", "--days", "20").rows
    assert [row[:5] for row in rows] == [
        ["6.3-1", "2008-02-01", "2008-02-29", "running", "adoption"]
    ]
    csv = known.ok("agenda", "--csv", "--state", "KZ").out.splitlines()
    assert csv[0].split(",") == [*CONTRACT, *MORE]
    assert len(csv) == 48
    table = known.on_terminal("agenda", "--on", "2008-12-31", "--overdue", columns=80)
    assert table.code == 0
    assert "Overdue: " in table.out
    shown = known.on_terminal("agenda", "--on", "2008-12-31", columns=80).out
    for part in ("Overdue: ", "Running: ", "Upcoming: ", "No dates yet: 1", "AZ on 2008-12-31."):
        assert part in shown
    assert "2007–2010" in shown
    nothing = known.on_terminal("agenda", "--on", "2006-11-27", "--overdue").out
    assert "Nothing of that kind falls due. AZ on 2006-11-27." in nothing


def test_a_sheet_shows_the_second_reading_too(own: Cli) -> None:
    shown = own.ok("show", "6.1").out
    assert "From adoption: 2006-11-28 to 2007-02-28, overdue" in shown
    assert "From entry into force: no dates yet" in shown
    own.ok(*NOTIFY)
    shown = own.ok("show", "6.1").out
    assert "From entry into force: 2009-03-05 to 2009-06-05, overdue" in shown
    assert "(not the reading that holds)" in shown
    assert "For 2007: 2008-02-01 to 2008-02-29, overdue" in own.ok("show", "6.3-1").out
