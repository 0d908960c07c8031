"""Checking what a person typed before it becomes an entry of the ledger."""

from dataclasses import asdict
from datetime import date

from store.checking import Text, checked, rule, typed_day
from store.drafts import Draft
from store.orm import SQLModel, ValidationInfo, field_validator
from store.values import DECIDABLE, PositionValue


class DecisionInput(SQLModel):
    """A decision that may be recorded. Fields as in `store.drafts.Draft`.

    Validation takes a context: ``adopted_on`` and ``today`` (dates), ``communicated`` (bool).
    """

    position: PositionValue
    decided_on: date
    authority: Text = None
    act: Text = None
    reservation: Text = None
    responsible: Text = None
    note: Text = None
    source: Text = None

    @field_validator("position", mode="before")
    @classmethod
    def _decidable(cls, value: object) -> PositionValue:
        if value not in DECIDABLE:
            raise rule("choose one of {known}", known=", ".join(DECIDABLE))
        return PositionValue(str(value))

    @field_validator("decided_on", mode="before")
    @classmethod
    def _day(cls, value: object, info: ValidationInfo) -> date:
        return typed_day(value, info.context)

    @field_validator("reservation")
    @classmethod
    def _reservation(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("position") is PositionValue.IN_PART:
            raise rule("say what is reserved: it is required to participate in part")
        return value

    @field_validator("source")
    @classmethod
    def _source(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and (info.context or {}).get("communicated"):
            raise rule("say how it became known (note verbale, letter, date): not your own state")
        return value


class RetractionInput(SQLModel):
    """A retraction that may be recorded."""

    reason: Text

    @field_validator("reason")
    @classmethod
    def _given(cls, value: str | None) -> str:
        if value is None:
            raise rule("say why the entry is taken back")
        return value


class OfficerInput(SQLModel):
    """Who records here."""

    name: Text

    @field_validator("name")
    @classmethod
    def _given(cls, value: str | None) -> str:
        if value is None:
            raise rule("say the name of the officer who records")
        return value


def check_decision(
    draft: Draft, *, adopted_on: date, today: date, communicated: bool
) -> DecisionInput:
    """The decision that the draft means.

    Raises:
        Refused: With a message for each field that is wrong.
    """
    context = {"adopted_on": adopted_on, "today": today, "communicated": communicated}
    return checked(DecisionInput, asdict(draft), context)


def check_reason(reason: str) -> str:
    """The reason for a retraction.

    Raises:
        Refused: It is blank or cannot be stored.
    """
    return str(checked(RetractionInput, {"reason": reason}).reason)


def check_officer(name: str) -> str:
    """The name of an officer.

    Raises:
        Refused: It is blank or cannot be stored.
    """
    return str(checked(OfficerInput, {"name": name}).name)
