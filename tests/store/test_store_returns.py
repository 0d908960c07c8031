"""The yearly cycle: what is said for a year, what is checked, released and corrected."""

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from desk import HOSTILE, PROGRAMME, decide, view
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session
from test_store_editions import TEXT, edition

from store.chain import canonical
from store.checks import ABOUT_A_YEAR, Facts, Finding, blockers, found
from store.drafts import FulfilmentDraft
from store.errors import Refused, Usage
from store.ledger import Record, append
from store.register import Register
from store.reporting import Information, Line, Status, lines_of, year_at
from store.schema import TRIGGERS
from store.snapshots import is_as_released, snapshot_hash
from store.values import Entry, Measure, PositionValue, View

FEBRUARY = date(2009, 2, 20)
AT = datetime(2009, 2, 20, 9, tzinfo=UTC)
MARCH = datetime(2009, 3, 12, 9, tzinfo=UTC)


def on(day: date | datetime, state: str = "AZ") -> View:
    return View(PROGRAMME, state, day.date() if isinstance(day, datetime) else day)


def say(
    register: Register,
    key: str = "2.4",
    status: str | None = "in-progress",
    text: str | None = None,
    *,
    year: int = 2008,
    at: datetime = AT,
    state: str = "AZ",
) -> Entry:
    (entry,) = register.returns.say(on(at, state), year, [key], status=status, text=text, at=at)
    return entry


def line(register: Register, key: str = "2.4", year: int = 2008, seen: View | None = None) -> Line:
    information = register.returns.information(seen or on(AT), year)
    (found,) = (each for each in information.lines if each.measure.key == key)
    return found


def rules(register: Register, year: int = 2008, severity: str = "blocker") -> set[tuple[str, str]]:
    return {
        (each.rule, each.measure or "")
        for each in register.returns.check(on(AT), year)
        if each.severity == severity
    }


@pytest.fixture
def reported(register: Register) -> Register:
    """A register in which the information for 2008 is ready to be released."""
    decide(register, "2.4", responsible="Daxili İşlər Nazirliyi", at=AT)
    say(register, text="Bölmə yaradıldı")
    return register


# -- saying ----------------------------------------------------------------------------------------


def test_nothing_is_said_at_first(register: Register) -> None:
    information = register.returns.information(on(AT), 2008)
    assert len(information.lines) == 37
    assert all(
        (each.said, each.before, each.mark) == (None, None, None) for each in information.lines
    )
    assert (information.reported, information.released) == (0, None)
    assert information.duty
    assert information.duty.key == "6.3-1"


def test_what_is_said_for_a_year_stands_in_its_line(register: Register) -> None:
    entry = say(register, text=" Bölmə yaradıldı ")
    said = line(register).said
    assert said
    assert (said.status, said.text, said.entry) == (Status.IN_PROGRESS, "Bölmə yaradıldı", entry.id)
    assert (entry.kind, entry.measure, entry.year, entry.decided_on) == (
        "progress", "2.4", 2008, FEBRUARY,
    )  # fmt: skip
    assert dict(entry.details) == {"status": "in-progress", "text": "Bölmə yaradıldı"}
    assert entry.position is None


def test_the_position_is_as_it_was(register: Register) -> None:
    before = line(register).measure.position
    say(register)
    assert line(register).measure.position == before


def test_the_next_year_opens_from_the_last(register: Register) -> None:
    say(register, text="birinci mərhələ")
    opened = line(register, year=2009)
    assert opened.said == line(register).said
    assert (opened.carried, opened.own, opened.mark) == (True, False, "unchanged")
    assert line(register, year=2010).carried
    assert line(register, year=2007).said is None


