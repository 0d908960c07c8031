"""From the first day of a register to a corrected release, by the installed command, with `--json`.

All of it is said as on one day, and all of it is recorded now.
"""

import json
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from terminal import COMMAND, surroundings

DAY, EARLIER = "2009-02-15", "2008-12-31"
ANNEX, STATES = 9, ("AZ", "AM", "BY", "GE", "KZ", "KG", "MD", "RU", "TJ", "TM", "UA")

READING = (
    ("status",),
    ("measures",),
    ("show", "1.4"),
    ("why", "2.6"),
    ("history",),
    ("agenda",),
    ("treaty", "list"),
    ("addressees", "1.1"),
    ("return", "list"),
    ("return", "show", "--year", "2008"),
    ("checks",),
    ("changes", "--from", "2006-11-28"),
)


class Officer:
    """An officer of Azerbaijan at the command line, on one day."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [COMMAND, "--on", DAY, *arguments, "--json"],
            env=surroundings(self._folder),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def __call__(self, *arguments: str, code: int = 0) -> Any:
        done = self.run(*arguments)
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout)

    def refused(self, *arguments: str) -> str:
        done = self.run(*arguments)
        assert (done.returncode, done.stdout) == (1, "")
        return done.stderr

    def follows(self, fix: str, **filled: str) -> Any:
        """Do what a check says, with what it leaves open filled in."""
        for name, value in filled.items():
            fix = fix.replace(f"<{name}>", shlex.quote(value))
        istirak, *arguments = shlex.split(fix)
        assert istirak == "istirak"
        assert not [part for part in arguments if part.startswith("<")], fix
        return self(*arguments)

    def sees(self, *days: str) -> dict[tuple[str, ...], str]:
        """All that a view shows, without its days."""
        return {command: self.run(*command, *days).stdout for command in READING}


@pytest.fixture(scope="module")
def officer(known: Path, tmp_path_factory: pytest.TempPathFactory) -> Officer:
    """Azerbaijan's officer before a register in which nothing is recorded."""
    return Officer(Path(shutil.copytree(known, tmp_path_factory.mktemp("played") / "data")))


@pytest.fixture(scope="module")
def before(officer: Officer) -> dict[tuple[str, ...], str]:
    """What the register showed before anything was recorded."""
    return officer.sees()


@pytest.fixture(scope="module")
def before_that_day(officer: Officer) -> dict[tuple[str, ...], str]:
    """What it showed then of an earlier day."""
    return officer.sees("--on", EARLIER)


# The tests go on where the one before them ended.


def test_it_opens_undetermined_and_quotes_the_opinion(
    officer: Officer,
    before: dict[tuple[str, ...], str],
    before_that_day: dict[tuple[str, ...], str],
) -> None:
    status = officer("status")
    assert (status["total"], status["decided"], status["positions"]["undetermined"]) == (37, 0, 37)
    clauses = {}
    for key in ("1.1", "1.4", "1.4.c", "2.4.ç", "V", "6.3-2"):
        why = officer("why", key)
        expected = "not-bound" if key == "1.4.c" else "undetermined"
        assert (why["position"], why["basis"]) == (expected, "signature")
        assert why["clause"]["part"] == "special-opinion"
        assert (why["decision"], why["superseded"]) == (None, [])
        clauses[key] = why["clause"]["text"]
    assert "harmonizasiya" in clauses.pop("1.4.c")
    assert set(clauses.values()) == {
        "Azərbaycan Respublikasının hər bir tədbirdə iştirakı ayrıca olaraq müəyyən ediləcəkdir."
    }
    assert before[("history",)] == before_that_day[("history",)] == "[]\n"


def readings(officer: Officer, state: str) -> dict[str, Any]:
    found = officer("agenda", "--state", state)
    return {each["reading"]: each for each in found if each["measure"] == "6.1"}


def test_the_notification_moves_the_second_reading_of_one_state(officer: Officer) -> None:
    others = [state for state in STATES if state != "AZ"]
    untouched = {state: officer("agenda", "--state", state) for state in others}
    open_ = readings(officer, "AZ")["entry-into-force"]
    assert (open_["start"], open_["end"], open_["status"]) == (None, None, "unresolved")

    (entry,) = officer("notify", "--date", "2008-11-30", "--ref", "nota 17, 30.11.2008")
    assert (entry["kind"], entry["state"], entry["decided_on"]) == (
        *("notification", "AZ", "2008-11-30"),
    )
    now = readings(officer, "AZ")
    dates = {name: (each["start"], each["end"], each["holds"]) for name, each in now.items()}
    assert dates == {
        "adoption": ("2006-11-28", "2007-02-28", False),
        "entry-into-force": ("2008-11-30", "2009-02-28", True),  # a month's last day stays one
    }
    assert now["entry-into-force"]["status"] == "running"
    assert "2008-11-30" in now["entry-into-force"]["reason"]
    assert {state: officer("agenda", "--state", state) for state in others} == untouched


