"""The words for entries of the ledger: what they say, who recorded them, and when."""

from collections.abc import Iterator

from store.values import Entry, EntryKind
from tui.language import Words, _, mark, said
from tui.wording.positions import POSITION_SENTENCES

ENTRY_WORDS: Words[EntryKind] = Words(
    {
        "decision": mark("decision"),
        "confirmation": mark("confirmed"),
        "notification": mark("notification deposited"),
        "treaty-action": mark("treaty action"),
        "fulfilment": mark("fulfilled"),
        "progress": mark("progress"),
        "return": mark("released"),
        "retraction": mark("taken back"),
    }
)
"""What an entry is, for a column."""


def entry_sentence(entry: Entry) -> str:
    """What an entry says, without who recorded it."""
    if entry.kind == "retraction":
        return _("took back {entry}: {reason}", entry=entry.retracts, reason=entry.reason)
    if entry.kind == "progress":
        return _progress_sentence(entry)
    if entry.kind == "return":
        return _return_sentence(entry)
    if entry.kind == "treaty-action":
        return f"{entry.state}: {treaty_action_words(entry)}"
    if entry.position is None:
        return _of_kind(entry)
    return told_of(f"{entry.state} {POSITION_SENTENCES[entry.position]}", entry.communicated)


def _of_kind(entry: Entry) -> str:
    if entry.year and entry.kind == "fulfilment":
        return _("{state}: fulfilled for {year}", state=entry.state, year=entry.year)
    return f"{entry.state}: {ENTRY_WORDS[entry.kind]}"


def told_of(sentence: str, communicated: bool) -> str:  # noqa: FBT001  # what an entry says of itself
    """A sentence, marked where another state has communicated what it says."""
    return _("{sentence} (communicated)", sentence=sentence) if communicated else sentence


DETAIL_WORDS: Words[str] = Words(
    {
        "authority": mark("authority"),
        "act": mark("act"),
        "reservation": mark("reservation"),
        "responsible": mark("responsible"),
        "source": mark("source"),
        "note": mark("note"),
        "status": mark("status"),
        "text": mark("text"),
        "action": mark("action"),
        "reference": mark("reference"),
        "reason": mark("reason"),
        "number": mark("number"),
        "corrects": mark("corrects"),
        "confirms": mark("confirms"),
        "snapshot": mark("snapshot"),
        "snapshot_hash": mark("snapshot hash"),
        "decided_on": mark("decided on"),
    }
)
"""What an entry says beside its sentence, by the name under which it is kept."""


def detail_name(name: str) -> str:
    """What a detail of an entry is; a later version may have recorded what none here knows."""
    return DETAIL_WORDS.get(name) or name.replace("_", " ")


def entry_details(entry: Entry) -> Iterator[tuple[str, str]]:
    """What an entry says beside its sentence: what it is, and what it says."""
    for name in ("authority", "act", "reservation", "responsible", "source", "note"):
        if value := getattr(entry, name):
            yield detail_name(name), value
    for name, value in entry.details.items():
        if isinstance(value, str) and name not in _IN_THE_SENTENCE.get(entry.kind, ()):
            yield detail_name(name), value


_IN_THE_SENTENCE: dict[EntryKind, tuple[str, ...]] = {
    "progress": ("status",),
    "return": ("number", "corrects"),
    "treaty-action": ("action",),
}
"""The details that the sentence of an entry tells already."""


def progress_word(entry: Entry) -> str:
    """How far the work has come that an entry of progress reports."""
    from store.reporting import Status
    from tui.wording.reporting import STATUS_WORDS

    return STATUS_WORDS[Status(entry.details["status"])]


def treaty_action_words(entry: Entry) -> str:
    """What a state did with a treaty; a later version may have recorded what none here knows."""
    from store.ladder import action_of, action_words

    name = entry.details.get("action")
    action = action_of(name)
    return said(action_words(action)) if action else _("action {name}", name=name)


def _progress_sentence(entry: Entry) -> str:
    said = _(
        "{state} reports for {year}: {status}",
        state=entry.state,
        year=entry.year,
        status=progress_word(entry),
    )
    return told_of(said, bool(entry.details.get("communicated")))


def _return_sentence(entry: Entry) -> str:
    number, corrects = entry.details["number"], entry.details.get("corrects")
    values = {"state": entry.state, "year": entry.year, "number": number, "before": corrects}
    if corrects:
        return _(
            "{state} released its information for {year}, No {number}, in place of {before}",
            **values,
        )
    return _("{state} released its information for {year}, No {number}", **values)


def recorded_words(entry: Entry) -> str:
    """When and by whom an entry was recorded."""
    moment = entry.recorded_at[:16].replace("T", " ")
    return _("recorded {moment} UTC by {officer}", moment=moment, officer=entry.recorded_by)