def test_a_line_is_marked_against_the_year_before(register: Register) -> None:
    at = datetime(2010, 2, 1, tzinfo=UTC)
    seen = on(at)
    assert line(register).mark is None
    say(register, text="bir", at=at)
    say(register, "2.5", at=at, year=2009)
    assert line(register, seen=seen).mark == "new"
    assert line(register, "2.5", 2009, seen).mark == "new"
    say(register, status=None, year=2009, at=at)
    assert (
        line(register, year=2009, seen=seen).mark,
        line(register, year=2009, seen=seen).own,
    ) == (
        "unchanged",
        True,
    )
    say(register, status=None, text="iki", year=2009, at=at)
    assert line(register, year=2009, seen=seen).mark == "changed"
    say(register, status="done", text="bir", year=2009, at=at)
    assert line(register, year=2009, seen=seen).mark == "changed"


def test_what_is_not_said_anew_stays(register: Register) -> None:
    say(register, text="bir")
    assert dict(say(register, status="done", text=None).details) == {
        "status": "done",
        "text": "bir",
    }
    assert dict(say(register, status=None, text="iki").details) == {"status": "done", "text": "iki"}
    assert dict(say(register, status=None, text=" ").details) == {"status": "done"}


def test_a_status_is_needed_where_none_stands(register: Register) -> None:
    with pytest.raises(Refused, match="status: choose one of not-started, in-progress, done"):
        say(register, status=None, text="bir")
    with pytest.raises(Refused, match="status: choose one of"):
        say(register, status="finished")


def test_several_are_said_at_once_or_none(register: Register) -> None:
    say(register)
    with pytest.raises(Refused):
        register.returns.say(on(AT), 2008, ["2.4", "2.5"], status=None, text=None, at=AT)
    assert len(register.history(on(AT))) == 1
    entries = register.returns.say(on(AT), 2008, ["2.4", "2.5"], status="done", text=None, at=AT)
    assert [entry.measure for entry in entries] == ["2.4", "2.5"]


def test_a_dry_run_says_nothing(register: Register) -> None:
    (entry,) = register.returns.say(
        on(AT), 2008, ["2.4"], status="done", text=None, at=AT, dry_run=True
    )
    assert entry.measure == "2.4"
    assert register.history(on(AT)) == ()


@pytest.mark.parametrize("year", [2006, 2011, 0, 99999])
def test_only_reporting_years_are_reported(register: Register, year: int) -> None:
    for ask in (
        lambda: register.returns.information(on(AT), year),
        lambda: register.returns.check(on(AT), year),
        lambda: say(register, year=year),
        lambda: register.returns.release(on(AT), year, "1", AT),
        lambda: register.returns.correct(on(AT), year, "1", "səhv", AT),
    ):
        with pytest.raises(Refused, match=f"{year} is no reporting year: .* from 2007 to 2010"):
            ask()


def test_a_year_that_has_not_begun_cannot_be_reported(register: Register) -> None:
    with pytest.raises(Refused, match="2010 has not begun on 2009-02-20"):
        say(register, year=2010)
    with pytest.raises(Refused, match="2010 has not begun on 2009-02-20"):
        register.returns.release(on(AT), 2010, "1", AT)


def test_nothing_is_said_from_a_day_to_come(register: Register) -> None:
    with pytest.raises(Refused, match="2009-02-21 has not come yet"):
        register.returns.say(on(date(2009, 2, 21)), 2008, ["2.4"], status="done", text=None, at=AT)


def test_work_is_reported_by_measure(register: Register) -> None:
    with pytest.raises(Refused, match=r"2\.4\.ç is an item"):
        say(register, "2.4.ç")
    with pytest.raises(Usage):
        say(register, "9.9")


def test_no_state_reports_nothing(register: Register) -> None:
    with pytest.raises(Refused, match="none is chosen"):
        register.returns.information(view(None), 2008)
    assert register.returns.releases(view(None)) == ()


def test_what_is_said_of_another_state_is_marked(register: Register) -> None:
    assert say(register, state="KZ").details["communicated"] is True
    assert line(register, seen=on(AT, "KZ")).own
    assert line(register).said is None


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 4000])
def test_any_text_comes_back_as_it_was_typed(register: Register, text: str) -> None:
    say(register, text=text)
    said = line(register).said
    assert said
    assert said.text == text.strip()


def test_a_text_too_long_to_read_is_refused(register: Register) -> None:
    with pytest.raises(Refused, match="text: has 4001 characters"):
        say(register, text="x" * 4001)


