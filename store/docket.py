"""The docket: the measures in front of the focal point, and the facets beside it. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from store.deadlines import Phase, phase
from store.filters import FIELDS, RECURRING, Due, DueRange, Field, Filter
from store.values import Measure, PositionValue, Programme, View


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
        facets: The values of every facet, in the order of `FIELDS`.
    """

    view: View
    filter: Filter
    measures: tuple[Measure, ...]
    total: int
    decided: int
    facets: tuple[FacetValue, ...]


def narrow(
    programme: Programme, measures: tuple[Measure, ...], chosen: Filter, view: View
) -> Docket:
    """The docket that a filter leaves of a programme's measures.

    Each facet counts the measures that pass every filter but its own; so one pass serves all: a
    measure that fails two fields counts for none.
    """
    tests = chosen.tests(view.on)
    counts: dict[str, Counter[object]] = {field: Counter() for field in FIELDS}
    kept = []
    for measure in measures:
        failed = [field for field, test in tests.items() if not test(measure)]
        if not failed:
            kept.append(measure)
        if len(failed) <= 1:
            for field in FIELDS:
                if failed in ([], [field]):
                    counts[field].update(_values(field, measure, view.on))
    return Docket(
        view=view,
        filter=chosen,
        measures=tuple(kept),
        total=len(measures),
        decided=sum(measure.decided for measure in measures),
        facets=tuple(
            FacetValue(field, value, counts[field][value], value in getattr(chosen, field))
            for field in FIELDS
            for value in _offered(field, programme, measures)
        ),
    )


def _values(field: Field, measure: Measure, on: date) -> Iterator[Due | PositionValue]:
    """The facet values under which a measure counts."""
    match field:
        case "section":
            yield measure.section
        case "executor":
            yield from measure.executors
        case "due":
            end = measure.deadline.end
            yield _year(end.year) if end else RECURRING
            yield phase(measure.deadline, on)
        case "position":
            if measure.position:
                yield measure.position.value


def _offered(
    field: Field, programme: Programme, measures: Iterable[Measure]
) -> Iterable[Due | PositionValue]:
    """The values that a facet offers, in their order."""
    offers: dict[Field, Callable[[], Iterable[Due | PositionValue]]] = {
        "section": lambda: [section.key for section in programme.sections],
        "executor": lambda: programme.executors,
        "due": lambda: [*map(_year, _years(measures)), RECURRING, *Phase],
        "position": lambda: PositionValue,
    }
    return offers[field]()


def _years(measures: Iterable[Measure]) -> list[int]:
    return sorted({measure.deadline.end.year for measure in measures if measure.deadline.end})


def _year(year: int) -> DueRange:
    return DueRange(date(year, 1, 1), date(year, 12, 31))
