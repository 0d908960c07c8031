"""Checking what a person typed before it becomes an entry of the ledger."""

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from sqlmodel import SQLModel

from store.days import day_of, why_no_day
from store.drafts import Draft
from store.errors import Refused
from store.values import DECIDABLE, PositionValue

LONGEST = 4000
"""The longest text of a field, in characters."""


def _rule(message: str, **context: object) -> PydanticCustomError:
    """The breach of a rule, in the words shown to the person."""
    return PydanticCustomError("rule", message, context)


def _text(value: object) -> object:
    """Outer white space is dropped, blank becomes None, and what cannot be stored is refused."""
    if not isinstance(value, str):
        return value
    value = value.strip()
    if len(value) > LONGEST:
        raise _rule(
            "has {length} characters: {longest} are the most", length=len(value), longest=LONGEST
        )
    try:
        value.encode()
    except UnicodeEncodeError as error:
        place = error.start + 1
        raise _rule("character {place} is half a character: type it again", place=place) from error
    return value or None


Text = Annotated[str | None, BeforeValidator(_text)]


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
            raise _rule("choose one of " + ", ".join(DECIDABLE))
        return PositionValue(str(value))

    @field_validator("decided_on", mode="before")
    @classmethod
    def _day(cls, value: object, info: ValidationInfo) -> date:
        text = str(value or "").strip()
        try:
            day = day_of(text)
        except ValueError:
            raise _rule("{why}", why=why_no_day(text, "date")) from None
        context = info.context or {}
        if (adopted_on := context.get("adopted_on")) and day < adopted_on:
            raise _rule(
                "{day} is before the programme was adopted on {adopted}",
                day=day,
                adopted=adopted_on,
            )
        if (today := context.get("today")) and day > today:
            raise _rule("{day} has not come yet: today is {today}", day=day, today=today)
        return day

    @field_validator("reservation")
    @classmethod
    def _reservation(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("position") is PositionValue.IN_PART:
            raise _rule("say what is reserved: it is required to participate in part")
        return value

    @field_validator("source")
    @classmethod
    def _source(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and (info.context or {}).get("communicated"):
            raise _rule("say how it became known (note verbale, letter, date): not your own state")
        return value


class RetractionInput(SQLModel):
    """A retraction that may be recorded."""

    reason: Text

    @field_validator("reason")
    @classmethod
    def _given(cls, value: str | None) -> str:
        if value is None:
            raise _rule("say why the entry is taken back")
        return value


class OfficerInput(SQLModel):
    """Who records here."""

    name: Text

    @field_validator("name")
    @classmethod
    def _given(cls, value: str | None) -> str:
        if value is None:
            raise _rule("say the name of the officer who records")
        return value


def check_decision(
    draft: Draft, *, adopted_on: date, today: date, communicated: bool
) -> DecisionInput:
    """The decision that the draft means.

    Raises:
        Refused: With a message for each field that is wrong.
    """
    context = {"adopted_on": adopted_on, "today": today, "communicated": communicated}
    return _checked(DecisionInput, asdict(draft), context)


def check_reason(reason: str) -> str:
    """The reason for a retraction.

    Raises:
        Refused: It is blank or cannot be stored.
    """
    return str(_checked(RetractionInput, {"reason": reason}).reason)


def check_officer(name: str) -> str:
    """The name of an officer.

    Raises:
        Refused: It is blank or cannot be stored.
    """
    return str(_checked(OfficerInput, {"name": name}).name)


_M = TypeVar("_M", bound=SQLModel)


def _checked(
    model: type[_M], fields: dict[str, Any], context: dict[str, object] | None = None
) -> _M:
    try:
        return model.model_validate(fields, context=context)
    except ValidationError as error:
        problems = {str(each["loc"][0]): each["msg"] for each in error.errors()}
    first = next(iter(problems))
    raise Refused(
        f"{first.replace('_', ' ')}: {problems[first]}",
        "Nothing was recorded; correct it and try again",
        problems,
    )
