"""Whom a measure addresses, where that depends on treaties. Pure.

Nothing is supposed of a state: as long as none of its actions on a treaty is recorded, nobody knows
where it stands. Once one is, it stands where its recorded actions put it.
"""

from collections.abc import Iterable, Mapping

from store.ladder import Ladder, Standing
from store.values import Address, Answer, Treaty


def deciding(treaties: Iterable[Treaty], measure: str, item: str | None) -> tuple[Treaty, ...]:
    """The treaties that decide whom a measure or an item addresses; none where it is otherwise.

    Args:
        treaties: The programme's.
        measure: The measure's key.
        item: The item's letter. An item has its own treaties and those of the whole measure; the
            measure has those of all its items.
    """
    return tuple(
        treaty
        for treaty in treaties
        if treaty.addresses
        and treaty.measure == measure
        and (item is None or treaty.item in (None, item))
    )


def address_of(ladders: Mapping[str, Ladder]) -> Address:
    """Whether the measure that treaties decide on addresses a state.

    It does as soon as it does by one of them, whatever is unknown of the others. It does not when
    it does by none of them.

    Args:
        ladders: The state's, by the key of the treaty, in the order of the programme.
    """
    answers = {key: addressed_by(ladder) for key, ladder in ladders.items()}
    by: dict[Answer, tuple[str, ...]] = {
        answer: tuple(key for key in answers if answers[key] == answer)
        for answer in ("yes", "unknown", "no")
    }
    return next((Address(answer, keys) for answer, keys in by.items() if keys), Address("no", ()))


def addressed_by(ladder: Ladder) -> Answer:
    """Whether a measure addresses a state by one treaty."""
    if ladder.problems or ladder.standing is Standing.NOTHING:
        return "unknown"
    if ladder.treaty.addresses == "not-joined":
        return "no" if ladder.bound else "yes"
    pending = ladder.signed and not ladder.completed and not ladder.bound
    return "yes" if pending else "no"
