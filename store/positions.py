"""The rule that gives each position. Pure: the same inputs give the same answer."""

from store.values import Effect, Entry, Position, PositionValue, Signatory


def position_of(
    signatory: Signatory,
    measure: str,
    item: str | None,
    own: Entry | None,
    measure_decision: Entry | None,
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
    """
    if own is not None:
        return _decided(own)
    inherited = item is not None
    if inherited and (effect := _effect(signatory, f"{measure}.{item}")):
        return Position(effect.value, "signature", effect.clause)
    if inherited and measure_decision is not None:
        return _decided(measure_decision, inherited=True)
    if effect := _effect(signatory, measure) or _effect(signatory, "*"):
        return Position(effect.value, "signature", effect.clause, inherited=inherited)
    return Position(signatory.default, "signature", signatory.printed, inherited=inherited)


def _effect(signatory: Signatory, key: str) -> Effect | None:
    """The first effect of the state's special opinion that names this key."""
    return next((effect for effect in signatory.effects if key in effect.covers), None)


def _decided(entry: Entry, *, inherited: bool = False) -> Position:
    value = entry.position or PositionValue.UNDETERMINED
    return Position(value, "decision", decision=entry, inherited=inherited)
