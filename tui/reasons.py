"""Why a position holds, line by line, for the command and for the screen. Pure."""

from collections.abc import Iterator

from store.reasons import Why
from store.values import Entry, Position, Rule, View
from store.wordings import Change, Where
from tui.wording import (
    PART_WORDS,
    POSITION_MARKS,
    POSITION_SENTENCES,
    apart_words,
    entry_details,
    position_sentence,
    seen_words,
)

Span = tuple[str, str]
"""A text, and its style: `bold`, `dim`, `old`, `new`, or nothing."""

Line = tuple[str, tuple[Span, ...]]
"""What a line is, such as "Clause", or nothing where it goes on; and the line."""

RULE_SENTENCES: dict[Rule, str] = {
    Rule.OWN_DECISION: "A decision on this very {what} goes before everything else.",
    Rule.OPINION_ON_ITEM: "What the {paper} says of this very item goes before a decision "
    "on the whole measure.",
    Rule.MEASURE_DECISION: "An item without a decision of its own follows its measure.",
    Rule.OPINION_ON_MEASURE: "Where nothing is decided, what the {paper} says of this "
    "measure holds.",
    Rule.OPINION_ON_EACH: "Where nothing is decided, what the {paper} says of each measure holds.",
    Rule.OPINION_SILENT: "The state signed with a {paper}, which does not speak of this {what}.",
    Rule.SIGNED: "A plain signature: the state participates where it has not decided otherwise.",
    Rule.RESERVATION_UNKNOWN: "Signed with a reservation whose text the act does not give: what it "
    "reserves is unknown, so nothing counts as determined.",
    Rule.NOT_SIGNED: "Not signed: the state is not bound where it has not decided otherwise.",
}
"""The rules in words, ours; `{what}` is the measure or the item, `{paper}` what states it."""

MORE: dict[Rule, str] = {
    Rule.OPINION_ON_ITEM: "A decision on the whole of {measure} does not.",
    Rule.RESERVATION_UNKNOWN: "So would the text of the reservation, in an edition that gives it.",
    Rule.NOT_SIGNED: "So would a signature, in an edition that shows it.",
}
"""What else would change a position, or would not."""

LOST = "its words are lost: see `istirak verify`"

WHERE_WORDS: dict[Where, str] = {
    "text": "text",
    "item": "item",
    "deadline": "deadline",
    "executors": "executors",
    "decision-bodies": "decided by",
}


def why_lines(why: Why, view: View, mark: str = "") -> Iterator[Line]:
    """The chain: what holds, the rule, the clause, the decision, and what would change it.

    Args:
        why: The chain.
        view: From where it is looked at.
        mark: What the words of the clause are, where they are not the official ones.
    """
    yield _plain("Position", _holds(why, view), "bold")
    yield from change_lines(why)
    if why.position:
        what = "measure" if why.item is None else "item"
        paper = "reservation" if why.reserved else "special opinion"
        said = RULE_SENTENCES[why.position.rule].format(what=what, paper=paper)
        yield _plain("Rule", said)
    if why.gone:
        yield from _gone(why)
    yield from _clause(why, mark)
    yield from _decision(why)
    if why.apart:
        yield _plain("Items", f"{apart_words(why.apart)}; the others follow {why.measure}")
    if not why.gone:
        yield _plain("Would change it", _remedy(why))


def change_lines(why: Why) -> Iterator[Line]:
    """What an edition changed in the words since the decision was taken or last confirmed."""
    if why.position is None or why.decision is None or not why.position.to_confirm:
        return
    since = (why.confirmations or (why.decision,))[-1]
    verb = "confirmed" if why.confirmations else "taken"
    said = f"The words have changed since it was {verb}, {since.decided_on}; the decision stands."
    follows = f" Confirm {why.measure}." if why.position.inherited else ""
    yield _plain("To confirm", f"! {said}{follows}", "bold")
    for change in why.changes:
        yield _compared(change)
    if why.words is None:
        yield _plain("", LOST)
    elif not why.changes:
        yield _plain("", "Only the order of its items is another.")
    elif why.item and all(each.letter not in (None, why.item) for each in why.changes):
        yield _plain("", f"Only other items have changed, not {why.item} itself.", "dim")


