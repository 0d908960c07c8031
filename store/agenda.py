"""The agenda of a state: what falls due when, what is recorded of it, and recording it."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from seed.messages import say
from store.door import Door
from store.drafts import FulfilmentDraft, NotificationDraft
from store.entries import read_standing
from store.errors import Usage
from store.measures import read_measures
from store.occurrences import Occurrence, Recorded, occurrences
from store.treaties import Treaties
from store.values import DeadlineKind, Entry, EntryKind, Measure, Signatory, View

if TYPE_CHECKING:
    from sqlmodel import Session

    from store.ledger import Record

_EVER = date.max


class Agenda:
    """The part of the register that knows when things fall due. Use `Register.agenda`."""

    def __init__(self, door: Door) -> None:
        self._door = door

    # -- what falls due ----------------------------------------------------------------------------

    def occurrences(self, view: View) -> tuple[Occurrence, ...]:
        """Everything that falls due, in the order of time; what has no dates yet comes last.

        Raises:
            Usage: The programme is unknown, or its signature table does not list the state.
        """
        signatory = self._door.signatory(view)
        with self._door.reading():
            measures = read_measures(self._door.connection, view, signatory)
        return self.of(view, measures)

    def of(self, view: View, measures: Iterable[Measure]) -> tuple[Occurrence, ...]:
        """When some measures fall due, likewise.

        Args:
            view: From where is looked.
            measures: Measures read in that view.
        """
        programme = self._door.programme(view.programme)
        signatory = self._door.signatory(view)
        known = tuple(measures)
        recorded = self._recorded(view, {measure.deadline.kind for measure in known})
        out = Treaties(self._door).not_addressed(view, [measure.key for measure in known])
        recorded = replace(recorded, not_addressed=out)
        return occurrences(programme, known, signatory, recorded, view.on)

    def _recorded(self, view: View, rules: Collection[DeadlineKind]) -> Recorded:
        """What occurrences by some rules rest on; one query for each kind of entry, and no more."""

        def standing(kind: EntryKind, *needed_by: DeadlineKind) -> tuple[Entry, ...]:
            if view.state is None or not set(needed_by) & set(rules):
                return ()
            return read_standing(self._door.connection, view, kind)

        with self._door.reading():
            # Registers that are merged may bring several notifications: the first one counts.
            notifications = standing("notification", "within")
            return Recorded(
                notification=notifications[0] if notifications else None,
                fulfilments=standing("fulfilment", "within", "annual"),
                progress=standing("progress", "period"),
                returns=standing("return", "annual-following"),
            )

    # -- what is recorded --------------------------------------------------------------------------

    def check_notification(
        self, programme: str, state: str, draft: NotificationDraft, today: date
    ) -> None:
        """Check the deposit of a notification without recording it.

        Raises:
            Refused: With a message for each field that is wrong.
        """
        from store.duties import check_notification

        known = self._door.programme(programme)
        check_notification(known, self._signatory(programme, state), draft, today)

    def notify(
        self,
        programme: str,
        state: str,
        draft: NotificationDraft,
        at: datetime,
        *,
        dry_run: bool = False,
    ) -> tuple[Entry, ...]:
        """Record that a state deposited its notification.

        Args:
            programme: The programme's id.
            state: Whose notification it is.
            draft: What is recorded of it.
            at: The moment of recording, with its time zone.
            dry_run: Do everything but keep it.

        Returns:
            The entry as it stands in the ledger.

        Raises:
            Usage: The programme or the state is unknown.
            Refused: The state did not sign, one stands already, or a field is wrong.
            StoreUnusable: It could not be written; nothing was.
        """
        from store.duties import check_notification, check_single
        from store.ledger import append

        state = self._door.state(programme, state)
        known, signatory = self._door.programme(programme), self._signatory(programme, state)
        deposit = check_notification(known, signatory, draft, at.date())

        def work(session: "Session", record: "Record") -> tuple[str, ...]:
            view = View(programme, state, _EVER)
            standing = read_standing(self._door.connection, view, "notification")
            check_single(standing[0] if standing else None)
            entry = append(
                session,
                record,
                kind="notification",
                programme=programme,
                state=state,
                decided_on=deposit.decided_on.isoformat(),
                payload={"reference": deposit.reference},
            )
            return (entry,)

        return self._door.record(work, at, dry_run=dry_run)

    def check_fulfilment(
        self, programme: str, state: str, key: str, draft: FulfilmentDraft, today: date
    ) -> None:
        """Check a fulfilment without recording it.

        Raises:
            Usage: There is no such measure.
            Refused: With a message for each field that is wrong.
        """
        from store.duties import check_fulfilment

        measure = self._measure(View(programme, state, today), key)
        check_fulfilment(self._door.programme(programme), measure, draft, today)

    def fulfil(
        self,
        programme: str,
        state: str,
        key: str,
        draft: FulfilmentDraft,
        at: datetime,
        *,
        dry_run: bool = False,
    ) -> tuple[Entry, ...]:
        """Record that a state fulfilled a duty: once, or for a year where it is yearly.

        Args:
            programme: The programme's id.
            state: Whose duty it is.
            key: The measure.
            draft: What is recorded of it.
            at: The moment of recording, with its time zone.
            dry_run: Do everything but keep it.

        Returns:
            The entry as it stands in the ledger.

        Raises:
            Usage: The programme, the state or the measure is unknown.
            Refused: It is not fulfilled so, was fulfilled before, or a field is wrong.
            StoreUnusable: It could not be written; nothing was.
        """
        from store.duties import check_bound, check_fulfilment, check_single
        from store.ledger import append

        state = self._door.state(programme, state)
        view = View(programme, state, at.date())
        measure = self._measure(view, key)
        done = check_fulfilment(self._door.programme(programme), measure, draft, at.date())
        then = replace(view, on=done.decided_on)
        check_bound(self._measure(then, key), state, done.decided_on)
        (target,) = self._door.find(programme, [key])

        def work(session: "Session", record: "Record") -> tuple[str, ...]:
            standing = read_standing(self._door.connection, replace(view, on=_EVER), "fulfilment")
            same = (e for e in standing if (e.measure, e.year) == (measure.key, done.year))
            check_single(next(same, None))
            payload = {"reference": done.reference, "note": done.note}
            entry = append(
                session,
                record,
                kind="fulfilment",
                programme=programme,
                state=state,
                measure=measure.key,
                year=done.year,
                decided_on=done.decided_on.isoformat(),
                words=target.words,
                payload={name: value for name, value in payload.items() if value},
            )
            return (entry,)

        return self._door.record(work, at, dry_run=dry_run)

    # -- inside ------------------------------------------------------------------------------------

    def _signatory(self, programme: str, state: str) -> Signatory:
        return self._door.programme(programme).signatories[self._door.state(programme, state)]

    def _measure(self, view: View, key: str) -> Measure:
        (target,) = self._door.find(view.programme, [key])
        if target.item is not None:
            raise Usage(
                say(
                    "{key!r} is an item, and a deadline is that of a whole measure", key=target.key
                ),
                say("Say {keys}", keys=target.measure),
            )
        signatory = self._door.signatory(view)
        with self._door.reading():
            return read_measures(self._door.connection, view, signatory, target.measure)[0]
