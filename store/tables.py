"""The tables, as SQLModel classes: what is written goes through them.

The schema in the file is made by `store.migrations`; a test holds the two together.
"""

from store.orm import JSON, Column, Field, SQLModel


class ProgrammeRow(SQLModel, table=True):
    """A programme of the catalogue, without its measures.

    Attributes:
        content_hash: SHA-256 of the programme file it was seeded from.
        catalogue_hash: SHA-256 of what was written, this row and its provisions.
        document: Everything else in the programme file.
    """

    __tablename__ = "programme"

    id: str = Field(primary_key=True)
    adopted_on: str
    content_hash: str
    catalogue_hash: str
    document: dict[str, object] = Field(sa_column=Column(JSON, nullable=False))


class Provision(SQLModel, table=True):
    """A measure, or an item of one, of the catalogue, in document order.

    An item carries only its letter and text. Lists are JSON arrays: the catalogue is made anew from
    the programme files and never edited here.
    """

    __tablename__ = "provision"

    programme: str = Field(primary_key=True, foreign_key="programme.id")
    ordinal: int = Field(primary_key=True)
    measure: str
    item: str | None = None
    section: str
    number: str | None = None
    text: str
    deadline_printed: str | None = None
    deadline_kind: str | None = None
    starts_on: str | None = None
    ends_on: str | None = None
    runs_from: str | None = None
    runs_to: str | None = None
    executors: list[str] = Field(sa_column=Column(JSON, nullable=False))
    executors_printed: str | None = None
    inferred: bool = False
    decision_bodies: list[str] = Field(sa_column=Column(JSON, nullable=False))
    notes: list[str] = Field(sa_column=Column(JSON, nullable=False))
    words: str = Field(foreign_key="wording.hash")
    search: str


class Wording(SQLModel, table=True):
    """The official words of a measure under their hash; kept, for decisions refer to them."""

    __tablename__ = "wording"

    hash: str = Field(primary_key=True)
    programme: str
    measure: str
    words: str


class TranslatedText(SQLModel, table=True):
    """A text of ours beside official words: a translation, or a remark in another language.

    Attributes:
        place: Where in the programme the words stand, as messages name it; `mark`, `statement #1`
            and so on are of the translation as a whole, `remark #1` and so on are remarks.
        made_from: SHA-256 of the words that it is a translation of; None where it is of none.
    """

    __tablename__ = "translation"

    programme: str = Field(primary_key=True, foreign_key="programme.id")
    language: str = Field(primary_key=True)
    place: str = Field(primary_key=True)
    made_from: str | None = None
    text: str


class Findable(SQLModel, table=True):
    """What a measure is found by in a translation.

    Attributes:
        words: All that is searched, folded.
        stems: The stems of its words, folded, each between spaces.
    """

    __tablename__ = "findable"

    programme: str = Field(primary_key=True, foreign_key="programme.id")
    language: str = Field(primary_key=True)
    measure: str = Field(primary_key=True)
    words: str
    stems: str


class LedgerEntry(SQLModel, table=True):
    """One line of the ledger. The database itself refuses to change or remove it.

    What it is about is a measure or item, a treaty, a year, or the state as a whole.

    Attributes:
        treaty: The key of a treaty.
        decided_on: Valid time: the day of the decision or of what else is recorded.
        retracts: The id of the entry that a retraction takes back.
        payload: What else its kind has, as canonical JSON.
        recorded_at: Record time, ISO 8601 in UTC.
    """

    __tablename__ = "entry"

    id: str = Field(primary_key=True)
    origin: str
    seq: int
    programme: str = Field(foreign_key="programme.id")
    state: str
    measure: str | None = None
    item: str | None = None
    treaty: str | None = None
    year: int | None = None
    kind: str
    decided_on: str | None = None
    retracts: str | None = None
    payload: str
    recorded_at: str
    recorded_by: str
    words: str | None = Field(default=None, foreign_key="wording.hash")
    previous: str | None = None
    hash: str


class Chain(SQLModel, table=True):
    """The head of each origin's chain: without it a removed last entry would go unnoticed."""

    __tablename__ = "chain"

    origin: str = Field(primary_key=True)
    seq: int
    hash: str


class Setting(SQLModel, table=True):
    """A setting of this installation."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str
