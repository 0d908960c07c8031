"""What falls due, and why, is said in the language in use: in every shape that it can have."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product
from typing import Any

import pytest
from bracketed import Bracketed, unsaid
from icalendar import Calendar

from store.occurrences import Occurrence, OccurrenceStatus
from store.values import DeadlineKind, EntryIntoForce, PositionValue, Programme, Signatory
from tui import language
from tui.cli.calendar_file import calendar_bytes
from tui.wording.agenda import (
    GROUPS,
    STANDING_WORDS,
    group,
    occurrence_words,
    rule_sentence,
    standing_words,
    when_words,
    why_not_fulfilled,
)

FIRST, LAST = date(2008, 2, 1), date(2008, 2, 29)
RULES: tuple[DeadlineKind, ...] = ("period", "within", "annual", "annual-following")
STATUSES: tuple[OccurrenceStatus, ...] = ("upcoming", "running", "past", "unresolved")
ANCHORS: dict[str, tuple[Any, ...]] = {
    "within": ("adoption", "notification"),
    "annual-following": ("reporting-year",),
}
"""The events from which something is counted, by its rule."""

PROGRAMME = Programme(
    id="P",
    label={"en": "П"},
    title="П",
    adopted_on=date(2006, 11, 28),
    first_year=2007,
    last_year=2010,
    sections=(),
    executors={},
    signatories={
        "AZ": Signatory("AZ", "Х", "(Х)", "not-signed", PositionValue.NOT_BOUND, ()),
    },
    entry_into_force=EntryIntoForce("2.", "Х"),
)


@pytest.fixture
def another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Spoken, "catalogue", Bracketed())


def due() -> Iterator[Occurrence]:
    """Everything that can fall due, without words that are not ours."""
    for rule, status, position in product(RULES, STATUSES, (None, *PositionValue)):
        for anchor in ANCHORS.get(rule, (None,)):
            dated = status != "unresolved"
            yield Occurrence(
                measure="6.1",
                ordinal=1,
                rule=rule,
                printed="Х",
                anchor=anchor,
                anchored_on=None if anchor == "notification" and not dated else FIRST,
                reading="entry-into-force" if anchor == "notification" else "adoption",
                start=FIRST if dated else None,
                end=LAST if dated else None,
                status=status,
                year=2007 if rule.startswith("annual") else None,
                months=3 if rule == "within" else None,
                holds=anchor != "adoption",
                notification=None,
                settled=None,
                said=None,
                position=position,
                addressed=True,
                executors=(),
                text="Х",
            )


@pytest.mark.usefixtures("another_language")
def test_everything_that_falls_due_is_said() -> None:
    for occurrence in due():
        assert unsaid(rule_sentence(occurrence)) == ""
        assert unsaid(occurrence_words(occurrence)) == ""
        assert unsaid(standing_words(occurrence)) == ""
        assert unsaid(why_not_fulfilled("AZ", occurrence) or "") == ""
        assert why_not_fulfilled(None, occurrence) == "⟦No state is chosen: whose duty is it?⟧"
        assert re.fullmatch(r"\?|2008|⟦Feb 2008⟧", when_words(occurrence))
        assert group(occurrence) in GROUPS


def test_in_english_sentences_are_as_they_were() -> None:
    said = {rule_sentence(each) for each in due()}
    assert "Rule: each February, for the year before, counted from the end of the reporting " in (
        "".join(each[:84] for each in said)
    )
    assert "Rule: within 3 months, counted from the adoption of the programme, 2008-02-01" in said
    assert (
        "Rule: within 3 months, counted from the deposit of the state's notification, not recorded"
    ) in said
    assert "Rule: a period of whole years" in said
    times = {occurrence_words(each) for each in due()}
    assert "For 2007: 2008-02-01 to 2008-02-29, overdue" in times
    assert "From entry into force: no dates yet" in times
    assert "From adoption: 2008-02-01 to 2008-02-29, past (not the reading that holds)" in times
    assert set(STANDING_WORDS.values()) == {
        "done", "overdue", "upcoming", "running", "past", "no dates yet",
    }  # fmt: skip


@pytest.mark.usefixtures("another_language")
def test_a_calendar_is_in_the_language_too() -> None:
    dated = [each for each in due() if each.start]
    at = datetime(2008, 6, 2, tzinfo=UTC)
    calendar = Calendar.from_ical(calendar_bytes(PROGRAMME, "AZ", dated, at))
    summaries = {str(event["summary"]) for event in calendar.walk("VEVENT")}
    assert {unsaid(each) for each in summaries} == {"", "6.1: Х"}
    for event in calendar.walk("VEVENT"):
        assert unsaid(str(event["description"])).strip("Х\n") == ""
