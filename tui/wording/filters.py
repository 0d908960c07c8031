"""A filter as a sentence."""

from collections.abc import Iterable, Iterator

from store.deadlines import Phase
from store.filters import RECURRING, TO_CONFIRM, Due, Filter
from store.values import PositionValue, Programme
from tui.language import Words, _, mark, plural, sense
from tui.wording.quoting import quoted

# Each as it follows "Measures".
_DUE_WORDS: Words[str] = Words(
    {
        RECURRING: mark("that recur"),
        Phase.UPCOMING: sense("measures", "upcoming"),
        Phase.RUNNING: sense("measures", "running"),
        Phase.ENDED: sense("measures", "ended"),
    }
)

_POSITION_WORDS: Words[str] = Words(
    {
        PositionValue.PARTICIPATES: sense("measures", "participates"),
        PositionValue.IN_PART: sense("measures", "in part"),
        PositionValue.DOES_NOT: sense("measures", "does not"),
        PositionValue.CONSIDERING: sense("measures", "considering"),
        PositionValue.UNDETERMINED: sense("measures", "undetermined"),
        PositionValue.NOT_BOUND: sense("measures", "not bound"),
        TO_CONFIRM: sense("measures", "to confirm"),
    }
)


def filter_sentence(programme: Programme, chosen: Filter) -> str:
    """The filter as a sentence, such as "Measures in section II, for DİNŞ, due in 2008"."""
    if not chosen:
        return _("All measures")
    return _("Measures {clauses}", clauses=", ".join(_clauses(programme, chosen)))


def _clauses(programme: Programme, chosen: Filter) -> Iterator[str]:
    if chosen.section:
        yield plural(
            "in section {sections}",
            "in sections {sections}",
            len(chosen.section),
            sections=_either(chosen.section),
        )
    if chosen.executor:
        executors = (programme.executors[each].label for each in chosen.executor)
        yield _("for {executors}", executors=_either(executors))
    if chosen.due:
        yield _either(due_words(due) for due in chosen.due)
    if chosen.position:
        yield _either(_POSITION_WORDS[each] for each in chosen.position)
    if chosen.text:
        words = map(quoted, chosen.text)
        yield _("with {words}", words=_all(words))


def due_words(due: Due) -> str:
    """What a deadline filter keeps, as it follows "measures"."""
    if isinstance(due, str):
        return _DUE_WORDS[due]
    text = str(due)
    if ".." not in text:
        return _("due in {year}", year=text)
    if due.first and due.last:
        return _("due from {first} to {last}", first=due.first, last=due.last)
    if due.last:
        return _("due by {last}", last=due.last)
    return _("due from {first} on", first=due.first)


def _either(words: Iterable[str]) -> str:
    *most, last = words
    return _("{some} or {last}", some=", ".join(most), last=last) if most else last


def _all(words: Iterable[str]) -> str:
    first, *more = words
    for each in more:
        first = _("{some} and {last}", some=first, last=each)
    return first
