"""Checking a confirmation before it becomes an entry of the ledger."""

from datetime import date

from store.checking import Text, checked, rule, typed_day
from store.orm import SQLModel, ValidationInfo, field_validator


class ConfirmationInput(SQLModel):
    """A confirmation that may be recorded.

    Validation takes a context: ``adopted_on`` and ``today`` (dates), ``communicated`` (bool).
    """

    decided_on: date
    source: Text = None

    @field_validator("decided_on", mode="before")
    @classmethod
    def _day(cls, value: object, info: ValidationInfo) -> date:
        return typed_day(value, info.context)

    @field_validator("source")
    @classmethod
    def _source(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and (info.context or {}).get("communicated"):
            raise rule("say how it became known (note verbale, letter, date): not your own state")
        return value


def check_confirmation(
    day: str, source: str | None, *, adopted_on: date, today: date, communicated: bool
) -> ConfirmationInput:
    """The confirmation that was typed.

    Raises:
        Refused: With a message for each field that is wrong.
    """
    context = {"adopted_on": adopted_on, "today": today, "communicated": communicated}
    return checked(ConfirmationInput, {"decided_on": day, "source": source}, context)