def test_what_was_taken_back_was_not_said(register: Register) -> None:
    first = say(register, text="bir")
    second = say(register, text="iki")
    register.retract([second.id], "səhv", AT)
    said = line(register).said
    assert said
    assert said.entry == first.id


def test_a_day_before_it_was_said_shows_none_of_it(register: Register) -> None:
    say(register)
    before = on(date(2009, 2, 19))
    assert line(register, seen=before).said is None
    unknown = replace(on(AT), known_on=date(2009, 2, 19))
    assert line(register, seen=unknown).said is None


SAID = st.lists(
    st.tuples(
        st.integers(2007, 2010), st.sampled_from(Status), st.sampled_from([None, "bir", "iki"])
    ),
    max_size=8,
)


def entry_of(year: int, status: Status, text: str | None, seq: int) -> Entry:
    details = {"status": status.value, **({"text": text} if text else {})}
    return Entry(
        id=f"o-{seq}", origin="o", seq=seq, programme=PROGRAMME, state="AZ", measure="2.4",
        item=None, treaty=None, year=year, kind="progress", position=None, decided_on=FEBRUARY,
        authority=None, act=None, reservation=None, responsible=None, note=None, source=None,
        communicated=False, retracts=None, reason=None, recorded_at="", recorded_by="", words=None,
        previous=None, hash="", details=details,
    )  # fmt: skip


@pytest.fixture(scope="module")
def measure(ready: Path) -> Measure:
    with Register.open(ready) as register:
        (found,) = (each for each in register.measures(view()) if each.key == "2.4")
    return found


@given(said=SAID)
def test_each_year_opens_from_what_stood_in_the_one_before(
    measure: Measure, said: list[tuple[int, Status, str | None]]
) -> None:
    entries = [entry_of(*each, seq) for seq, each in enumerate(said)]
    years = {year: lines_of([measure], entries, year)[0] for year in range(2007, 2011)}
    for year, shown in years.items():
        own = [each for each in entries if each.year == year]
        assert shown.own == bool(own)
        if own:
            assert shown.said
            assert shown.said.entry == own[-1].id
        if year > 2007:
            assert shown.before == years[year - 1].said
            assert shown.own or shown.said == shown.before
        assert (shown.mark is None) == (shown.said is None)
        assert (shown.mark == "new") == (shown.said is not None and shown.before is None)
        if shown.carried:
            assert shown.mark == "unchanged"


def test_a_day_falls_in_a_reporting_year(register: Register) -> None:
    programme = register.programme()
    days = [date(2006, 12, 1), date(2008, 6, 1), date(2026, 1, 1)]
    assert [year_at(programme, day) for day in days] == [2007, 2008, 2010]


# -- checking --------------------------------------------------------------------------------------


def test_nothing_reported_blocks(register: Register) -> None:
    assert rules(register) == {("nothing-reported", "")}
    assert ("undetermined", "2.4") in rules(register, severity="warning")


def test_work_on_what_the_state_declined_blocks(reported: Register) -> None:
    assert rules(reported) == set()
    decide(reported, "2.4", position="does-not-participate", at=AT)
    assert rules(reported) == {("work-outside", "2.4")}
    (finding, *_) = reported.returns.check(on(AT), 2008)
    assert finding.severity == "blocker"
    assert finding.fix == (
        *("return", "set", "2.4", "--year", "2008"),
        *("--status", "not-planned"),
    )
    say(reported, status="not-planned")
    assert rules(reported) == set()


def test_work_on_what_is_undetermined_blocks(reported: Register) -> None:
    say(reported, "2.5")
    assert rules(reported) == {("undetermined", "2.5")}
    say(reported, "2.5", "not-started")
    assert rules(reported) == set()
    decide(reported, "2.5", position="under-consideration", at=AT)
    say(reported, "2.5")
    assert rules(reported) == set()
    assert ("work-under-consideration", "2.5") in rules(reported, severity="warning")


