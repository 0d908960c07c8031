"""Entries of the ledger in words, and how those that were just recorded are printed."""

from collections.abc import Iterator, Sequence

from store.values import Entry, Measure, View
from tui.cli.edge import say
from tui.cli.output import print_json, print_lines
from tui.cli.records import entry_record
from tui.unseen import unseen
from tui.wording import (
    ENTRY_WORDS,
    POSITION_MARKS,
    POSITION_WORDS,
    entry_details,
    entry_sentence,
    progress_word,
    treaty_action_words,
)


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
            ["(dry run)" if dry_run else entry.id, entry.key, dated_sentence(entry)]
            for entry in entries
        )
    if dry_run:
        say("A dry run: nothing was recorded.")
    if why := unseen(view, entries, measures):
        say(f"{'This would be recorded' if dry_run else 'Recorded'}, but {why}.")


def dated_sentence(entry: Entry) -> str:
    """What an entry says, and since when: "AZ participates from 2008-03-04"."""
    said = entry_sentence(entry)
    if entry.decided_on is None:
        return said
    since = " from" if entry.kind == "decision" else ", on"
    return f"{said}{since} {entry.decided_on}"


def short_sentence(entry: Entry) -> str:
    """What an entry says, for a column: "AZ ● participates"."""
    if entry.kind == "retraction":
        return f"took back {entry.retracts}"
    if entry.kind == "progress":
        return f"{entry.state} {entry.year}: {progress_word(entry)}"
    if entry.kind == "treaty-action":
        return f"{entry.state} {treaty_action_words(entry)}"
    if entry.position is None:
        return f"{entry.state} {ENTRY_WORDS[entry.kind]}"
    told = " (communicated)" if entry.communicated else ""
    return f"{entry.state} {POSITION_MARKS[entry.position]} {POSITION_WORDS[entry.position]}{told}"


def details(entry: Entry) -> Iterator[str]:
    """What an entry says beside its sentence: "act: order 5"."""
    for name, value in entry_details(entry):
        yield f"{name}: {value}"
    if entry.reason:
        yield f"reason: {entry.reason}"


def recorded(entry: Entry) -> str:
    """Who wrote an entry down, and when: "2026-11-23 07:08 UTC by Ə. Məmmədova"."""
    moment = entry.recorded_at[:16].replace("T", " ")
    return f"{moment} UTC by {entry.recorded_by}"
