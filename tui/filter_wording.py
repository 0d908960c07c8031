"""A filter as a sentence."""

from collections.abc import Iterable, Iterator

from store.deadlines import Phase
from store.filters import RECURRING, Due, Filter
from store.values import Programme
from tui.language import Words, _, mark, plural, sense
from tui.wording import position_name, quoted

# Each as it follows "Measures".
_DUE_WORDS: Words[str] = Words(
    {
        RECURRING: mark("that recur"),
        Phase.UPCOMING: sense("measures", "upcoming"),
        Phase.RUNNING: sense("measures", "running"),
        Phase.ENDED: sense("measures", "ended"),
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
        yield _either(map(position_name, chosen.position))
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
