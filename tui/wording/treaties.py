"""The words of screens and commands for treaties, and for whom measures address by them."""

from collections.abc import Iterator

from rich.cells import cell_len

from store.ladder import Ladder, Standing, Step, TreatyAction, action_words
from store.values import Address, Answer, Programme, Treaty
from tui.language import Words, _, mark, plural, said

STANDING_WORDS = Words(
    {
        Standing.NOTHING: mark("nothing recorded"),
        Standing.SIGNED: mark("signed"),
        Standing.COMPLETED: mark("procedures completed"),
        Standing.CONSENTED: mark("consented"),
        Standing.IN_FORCE: mark("in force"),
        Standing.DENOUNCED: mark("denounced"),
    }
)

_CONTRADICTORY = Words(
    {
        Standing.NOTHING: mark("nothing recorded, contradictory"),
        Standing.SIGNED: mark("signed, contradictory"),
        Standing.COMPLETED: mark("procedures completed, contradictory"),
        Standing.CONSENTED: mark("consented, contradictory"),
        Standing.IN_FORCE: mark("in force, contradictory"),
        Standing.DENOUNCED: mark("denounced, contradictory"),
    }
)
"""The same of a ladder that contradicts itself."""

STANDING_MARKS = {
    Standing.NOTHING: "·",
    Standing.SIGNED: "s",
    Standing.COMPLETED: "p",
    Standing.CONSENTED: "c",
    Standing.IN_FORCE: "●",
    Standing.DENOUNCED: "✗",
}
"""One cell each; no two look alike, with colour or without."""

_APART = "  "  # what stands between two marks of the legend

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

ADDRESS_WORDS: Words[Answer] = Words(
    {
        "yes": mark("addressed"),
        "no": mark("not addressed"),
        "unknown": mark("unknown"),
    }
)

_ADDRESS_SENTENCES: Words[Answer] = Words(
    {
        "yes": mark("{state} is addressed; by: {treaties}"),
        "no": mark("{state} is not addressed; settled by: {treaties}"),
        "unknown": mark(
            "not known whether {state} is addressed; "
            "nothing that settles it is recorded of {treaties}"
        ),
    }
)

_ADDRESS_REASONS: Words[Answer] = Words(
    {
        "yes": mark("by: {treaties}"),
        "no": mark("settled by: {treaties}"),
        "unknown": mark("open: {treaties}"),
    }
)


def legend(width: int) -> str:
    """What the marks and letters mean; in 78 cells two lines, in fewer more: no word is parted."""
    standings = _(
        # at most 78 cells
        "· unknown  s signed  p procedures  c consented  ● in force  ✗ denounced"
    )
    consents = _(
        # at most 78 cells
        "R ratified  A accepted  AA approved  a acceded  d succeeded  ! contradictory"
    )
    return "\n".join(line for group in (standings, consents) for line in _packed(group, width))


def _packed(group: str, width: int) -> Iterator[str]:
    """What stands between two spaces each, in as few lines as it takes."""
    line = ""
    for each in group.split(_APART):
        longer = f"{line}{_APART}{each}" if line else each
        if line and cell_len(longer) > width:
            yield line
            longer = each
        line = longer
    yield line


def standing_words(ladder: Ladder) -> str:
    """Where a state stands, for a column."""
    return (_CONTRADICTORY if ladder.problems else STANDING_WORDS)[ladder.standing]


def standing_mark(ladder: Ladder) -> str:
    """Where a state stands, and how it consented, in at most four cells: "● AA"."""
    how = CONSENT_LETTERS[ladder.consented.action] if ladder.consented else ""
    between = IMPOSSIBLE_MARK if ladder.problems else " "
    return f"{STANDING_MARKS[ladder.standing]}{between}{how}".rstrip()


def standing_sentence(ladder: Ladder) -> str:
    """Where a state stands, since when and how: "consented by accession of 2004-01-02"."""
    stands = "; ".join((_stands(ladder), *_kept(ladder)))
    return _("{stands}; contradictory", stands=stands) if ladder.problems else stands


def _stands(ladder: Ladder) -> str:
    match ladder.standing:
        case Standing.IN_FORCE:
            return _in_force(ladder)
        case Standing.CONSENTED:
            return _consented(ladder)
        case Standing.COMPLETED:
            return _completed(ladder)
        case Standing.SIGNED:
            return _("signed on {day}", day=_day(ladder.signed))
        case Standing.DENOUNCED:
            return _("denounced as of {day}", day=_day(ladder.denounced))
        case Standing.NOTHING:
            return STANDING_WORDS[Standing.NOTHING]


def _in_force(ladder: Ladder) -> str:
    day = _day(ladder.in_force)
    if ladder.consented:
        return _("in force since {day}, by {step}", day=day, step=_step(ladder.consented))
    if ladder.signed and ladder.completed:
        return _(
            "in force since {day}, by {signed} and {completed}",
            day=day,
            signed=_step(ladder.signed),
            completed=_step(ladder.completed),
        )
    return _("in force since {day}", day=day)


def _consented(ladder: Ladder) -> str:
    if ladder.consented:
        return _("consented by {step}", step=_step(ladder.consented))
    return _(
        "consented by {signed} and {completed}",
        signed=_step(ladder.signed),
        completed=_step(ladder.completed),
    )


def _completed(ladder: Ladder) -> str:
    day = _day(ladder.completed)
    if ladder.signed is None:
        return _("procedures completed on {day}", day=day)
    return _(
        "procedures completed on {day}, signed on {signed}", day=day, signed=_day(ladder.signed)
    )


def _kept(ladder: Ladder) -> Iterator[str]:
    """The reservations and declarations that stand."""
    if number := ladder.reservations:
        yield plural("{n} reservation", "{n} reservations", number)
    if number := ladder.declarations:
        yield plural("{n} declaration", "{n} declarations", number)


def _step(step: Step | None) -> str:
    return said(step.whole) if step else ""


def _day(step: Step | None) -> str:
    return str(step.day) if step else ""


def address_sentence(address: Address, state: str) -> str:
    """Whether a measure addresses a state, and by what: "AZ is not addressed; settled by: …"."""
    treaties = ", ".join(address.treaties)
    return _ADDRESS_SENTENCES[address.answer].format(state=state, treaties=treaties)


def address_reason(address: Address) -> str:
    """What an answer rests on, or would: "settled by: slavery-1926"."""
    return _ADDRESS_REASONS[address.answer].format(treaties=", ".join(address.treaties))


def action_label(action: TreatyAction) -> str:
    """An action, for a list to choose from."""
    if action is TreatyAction.PROCEDURES:
        return _("domestic procedures completed")
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
    if treaty.annexed:
        return _("annex, no. {label}", label=label)
    return _("named by {key}", key=label)
