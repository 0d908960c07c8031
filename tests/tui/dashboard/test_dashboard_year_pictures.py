"""Pictures of the yearly cycle, on fixed days and with fixed ids."""

from datetime import UTC, date, datetime

import pytest
from sitting import NARROW, PROGRAMME, WIDE, app_on, recorded
from test_dashboard_pictures import Picture, keys

from store.register import Register
from store.values import View
from tui.dashboard.app import DashboardApp

FEBRUARY = datetime(2009, 2, 20, 9, 30, tzinfo=UTC)
MARCH = datetime(2009, 3, 12, 9, 30, tzinfo=UTC)


@pytest.fixture
def app(register: Register) -> DashboardApp:
    """The dashboard in March 2009: 2007 was released, 2008 is being drafted."""
    recorded(register, "1.1", "2.4", at=FEBRUARY, responsible="Daxili İşlər Nazirliyi")
    recorded(register, "2.5", "6.3-1", at=FEBRUARY)
    recorded(register, "1.5", position="does-not-participate", at=FEBRUARY)
    seen = View(PROGRAMME, "AZ", FEBRUARY.date())
    for year, status, text, measures in (
        (2007, "in-progress", "Sazişlərə baxılır", ["1.1", "2.4"]),
        (2007, "not-planned", None, ["1.5"]),
        (2008, "done", "Bölmə yaradıldı", ["2.4"]),
    ):
        register.returns.say(seen, year, measures, status=status, text=text, at=FEBRUARY)
    register.returns.release(seen, 2007, "14", FEBRUARY)
    register.returns.say(seen, 2008, ["1.6"], status="done", text="Layihə hazırdır", at=FEBRUARY)
    return app_on(register, on=date(2009, 3, 12), now=MARCH)


def test_year(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("y", "left", shows=("2 of 37 said", "2008: nothing is said yet"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_wide_year(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("y", "left", *["down"] * 11, shows=("2.4  2008: done", "changed since"))
    assert snap_compare(app, terminal_size=WIDE, run_before=before)


def test_progress(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("y", "left", "enter", "enter", shows=("AZ reports for 2008 on 1.1",))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_checks_of_a_year(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("y", "left", "k", shows=("1 block,", "Rule: undetermined"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_checks_of_the_register(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("k", "down", shows=("AZ  Register  on 2009-03-12", "Enter Go and fix"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_correction(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("y", "left", "left", "r", shows=("In place of No 14 of 2009-02-20",))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_releases(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("y", "s", shows=("Released up to 2009-03-12: 1", "SHA-256"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)


def test_release_in_full(app: DashboardApp, snap_compare: Picture) -> None:
    before = keys("y", "s", "enter", shows=("No 14 of 2009-02-20", "1.1  İnsan"))
    assert snap_compare(app, terminal_size=NARROW, run_before=before)
