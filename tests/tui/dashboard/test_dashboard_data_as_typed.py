"""What people typed is shown as they typed it: never as markup, never as an order to a terminal."""

from pathlib import Path

from sitting import HOSTILE, PROGRAMME, WIDE, Sitting, ledger, recorded, sitting

from store.register import Register
from tui.dashboard.screens.ledger import LedgerScreen
from tui.dashboard.screens.main import MainScreen
from tui.dashboard.screens.measure import MeasureScreen
from tui.dashboard.screens.officer import OfficerScreen
from tui.dashboard.screens.retraction import RetractionScreen
from tui.visible import visible

SHOWN = "[/x] [red] \\ ␛[2J␇ ‹U+202E›txet ␀ ‹U+200B›"
IN_A_FIELD = "[/x] [red] \\ ␛[2J␇ �txet ␀ �"  # character by character
FIELDS = ("authority", "act", "reservation", "responsible", "note")


def steering(at: Sitting) -> set[str]:
    """The characters on the screen that would steer a terminal."""
    return {each for each in at.text if visible(each, lines=True) != each}


async def sees(at: Sitting, *texts: str) -> None:
    await at.shows(*texts)
    assert not steering(at)


def test_the_text_is_hostile() -> None:
    assert visible(HOSTILE).startswith(SHOWN)
    assert "\x1b" in HOSTILE
    assert visible(HOSTILE, lines=True) != HOSTILE


async def test_a_decision_is_recorded_and_shown_as_typed(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "down", "enter")
        for field in FIELDS:
            await at.fill(field, f"{field} {HOSTILE}")
        await sees(at, IN_A_FIELD)
        await at.press("f2")
        assert isinstance(at.screen, MainScreen)
        await at.press("enter")
        assert isinstance(at.screen, MeasureScreen)
        await at.press("pagedown")
        await sees(at, f"by: authority {SHOWN}", f"reservation: reservation {SHOWN}")
    (entry,) = ledger(file)
    assert [getattr(entry, field) for field in FIELDS] == [f"{each} {HOSTILE}" for each in FIELDS]


async def test_the_officers_name_is_shown_as_typed(new: Path) -> None:
    async with sitting(new) as at:
        await at.press("enter")
        await at.paste(HOSTILE)
        await sees(at, IN_A_FIELD)
        await at.press("enter", "d", "enter", "f2", "u")
        assert isinstance(at.screen, RetractionScreen)
        await sees(at, f"by {SHOWN}")
        await at.press("escape", "o")
        assert isinstance(at.screen, OfficerScreen)
        assert at.value("name") == HOSTILE
        await sees(at, IN_A_FIELD)
        await at.press("escape")  # nothing was changed, so nothing is asked
        assert isinstance(at.screen, MainScreen)


async def test_a_reason_is_shown_as_typed(register: Register, file: Path) -> None:
    recorded(register, "1.1", authority=HOSTILE)
    async with sitting(file) as at:
        await at.press("h")
        assert isinstance(at.screen, LedgerScreen)
        await sees(at, SHOWN[:20], f"by: {SHOWN}")
        await at.press("u")
        await sees(at, f"by: {SHOWN}")
        await at.paste(HOSTILE)
        await sees(at, IN_A_FIELD)
        await at.press("enter")
        await sees(at, "taken back by testhere-2")
        await at.press("home")
        await sees(at, f"took back testhere-1: {SHOWN}")
    assert ledger(file)[1].reason == HOSTILE


async def test_a_search_is_shown_as_typed(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("/")
        await at.paste(HOSTILE)
        await sees(at, "[/x] [red] \\", "Measures with “[/x]” and “[red]” and “\\”")
        await at.press("enter")
        assert at.keys == []
        await sees(at, "No measure is left by this filter:", "Measures with “[/x]” and “[red]”")
        await at.press("x", "/")
        await at.paste(f"[/x]\x1b\u202e: {HOSTILE}")
        await sees(at, "'[/x]\\x1b\\u202e' is no filter word")


async def test_everything_beside_the_docket_is_shown_as_typed(
    register: Register, file: Path
) -> None:
    register.set_up(PROGRAMME, "AZ", HOSTILE)
    recorded(register, "1.1", position="participates-in-part", reservation=HOSTILE, note="a\nb")
    async with sitting(file, WIDE) as at:
        await sees(at, "reservation: [/x] [red] \\", "␛[2J␇ ‹U+202E›txet ␀")
        await at.press("enter", "pagedown", "escape", "u", "h", "h", "escape", "s", "escape", "?")
        assert not steering(at)


async def test_a_field_takes_every_line_of_what_is_pasted(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "enter")
        await at.fill("authority", "Nazirlər\r\nKabineti\n\n  Qərar\n")
        assert at.value("authority") == "Nazirlər Kabineti Qərar"
        await at.fill("act", "\n")
        assert at.value("act") == ""
        await at.paste("b")
        await at.press("home")
        await at.paste("a")
        assert at.value("act") == "ab"


async def test_an_error_quotes_what_was_typed(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "enter")
        await at.fill("decided_on", "[/x] \x1b[2J")
        await at.press("f2")
        await sees(at, "'[/x] \\x1b[2J' is not a date")
