"""Checking what a person typed of a year before it becomes an entry of the ledger."""

from datetime import date
from typing import Any

from store.checking import Text, checked, rule, typed_day
from store.orm import SQLModel, ValidationInfo, field_validator
from store.reporting import Status


class ProgressInput(SQLModel):
    """What may be said of a measure for a year.

    Validation takes a context: ``today`` (date), ``year`` (int).
    """

    status: Status
    on: date
    text: Text = None

    @field_validator("status", mode="before")
    @classmethod
    def _known(cls, value: object) -> Status:
        if value not in list(Status):
            raise rule("choose one of {known}", known=", ".join(Status))
        return Status(str(value))

    @field_validator("on", mode="before")
    @classmethod
    def _day(cls, value: object, info: ValidationInfo) -> date:
        day = typed_day(value, info.context)
        year = (info.context or {}).get("year", day.year)
        if day.year < year:
            raise rule("{year} has not begun on {day}", year=year, day=day)
        return day


class ReleaseInput(SQLModel):
    """A release, or a correction of one.

    Validation takes a context: ``today`` (date), ``year`` (int), ``corrects`` (bool).
    """

    number: Text
    decided_on: date
    reason: Text = None

    @field_validator("number")
    @classmethod
    def _given(cls, value: str | None) -> str:
        if value is None:
            raise rule("say the number of the document")
        return value

    @field_validator("decided_on", mode="before")
    @classmethod
    def _day(cls, value: object, info: ValidationInfo) -> date:
        day = typed_day(value, info.context)
        year = (info.context or {}).get("year", day.year)
        if day.year < year:
            raise rule("{year} has not begun on {day}", year=year, day=day)
        return day

    @field_validator("reason")
    @classmethod
    def _why(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and (info.context or {}).get("corrects"):
            raise rule("say what is corrected, and why")
        return value


def check_progress(fields: dict[str, Any], *, today: date, year: int) -> ProgressInput:
    """What may be said of a measure.

    Raises:
        Refused: With a message for each field that is wrong.
    """
    return checked(ProgressInput, fields, {"today": today, "year": year})


def check_release(
    fields: dict[str, Any], *, today: date, year: int, corrects: bool
) -> ReleaseInput:
    """What may be released.

    Raises:
        Refused: With a message for each field that is wrong.
    """
    return checked(ReleaseInput, fields, {"today": today, "year": year, "corrects": corrects})
