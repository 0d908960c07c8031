"""What the register gives back: frozen values, finished and free of the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from store.occurrences import Occurrence


class PositionValue(StrEnum):
    """What can hold for a state on a measure, in the order in which it is listed."""

    PARTICIPATES = "participates"
    IN_PART = "participates-in-part"
    DOES_NOT = "does-not-participate"
    CONSIDERING = "under-consideration"
    UNDETERMINED = "undetermined"
    NOT_BOUND = "not-bound"


DECIDABLE = (
    PositionValue.PARTICIPATES,
    PositionValue.IN_PART,
    PositionValue.DOES_NOT,
    PositionValue.CONSIDERING,
)
"""The positions a decision can set; the other two only follow from a signature act."""

EntryKind = Literal[
    "decision",
    "confirmation",
    "notification",
    "treaty-action",
    "fulfilment",
    "progress",
    "return",
    "retraction",
]
DeadlineKind = Literal["period", "within", "annual", "annual-following"]
Addresses = Literal["not-joined", "not-completed"]
Answer = Literal["yes", "no", "unknown"]
SignatureAct = Literal["signed", "special-opinion", "reservation", "not-signed"]


@dataclass(frozen=True, slots=True)
class View:
    """From where the register is looked at.

    Attributes:
        programme: The programme's id.
        state: ISO 3166-1 alpha-2 code, or None as long as no state was chosen.
        on: The day the answer is for (valid time).
        known_on: What the register knew at the end of that day, UTC (record time); None is all.
    """

    programme: str
    state: str | None
    on: date
    known_on: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger. What its kind does not have is None.

    Attributes:
        id: `origin` and `seq`, joined by a hyphen.
        origin: The installation that wrote it.
        seq: Its place in that installation's chain, from 1.
        measure: The measure's key, or None when the entry is about no measure.
        item: The item's letter, or None when the entry is about the measure.
        treaty: The key of the treaty it is about.
        year: The year it is about.
        decided_on: Valid time: the day from which a decision holds, or of what else is recorded.
        communicated: The state is not the recording officer's own.
        retracts: The id of the entry that a retraction takes back.
        reason: Why it was taken back.
        recorded_at: ISO 8601 in UTC with microseconds; never earlier than the entry before it.
        words: SHA-256 of the measure's official words at the time, None without a measure.
        previous: `hash` of the entry before it in its chain, None for the first.
        retracted_by: The id of the retraction that took this entry back, None when it stands.
        details: What else its kind has, as it was recorded; empty for decisions and retractions,
            which have it above.
    """

    id: str
    origin: str
    seq: int
    programme: str
    state: str
    measure: str | None
    item: str | None
    treaty: str | None
    year: int | None
    kind: EntryKind
    position: PositionValue | None
    decided_on: date | None
    authority: str | None
    act: str | None
    reservation: str | None
    responsible: str | None
    note: str | None
    source: str | None
    communicated: bool
    retracts: str | None
    reason: str | None
    recorded_at: str
    recorded_by: str
    words: str | None
    previous: str | None
    hash: str
    retracted_by: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def key(self) -> str:
        """The key of the measure, item or treaty it is about; else the year, or nothing."""
        if self.item is not None:
            return f"{self.measure}.{self.item}"
        return self.measure or self.treaty or str(self.year or "")

    @property
    def order(self) -> tuple[date, str, str, int]:
        """Its place among entries that stand: of two decisions, the one that comes last holds."""
        return self.decided_on or date.min, self.recorded_at, self.origin, self.seq


