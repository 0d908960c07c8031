"""Treaties, where each state stands on them, and whom measures address by that."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from seed.messages import say
from store.addressees import address_of, deciding
from store.door import Door
from store.drafts import TreatyDraft
from store.entries import read_entry, read_standing
from store.errors import Refused, Usage
from store.keys import spelled
from store.ladder import Ladder, Step, action_of, climb, resting
from store.values import Address, Entry, Treaty, View

if TYPE_CHECKING:
    from sqlmodel import Session

    from store.ledger import Record


@dataclass(frozen=True, slots=True)
class Status:
    """Where a state stands on a treaty.

    Attributes:
        state: The state's code.
        ladder: What its actions amount to.
        entries: Its actions that stand, the latest last.
    """

    state: str
    ladder: Ladder
    entries: tuple[Entry, ...]

    @property
    def treaty(self) -> Treaty:
        """The treaty."""
        return self.ladder.treaty


class Treaties:
    """What the register holds on treaties. A part of `store.register.Register`."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def find(self, programme: str, key: str) -> Treaty:
        """The treaty that a key names.

        Raises:
            Usage: The programme names no such treaty.
        """
        treaties = self._door.programme(programme).treaties
        for treaty in treaties:
            if spelled(treaty.key) == spelled(key):
                return treaty
        known = ", ".join(treaty.key for treaty in treaties)
        raise Usage(
            say("{key!r} is no treaty that the programme names", key=key),
            say("Say one of {known}", known=known),
        )

    def statuses(self, view: View, *, every_state: bool = False) -> tuple[Status, ...]:
        """Where the view's state stands on each treaty; treaty by treaty, state by state.

        Args:
            view: Programme, state and days. A view without a state is of every state.
            every_state: Each state of the signature table instead.

        Raises:
            Usage: The programme is unknown, or its signature table does not list the state.
        """
        programme = self._door.programme(view.programme)
        signatory = None if every_state else self._door.signatory(view)
        states = [signatory.state] if signatory else list(programme.signatories)
        by_place: dict[tuple[str | None, str], list[Entry]] = {}
        # State by state, for so the index serves it, however long the ledger.
        for state in states:
            for entry in self._entries(replace(view, state=state)):
                by_place.setdefault((entry.treaty, state), []).append(entry)
        return tuple(
            status_of(treaty, state, by_place.get((treaty.key, state), ()))
            for treaty in programme.treaties
            for state in states
        )

    def status(self, view: View, key: str, *, every_state: bool = False) -> tuple[Status, ...]:
        """Where the view's state, or each, stands on one treaty.

        Raises:
            Usage: There is no such programme, state or treaty.
        """
        treaty = self.find(view.programme, key)
        found = self.statuses(view, every_state=every_state)
        return tuple(status for status in found if status.treaty == treaty)

    # -- whom measures address ---------------------------------------------------------------------

    def addressees(self, view: View, key: str) -> Mapping[str, Address]:
        """Whether a measure or item addresses each state of the signature table.

        Raises:
            Usage: There is no such measure or item, or several are printed so.
            Refused: Whom it addresses does not depend on treaties.
        """
        (target,) = self._door.find(view.programme, [key])
        programme = self._door.programme(view.programme)
        treaties = deciding(programme.treaties, target.measure, target.item)
        if not treaties:
            raise _needs_no_treaty(target.key, _dependent(programme.treaties))
        found = self.statuses(view, every_state=True)
        return {
            state: address_of(_ladders(found, state, treaties)) for state in programme.signatories
        }

    def addresses(self, view: View, measure: str | None = None) -> Mapping[str, Address]:
        """Which measures and items address the view's state, by key; only those asked of treaties.

        Args:
            view: Programme, state and days; without a state there is no answer.
            measure: Only this measure and its items.
        """
        treaties = self._door.programme(view.programme).treaties
        asked = [
            (key, of)
            for key, of in _dependent(treaties).items()
            if measure in (None, of[0].measure)
        ]
        if not asked or view.state is None:
            return {}
        found = self.statuses(view)
        return {key: address_of(_ladders(found, view.state, of)) for key, of in asked}

    def not_addressed(self, view: View, measures: Collection[str] | None = None) -> frozenset[str]:
        """The keys of the measures and items that are known not to address the view's state.

        Args:
            view: Programme, state and days.
            measures: Keys of the measures that are asked about; any when None.
        """
        treaties = self._door.programme(view.programme).treaties
        if measures is not None and not {treaty.measure for treaty in treaties} & set(measures):
            return frozenset()
        found = self.addresses(view)
        return frozenset(key for key, address in found.items() if address.answer == "no")

    def addresses_by_state(self, view: View) -> Mapping[str, Mapping[str, Address]]:
        """The same for each state of the signature table, by its code."""
        programme = self._door.programme(view.programme)
        found = self.statuses(view, every_state=True)
        asked = _dependent(programme.treaties)
        return {
            state: {key: address_of(_ladders(found, state, of)) for key, of in asked.items()}
            for state in programme.signatories
        }

    # -- recording ---------------------------------------------------------------------------------

    def check(self, programme: str, state: str, key: str, draft: TreatyDraft, today: date) -> None:
        """Check an action without recording it.

        Raises:
            Usage: There is no such programme, state or treaty.
            Refused: With a message for each field that is wrong.
        """
        from store.treaty_actions import check_action

        treaty = self.find(programme, key)
        check_action(draft, treaty, self._steps(programme, state, treaty), today)

    def record(
        self,
        programme: str,
        state: str,
        key: str,
        draft: TreatyDraft,
        at: datetime,
        *,
        dry_run: bool = False,
    ) -> tuple[Entry, ...]:
        """Record an action of a state on a treaty.

        Args:
            programme: The programme's id.
            state: The state that acted.
            key: The treaty's key.
            draft: The action.
            at: The moment of recording, with its time zone.
            dry_run: Do everything but keep it.

        Returns:
            The entry as it stands in the ledger.

        Raises:
            Usage: There is no such programme, state or treaty.
            Refused: A rule forbids it, or nobody was set up.
            StoreUnusable: It could not be written; nothing was.
        """
        from store.ledger import append
        from store.treaty_actions import check_action

        state = self._door.state(programme, state)
        treaty = self.find(programme, key)

        def work(session: "Session", record: "Record") -> tuple[str, ...]:
            # What stands is read in the transaction: of two who ratify at once, one is refused.
            standing = self._steps(programme, state, treaty)
            action = check_action(draft, treaty, standing, at.date())
            payload = action.model_dump(
                mode="json", exclude_none=True, include={"action", "source", "note"}
            )
            entry = append(
                session,
                record,
                kind="treaty-action",
                programme=programme,
                state=state,
                treaty=treaty.key,
                decided_on=action.decided_on.isoformat(),
                payload=payload,
            )
            return (entry,)

        return self._door.record(work, at, dry_run=dry_run)

    def check_taken_back(self, ids: Iterable[str]) -> None:
        """Check, in the transaction that took entries back, that nothing rested on them.

        Args:
            ids: The entries, of any kind, that were just taken back.

        Raises:
            Refused: A later action on a treaty rests on one of them; it is named.
        """
        taken: dict[tuple[str, str, str], list[Entry]] = {}
        for each in ids:
            entry = read_entry(self._door.connection, each)
            if entry and entry.kind == "treaty-action" and entry.treaty:
                taken.setdefault((entry.programme, entry.state, entry.treaty), []).append(entry)
        for (programme, state, key), entries in taken.items():
            treaties = self._door.programme(programme).treaties
            for treaty in (treaty for treaty in treaties if treaty.key == key):
                self._check_left(treaty, state, entries)

    def _check_left(self, treaty: Treaty, state: str, taken: list[Entry]) -> None:
        left = self._standing(taken[0].programme, state, treaty)
        gone = list(_steps(taken))
        if problem := resting(treaty, [*_steps(left), *gone], gone):
            on = next(entry.id for entry in left if step_of(entry) == problem.step)
            named = ", ".join(entry.id for entry in taken)
            raise Refused(
                say(
                    "{named} cannot be taken back alone: the {step} ({on}) rests on it",
                    named=named,
                    step=problem.step.whole,
                    on=on,
                ),
                say("Take {on} back as well, in the same command or before", on=on),
            )

    def _standing(self, programme: str, state: str, treaty: Treaty) -> tuple[Entry, ...]:
        """The state's entries on the treaty that stand now, of whatever day."""
        found = self._entries(View(programme, state, date.max))
        return tuple(entry for entry in found if entry.treaty == treaty.key)

    def _entries(self, view: View) -> tuple[Entry, ...]:
        with self._door.reading():
            return read_standing(self._door.connection, view, "treaty-action")

    def _steps(self, programme: str, state: str, treaty: Treaty) -> tuple[Step, ...]:
        return tuple(_steps(self._standing(programme, state, treaty)))


