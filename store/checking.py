"""What every input shares: texts and days as people type them, and refusals field by field."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, TypeVar

from seed.messages import Message, say
from store.days import day_of, why_no_date
from store.errors import Refused
from store.orm import BeforeValidator, PydanticCustomError, SQLModel, ValidationError

LONGEST = 4000
"""The longest text of a field, in characters."""


_FIELDS: Mapping[str, Message] = {
    "action": say("action"),
    "act": say("act"),
    "authority": say("authority"),
    "decided_on": say("decided on"),
    "measure": say("measure"),
    "name": say("name"),
    "note": say("note"),
    "number": say("number"),
    "on": say("on"),
    "position": say("position"),
    "reason": say("reason"),
    "reference": say("reference"),
    "reservation": say("reservation"),
    "responsible": say("responsible"),
    "source": say("source"),
    "status": say("status"),
    "text": say("text"),
    "year": say("year"),
}


def rule(template: str, **values: object) -> PydanticCustomError:
    """The breach of a rule, in the words shown to the person."""
    return breach(say(template, **values))


def breach(message: Message) -> PydanticCustomError:
    """The breach of a rule, in words that were chosen already."""
    return PydanticCustomError("rule", "{message}", {"message": message})


def _text(value: object) -> object:
    """Outer white space is dropped, blank becomes None, and what cannot be stored is refused."""
    if not isinstance(value, str):
        return value
    value = value.strip()
    if len(value) > LONGEST:
        raise rule(
            "has {length} characters: {longest} are the most", length=len(value), longest=LONGEST
        )
    try:
        value.encode()
    except UnicodeEncodeError as error:
        place = error.start + 1
        raise rule("character {place} is half a character: type it again", place=place) from error
    return value or None


Text = Annotated[str | None, BeforeValidator(_text)]


def typed_day(value: object, context: dict[str, Any] | None) -> date:
    """The day that was typed, ``YYYY-MM-DD``.

    Args:
        value: What was typed.
        context: Of the validation: ``adopted_on`` and ``today`` (dates) bound the day, if given.

    Raises:
        PydanticCustomError: It is no day, lies before the adoption or has not come yet.
    """
    text = str(value or "").strip()
    try:
        day = day_of(text)
    except ValueError:
        raise breach(why_no_date(text)) from None
    bounds = context or {}
    if (adopted_on := bounds.get("adopted_on")) and day < adopted_on:
        raise rule(
            "{day} is before the programme was adopted on {adopted}",
            day=day,
            adopted=adopted_on,
        )
    if (today := bounds.get("today")) and day > today:
        raise rule("{day} has not come yet: today is {today}", day=day, today=today)
    return day


_M = TypeVar("_M", bound=SQLModel)


def checked(
    model: type[_M], fields: dict[str, Any], context: dict[str, object] | None = None
) -> _M:
    """The input that fields make.

    Raises:
        Refused: With a message for each field that is wrong.
    """
    try:
        return model.model_validate(fields, context=context)
    except ValidationError as error:
        problems = {
            str(each["loc"][0]): each.get("ctx", {}).get("message", each["msg"])
            for each in error.errors()
        }
    first = next(iter(problems))
    raise Refused(
        say(
            "{field}: {problem}",
            field=_FIELDS.get(first, first.replace("_", " ")),
            problem=problems[first],
        ),
        say("Nothing was recorded; correct it and try again"),
        problems,
    )