class Part(StrEnum):
    """A part of the act as it was published, in the order in which it is printed.

    `passport` begins with the words that approve the programme and its title; `programme` are the
    introduction and the table of measures.
    """

    LAW = "law"
    DECISION = "decision"
    SIGNATURES = "signatures"
    PASSPORT = "passport"
    PROGRAMME = "programme"
    ANNEX = "annex"
    SPECIAL_OPINION = "special-opinion"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of the act that something rests on: where they stand, and the words themselves."""

    part: Part
    text: str


class Rule(StrEnum):
    """What gives a position, in the order in which one rule goes before the next."""

    OWN_DECISION = "own-decision"
    OPINION_ON_ITEM = "opinion-on-item"
    MEASURE_DECISION = "measure-decision"
    OPINION_ON_MEASURE = "opinion-on-measure"
    OPINION_ON_EACH = "opinion-on-each-measure"
    OPINION_SILENT = "opinion-silent"
    SIGNED = "signed"
    RESERVATION_UNKNOWN = "reservation-unknown"
    NOT_SIGNED = "not-signed"


@dataclass(frozen=True, slots=True)
class Position:
    """What holds for a state on a measure or item on a day, and what it rests on.

    Attributes:
        value: The position.
        rule: What gives it.
        clause: The official words a default rests on; None for a decision.
        decision: The entry it rests on; None for a default.
        inherited: An item has it because its measure has.
        to_confirm: An edition has changed the words that the decision was taken on, and nobody has
            confirmed the decision since.
    """

    value: PositionValue
    rule: Rule
    clause: Clause | None = None
    decision: Entry | None = None
    inherited: bool = False
    to_confirm: bool = False

    @property
    def basis(self) -> Literal["decision", "signature"]:
        """A decision of the state, or the default that its signature act gives."""
        return "signature" if self.decision is None else "decision"


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a measure is due.

    Attributes:
        printed: The words of the source.
        kind: How they are read.
        start: First day of a period, or the day from which it is counted; None where there is none.
        end: Last day; None for a recurring duty.
        runs_from: First day on which the duty can run, also of a recurring one.
        runs_to: Last such day.
    """

    printed: str
    kind: DeadlineKind
    start: date | None
    end: date | None
    runs_from: date
    runs_to: date

    @property
    def recurring(self) -> bool:
        """Whether the duty comes back every year."""
        return self.end is None

    @property
    def months(self) -> int | None:
        """How many months a deadline within months of an event gives, else None."""
        if self.kind != "within" or self.start is None or self.end is None:
            return None
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, in which a duty of the year before falls due, else None."""
        return self.runs_from.month if self.kind == "annual-following" else None


@dataclass(frozen=True, slots=True)
class Item:
    """A lettered part of a measure, with its position in the view."""

    key: str
    letter: str
    text: str
    position: Position | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the programme, with its position in the view.

    Attributes:
        ordinal: Its place in the programme; places in between are those of items.
        key: Ours, unique in the programme.
        number: As printed, or None.
        section: The section's key.
        executors: Ids, in the order of the printed cell.
        executors_printed: The printed cell, or None.
        inferred: The executors are our reading, not plainly the printed words.
        decision_bodies: Ids of the bodies that take the decision.
        position: None as long as no state was chosen.
        search: Everything searched, folded.
        to_confirm: The keys, its own or of its items, whose decisions are to be confirmed.
    """

    ordinal: int
    key: str
    number: str | None
    section: str
    text: str
    items: tuple[Item, ...]
    deadline: Deadline
    executors: tuple[str, ...]
    executors_printed: str | None
    inferred: bool
    decision_bodies: tuple[str, ...]
    position: Position | None
    search: str
    to_confirm: tuple[str, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether the state has taken a decision on the measure itself."""
        return self.position is not None and self.position.basis == "decision"

    @property
    def apart(self) -> tuple[Item, ...]:
        """The items whose position is another than the measure's."""
        if self.position is None:
            return ()
        return tuple(
            item
            for item in self.items
            if item.position and item.position.value != self.position.value
        )


@dataclass(frozen=True, slots=True)
class Address:
    """Whether a measure or item addresses a state, where that depends on treaties.

    Attributes:
        answer: Whether it does.
        treaties: The keys of the treaties by which it does; of all, where it does by none of them;
            of those that would have to be known, where nobody knows.
    """

    answer: Answer
    treaties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A measure in full.

    Attributes:
        measure: The measure.
        notes: Editorial notes, ours.
        history: Entries about it and its items for the view's state, oldest first.
        occurrences: When it falls due for that state, in the order of time.
        addresses: Whether it, and each of its items, addresses the view's state, by key; empty
            where that does not depend on treaties, or no state was chosen.
    """

    measure: Measure
    notes: tuple[str, ...]
    history: tuple[Entry, ...]
    occurrences: "tuple[Occurrence, ...]" = ()
    addresses: Mapping[str, Address] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its key (I to VI), the printed heading and its title."""

    key: str
    printed: str
    title: str


@dataclass(frozen=True, slots=True)
class Executor:
    """Who carries a measure out.

    Attributes:
        id: The folded abbreviation, or ``states``.
        label: The short name the source prints.
        name: The full name where the source gives one.
        aliases: Other abbreviations by language, ours.
    """

    id: str
    label: str
    name: str | None
    aliases: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Effect:
    """What one clause of a special opinion does.

    Attributes:
        clause: The official words.
        value: The position they give.
        covers: Keys of measures and items; ``*`` is each measure.
        note: Why we read the clause so, ours.
    """

    clause: str
    value: PositionValue
    covers: frozenset[str]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """A row of the signature table, with what it gives the state by default; the note is ours."""

    state: str
    name: str
    printed: str
    act: SignatureAct
    default: PositionValue
    effects: tuple[Effect, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EntryIntoForce:
    """By which paragraph of the Decision it enters into force.

    Attributes:
        paragraph: Its number as printed.
        text: Its words.
    """

    paragraph: str
    text: str


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty that the programme names.

    Attributes:
        key: Ours.
        title: As printed.
        dated: Its own date.
        amended_on: The date of the protocol that amended it, where the words give one.
        measure: The key of the measure that it is annexed to, or that names it.
        item: The letter of the item that names it, or None.
        annexed: It stands in the annex.
        addresses: Which states the measure or item addresses by it; None where it is not asked.
        note: Editorial, ours.
    """

    key: str
    title: str
    dated: date
    amended_on: date | None
    measure: str
    item: str | None
    annexed: bool
    addresses: Addresses | None
    note: str | None

    @property
    def where(self) -> str:
        """Where the programme names it: the annex, or a measure's key."""
        return "annex" if self.annexed else self.measure

    @property
    def by_procedures(self) -> bool:
        """Whether it enters into force for a signatory once its domestic procedures are done."""
        return self.addresses == "not-completed"


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme without its measures.

    Attributes:
        label: Short names by language, ours.
        title: As printed.
        entry_into_force: The paragraph by which the Decision enters into force for some states only
            when they deposit a notification; None where there is none.
        treaties: Those of the annex, then those that items name.
        language: Of the official words.
    """

    id: str
    label: Mapping[str, str]
    title: str
    adopted_on: date
    first_year: int
    last_year: int
    sections: tuple[Section, ...]
    executors: Mapping[str, Executor]
    signatories: Mapping[str, Signatory]
    entry_into_force: EntryIntoForce | None = None
    treaties: tuple[Treaty, ...] = ()
    language: str = "az"


ORIGINAL = "original"
"""In place of a language: that of a programme's official words, whichever it is."""


@dataclass(frozen=True, slots=True)
class Officer:
    """Who records here: a name and the state they record for. Either may still be unknown.

    Attributes:
        language: ISO 639-1 code of the language that screens and commands speak to them; None as
            long as none was chosen.
        words: The language in which the programme's words are shown to them, or `ORIGINAL`; None
            for that of the screens.
    """

    name: str | None
    state: str | None
    language: str | None = None
    words: str | None = None

    @property
    def known(self) -> bool:
        """Whether a decision can be recorded."""
        return bool(self.name and self.state)