def test_work_by_nobody_blocks(reported: Register) -> None:
    decide(reported, "2.5", at=AT, act="Qərar 12", authority="Nazirlər Kabineti")
    assert ("no-responsible-body", "2.5") in rules(reported, severity="warning")
    say(reported, "2.5")
    assert rules(reported) == {("no-responsible-body", "2.5")}
    (finding, *_) = reported.returns.check(on(AT), 2008)
    assert finding.fix == (
        *("decide", "2.5", "--position", "participates", "--date", "2008-03-04"),
        *("--authority", "Nazirlər Kabineti", "--act", "Qərar 12"),
        *("--responsible", "<body>"),
    )


def test_silence_past_a_deadline_is_a_warning(reported: Register) -> None:
    decide(reported, "1.2", "2.5", "2.7", "6.2", "6.3-1", at=AT)
    silent = {
        key for rule, key in rules(reported, severity="warning") if rule == "silent-past-deadline"
    }
    assert silent == {"1.2", "2.5", "6.2"}
    say(reported, "2.5", "not-started")
    assert ("silent-past-deadline", "2.5") not in rules(reported, severity="warning")


def test_a_line_that_only_repeats_is_a_warning(register: Register) -> None:
    say(register, year=2007)
    assert ("carried-over", "2.4") in rules(register, severity="warning")
    say(register, "2.5", "done", year=2007)
    assert ("carried-over", "2.5") not in rules(register, severity="warning")
    say(register, status=None)
    assert ("carried-over", "2.4") not in rules(register, severity="warning")


def test_a_year_that_goes_on_is_a_warning(reported: Register) -> None:
    assert ("year-not-over", "") in rules(reported, 2009, "warning")
    assert ("year-not-over", "") in rules(reported, 2010)
    assert ("year-not-over", "") not in rules(reported, severity="warning")


def test_the_register_as_a_whole_is_checked_at_any_time(reported: Register) -> None:
    def whole() -> set[tuple[str, str, str]]:
        found = reported.returns.checks(on(MARCH))
        return {(each.severity, each.rule, each.measure or "") for each in found}

    assert {severity for severity, _, _ in whole()} == {"warning"}
    assert ("warning", "undetermined", "1.1") in whole()
    decide(reported, "2.4", position="does-not-participate", at=AT)
    assert ("blocker", "work-outside", "2.4") in whole()


# -- releasing -------------------------------------------------------------------------------------


def test_a_release_is_refused_by_a_blocker_and_not_once_it_is_mended(register: Register) -> None:
    say(register)
    with pytest.raises(
        Refused, match=r"blocked: 2\.4: work is reported for 2008 .* has not determined"
    ):
        register.returns.release(on(AT), 2008, "14", AT)
    decide(register, "2.4", responsible="Daxili İşlər Nazirliyi", at=AT)
    (entry,) = register.returns.release(on(AT), 2008, "14", AT)
    assert (entry.kind, entry.measure, entry.year, entry.decided_on) == (
        "return", "6.3-1", 2008, FEBRUARY,
    )  # fmt: skip


def test_a_document_may_be_dated_before_its_last_line_was_written_down(register: Register) -> None:
    decide(register, "2.4", on="2008-03-04", responsible="Daxili İşlər Nazirliyi", at=MARCH)
    say(register, at=MARCH)
    (entry,) = register.returns.release(on(FEBRUARY), 2008, "14", MARCH)
    assert entry.decided_on == FEBRUARY
    (measure,) = (each for each in entry.details["snapshot"]["measures"] if each["key"] == "2.4")
    assert measure["progress"]["status"] == "in-progress"
    assert "changed-since-release" not in {
        each.rule for each in register.returns.check(on(MARCH), 2008)
    }


