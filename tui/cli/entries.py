"""Entries of the ledger in words, and how those that were just recorded are printed."""

from collections.abc import Iterator, Sequence

from store.values import Entry, Measure, View
from tui.cli.edge import say
from tui.cli.output import print_json, print_lines
from tui.cli.records import entry_record
from tui.language import _
from tui.wording.entries import (
    ENTRY_WORDS,
    entry_details,
    entry_sentence,
    progress_word,
    treaty_action_words,
)
from tui.wording.positions import POSITION_MARKS, POSITION_WORDS
from tui.wording.unseen import unseen


def print_entries(
    entries: Sequence[Entry],
    view: View,
    measures: Sequence[Measure] = (),
    *,
    as_json: bool,
    dry_run: bool,
) -> None:
    """Print what was recorded, or what a dry run would have recorded.

    Args:
        entries: As they stand in the ledger.
        view: From where the register was looked at; if it does not show them, this is said.
        measures: As they are in that view now; where decisions were recorded.
        as_json: Whether `--json` was given.
        dry_run: Whether nothing was kept.
    """
    if as_json:
        print_json([entry_record(entry) for entry in entries])
    else:
        print_lines(
            [_("(dry run)") if dry_run else entry.id, entry.key, dated_sentence(entry)]
            for entry in entries
        )
    if dry_run:
        say(_("A dry run: nothing was recorded."))
    if why := unseen(view, entries, measures):
        if dry_run:
            say(_("This would be recorded, but {why}.", why=why))
        else:
            say(_("Recorded, but {why}.", why=why))


def dated_sentence(entry: Entry) -> str:
    """What an entry says, and since when: "AZ participates from 2008-03-04"."""
    what, day = entry_sentence(entry), entry.decided_on
    if day is None:
        return what
    if entry.kind == "decision":
        return _("{what} from {day}", what=what, day=day)
    return _("{what}, on {day}", what=what, day=day)


def short_sentence(entry: Entry) -> str:
    """What an entry says, for a column: "AZ ● participates"."""
    if entry.kind == "retraction":
        return _("took back {entry}", entry=entry.retracts)
    if entry.kind == "progress":
        return f"{entry.state} {entry.year}: {progress_word(entry)}"
    if entry.kind == "treaty-action":
        return f"{entry.state} {treaty_action_words(entry)}"
    if entry.position is None:
        return f"{entry.state} {ENTRY_WORDS[entry.kind]}"
    what = f"{entry.state} {POSITION_MARKS[entry.position]} {POSITION_WORDS[entry.position]}"
    return _("{sentence} (communicated)", sentence=what) if entry.communicated else what


def details(entry: Entry) -> Iterator[str]:
    """What an entry says beside its sentence: "act: order 5"."""
    for name, value in entry_details(entry):
        yield f"{name}: {value}"
    if entry.reason:
        yield _("reason: {reason}", reason=entry.reason)


def recorded(entry: Entry) -> str:
    """Who wrote an entry down, and when: "2026-11-23 07:08 UTC by Ə. Məmmədova"."""
    moment = entry.recorded_at[:16].replace("T", " ")
    return _("{moment} UTC by {officer}", moment=moment, officer=entry.recorded_by)
