"""Why a position holds, line by line, for the command and for the screen. Pure."""

from collections.abc import Iterator

from store.reasons import Why
from store.values import Entry, Part, Position, View
from store.wordings import Change, Where
from tui.language import Words, _, mark
from tui.wording.days import seen_words
from tui.wording.entries import entry_details, recorded_words, told_of
from tui.wording.positions import POSITION_MARKS, POSITION_SENTENCES, apart_words, position_sentence
from tui.wording.quoting import quoted
from tui.wording.rules import remedy, rule_sentence

Span = tuple[str, str]
"""A text, and its style: `bold`, `dim`, `old`, `new`, or nothing."""

Line = tuple[str, tuple[Span, ...]]
"""What a line is, such as "Clause", or nothing where it goes on; and the line."""

LOST = mark("its words are lost: see `istirak verify`")

WHERE_WORDS: Words[Where] = Words(
    {
        "text": mark("text"),
        "deadline": mark("deadline"),
        "executors": mark("executors"),
        "decision-bodies": mark("decided by"),  # at most 18 cells
    }
)
"""Where an edition changed a measure, apart from its items."""

_PARTS = Words(
    {
        Part.LAW: mark("law"),
        Part.DECISION: mark("the Decision"),
        Part.SIGNATURES: mark("signatures"),
        Part.PASSPORT: mark("passport"),
        Part.PROGRAMME: mark("programme"),
        Part.ANNEX: mark("annex"),
        Part.SPECIAL_OPINION: mark("special opinion"),
    }
)
"""Where a clause stands, in brackets behind it."""


def why_lines(why: Why, view: View, mark: str = "") -> Iterator[Line]:
    """The chain: what holds, the rule, the clause, the decision, and what would change it.

    Args:
        why: The chain.
        view: From where it is looked at.
        mark: What the words of the clause are, where they are not the official ones.
    """
    yield _plain(_("Position"), _holds(why, view), "bold")
    yield from change_lines(why)
    if why.position:
        of_item = why.item is not None
        said = rule_sentence(why.position.rule, of_item=of_item, reserved=why.reserved)
        yield _plain(_("Rule"), said)
    if why.gone:
        yield from _gone(why)
    yield from _clause(why, mark)
    yield from _decision(why)
    if why.apart:
        apart = apart_words(why.apart)
        said = _("{apart}; the others follow {measure}", apart=apart, measure=why.measure)
        yield _plain(_("Items"), said)
    if not why.gone:
        otherwise = _marked(why.state, why.otherwise) if why.otherwise else ""
        # at most 18 cells
        yield _plain(_("Would change it"), remedy(why, otherwise))


def change_lines(why: Why) -> Iterator[Line]:
    """What an edition changed in the words since the decision was taken or last confirmed."""
    if why.position is None or why.decision is None or not why.position.to_confirm:
        return
    # at most 18 cells
    yield _plain(_("To confirm"), f"! {_stale(why, why.decision)}", "bold")
    for change in why.changes:
        yield _compared(change)
    if why.words is None:
        yield _plain("", _(LOST))
    elif not why.changes:
        yield _plain("", _("Only the order of its items is another."))
    elif why.item and all(each.letter not in (None, why.item) for each in why.changes):
        said = _("Only other items have changed, not {item} itself.", item=why.item)
        yield _plain("", said, "dim")


def entry_lines(entry: Entry) -> Iterator[Line]:
    """A decision, with its act and author."""
    yield _plain("", _told(entry), "bold")
    for name, value in entry_details(entry):
        yield _plain("", f"{name}: {value}")
    yield _plain("", recorded_words(entry), "dim")


def _holds(why: Why, view: View) -> str:
    """The position as a sentence: "● AZ participates (2.4, on 2026-11-23)"."""
    if why.position is None:
        return _(
            "{key} is no longer in the programme, and {state} has decided nothing on it",
            key=why.key,
            state=why.state,
        )
    return f"{_marked(why.state, why.position)} ({why.key}, {seen_words(view)})"


def _marked(state: str, position: Position) -> str:
    return f"{POSITION_MARKS[position.value]} {state} {position_sentence(position)}"


def _stale(why: Why, decision: Entry) -> str:
    if why.confirmations:
        said = _(
            "The words have changed since it was confirmed, {day}; the decision stands.",
            day=why.confirmations[-1].decided_on,
        )
    else:
        said = _(
            "The words have changed since it was taken, {day}; the decision stands.",
            day=decision.decided_on,
        )
    if why.position and why.position.inherited:
        return f"{said} {_('Confirm {measure}.', measure=why.measure)}"
    return said


def _gone(why: Why) -> Iterator[Line]:
    said = _("no longer has {key}", key=why.key)
    if why.moved_to:
        said = _(
            "no longer has {key}; the same words are now {keys}",
            key=why.key,
            keys=", ".join(why.moved_to),
        )
    yield _plain(_("Programme"), said)
    words = why.words
    there = quoted(dict(words.items).get(why.item or "", words.text)) if words else _(LOST)
    yield _plain(_("It said"), there)


def _clause(why: Why, mark: str) -> Iterator[Line]:
    if why.clause is None:
        return
    before = _("the decision goes before it") if why.decision else ""
    about = "; ".join(filter(None, (_PARTS[why.clause.part], mark, before)))
    yield _plain(_("Clause"), quoted(why.clause.text))
    yield _plain("", f"({about})", "dim")
    if why.note:
        # at most 18 cells
        yield _plain(_("Read (ours)"), why.note, "dim")


def _decision(why: Why) -> Iterator[Line]:
    if why.decision is None:
        yield _plain(_("Decision"), _("none"))
    else:
        first, *rest = entry_lines(why.decision)
        yield _("Decision"), first[1]
        yield from rest
    for entry in why.confirmations:
        said = _(
            "{entry} of {day}, by {officer}",
            entry=entry.id,
            day=entry.decided_on,
            officer=entry.recorded_by,
        )
        yield _plain(_("Confirmed"), said)
    for entry in reversed(why.superseded):
        yield _plain(_("Superseded"), _told(entry))
    for entry in reversed(why.retracted):
        said = _("{decision}; by {entry}", decision=_told(entry), entry=entry.retracted_by)
        yield _plain(_("Taken back"), said, "dim")


def _told(entry: Entry) -> str:
    """A decision: "a1b2-3 of 2008-03-04: AZ ● participates"."""
    return _("{entry} of {day}: {what}", entry=entry.id, day=entry.decided_on, what=_says(entry))


def _says(entry: Entry) -> str:
    position = entry.position
    said = f"{POSITION_MARKS[position]} {POSITION_SENTENCES[position]}" if position else ""
    return told_of(f"{entry.state} {said}", entry.communicated)


def _compared(change: Change) -> Line:
    """Old and new in one line. Signs, and not only styles, tell what is which."""
    item = change.where == "item"
    where = _("item {letter}", letter=change.letter) if item else WHERE_WORDS[change.where]
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
