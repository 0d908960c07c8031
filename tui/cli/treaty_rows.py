"""Treaties as records, plain lines and tables; and whom measures address by them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from store.overlay import treaty_in
from store.remarking import Remarks
from store.texts import Texts
from store.treaties import Status
from store.values import Address, Entry, Treaty, View
from tui.cli.records import Record, address_record
from tui.cli.translated import translation_record
from tui.language import _, said
from tui.wording.days import days_words, seen_words
from tui.wording.entries import entry_details, treaty_action_words
from tui.wording.programme import translation_words
from tui.wording.treaties import ADDRESS_WORDS, address_reason, standing_sentence, standing_words

Line = tuple[str, str]

TREATY_COLUMNS = ("key", "title", "date", "where", "state", "standing")


def treaty_record(status: Status, *, known: bool) -> Record:
    """A treaty of the list; where the state stands is null as long as no state was chosen."""
    return {
        **_treaty(status.treaty),
        "state": status.state if known else None,
        "standing": status.ladder.standing.value if known else None,
    }


def status_in(texts: Texts, status: Status) -> Status:
    """Where a state stands on a treaty, whose title is in a translation."""
    return replace(status, ladder=replace(status.ladder, treaty=treaty_in(texts, status.treaty)))


def statuses_record(statuses: Sequence[Status], texts: Texts | None = None) -> Record:
    """A treaty with the ladder of each state; with a translation of its title, if asked for."""
    treaty = statuses[0].treaty
    return {
        **_treaty(treaty),
        **({"translation": _title_record(texts, treaty)} if texts else {}),
        "note": treaty.note,
        "states": [
            {
                "state": status.state,
                "standing": status.ladder.standing.value,
                "problems": [str(problem) for problem in status.ladder.problems],
                "actions": [_action(entry) for entry in status.entries],
            }
            for status in statuses
        ],
    }


def _treaty(treaty: Treaty) -> Record:
    return {
        "key": treaty.key,
        "title": treaty.title,
        "date": treaty.dated.isoformat(),
        "where": treaty.where,
    }


def _action(entry: Entry) -> Record:
    return {
        "entry": entry.id,
        "action": entry.details.get("action"),
        "date": entry.decided_on.isoformat() if entry.decided_on else None,
        "source": entry.details.get("source"),
        "note": entry.details.get("note"),
    }


def treaty_line(status: Status, *, known: bool) -> Sequence[str]:
    """A treaty as a plain line: key, date, where, where the state stands, title."""
    treaty = status.treaty
    standing = standing_words(status.ladder) if known else ""
    return treaty.key, str(treaty.dated), treaty.where, standing, treaty.title


def _row(status: Status, *, known: bool) -> Sequence[str]:
    key, day, where, *more = treaty_line(status, known=known)
    return key, day, _("annex") if status.treaty.annexed else where, *more


def status_lines(
    statuses: Sequence[Status], remarks: Remarks, texts: Texts | None = None
) -> Iterator[Line]:
    """A treaty and the ladders of states, line by line; in a translation, if asked for."""
    treaty = statuses[0].treaty
    if texts:
        yield _("Language"), translation_words(texts.language, texts.mark)
    yield _("Treaty"), treaty.key
    yield from _title(treaty, texts)
    yield _("Date"), str(treaty.dated)
    if treaty.amended_on:
        yield "", _("as amended by a protocol of {day}", day=treaty.amended_on)
    named = _("annex") if treaty.annexed else _("named by {key}", key=treaty.measure)
    yield _("Where"), named
    if treaty.note:
        yield _("Note (ours)"), remarks.of(treaty.note)
    for status in statuses:
        yield status.state, standing_sentence(status.ladder)
        for entry in status.entries:
            yield "", _entry(entry)
        for problem in status.ladder.problems:
            yield "", _("contradictory: {what}", what=said(problem.whole))


def _title(treaty: Treaty, texts: Texts | None) -> Iterator[Line]:
    """The title, and what it is where a translation was asked for."""
    over = treaty_in(texts, treaty) if texts else treaty
    yield _("Title"), over.title
    if texts:
        there = over.title != treaty.title
        mark = texts.mark if there else _("not translated: these are the official words")
        yield "", f"({mark})"


def _title_record(texts: Texts, treaty: Treaty) -> object:
    title = treaty_in(texts, treaty).title
    return translation_record(texts, None if title == treaty.title else title)


def _entry(entry: Entry) -> str:
    details = "; ".join(f"{name}: {value}" for name, value in entry_details(entry))
    what = treaty_action_words(entry)
    return f"{entry.decided_on}  {what} ({entry.id}; {details})"


def print_treaties(view: View, statuses: Sequence[Status]) -> None:
    """Print the treaties as a table."""
    from tui.cli.desk import NO_STATE
    from tui.cli.grid import console, fitted, print_rows, shown

    known = view.state is not None
    stands = _("Stands") if known else ""
    heads = (_("Treaty"), _("Date"), _("Where"), stands, _("Title"))
    rows = [_row(status, known=known) for status in statuses]
    screen = console()
    columns = fitted([heads, *rows], flexible=4, less_needed=(1,), screen=screen)
    print_rows(screen, columns, [heads], style="dim")
    print_rows(screen, columns, rows)
    seen = f"{view.state} {seen_words(view)}." if known else _(NO_STATE)
    screen.print(shown(seen, "dim"))


# -- whom measures address -------------------------------------------------------------------------


def addressees_record(addresses: Mapping[str, Address]) -> Record:
    """Whether a measure addresses each state, by the state's code."""
    return {state: address_record(address) for state, address in addresses.items()}


def address_line(state: str, address: Address) -> Sequence[str]:
    """Whether a measure addresses a state, as a plain line: state, answer, treaties."""
    return state, address.answer, " ".join(address.treaties)


def print_addressees(key: str, view: View, addresses: Mapping[str, Address]) -> None:
    """Print whom a measure addresses as a table."""
    from tui.cli.grid import console, fitted, print_rows, shown

    heads = (_("State"), key, _("By which treaties"))
    rows = [
        (state, ADDRESS_WORDS[address.answer], address_reason(address))
        for state, address in addresses.items()
    ]
    screen = console()
    columns = fitted([heads, *rows], flexible=2, screen=screen)
    print_rows(screen, columns, [heads], style="dim")
    print_rows(screen, columns, rows, whole=True)
    footer = _("On {days}. `istirak treaty show` has what is recorded.", days=days_words(view))
    screen.print(shown(footer, "dim"))
