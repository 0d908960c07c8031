"""The facets: what each choice would leave, under the other filters."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sitting import ON, Sitting, recorded, sitting

from store.docket import FacetValue
from store.register import Register


def facets(at: Sitting) -> dict[tuple[str, str], FacetValue]:
    lines = (line for line in at.facets._lines if not isinstance(line, str))
    return {(line.field, str(line.value)): line for line in lines}


def counts(at: Sitting, field: str) -> dict[str, int]:
    return {value: facet.count for (each, value), facet in facets(at).items() if each == field}


LINES = (
    "",
    "section:II",
    "executor:dins due:2008",
    "qurban position:undetermined",
    "section:II,VI executor:dins,states due:recurring,2010",
    "zzz",
)


async def test_a_count_is_what_choosing_it_alone_would_leave(
    register: Register, file: Path
) -> None:
    recorded(register, "2.4", "6.2")
    async with sitting(file) as at:
        for line in LINES:
            await at.narrow(line)
            chosen = at.main._filter
            for (field, _), facet in facets(at).items():
                alone = replace(chosen, **{field: ()}).toggled(facet.field, facet.value)
                left = sum(alone.matches(measure, ON) for measure in at.main._measures)
                assert facet.count == left, (line, field, facet.value)


async def test_the_programme_at_first_sight(file: Path) -> None:
    async with sitting(file) as at:
        assert counts(at, "section") == {"I": 8, "II": 14, "III": 8, "IV": 2, "V": 1, "VI": 4}
        assert counts(at, "position")["undetermined"] == 37
        assert sum(counts(at, "due")[str(year)] for year in (2007, 2008, 2009, 2010)) == 34
        assert counts(at, "due")["recurring"] == 3
        assert set(counts(at, "executor")) == set(at.desk.programme.executors)
        await at.shows("dövlətlər     23", "DİNŞ          12", "I   Təşkilat…  8")


async def test_the_day_of_the_view_decides_what_is_running(file: Path) -> None:
    for day, phase in ((date(2006, 12, 1), "upcoming"), (date(2011, 7, 1), "ended")):
        async with sitting(file, on=day) as at:
            due = counts(at, "due")
            assert max(("upcoming", "running", "ended"), key=due.__getitem__) == phase


async def test_chosen_and_empty_values_can_be_told_without_colour(file: Path) -> None:
    async with sitting(file) as at:
        await at.narrow("section:V")
        await at.shows("✓ V   Maliyyə …  1", "PAA            0")
        assert [value for value, facet in facets(at).items() if facet.chosen] == [("section", "V")]


async def test_a_click_chooses(file: Path) -> None:
    async with sitting(file) as at:
        await at.pilot.click("#facets", offset=(5, 2))
        await at.settled()
        assert len(at.keys) == 14
        await at.pilot.click("#facets", offset=(5, 0))  # a heading
        await at.settled()
        assert len(at.keys) == 14
        await at.pilot.click("#facets", offset=(5, 2))
        await at.settled()
        assert len(at.keys) == 37


async def test_the_facets_keep_their_cursor(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("left", "down", "space")
        assert at.facets.cursor == 2
        assert at.facets.has_focus
        await at.press("down", "space", "up", "space")
        assert at.main._filter.section == ("III",)
