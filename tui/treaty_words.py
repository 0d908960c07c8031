"""The words of screens and commands for treaties, and for whom measures address by them."""

from collections.abc import Iterator

from store.ladder import Ladder, Standing, Step, TreatyAction, action_words
from store.values import Address, Answer

STANDING_WORDS = {
    Standing.NOTHING: "nothing recorded",
    Standing.SIGNED: "signed",
    Standing.COMPLETED: "procedures completed",
    Standing.CONSENTED: "consented",
    Standing.IN_FORCE: "in force",
    Standing.DENOUNCED: "denounced",
}

STANDING_MARKS = {
    Standing.NOTHING: "·",
    Standing.SIGNED: "s",
    Standing.COMPLETED: "p",
    Standing.CONSENTED: "c",
    Standing.IN_FORCE: "●",
    Standing.DENOUNCED: "✗",
}
"""One cell each; no two look alike, with colour or without."""

IMPOSSIBLE_MARK = "!"
"""Beside the mark of a ladder that contradicts itself."""

CONSENT_LETTERS = {
    TreatyAction.RATIFICATION: "R",
    TreatyAction.ACCEPTANCE: "A",
    TreatyAction.APPROVAL: "AA",
    TreatyAction.ACCESSION: "a",
    TreatyAction.SUCCESSION: "d",
}
"""How the state consented, as depositaries abbreviate it."""

ADDRESS_WORDS: dict[Answer, str] = {
    "yes": "addressed",
    "no": "not addressed",
    "unknown": "unknown",
}

_BY: dict[Answer, str] = {
    "yes": "by",
    "no": "settled by",
    "unknown": "open",
}


def standing_words(ladder: Ladder) -> str:
    """Where a state stands, for a column."""
    words = STANDING_WORDS[ladder.standing]
    return f"{words}, contradictory" if ladder.problems else words


def standing_mark(ladder: Ladder) -> str:
    """Where a state stands, and how it consented, in at most four cells."""
    how = CONSENT_LETTERS[ladder.consented.action] if ladder.consented else ""
    wrong = IMPOSSIBLE_MARK if ladder.problems else ""
    return f"{wrong}{STANDING_MARKS[ladder.standing]}{how}"


def standing_sentence(ladder: Ladder) -> str:
    """Where a state stands, and since when: "signed since 2004-01-02, 1 reservation"."""
    words = STANDING_WORDS[ladder.standing]
    steps = [step for step in _told(ladder) if step]
    said = f"{words} since {steps[0].day}" if steps else words
    for step in steps[1:]:
        said += f", {step}"
    for number, what in (
        (ladder.reservations, "reservation"),
        (ladder.declarations, "declaration"),
    ):
        if number:
            said += f", {number} {what}{'' if number == 1 else 's'}"
    return said


def address_sentence(address: Address, state: str) -> str:
    """Whether a measure addresses a state, and by what: "AZ is not addressed; settled by: …"."""
    if address.answer == "unknown":
        open_ = ", ".join(address.treaties)
        return f"not known whether {state} is; nothing that settles it is recorded of {open_}"
    return f"{state} is {ADDRESS_WORDS[address.answer]}; {address_reason(address)}"


def address_reason(address: Address) -> str:
    """What an answer rests on, or would: "settled by: slavery-1926"."""
    return f"{_BY[address.answer]}: {', '.join(address.treaties)}"


def action_label(action: TreatyAction) -> str:
    """An action, for a list to choose from."""
    if action is TreatyAction.PROCEDURES:
        return "domestic procedures completed"
    return action_words(action)


def _told(ladder: Ladder) -> Iterator[Step | None]:
    """The steps that say where a state stands, the highest first."""
    match ladder.standing:
        case Standing.IN_FORCE:
            yield from (ladder.in_force, ladder.consented)
        case Standing.CONSENTED:
            yield from (ladder.consented or ladder.completed, ladder.signed)
        case Standing.COMPLETED:
            yield from (ladder.completed, ladder.signed)
        case Standing.SIGNED:
            yield ladder.signed
        case Standing.DENOUNCED:
            yield ladder.denounced
        case Standing.NOTHING:
            pass
