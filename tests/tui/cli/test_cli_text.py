"""The act is printed as it was published, whole or a part of it."""

import re
from itertools import zip_longest

import pytest
from installed_command import Cli
from rich.cells import cell_len

from seed.reading import programme_folders

FOLDER = next(folder for folder in programme_folders() if folder.name == "cis-thb-2007-2010")
MARKUP = re.compile(r"</?[a-z]+>|\*+|^#+ |\\", re.MULTILINE)
PUBLISHED = MARKUP.sub("", (FOLDER / "act.az.txt").read_text("utf-8")).split()

PARTS = ("law", "decision", "signatures", "passport", "programme", "annex", "special-opinion")
KEYS = ["part", "kind", "key", "text", "position"]


def official(paragraphs: list[dict[str, str]]) -> list[str]:
    return " ".join(each["text"] for each in paragraphs if each["kind"] != "note").split()


def without_colours(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_all_parts_in_order_are_the_words_of_the_act(known: Cli) -> None:
    words = [word for part in PARTS for word in official(known.ok("text", part, "--json").json)]
    for place, (ours, theirs) in enumerate(zip_longest(words, PUBLISHED)):
        assert ours == theirs, " ".join(PUBLISHED[max(0, place - 12) : place + 12])
    assert official(known.ok("text", "--json").json) == words


def test_json_has_exactly_these_keys(known: Cli) -> None:
    act = known.ok("text", "--json", "--on", "2008-06-02").json
    assert all(list(each) == KEYS for each in act)
    (item,) = (each for each in act if each["key"] == "1.4.c")
    assert (item["part"], item["kind"]) == ("programme", "item")
    assert item["text"].startswith("c) insan alverinə qarşı")
    assert item["position"]["value"] == "not-bound"
    law = [each for each in act if each["part"] == "law"]
    assert law[0] == {
        "part": "law",
        "kind": "label",
        "key": None,
        "text": "AKTIN NÖVÜ",
        "position": None,
    }


def test_plain_lines_are_a_paragraph_each(known: Cli) -> None:
    rows = known.ok("text", "--on", "2008-06-02").rows
    assert {len(row) for row in rows} == {5}
    assert [row[0] for row in rows if row[1] == "measure"] == ["programme"] * 37
    measure = next(row for row in rows if row[2] == "6.3-1")
    assert measure[3] == "undetermined"
    assert measure[4].startswith("6.3 Proqramın icrası")


def test_positions_are_those_of_the_view(known: Cli) -> None:
    def positions(*arguments: str) -> set[str]:
        act = known.ok("text", "programme", "--json", *arguments).json
        return {each["position"]["value"] for each in act if each["position"]}

    assert positions("--on", "2008-06-02", "--state", "TM") == {"not-bound"}
    assert positions("--on", "2008-06-02", "--state", "KZ") == {"participates"}
    known.ok("decide", "2.7", "--position", "under-consideration", "--date", "2009-01-05")
    assert "under-consideration" not in positions("--on", "2009-01-04")
    assert "under-consideration" in positions("--on", "2009-01-05")
    assert "under-consideration" not in positions("--on", "2009-01-05", "--known-on", "2009-01-05")


@pytest.mark.parametrize("part", ["special-opinion", "Special Opinion", " SPECIAL-OPINION "])
def test_a_part_is_found_however_it_is_typed(known: Cli, part: str) -> None:
    assert {row[0] for row in known.ok("text", part).rows} == {"special-opinion"}


@pytest.mark.parametrize(
    ("key", "kinds"),
    [
        ("2.5", ["measure", "deadline", "executors", "note"]),
        ("1.4.c", ["item"]),
        ("1.2.b", ["item", "note"]),
        ("V", ["measure", "deadline", "executors", "note"]),
    ],
)
def test_a_measure_or_an_item_is_printed_alone(known: Cli, key: str, kinds: list[str]) -> None:
    rows = known.ok("text", key).rows
    assert [row[1] for row in rows] == kinds
    assert {row[2] for row in rows} == {key}
    items = known.ok("text", "2.4").rows
    assert [row[2] for row in items if row[1] == "item"] == [f"2.4.{each}" for each in "abcçde"]


def test_an_unknown_part_is_refused_and_the_parts_are_named(known: Cli) -> None:
    refused = known("text", "preamble")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "istirak: 'preamble' is no part of the act, and no measure of it. "
        f"Say {', '.join(PARTS)}, or the key of a measure such as 2.4.\n"
    )
    assert "Say 6.3-1 or 6.3-2" in known("text", "6.3").err
    assert known("text", "9.9").code == 2


@pytest.mark.parametrize("columns", [20, 40, 80, 120])
def test_on_a_terminal_no_line_is_wider_than_it_and_no_word_is_lost(
    known: Cli, columns: int
) -> None:
    shown = without_colours(known.on_terminal("text", "annex", columns=columns).out)
    assert max(map(cell_len, shown.splitlines())) <= max(columns, 24)
    printed = [line for line in shown.splitlines() if "┊" not in line]
    annex = official(known.ok("text", "annex", "--json").json)
    assert "".join("".join(printed).split()) == "".join(annex)


def test_on_a_terminal_positions_stand_in_the_margin_and_notes_are_marked(known: Cli) -> None:
    shown = without_colours(known.on_terminal("text", "--on", "2008-06-02").out).splitlines()
    openings = [line.strip("─ ") for line in shown if line.startswith("──")]
    assert openings[::6] == ["1 Law", "7 Special opinion"]
    first = next(line for line in shown if line.startswith("1.1. "))
    assert first.endswith("qarşı mübarizə sahəsində əməkdaşlığın         ? undetermined")
    assert sum(line.endswith("– not bound") for line in shown) == 1
    assert [line.split()[-1] for line in shown if "  key " in line] == ["V", "6.3-1", "6.3-2"]
    assert "  ┊ ours: “Qərarə”: likely a misprint of “Qərara”." in shown


def test_without_a_state_the_act_is_read_all_the_same(cli: Cli) -> None:
    act = cli.ok("text", "--json").json
    assert official(act) == PUBLISHED
    assert not any(each["position"] for each in act)
    assert "?" not in without_colours(cli.on_terminal("text", "2.4").out)
