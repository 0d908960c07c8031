"""Clocks that are set back, every time zone, leap days: order and chain hold."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from installed_command import Cli
from scenes import HERE, ids

PARTICIPATES = ("--position", "participates")
SINCE = ("--date", "2008-03-04")


def wrong_by(**amount: float) -> dict[str, str]:
    """A clock that is wrong, as surroundings of the command."""
    seconds = timedelta(**amount).total_seconds()
    return {"PYTHONPATH": str(HERE / "clock"), "CLOCK_IS_WRONG_BY": str(seconds)}


def moments(cli: Cli) -> list[str]:
    return [entry["recorded_at"] for entry in cli.ok("history", "--json").json]


def holds(cli: Cli, key: str, position: str) -> None:
    measures = cli.ok("measures", "--json").json
    (found,) = (each for each in measures if each["key"] == key)
    assert found["position"]["value"] == position


def test_a_clock_that_is_set_back(cli: Cli) -> None:
    """What is recorded later counts as later, however often and far the clock is set back."""
    positions = ("participates", "under-consideration")
    expected = []
    for days in (400, 0, 4000, -100, 0):
        for position in positions:
            clock = wrong_by(days=days)
            expected += ids(cli("decide", "1.1", "--position", position, *SINCE, **clock))
        holds(cli, "1.1", positions[-1])
    assert ids(cli("history")) == expected
    told = moments(cli)
    assert told == sorted(told)
    assert told[0][:4] != told[-1][:4]
    assert cli.ok("verify").out.startswith("Sound: 10 entries")
    cli.ok("retract", expected[-1], "--reason", "the clock was wrong", **wrong_by(days=-200))
    holds(cli, "1.1", positions[-2])


def test_a_day_that_has_not_come_by_the_clock_is_refused(cli: Cli) -> None:
    tomorrow = (datetime.now().astimezone() + timedelta(days=1)).date()
    day = ("--date", f"{tomorrow + timedelta(days=1)}")
    result = cli("decide", "1.1", *PARTICIPATES, *day)
    assert (result.code, result.out) == (1, "")
    assert "has not come yet: today is" in result.err
    assert len(ids(cli("decide", "1.1", *PARTICIPATES, *day, **wrong_by(days=3)))) == 1
    assert cli.ok("verify").out.startswith("Sound: ")


@pytest.mark.parametrize("years", [-30, 70, 7000])
def test_a_clock_that_was_never_set(cli: Cli, years: int) -> None:
    clock = wrong_by(days=365 * years)
    result = cli("decide", "1.1", *PARTICIPATES, *SINCE, **clock)
    assert "Traceback" not in result.err
    if years < 0:  # the day had not come: before the decision, even before the programme
        assert (result.code, result.out) == (1, "")
        assert "today is" in result.err
    else:
        assert len(ids(result)) == 1
    assert len(ids(cli("decide", "1.2", *PARTICIPATES, *SINCE))) == 1
    assert cli.ok("verify").out.startswith("Sound: ")
    assert moments(cli) == sorted(moments(cli))


# -- time zones ------------------------------------------------------------------------------------

ZONES = (
    "Pacific/Kiritimati",  # 14 hours ahead
    "Etc/GMT+12",  # 12 behind
    "Asia/Baku",
    "Asia/Kathmandu",  # a quarter of an hour from its neighbours
    "America/St_Johns",
    "Africa/Casablanca",  # sets its clocks back for Ramadan
)


def today_in(zone: str) -> date:
    return datetime.now(ZoneInfo(zone)).date()


def test_offices_in_many_time_zones(cli: Cli) -> None:
    began = datetime.now(UTC)
    expected = []
    for zone in (*ZONES, ZONES[0]):
        days = {today_in(zone)}
        (entry,) = cli.ok("decide", "1.1", *PARTICIPATES, "--json", TZ=zone).json
        days |= {today_in(zone)}
        assert date.fromisoformat(entry["decided_on"]) in days  # the officer's own day
        expected.append(entry["id"])
    told = moments(cli)
    assert told == sorted(told)
    assert began <= datetime.fromisoformat(told[0])
    assert datetime.fromisoformat(told[-1]) <= datetime.now(UTC)
    assert all(moment.endswith("Z") for moment in told)
    assert ids(cli("history", "--on", "9999-12-31")) == expected
    assert cli.ok("verify").out.startswith("Sound: 7 entries")


@pytest.mark.parametrize(
    "zone", ["", ":", "nowhere/at-all", "XYZ-24:59", "XYZ+24:59", "/etc/passwd", "\x1b[2J"]
)
def test_a_time_zone_that_is_none(cli: Cli, zone: str) -> None:
    assert len(ids(cli("decide", "1.1", *PARTICIPATES, *SINCE, TZ=zone))) == 1
    (moment,) = moments(cli)
    assert abs(datetime.fromisoformat(moment) - datetime.now(UTC)) < timedelta(days=1)
    assert cli.ok("verify").out.startswith("Sound: 1 entry")


# -- days ------------------------------------------------------------------------------------------


def test_leap_days(cli: Cli) -> None:
    (entry,) = ids(cli("decide", "2.4", *PARTICIPATES, "--date", "2008-02-29"))
    assert ids(cli("history", "--on", "2008-02-29")) == [entry]
    (measure,) = cli.ok("measures", "--json", "--on", "2008-02-29", "hosterlerinin").json
    assert measure["position"]["decision"]["decided_on"] == "2008-02-29"
    (measure,) = cli.ok("measures", "--json", "--on", "2008-02-28", "hosterlerinin").json
    assert measure["position"]["basis"] == "signature"
    assert cli.ok("measures", "--due", "2008-02-29..2008-12-31").rows


@pytest.mark.parametrize(
    "day", ["2007-02-29", "2100-02-29", "1900-02-29", "2008-02-30", "2008-04-31", "0000-01-01"]
)
def test_days_that_the_calendar_does_not_have(cli: Cli, day: str) -> None:
    for command in (
        ("decide", "2.4", *PARTICIPATES, "--date", day),
        ("status", "--on", day),
        ("measures", "--due", f"..{day}"),
    ):
        result = cli(*command)
        assert (result.code, result.out) == (2, "")
        assert day in result.err
        assert "is not a day of the calendar" in result.err or "is no deadline" in result.err
    assert ids(cli("history")) == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day(cli: Cli, day: str) -> None:
    for command in (("status",), ("measures", "--json"), ("show", "6.3-1"), ("history",)):
        cli.ok(*command, "--on", day)
    result = cli("decide", "2.4", *PARTICIPATES, "--date", day)
    assert (result.code, result.out) == (1, "")
    assert "before the programme was adopted" in result.err or "has not come yet" in result.err
