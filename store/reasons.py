"""Why a position holds: the chain from the act to the decision, and what would change it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.positions import position_of
from store.values import Clause, Entry, Item, Measure, Position, Rule, Signatory
from store.wordings import Change, Words


@dataclass(frozen=True, slots=True)
class Why:
    """Why a position holds for a state on a measure or item.

    Attributes:
        state: The state's code.
        measure: The measure's key.
        item: The item's letter, or None for the measure.
        position: What holds; None on what is no longer in the programme and was not decided.
        default: What the signature act alone gives; None on what is no longer in the programme.
        note: How we read the clause of that, ours.
        otherwise: What would hold if the decision were taken back; None without a decision.
        superseded: Decisions that stand and that the decision has superseded, the latest last.
        retracted: Decisions on the same key that were taken back, the latest last.
        confirmations: Confirmations of the decision that stand, the latest last.
        reserved: The opinion that the rule speaks of is a reservation.
        apart: The items that have another position than the measure.
        words: The words that the decision was taken on; without a decision, those of the measure.
            None where damage has cost them.
        changes: What this edition has changed in the words the decision was taken on, or last
            confirmed on.
        gone: The measure or item is no longer in the programme.
        moved_to: Measures that have the very words of one that is gone.
    """

    state: str
    measure: str
    item: str | None
    position: Position | None
    default: Position | None
    note: str | None
    otherwise: Position | None
    superseded: tuple[Entry, ...]
    retracted: tuple[Entry, ...]
    confirmations: tuple[Entry, ...]
    apart: tuple[Item, ...]
    words: Words | None
    changes: tuple[Change, ...] = ()
    gone: bool = False
    moved_to: tuple[str, ...] = ()
    reserved: bool = False

    @property
    def key(self) -> str:
        """The key of the measure or item."""
        return self.measure if self.item is None else f"{self.measure}.{self.item}"

    @property
    def decision(self) -> Entry | None:
        """The decision that the position rests on."""
        return self.position.decision if self.position else None

    @property
    def clause(self) -> Clause | None:
        """The words of the act that the position rests on, or that the decision goes before."""
        held = self.position and self.position.clause
        return held or (self.default.clause if self.default else None)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded on a measure and its items, sorted out.

    Attributes:
        decisions: Decisions that stand, by letter (None for the measure), the latest last.
        retracted: Likewise, those that were taken back.
        confirmations: Confirmations that stand, by the id of the decision, the latest last.
    """

    decisions: dict[str | None, list[Entry]]
    retracted: dict[str | None, list[Entry]]
    confirmations: dict[str, list[Entry]]

    def held(self, item: str | None) -> Entry | None:
        """The decision in force on exactly this item, or on the measure."""
        return self._last(item)

    def before(self, item: str | None) -> Entry | None:
        """The decision that would be in force if that one were taken back."""
        return self._last(item, 2)

    def _last(self, item: str | None, place: int = 1) -> Entry | None:
        standing = self.decisions.get(item, [])
        return standing[-place] if len(standing) >= place else None


def sorted_out(history: Sequence[Entry]) -> Recorded:
    """The entries about a measure and its items, sorted out."""
    found = Recorded({}, {}, {})
    for entry in sorted(history, key=_order):
        if entry.kind == "decision":
            into = found.retracted if entry.retracted_by else found.decisions
            into.setdefault(entry.item, []).append(entry)
        elif entry.kind == "confirmation" and not entry.retracted_by:
            found.confirmations.setdefault(str(entry.details.get("confirms")), []).append(entry)
    return found


def otherwise(
    signatory: Signatory, measure: str, item: str | None, position: Position, recorded: Recorded
) -> Position | None:
    """What would hold if the decision that a position rests on were taken back."""
    if position.decision is None:
        return None
    if position.rule is Rule.MEASURE_DECISION:
        return position_of(signatory, measure, item, None, recorded.before(None))
    whole = None if item is None else recorded.held(None)
    return position_of(signatory, measure, item, recorded.before(item), whole)


def held_on_former(recorded: Recorded, item: str | None) -> Position | None:
    """What was decided on a measure or item that is no longer in the programme, if anything."""
    if own := recorded.held(item):
        return Position(own.position, Rule.OWN_DECISION, decision=own) if own.position else None
    whole = recorded.held(None)
    if item is None or whole is None or whole.position is None:
        return None
    return Position(whole.position, Rule.MEASURE_DECISION, decision=whole, inherited=True)


def note_on(signatory: Signatory, position: Position | None) -> str | None:
    """How we read the clause that a default rests on."""
    clause = position.clause.text if position and position.clause else None
    notes = [effect.note for effect in signatory.effects if effect.clause == clause]
    return notes[0] if notes else signatory.note


def part_of(measure: Measure, item: str | None) -> Measure | Item:
    """The measure, or its item with a letter."""
    return next((each for each in measure.items if each.letter == item), measure)


def _order(entry: Entry) -> tuple[str, str, str, int]:
    day = entry.decided_on.isoformat() if entry.decided_on else ""
    return day, entry.recorded_at, entry.origin, entry.seq
