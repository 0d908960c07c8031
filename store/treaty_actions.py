"""Checking an action on a treaty that a person typed before it becomes an entry of the ledger."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from seed.messages import say
from store.checking import Text, checked, rule, typed_day
from store.drafts import TreatyDraft
from store.errors import Refused
from store.ladder import Step, TreatyAction, refusal
from store.orm import SQLModel, ValidationInfo, field_validator
from store.values import Treaty


class TreatyActionInput(SQLModel):
    """An action on a treaty that may be recorded. Fields as in `store.drafts.TreatyDraft`.

    Validation takes a context: ``dated`` and ``today`` (dates).
    """

    action: TreatyAction
    decided_on: date
    source: Text
    note: Text = None

    @field_validator("action", mode="before")
    @classmethod
    def _known(cls, value: object) -> TreatyAction:
        try:
            return TreatyAction(str(value or ""))
        except ValueError:
            raise rule("choose one of {known}", known=", ".join(TreatyAction)) from None

    @field_validator("decided_on", mode="before")
    @classmethod
    def _day(cls, value: object, info: ValidationInfo) -> date:
        context = info.context or {}
        day = typed_day(value, {"today": context.get("today")})
        if (dated := context.get("dated")) and day < dated:
            raise rule("{day} is before the treaty's own date, {dated}", day=day, dated=dated)
        return day

    @field_validator("source")
    @classmethod
    def _source(cls, value: str | None) -> str:
        if value is None:
            raise rule("say how it is known: the depositary's notification, a gazette, a letter")
        return value

    @property
    def step(self) -> Step:
        """It, as a step of a ladder."""
        return Step(self.action, self.decided_on)


def check_action(
    draft: TreatyDraft, treaty: Treaty, standing: Iterable[Step], today: date
) -> TreatyActionInput:
    """The action on a treaty that the draft means.

    Args:
        draft: As typed.
        treaty: The treaty.
        standing: The state's steps on it that stand.
        today: No action lies after this day.

    Raises:
        Refused: With a message for each field that is wrong; one for the action where the ladder
            does not let it follow.
    """
    context: dict[str, object] = {"dated": treaty.dated, "today": today}
    action = checked(TreatyActionInput, asdict(draft), context)
    if why := refusal(treaty, standing, action.step, today):
        raise Refused(
            say("{step}: {why}", step=action.step.whole, why=why),
            say("Nothing was recorded; `istirak treaty show` lists what is"),
            {"action": why},
        )
    return action
