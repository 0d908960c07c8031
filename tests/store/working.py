"""Random work of an officer, of every kind that the ledger holds."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from desk import ADOPTED, PROGRAMME, draft, view
from hypothesis import strategies as st

from store.drafts import FulfilmentDraft, NotificationDraft, TreatyDraft
from store.errors import Refused
from store.register import Register

KEYS = ("1.4", "1.4.a", "1.4.c", "2.4", "2.4.c", "2.4.ç", "V")
FIRST, LAST = date(2008, 1, 1), date(2011, 12, 31)
DEEDS = ("decide", "decide", "retract", "notify", "fulfil", "treaty", "say", "release")


@dataclass(frozen=True)
class Step:
    """Something recorded on a day, of a day as much earlier; a number chooses where it can."""

    deed: str
    at: date
    earlier: int
    number: int

    @property
    def moment(self) -> datetime:
        return datetime(self.at.year, self.at.month, self.at.day, 12, tzinfo=UTC)

    @property
    def day(self) -> date:
        return max(self.at - timedelta(self.earlier), ADOPTED)


steps = st.builds(
    Step,
    st.sampled_from(DEEDS),
    st.dates(FIRST, LAST),
    st.integers(0, 400),
    st.integers(0, 50),
)


def play(register: Register, work: Iterable[Step]) -> None:
    """Do what can be done; what a rule forbids is left out."""
    for step in work:
        with suppress(Refused):
            _do(register, step)


def _do(register: Register, step: Step) -> None:
    day, year = step.day.isoformat(), 2007 + step.number % 4
    match step.deed:
        case "decide":
            key = KEYS[step.number % len(KEYS)]
            position = ("participates", "does-not-participate")[step.number % 2]
            register.decide(PROGRAMME, "AZ", [key], draft(position, day), step.moment)
        case "retract":
            standing = [
                each
                for each in register.history(view(on=date.max))
                if each.kind not in ("retraction", "return") and not each.retracted_by
            ]
            if standing:
                taken = standing[step.number % len(standing)].id
                register.retract([taken], "why", step.moment)
        case "notify":
            draft_ = NotificationDraft(day, "nota 1")
            register.agenda.notify(PROGRAMME, "AZ", draft_, step.moment)
        case "fulfil":
            done = FulfilmentDraft(None, day, "plan")
            register.agenda.fulfil(PROGRAMME, "AZ", "6.1", done, step.moment)
        case "treaty":
            treaties = register.programme().treaties
            key = treaties[step.number % len(treaties)].key
            action = ("accession", "signature", "denunciation")[step.number % 3]
            done = TreatyDraft(action, day, "depozitari")
            register.treaties.record(PROGRAMME, "AZ", key, done, step.moment)
        case "say":
            status = ("in-progress", "done")[step.number % 2]
            said = view(on=step.day)
            register.returns.say(said, year, ["2.4"], status=status, text=None, at=step.moment)
        case "release":
            register.returns.release(view(on=step.day), year, number="1", at=step.moment)