def entry_lines(entry: Entry) -> Iterator[Line]:
    """A decision, with its act and author."""
    yield _plain("", f"{entry.id} of {entry.decided_on}: {_says(entry)}", "bold")
    for name, value in entry_details(entry):
        yield _plain("", f"{name}: {value}")
    moment = entry.recorded_at[:16].replace("T", " ")
    yield _plain("", f"recorded {moment} UTC by {entry.recorded_by}", "dim")


def _holds(why: Why, view: View) -> str:
    """The position as a sentence: "● AZ participates (2.4, on 2026-11-23)"."""
    if why.position is None:
        return f"{why.key} is no longer in the programme, and {why.state} has decided nothing on it"
    return f"{_marked(why.state, why.position)} ({why.key}, {seen_words(view)})"


def _marked(state: str, position: Position) -> str:
    return f"{POSITION_MARKS[position.value]} {state} {position_sentence(position)}"


def _gone(why: Why) -> Iterator[Line]:
    now = f"; the same words are now {', '.join(why.moved_to)}" if why.moved_to else ""
    yield _plain("Programme", f"no longer has {why.key}{now}")
    if why.words:
        words = dict(why.words.items).get(why.item or "", why.words.text)
        yield _plain("It said", f"“{words}”")
    else:
        yield _plain("It said", LOST)


def _clause(why: Why, mark: str) -> Iterator[Line]:
    if why.clause is None:
        return
    before = "; the decision goes before it" if why.decision else ""
    before = f"; {mark}{before}" if mark else before
    yield _plain("Clause", f"“{why.clause.text}”")
    yield _plain("", f"({PART_WORDS[why.clause.part].lower()}{before})", "dim")
    if why.note:
        yield _plain("Read (ours)", why.note, "dim")


def _decision(why: Why) -> Iterator[Line]:
    if why.decision is None:
        yield _plain("Decision", "none")
    else:
        first, *rest = entry_lines(why.decision)
        yield "Decision", first[1]
        yield from rest
    for entry in why.confirmations:
        yield _plain("Confirmed", f"{entry.id} of {entry.decided_on}, by {entry.recorded_by}")
    for entry in reversed(why.superseded):
        yield _plain("Superseded", f"{entry.id} of {entry.decided_on}: {_says(entry)}")
    for entry in reversed(why.retracted):
        said = f"{entry.id} of {entry.decided_on}: {_says(entry)}; by {entry.retracted_by}"
        yield _plain("Taken back", said, "dim")


def _says(entry: Entry) -> str:
    position = entry.position
    said = f"{POSITION_MARKS[position]} {POSITION_SENTENCES[position]}" if position else ""
    return f"{entry.state} {said}{' (communicated)' if entry.communicated else ''}"


def _remedy(why: Why) -> str:
    position = why.position
    if position is None:
        return ""
    if why.decision is None:
        either = why.item is not None and position.rule is not Rule.OPINION_ON_ITEM
        said = f"A decision on {why.key}{f', or on {why.measure}' if either else ''}."
        return f"{said} {MORE.get(position.rule, '').format(measure=why.measure)}".strip()
    said = f"A later decision on {why.measure if position.inherited else why.key}."
    if position.inherited:
        said = f"A decision on {why.key} itself, or a later one on {why.measure}."
    back = f"If {why.decision.id} is taken back: "
    return f"{said} {back}{_marked(why.state, why.otherwise)}." if why.otherwise else said


def _compared(change: Change) -> Line:
    """Old and new in one line. Signs, and not only styles, tell what is which."""
    where = WHERE_WORDS[change.where] + (f" {change.letter}" if change.letter else "")
    spans: list[Span] = []
    for piece in change.pieces:
        text = {"old": f"[-{piece.text}-]", "new": f"{{+{piece.text}+}}"}.get(
            piece.kind, piece.text
        )
        spans.append((text, "" if piece.kind == "same" else piece.kind))
        spans.append((" ", ""))
    return f"  {where}", tuple(spans[:-1])


def _plain(label: str, text: str, style: str = "") -> Line:
    return label, ((text, style),)