def test_what_is_released_is_complete_in_itself(reported: Register) -> None:
    (entry,) = reported.returns.release(on(AT), 2008, "14", AT)
    frozen = entry.details["snapshot"]
    assert entry.details["snapshot_hash"] == hashlib.sha256(canonical(frozen).encode()).hexdigest()
    assert (frozen["state"]["code"], frozen["year"], frozen["number"], frozen["date"]) == (
        "AZ", 2008, "14", "2009-02-20",
    )  # fmt: skip
    assert frozen["officer"] == "Ə. Məmmədova"
    assert frozen["programme"]["title"] == reported.programme().title
    assert frozen["duty"]["key"] == "6.3-1"
    assert len(frozen["measures"]) == 37
    by_key = {each["key"]: each for each in frozen["measures"]}
    measures = {each.key: each for each in reported.measures(on(AT))}
    assert all(each["text"] == measures[key].text for key, each in by_key.items())
    assert by_key["2.4"]["responsible"] == "Daxili İşlər Nazirliyi"
    assert by_key["2.4"]["position"]["decision"]["date"] == "2008-03-04"
    assert by_key["2.4"]["progress"]["text"] == "Bölmə yaradıldı"
    assert by_key["1.1"]["position"]["clause"]["part"] == "special-opinion"
    assert by_key["1.4"]["items"][2]["position"]["value"] == "not-bound"


def test_a_release_never_changes(reported: Register) -> None:
    (entry,) = reported.returns.release(on(AT), 2008, "14", AT)
    say(reported, status="done", at=MARCH)
    decide(reported, "1.1", at=MARCH)
    (release,) = reported.returns.releases(on(MARCH))
    assert release.snapshot == entry.details["snapshot"]
    with pytest.raises(Refused, match="cannot be taken back"):
        reported.retract([entry.id], "səhv", MARCH)
    with pytest.raises(Refused, match="was released on 2009-02-20, No 14"):
        reported.returns.release(on(MARCH), 2008, "15", MARCH)
    assert reported.verify().sound


def test_a_change_after_the_release_is_told(reported: Register) -> None:
    reported.returns.release(on(AT), 2008, "14", AT)
    assert ("changed-since-release", "") not in rules(reported, severity="warning")
    say(reported, status="done")
    assert ("changed-since-release", "2.4") in rules(reported, severity="warning")
    found = reported.returns.checks(on(AT))
    assert "changed-since-release" in {each.rule for each in found}


def test_a_correction_supersedes_what_it_names(reported: Register) -> None:
    (first,) = reported.returns.release(on(AT), 2008, "14", AT)
    say(reported, status="done", at=MARCH)
    (second,) = reported.returns.correct(on(MARCH), 2008, "20", "status səhv idi", MARCH)
    assert second.details["corrects"] == first.id
    assert second.details["snapshot"]["corrects"] == {
        "entry": first.id,
        "number": "14",
        "date": "2009-02-20",
        "hash": first.details["snapshot_hash"],
        "reason": "status səhv idi",
    }
    old, new = reported.returns.releases(on(MARCH), 2008)
    assert (old.corrected_by, new.corrected_by) == (second.id, None)
    assert reported.returns.information(on(MARCH), 2008).released == new
    assert reported.verify().sound


def test_the_view_of_a_day_before_shows_none_of_it(reported: Register) -> None:
    reported.returns.release(on(AT), 2008, "14", AT)
    say(reported, status="done", at=MARCH)
    reported.returns.correct(on(MARCH), 2008, "20", "status səhv idi", MARCH)
    assert reported.returns.releases(on(date(2009, 2, 19))) == ()
    (between,) = reported.returns.releases(on(date(2009, 3, 11)))
    assert (between.number, between.corrected_by) == ("14", None)


@pytest.mark.parametrize(
    ("number", "reason", "message"),
    [("20", " ", "reason: say what is corrected"), (" ", "səhv", "number: say the number"),
     ("14", "səhv", "No 14 is the number of a release")],
)  # fmt: skip
def test_a_correction_has_a_number_and_a_reason(
    reported: Register, number: str, reason: str, message: str
) -> None:
    reported.returns.release(on(AT), 2008, "14", AT)
    with pytest.raises(Refused, match=message):
        reported.returns.correct(on(MARCH), 2008, number, reason, MARCH)


