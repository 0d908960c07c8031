"""The rules in words, ours: what gives a position, and what else would change it."""

from typing import NamedTuple

from store.reasons import Why
from store.values import Rule
from tui.language import _, mark


class _Sentences(NamedTuple):
    """What a rule says, whole for each case: a word's gender and case are not those of another.

    Attributes:
        measure: Of a measure.
        item: Of an item.
        reserved_measure: Of a measure, where what the state declared is a reservation.
        reserved_item: Likewise, of an item.
    """

    measure: str
    item: str
    reserved_measure: str
    reserved_item: str


def _of_either(opinion: str, reservation: str) -> _Sentences:
    """A rule that says the same of a measure and of an item."""
    return _Sentences(opinion, opinion, reservation, reservation)


def _of_all(sentence: str) -> _Sentences:
    return _of_either(sentence, sentence)


_DECIDED_ON_MEASURE = mark("A decision on this very measure goes before everything else.")
_DECIDED_ON_ITEM = mark("A decision on this very item goes before everything else.")

RULE_SENTENCES: dict[Rule, _Sentences] = {
    Rule.OWN_DECISION: _Sentences(
        _DECIDED_ON_MEASURE, _DECIDED_ON_ITEM, _DECIDED_ON_MEASURE, _DECIDED_ON_ITEM
    ),
    Rule.OPINION_ON_ITEM: _of_either(
        mark(
            "What the special opinion says of this very item goes before a decision "
            "on the whole measure."
        ),
        mark(
            "What the reservation says of this very item goes before a decision "
            "on the whole measure."
        ),
    ),
    Rule.MEASURE_DECISION: _of_all(
        mark("An item without a decision of its own follows its measure.")
    ),
    Rule.OPINION_ON_MEASURE: _of_either(
        mark("Where nothing is decided, what the special opinion says of this measure holds."),
        mark("Where nothing is decided, what the reservation says of this measure holds."),
    ),
    Rule.OPINION_ON_EACH: _of_either(
        mark("Where nothing is decided, what the special opinion says of each measure holds."),
        mark("Where nothing is decided, what the reservation says of each measure holds."),
    ),
    Rule.OPINION_SILENT: _Sentences(
        mark("The state signed with a special opinion, which does not speak of this measure."),
        mark("The state signed with a special opinion, which does not speak of this item."),
        mark("The state signed with a reservation, which does not speak of this measure."),
        mark("The state signed with a reservation, which does not speak of this item."),
    ),
    Rule.SIGNED: _of_all(
        mark("A plain signature: the state participates where it has not decided otherwise.")
    ),
    Rule.RESERVATION_UNKNOWN: _of_all(
        mark(
            "Signed with a reservation whose text the act does not give: what it "
            "reserves is unknown, so nothing counts as determined."
        )
    ),
    Rule.NOT_SIGNED: _of_all(
        mark("Not signed: the state is not bound where it has not decided otherwise.")
    ),
}

MORE: dict[Rule, str] = {
    Rule.OPINION_ON_ITEM: mark("A decision on the whole of {measure} does not."),
    Rule.RESERVATION_UNKNOWN: mark(
        "So would the text of the reservation, in an edition that gives it."
    ),
    Rule.NOT_SIGNED: mark("So would a signature, in an edition that shows it."),
}
"""What else would change a position, or would not; it follows what would."""


def rule_sentence(rule: Rule, *, of_item: bool, reserved: bool) -> str:
    """The rule that gives a position.

    Args:
        rule: The rule.
        of_item: It is that of an item, not of a measure.
        reserved: What the state declared at its signature is a reservation, not an opinion.
    """
    return _(RULE_SENTENCES[rule][of_item + 2 * reserved])


def remedy(why: Why, otherwise: str) -> str:
    """What would change a position.

    Args:
        why: Why it holds.
        otherwise: What would hold if the decision were taken back, as a sentence; "" without one.
    """
    values = {"key": why.key, "measure": why.measure}
    position = why.position
    if position is None:
        return ""
    if why.decision is None:
        either = why.item is not None and position.rule is not Rule.OPINION_ON_ITEM
        said = (
            _("A decision on {key}, or on {measure}.", **values)
            if either
            else _("A decision on {key}.", **values)
        )
        more = MORE.get(position.rule)
        return f"{said} {_(more, **values)}" if more else said
    if position.inherited:
        said = _("A decision on {key} itself, or a later one on {measure}.", **values)
    else:
        said = _("A later decision on {key}.", **values)
    back = _("If {entry} is taken back: {position}.", entry=why.decision.id, position=otherwise)
    return f"{said} {back}" if otherwise else said
