"""The words for positions: what holds for a state on a measure, and on its items."""

from collections.abc import Iterable

from store.values import Item, Measure, Position, PositionValue, Rule
from tui.language import Words, _, mark

# each at most 12 cells
POSITION_WORDS = Words(
    {
        PositionValue.PARTICIPATES: mark("participates"),
        PositionValue.IN_PART: mark("in part"),
        PositionValue.DOES_NOT: mark("does not"),
        PositionValue.CONSIDERING: mark("considering"),
        PositionValue.UNDETERMINED: mark("undetermined"),
        PositionValue.NOT_BOUND: mark("not bound"),
    }
)
"""Short, for a narrow column. No two look alike, with colour or without."""

POSITION_SENTENCES = Words(
    {
        PositionValue.PARTICIPATES: mark("participates"),
        PositionValue.IN_PART: mark("participates in part"),
        PositionValue.DOES_NOT: mark("does not participate"),
        PositionValue.CONSIDERING: mark("is considering whether to participate"),
        PositionValue.UNDETERMINED: mark("has not determined whether it participates"),
        PositionValue.NOT_BOUND: mark("is not bound"),
    }
)

POSITION_MARKS = {
    PositionValue.PARTICIPATES: "●",
    PositionValue.IN_PART: "◐",
    PositionValue.DOES_NOT: "✗",
    PositionValue.CONSIDERING: "…",
    PositionValue.UNDETERMINED: "?",
    PositionValue.NOT_BOUND: "–",
}

CHANGED = mark("the words it was taken on have changed")

TO_CONFIRM_MARK = "!"
"""Beside a position whose decision is to be confirmed."""

# each at most 10 cells
_SHORT = Words(
    {
        PositionValue.PARTICIPATES: mark("partic."),
        PositionValue.IN_PART: mark("in part"),
        PositionValue.DOES_NOT: mark("doesn’t"),
        PositionValue.CONSIDERING: mark("consid."),
        PositionValue.UNDETERMINED: mark("undet."),
        PositionValue.NOT_BOUND: mark("unbound"),
    }
)
"""Where what items have stands beside it in a narrow column."""


def position_words(position: Position | None) -> str:
    """A position for a narrow column, at most 14 cells; what only a signature gives in brackets."""
    if position is None:
        return ""
    word = POSITION_WORDS[position.value]
    if position.basis == "signature" and position.value is PositionValue.PARTICIPATES:
        return f"({word})"
    if position.rule is Rule.RESERVATION_UNKNOWN:
        word = _("(unknown)")  # at most 12 cells
    return f"{POSITION_MARKS[position.value]} {word}"


def position_sentence(position: Position) -> str:
    """A position as what is said of a state."""
    if position.rule is Rule.RESERVATION_UNKNOWN:
        return _("is undetermined: the text of its reservation is unknown")
    return POSITION_SENTENCES[position.value]


def measure_words(measure: Measure, width: int = 1000) -> str:
    """A measure's position and, where they differ, those of its items, as fully as fits.

    Args:
        measure: In a view.
        width: Of the column, in cells; at least 14.
    """
    position, apart = measure.position, measure.apart
    words = position_words(position)
    if position is None or not apart:
        return words
    from rich.cells import cell_len  # dear for those that only tell how far a state has come

    sign = POSITION_MARKS[position.value]
    marks = " ".join(
        f"{each.letter} {POSITION_MARKS[each.position.value]}" for each in apart if each.position
    )
    forms = (
        f"{words}; {apart_words(apart)}",
        f"{words}; {marks}",
        f"{sign} {_SHORT[position.value]}; {marks}",
        f"{sign}; {marks}",
    )
    fitting = (form for form in forms if cell_len(form) <= width)
    # at most 12 cells
    return next(fitting, "") or f"{sign}; " + _("{n} apart", n=len(apart))


def apart_words(items: Iterable[Item]) -> str:
    """The positions of items, those that are alike together: "a, b: does not; c: not bound"."""
    letters: dict[PositionValue, list[str]] = {}
    for item in items:
        if item.position:
            letters.setdefault(item.position.value, []).append(item.letter)
    return "; ".join(
        f"{', '.join(alike)}: {POSITION_WORDS[value]}" for value, alike in letters.items()
    )
