"""The main job, by keyboard alone, at 80x24."""

from datetime import date
from pathlib import Path

import pytest
from sitting import NO, ON, YES, Sitting, ledger, sitting

from tui.dashboard.screens.decision import DecisionScreen
from tui.dashboard.screens.dialog import Question
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.measure import MeasureScreen
from tui.dashboard.screens.officer import OfficerScreen
from tui.dashboard.screens.retraction import RetractionScreen
from tui.dashboard.widgets.position_choice import PositionChoice


async def test_the_first_run_asks_whose_register_it_is(new: Path) -> None:
    async with sitting(new) as at:
        assert isinstance(at.screen, OfficerScreen)
        await at.press("down", "down", "enter")
        await at.type("Leyla Quliyeva")
        await at.press("enter")
        assert isinstance(at.screen, MainScreen)
        assert at.heading == f"BY  on {ON}  0 of 37 decided"
        assert at.desk.officer.name == "Leyla Quliyeva"
    async with sitting(new) as at:
        assert isinstance(at.screen, MainScreen)


async def test_a_name_is_asked_for(new: Path) -> None:
    async with sitting(new) as at:
        await at.press("enter", "enter")
        assert at.problem("name") == "say the name of the officer who records"
        await at.type("L")
        await at.press("f2")
        assert at.desk.officer.known


async def test_the_first_question_can_be_skipped_and_comes_back_with_the_first_decision(
    new: Path,
) -> None:
    async with sitting(new) as at:
        await at.press("escape")
        assert isinstance(at.screen, MainScreen)
        assert at.heading.startswith("no state")
        await at.press("enter")
        await at.shows("No state is chosen: press s, or o to set yours.")
        await at.press("d")
        assert isinstance(at.screen, OfficerScreen)
        await at.press("enter", "L", "enter")
        assert isinstance(at.screen, DecisionScreen)
        await at.press("enter", "f2")
        assert at.heading == f"AZ  on {ON}  1 of 37 decided"


async def test_skipping_records_nothing(new: Path) -> None:
    async with sitting(new) as at:
        await at.press("escape", "d", "escape")
        assert isinstance(at.screen, MainScreen)
        assert not at.desk.officer.known
    assert ledger(new, None) == ()


async def test_from_the_whole_programme_to_a_recorded_decision(file: Path) -> None:
    async with sitting(file) as at:
        assert len(at.keys) == 37
        await at.press("/")
        await at.type("section:II executor:dins due:2008 position:undetermined qurban")
        assert at.keys == ["2.4"]
        await at.press("enter")
        await at.shows(
            "Measures in section II, for DİNŞ, due in 2008, undetermined, with “qurban” 1"
        )

        await at.press("enter")
        assert isinstance(at.screen, MeasureScreen)
        await at.shows("İnsan alverinə qarşı mübarizə üzrə razılaşdırılmış")

        await at.press("d")
        assert isinstance(at.screen, DecisionScreen)
        await at.press("down", "enter")  # participates in part
        await at.type("2008-05-06")
        await at.press("enter")
        await at.type("Nazirlər Kabineti")
        await at.press("enter")
        await at.type("Qərar 12")
        await at.press("f2")  # the reservation is missing
        assert isinstance(at.screen, DecisionScreen)
        assert at.problem("reservation").startswith("say what is reserved")
        assert at.screen.query_one(PositionChoice).value == "participates-in-part"
        assert at.value("decided_on") == "2008-05-06"
        assert at.value("authority") == "Nazirlər Kabineti"
        assert at.value("act") == "Qərar 12"

        await at.type("bənd c")  # where the cursor has been put
        await at.press("f2")
        assert isinstance(at.screen, MainScreen)
        assert at.said == "Recorded: AZ participates in part, 2.4 (u takes it back)"
        assert at.heading == f"AZ  on {ON}  1 of 37 decided"
        assert at.position("2.4") == ("participates-in-part", "decision")

        await at.press("x")
        assert at.key == "2.4"  # where the officer was, although the filter hid it
        await at.shows("◐ in part")

    (entry,) = ledger(file)
    assert (entry.key, str(entry.decided_on), entry.authority, entry.act, entry.reservation) == (
        "2.4",
        "2008-05-06",
        "Nazirlər Kabineti",
        "Qərar 12",
        "bənd c",
    )
    async with sitting(file) as at:
        assert at.position("2.4") == ("participates-in-part", "decision")


