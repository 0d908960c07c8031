"""The mouse, as a terminal sends it: rows, filters, keys, buttons and the wheel."""

from pathlib import Path

from terminal import DOWN, ESCAPE, Terminal, terminal

LEFT_BUTTON, WHEEL_UP, WHEEL_DOWN = 0, 64, 65
LAST_LINE = 24


def click(it: Terminal, text: str, line: int | None = None, times: int = 1) -> None:
    """Click on a text that is seen, on a line or the first that has it."""
    it.wait_for(text)
    lines = it.text.split("\n")
    y = line or next(number for number, each in enumerate(lines, 1) if text in each)
    x = lines[y - 1].index(text) + 1
    it.type(f"\x1b[<{LEFT_BUTTON};{x};{y}M\x1b[<{LEFT_BUTTON};{x};{y}m" * times)


def wheel(it: Terminal, button: int, x: int, y: int) -> None:
    it.type(f"\x1b[<{button};{x};{y}M" * 3)


def test_rows_filters_keys_and_the_wheel_of_the_docket(folder: Path) -> None:
    with terminal(folder) as it:
        it.wait_for("0 of 37 decided", "1.1  İnsan alverinə qarşı", "q Quit")
        click(it, "1.3 ")
        it.wait_for("1.3  İnsanın,")
        assert it.is_reversed("1.3   ")
        click(it, "II ")
        it.wait_for("✓ II")
        it.wait_until_gone("1.1   ")
        click(it, "✓ II")
        it.wait_for("1.1   ")
        wheel(it, WHEEL_DOWN, 40, 10)
        it.wait_until_gone("1.1   ")
        wheel(it, WHEEL_UP, 40, 10)
        it.wait_for("1.1   ")
        wheel(it, WHEEL_DOWN, 8, 10)
        it.wait_until_gone("SECTION")
        click(it, "d Decide", LAST_LINE)
        it.wait_for("AZ decides on", "Esc leaves")
        it.type(ESCAPE)
        it.wait_until_gone("AZ decides on")
        click(it, "h Ledger", LAST_LINE)
        it.wait_for("Ledger of AZ")
        click(it, "Esc Back", LAST_LINE)
        it.wait_for("1.1   ", "d Decide")
        click(it, "q Quit", LAST_LINE)
        assert it.wait_for_end() == 0
        assert it.is_as_before()


def test_two_clicks_read_a_measure_and_choose_nothing_twice(folder: Path) -> None:
    with terminal(folder) as it:
        it.wait_for("0 of 37 decided", "1.1  İnsan alverinə qarşı", "q Quit")
        click(it, "1.3 ", times=2)
        it.wait_for("1.3  (printed 1.3.)", "Position of AZ")
        click(it, "Esc Back", LAST_LINE)
        it.wait_for("1.3  İnsanın,", "q Quit")
        click(it, "II ", times=2)
        it.type("h")
        it.wait_for("Ledger of AZ")
        click(it, "Esc Back", LAST_LINE)
        it.wait_for("1.1   ", "q Quit")
        assert "✓" not in it.text


def test_a_click_on_the_line_copies_once_more_and_one_elsewhere_ends_it(folder: Path) -> None:
    with terminal(folder) as it:
        it.wait_for("0 of 37 decided", "q Quit")
        it.type("e")
        it.wait_for("Copied to the clipboard")
        click(it, "Copied", LAST_LINE)
        it.wait_for("Copied to the file")
        assert (folder / "copied.txt").exists()
        click(it, "1.3 ")
        it.wait_for("1.3  İnsanın,", "q Quit")
        it.wait_until_gone("Copied")


def test_the_other_screens(folder: Path) -> None:
    with terminal(folder) as it:
        it.wait_for("0 of 37 decided", "q Quit")
        it.type("g")
        it.wait_for("Agenda of AZ", "Esc Back")
        click(it, "6.2 ")
        it.wait_for("6.2  “")
        wheel(it, WHEEL_DOWN, 30, 8)
        click(it, "v Narrow", LAST_LINE)
        it.wait_for("overdue")
        click(it, "Esc Back", LAST_LINE)
        it.wait_for("d Decide")

        it.type("t")
        it.wait_for("Treaties:", "Esc Back")
        click(it, "AM ")
        it.wait_for("AM: ")
        click(it, "Enter Ladder", LAST_LINE)
        it.wait_for("AM on", "d Record  u Take back")
        click(it, "Esc Back", LAST_LINE)
        it.wait_for("Treaties:", "Enter Ladder")
        click(it, "Esc Back", LAST_LINE)
        it.wait_for("d Decide")

        it.type("r")
        it.wait_for("The act: 5", "Esc Back")
        before = it.text
        wheel(it, WHEEL_DOWN, 30, 10)
        while it.text == before:
            it.silence(0.05)
        click(it, "Tab Contents", LAST_LINE)
        it.wait_for("Esc Back to the text")
        click(it, "Esc Back", LAST_LINE)
        it.wait_for("Tab Contents")
        click(it, "Esc Back", LAST_LINE)
        it.wait_for("d Decide")
        it.type("y")
        it.wait_for("Information for", "Esc Back")
        click(it, "1.3 ")
        it.wait_for("1.3  20")
        wheel(it, WHEEL_DOWN, 30, 8)
        it.wait_until_gone(" 1.1 ")
        click(it, "k Checks", LAST_LINE)
        it.wait_for("block")
        click(it, "Esc Back", LAST_LINE)
        it.wait_for("A draft", "= Same")
        click(it, "Esc Back", LAST_LINE)
        it.wait_for("d Decide")


def test_buttons_and_fields_of_a_dialog(folder: Path) -> None:
    with terminal(folder) as it:
        it.wait_for("0 of 37 decided", "q Quit")
        it.type(f"{DOWN}d")
        it.wait_for("AZ decides on 1.2", "Esc leaves")
        click(it, "does not participate")
        click(it, "Record")
        it.wait_for("Recorded: AZ does not participate, 1.2")
