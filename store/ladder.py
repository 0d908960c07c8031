"""The ladder of a state's actions on a treaty: what can follow what, and where the state stands.

As the law of treaties has it (Vienna Convention of 1969, articles 2, 10 to 24, 54 and 56). Pure:
a ladder is the same in whatever order its steps were recorded.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from seed.messages import Message, say
from store.values import Treaty


class TreatyAction(StrEnum):
    """An action on a treaty in the depositaries' terms, in the order of a ladder."""

    SIGNATURE = "signature"
    PROCEDURES = "domestic-procedures"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    ENTRY_INTO_FORCE = "entry-into-force"
    RESERVATION = "reservation"
    RESERVATION_WITHDRAWN = "reservation-withdrawn"
    DECLARATION = "declaration"
    DECLARATION_WITHDRAWN = "declaration-withdrawn"
    DENUNCIATION = "denunciation"


CONSENTS = (
    TreatyAction.RATIFICATION,
    TreatyAction.ACCEPTANCE,
    TreatyAction.APPROVAL,
    TreatyAction.ACCESSION,
    TreatyAction.SUCCESSION,
)
"""Each of them expresses the state's consent to be bound."""

FOLLOWING_A_SIGNATURE = (
    TreatyAction.RATIFICATION,
    TreatyAction.ACCEPTANCE,
    TreatyAction.APPROVAL,
)
"""Consents of a state that has signed; one that has not, accedes or succeeds."""

WITHDRAWN = {
    TreatyAction.RESERVATION_WITHDRAWN: TreatyAction.RESERVATION,
    TreatyAction.DECLARATION_WITHDRAWN: TreatyAction.DECLARATION,
}
"""What can be made, and withdrawn, more than once."""

_REPEATABLE = (*WITHDRAWN, *WITHDRAWN.values())
_RANK = {action: rank for rank, action in enumerate(TreatyAction)}


class Standing(StrEnum):
    """Where a state stands on a treaty."""

    NOTHING = "nothing-recorded"
    SIGNED = "signed"
    COMPLETED = "procedures-completed"
    CONSENTED = "consented"
    IN_FORCE = "in-force"
    DENOUNCED = "denounced"


