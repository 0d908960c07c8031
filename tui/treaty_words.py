"""The words of screens and commands for treaties, and for whom measures address by them."""

from collections.abc import Iterator

from store.ladder import Ladder, Standing, Step, TreatyAction, action_words
from store.values import Address, Answer, Programme, Treaty
from tui.language import said

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

LEGEND = (
    "· unknown  s signed  p procedures  c consented  ● in force  ✗ denounced\n"
    "R ratified  A accepted  AA approved  a acceded  d succeeded  ! contradictory"
)
"""What the marks and letters mean, in two lines of a narrow screen."""

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
    """Where a state stands, and how it consented, in at most four cells: "● AA"."""
    how = CONSENT_LETTERS[ladder.consented.action] if ladder.consented else ""
    between = IMPOSSIBLE_MARK if ladder.problems else " "
    return f"{STANDING_MARKS[ladder.standing]}{between}{how}".rstrip()


def standing_sentence(ladder: Ladder) -> str:
    """Where a state stands, since when and how: "consented by accession of 2004-01-02"."""
    said = "; ".join(filter(None, (_stands(ladder), *_kept(ladder))))
    return f"{said}; contradictory" if ladder.problems else said


def _stands(ladder: Ladder) -> str:
    by = f"by {_step(ladder.consented)}" if ladder.consented else ""
    if not by and ladder.signed and ladder.completed and ladder.bound:
        by = f"by {_step(ladder.signed)} and {_step(ladder.completed)}"
    match ladder.standing:
        case Standing.IN_FORCE:
            return f"in force since {_day(ladder.in_force)}" + (f", {by}" if by else "")
        case Standing.CONSENTED:
            return f"consented {by}"
        case Standing.COMPLETED:
            signed = f", signed on {_day(ladder.signed)}" if ladder.signed else ""
            return f"procedures completed on {_day(ladder.completed)}{signed}"
        case Standing.SIGNED:
            return f"signed on {_day(ladder.signed)}"
        case Standing.DENOUNCED:
            return f"denounced as of {_day(ladder.denounced)}"
        case Standing.NOTHING:
            return STANDING_WORDS[Standing.NOTHING]


def _kept(ladder: Ladder) -> Iterator[str]:
    """The reservations and declarations that stand."""
    for number, what in (
        (ladder.reservations, "reservation"),
        (ladder.declarations, "declaration"),
    ):
        if number:
            yield f"{number} {what}{'' if number == 1 else 's'}"


def _step(step: Step | None) -> str:
    return said(step.whole) if step else ""


def _day(step: Step | None) -> str:
    return str(step.day) if step else ""


def address_sentence(address: Address, state: str) -> str:
    """Whether a measure addresses a state, and by what: "AZ is not addressed; settled by: …"."""
    if address.answer == "unknown":
        open_ = ", ".join(address.treaties)
        return (
            f"not known whether {state} is addressed; "
            f"nothing that settles it is recorded of {open_}"
        )
    return f"{state} is {ADDRESS_WORDS[address.answer]}; {address_reason(address)}"


def address_reason(address: Address) -> str:
    """What an answer rests on, or would: "settled by: slavery-1926"."""
    return f"{_BY[address.answer]}: {', '.join(address.treaties)}"


def action_label(action: TreatyAction) -> str:
    """An action, for a list to choose from."""
    if action is TreatyAction.PROCEDURES:
        return "domestic procedures completed"
    return said(action_words(action))


def treaty_label(programme: Programme, treaty: Treaty) -> str:
    """A treaty over a narrow column: its place in the annex, or the item that names it."""
    if treaty.annexed:
        annexed = [each.key for each in programme.treaties if each.annexed]
        return str(annexed.index(treaty.key) + 1)
    return treaty.measure if treaty.item is None else f"{treaty.measure}.{treaty.item}"


def treaty_place(programme: Programme, treaty: Treaty) -> str:
    """Where the act names a treaty: "annex, no. 2", or "named by 1.2.a"."""
    label = treaty_label(programme, treaty)
    return f"annex, no. {label}" if treaty.annexed else f"named by {label}"
