"""The parts of an act around its table of measures: law, Decision, passport, annex, opinions.

Texts are official and verbatim unless a docstring calls them ours.
"""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from seed.messages import say
from seed.record import Key, Many, Record, Some, Words, Year, matching

State = Annotated[
    str, matching(r"[A-Z]{2}", say("two capital letters (ISO 3166-1 alpha-2) were expected"))
]
"""A state: ISO 3166-1 alpha-2, our reading of the printed name."""


class LawRow(Record):
    """A row of the table that registers the law.

    Attributes:
        label: The row's heading.
        printed: Its content, or None where the cell is empty.
        date: The date that the content is read as, ours, or None where it is no date.
    """

    label: Words
    printed: Words | None = None
    date: dt.date | None = None


class Clause(Record):
    """A numbered clause.

    Attributes:
        number: As printed, with its full stop.
        paragraphs: Its paragraphs.
        notes: Editorial, ours, in English.
    """

    number: Words
    paragraphs: Some[Words]
    notes: Many[Words] = ()


class Law(Record):
    """The law that approved the Decision.

    Attributes:
        kind: Row of the registration table, like all up to `registered_on`.
        adopted_on: Its date of adoption.
        number: Its number.
        title: Its title.
        publication: Where it was published.
        in_force_on: Since when it is in force.
        classification: Its code in the classification of law.
        register_number: Its number in the state register of legal acts.
        registered_on: When it was entered there.
        heading: The heading of the text.
        preamble: The words before the articles.
        articles: The articles.
        signatory: The lines of the signature.
        place_and_date: The last lines.
    """

    kind: LawRow
    adopted_on: LawRow
    number: LawRow
    title: LawRow
    publication: LawRow
    in_force_on: LawRow
    classification: LawRow
    register_number: LawRow
    registered_on: LawRow
    heading: Words
    preamble: Words
    articles: Some[Clause] = Field(alias="article")
    signatory: Some[Words]
    place_and_date: Some[Words]


class DecisionText(Record):
    """The Decision that adopted the programme.

    Attributes:
        title: What it is about.
        heading: The word "Decision".
        preamble: Who decides.
        paragraphs: Its numbered paragraphs.
        entry_into_force: The number of the paragraph by which it enters into force for some
            states only when they deposit a notification, ours; None where there is none.
    """

    title: Words
    heading: Words
    preamble: Words
    entry_into_force: Words | None = None
    paragraphs: Some[Clause] = Field(alias="paragraph")


class Signature(Record):
    """A line of the Decision's signature table.

    Attributes:
        state: Who signs, ours.
        name: The state's name.
        on_behalf: The words after the name.
        printed: The words that stand for the signature, or the dash.
        act: What was done, ours.
        default: The position that follows where the state has recorded no decision, ours.
        note: Editorial, ours, in English.
    """

    state: State
    name: Words
    on_behalf: Words
    printed: Words
    act: Literal["signed", "special-opinion", "reservation", "not-signed"]
    default: Literal["participates", "undetermined", "not-bound"]
    note: Words | None = None


class MainMeasure(Record):
    """A line of the passport's table of main measures.

    Attributes:
        section: The section that the line sums up, ours.
        title: The words of the line.
        executors: The executors.
        period: The period.
        first_year: First year of the period, ours.
        last_year: Last year of the period, ours.
    """

    section: Key
    title: Words
    executors: Words
    period: Words
    first_year: Year
    last_year: Year


class PassportRow(Record):
    """A row of the passport; it has either paragraphs or main measures.

    Attributes:
        label: The row's heading.
        paragraphs: Its content.
        main_measures: Its content, where it is a table.
        notes: Editorial, ours, in English.
    """

    label: Words
    paragraphs: Many[Words] = ()
    main_measures: Many[MainMeasure] = Field(default=(), alias="main_measure")
    notes: Many[Words] = ()


class Passport(Record):
    """The programme's passport.

    Attributes:
        heading: Its heading.
        rows: Its rows.
    """

    heading: Words
    rows: Some[PassportRow] = Field(alias="row")


Addresses = Literal["not-joined", "not-completed"]
"""Which states a measure addresses by the treaties that belong to it: those that have not joined
them, or those that have signed them and not completed the domestic procedures they need to enter
into force."""


class Treaty(Record):
    """A treaty of the annex.

    Attributes:
        id: Ours.
        printed: The treaty as the annex names it.
        date: Its date, read from the printed words.
        amended_on: The date of the protocol that amended it, where the words give one.
        kind: What it is, read from the printed words.
        note: Editorial, ours, in English.
    """

    id: Key
    printed: Words
    date: dt.date
    amended_on: dt.date | None = None
    kind: Literal["convention", "protocol"]
    note: Words | None = None


class Annex(Record):
    """The list of treaties annexed to a measure.

    Attributes:
        measure: The measure's key, read from the heading.
        addresses: Which states the measure addresses by these treaties, read from its executors;
            None where it does not depend on them.
        heading: What it is annexed to.
        title: What it lists.
        notes: Editorial, ours, in English.
        treaties: The treaties, in the order of the list.
    """

    measure: Key
    addresses: Addresses | None = None
    heading: Words
    title: Words
    notes: Many[Words] = ()
    treaties: Some[Treaty] = Field(alias="treaty")


class Agreement(Record):
    """An agreement that an item names.

    Attributes:
        id: Ours.
        item: The key of the item.
        addresses: Which states the item addresses by the agreement, read from the executors of its
            measure; None where it does not depend on it.
        printed: The agreement as the item names it.
        date: Its date, read from the printed words.
        note: Editorial, ours, in English.
    """

    id: Key
    item: Key
    addresses: Addresses | None = None
    printed: Words
    date: dt.date
    note: Words | None = None


class Effect(Record):
    """What a clause of a special opinion changes for its state.

    Attributes:
        clause: The clause.
        value: The position that follows where the state has recorded no decision, ours.
        covers: The keys of the measures and items it holds for, ours; `*` is each measure. An
            effect that names a measure or an item goes before one that covers them all.
        note: Why we read it so, ours, in English.
    """

    clause: Words
    value: Literal["undetermined", "not-bound"]
    covers: Some[str]
    note: Words | None = None


class SpecialOpinion(Record):
    """A state's special opinion on the Decision, or its reservation once its text is known.

    Attributes:
        state: Whose it is, ours.
        title: Its heading.
        place_and_date: The lines under the heading.
        opening: The words before the clauses.
        effects: The clauses, and what follows from them.
        signatory: The lines of the signature.
        notes: Editorial, ours, in English.
    """

    state: State
    title: Words
    place_and_date: Some[Words]
    opening: Words
    effects: Some[Effect] = Field(alias="effect")
    signatory: Some[Words]
    notes: Many[Words] = ()
