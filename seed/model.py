"""The format of `programme.toml`: a programme, its measures, and when they fall due.

Texts are official and verbatim unless a docstring calls them ours. Arrays of the file are tuples,
in the order of the document.
"""

import datetime as dt
import hashlib
import json
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from seed.act import (
    Agreement,
    Annex,
    Clause,
    DecisionText,
    Effect,
    Law,
    LawRow,
    MainMeasure,
    Passport,
    PassportRow,
    Signature,
    SpecialOpinion,
    Treaty,
)
from seed.messages import all_of, say
from seed.months import months_after, whole_month, whole_years
from seed.record import ByLanguage, Key, Many, Record, Some, Words, Year, breach, matching

__all__ = [
    "Agreement",
    "Annex",
    "Bodies",
    "Clause",
    "Deadline",
    "DecisionText",
    "Effect",
    "Executor",
    "Executors",
    "Item",
    "Law",
    "LawRow",
    "MainMeasure",
    "Measure",
    "Passport",
    "PassportRow",
    "Programme",
    "Section",
    "Signature",
    "SpecialOpinion",
    "TableHeadings",
    "Treaty",
]

PARAMETERS = {
    "period": ("first_year", "last_year"),
    "within": ("months",),
    "annual": (),
    "annual-following": ("month",),
}
"""What a deadline of each kind is given by."""


class TableHeadings(Record):
    """The headings of the table of measures; the column of numbers has none.

    Attributes:
        measure: Over the texts.
        deadline: Over the deadlines.
        executors: Over the executors.
        decision_bodies: Over the deciding bodies.
    """

    measure: Words
    deadline: Words
    executors: Words
    decision_bodies: Words


class Section(Record):
    """A section of the table of measures.

    Attributes:
        key: How its number is read, ours: `I` to `VI`.
        printed: Its heading, number included.
        title: Its heading, number left out.
        note: Editorial, ours, in English.
    """

    key: Key
    printed: Words
    title: Words
    note: Words | None = None


class Executor(Record):
    """Who carries measures out, or decides: the states together, or a body.

    Attributes:
        id: The folded abbreviation; `states` for the states. Ours.
        kind: Which of the two it is, ours.
        abbreviation: A body's abbreviation, or None.
        label: The words for a narrow column.
        name: The full name, or None where the act gives none.
        where: Where the act gives the full name, ours.
        aliases: What it is called, by language, ours: the short form first.
        note: Editorial, ours, in English.
    """

    id: Key
    kind: Literal["states", "body"]
    abbreviation: Words | None = None
    label: Words
    name: Words | None = None
    where: Words
    aliases: ByLanguage[Some[Words]]
    note: Words | None = None


class Deadline(Record):
    """When a measure falls due.

    Attributes:
        printed: The cell.
        kind: How it is read, ours, like all below: `period` of years; `within` months of
            adoption; `annual`, every year of the programme; `annual-following`, in a month of the
            year after each year of the programme.
        first_year: First year of a period, else None.
        last_year: Last year of a period, else None.
        months: Months after adoption of a deadline `within` them, else None.
        month: Month of an `annual-following` deadline, 1 to 12, else None.
        note: Editorial, in English.
    """

    printed: Words
    kind: Literal["period", "within", "annual", "annual-following"]
    first_year: Year | None = None
    last_year: Year | None = None
    months: Annotated[int, Field(ge=1, le=1200)] | None = None
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _has_the_parameters_of_its_kind(self) -> Self:
        own = PARAMETERS[self.kind]
        every = (name for names in PARAMETERS.values() for name in names)
        given = tuple(name for name in every if getattr(self, name) is not None)
        if given != own:
            alone = say("its kind alone")
            expected = say(
                "a deadline of kind {kind} is given by {own}, not by {given}",
                kind=self.kind,
                own=all_of(own) if own else alone,
                given=all_of(given) if given else alone,
            )
            raise breach("deadline", expected)
        return self


class Executors(Record):
    """Who carries a measure out.

    Attributes:
        printed: The cell, or None where it is empty.
        read: The ids of the executors, in the order of the cell, ours.
        inferred: Whether the reading says more than the words, or other.
        note: Why, ours, in English.
    """

    printed: Words | None = None
    read: Many[Key] = ()
    inferred: bool = False
    note: Words | None = None


class Bodies(Record):
    """Who takes the decision on a measure.

    Attributes:
        printed: The cell, or None where it is empty.
        read: The ids of the bodies, in the order of the cell, ours.
        note: Editorial, ours, in English.
    """

    printed: Words | None = None
    read: Many[Key] = ()
    note: Words | None = None


