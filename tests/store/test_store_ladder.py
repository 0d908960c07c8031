"""What can follow what on the ladder of a treaty, and where a state stands on it."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.addressees import address_of, addressed_by, deciding
from store.ladder import CONSENTS, Ladder, Standing, Step, TreatyAction, climb, refusal, resting
from store.values import Addresses, Treaty

A = TreatyAction
DATED, TODAY = date(2000, 11, 15), date(2012, 1, 1)


def annexed(key: str, amended_on: date | None = None) -> Treaty:
    return Treaty(
        key, "Konvensiya", DATED, amended_on, "1.1", None,
        annexed=True, addresses="not-joined", note=None,
    )  # fmt: skip


def named(measure: str, item: str | None, addresses: Addresses | None) -> Treaty:
    return Treaty(
        f"{measure}.{item}", "Saziş", DATED, None, measure, item,
        annexed=False, addresses=addresses, note=None,
    )  # fmt: skip


TREATY, AMENDED = annexed("t"), annexed("s", date(2001, 12, 7))
AGREEMENT, ANOTHER = named("1.2", "a", "not-completed"), named("1.2", "b", "not-completed")
OTHER = named("1.3", None, None)


def day(number: int) -> date:
    return DATED + timedelta(number)


def steps(*actions: TreatyAction) -> list[Step]:
    """Actions on one day after the other."""
    return [Step(action, day(number)) for number, action in enumerate(actions)]


def why_not(known: Iterable[Step], step: Step, treaty: Treaty = TREATY) -> str:
    why = refusal(treaty, known, step, TODAY)
    assert why is not None
    assert why
    assert "\n" not in why
    return why


# -- ladders that there are ------------------------------------------------------------------------

POSSIBLE = [
    [],
    [A.SIGNATURE],
    [A.PROCEDURES],
    [A.SIGNATURE, A.PROCEDURES, A.RATIFICATION, A.ENTRY_INTO_FORCE, A.DENUNCIATION],
    [A.SIGNATURE, A.ACCEPTANCE, A.PROCEDURES],
    [A.SIGNATURE, A.APPROVAL, A.ENTRY_INTO_FORCE],
    [A.SIGNATURE, A.ACCESSION],
    [A.ACCESSION, A.ENTRY_INTO_FORCE],
    [A.SUCCESSION, A.ENTRY_INTO_FORCE],
    [A.SIGNATURE, A.RESERVATION, A.RATIFICATION, A.RESERVATION, A.RESERVATION_WITHDRAWN],
    [A.ACCESSION, A.DECLARATION, A.DECLARATION_WITHDRAWN, A.DECLARATION],
    [A.ACCESSION, A.ENTRY_INTO_FORCE, A.DENUNCIATION, A.ACCESSION, A.ENTRY_INTO_FORCE],
    # Greece and the European Convention.
    [A.SIGNATURE, A.RATIFICATION, A.ENTRY_INTO_FORCE, A.DENUNCIATION, A.SIGNATURE, A.RATIFICATION],
]


@pytest.mark.parametrize("actions", POSSIBLE)
def test_a_ladder_that_can_be(actions: list[TreatyAction]) -> None:
    climbed = steps(*actions)
    assert climb(TREATY, climbed).problems == ()
    for number, step in enumerate(climbed):
        assert refusal(TREATY, climbed[:number], step, TODAY) is None


IMPOSSIBLE = [
    ([], A.ENTRY_INTO_FORCE, "no consent to be bound is recorded"),
    ([A.SIGNATURE], A.ENTRY_INTO_FORCE, "no consent to be bound is recorded"),
    ([A.SIGNATURE, A.PROCEDURES], A.ENTRY_INTO_FORCE, "no consent to be bound is recorded"),
    ([A.SIGNATURE, A.RATIFICATION], A.RATIFICATION, "consented before: ratification of 2000-11-16"),
    ([A.SIGNATURE, A.RATIFICATION], A.ACCESSION, "consented before: ratification of 2000-11-16"),
    ([A.ACCESSION], A.SUCCESSION, "consented before: accession of 2000-11-15"),
    ([], A.RATIFICATION, "ratification needs a signature, and none is recorded"),
    ([], A.ACCEPTANCE, "acceptance needs a signature"),
    ([], A.APPROVAL, "approval needs a signature"),
    ([A.SIGNATURE], A.SIGNATURE, "signed before: signature of 2000-11-15"),
    ([A.ACCESSION], A.SIGNATURE, "a signature comes before the consent to be bound"),
    ([A.PROCEDURES], A.PROCEDURES, "completed before"),
    ([A.ACCESSION, A.ENTRY_INTO_FORCE], A.PROCEDURES, "come before the treaty is in force"),
    ([A.ACCESSION, A.ENTRY_INTO_FORCE], A.ENTRY_INTO_FORCE, "in force already"),
    ([], A.RESERVATION, "made when signing or consenting"),
    ([A.PROCEDURES], A.DECLARATION, "made when signing or consenting"),
    ([A.ACCESSION], A.RESERVATION_WITHDRAWN, "no reservation stands that could be withdrawn"),
    ([A.ACCESSION, A.RESERVATION], A.DECLARATION_WITHDRAWN, "no declaration stands"),
    ([], A.DENUNCIATION, "nothing to denounce"),
    ([A.SIGNATURE, A.RATIFICATION], A.DENUNCIATION, "not in force for the state"),
    (
        [A.ACCESSION, A.RESERVATION, A.ENTRY_INTO_FORCE, A.DENUNCIATION],
        A.RESERVATION_WITHDRAWN,
        "no reservation stands",
    ),
    (
        [A.SIGNATURE, A.RATIFICATION, A.ENTRY_INTO_FORCE, A.DENUNCIATION],
        A.RATIFICATION,
        "none is recorded since the denunciation of 2000-11-18",
    ),
    (
        [A.ACCESSION, A.ENTRY_INTO_FORCE, A.DENUNCIATION],
        A.ENTRY_INTO_FORCE,
        "since the denunciation of 2000-11-17",
    ),
]


@pytest.mark.parametrize(("actions", "then", "words"), IMPOSSIBLE)
def test_a_ladder_that_cannot_be(actions: list[TreatyAction], then: A, words: str) -> None:
    climbed = steps(*actions, then)
    assert climb(TREATY, climbed[:-1]).problems == ()
    assert words in why_not(climbed[:-1], climbed[-1])
    (problem,) = climb(TREATY, climbed).problems
    assert problem.step == climbed[-1]


def test_steps_count_in_the_order_of_their_days() -> None:
    known = [Step(A.SIGNATURE, day(10)), Step(A.RATIFICATION, day(20))]
    assert "signature, and none" in why_not(known[:1], Step(A.RATIFICATION, day(9)))
    assert "needs a signature" in why_not([], known[1])
    assert refusal(TREATY, known, Step(A.PROCEDURES, day(15)), TODAY) is None
    before = why_not(known, Step(A.ACCESSION, day(5)))
    assert "signature of 2000-11-25 could not have followed: a signature comes before" in before


def test_all_on_one_day() -> None:
    known = [Step(action, DATED) for action in (A.ENTRY_INTO_FORCE, A.RATIFICATION, A.SIGNATURE)]
    assert climb(TREATY, known).problems == ()
    assert climb(TREATY, known).standing is Standing.IN_FORCE


def test_days_that_cannot_be() -> None:
    early = why_not([], Step(A.SIGNATURE, DATED - timedelta(1)))
    assert early == "2000-11-14 is before the treaty's own date, 2000-11-15"
    late = why_not([], Step(A.SIGNATURE, TODAY + timedelta(1)))
    assert late == "2012-01-02 has not come yet: today is 2012-01-01"
    assert refusal(TREATY, [], Step(A.SIGNATURE, DATED), TODAY) is None
    assert refusal(TREATY, [], Step(A.SIGNATURE, TODAY), TODAY) is None


def test_to_a_treaty_as_amended_a_state_comes_by_accepting_the_amendment() -> None:
    accepted = Step(A.ACCEPTANCE, day(1))
    assert refusal(AMENDED, [], accepted, TODAY) is None
    assert "needs a signature" in why_not([], accepted, TREATY)
    assert "needs a signature" in why_not([], Step(A.RATIFICATION, day(1)), AMENDED)


def test_an_agreement_needs_the_procedures_of_its_signatories() -> None:
    signed, completed, in_force = steps(A.SIGNATURE, A.PROCEDURES, A.ENTRY_INTO_FORCE)
    assert climb(AGREEMENT, [signed]).standing is Standing.SIGNED
    assert climb(AGREEMENT, [signed, completed]).standing is Standing.CONSENTED
    assert climb(AGREEMENT, [completed]).standing is Standing.COMPLETED
    assert refusal(AGREEMENT, [signed, completed], in_force, TODAY) is None
    assert "signature with completed domestic" in why_not([signed], in_force, AGREEMENT)
    assert climb(TREATY, [signed, completed]).standing is Standing.COMPLETED


def test_a_second_consent_on_the_day_of_the_first() -> None:
    for known, second in ((A.ACCESSION, A.RATIFICATION), (A.SUCCESSION, A.ACCESSION)):
        why = why_not([Step(known, DATED)], Step(second, DATED))
        assert why == f"the state has consented before: {known} of 2000-11-15"


# -- what contradicts itself -----------------------------------------------------------------------


def test_the_same_recorded_twice_is_one_action() -> None:
    joined = Step(A.ACCESSION, DATED)
    assert "recorded already" in why_not([joined], joined)
    assert climb(TREATY, [joined, joined]) == climb(TREATY, [joined])


def test_what_was_recorded_elsewhere_may_contradict() -> None:
    ladder = climb(TREATY, steps(A.SIGNATURE, A.RATIFICATION, A.RATIFICATION, A.ENTRY_INTO_FORCE))
    assert ladder.standing is Standing.IN_FORCE
    (problem,) = ladder.problems
    assert str(problem) == (
        "ratification of 2000-11-17: the state has consented before: ratification of 2000-11-16"
    )
    assert addressed_by(ladder) == "unknown"
    known = steps(A.SIGNATURE, A.RATIFICATION, A.RATIFICATION)
    assert refusal(TREATY, known, Step(A.ENTRY_INTO_FORCE, day(9)), TODAY) is None


def test_what_rests_on_a_step() -> None:
    signed, ratified, in_force = steps(A.SIGNATURE, A.RATIFICATION, A.ENTRY_INTO_FORCE)
    known = [signed, ratified, in_force]
    assert resting(TREATY, known, [in_force]) is None
    assert resting(TREATY, known, known) is None
    assert resting(TREATY, known, [ratified, in_force]) is None
    left = resting(TREATY, known, [ratified])
    assert left is not None
    assert left.step == in_force
    left = resting(TREATY, known, [signed])
    assert left is not None
    assert left.step == ratified


# -- properties ------------------------------------------------------------------------------------

TREATIES = st.sampled_from([TREATY, AMENDED, AGREEMENT])
STEP = st.builds(Step, st.sampled_from(A), st.integers(0, 12).map(day))
STEPS = st.lists(STEP, max_size=14)


def recorded(treaty: Treaty, tried: Iterable[Step]) -> list[Step]:
    """What the rule accepts of steps that are tried one after the other."""
    kept: list[Step] = []
    for step in tried:
        if refusal(treaty, kept, step, TODAY) is None:
            kept.append(step)
    return kept


@given(TREATIES, STEPS)
def test_whatever_is_accepted_is_a_ladder_that_can_be(treaty: Treaty, tried: list[Step]) -> None:
    kept = recorded(treaty, tried)
    assert climb(treaty, kept).problems == ()
    for on in {step.day for step in kept}:
        seen = [step for step in kept if step.day <= on]
        assert climb(treaty, seen).problems == (), "as on any day before"


@given(TREATIES, STEPS)
def test_an_accepted_ladder_keeps_the_law(treaty: Treaty, tried: list[Step]) -> None:
    """The rules of the issue, told another way."""
    kept = recorded(treaty, tried)
    left = max((step.day for step in kept if step.action is A.DENUNCIATION), default=None)
    since = [step for step in kept if left is None or step.day > left]
    consents = [step for step in since if step.action in CONSENTS]
    assert len(consents) <= 1
    for step in since:
        before = {each.action for each in since if each.day <= step.day}
        if step.action is A.ENTRY_INTO_FORCE:
            by_procedures = treaty is AGREEMENT and before >= {A.SIGNATURE, A.PROCEDURES}
            assert before & {*CONSENTS} or by_procedures
        if step.action is A.RATIFICATION:
            assert A.SIGNATURE in before
        if step.action is A.RESERVATION_WITHDRAWN:
            assert A.RESERVATION in before


@given(TREATIES, st.data())
def test_the_order_of_recording_does_not_matter(treaty: Treaty, data: st.DataObject) -> None:
    told = data.draw(STEPS)
    again = data.draw(st.permutations(told))
    assert climb(treaty, told) == climb(treaty, again)
    kept = recorded(treaty, told)
    assert climb(treaty, data.draw(st.permutations(kept))) == climb(treaty, kept)


@given(TREATIES, STEPS)
def test_a_ladder_is_told_whatever_is_in_it(treaty: Treaty, told: list[Step]) -> None:
    ladder = climb(treaty, told)
    assert ladder.standing in Standing
    assert (ladder.standing is Standing.NOTHING) <= (not told or bool(ladder.problems))
    assert addressed_by(ladder) in {"yes", "no", "unknown"}


@given(TREATIES, STEPS, st.data())
def test_what_may_be_taken_back_leaves_a_ladder_that_can_be(
    treaty: Treaty, tried: list[Step], data: st.DataObject
) -> None:
    kept = recorded(treaty, tried)
    without = data.draw(st.lists(st.sampled_from(kept), unique=True) if kept else st.just([]))
    left = list(kept)
    for step in without:
        left.remove(step)
    problem = resting(treaty, kept, without)
    assert (problem is None) == (climb(treaty, left).problems == ())
    assert problem is None or problem.step in left


# -- whom a measure addresses ----------------------------------------------------------------------


def ladders(*climbed: Ladder) -> dict[str, Ladder]:
    return {str(number): ladder for number, ladder in enumerate(climbed)}


NOTHING = climb(TREATY, [])
JOINED = climb(TREATY, steps(A.ACCESSION))
SIGNED = climb(TREATY, steps(A.SIGNATURE))
LEFT = climb(TREATY, steps(A.ACCESSION, A.ENTRY_INTO_FORCE, A.DENUNCIATION))


def test_a_measure_on_joining_treaties() -> None:
    assert address_of(ladders(NOTHING, NOTHING)).answer == "unknown"
    address = address_of(ladders(JOINED, NOTHING, JOINED))
    assert (address.answer, address.treaties) == ("unknown", ("1",))
    address = address_of(ladders(JOINED, NOTHING, LEFT))
    assert (address.answer, address.treaties) == ("yes", ("2",)), "one known fact settles it"
    address = address_of(ladders(JOINED, SIGNED, JOINED))
    assert (address.answer, address.treaties) == ("yes", ("1",))
    address = address_of(ladders(JOINED, JOINED))
    assert (address.answer, address.treaties) == ("no", ("0", "1"))


@pytest.mark.parametrize(
    ("actions", "answer"),
    [
        ([], "unknown"),
        ([A.SIGNATURE], "yes"),
        ([A.SIGNATURE, A.RESERVATION], "yes"),
        ([A.SIGNATURE, A.PROCEDURES], "no"),
        ([A.PROCEDURES], "no"),
        ([A.SIGNATURE, A.RATIFICATION], "no"),
        ([A.ACCESSION], "no"),
        ([A.ACCESSION, A.ENTRY_INTO_FORCE, A.DENUNCIATION], "no"),
        ([A.ACCESSION, A.ENTRY_INTO_FORCE, A.DENUNCIATION, A.SIGNATURE], "yes"),
        ([A.RATIFICATION], "unknown"),
    ],
)
def test_a_measure_on_completing_procedures(actions: list[TreatyAction], answer: str) -> None:
    assert addressed_by(climb(AGREEMENT, steps(*actions))) == answer


def test_which_treaties_decide() -> None:
    known = [TREATY, AMENDED, AGREEMENT, ANOTHER, OTHER]
    assert deciding(known, "1.1", None) == (TREATY, AMENDED)
    assert deciding(known, "1.1", "a") == (TREATY, AMENDED)
    assert deciding(known, "1.2", None) == (AGREEMENT, ANOTHER)
    assert deciding(known, "1.2", "b") == (ANOTHER,)
    assert deciding(known, "1.3", None) == ()
