"""What a release needs before it is made, and what of it is kept. Pure."""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

from seed.messages import say
from store.checks import Finding, blockers
from store.errors import Refused
from store.reporting import Information, Release
from store.snapshots import snapshot, snapshot_hash
from store.values import Measure, Programme

NAMED = 5
"""As many blockers are named in a refusal; of more, only their number is said."""


def superseded(
    information: Information, ever: Sequence[Release], number: str, *, corrects: bool
) -> Release | None:
    """The release that a new one corrects; None where there is none to be.

    Args:
        information: As it stands on the day of the new release.
        ever: Everything that was released for the year, whenever, in the order of release.
        number: The number of the new release.
        corrects: Whether it is to be a correction.

    Raises:
        Refused: A correction has nothing to correct; a release has something before it.
    """
    year, last = information.year, ever[-1] if ever else None
    if not corrects and last:
        raise Refused(
            say(
                "the information for {year} was released on {day}, No {number}",
                year=year,
                day=last.released_on,
                number=last.number,
            ),
            say(
                "Correct it: `istirak return correct --year {year} --number … --reason …`",
                year=year,
            ),
        )
    if corrects and last is None:
        raise Refused(
            say("nothing was released for {year} that could be corrected", year=year),
            say("Release it: `istirak return release --year {year} --number …`", year=year),
        )
    if last and last.released_on > information.on:
        raise Refused(
            say(
                "No {number} is of {released}: it cannot be corrected on {day} already",
                number=last.number,
                released=last.released_on,
                day=information.on,
            ),
            say("Say that day, or a later one"),
        )
    if any(each.number == number for each in ever):
        raise Refused(
            say(
                "No {number} is the number of a release for {year} already",
                number=number,
                year=year,
            ),
            say("Give the correction a number of its own"),
            {"number": say("is that of a release already: give the correction its own")},
        )
    return information.released


def unblocked(information: Information, findings: Iterable[Finding]) -> Measure:
    """The measure that asks for the information, once nothing blocks its release.

    Raises:
        Refused: The programme has none, or a check blocks the release.
    """
    if information.duty is None:
        raise Refused(
            say("the programme asks for no information after each year"),
            say("Nothing is to be released; `istirak return show` prints what was said"),
        )
    if blocking := blockers(findings):
        raise Refused(
            say(
                "the information for {year} is blocked: {named}",
                year=information.year,
                named=_named(blocking),
            ),
            say(
                "`istirak return check --year {year} --on {day}` says what fixes it",
                year=information.year,
                day=information.on,
            ),
        )
    return information.duty


def _named(blocking: Sequence[Finding]) -> str:
    named = reduce(
        lambda some, other: say("{some}; {other}", some=some, other=other),
        (
            say("{measure}: {message}", measure=each.measure, message=each.message)
            if each.measure
            else each.message
            for each in blocking[:NAMED]
        ),
    )
    if len(blocking) <= NAMED:
        return named
    return say("{named}; and {more} more", named=named, more=len(blocking) - NAMED)


def frozen(
    programme: Programme,
    information: Information,
    *,
    number: str,
    officer: str,
    corrects: Release | None,
    reason: str | None,
) -> dict[str, Any]:
    """The payload of a release, dated the day of the information.

    Args:
        programme: The programme.
        information: As it stands on the day of release.
        number: Its number.
        officer: Who releases it.
        corrects: The release that it supersedes, if any.
        reason: Why.
    """
    kept = snapshot(
        programme,
        programme.signatories[information.state],
        information,
        number=number,
        released_on=information.on,
        officer=officer,
        corrects=corrects,
        reason=reason,
    )
    payload = {"number": number, "snapshot": kept, "snapshot_hash": snapshot_hash(kept)}
    return payload | ({"corrects": corrects.entry, "reason": reason} if corrects else {})
