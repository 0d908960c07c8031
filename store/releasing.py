"""What a release needs before it is made, and what of it is kept. Pure."""

from collections.abc import Iterable, Sequence
from typing import Any

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
            f"the information for {year} was released on {last.released_on}, No {last.number}",
            f"Correct it: `istirak return correct --year {year} --number … --reason …`",
        )
    if corrects and last is None:
        raise Refused(
            f"nothing was released for {year} that could be corrected",
            f"Release it: `istirak return release --year {year} --number …`",
        )
    if last and last.released_on > information.on:
        raise Refused(
            f"No {last.number} is of {last.released_on}: it cannot be corrected on "
            f"{information.on} already",
            "Say that day, or a later one",
        )
    if any(each.number == number for each in ever):
        raise Refused(
            f"No {number} is the number of a release for {year} already",
            "Give the correction a number of its own",
            {"number": "is that of a release already: give the correction its own"},
        )
    return information.released


def unblocked(information: Information, findings: Iterable[Finding]) -> Measure:
    """The measure that asks for the information, once nothing blocks its release.

    Raises:
        Refused: The programme has none, or a check blocks the release.
    """
    if information.duty is None:
        raise Refused(
            "the programme asks for no information after each year",
            "Nothing is to be released; `istirak return show` prints what was said",
        )
    if blocking := blockers(findings):
        named = "; ".join(
            f"{each.measure}: {each.message}" if each.measure else each.message
            for each in blocking[:NAMED]
        )
        more = f"; and {len(blocking) - NAMED} more" if len(blocking) > NAMED else ""
        raise Refused(
            f"the information for {information.year} is blocked: {named}{more}",
            f"`istirak return check --year {information.year} --on {information.on}` "
            "says what fixes it",
        )
    return information.duty


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