@dataclass(frozen=True, slots=True)
class Step:
    """An action of a state on a treaty.

    Attributes:
        action: The action.
        day: From when it counts.
    """

    action: TreatyAction
    day: date

    def __str__(self) -> str:
        return self.whole

    @property
    def whole(self) -> Message:
        """The action and its day."""
        return say("{action} of {day}", action=action_words(self.action), day=self.day)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a step cannot stand where it does."""

    step: Step
    why: str

    def __str__(self) -> str:
        return self.whole

    @property
    def whole(self) -> Message:
        """The step, and why."""
        return say("{step}: {why}", step=self.step.whole, why=self.why)


@dataclass(frozen=True, slots=True)
class Ladder:
    """How far a state has come with a treaty since it last denounced it.

    Attributes:
        treaty: The treaty.
        signed: Its signature.
        completed: Its completion of the domestic procedures.
        consented: What expressed its consent to be bound.
        in_force: The entry into force for it.
        reservations: How many of its reservations stand.
        declarations: How many of its declarations stand.
        denounced: The last denunciation.
        problems: What of it cannot have been; entries from elsewhere may contradict each other.
    """

    treaty: Treaty
    signed: Step | None = None
    completed: Step | None = None
    consented: Step | None = None
    in_force: Step | None = None
    reservations: int = 0
    declarations: int = 0
    denounced: Step | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def bound(self) -> bool:
        """Whether the state has consented to be bound: by an instrument, or as the treaty has it.

        Where a treaty needs the domestic procedures of its signatories alone, their completion is
        all that a signatory still has to express.
        """
        by_procedures = self.treaty.by_procedures and self.signed and self.completed
        return bool(self.consented or self.in_force or by_procedures)

    @property
    def standing(self) -> Standing:
        """The highest step that stands."""
        if self.in_force:
            return Standing.IN_FORCE
        if self.bound:
            return Standing.CONSENTED
        if self.completed:
            return Standing.COMPLETED
        if self.signed:
            return Standing.SIGNED
        return Standing.DENOUNCED if self.denounced else Standing.NOTHING


def climb(treaty: Treaty, steps: Iterable[Step]) -> Ladder:
    """The ladder that steps make, in whatever order they come.

    What is recorded twice in the same words is one action; what cannot have been is told in
    `Ladder.problems`, and the rest counts as far as it goes.
    """
    return _climbed(treaty, _ordered(steps))


def refusal(treaty: Treaty, steps: Iterable[Step], step: Step, today: date) -> str | None:
    """Why a step cannot be added to those that stand; None when it can.

    Args:
        treaty: The treaty.
        steps: What stands, in any order.
        step: What is to be added; it may lie before others.
        today: No action lies after this day.
    """
    known = tuple(steps)
    if step.day < treaty.dated:
        return say(
            "{day} is before the treaty's own date, {dated}", day=step.day, dated=treaty.dated
        )
    if step.day > today:
        return say("{day} has not come yet: today is {today}", day=step.day, today=today)
    if step.action not in _REPEATABLE and step in known:
        return say("the {step} is recorded already", step=step.whole)
    # Among the consents of one day the one that is to be added is the later one.
    after = _climbed(treaty, sorted([*_ordered(known), step], key=_by_day)).problems
    for problem in after:
        if problem.step == step:
            return problem.why
    if broken := _new(after, climb(treaty, known).problems):
        return say(
            "the {step} could not have followed: {why}", step=broken.step.whole, why=broken.why
        )
    return None


def resting(treaty: Treaty, steps: Iterable[Step], without: Iterable[Step]) -> Problem | None:
    """The first step that could not stand any more without some others; None when all could.

    Args:
        treaty: The treaty.
        steps: All that stand.
        without: Those of them that are to be taken back.
    """
    known = list(steps)
    before = climb(treaty, known).problems
    for step in without:
        known.remove(step)
    return _new(climb(treaty, known).problems, before)


def action_of(name: object) -> TreatyAction | None:
    """The action of a name; None for one that only a later version knows."""
    return next((action for action in TreatyAction if action.value == name), None)


def action_words(action: TreatyAction) -> Message:
    """An action, as it is said."""
    return _ACTION_WORDS[action]


_ACTION_WORDS = {
    TreatyAction.SIGNATURE: say("signature"),
    TreatyAction.PROCEDURES: say("domestic procedures"),
    TreatyAction.RATIFICATION: say("ratification"),
    TreatyAction.ACCEPTANCE: say("acceptance"),
    TreatyAction.APPROVAL: say("approval"),
    TreatyAction.ACCESSION: say("accession"),
    TreatyAction.SUCCESSION: say("succession"),
    TreatyAction.ENTRY_INTO_FORCE: say("entry into force"),
    TreatyAction.RESERVATION: say("reservation"),
    TreatyAction.RESERVATION_WITHDRAWN: say("withdrawal of a reservation"),
    TreatyAction.DECLARATION: say("declaration"),
    TreatyAction.DECLARATION_WITHDRAWN: say("withdrawal of a declaration"),
    TreatyAction.DENUNCIATION: say("denunciation"),
}


def _ordered(steps: Iterable[Step]) -> list[Step]:
    """Steps in the order of their days, and on one day in that of a ladder; none twice."""
    known = list(steps)
    once = {step for step in known if step.action not in _REPEATABLE}
    again = [step for step in known if step.action in _REPEATABLE]
    return sorted([*once, *again], key=lambda step: (step.day, _RANK[step.action]))


def _by_day(step: Step) -> tuple[date, int]:
    """By day, and on one day by the place on a ladder, which all consents share."""
    consent = step.action in CONSENTS
    return step.day, _RANK[TreatyAction.RATIFICATION if consent else step.action]


def _climbed(treaty: Treaty, steps: Iterable[Step]) -> Ladder:
    """The ladder of steps in their order."""
    ladder = Ladder(treaty)
    for step in steps:
        why = _why_not(ladder, step)
        ladder = _taken(ladder, step)
        if why:
            ladder = replace(ladder, problems=(*ladder.problems, Problem(step, why)))
    return ladder


def _new(after: Iterable[Problem], before: Iterable[Problem]) -> Problem | None:
    """The first problem with a step that had none before."""
    known = {problem.step for problem in before}
    return next((problem for problem in after if problem.step not in known), None)


def _why_not(ladder: Ladder, step: Step) -> Message | None:
    """Why a step cannot come next on a ladder; None when it can."""
    return _RULES.get(step.action, _why_no_consent)(ladder, step.action)


def _why_not_signed(ladder: Ladder, _: TreatyAction) -> Message | None:
    if ladder.signed:
        return say("it was signed before: {step}", step=ladder.signed.whole)
    if bound := ladder.consented or ladder.in_force:
        return say("a signature comes before the consent to be bound: {step}", step=bound.whole)
    return None


def _why_not_completed(ladder: Ladder, _: TreatyAction) -> Message | None:
    if ladder.completed:
        return say("they were completed before: {step}", step=ladder.completed.whole)
    if ladder.in_force:
        return say(
            "they come before the treaty is in force for the state: {step}",
            step=ladder.in_force.whole,
        )
    return None


def _why_not_in_force(ladder: Ladder, _: TreatyAction) -> Message | None:
    if ladder.in_force:
        return say("it is in force already: {step}", step=ladder.in_force.whole)
    if ladder.bound:
        return None
    how = say("ratification, acceptance, approval, accession or succession")
    if ladder.treaty.by_procedures:
        how = say(
            "signature with completed domestic procedures, "
            "ratification, acceptance, approval, accession or succession"
        )
    if ladder.denounced:
        return say(
            "no consent to be bound is recorded since the {step}: {how} comes first",
            step=ladder.denounced.whole,
            how=how,
        )
    return say("no consent to be bound is recorded: {how} comes first", how=how)


def _why_no_consent(ladder: Ladder, action: TreatyAction) -> Message | None:
    if ladder.consented:
        return say("the state has consented before: {step}", step=ladder.consented.whole)
    if ladder.in_force:
        return say(
            "consent comes before the treaty is in force for the state: {step}",
            step=ladder.in_force.whole,
        )
    # To a treaty as a protocol amended it, a state also comes by accepting that protocol.
    alone = action is TreatyAction.ACCEPTANCE and ladder.treaty.amended_on
    if action in FOLLOWING_A_SIGNATURE and not ladder.signed and not alone:
        if ladder.denounced:
            return say(
                "{action} needs a signature, and none is recorded since the {step}: "
                "record that first, or accession if the state joined without",
                action=action_words(action),
                step=ladder.denounced.whole,
            )
        return say(
            "{action} needs a signature, and none is recorded: "
            "record that first, or accession if the state joined without",
            action=action_words(action),
        )
    return None


def _why_not_made(ladder: Ladder, action: TreatyAction) -> Message | None:
    if ladder.signed or ladder.bound:
        return None
    return say(
        "a {action} is made when signing or consenting: neither is recorded",
        action=action_words(action),
    )


def _why_not_withdrawn(ladder: Ladder, action: TreatyAction) -> Message | None:
    made = WITHDRAWN[action]
    if getattr(ladder, _COUNTED[made]):
        return None
    return say("no {action} stands that could be withdrawn", action=action_words(made))


def _why_not_denounced(ladder: Ladder, _: TreatyAction) -> Message | None:
    if ladder.in_force:
        return None
    return say("the treaty is not in force for the state: there is nothing to denounce")


_RULES = {
    TreatyAction.SIGNATURE: _why_not_signed,
    TreatyAction.PROCEDURES: _why_not_completed,
    TreatyAction.ENTRY_INTO_FORCE: _why_not_in_force,
    TreatyAction.RESERVATION: _why_not_made,
    TreatyAction.DECLARATION: _why_not_made,
    TreatyAction.RESERVATION_WITHDRAWN: _why_not_withdrawn,
    TreatyAction.DECLARATION_WITHDRAWN: _why_not_withdrawn,
    TreatyAction.DENUNCIATION: _why_not_denounced,
}
"""The rule for each action but the consents, which have one together."""

_FIRST = {
    TreatyAction.SIGNATURE: "signed",
    TreatyAction.PROCEDURES: "completed",
    TreatyAction.ENTRY_INTO_FORCE: "in_force",
    **dict.fromkeys(CONSENTS, "consented"),
}
"""What can be but once, and where a ladder keeps the first of it."""

_COUNTED = {TreatyAction.RESERVATION: "reservations", TreatyAction.DECLARATION: "declarations"}
"""What can be often, and where a ladder counts what stands of it."""


def _taken(ladder: Ladder, step: Step) -> Ladder:
    """The ladder with a step on it, even one that cannot have been."""
    if step.action is TreatyAction.DENUNCIATION:
        # Whoever left can join again: what was done before no longer counts.
        return Ladder(ladder.treaty, denounced=step, problems=ladder.problems)
    changed: dict[str, Any]
    if kept := _FIRST.get(step.action):
        changed = {kept: getattr(ladder, kept) or step}
    else:
        count = _COUNTED[WITHDRAWN.get(step.action, step.action)]
        more = -1 if step.action in WITHDRAWN else 1
        changed = {count: max(getattr(ladder, count) + more, 0)}
    return replace(ladder, **changed)
