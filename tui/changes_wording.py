"""The words of screens and commands for what moved between two views."""

from store.changes import Change, Fact, Subject
from store.values import Entry, Programme, View
from tui.treaty_words import ADDRESS_WORDS
from tui.wording import position_words, progress_word, treaty_action_words

ARROW = " → "
NOTHING = "nothing"


def subject_words(subject: Subject) -> str:
    """What of a measure, item or treaty it is, besides a position: "deadline", "work in 2008"."""
    words = {
        "position": "",
        "deadline": "deadline from entry into force",
        "address": "whom it addresses",
        "fulfilment": "fulfilment",
        "progress": "work",
        "notification": "notification",
        "treaty-action": "treaty",
        "return": "information",
    }[subject.what]
    return f"{words} {subject.year}" if subject.year else words


def move_words(change: Change) -> str:
    """From what to what: "? undetermined → ● participates"."""
    return f"{fact_words(change.before)}{ARROW}{fact_words(change.after)}"


def fact_words(fact: Fact | None) -> str:
    """What holds, in few words."""
    if fact is None:
        return NOTHING
    if fact.position:
        return position_words(fact.position)
    if fact.entry:
        return _entry_words(fact.entry, fact.value)
    answers = {str(answer): words for answer, words in ADDRESS_WORDS.items()}
    return answers.get(fact.value) or fact.value.replace("..", " to ")


def _entry_words(entry: Entry, value: str) -> str:
    match entry.kind:
        case "progress":
            return progress_word(entry)
        case "treaty-action":
            return treaty_action_words(entry)
        case "return":
            return f"released, No. {value}"
        case _:
            return {"fulfilment": "fulfilled", "notification": "deposited"}.get(entry.kind, value)


def span_words(before: View, after: View) -> str:
    """Between which days: "from 2008-01-01 to 2008-12-31, as known on 2009-03-04"."""
    if before.known_on == after.known_on:
        known = f", as known on {after.known_on}" if after.known_on else ""
        return f"from {before.on} to {after.on}{known}"
    learned = f"from what was known on {before.known_on} to {_known(after)}"
    if before.on == after.on:
        return f"{learned}, as on {after.on}"
    return f"from {before.on} to {after.on}, and {learned}"


def _known(view: View) -> str:
    return f"what was known on {view.known_on}" if view.known_on else "all that is known"


def text_of(programme: Programme, change: Change) -> str:
    """The official words of what a change is about: of a measure, an item or a treaty."""
    titles = (each.title for each in programme.treaties if each.key == change.subject.treaty)
    return change.text or next(titles, "")
