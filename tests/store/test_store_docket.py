"""The docket: which measures are in front of the officer, and what the facets beside it count."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from desk import copied, decide, view
from hypothesis import given, settings
from hypothesis import strategies as st

from seed.folding import fold
from store.docket import Docket, FacetValue
from store.filters import FIELDS, DueRange, Filter, build, parse_line
from store.register import Register
from store.values import Measure, PositionValue, View


@pytest.fixture(scope="module")
def busy(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register in which much was decided; it is only read."""
    with Register.open(copied(ready, tmp_path_factory.mktemp("busy"))) as register:
        decide(register, "1.1", "2.4", "3.1", "3.4", "V", on="2008-01-01")
        decide(register, "2.10", "6.3-1", on="2008-07-01", position="does-not-participate")
        decide(register, "3.2", on="2009-01-01", position="participates-in-part", reservation="x")
        decide(register, "2.4.ç", "1.4.c", position="under-consideration")
        yield register


def keys(docket: Docket) -> list[str]:
    return [measure.key for measure in docket.measures]


def counted(docket: Docket, field: str) -> dict[str, int]:
    return {str(each.value): each.count for each in docket.facets if each.field == field}


def docket(register: Register, line: str = "", on: date = date(2012, 1, 1)) -> Docket:
    return register.docket(view(on=on), parse_line(line, register.programme()))


# -- on the programme as it is ---------------------------------------------------------------------


def test_the_whole_programme(register: Register) -> None:
    whole = docket(register)
    assert (len(whole.measures), whole.total, whole.decided) == (37, 37, 0)
    assert whole.measures == register.measures(whole.view)
    assert counted(whole, "section") == {"I": 8, "II": 14, "III": 8, "IV": 2, "V": 1, "VI": 4}
    assert counted(whole, "executor") == {
        "states": 23, "paa": 3, "bpes": 14, "dins": 12, "tors": 10, "viores": 1, "gxrs": 1,
        "sqks": 3, "ens": 6, "mcmeb": 3, "ik": 2, "dbs": 0, "hbs": 0,
    }  # fmt: skip
    assert counted(whole, "due") == {
        "2007": 2, "2008": 10, "2009": 3, "2010": 19, "recurring": 3,
        "upcoming": 0, "running": 0, "ended": 37,
    }  # fmt: skip
    assert counted(whole, "position") == dict.fromkeys(PositionValue, 0) | {"undetermined": 37}


def test_internal_affairs_in_2008(register: Register) -> None:
    found = docket(register, "executor:dins due:2008")
    assert keys(found) == ["2.4", "3.1", "3.4"]
    assert (found.total, found.decided) == (37, 0)
    assert counted(found, "section") == {"I": 0, "II": 1, "III": 2, "IV": 0, "V": 0, "VI": 0}
    assert counted(found, "due")["2009"] == 2  # 1.3 and 3.7, if the year were another
    assert counted(found, "executor")["paa"] == 1  # 1.4, if the body were another
    assert [(each.field, str(each.value)) for each in found.facets if each.chosen] == [
        ("executor", "dins"),
        ("due", "2008"),
    ]


def test_an_empty_docket_still_counts(register: Register) -> None:
    empty = docket(register, "section:V executor:dins")
    assert (empty.measures, empty.total) == ((), 37)
    assert counted(empty, "section")["II"] == 2
    assert counted(empty, "executor")["states"] == 1
    assert sum(counted(empty, "position").values()) == 0
    nothing = docket(register, "section:V executor:dins due:2009")  # two fields fail everywhere
    assert counted(nothing, "section") == {"I": 1, "II": 0, "III": 1, "IV": 0, "V": 0, "VI": 0}


def test_decided_counts_the_measures_that_were_decided_themselves(busy: Register) -> None:
    assert docket(busy).decided == 8
    assert docket(busy, on=date(2008, 6, 30)).decided == 5
    assert docket(busy, "section:I").decided == 8


def test_positions_narrow_by_the_measure_itself(busy: Register) -> None:
    assert keys(docket(busy, "position:does-not-participate")) == ["2.10", "6.3-1"]
    assert keys(docket(busy, "position:under-consideration")) == []