def status_of(treaty: Treaty, state: str, entries: Iterable[Entry]) -> Status:
    """Where a state stands, from its entries on the treaty that stand."""
    known = tuple(entries)
    return Status(state, climb(treaty, _steps(known)), known)


def _needs_no_treaty(key: str, dependent: Iterable[str]) -> Refused:
    others = ", ".join(dependent) or say("another programme")
    return Refused(
        say("whom {key} addresses does not depend on treaties", key=key),
        say(
            "`istirak show {key}` says who carries it out; ask this of {others}",
            key=key,
            others=others,
        ),
    )


def step_of(entry: Entry) -> Step | None:
    """An entry as a step; None for an action that only a later version knows."""
    action = action_of(entry.details.get("action"))
    return Step(action, entry.decided_on) if action and entry.decided_on else None


def _steps(entries: Iterable[Entry]) -> Iterator[Step]:
    return (step for entry in entries if (step := step_of(entry)))


def _ladders(
    statuses: Iterable[Status], state: str, treaties: tuple[Treaty, ...]
) -> dict[str, Ladder]:
    """A state's ladders on some treaties, by the treaty's key."""
    return {
        status.treaty.key: status.ladder
        for status in statuses
        if status.state == state and status.treaty in treaties
    }


def _dependent(treaties: tuple[Treaty, ...]) -> dict[str, tuple[Treaty, ...]]:
    """The keys of the measures and items whose addressees depend on treaties, with those."""
    places: dict[str, tuple[str, str | None]] = {}
    for treaty in treaties:
        if treaty.addresses:
            places.setdefault(treaty.measure, (treaty.measure, None))
            if treaty.item is not None:
                places[f"{treaty.measure}.{treaty.item}"] = (treaty.measure, treaty.item)
    return {key: deciding(treaties, *place) for key, place in places.items()}
