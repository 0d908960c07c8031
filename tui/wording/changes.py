"""The words of screens and commands for what moved between two views."""

from collections.abc import Mapping

from store.changes import Aspect, Change, Fact, Subject
from store.values import Entry, Programme, View
from tui.language import Words, _, mark
from tui.wording.entries import progress_word, treaty_action_words
from tui.wording.positions import position_words
from tui.wording.treaties import ADDRESS_WORDS

ARROW = " → "

_ABOUT: Words[Aspect] = Words(
    {
        "deadline": mark("deadline from entry into force"),
        "address": mark("whom it addresses"),
        "fulfilment": mark("fulfilment"),
        "progress": mark("work"),
        "notification": mark("notification"),
        "treaty-action": mark("treaty"),
        "return": mark("information"),
    }
)

_ABOUT_A_YEAR: dict[Aspect, str] = {
    "fulfilment": mark("fulfilment {year}"),
    "progress": mark("work {year}"),
    "return": mark("information {year}"),
}
"""What is recorded of a year at a time."""


def subject_words(subject: Subject) -> str:
    """What of a measure, item or treaty it is, besides a position: "deadline", "work 2008"."""
    what, year = subject.what, subject.year
    if year and what in _ABOUT_A_YEAR:
        return _(_ABOUT_A_YEAR[what], year=year)
    return _ABOUT.get(what, "")


def move_words(change: Change) -> str:
    """From what to what: "? undetermined → ● participates"."""
    return f"{fact_words(change.before)}{ARROW}{fact_words(change.after)}"


def fact_words(fact: Fact | None) -> str:
    """What holds, in few words."""
    if fact is None:
        return _("nothing")
    if fact.position:
        return position_words(fact.position)
    if fact.entry:
        return _entry_words(fact.entry, fact.value)
    answers = {str(answer): words for answer, words in ADDRESS_WORDS.items()}
    return answers.get(fact.value) or _days(fact.value)


def _days(value: str) -> str:
    """The days of a deadline, as they follow one another."""
    first, _dots, last = value.partition("..")
    return _("{first} to {last}", first=first, last=last)


def _entry_words(entry: Entry, value: str) -> str:
    match entry.kind:
        case "progress":
            return progress_word(entry)
        case "treaty-action":
            return treaty_action_words(entry)
        case "return":
            return _("released, No. {number}", number=value)
        case "fulfilment":
            return _("fulfilled")
        case "notification":
            return _("deposited")
        case _:
            return value


def span_words(before: View, after: View) -> str:
    """Whose changes, and between which days: "AZ from 2008-01-01 to 2008-12-31"."""
    values = {
        "state": after.state,
        "first": before.on,
        "last": after.on,
        "known_first": before.known_on,
        "known": after.known_on,
    }
    if before.known_on == after.known_on:
        return _held_words(after, values)
    return _learned_words(before, after, values)


def _held_words(after: View, values: Mapping[str, object]) -> str:
    if after.known_on is None:
        return _("{state} from {first} to {last}", **values)
    return _("{state} from {first} to {last}, as known on {known}", **values)


def _learned_words(before: View, after: View, values: Mapping[str, object]) -> str:
    """What was known on two days, of one day or of two. What is known last has no day."""
    one_day = before.on == after.on
    match one_day, after.known_on:
        case True, None:
            return _(
                "{state} from what was known on {known_first} to all that is known, as on {last}",
                **values,
            )
        case True, _day:
            return _(
                "{state} from what was known on {known_first} to what was known on {known}, "
                "as on {last}",
                **values,
            )
        case False, None:
            return _(
                "{state} from {first} to {last}, "
                "and from what was known on {known_first} to all that is known",
                **values,
            )
        case _:
            return _(
                "{state} from {first} to {last}, "
                "and from what was known on {known_first} to what was known on {known}",
                **values,
            )


def text_of(programme: Programme, change: Change) -> str:
    """The official words of what a change is about: of a measure, an item or a treaty."""
    titles = (each.title for each in programme.treaties if each.key == change.subject.treaty)
    return change.text or next(titles, "")
