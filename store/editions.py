"""What rests on the words of an edition: why a position holds, what is to confirm, what is gone."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from seed.messages import say
from store import reasons
from store.door import Door
from store.entries import read_history
from store.errors import NoLonger, Refused, Usage
from store.former import keys_with, last_words
from store.measures import read_measures
from store.reasons import Recorded, Why
from store.values import Entry, Measure, Position, Signatory, View
from store.wordings import Change, Words, compared, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlmodel import Session

    from store.keys import Target
    from store.ledger import Record


@dataclass(frozen=True, slots=True)
class FormerItem:
    """An item as it was."""

    key: str
    letter: str
    text: str
    position: Position | None


@dataclass(frozen=True, slots=True)
class FormerSheet:
    """A measure or item that is no longer in the programme, with what was recorded on it.

    Attributes:
        key: The key it had.
        words: The words that the decision was taken on, or else those it last had. None where
            damage has cost them.
        items: The items it had.
        position: What was decided on it, or None.
        history: Entries about it for the view's state, oldest first.
        moved_to: Measures that have these very words now.
    """

    key: str
    words: Words | None
    items: tuple[FormerItem, ...]
    position: Position | None
    history: tuple[Entry, ...]
    moved_to: tuple[str, ...]


class Editions:
    """Positions and the words they were taken on, in a register that is open."""

    def __init__(self, door: Door) -> None:
        self._door = door

    # -- what holds, and why -----------------------------------------------------------------------

    def why(self, view: View, key: str) -> Why:
        """Why a position holds for the view's state on a measure or item.

        Args:
            view: Of a state.
            key: Of a measure or item, even if an edition has taken it out of the programme.

        Raises:
            Usage: There is no such measure or item, several are printed so, or no state is chosen.
        """
        signatory = self._door.signatory(view)
        if signatory is None:
            raise Usage(
                say("a position is always a state's: none is chosen"), say("Say which state")
            )
        try:
            target = self._door.find(view.programme, [key])[0]
        except NoLonger as gone:
            return self._why_former(view, signatory, gone.measure, gone.item)
        with self._door.reading():
            measure = self._measure(view, signatory, target.measure)
            recorded = self._recorded(view, target.measure)
            now = read_words(self._door.connection, target.words)
            return self._why(signatory, target, measure, recorded, now)

    def former(self, view: View, key: str) -> FormerSheet:
        """What is no longer in the programme, with what was recorded on it.

        Raises:
            Usage: Nothing was ever recorded on it, or it still is in the programme.
        """
        try:
            found = self._door.find(view.programme, [key])[0]
        except NoLonger as gone:
            measure, item = gone.measure, gone.item
        else:
            raise Usage(
                say("{key} is in the programme", key=found.key),
                say("See `istirak show {key}`", key=found.key),
            )
        with self._door.reading():
            history = read_history(self._door.connection, view, measure)
            recorded = reasons.sorted_out(history if view.state else ())
            position = reasons.held_on_former(recorded, item)
            words = self._words_of_former(view, measure, position)
            return FormerSheet(
                key=str(measure if item is None else f"{measure}.{item}"),
                words=words,
                items=tuple(
                    FormerItem(
                        f"{measure}.{letter}",
                        letter,
                        text,
                        reasons.held_on_former(recorded, letter),
                    )
                    for letter, text in (words.items if words else ())
                    if item in (None, letter)
                ),
                position=position,
                history=tuple(each for each in history if item is None or each.item == item),
                moved_to=self._moved_to(view, position),
            )

    # -- confirming --------------------------------------------------------------------------------

    def confirm(
        self,
        programme: str,
        state: str,
        wanted: "Iterable[str]",
        day: str,
        at: datetime,
        *,
        source: str | None = None,
        dry_run: bool = False,
    ) -> tuple[Entry, ...]:
        """Record that decisions stand on the words of this edition, in one transaction.

        Args:
            programme: The programme's id.
            state: The state whose decisions they are.
            wanted: Keys of measures and items.
            day: From when, ``YYYY-MM-DD``.
            at: The moment of recording, with its time zone.
            source: How it became known; required for a state that is not the officer's own.
            dry_run: Do everything but keep it.

        Returns:
            The confirmations as they stand in the ledger.

        Raises:
            NoLonger: A key is no longer in the programme.
            Usage: A key or the state is unknown.
            Refused: There is nothing to confirm, the day or the source is wrong, or nobody was set
                up.
            StoreUnusable: It could not be written; nothing was.
        """
        from store.confirmations import check_confirmation
        from store.ledger import append

        state = self._door.state(programme, state)
        targets = self._door.find(programme, wanted)
        confirmation = check_confirmation(
            day,
            source,
            adopted_on=self._door.programme(programme).adopted_on,
            today=at.date(),
            communicated=state != self._door.known_officer().state,
        )

        def work(session: "Session", record: "Record") -> tuple[str, ...]:
            # Asked under the lock: another window may have been faster.
            decisions = self._to_confirm(programme, state, targets, confirmation.decided_on)
            told = {"source": confirmation.source} if confirmation.source else {}
            return tuple(
                append(
                    session,
                    record,
                    kind="confirmation",
                    programme=programme,
                    state=state,
                    measure=target.measure,
                    item=target.item,
                    words=target.words,
                    decided_on=confirmation.decided_on.isoformat(),
                    payload={"confirms": decision.id, **told},
                )
                for target, decision in zip(targets, decisions, strict=True)
            )

        return self._door.record(work, at, dry_run=dry_run)

    # -- inside ------------------------------------------------------------------------------------

    def _to_confirm(
        self, programme: str, state: str, targets: "Iterable[Target]", on: date
    ) -> list[Entry]:
        """The decisions on these, each of which is to be confirmed on a day."""
        view = View(programme, state, on)
        signatory = self._door.signatory(view)
        decisions = []
        for target in targets:
            measure = self._measure(view, signatory, target.measure)
            position = reasons.part_of(measure, target.item).position
            decision = position.decision if position else None
            if position is None or decision is None:
                raise Refused(
                    say("{key}: nothing was decided by {on}", key=target.key, on=on),
                    say("Only a decision can be confirmed; nothing was recorded"),
                )
            if position.inherited:
                raise Refused(
                    say(
                        "{key} has no decision of its own: it follows {measure}",
                        key=target.key,
                        measure=target.measure,
                    ),
                    say("Confirm {measure}; nothing was recorded", measure=target.measure),
                )
            if not position.to_confirm:
                raise Refused(
                    say(
                        "{key}: decision {decision} needs no confirmation, "
                        "it stands on the words of this edition",
                        key=target.key,
                        decision=decision.id,
                    ),
                    say("Nothing was recorded"),
                )
            decisions.append(decision)
        return decisions

    def _measure(self, view: View, signatory: Signatory | None, measure: str) -> Measure:
        return read_measures(self._door.connection, view, signatory, measure)[0]

    def _recorded(self, view: View, measure: str) -> Recorded:
        return reasons.sorted_out(read_history(self._door.connection, view, measure))

    def _why(
        self,
        signatory: Signatory,
        target: "Target",
        measure: Measure,
        recorded: Recorded,
        now: Words | None,
    ) -> Why:
        from store.positions import position_of

        position = reasons.part_of(measure, target.item).position
        default = position_of(signatory, target.measure, target.item, None, None)
        decision = position.decision if position else None
        item = decision.item if decision else target.item
        confirmations = recorded.confirmations.get(decision.id, []) if decision else []
        changes: tuple[Change, ...] = ()
        if decision and position and position.to_confirm:
            stands_on = self._taken_on(confirmations[-1] if confirmations else decision)
            changes = compared(stands_on, now) if stands_on and now else ()
        return Why(
            state=signatory.state,
            measure=target.measure,
            item=target.item,
            position=position,
            default=default,
            note=reasons.note_on(signatory, default),
            otherwise=position
            and reasons.otherwise(signatory, target.measure, target.item, position, recorded),
            superseded=tuple(recorded.decisions.get(item, [])[:-1]) if decision else (),
            retracted=tuple(recorded.retracted.get(item, ())),
            confirmations=tuple(confirmations),
            apart=measure.apart if target.item is None else (),
            words=self._taken_on(decision) if decision else now,
            changes=changes,
            reserved=signatory.act == "reservation",
        )

    def _why_former(self, view: View, signatory: Signatory, measure: str, item: str | None) -> Why:
        with self._door.reading():
            recorded = self._recorded(view, measure)
            position = reasons.held_on_former(recorded, item)
            decided = position.decision.item if position and position.decision else item
            return Why(
                state=signatory.state,
                measure=measure,
                item=item,
                position=position,
                default=None,
                note=None,
                otherwise=None,
                superseded=tuple(recorded.decisions.get(decided, [])[:-1]),
                retracted=tuple(recorded.retracted.get(decided, ())),
                confirmations=(),
                apart=(),
                words=self._words_of_former(view, measure, position),
                gone=True,
                moved_to=self._moved_to(view, position),
            )

    def _taken_on(self, decision: Entry | None) -> Words | None:
        """The words that a decision was taken on."""
        if decision is None or decision.words is None:
            return None
        return read_words(self._door.connection, decision.words)

    def _words_of_former(self, view: View, measure: str, position: Position | None) -> Words | None:
        if position and position.decision:
            return self._taken_on(position.decision)
        return last_words(self._door.connection, view.programme, measure)

    def _moved_to(self, view: View, position: Position | None) -> tuple[str, ...]:
        words = position.decision.words if position and position.decision else None
        return keys_with(self._door.connection, view.programme, words) if words else ()
