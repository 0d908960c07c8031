"""Windows of every size, and what tells things apart without colours."""

from pathlib import Path

from rich.segment import Segment
from sitting import NARROW, Sitting, recorded, sitting
from textual._context import visible_screen_stack

from store.register import Register
from tui.dashboard.screens.decision import DecisionScreen
from tui.dashboard.screens.too_small import TooSmallScreen
from tui.language import use
from tui.wording.positions import POSITION_MARKS, POSITION_SENTENCES, POSITION_WORDS


async def test_a_window_that_is_too_small_says_so(file: Path) -> None:
    async with sitting(file) as at:
        await at.press("d", "down", "enter", "tab", *"Nazirlər")
        for size in ((59, 24), (80, 19), (20, 5), (1, 1)):
            await at.resize(size)
            await at.until(lambda: isinstance(at.screen, TooSmallScreen))
            if size[0] >= 20:
                await at.shows(f"This window has {size[0]} columns and {size[1]} lines.")
            await at.press("f2", "escape", "q", "x")  # nothing happens unseen
            await at.resize((60, 20))
            await at.until(lambda: isinstance(at.screen, DecisionScreen))
            assert at.value("authority") == "Nazirlər"
        assert not at.app._exit


async def test_a_window_that_is_too_small_from_the_start(new: Path) -> None:
    async with sitting(new, (40, 10)) as at:
        await at.shows("İştirak needs 60 and 20: make it larger.")
        await at.resize(NARROW)
        await at.shows("Whose register is this?")
        await at.press("ctrl+c")
        assert at.app._exit


SIZES = ((60, 20), (72, 20), NARROW, (99, 30), (100, 30), (250, 80))


async def test_labels_are_not_cut(register: Register, file: Path) -> None:
    recorded(register, "1.1", position="participates-in-part", reservation="c")
    async with sitting(file) as at:
        for size in SIZES:
            await at.resize(size)
            await at.shows("No.", "Due", "Position", "SECTION", "◐ in part", "? undetermined")
            await at.shows("2007–2010", "2007 ", "dövlətlər     ")
            await at.press("left", "end")
            await at.shows("– not bound", "DUE" if size == (250, 80) else "POSITION")
            await at.press("home", "right", "d")
            await at.shows("Position", "Date of the decision", "Deciding authority", "Legal act")
            await at.shows("Reservation", "Responsible body", "Note", "Record", "Leave")
            await at.shows("required to participate in part", "the body that carries it out")
            await at.shows("Enter next field · F2 or Ctrl+S records · Esc leaves")
            await at.press("escape", "s")
            special = "signed with a special opinion" if size[0] >= 80 else "not signed"
            await at.shows("Azərbaycan Respublikası", special)
            await at.press("escape", "o")
            await at.shows("Enter goes on · F2 or Ctrl+S saves · Esc skips for now")
            await at.press("escape")


def attributes(at: Sitting, text: str) -> set[str]:
    """The attributes, other than colours, in which a line with a text is drawn."""
    strip = next(each for each in strips(at) if text in "".join(part.text for part in each))
    segment = next(part for part in strip if text in part.text)
    style = segment.style
    assert style
    return {name for name in ("bold", "dim", "reverse", "underline") if getattr(style, name)}


def strips(at: Sitting) -> list[list[Segment]]:
    visible_screen_stack.set(at.app._background_screens)
    return [list(strip) for strip in at.screen._compositor.render_strips()]


async def test_the_cursor_and_the_focus_are_seen_without_colours(file: Path) -> None:
    async with sitting(file) as at:
        await at.until(lambda: "reverse" in attributes(at, "1.1   "))
        assert "reverse" not in attributes(at, "1.2   ")
        await at.press("left")
        await at.until(lambda: "reverse" not in attributes(at, "1.1   "))
        assert "reverse" in attributes(at, "I   Təşk")


def test_no_two_positions_look_alike() -> None:
    for words in (POSITION_WORDS, POSITION_MARKS, POSITION_SENTENCES):
        assert len(set(words.values())) == len(words)


async def test_every_theme_can_be_chosen(file: Path) -> None:
    async with sitting(file) as at:
        for theme in sorted(at.app.available_themes):
            at.app.theme = theme
            await at.press("down" if at.key == "1.1" else "up")
            await at.until(lambda: "reverse" in attributes(at, f"{at.key}   "))


async def test_a_narrow_window_keeps_the_keys_that_record_and_leave(file: Path) -> None:
    async with sitting(file, (60, 20)) as at:
        use("ru")
        await at.press("d")
        await at.shows(" F2 или Ctrl+S – записать · Esc – выйти ─╯", "обязательна для частичного… ")
        await at.resize(NARROW)
        await at.shows("─ Enter – следующее поле · F2 или Ctrl+S – записать · Esc – выйти ─╯")
        await at.shows("обязательна для частичного участия")
        await at.press("escape", "f1")
        await at.shows("Записать решение по мероприятию или подпункту под курсором ")
        await at.resize((60, 20))
        await at.shows("Записать решение по мероприятию или ")


async def test_what_is_typed_last_is_seen(file: Path) -> None:
    async with sitting(file) as at:
        await at.press(
            "d", "down", "enter", "tab", *"Nazirlər Kabinetinin sədri və onun müavinləri"
        )
        await at.press(*", hamısı birlikdə")
        await at.shows("müavinləri, hamısı birlikdə")
