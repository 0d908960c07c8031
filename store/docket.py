"""The docket: the measures in front of the focal point, and the facets beside it. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

from store.deadlines import Phase, phase
from store.filters import FIELDS, RECURRING, TO_CONFIRM, Due, DueRange, Field, Filter
from store.searching import NOT_TRANSLATED, Findable
from store.values import Deadline, Measure, PositionValue, Programme, View


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet: how many measures it would leave under the other filters."""

    field: Field
    value: Due | PositionValue
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Docket:
    """What a filter leaves of a programme.

    Attributes:
        view: From where it is looked at.
        filter: What it is narrowed to.
        measures: The measures kept, in document order.
        total: How many measures the programme has.
        decided: On how many of those the state has taken a decision.
        to_confirm: The keys of the measures and items, of all, whose decisions are to be confirmed.
        facets: The values of every facet, in the order of `FIELDS`; none if not asked for.
    """

    view: View
    filter: Filter
    measures: tuple[Measure, ...]
    total: int
    decided: int
    to_confirm: tuple[str, ...]
    facets: tuple[FacetValue, ...]


def narrow(
    programme: Programme,
    measures: tuple[Measure, ...],
    chosen: Filter,
    view: View,
    translated: Mapping[str, Findable] = NOT_TRANSLATED,
    *,
    facets: bool = True,
) -> Docket:
    """The docket that a filter leaves of a programme's measures.

    Each facet counts the measures that pass every filter but its own.

    Args:
        programme: The programme.
        measures: All its measures, as they are in the view.
        chosen: What they are narrowed to.
        view: From where they are looked at.
        translated: What they are found by in translations, by key; asked for only where the filter
            has words.
        facets: Whether facets are wanted; else there are none, in half the time.
    """
    kept, missed = _sifted(measures, chosen.tests(view.on, translated))
    return Docket(
        view=view,
        filter=chosen,
        measures=tuple(kept),
        total=len(measures),
        decided=sum(measure.decided for measure in measures),
        to_confirm=tuple(key for measure in measures for key in measure.to_confirm),
        facets=tuple(
            FacetValue(field, value, counts[value], value in getattr(chosen, field))
            for field in (FIELDS if facets else ())
            for counts in (_counts(field, [*kept, *missed.get(field, ())], view.on),)
            for value in _offered(field, programme, measures, chosen)
        ),
    )


def _sifted(
    measures: Sequence[Measure], tests: Mapping[str, Callable[[Measure], bool]]
) -> tuple[Sequence[Measure], Mapping[str, Sequence[Measure]]]:
    """The measures that pass every test, and by field those that fail only its own."""
    if not tests:
        return measures, {}
    if tests.keys() == {"text"}:  # no facet: whom it leaves out is counted nowhere
        found = tests["text"]
        return [measure for measure in measures if found(measure)], {}
    kept: list[Measure] = []
    missed: dict[str, list[Measure]] = {field: [] for field in tests}
    for measure in measures:
        failed = [field for field, test in tests.items() if not test(measure)]
        if not failed:
            kept.append(measure)
        elif len(failed) == 1:
            missed[failed[0]].append(measure)
    return kept, missed


def _counts(field: Field, measures: Iterable[Measure], on: date) -> Counter[Due | PositionValue]:
    """How many measures count under each value of a facet."""
    match field:
        case "section":
            return Counter(measure.section for measure in measures)
        case "executor":
            return Counter(chain.from_iterable(measure.executors for measure in measures))
        case "due":
            due: Counter[Due | PositionValue] = Counter()
            # Many measures have few deadlines.
            for deadline, count in Counter(measure.deadline for measure in measures).items():
                due.update(dict.fromkeys(_due_values(deadline, on), count))
            return due
        case "position":
            return Counter(chain.from_iterable(map(_position_values, measures)))


def _position_values(measure: Measure) -> tuple[Due | PositionValue, ...]:
    if measure.position is None:
        return ()
    return (measure.position.value, *((TO_CONFIRM,) if measure.to_confirm else ()))


@lru_cache(maxsize=512)
def _due_values(deadline: Deadline, on: date) -> tuple[Due, ...]:
    end = deadline.end
    return (_year(end.year) if end else RECURRING, phase(deadline, on))


def _offered(
    field: Field, programme: Programme, measures: Iterable[Measure], chosen: Filter
) -> Iterable[Due | PositionValue]:
    """The values that a facet offers, in their order."""
    match field:
        case "section":
            return [section.key for section in programme.sections]
        case "executor":
            return programme.executors
        case "due":
            return [*map(_year, _years(measures)), RECURRING, *Phase]
        case "position":
            # Few editions change anything: where nothing is to confirm, nothing speaks of it.
            due = TO_CONFIRM in chosen.position or any(each.to_confirm for each in measures)
            return (*PositionValue, *((TO_CONFIRM,) if due else ()))


def _years(measures: Iterable[Measure]) -> list[int]:
    return sorted({measure.deadline.end.year for measure in measures if measure.deadline.end})


def _year(year: int) -> DueRange:
    return DueRange(date(year, 1, 1), date(year, 12, 31))