class Item(Record):
    """A lettered part of a measure.

    Attributes:
        letter: The letter, without its bracket; `c` and `ç` are two letters.
        text: The words after the bracket.
    """

    letter: Annotated[Words, matching(r"\w", say("one letter, without its bracket, was expected"))]
    text: Words


class Measure(Record):
    """A row of the table of measures.

    Attributes:
        key: What it is called here, ours: unique, while printed numbers are not.
        number: The number as printed, or None where none is.
        section: The key of its section.
        text: The words of the row.
        deadline: When it falls due.
        executors: Who carries it out.
        decision_bodies: Who takes the decision on it.
        items: Its lettered parts; an item's key is `<measure>.<letter>`.
        notes: Editorial, ours, in English.
    """

    key: Key
    number: Words | None = None
    section: Key
    text: Words
    deadline: Deadline
    executors: Executors
    decision_bodies: Bodies = Bodies()
    items: Many[Item] = ()
    notes: Many[Words] = ()

    def words(self) -> str:
        """Return the official words in one canonical form: JSON, sorted keys, no spaces."""
        official = {
            "text": self.text,
            "items": [[item.letter, item.text] for item in self.items],
            "deadline": self.deadline.printed,
            "executors": self.executors.printed,
            "decision_bodies": self.decision_bodies.printed,
        }
        return json.dumps(official, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def words_hash(self) -> str:
        """Return the SHA-256 of the official words, in hex: what a decision was taken on."""
        return hashlib.sha256(self.words().encode()).hexdigest()


class Programme(Record):
    """A published programme.

    Attributes:
        id: Ours.
        language: The language of the words here.
        authentic_language: The language it was signed in.
        label: A short name for screens, by language, ours.
        title: The heading.
        title_note: Editorial, ours, in English.
        adopted_on: When the Decision was taken, read.
        adopted_at: Where it was taken.
        first_year: First year of the programme, read.
        last_year: Last year of the programme, read.
        law: The law that approved the Decision.
        decision: The Decision.
        signatures: Its signature table.
        approval: The words over the heading that say who approved the programme.
        passport: The passport.
        introduction: The paragraphs between passport and table.
        table: The headings of the table of measures.
        sections: Its sections.
        measures: Its rows.
        executors: Everyone who is named in it.
        annex: The treaties annexed to a measure.
        agreements: The agreements that items name.
        special_opinions: The special opinions published with the act.
    """

    id: Annotated[
        str, matching(r"[a-z0-9]+(-[a-z0-9]+)*", say("small letters, digits and - were expected"))
    ]
    language: Words
    authentic_language: Words
    label: ByLanguage[Words]
    title: Words
    title_note: Words | None = None
    adopted_on: dt.date
    adopted_at: Words
    first_year: Year
    last_year: Year
    law: Law
    decision: DecisionText
    signatures: Some[Signature] = Field(alias="signature")
    approval: Some[Words]
    passport: Passport
    introduction: Many[Words]
    table: TableHeadings
    sections: Some[Section] = Field(alias="section")
    measures: Some[Measure] = Field(alias="measure")
    executors: Some[Executor] = Field(alias="executor")
    annex: Annex
    agreements: Many[Agreement] = Field(default=(), alias="agreement")
    special_opinions: Many[SpecialOpinion] = Field(default=(), alias="special_opinion")

    def deadline_dates(self, measure: Measure) -> tuple[dt.date | None, dt.date | None]:
        """Return the first and the last day of a deadline, both None where it recurs.

        A deadline `within` months is counted from adoption; for a state with domestic
        procedures it has a second reading, from the deposit of its notification.

        Args:
            measure: A measure of this programme.
        """
        due = measure.deadline
        if due.first_year is not None and due.last_year is not None:
            return whole_years(due.first_year, due.last_year)
        if due.months is not None:
            return self.adopted_on, months_after(self.adopted_on, due.months)
        return None, None

    def deadline_window(self, measure: Measure) -> tuple[dt.date, dt.date]:
        """Return the first and the last day on which a measure can be due.

        Args:
            measure: A measure of this programme.
        """
        start, end = self.deadline_dates(measure)
        if start is not None and end is not None:
            return start, end
        month = measure.deadline.month
        if month is None:
            return whole_years(self.first_year, self.last_year)
        first, _ = whole_month(self.first_year + 1, month)
        _, last = whole_month(self.last_year + 1, month)
        return first, last
