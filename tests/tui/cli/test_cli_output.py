"""What is printed: to a program exactly the data, on a terminal what fits and steers nothing."""

import csv
import io
import json
import re

import pytest
from installed_command import Cli
from rich.cells import cell_len

NASTY = "[/x] [red] \\ \x1b[31m\x1b]0;x\x07 \x9b31m \u202e"
SHOWN = "[/x] [red] \\ ␛[31m␛]0;x␇ ‹U+009B›31m ‹U+202E›"


@pytest.fixture(scope="module")
def nasty(known: Cli) -> Cli:
    """A ledger in which every text is hostile."""
    known.ok(
        *("decide", "2.4", "--position", "participates-in-part", "--date", "2008-03-04"),
        *("--authority", f"=1+1 {NASTY}", "--act", "+1", "--reservation", f"-a\n\tb {NASTY}"),
        *("--responsible", "@x", "--note", f"{NASTY}\r\nz"),
    )
    known.ok("setup", "--officer", f"Ə. {NASTY}")
    known.ok("decide", "2.4", "--position", "participates", "--date", "2008-03-05")
    known.ok("retract", "2", "--reason", NASTY)
    return known


def steering(text: str) -> str:
    """What could steer a terminal, but for the colours that we set."""
    ours = re.sub(r"\x1b\[[0-9;]*m", "", text)
    return "".join(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", ours))


def test_plain_lines_are_a_record_each(nasty: Cli) -> None:
    for arguments, columns in (
        (("history",), 7),
        (("measures",), 6),
        (("show", "2.4"), 2),
        (("retract", "1", "--reason", NASTY, "--dry-run"), 3),
    ):
        rows = nasty.ok(*arguments).rows
        assert {len(row) for row in rows} == {columns}
        assert steering("".join(map("".join, rows))) == ""
    history = nasty.ok("history").rows
    assert len(history) == 3
    assert f"reservation: -a  b {SHOWN}" in history[0][3]
    assert history[1][5] == f"Ə. {SHOWN}"


def test_json_carries_the_very_text_and_steers_nothing(nasty: Cli) -> None:
    for arguments in (("history",), ("measures",), ("show", "2.4"), ("setup",)):
        text = nasty.ok(*arguments, "--json").out
        assert steering(text) == ""
        assert any(NASTY in each for each in texts(json.loads(text)))
    entry = nasty.ok("history", "--json").json[0]
    assert entry["authority"] == f"=1+1 {NASTY}"
    assert entry["reservation"] == f"-a\n\tb {NASTY}"


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


def test_csv_runs_nothing_in_a_spreadsheet(nasty: Cli) -> None:
    text = nasty.ok("history", "--csv").out
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert "\r" not in text
    assert steering(text) == ""
    assert len(rows) == 3
    assert rows[0]["authority"] == f"'=1+1 {SHOWN}"
    assert rows[0]["act"] == "'+1"
    assert rows[0]["responsible"] == "'@x"
    assert rows[0]["reservation"] == f"'-a\n b {SHOWN}"
    assert rows[0]["seq"] == "1"
    assert (rows[0]["item"], rows[0]["communicated"]) == ("", "false")
    measures = list(csv.DictReader(io.StringIO(nasty.ok("measures", "--csv").out, newline="")))
    assert len(measures) == 37
    found = {row["key"]: row for row in measures}
    assert found["2.4"]["items"].splitlines()[3].startswith("ç) ")
    assert found["2.4"]["executors"] == "dins tors bpes mcmeb"
    assert found["2.4"]["position"] == "participates-in-part"
    assert found["2.4"]["authority"] == f"'=1+1 {SHOWN}"
    assert found["6.2"]["deadline_end"] == ""


def test_csv_of_nothing_is_its_header(nasty: Cli) -> None:
    assert nasty.ok("history", "--csv", "--state", "AM").out.startswith("id,origin,seq,")
    assert nasty.ok("measures", "--csv", "yoxdur").out.count("\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "iso8859-9", "cp1251"])
def test_a_stream_that_is_not_unicode(nasty: Cli, encoding: str) -> None:
    entry = nasty.ok("history", "--json", PYTHONIOENCODING=encoding).json[0]
    assert entry["authority"] == f"=1+1 {NASTY}"
    for arguments in (("status",), ("show", "2.4"), ("measures", "--csv"), ("history",)):
        nasty.ok(*arguments, PYTHONIOENCODING=encoding)
    assert nasty("measures", "--section", "ə", PYTHONIOENCODING=encoding).code == 2


def test_in_the_c_locale(nasty: Cli) -> None:
    assert nasty.ok("measures", LC_ALL="C").out == nasty.ok("measures").out


@pytest.mark.parametrize("columns", [40, 80, 130])
def test_on_a_terminal_everything_fits(nasty: Cli, columns: int) -> None:
    day = ("--on", "2008-12-31")
    for arguments in (
        ("measures", *day),
        ("show", "2.4", *day),
        ("history", *day),
        ("status", *day),
    ):
        shown = nasty.on_terminal(*arguments, columns=columns)
        assert shown.code == 0
        assert steering(shown.out) == ""
        lines = re.sub(r"\x1b\[[0-9;]*m", "", shown.out).splitlines()
        assert max(map(cell_len, lines)) <= columns


def test_the_docket_on_a_terminal(nasty: Cli) -> None:
    text = nasty.on_terminal(
        "measures", "--due", "2008", "--executor", "dins", "--on", "2008-12-31", NO_COLOR="1"
    ).out
    lines = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines()]
    assert lines == [
        "     Measure                            Executors      Deadline   Position",
        "II  Təşkilati-praktik tədbirlər",
        lines[2],
        "III  İnformasiya və elmi təminat",
        lines[4],
        lines[5],
        "Measures for DİNŞ, due in 2008: 3 of 37. AZ on 2008-12-31, 1 decided.",
    ]
    assert lines[2].startswith("2.4  İnsan alverinə ")
    assert "…  DİNŞ, TORŞ +2  2007–2008  ◐ in part" in lines[2]


def test_a_measure_in_full_on_a_terminal(nasty: Cli) -> None:
    text = nasty.on_terminal("show", "2.4", "--on", "2008-12-31").out
    for part in (
        "2.4.ç",
        "Daxili İşlər Nazirləri",
        "2007-2008-ci illər",
        "2007-01-01 to 2008-12-31",
        "◐ AZ participates in part (on 2008-12-31)",
        "Note (ours)",
        "[/x] [red] \\ ␛[31m",
    ):
        assert part in text


def test_the_ledger_on_a_terminal(nasty: Cli) -> None:
    text = nasty.on_terminal("history", columns=100).out
    assert "taken back by" in text
    assert "AZ ◐ in part" in text
    assert "Nothing was recorded for AM" in nasty.on_terminal("history", "--state", "AM").out
    assert "none of 37" in nasty.on_terminal("measures", "yoxdur").out


def test_ten_thousand_rows_are_printed_at_once() -> None:
    import time
    from contextlib import redirect_stdout

    from tui.cli.output import print_lines

    rows = [["Azərbaycan [/x] \x1b[31m" * 5] * 6] * 10_000
    with redirect_stdout(io.StringIO()) as printed:
        before = time.process_time()
        print_lines(rows)
        assert time.process_time() - before < 1
    assert printed.getvalue().count("\n") == 10_000
