"""What moved between two days, and the two days before and after a command's name."""

import pytest
from installed_command import Cli

CHANGE = ["key", "measure", "item", "treaty", "year", "what", "before", "after", "by"]


@pytest.fixture(scope="module")
def worked(known: Cli) -> Cli:
    on = ("--date", "2008-03-04")
    known.ok("decide", "2.4", "V", "--position", "participates", *on)
    known.ok("decide", "2.4.ç", "--position", "does-not-participate", "--date", "2008-05-06")
    known.ok("retract", "2", "--reason", "səhv")
    return known


def test_what_moved_as_golden_records(worked: Cli) -> None:
    moved = worked.ok("changes", "--from", "2007-12-31", "--to", "2008-12-31", "--json").json
    assert [list(change) for change in moved] == [CHANGE, CHANGE]
    first, second = moved
    origin = second["by"][0].rpartition("-")[0]
    assert (first["key"], first["by"]) == ("2.4", [f"{origin}-1"])
    assert second == {
        "key": "2.4.ç",
        "measure": "2.4",
        "item": "ç",
        "treaty": None,
        "year": None,
        "what": "position",
        "before": {"value": "undetermined", "basis": "signature", "entry": None},
        "after": {"value": "does-not-participate", "basis": "decision", "entry": f"{origin}-3"},
        "by": [f"{origin}-3"],
    }


def test_days_are_said_in_many_ways(worked: Cli) -> None:
    whole = worked.ok("changes", "--from", "2007-12-31", "--to", "2008-12-31").out
    assert worked.ok("changes", "--from", "2007-12-31", "--on", "2008-12-31").out == whole
    assert worked.ok("--on", "2008-12-31", "changes", "--from", "2007-12-31").out == whole
    assert worked.ok("changes", "--from", "2008-12-31").out == ""
    learned = worked.ok("changes", "--known-from", "2009-01-01").rows
    assert [row[:4] for row in learned] == [
        ["2.4", "position", "? undetermined", "● participates"],
        ["2.4.ç", "position", "? undetermined", "✗ does not"],
    ]
    none = worked.ok("changes", "--known-from", "2009-01-01", "--known-to", "2009-02-01", "--json")
    assert none.json == []
    none = worked.ok("changes", "--from", "2007-12-31", "--known-on", "2009-02-01", "--json")
    assert none.json == []


def test_as_comma_separated_values_and_as_a_table(worked: Cli) -> None:
    csv = worked.ok("changes", "--from", "2007-12-31", "--csv").out.splitlines()
    assert csv[0] == "measure,item,treaty,year,what,before,after,by"
    assert csv[1].startswith("2.4,,,,position,undetermined,participates,")
    table = worked.on_terminal("changes", "--from", "2007-12-31", "--to", "2008-12-31").out
    assert "2 changes: AZ from 2007-12-31 to 2008-12-31." in table
    nothing = worked.on_terminal("changes", "--from", "2009-12-31", "--to", "2010-12-31").out
    assert "Nothing moved: AZ from 2009-12-31 to 2010-12-31." in nothing
    assert "--known-from" in nothing


def test_what_cannot_be_compared(worked: Cli, cli: Cli) -> None:
    result = worked("changes")
    assert (result.code, result.out) == (2, "")
    assert "say from which day" in result.err
    result = worked("changes", "--from", "2009-01-01", "--to", "2008-01-01")
    assert (result.code, result.out) == (2, "")
    assert "2009-01-01 is after 2008-01-01" in result.err
    result = cli("changes", "--from", "2008-01-01")
    assert result.code == 2
    assert "istirak setup" in result.err


def test_what_was_known_before_or_after_the_commands_name(worked: Cli) -> None:
    for before, after in ((("--known-on", "2009-01-01"), ()), ((), ("--known-on", "2009-01-01"))):
        status = worked.ok(*before, "status", *after, "--json").json
        assert (status["known_on"], status["decided"]) == ("2009-01-01", 0)
        assert worked.ok(*before, "history", *after, "--json").json == []
        shown = worked.ok(*before, "show", "2.4", *after).out
        assert "as known on 2009-01-01" in shown
        assert "as known on 2009-01-01" in worked.ok(*before, "status", *after).out
    assert worked.ok("status", "--json").json["decided"] == 1


def test_the_years_of_the_programme_are_told(worked: Cli) -> None:
    said = worked.ok("status", "--on", "2026-11-23").out
    assert "On 2026-11-23 (after the programme's years 2007-2010): 1 of 37" in said
    assert "programme's years" not in worked.ok("status", "--on", "2009-11-23").out


def test_a_decision_that_changes_nothing_says_so(worked: Cli) -> None:
    early = ("--position", "under-consideration", "--date", "2007-03-04")
    tried = worked.ok("decide", "2.4", *early, "--dry-run")
    assert "would be recorded, but 2.4 stays: its decision of 2008-03-04 holds" in tried.err
    done = worked.ok("decide", "2.4", "1.1", *early, "--json")
    assert len(done.json) == 2
    assert "Recorded, but 1 of 2 stay: later decisions hold." in done.err
    unknown = worked.ok("--known-on", "2009-01-01", "decide", "1.2", *early)
    assert "Recorded, but not in view, which is as known on 2009-01-01." in unknown.err