def test_nothing_is_corrected_before_it_is_released(reported: Register) -> None:
    with pytest.raises(Refused, match="nothing was released for 2008"):
        reported.returns.correct(on(AT), 2008, "1", "səhv", AT)
    reported.returns.release(on(AT), 2008, "14", AT)
    with pytest.raises(Refused, match="No 14 is of 2009-02-20: it cannot be"):
        reported.returns.correct(on(date(2009, 2, 19)), 2008, "15", "səhv", AT)


def test_of_two_windows_that_release_one_does(reported: Register) -> None:
    with Register.open(reported.path) as other:
        other.returns.release(on(AT), 2008, "14", AT)
        with pytest.raises(Refused, match="was released on 2009-02-20, No 14"):
            reported.returns.release(on(AT), 2008, "15", AT)
    assert len(reported.returns.releases(on(MARCH))) == 1


def test_what_was_corrected_is_not_corrected_once_more(reported: Register) -> None:
    reported.returns.release(on(AT), 2008, "14", AT)
    reported.returns.correct(on(MARCH), 2008, "20", "status səhv idi", MARCH)
    with pytest.raises(Refused, match="No 20 is of 2009-03-12: it cannot be corrected on 2009-03"):
        reported.returns.correct(on(date(2009, 3, 1)), 2008, "21", "yenə səhv", MARCH)
    reported.returns.correct(on(MARCH), 2008, "21", "yenə səhv", MARCH)
    releases = reported.returns.releases(on(MARCH))
    assert [each.corrected_by for each in releases] == [
        *(each.entry for each in releases[1:]),
        None,
    ]


def test_only_the_state_itself_releases(register: Register) -> None:
    say(register, state="KZ")
    with pytest.raises(Refused, match="information of KZ is not for an officer of AZ"):
        register.returns.release(on(AT, "KZ"), 2008, "1", AT)


def test_a_dry_run_releases_nothing(reported: Register) -> None:
    (entry,) = reported.returns.release(on(AT), 2008, "14", AT, dry_run=True)
    assert entry.kind == "return"
    assert reported.returns.releases(on(MARCH)) == ()


def test_another_snapshot_than_the_released_one_is_found(reported: Register) -> None:
    (entry,) = reported.returns.release(on(AT), 2008, "14", AT)
    payload = dict(entry.details)
    payload["snapshot"]["measures"][0]["text"] = "başqa"
    with closing(sqlite3.connect(reported.path)) as connection:
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(
            "UPDATE entry SET payload = ? WHERE id = ?", (json.dumps(payload), entry.id)
        )
        connection.commit()
    problems = {problem.what for problem in reported.verify().problems}
    assert "holds another snapshot than the one that was released" in problems


def test_an_information_counts_what_was_said_for_its_year(reported: Register) -> None:
    information = reported.returns.information(on(AT), 2008)
    assert isinstance(information, Information)
    assert information.reported == 1
    assert reported.returns.information(on(AT), 2009).reported == 0


def whole(register: Register, seen: View) -> dict[tuple[str, str], Finding]:
    return {(each.rule, each.measure or ""): each for each in register.returns.checks(seen)}


def test_what_fell_due_and_is_not_settled_is_overdue(register: Register) -> None:
    decide(register, "1.2", "6.1", "6.2", "6.3-1", responsible="DİN", at=AT)
    seen = on(MARCH)
    found = whole(register, seen)
    fixes = {key: each.fix[:2] for (rule, key), each in found.items() if rule == "overdue"}
    assert fixes == {
        "1.2": ("return", "set"),
        "6.1": ("fulfil", "6.1"),
        "6.2": ("fulfil", "6.2"),
        "6.3-1": ("return", "release"),
    }
    say(register, "1.2", "in-progress")
    assert whole(register, seen)["overdue", "1.2"].message.endswith("in progress, said for 2008")
    say(register, "1.2", "done")
    register.agenda.fulfil(
        PROGRAMME, "AZ", "6.1", FulfilmentDraft(None, "2009-02-20", "Plan 3"), AT
    )
    left = {key for rule, key in whole(register, seen) if rule == "overdue"}
    assert left == {"6.2", "6.3-1"}
    for year in (2007, 2008):
        say(register, "1.2", "done", year=year)
        register.returns.release(on(AT), year, str(year), AT)
    assert ("overdue", "6.3-1") not in whole(register, seen)


