"""A decision and a retraction as a person types them, before anything is checked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision as typed; blank and None both mean that the field was left out.

    Attributes:
        position: One of `store.values.DECIDABLE`.
        decided_on: The day of the decision, ``YYYY-MM-DD``.
        authority: Who decided.
        act: The legal act the decision stands on.
        reservation: The text of the reservation; required to participate in part.
        responsible: The national body that carries the measure out.
        note: Anything else.
        source: How a decision of another state became known; required for one.
    """

    position: str | None = None
    decided_on: str | None = None
    authority: str | None = None
    act: str | None = None
    reservation: str | None = None
    responsible: str | None = None
    note: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class NotificationDraft:
    """The deposit of a notification as typed.

    Attributes:
        decided_on: The day of the deposit, ``YYYY-MM-DD``.
        reference: What shows it.
    """

    decided_on: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class FulfilmentDraft:
    """The fulfilment of a duty as typed.

    Attributes:
        year: The year it is for, of a duty that comes back every year.
        decided_on: The day on which it was fulfilled, ``YYYY-MM-DD``.
        reference: What shows it.
        note: Anything else.
    """

    year: int | None = None
    decided_on: str | None = None
    reference: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TreatyDraft:
    """An action on a treaty as typed; blank and None both mean that the field was left out.

    Attributes:
        action: One of `store.ladder.TreatyAction`.
        decided_on: The day from which it counts, ``YYYY-MM-DD``.
        source: How it is known; required.
        note: Anything else.
    """

    action: str | None = None
    decided_on: str | None = None
    source: str | None = None
    note: str | None = None
