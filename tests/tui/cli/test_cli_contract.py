"""What scripts rely on: the keys, the values and their order."""

import json
from typing import Any

import pytest
from installed_command import Cli

ENTRY = [
    "id",
    "origin",
    "seq",
    "kind",
    "state",
    "measure",
    "item",
    "position",
    "decided_on",
    "authority",
    "act",
    "reservation",
    "responsible",
    "note",
    "source",
    "communicated",
    "retracts",
    "reason",
    "retracted_by",
    "recorded_at",
    "recorded_by",
    "hash",
]

MEASURE = [
    "key",
    "number",
    "section",
    "text",
    "items",
    "deadline",
    "executors",
    "executors_printed",
    "inferred",
    "decision_bodies",
    "position",
]


def by_key(measures: list[Any]) -> dict[str, Any]:
    return {measure["key"]: measure for measure in measures}


@pytest.fixture(scope="module")
def decided(known: Cli) -> Cli:
    on = ("--date", "2008-03-04")
    known.ok(
        *("decide", "2.4", "--position", "participates", *on),
        *("--authority", "Nazirlər Kabineti", "--act", "sərəncam 5", "--note", "qeyd"),
        *("--responsible", "Daxili İşlər Nazirliyi"),
    )
    known.ok("decide", "2.4.ç", "--position", "does-not-participate", *on)
    known.ok(
        *("decide", "1.1", "--state", "KZ", "--position", "participates", *on),
        *("--source", "nota 7"),
    )
    return known


def test_a_measure_is_printed_with_exactly_these_keys(decided: Cli) -> None:
    measures = decided.ok("measures", "--json", "--on", "2008-12-31").json
    assert len(measures) == 37
    assert all(list(measure) == MEASURE for measure in measures)
    assert [measure["key"] for measure in measures][-5:] == ["V", "6.1", "6.2", "6.3-1", "6.3-2"]
    measure = by_key(measures)["2.4"]
    assert [item["key"] for item in measure["items"]] == [f"2.4.{letter}" for letter in "abcçde"]
    assert list(measure["items"][0]) == ["key", "letter", "text"]
    assert list(measure["deadline"]) == ["printed", "kind", "start", "end"]
    assert list(measure["position"]) == ["value", "basis", "decision", "to_confirm"]
    assert list(measure["position"]["decision"]) == ENTRY


def test_measures_as_golden_records(decided: Cli) -> None:
    measures = by_key(decided.ok("measures", "--json", "--on", "2008-03-03").json)
    assert measures["V"] == {
        "key": "V",
        "number": None,
        "section": "V",
        "text": measures["V"]["text"],
        "items": [],
        "deadline": {
            "printed": "2007-2010-cu illər",
            "kind": "period",
            "start": "2007-01-01",
            "end": "2010-12-31",
        },
        "executors": ["states"],
        "executors_printed": "MDB-nin iştirakçısı olan dövlətlər",
        "inferred": False,
        "decision_bodies": [],
        "position": {
            "value": "undetermined",
            "basis": "signature",
            "decision": None,
            "to_confirm": False,
        },
    }
    kinds = {key: measure["deadline"] for key, measure in measures.items()}
    assert (kinds["6.1"]["kind"], kinds["6.1"]["start"]) == ("within", "2006-11-28")
    assert kinds["6.2"] == {"printed": "Hər il", "kind": "annual", "start": None, "end": None}
    assert kinds["6.3-1"]["kind"] == "annual-following"
    assert measures["6.3-1"]["number"] == measures["6.3-2"]["number"]
    assert measures["6.3-1"]["executors"] == []
    assert measures["3.2"]["inferred"] is True
    # The decision of the fourth of March does not hold on the third.
    assert measures["2.4"]["position"]["basis"] == "signature"


def test_a_decision_as_a_golden_record(decided: Cli) -> None:
    measure = by_key(decided.ok("measures", "--json", "--section", "II").json)["2.4"]
    entry = measure["position"]["decision"]
    assert measure["position"]["value"] == "participates"
    assert measure["position"]["basis"] == "decision"
    assert entry == {
        "id": f"{entry['origin']}-1",
        "origin": entry["origin"],
        "seq": 1,
        "kind": "decision",
        "state": "AZ",
        "measure": "2.4",
        "item": None,
        "position": "participates",
        "decided_on": "2008-03-04",
        "authority": "Nazirlər Kabineti",
        "act": "sərəncam 5",
        "reservation": None,
        "responsible": "Daxili İşlər Nazirliyi",
        "note": "qeyd",
        "source": None,
        "communicated": False,
        "retracts": None,
        "reason": None,
        "retracted_by": None,
        "recorded_at": entry["recorded_at"],
        "recorded_by": "Ə. Məmmədova",
        "hash": entry["hash"],
    }
    assert entry["recorded_at"].endswith("Z")
    assert len(entry["hash"]) == 64


def test_status_has_every_position_and_every_section(decided: Cli) -> None:
    status = decided.ok("status", "--json", "--on", "2008-12-31").json
    assert list(status) == [
        *("programme", "state", "on", "known_on", "total", "decided", "to_confirm", "no_longer"),
        *("positions", "sections"),
    ]
    assert status["known_on"] is None
    assert status["programme"] == "cis-thb-2007-2010"
    assert (status["state"], status["on"]) == ("AZ", "2008-12-31")
    assert (status["total"], status["decided"]) == (37, 1)
    assert status["positions"] == {
        "participates": 1,
        "participates-in-part": 0,
        "does-not-participate": 0,
        "under-consideration": 0,
        "undetermined": 36,
        "not-bound": 0,
    }
    assert [section["number"] for section in status["sections"]] == [
        *("I", "II", "III", "IV", "V", "VI")
    ]
    assert status["sections"][1] == {
        "number": "II",
        "title": "Təşkilati-praktik tədbirlər",
        "total": 14,
        "decided": 1,
    }


