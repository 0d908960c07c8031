"""Checking what is recorded of duties: the deposit of a notification, and what was fulfilled."""

from dataclasses import asdict
from datetime import date

from seed.messages import Message, say
from store.checking import Text, checked, rule, typed_day
from store.drafts import FulfilmentDraft, NotificationDraft
from store.errors import Refused
from store.orm import SQLModel, ValidationInfo, field_validator
from store.values import Entry, Measure, PositionValue, Programme, Signatory


class NotificationInput(SQLModel):
    """The deposit of a notification that may be recorded.

    Validation takes a context: ``adopted_on`` and ``today`` (dates).
    """

    decided_on: date
    reference: Text

    @field_validator("decided_on", mode="before")
    @classmethod
    def _day(cls, value: object, info: ValidationInfo) -> date:
        return typed_day(value, info.context)

    @field_validator("reference")
    @classmethod
    def _given(cls, value: str | None) -> str:
        if value is None:
            raise rule("say what shows it: a note or letter to the depositary, its number and date")
        return value


class FulfilmentInput(SQLModel):
    """The fulfilment of a duty that may be recorded.

    Validation takes a context: ``adopted_on`` and ``today`` (dates), ``measure`` (its key) and
    ``years`` (a range; None for a duty that is not yearly).
    """

    year: int | None
    decided_on: date
    reference: Text
    note: Text = None

    @field_validator("year")
    @classmethod
    def _of_the_programme(cls, value: int | None, info: ValidationInfo) -> int | None:
        context = info.context or {}
        years: range | None = context.get("years")
        if years is None:
            if value is not None:
                raise rule(
                    "{measure} falls due once: leave the year out", measure=context.get("measure")
                )
            return None
        asked = {"first": years[0], "last": years[-1]}
        if value is None:
            raise rule("say which year it is for, {first} to {last}", **asked)
        if value not in years:
            raise rule("{year} is no year of the programme: {first} to {last}", year=value, **asked)
        return value

    @field_validator("decided_on", mode="before")
    @classmethod
    def _day(cls, value: object, info: ValidationInfo) -> date:
        day = typed_day(value, info.context)
        year = info.data.get("year")
        if year is not None and day.year < year:
            raise rule("{day} is before {year} began", day=day, year=year)
        return day

    @field_validator("reference")
    @classmethod
    def _given(cls, value: str | None) -> str:
        if value is None:
            raise rule("say what shows it: a plan, minutes or a report, its number and date")
        return value


def check_notification(
    programme: Programme, signatory: Signatory, draft: NotificationDraft, today: date
) -> NotificationInput:
    """The deposit that the draft means.

    Raises:
        Refused: The state has nothing to notify; or with a message for each field that is wrong.
    """
    if signatory.act == "not-signed":
        raise Refused(
            say(
                "{state} did not sign the Decision: no notification brings it into force",
                state=signatory.state,
            ),
            say("Look at the signature table again"),
        )
    if programme.entry_into_force is None:
        raise Refused(
            say("the Decision enters into force for every state when it is signed"),
            say("There is nothing to notify"),
        )
    return checked(NotificationInput, asdict(draft), _bounds(programme, today))


def check_fulfilment(
    programme: Programme, measure: Measure, draft: FulfilmentDraft, today: date
) -> FulfilmentInput:
    """The fulfilment that the draft means.

    Raises:
        Refused: The measure is not fulfilled so; or with a message for each field that is wrong.
    """
    _fulfillable(measure)
    years = range(programme.first_year, programme.last_year + 1)
    context = {
        **_bounds(programme, today),
        "measure": measure.key,
        "years": years if measure.deadline.kind == "annual" else None,
    }
    return checked(FulfilmentInput, asdict(draft), context)


def check_bound(measure: Measure, state: str, on: date) -> None:
    """See that a measure can be fulfilled by a state at all.

    Args:
        measure: With the position of the state on the day.
        state: Whose.
        on: The day.

    Raises:
        Refused: The state is not bound by it, and has not decided to take part.
    """
    position = measure.position
    if position and position.value is PositionValue.NOT_BOUND:
        raise Refused(
            say(
                "{state} is not bound by {measure} on {on}, and has not decided to take part",
                state=state,
                measure=measure.key,
                on=on,
            ),
            say("Record its decision first, with `istirak decide`"),
        )


def check_single(standing: Entry | None) -> None:
    """See that what is to be recorded does not stand already.

    Raises:
        Refused: An entry stands that says it.
    """
    if standing:
        raise Refused(
            _stands(standing), say("If it is wrong, take it back first with `istirak retract`")
        )


def _stands(standing: Entry) -> Message:
    about = {
        "state": standing.state,
        "measure": standing.measure,
        "year": standing.year,
        "day": standing.decided_on,
        "entry": standing.id,
    }
    if standing.kind == "notification":
        return say("a notification by {state} stands already, of {day} ({entry})", **about)
    if standing.year:
        return say(
            "a fulfilment of {measure} for {year} by {state} stands already, of {day} ({entry})",
            **about,
        )
    return say("a fulfilment of {measure} by {state} stands already, of {day} ({entry})", **about)


def _fulfillable(measure: Measure) -> None:
    """A duty is fulfilled by a single act; work and information have records of their own."""
    if measure.deadline.kind == "period":
        raise Refused(
            say(
                "{measure} is work over a period, which no single act fulfils", measure=measure.key
            ),
            say("Record how the work stands, year by year, with `istirak return set`"),
        )
    if measure.deadline.kind == "annual-following":
        raise Refused(
            say(
                "{measure} is fulfilled by releasing the information for the year",
                measure=measure.key,
            ),
            say("Use `istirak return release`"),
        )


def _bounds(programme: Programme, today: date) -> dict[str, object]:
    return {"adopted_on": programme.adopted_on, "today": today}