async def test_narrowing_by_the_facets(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("left")
        assert at.facets.has_focus
        await choose(at, "executor", "dins")
        assert len(at.keys) == 12
        await at.shows("Measures for DİNŞ", "12 of 37 · x shows all")
        await choose(at, "due", "2008")
        await at.shows("Measures for DİNŞ, due in 2008")
        assert at.keys == ["2.4", "3.1", "3.4"]
        await choose(at, "due", "2008")  # once more drops it
        assert len(at.keys) == 12
        await at.press("right")
        assert at.docket.has_focus
        await at.press("x")
        assert len(at.keys) == 37


async def choose(at: Sitting, field: str, value: str) -> None:
    """Go to a value of a facet with the cursor keys, and choose it."""
    await at.press("home")
    for _ in range(at.facets.line_count):
        line = at.facets._lines[at.facets.cursor]
        if not isinstance(line, str) and (line.field, str(line.value)) == (field, value):
            await at.press("enter")
            return
        await at.press("down")
    pytest.fail(f"no {field} {value}")


WRONG_DAYS = (
    ("2008-13-45", "'2008-13-45' is not a date"),
    ("2006-11-27", "2006-11-27 is before the programme was adopted on 2006-11-28"),
    ("2008-06-03", "2008-06-03 has not come yet: today is 2008-06-02"),
    ("", "say the date: YYYY-MM-DD"),
)


async def test_a_wrong_date_is_said_at_its_field(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "enter")
        for day, problem in WRONG_DAYS:
            await at.press("ctrl+u", *day, "enter")  # leaving the field is enough
            await at.until(lambda: at.problem("decided_on"))
            assert problem in at.problem("decided_on")
            await at.shows(problem)
            await at.press("up", "ctrl+u", *"2008-06-02", "enter")
            await at.until(lambda: not at.problem("decided_on"))
            await at.press("up")
        await at.press("f2")
    assert [entry.decided_on for entry in ledger(file)] == [date(2008, 6, 2)]


async def test_nothing_is_chosen_for_the_officer(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "f2")
        assert isinstance(at.screen, DecisionScreen)
        await at.shows("choose one of participates")
        assert at.screen.query_one(PositionChoice).has_focus_within
    assert ledger(file) == ()


async def test_every_field_can_be_reached_and_is_recorded(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "space", "tab", "tab")
        for word in ("authority", "act", "reservation", "responsible", "note"):
            await at.type(word)
            await at.press("down")
        await at.press("enter")  # on the button
        assert isinstance(at.screen, MainScreen)
    (entry,) = ledger(file)
    fields = ("authority", "act", "reservation", "responsible", "note")
    assert [getattr(entry, field) for field in fields] == list(fields)


async def test_leaving_asks_only_when_something_was_typed(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "escape")
        assert isinstance(at.screen, MainScreen)
        await at.press("d", "tab", "tab", "A", "escape")
        assert isinstance(at.screen, Question)
        await at.press("escape")
        assert isinstance(at.screen, DecisionScreen)
        assert at.value("authority") == "A"
        await at.press("escape", *NO)
        assert at.value("authority") == "A"
        await at.press("escape", *YES)
        assert isinstance(at.screen, MainScreen)
        await at.press("d", "space", "ctrl+c")  # a choice counts too, and so does Ctrl+C
        assert isinstance(at.screen, Question)
        await at.press(*YES)
    assert ledger(file) == ()


async def test_an_item_is_decided_apart_from_its_measure(file: Path) -> None:
    async with sitting(file) as at:
        await at.narrow("section:II 2.4")
        await at.press(*["down"] * 4)
        assert at.key == "2.4.ç"
        await at.press("d")
        await at.shows("AZ decides on 2.4.ç")
        await at.press("down", "down", "enter", "f2")
        assert at.position("2.4") == ("undetermined", "signature")
        assert at.key == "2.4.ç"
        await at.shows("✗ does not")
        assert at.heading.endswith("0 of 37 decided")  # measures are counted, not items
    assert [entry.key for entry in ledger(file)] == ["2.4.ç"]


async def test_marked_measures_are_decided_in_one_go(file: Path) -> None:
    async with sitting(file) as at:
        await at.narrow("section:VI")
        await at.press("space", "space", "down", "space")
        assert at.heading.endswith("3 marked")
        await at.until(lambda: at.text.count("◆") == 3)
        await at.press("d")
        await at.shows("AZ decides on 3 measures and items")
        await at.shows("6.1, 6.2, 6.3-2")
        await at.press("enter", "f2")
        assert at.said == "Recorded: AZ participates, 6.1, 6.2, 6.3-2 (u takes them back)"
        await at.until(lambda: "◆" not in at.text)
        assert at.heading == f"AZ  on {ON}  3 of 37 decided"
        await at.press("u")
        assert isinstance(at.screen, RetractionScreen)
        await at.type("səhv")
        await at.press("enter")
        assert at.said == "Taken back: 6.1, 6.2, 6.3-2"
        assert at.heading == f"AZ  on {ON}  0 of 37 decided"
    entries = ledger(file)
    assert len({entry.recorded_at for entry in entries}) == 1
    assert [entry.seq for entry in entries] == [1, 2, 3, 4, 5, 6]


async def test_one_wrong_measure_of_several_records_none(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("space", "space", "d", "down", "enter", "f2")
        assert at.problem("reservation")
        await at.press("escape", *YES)
        assert at.heading.endswith("2 marked")  # still
    assert ledger(file) == ()


async def test_marks_can_be_taken_away(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("space", "space", "up", "space")
        assert list(at.docket.marked) == ["1.1"]
        await at.press("escape")
        assert at.docket.marked == {}
        assert "marked" not in at.heading


async def test_many_marks_are_counted_rather_than_named(file: Path) -> None:
    async with sitting(file) as at:
        await at.press(*["space"] * 12, "d", "enter", "f2")
        assert at.said == "Recorded: AZ participates, 12 measures and items (u takes them back)"
        await at.shows(at.said)
    assert len(ledger(file)) == 12


async def test_u_takes_back_as_a_retraction_and_the_last_first(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("u")
        assert at.said == "Nothing was recorded in this session; h shows the ledger"
        await at.press("d", "enter", "f2", "down", "d", "enter", "f2")
        assert at.position("1.2") == ("participates", "decision")
        await at.press("u", "enter")
        assert at.problem("reason") == "say why the entry is taken back"
        await at.type("iki dəfə")
        await at.press("enter")
        assert at.position("1.2") == ("undetermined", "signature")
        assert at.position("1.1") == ("participates", "decision")
        await at.press("u")
        await at.shows("1.1  AZ participates")
        await at.type("x")
        await at.press("escape")
        assert isinstance(at.screen, Question)
        await at.press(*YES, "u")
        await at.type("yanlış")
        await at.press("enter", "u")
        assert at.said.startswith("Nothing was recorded in this session")
    kinds = [(entry.kind, entry.retracts, entry.reason) for entry in ledger(file)]
    assert kinds == [
        ("decision", None, None),
        ("decision", None, None),
        ("retraction", "testhere-2", "iki dəfə"),
        ("retraction", "testhere-1", "yanlış"),
    ]


async def test_n_goes_to_the_next_undetermined_measure_and_around(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("n")
        assert at.key == "1.2"
        await at.press("d", "enter", "f2", "up", "n")
        assert at.key == "1.3"  # 1.2 is decided
        await at.press("end", "n")
        assert at.key == "1.1"


async def test_n_says_when_nothing_is_open(file: Path) -> None:
    async with sitting(file, state="RU") as at:
        await at.press("n")
        assert at.said == "No measure shown here is undetermined"
        assert at.key == "1.1"


async def test_an_empty_docket_says_why_and_how_to_get_out(file: Path) -> None:
    async with sitting(file) as at:
        await at.narrow("section:V executor:paa")
        assert at.keys == []
        await at.shows("No measure is left by this filter:")
        await at.shows("Measures in section V, for PAA.")
        await at.shows("x shows all measures.")
        await at.press("d")
        assert at.said == "There is nothing here to decide on"
        await at.press(
            "enter", "space", "n", "up", "down", "pagedown", "home", "end", "h", "escape"
        )
        assert isinstance(at.screen, MainScreen)
        await at.press("x")
        assert len(at.keys) == 37
        await at.press("right")
        assert at.docket.has_focus


async def test_a_decision_that_leaves_the_filter_leaves_the_docket(file: Path) -> None:
    async with sitting(file) as at:
        await at.narrow("section:VI position:undetermined")
        assert at.keys == ["6.1", "6.2", "6.3-1", "6.3-2"]
        await at.press("down", "d", "enter", "f2")
        assert at.keys == ["6.1", "6.3-1", "6.3-2"]
        assert at.key == "6.3-1"  # the next one to decide on
        await at.press("x")
        assert at.key == "6.2"
