"""Filters: what a line means, and the line that a filter has."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from desk import copied, view
from hypothesis import given, settings
from hypothesis import strategies as st

from seed.folding import fold
from store.errors import Usage
from store.filters import DUE_WORDS, FIELDS, DueRange, Filter, build, parse_due, parse_line
from store.register import Register
from store.values import Executor, PositionValue, Programme

BOUNDED = settings(max_examples=200, deadline=None)
SECTIONS = ("I", "II", "III", "IV", "V", "VI")
EXECUTORS = (
    *("states", "paa", "bpes", "dins", "tors", "viores", "gxrs"),
    *("sqks", "ens", "mcmeb", "ik", "dbs", "hbs"),
)


@pytest.fixture(scope="module")
def programme(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Programme:
    with Register.open(copied(seeded, tmp_path_factory.mktemp("filters"))) as register:
        return register.programme()


def chosen(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(values, max_size=4, unique=True).map(tuple)


ranges = st.builds(DueRange, st.none() | st.dates(), st.none() | st.dates()).filter(
    lambda due: (due.first or due.last) and (due.first or date.min) <= (due.last or date.max)
)
years = st.integers(1, 9999).map(lambda year: DueRange(date(year, 1, 1), date(year, 12, 31)))
texts = st.text(min_size=1).map(str.strip).filter(bool) | st.sampled_from(
    ["qurban", "insan alveri", "a:b", '"', 'say "no"', '""', "section:", 'x" y', "[/x] [red] \\"]
)
filters = st.builds(
    Filter,
    section=chosen(st.sampled_from(SECTIONS)),
    executor=chosen(st.sampled_from(EXECUTORS)),
    due=chosen(ranges | years | st.sampled_from([str(word) for word in DUE_WORDS])),
    position=chosen(st.sampled_from(PositionValue)),
    text=st.lists(texts, max_size=3).map(tuple),
)


# -- lines -----------------------------------------------------------------------------------------


@BOUNDED
@given(made=filters)
def test_a_filter_is_read_back_from_its_line(programme: Programme, made: Filter) -> None:
    assert parse_line(made.line(), programme) == made
    assert bool(made) == bool(made.line())


@BOUNDED
@given(made=filters)
def test_options_mean_what_the_line_means(programme: Programme, made: Filter) -> None:
    options = {field: [str(value) for value in getattr(made, field)] for field in FIELDS}
    assert build(programme, **options, text=made.text) == made


@BOUNDED
@given(line=st.text(st.sampled_from('sectiondu:",. .2008IVabə\u0130\n') | st.characters()))
def test_whatever_is_typed_is_a_filter_or_named(programme: Programme, line: str) -> None:
    try:
        made = parse_line(line, programme)
    except Usage:
        return
    assert parse_line(made.line(), programme) == made


@BOUNDED
@given(made=filters, field=st.sampled_from(FIELDS), data=st.data())
def test_toggling_twice_is_nothing(made: Filter, field: str, data: st.DataObject) -> None:
    value = data.draw(
        {
            "section": st.sampled_from(SECTIONS),
            "executor": st.sampled_from(EXECUTORS),
            "due": years,
            "position": st.sampled_from(PositionValue),
        }[field]
    )
    there = getattr(made, field)
    once = made.toggled(field, value)
    assert set(getattr(once, field)) == set(there) ^ {value}
    assert set(getattr(once.toggled(field, value), field)) == set(there)


def test_a_line_as_people_type_it(programme: Programme) -> None:
    made = parse_line("Section:ii EXECUTOR:dinş due:2008 position:undetermined qurban", programme)
    assert made == Filter(
        section=("II",),
        executor=("dins",),
        due=(DueRange(date(2008, 1, 1), date(2008, 12, 31)),),
        position=(PositionValue.UNDETERMINED,),
        text=("qurban",),
    )
    assert made.line() == "section:II executor:dins due:2008 position:undetermined qurban"
    several = parse_line('section:1,VI,1 "insan alveri" executor:"Исполком СНГ"', programme)
    assert (several.section, several.executor) == (("I", "VI"), ("ik",))
    assert several.text == ("insan alveri",)
    assert several.line() == 'section:I section:VI executor:ik "insan alveri"'


@pytest.mark.parametrize(
    "line", ["", "  ", "section:", 'executor:"', 'due:""', '"', '""', "  position: "]
)
def test_what_is_still_being_typed_narrows_nothing(programme: Programme, line: str) -> None:
    made = parse_line(line, programme)
    assert made == Filter()
    assert not made


def test_a_phrase_that_is_still_being_typed(programme: Programme) -> None:
    assert parse_line('"insan alv', programme).text == ("insan alv",)
    assert parse_line('executor:"исполком снг', programme).executor == ("ik",)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("sektion:II", "sektion"),
        (":II", "''"),
        ("http://x", "http"),
        ("section:VII", "VII"),
        ("section:0", "0"),
        pytest.param("section:" + "9" * 5000, "at most 4000 characters", id="too long"),
        ("executor:dinz", "dinz"),
        ("executor:din", "din"),
        ("due:soon", "soon"),
        ("position:maybe", "maybe"),
        ("section:II,X", "X"),
        ("qurban executor:[/x]", "[/x]"),
    ],
)
def test_a_word_that_is_unknown_is_named(programme: Programme, line: str, named: str) -> None:
    with pytest.raises(Usage) as caught:
        parse_line(line, programme)
    assert named in caught.value.what
    assert caught.value.remedy.startswith("Say ")
    assert caught.value.exit_code == 2


# -- values ----------------------------------------------------------------------------------------


def spellings(name: str) -> Iterator[str]:
    """A name in any case, with and without diacritics, and as an Azerbaijani keyboard shifts it."""
    azerbaijani = name.replace("i", "İ").replace("ı", "I").upper()
    for spelt in (name, fold(name), azerbaijani):
        yield from (spelt, spelt.lower(), spelt.upper(), spelt.title(), spelt.swapcase())
        yield f"  {spelt} "


def test_the_executors_are_the_thirteen(programme: Programme) -> None:
    assert list(programme.executors) == list(EXECUTORS)


@pytest.mark.parametrize("executor", EXECUTORS)
def test_an_executor_by_any_of_its_names(programme: Programme, executor: str) -> None:
    known: Executor = programme.executors[executor]
    names = [known.id, known.label, *(name for many in known.aliases.values() for name in many)]
    assert len(names) >= 5
    for name in names:
        for spelt in spellings(name):
            assert build(programme, executor=[spelt]).executor == (executor,), spelt


@pytest.mark.parametrize(("place", "section"), enumerate(SECTIONS, 1))
def test_a_section_by_key_or_place(programme: Programme, place: int, section: str) -> None:
    for typed in (section, section.lower(), str(place), section.replace("I", "İ"), f" {place} "):
        assert build(programme, section=[typed]).section == (section,)
    assert build(programme, section=[section.lower().replace("i", "ı")]).section == (section,)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2008", "2008-01-01", "2008-12-31"),
        ("0999", "0999-01-01", "0999-12-31"),
        ("..2008-12-31", None, "2008-12-31"),
        ("2008-01-01..", "2008-01-01", None),
        ("2008-01-01..2009-12-31", "2008-01-01", "2009-12-31"),
        ("2008..2009", "2008-01-01", "2009-12-31"),
        ("2007-02..2008-02", "2007-02-01", "2008-02-29"),
        (" ..2007-02 ", None, "2007-02-28"),
    ],
)
def test_a_range_of_days(typed: str, first: str | None, last: str | None) -> None:
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    assert parse_due(typed) == DueRange(*days)


@pytest.mark.parametrize("word", ["recurring", "upcoming", "running", "ended"])
def test_a_word_for_a_deadline(word: str) -> None:
    assert [parse_due(typed) for typed in (word, word.upper(), f" {word.title()} ")] == [word] * 3
    assert parse_due(word.upper().replace("I", "İ")) == word


@pytest.mark.parametrize(
    "typed",
    ["", "..", "...", "0000", "08", "20080", "2008-13..", "..2007-02-29", "2008-1-1..", "0000-01..",
     "2008–2009",
     "a..b", "2008..2009..2010", "2009..2007", "20080101..", "recurrent", "\ud800", "..²"],
)  # fmt: skip
def test_what_is_no_deadline(typed: str) -> None:
    with pytest.raises(Usage, match="is no deadline"):
        parse_due(typed)


# -- what is kept ----------------------------------------------------------------------------------


def kept(register: Register, line: str, on: date = date(2008, 6, 1)) -> list[str]:
    seen = view(on=on)
    return [
        each.key for each in register.docket(seen, parse_line(line, register.programme())).measures
    ]


def test_any_spelling_finds_the_same(register: Register) -> None:
    found = kept(register, "iştirak")
    assert found
    for spelt in ("İŞTİRAK", "istirak", "ISTIRAK", "Iştirak", "IŞTIRAK", "işti\u0307rak"):
        assert kept(register, spelt) == found


def test_search_finds_text_items_executors_and_numbers(register: Register) -> None:
    assert "2.4" in kept(register, "hosterlerinin")  # item d
    assert kept(register, '"2.4.ç"') == ["2.4"]
    assert "3.2" in kept(register, "torsens")  # as printed
    assert kept(register, "6.3-1") == ["6.3-1"]
    assert kept(register, '"internet"') == kept(register, "internet")
    assert kept(register, "qurban mcmeb") == [
        key for key in kept(register, "qurban") if key in kept(register, "mcmeb")
    ]
    assert kept(register, "no-such-word") == []


def test_words_of_one_field_widen_and_fields_narrow(register: Register) -> None:
    assert kept(register, "section:V,VI") == ["V", "6.1", "6.2", "6.3-1", "6.3-2"]
    assert kept(register, "section:V section:VI") == kept(register, "section:V,VI")
    assert kept(register, "section:VI executor:ik") == ["6.3-2"]


def test_deadlines(register: Register) -> None:
    assert kept(register, "due:2007") == ["1.2", "6.1"]
    assert kept(register, "due:..2007-02-28") == ["6.1"]
    assert kept(register, "due:..2007-02-27") == []
    assert kept(register, "due:2009") == ["1.3", "1.5", "3.7"]
    assert kept(register, "due:recurring") == ["6.2", "6.3-1", "6.3-2"]
    assert kept(register, "due:2011..") == []


def test_where_a_deadline_stands_on_a_day(register: Register) -> None:
    every = kept(register, "")
    for on in (date(2006, 11, 27), date(2007, 2, 28), date(2008, 2, 1), date(2012, 1, 1)):
        phases = [kept(register, f"due:{phase}", on) for phase in ("upcoming", "running", "ended")]
        assert sorted(key for phase in phases for key in phase) == sorted(every)
    assert kept(register, "due:upcoming", date(2006, 11, 27)) == every
    assert kept(register, "due:running", date(2006, 11, 28)) == ["6.1"]
    assert kept(register, "due:ended", date(2007, 3, 1)) == ["6.1"]
    assert "6.3-1" in kept(register, "due:upcoming", date(2008, 1, 31))
    assert "6.3-1" in kept(register, "due:running", date(2008, 2, 1))
    assert kept(register, "due:running", date(2011, 1, 1)) == ["6.3-1"]
    assert kept(register, "due:ended", date(2011, 3, 1)) == every
