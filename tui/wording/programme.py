"""The words for a programme: the parts of its act, signatures, executors, translations."""

from collections.abc import Sequence

from store.values import Part, Programme, Signatory, SignatureAct
from tui.language import LANGUAGES, Words, _, mark

PART_WORDS = Words(
    {
        Part.LAW: mark("Law"),
        Part.DECISION: mark("Decision"),
        Part.SIGNATURES: mark("Signatures"),
        Part.PASSPORT: mark("Passport"),
        Part.PROGRAMME: mark("Programme"),
        Part.ANNEX: mark("Annex"),
        Part.SPECIAL_OPINION: mark("Special opinion"),
    }
)
"""The parts of the act, in its order."""

UNOFFICIAL = mark("unofficial translation")
"""How translations are marked, whatever their language."""

SIGNATURE_WORDS: Words[SignatureAct] = Words(
    {
        "signed": mark("signed"),
        "special-opinion": mark("signed with a special opinion"),
        "reservation": mark("signed with a reservation"),
        "not-signed": mark("not signed"),
    }
)


def signature_words(signatory: Signatory) -> str:
    """What a state did with the Decision."""
    if signatory.act == "reservation" and not signatory.effects:
        return _("signed with a reservation of unknown text")
    return SIGNATURE_WORDS[signatory.act]


def translation_words(language: str, mark: str) -> str:
    """That what is shown is a translation: "English: unofficial translation"."""
    return translation_forms(language, mark)[0]


def translation_forms(language: str, mark: str) -> tuple[str, str]:
    """The same, for more room and for less: its own mark, with ours behind it or without."""
    brief = f"{LANGUAGES.get(language, language)}: {mark}"
    ours = _(UNOFFICIAL)
    return brief if mark == ours else f"{brief} ({ours})", brief


def executors_words(programme: Programme, executors: Sequence[str], width: int = 1000) -> str:
    """Executors for a column: the short names that the source prints, as many as fit."""
    labels = [programme.executors[executor].label for executor in executors]
    for shown in range(len(labels), 0, -1):
        left = len(labels) - shown
        words = ", ".join(labels[:shown]) + (f" +{left}" if left else "")
        if len(words) <= width:
            return words
    return f"{labels[0][: width - 4]}… +{len(labels) - 1}" if len(labels) > 1 else "".join(labels)


def not_addressed_words(state: str, width: int) -> str:
    """In place of the executors, that a measure does not address the state."""
    words = _("{state} not addressed", state=state)
    return words if len(words) <= width else _("not {state}", state=state)


def executor_name(programme: Programme, executor: str) -> str:
    """An executor by its full name, with the short one where they differ."""
    found = programme.executors[executor]
    if found.name is None or found.name == found.label:
        return found.label
    return f"{found.label} – {found.name}"