def test_accession_to_all_nine_leaves_nothing_to_accede_to(officer: Officer) -> None:
    annex = [each["key"] for each in officer("treaty", "list") if each["where"] == "annex"]
    assert len(annex) == ANNEX
    assert officer("addressees", "1.1")["AZ"] == {"answer": "unknown", "treaties": annex}
    for number, key in enumerate(annex, 1):
        date = ("--date", f"2008-05-{number:02}")
        officer("treaty", "record", key, "accession", *date, "--source", "depozitari")
        answer = officer("addressees", "1.1")["AZ"]
        assert answer["answer"] == ("no" if number == ANNEX else "unknown")
        assert answer["treaties"] == (annex if number == ANNEX else annex[number:])
    assert officer("addressees", "1.1")["KZ"]["answer"] == "unknown"
    assert "consented before" in officer.refused(
        *("treaty", "record", annex[0], "ratification", "--date", "2008-06-01"),
        *("--source", "depozitari"),
    )


def test_a_year_is_drafted_refused_fixed_released_and_corrected(officer: Officer) -> None:
    year = ("--year", "2008")
    officer("return", "set", "2.6", *year, "--status", "in-progress", "--text", "Təhlil aparıldı")
    officer("return", "set", "2.7", *year, "--status", "done")
    officer("decide", "2.7", "--position", "does-not-participate", "--date", "2008-03-04")
    assert "is blocked: 2.7: work is reported" in officer.refused(
        "return", "release", *year, "--number", "1"
    )

    followed = []
    while blocking := [
        each for each in json.loads(officer.run("return", "check", *year).stdout)
        if each["severity"] == "blocker"
    ]:  # fmt: skip
        first = blocking[0]
        followed.append((first["rule"], first["measure"]))
        assert len(followed) < 9, followed  # each answer takes one away
        officer.follows(first["fix"], position="participates", body="Baş Prokurorluq")
    assert followed == [
        ("work-outside", "2.7"),
        ("undetermined", "2.6"),
        ("no-responsible-body", "2.6"),
    ]
    officer("return", "check", *year)

    (release,) = officer("return", "release", *year, "--number", "01-7", "--date", DAY)
    frozen = officer("return", "show", *year)
    assert frozen["release"]["hash"] == release["details"]["snapshot_hash"]
    assert (frozen["release"]["number"], frozen["release"]["date"]) == ("01-7", DAY)
    assert frozen["release"]["officer"] == "Ə. Məmmədova"
    assert "was released" in officer.refused("return", "release", *year, "--number", "01-8")

    officer("return", "set", "2.6", *year, "--status", "done", "--text", "Təhlil başa çatdı")
    # What is frozen does not follow the register.
    assert officer("return", "show", *year)["measures"] == frozen["measures"]
    officer(
        *("return", "correct", *year, "--number", "01-9", "--date", DAY),
        *("--reason", "2.6 başa çatıb"),
    )
    first, second = officer("return", "list")
    assert (first["number"], first["corrects"], first["corrected_by"]) == (
        *("01-7", None, second["entry"]),
    )
    assert (second["number"], second["corrects"]) == ("01-9", first["entry"])
    assert first["hash"] == frozen["release"]["hash"] != second["hash"]
    assert officer("return", "show", *year)["release"]["number"] == "01-9"
    old = officer("return", "show", *year, "--number", "01-7")
    assert old["measures"] == frozen["measures"]


def test_what_moved_is_told_and_by_which_entries(officer: Officer) -> None:
    moved = officer("changes", "--from", "2007-12-31")
    told = {(each["key"], each["what"]): each for each in moved}
    assert told["6.1", "deadline"]["after"]["value"] == "2008-11-30..2009-02-28"
    assert told["1.1", "address"]["after"]["value"] == "no"
    assert len(told["1.1", "address"]["by"]) == ANNEX
    assert told["2.7", "position"]["after"]["value"] == "does-not-participate"
    assert told["6.3-1", "return"]["after"]["value"] == "01-9"
    entries = {each["id"] for each in officer("history")}
    assert {entry for each in moved for entry in each["by"]} <= entries


def test_a_day_before_any_of_that_shows_none_of_it(
    officer: Officer,
    before: dict[tuple[str, ...], str],
    before_that_day: dict[tuple[str, ...], str],
) -> None:
    known = ("--known-on", "2020-01-01")
    then = officer.sees(*known)
    then[("status",)] = then[("status",)].replace('"2020-01-01"', "null")
    assert then == before
    assert before_that_day != officer.sees("--on", EARLIER)  # some of it held by then
    then = officer.sees("--on", EARLIER, *known)
    then[("status",)] = then[("status",)].replace('"2020-01-01"', "null")
    assert then == before_that_day
    adopted = ("--on", "2006-11-28")
    assert officer("history", *adopted) == []
    assert officer("status", *adopted)["positions"]["undetermined"] == 37
