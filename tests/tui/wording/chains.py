"""Chains of all shapes that a position can have. No value in them has a small Latin letter."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

from store.reasons import Why
from store.values import Clause, Entry, Item, Part, Position, PositionValue, Rule, View
from store.wordings import Change, Words, compared

VIEW = View("P", "QQ", date(2008, 6, 2))
KNOWN = replace(VIEW, known_on=date(2009, 3, 4))

DECIDED = (Rule.OWN_DECISION, Rule.MEASURE_DECISION)
OF_ITEMS = (Rule.OPINION_ON_ITEM, Rule.MEASURE_DECISION)

OLD = Words("А Б", (("Ç", "В Г"), ("Ə", "Д")), "Е", "Ж", "З")
EDITIONS = (
    replace(OLD, text="А И"),
    replace(OLD, items=(("Ç", "В Г"), ("Ə", "И"))),
    replace(OLD, deadline="И", executors=None, decision_bodies="И"),
    replace(OLD, items=OLD.items[::-1]),
)


def an_entry(number: int = 1, **other: object) -> Entry:
    entry = Entry(
        id=f"AB-{number}",
        origin="AB",
        seq=number,
        programme="P",
        state="QQ",
        measure="9.9",
        item=None,
        treaty=None,
        year=None,
        kind="decision",
        position=PositionValue.CONSIDERING,
        decided_on=date(2008, 3, number),
        authority="X",
        act="X",
        reservation="X",
        responsible="X",
        note="X",
        source="X",
        communicated=True,
        retracts=None,
        reason=None,
        recorded_at="2008-03-09T09:30:00",
        recorded_by="Ə. M.",
        words=None,
        previous=None,
        hash="",
    )
    return replace(entry, **other)  # type: ignore[arg-type]


def chains(rule: Rule) -> Iterator[Why]:
    """All that can hold by a rule, of measures and items."""
    for item, reserved, value in product((None, "Ç"), (False, True), PositionValue):
        if item is None and rule in OF_ITEMS:
            continue
        for clause in (None, *(Clause(part, "Х") for part in Part)):
            default = Position(value, Rule.SIGNED, clause)
            own = an_entry(4) if rule in DECIDED else None
            position = Position(
                value, rule, clause=None if own else clause, decision=own, inherited=bool(item)
            )
            chain = Why(
                state="QQ",
                measure="9.9",
                item=item,
                position=position,
                default=default,
                note="Х" if item else None,
                otherwise=default if own and reserved else None,
                superseded=(an_entry(1), an_entry(2, communicated=False)) if own else (),
                retracted=(an_entry(3, retracted_by="AB-9"),),
                confirmations=(),
                apart=() if item else _apart(),
                words=OLD,
                reserved=reserved,
            )
            yield chain
            if own and clause is None:
                yield from _edited(chain)


def _apart() -> tuple[Item, ...]:
    return tuple(
        Item(f"9.9.{letter}", letter, "Х", Position(value, Rule.SIGNED))
        for letter, value in zip("ABCÇDƏ", PositionValue, strict=True)
    )


def _edited(chain: Why) -> Iterator[Why]:
    """What an edition has done to a decision."""
    assert chain.position
    due = replace(chain, position=replace(chain.position, to_confirm=True))
    confirmed = (an_entry(6, kind="confirmation", position=None),)
    for confirmations in ((), confirmed):
        changes: list[tuple[Change, ...]] = [compared(OLD, new) for new in EDITIONS]
        for change in changes:
            yield replace(due, changes=change, confirmations=confirmations)
        yield replace(due, words=None, confirmations=confirmations)
    for words, moved, position in product((OLD, None), ((), ("9.8", "9.7")), (True, False)):
        held = chain.position if position else None
        yield replace(
            chain, position=held, default=None, words=words, gone=True, moved_to=moved, apart=()
        )
