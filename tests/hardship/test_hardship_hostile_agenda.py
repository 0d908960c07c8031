"""Text that means harm in what is recorded of deadlines: shown safely wherever it gets to."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk import PROGRAMME
from hostile import STORABLE, run_by_a_spreadsheet, steering
from icalendar import Calendar
from installed_command import Cli
from sitting import sitting

from store.drafts import FulfilmentDraft, NotificationDraft
from store.register import Register

AT = datetime(2012, 3, 4, 12, tzinfo=UTC)
TEXTS = [text.strip() for text in STORABLE.values()]
STATES = ("AZ", "AM", "BY", "KZ", "KG", "RU", "TJ", "UA")
YEARS = (2007, 2008)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """A register in which every text is a reference: of notifications, and of fulfilments."""
    cli = Cli(tmp_path_factory.mktemp("hostile") / "data")
    texts = iter(TEXTS)
    with Register.open(cli.folder / "istirak.db") as register:
        register.set_up(PROGRAMME, "AZ", "x")
        for state in STATES:
            deposit = NotificationDraft("2009-03-05", next(texts))
            register.agenda.notify(PROGRAMME, state, deposit, AT)
            for year in YEARS:
                text = next(texts)
                done = FulfilmentDraft(year, "2011-01-20", text, text)
                register.agenda.fulfil(PROGRAMME, state, "6.2", done, AT)
    assert next(texts, None) is None
    return cli


@pytest.mark.parametrize("state", STATES)
def test_the_agenda_steers_nothing(hostile: Cli, state: str, tmp_path: Path) -> None:
    of = ("agenda", "--state", state)
    lines = hostile.ok(*of)
    assert len(lines.out.splitlines()) == 47
    assert steering(lines.out) <= {"\t"}
    assert steering(hostile.ok(*of, "--json").out) == set()
    csv = hostile.ok(*of, "--csv").out
    assert steering(csv) == set()
    assert run_by_a_spreadsheet(csv) == []
    assert steering(hostile.on_terminal(*of).out) == set()
    assert steering(hostile.on_terminal("show", "6.1", "--state", state).out) == set()
    file = tmp_path / "agenda.ics"
    hostile.ok(*of, "--ics", str(file))
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert len(events) == 47
    assert all(steering(str(event["description"])) == set() for event in events)


@pytest.mark.parametrize("state", STATES)
async def test_the_screen_steers_nothing(hostile: Cli, state: str) -> None:
    async with sitting(hostile.folder / "istirak.db", (120, 40), state=state, on=AT.date()) as at:
        await at.press("g", "end")
        for _ in range(47):
            assert steering(at.text) == set()
            await at.press("up")
        await at.press("n")
        assert steering(at.text) == set()