def test_a_duty_that_was_fulfilled_is_not_silent(reported: Register) -> None:
    decide(reported, "6.1", "6.2", responsible="DİN", at=AT)
    silent = {("silent-past-deadline", "6.1"), ("silent-past-deadline", "6.2")}
    assert silent <= rules(reported, severity="warning")
    for key, year in (("6.1", None), ("6.2", 2008)):
        draft = FulfilmentDraft(year, "2009-02-20", "Plan 3")
        reported.agenda.fulfil(PROGRAMME, "AZ", key, draft, AT)
    assert not silent & rules(reported, severity="warning")


def test_a_treaty_in_force_without_consent_blocks(reported: Register) -> None:
    treaty = reported.programme().treaties[0].key

    def work(session: Session, record: Record) -> tuple[str, ...]:
        entry = append(
            session,
            record,
            kind="treaty-action",
            programme=PROGRAMME,
            state="AZ",
            treaty=treaty,
            decided_on="2008-01-01",
            payload={"action": "entry-into-force", "source": "merged from elsewhere"},
        )
        return (entry,)

    reported._door.record(work, AT, dry_run=False)
    assert rules(reported) == {("impossible-ladder", "")}
    (finding, *_) = reported.returns.check(on(AT), 2008)
    assert finding.message.startswith(f"{treaty}: entry into force of 2008-01-01: no consent")
    assert finding.fix[:3] == ("treaty", "record", treaty)
    with pytest.raises(Refused, match="is blocked: "):
        reported.returns.release(on(AT), 2008, "14", AT)


def test_words_that_have_changed_are_to_confirm(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "2.5", at=AT)
        assert ("to-confirm", "2.5") not in whole(register, on(AT))
    edition(file, (TEXT, "Bölmələr yaratmaq"))
    with Register.open(file) as register:
        assert whole(register, on(AT))["to-confirm", "2.5"].fix == ("confirm", "2.5")


def test_a_release_is_as_it_was_in_any_edition(file: Path) -> None:
    with Register.open(file) as register:
        say(register, "2.5", "not-started")
        register.returns.release(on(AT), 2008, "14", AT)
    edition(file, (TEXT, "Bölmələr yaratmaq"))
    with Register.open(file) as register:
        (release,) = register.returns.releases(on(AT))
        texts = {each["key"]: each["text"] for each in release.snapshot["measures"]}
        assert texts["2.5"] == TEXT
        assert register.verify().sound


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(frozen=st.dictionaries(st.text(), VALUES, max_size=4))
def test_a_snapshot_has_one_hash_however_often_it_is_written_and_read(
    frozen: dict[str, object],
) -> None:
    payload = {"snapshot": frozen, "snapshot_hash": snapshot_hash(frozen)}
    assert is_as_released(json.loads(canonical(payload)))
    assert is_as_released(json.loads(json.dumps(payload)))
    assert not is_as_released(payload | {"snapshot": frozen | {"more": 1, "": 2}})


@given(said=SAID, value=st.sampled_from(PositionValue))
def test_what_blocks_is_work_that_is_reported_or_nothing_at_all(
    measure: Measure, said: list[tuple[int, Status, str | None]], value: PositionValue
) -> None:
    assert measure.position
    held = replace(measure, position=replace(measure.position, value=value))
    lines = lines_of([held], [entry_of(*each, seq) for seq, each in enumerate(said)], 2008)
    information = Information("AZ", 2008, FEBRUARY, None, lines)
    findings = found(Facts(information), ABOUT_A_YEAR)
    blocking = {each.rule for each in blockers(findings)}
    assert ("nothing-reported" in blocking) == (not lines[0].own)
    assert bool(blocking - {"nothing-reported"}) == (
        lines[0].works and value is not PositionValue.CONSIDERING
    )
    assert list(findings) == [*blockers(findings), *findings[len(blockers(findings)) :]]
