"""What a view does not show of what was just recorded, in words. Pure."""

from collections.abc import Iterable, Sequence

from store.entries import known_until
from store.values import Entry, Item, Measure, View
from tui.language import _


def unseen(view: View, recorded: Sequence[Entry], measures: Iterable[Measure] = ()) -> str:
    """Why what was recorded is not in a view, as it follows "recorded, but"; "" when all is.

    Args:
        view: From where the register is looked at.
        recorded: Entries that were recorded at once, or would be.
        measures: As they are in that view now, where the entries are decisions.
    """
    first = recorded[0]
    if first.recorded_at > known_until(view):
        return _("not in view, which is as known on {known_on}", known_on=view.known_on)
    if first.decided_on and first.decided_on > view.on:
        return _("from {decided_on}, after the day in view", decided_on=first.decided_on)
    held = _held(measures)
    stay = [entry for entry in recorded if held.get(entry.key, entry).order > entry.order]
    if not stay:
        return ""
    if len(recorded) > 1:
        return _("{n} of {all} stay: later decisions hold", n=len(stay), all=len(recorded))
    return _(
        "{key} stays: its decision of {decided_on} holds",
        key=first.key,
        decided_on=held[first.key].decided_on,
    )


def _held(measures: Iterable[Measure]) -> dict[str, Entry]:
    """The decision that holds on exactly each measure or item."""
    parts: list[Measure | Item] = []
    for measure in measures:
        parts += [measure, *measure.items]
    return {
        part.key: part.position.decision
        for part in parts
        if part.position and part.position.decision and not part.position.inherited
    }