def test_without_a_state_positions_are_null(cli: Cli) -> None:
    status = cli.ok("status", "--json").json
    assert (status["state"], status["positions"], status["total"]) == (None, None, 37)
    assert {measure["position"] is None for measure in cli.ok("measures", "--json").json} == {True}
    assert "istirak setup" in cli.ok("status").out


def test_show_adds_the_positions_of_items_notes_and_history(decided: Cli) -> None:
    sheet = decided.ok("show", "2.4.ç", "--json").json
    assert list(sheet) == [
        *(*MEASURE, "notes", "history", "addressed", "in_programme", "same_words"),
    ]
    assert sheet["key"] == "2.4"
    assert list(sheet["items"][0]) == ["key", "letter", "text", "position", "addressed"]
    positions = {item["letter"]: item["position"]["value"] for item in sheet["items"]}
    assert positions["c"] == "participates"
    assert positions["ç"] == "does-not-participate"
    assert all(list(entry) == ENTRY for entry in sheet["history"])
    assert [entry["item"] for entry in sheet["history"]] == [None, "ç"]
    assert sheet["notes"]


def test_the_special_opinion_excludes_an_item(decided: Cli) -> None:
    items = decided.ok("show", "1.4", "--json").json["items"]
    assert [item["position"]["value"] for item in items] == [
        *("undetermined", "undetermined", "not-bound")
    ]


def test_history_is_oldest_first_and_of_one_state(decided: Cli) -> None:
    entries = decided.ok("history", "--json").json
    assert all(list(entry) == ENTRY for entry in entries)
    assert [entry["seq"] for entry in entries] == [1, 2]
    assert [entry["item"] for entry in decided.ok("history", "2.4.ç", "--json").json] == ["ç"]
    communicated = decided.ok("history", "--state", "kz", "--json").json
    assert [(entry["communicated"], entry["source"]) for entry in communicated] == [
        (True, "nota 7")
    ]


def test_nothing_is_an_empty_array(decided: Cli) -> None:
    assert decided.ok("measures", "--json", "yoxdur").out == "[]\n"
    assert decided.ok("history", "--json", "--state", "am").out == "[]\n"


def test_json_is_one_document_indented_by_two(decided: Cli) -> None:
    text = decided.ok("status", "--json").out
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (["--section", "2", "--executor", "dinş", "--deadline", "2008"], ["2.4"]),
        (["--executor", "СМВД", "--due", "2008"], ["2.4", "3.1", "3.4"]),
        (["--section", "IV", "--section", "v"], ["4.1", "4.2", "V"]),
        (["--due", "recurring"], ["6.2", "6.3-1", "6.3-2"]),
        (["--due", "..2007-12-31"], ["1.2", "6.1"]),
        (["--position", "participates"], ["2.4"]),
        (["STATUSUNU", "musyyən"], []),
        (["statusunu", "MUEYYEN"], ["1.6"]),
    ],
)
def test_filters(decided: Cli, arguments: list[str], keys: list[str]) -> None:
    assert [row[0] for row in decided.ok("measures", *arguments).rows] == keys


def test_the_day_decides_which_deadlines_have_ended(decided: Cli) -> None:
    def ended(on: str) -> list[str]:
        return [row[0] for row in decided.ok("measures", "--due", "ended", "--on", on).rows]

    assert ended("2006-12-31") == []
    assert ended("2007-12-31") == ["6.1"]


def test_shared_options_stand_before_or_after_the_name(decided: Cli, cli: Cli) -> None:
    folder = str(decided.folder)
    before = cli.ok("--data-dir", folder, "--state", "kz", "--on", "2008-12-31", "status", "--json")
    after = cli.ok("status", "--json", "--on", "2008-12-31", "--state", "KZ", "--data-dir", folder)
    assert before.json == after.json
    assert before.json["state"] == "KZ"
    both = cli.ok("--state", "AM", "--data-dir", folder, "status", "--state", "UA", "--json")
    assert both.json["state"] == "UA"
    assert not cli.folder.exists()


def test_alone_it_prints_the_status_where_there_is_no_terminal(decided: Cli) -> None:
    day = ("--on", "2008-12-31")
    assert decided.ok(*day).out == decided.ok("status", *day).out
    assert decided.ok().out == decided.ok("status").out


def test_locate_prints_one_path_and_makes_nothing(cli: Cli) -> None:
    assert cli.ok("locate").out == f"{cli.folder / 'istirak.db'}\n"
    assert not cli.folder.exists()
    home = cli.folder.parent
    assert cli.ok("--data-dir", "~/other", "locate").out == f"{home / 'other' / 'istirak.db'}\n"


def test_locate_prints_the_bytes_of_a_name_that_is_no_text(cli: Cli) -> None:
    found = cli.ok("locate", "--data-dir", "/tmp/\udcff")  # noqa: S108  # nothing is opened
    assert found.out == "/tmp/\udcff/istirak.db\n"  # noqa: S108
