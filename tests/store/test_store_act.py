"""The act is read back as it was published: nothing lost, and nothing added but what is ours."""

import re
from datetime import date
from itertools import groupby, zip_longest
from pathlib import Path

import pytest
from desk import PROGRAMME, decide, view

from seed.reading import programme_folders, read_programme
from store.errors import NoLonger, Usage
from store.paragraphs import Paragraph
from store.register import Register
from store.values import Part, PositionValue, View

FOLDER = next(folder for folder in programme_folders() if folder.name == "cis-thb-2007-2010")
PUBLISHED = (FOLDER / "act.az.txt").read_text("utf-8")
MARKUP = re.compile(r"</?[a-z]+>|\*+|^#+ |\\", re.MULTILINE)
ON = date(2008, 6, 2)


@pytest.fixture(scope="module")
def act(tmp_path_factory: pytest.TempPathFactory) -> tuple[Paragraph, ...]:
    with Register.open(tmp_path_factory.mktemp("act") / "istirak.db") as register:
        return register.act(View("cis-thb-2007-2010", "AZ", ON))


def test_the_words_are_those_of_the_act_and_all_of_them(act: tuple[Paragraph, ...]) -> None:
    read = " ".join(each.words for each in act if each.kind != "note").split()
    printed = MARKUP.sub("", PUBLISHED).split()
    for place, (ours, theirs) in enumerate(zip_longest(read, printed)):
        assert ours == theirs, " ".join(printed[max(0, place - 12) : place + 12])


def test_each_part_stands_once_in_the_order_of_the_act(act: tuple[Paragraph, ...]) -> None:
    assert [part for part, _ in groupby(act, key=lambda each: each.part)] == list(Part)


def test_measures_and_items_have_keys_and_positions(act: tuple[Paragraph, ...]) -> None:
    programme = read_programme(FOLDER)
    rows = [each for each in act if each.kind in {"measure", "item"}]
    keys = []
    for measure in programme.measures:
        keys += [measure.key, *(f"{measure.key}.{item.letter}" for item in measure.items)]
    assert [each.key for each in rows] == keys
    positions = {each.key: each.position.value for each in rows if each.position}
    assert len(positions) == len(keys)
    assert positions.pop("1.4.c") is PositionValue.NOT_BOUND
    assert set(positions.values()) == {PositionValue.UNDETERMINED}
    assert all(each.position is None for each in act if each not in rows)


def test_what_belongs_to_a_measure_has_its_key(act: tuple[Paragraph, ...]) -> None:
    of_the_last = [(each.kind, each.number) for each in act if each.key == "6.3-2"]
    assert of_the_last[:4] == [
        ("measure", "6.3"),
        ("deadline", None),
        ("executors", None),
        ("decision-bodies", None),
    ]
    assert {kind for kind, _ in of_the_last[4:]} == {"note"}
    assert not any(each.key for each in act if each.part is not Part.PROGRAMME)
    assert [each.kind for each in act if each.key == "1.2.b"] == ["item", "note"]


@pytest.mark.parametrize("state", ["AZ", "AM", "GE", "UA"])
def test_what_a_position_rests_on_stands_in_the_part_that_is_named(
    state: str, tmp_path: Path
) -> None:
    with Register.open(tmp_path / "istirak.db") as register:
        act = register.act(View("cis-thb-2007-2010", state, ON))
    clauses = {each.position.clause for each in act if each.position}
    assert None not in clauses
    for clause in filter(None, clauses):
        assert clause.text in [each.words for each in act if each.part is clause.part]


def test_every_editorial_note_is_there_once(act: tuple[Paragraph, ...]) -> None:
    # Those on the bodies stand with the body, not in the act.
    text = (FOLDER / "programme.toml").read_text("utf-8").split("[[executor]]")
    text = [text[0], *(each.partition("[[section]]")[2] for each in text[-1:])]
    shown = [each.text for each in act if each.kind == "note"]
    assert len(shown) == len(set(shown)) + 2  # one is given twice, and "Read as every year" too
    assert all(any(note in part for part in text) for note in shown)
    assert "The act does not give the text of the reservation." in shown


def test_an_edition_is_read_as_it_is_and_what_it_took_out_is_said_to_be_gone(file: Path) -> None:
    with Register.open(file) as register:
        decide(register, "6.2", "2.5")
    text = (FOLDER / "programme.toml").read_text("utf-8")
    text = text.replace("strukturlar (bölmələr) yaratmaq", "bölmələr yaratmaq")
    before, _, after = text.partition('[[measure]]\nkey = "6.2"')
    edition = file.parent / "programmes" / PROGRAMME / "programme.toml"
    edition.parent.mkdir(parents=True)
    edition.write_text(before + "[[measure]]" + after.partition("[[measure]]")[2], "utf-8")
    with Register.open(file) as register:
        measure, *_ = register.act(view(), "2.5")
        assert measure.text.endswith("ixtisaslaşdırılmış bölmələr yaratmaq")
        assert measure.position
        assert measure.position.to_confirm
        assert not any(each.key == "6.2" for each in register.act(view()))
        with pytest.raises(NoLonger, match=r"6\.2 is no longer in the programme"):
            register.act(view(), "6.2")


def test_without_a_state_there_are_no_positions(tmp_path: Path) -> None:
    with Register.open(tmp_path / "istirak.db") as register:
        act = register.act(View("cis-thb-2007-2010", None, ON))
        assert not any(each.position for each in act)
        with pytest.raises(Usage, match="'XX' is no state"):
            register.act(View("cis-thb-2007-2010", "XX", ON))