def test_without_a_state_there_are_no_positions_to_count(register: Register) -> None:
    unset = register.docket(view(None), Filter())
    assert len(unset.measures) == 37
    assert set(counted(unset, "position").values()) == {0}
    narrowed = register.docket(view(None), Filter(position=(PositionValue.UNDETERMINED,)))
    assert narrowed.measures == ()


def test_a_filter_says_whether_it_keeps_a_measure(busy: Register) -> None:
    chosen = build(busy.programme(), executor=["dins"], due=["2008"])
    kept = [each.key for each in busy.measures(view()) if chosen.matches(each, date(2012, 1, 1))]
    assert kept == ["2.4", "3.1", "3.4"]


# -- against counting by hand ----------------------------------------------------------------------


def has(measure: Measure, field: str, value: object, on: date) -> bool:
    """Whether a value of a field is one of the measure's, in the plainest way."""
    due = measure.deadline
    match field:
        case "section":
            return measure.section == value
        case "executor":
            return value in measure.executors
        case "position":
            return bool(measure.position and measure.position.value == value)
        case "text":
            return fold(str(value)) in measure.search
    if isinstance(value, DueRange):
        first, last = value.first or date.min, value.last or date.max
        return due.end is not None and first <= due.end <= last
    return {
        "recurring": due.end is None,
        "upcoming": on < due.runs_from,
        "running": due.runs_from <= on <= due.runs_to,
        "ended": due.runs_to < on,
    }[str(value)]


def passes(measure: Measure, chosen: Filter, on: date, but: str = "") -> bool:
    """Whether the measure passes every field of the filter, one left out."""
    return all(
        any(has(measure, field, value, on) for value in getattr(chosen, field))
        for field in FIELDS
        if field != but and getattr(chosen, field)
    ) and all(has(measure, "text", word, on) for word in chosen.text)


def some(values: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
    return st.lists(values, max_size=most, unique=True).map(tuple)


days = st.dates(date(2006, 1, 1), date(2012, 1, 1))
filters = st.builds(
    Filter,
    section=some(st.sampled_from(["I", "II", "III", "IV", "V", "VI"]), 4),
    executor=some(st.sampled_from(["states", "dins", "bpes", "tors", "ens", "paa", "dbs"])),
    due=some(
        st.sampled_from(["recurring", "upcoming", "running", "ended"])
        | st.builds(DueRange, st.none() | days, days)
        | st.integers(2006, 2011).map(lambda year: DueRange(date(year, 1, 1), date(year, 12, 31)))
    ),
    position=some(st.sampled_from(PositionValue)),
    text=some(st.sampled_from(["insan", "qurban", "DÖVLƏT", "2008", "no-such-word"]), 1),
)
views = st.builds(view, st.sampled_from(["AZ", "UA", "GE", None]), days)


@settings(max_examples=150, deadline=None)
@given(chosen=filters, seen=views)
def test_every_facet_counts_what_it_would_leave(busy: Register, chosen: Filter, seen: View) -> None:
    found = busy.docket(seen, chosen)
    every = busy.measures(seen)
    on = seen.on
    assert found.measures == tuple(each for each in every if passes(each, chosen, on))
    assert (found.total, found.decided) == (37, sum(each.decided for each in every))

    def by_hand(facet: FacetValue) -> int:
        field, value = facet.field, facet.value
        return sum(
            passes(each, chosen, on, field) and has(each, field, value, on) for each in every
        )

    assert [facet.count for facet in found.facets] == [by_hand(facet) for facet in found.facets]
    assert [facet.chosen for facet in found.facets] == [
        facet.value in getattr(chosen, facet.field) for facet in found.facets
    ]
    offered = [(facet.field, facet.value) for facet in found.facets]
    assert len(set(offered)) == len(offered)
    assert [field for field, _ in offered] == sorted((f for f, _ in offered), key=FIELDS.index)


@settings(max_examples=100, deadline=None)
@given(chosen=filters, seen=views, data=st.data())
def test_choosing_a_facet_alone_leaves_what_it_counted(
    busy: Register, chosen: Filter, seen: View, data: st.DataObject
) -> None:
    facet = data.draw(st.sampled_from(busy.docket(seen, chosen).facets))
    alone = Filter(
        **{name: getattr(chosen, name) for name in (*FIELDS, "text")} | {facet.field: ()}
    ).toggled(facet.field, facet.value)
    assert len(busy.docket(seen, alone).measures) == facet.count
