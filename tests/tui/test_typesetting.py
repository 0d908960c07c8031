"""The act in lines: all of its words, in their order, wherever the lines break."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.paragraphs import Paragraph
from store.register import Register
from store.values import Part, Position, PositionValue, Rule, View
from tui.typesetting import LEAST_WIDTH, Line, Page, opening, typeset

PARTICIPATES = PositionValue.PARTICIPATES
WIDTHS = st.integers(1, 200)


@pytest.fixture(scope="module")
def act(tmp_path_factory: pytest.TempPathFactory) -> tuple[Paragraph, ...]:
    with Register.open(tmp_path_factory.mktemp("act") / "istirak.db") as register:
        return register.act(View("cis-thb-2007-2010", "AZ", date(2008, 6, 2)))


def drawn_width(page: Page, line: Line) -> int:
    words = cell_len((line.lead or " " * line.indent) + page.words(line))
    return max(words, page.beside(line) + cell_len(line.margin)) if line.margin else words


@given(data=st.data())
def test_every_word_is_set_once_and_no_line_is_too_wide(
    act: tuple[Paragraph, ...], data: st.DataObject
) -> None:
    page = typeset(act, data.draw(WIDTHS))
    assert all(drawn_width(page, line) <= page.width for line in page.lines)
    for index, paragraph in enumerate(act):
        own = [page.words(line) for line in page.lines if line.paragraph == index]
        assert "".join("".join(own).split()) == "".join(paragraph.words.split())


@given(data=st.data())
def test_a_place_is_found_again_whatever_the_width(
    act: tuple[Paragraph, ...], data: st.DataObject
) -> None:
    page, other = typeset(act, data.draw(WIDTHS)), typeset(act, data.draw(WIDTHS))
    number = data.draw(st.integers(0, len(page.lines) - 1))
    line = page.lines[number]
    again = other.lines[other.line_of(line.paragraph, line.start)]
    assert again.paragraph == line.paragraph
    assert again.start <= line.start
    if line.start < line.end:
        assert line.start < again.end


def test_every_paragraph_begins_where_it_is_said_to(act: tuple[Paragraph, ...]) -> None:
    page = typeset(act, 80)
    for index, top in enumerate(page.tops):
        assert page.lines[top].paragraph == index
        assert not page.lines[top].empty
        assert top <= page.line_of(index)
    assert [each.opens for each in page.lines if each.opens] == list(Part)


def position(value: PositionValue, *, inherited: bool = False) -> Position:
    return Position(value, Rule.OPINION_ON_EACH, inherited=inherited)


def measure(number: str | None = "2.4.") -> list[Paragraph]:
    part, open_, excluded = Part.PROGRAMME, PositionValue.UNDETERMINED, PositionValue.NOT_BOUND
    return [
        Paragraph(part, "measure", "bir iki üç " * 9, number, "2.4", position(open_)),
        Paragraph(part, "deadline", "2008-ci il", key="2.4"),
        Paragraph(part, "item", "dörd", "a)", "2.4.a", position(open_, inherited=True)),
        Paragraph(part, "item", "beş", "ç)", "2.4.ç", position(excluded)),
        Paragraph(part, "note", "ours " * 15, key="2.4"),
    ]


def drawn(page: Page) -> list[str]:
    lines = []
    for line in page.lines:
        words = (line.lead or " " * line.indent) + page.words(line)
        lines.append(words.ljust(page.beside(line)) + line.margin if line.margin else words)
    return [line.rstrip() for line in lines]


def test_positions_stand_in_the_margin_where_they_differ() -> None:
    assert drawn(typeset(measure(), 60)) == [
        "2.4. bir iki üç bir iki üç bir iki üç bir     ? undetermined",
        "     iki üç bir iki üç bir iki üç bir iki üç",
        "     bir iki üç bir iki üç",
        "     2008-ci il",
        "     a) dörd",
        "     ç) beş".ljust(46) + "– not bound",
        "     ┊ ours: ours ours ours ours ours ours",
        "     ┊       ours ours ours ours ours ours",
        "     ┊       ours ours ours",
    ]


def test_where_there_is_no_room_for_a_margin_they_stand_below() -> None:
    shown = drawn(typeset(measure(), 30))
    assert "     ? undetermined" in shown
    assert shown[shown.index("     ç) beş") + 1] == "     – not bound"


def test_what_is_to_confirm_is_said_below_the_position() -> None:
    first, *others = measure()
    decided = replace(first, position=Position(PARTICIPATES, Rule.OWN_DECISION, to_confirm=True))
    shown = drawn(typeset([decided, *others], 60))
    assert [line[46:] for line in shown[:3]] == ["(participates)", "! to confirm", ""]


def test_a_key_that_is_not_the_number_is_shown() -> None:
    assert not any("key" in line for line in drawn(typeset(measure(), 80)))
    assert drawn(typeset(measure(None), 80))[1].endswith("  key 2.4")
    assert drawn(typeset(measure("2.4"), 80))[1].endswith("üç")


def test_what_would_steer_a_terminal_is_shown() -> None:
    page = typeset([Paragraph(Part.LAW, "paragraph", "a\x1b[2J\u202eb")], 80)
    assert page.words(page.lines[0]) == "a␛[2J‹U+202E›b"


def test_an_opening_is_a_line_of_its_width() -> None:
    assert opening(Part.ANNEX, 30) == "── 6 Annex ───────────────────"
    assert all(cell_len(opening(part, LEAST_WIDTH)) == LEAST_WIDTH for part in Part)
