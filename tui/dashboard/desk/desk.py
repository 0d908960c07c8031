"""What the officer works on: the register, the view, and what was recorded in this session."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from seed.messages import say
from store.days import day_of, why_no_date
from store.drafts import Draft, FulfilmentDraft, NotificationDraft, TreatyDraft
from store.errors import Refused
from store.values import Entry
from tui.dashboard.desk.reading import Reading
from tui.dashboard.unsaved import Keeper


class Desk(Reading):
    """The register, looked at from one view, and recorded in."""

    _recorded: tuple[tuple[Entry, ...], ...] = ()

    @cached_property
    def keeper(self) -> Keeper:
        """Keeps what is typed and not recorded yet."""
        return Keeper(self.register.path)

    def set_up(self, state: str, officer: str) -> None:
        """Set whose register this is, and look at their state."""
        self.officer = self.register.set_up(self.programme.id, state, officer, self._now())
        self.look_at(state)

    # -- decisions ---------------------------------------------------------------------------------

    def make_ready(self) -> None:
        """Get the register ready to record without a wait; in a thread of its own."""
        self.register.make_ready(self._now())

    def check(self, draft: Draft) -> None:
        """Check a decision; raises `Refused` as `decide` would."""
        state = self.view.state or ""
        self.register.check(self.programme.id, state, draft, self.today)  # the officer's day

    def decide(self, keys: Sequence[str], draft: Draft) -> tuple[Entry, ...]:
        """Record a decision."""
        state = self.view.state or ""
        return self._kept(self.register.decide(self.programme.id, state, keys, draft, self._now()))

    def confirm(self, keys: Sequence[str], source: str | None = None) -> tuple[Entry, ...]:
        """Confirm decisions from today."""
        state, now = self.view.state or "", self._now()
        return self._kept(
            self.register.editions.confirm(
                self.programme.id, state, keys, now.date().isoformat(), now, source=source
            )
        )

    def _kept(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Remember entries as what was last recorded."""
        self._recorded = (*self._recorded, entries)
        return entries

    @property
    def last_recorded(self) -> tuple[Entry, ...]:
        """The decisions, or the duty, last recorded in this session and not taken back."""
        return self._recorded[-1] if self._recorded else ()

    def retract(self, ids: Sequence[str], reason: str) -> tuple[Entry, ...]:
        """Take entries back."""
        entries = self.register.retract(ids, reason, self._now())
        gone = set(ids)
        kept = (tuple(e for e in act if e.id not in gone) for act in self._recorded)
        self._recorded = tuple(act for act in kept if act)
        return entries

    # -- duties ------------------------------------------------------------------------------------

    def check_notification(self, draft: NotificationDraft) -> None:
        """Check the deposit of a notification; raises `Refused` as `notify` would."""
        state = self.view.state or ""
        self.register.agenda.check_notification(self.programme.id, state, draft, self.today)

    def notify(self, draft: NotificationDraft) -> tuple[Entry, ...]:
        """Record the deposit of the state's notification."""
        state = self.view.state or ""
        agenda = self.register.agenda
        return self._kept(agenda.notify(self.programme.id, state, draft, self._now()))

    def check_fulfilment(self, key: str, draft: FulfilmentDraft) -> None:
        """Check the fulfilment of a duty; raises `Refused` as `fulfil` would."""
        state = self.view.state or ""
        self.register.agenda.check_fulfilment(self.programme.id, state, key, draft, self.today)

    def fulfil(self, key: str, draft: FulfilmentDraft) -> tuple[Entry, ...]:
        """Record that a duty was fulfilled."""
        state = self.view.state or ""
        agenda = self.register.agenda
        return self._kept(agenda.fulfil(self.programme.id, state, key, draft, self._now()))

    # -- treaties ----------------------------------------------------------------------------------

    def check_treaty_action(self, state: str, key: str, draft: TreatyDraft) -> None:
        """Check an action on a treaty; raises `Refused` as `record_treaty_action` would."""
        self.register.treaties.check(self.programme.id, state, key, draft, self.today)

    def record_treaty_action(self, state: str, key: str, draft: TreatyDraft) -> tuple[Entry, ...]:
        """Record an action of a state on a treaty."""
        return self.register.treaties.record(self.programme.id, state, key, draft, self._now())

    # -- the yearly cycle --------------------------------------------------------------------------

    def report(
        self,
        year: int,
        keys: Sequence[str],
        *,
        status: str | None,
        text: str | None,
        on: str | None = None,
    ) -> tuple[Entry, ...]:
        """Say for a year how far measures have come, from a day as it was typed."""
        view = self.view if on is None else replace(self.view, on=typed_day(on, "on"))
        return self.register.returns.say(view, year, keys, status=status, text=text, at=self._now())

    def release(
        self, year: int, *, number: str, on: str, reason: str | None = None
    ) -> tuple[Entry, ...]:
        """Release a year's information, on a day as it was typed; with a reason, correct it."""
        view = replace(self.view, on=typed_day(on, "decided_on"))
        if reason is None:
            return self.register.returns.release(view, year, number, self._now())
        return self.register.returns.correct(view, year, number, reason, self._now())


def typed_day(text: str, field: str) -> date:
    """The day that was typed in a field of a form.

    Raises:
        Refused: With a message for the field.
    """
    try:
        return day_of(text)
    except ValueError:
        why = why_no_date(text)
        raise Refused(why, say("Correct it and try again"), {field: why}) from None
