"""The rule that gives each position. Pure: the same inputs give the same answer."""

from collections.abc import Container
from functools import lru_cache

from store.values import (
    Clause,
    Effect,
    Entry,
    Part,
    Position,
    PositionValue,
    Rule,
    Signatory,
    SignatureAct,
)

_BY_SIGNATURE: dict[SignatureAct, Rule] = {
    "signed": Rule.SIGNED,
    "special-opinion": Rule.OPINION_SILENT,
    "reservation": Rule.RESERVATION_UNKNOWN,
    "not-signed": Rule.NOT_SIGNED,
}
"""What gives a position where nothing else does."""


def position_of(
    signatory: Signatory,
    measure: str,
    item: str | None,
    own: Entry | None,
    measure_decision: Entry | None,
    changed: Container[str] = (),
) -> Position:
    """What holds for a state on a measure or item.

    An own decision goes first. Then, for an item, what the state's special opinion says of that
    very item: an exclusion by an act of state is not undone by a decision on the whole measure.
    Then the measure's decision, then what the opinion says of the measure and of each measure, and
    last the default of the signature act.

    Args:
        signatory: The state's row of the signature table.
        measure: The measure's key.
        item: The item's letter, or None for the measure.
        own: The decision in force on exactly this measure or item.
        measure_decision: The decision in force on the item's measure.
        changed: Ids of decisions that are to be confirmed: their words have changed.
    """
    if own is not None:
        return _decided(own, Rule.OWN_DECISION, changed)
    inherited = item is not None
    if inherited and (effect := _effect(signatory, f"{measure}.{item}")):
        return _by_opinion(effect, Rule.OPINION_ON_ITEM)
    if inherited and measure_decision is not None:
        return _decided(measure_decision, Rule.MEASURE_DECISION, changed, inherited=True)
    if effect := _effect(signatory, measure):
        return _by_opinion(effect, Rule.OPINION_ON_MEASURE, inherited=inherited)
    return _default(signatory, inherited=inherited)


@lru_cache(maxsize=64)  # one for each state, however many measures
def _default(signatory: Signatory, *, inherited: bool) -> Position:
    """What holds where nothing names the measure: what the opinion says of each, or the act."""
    if effect := _effect(signatory, "*"):
        return _by_opinion(effect, Rule.OPINION_ON_EACH, inherited=inherited)
    clause = Clause(Part.SIGNATURES, signatory.printed)
    rule = _BY_SIGNATURE[signatory.act]
    if signatory.effects and rule is Rule.RESERVATION_UNKNOWN:
        rule = Rule.OPINION_SILENT  # its text is known, and says nothing of this
    return Position(signatory.default, rule, clause, inherited=inherited)


def _effect(signatory: Signatory, key: str) -> Effect | None:
    """The first effect of the state's special opinion that names this key."""
    return next((effect for effect in signatory.effects if key in effect.covers), None)


def _by_opinion(effect: Effect, rule: Rule, *, inherited: bool = False) -> Position:
    clause = Clause(Part.SPECIAL_OPINION, effect.clause)
    return Position(effect.value, rule, clause, inherited=inherited)


def _decided(
    entry: Entry, rule: Rule, changed: Container[str], *, inherited: bool = False
) -> Position:
    value = entry.position or PositionValue.UNDETERMINED
    return Position(
        value, rule, decision=entry, inherited=inherited, to_confirm=entry.id in changed
    )
