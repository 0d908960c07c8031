"""Recording: decisions, retractions, whose register it is, and the demo."""

import re
import stat
from concurrent.futures import ThreadPoolExecutor

from installed_command import Cli

DECIDE = ("decide", "--position", "participates", "--date", "2008-03-04")


def test_several_keys_are_one_transaction(known: Cli) -> None:
    before = known.ok("history", "--json").json
    assert known(*DECIDE, "1.1", "1.2", "6.3").code == 2
    assert known(*DECIDE, "1.1", "9.9").code == 2
    assert known("decide", "1.1", "1.2", "--position", "participates-in-part").code == 1
    assert known.ok("history", "--json").json == before
    entries = known.ok(*DECIDE, "1.1", "1.2.a", "6.3-1", "v", "1.1", "--json").json
    assert [entry["measure"] for entry in entries] == ["1.1", "1.2", "6.3-1", "V"]
    assert [entry["item"] for entry in entries] == [None, "a", None, None]
    first = entries[0]["seq"]
    assert [entry["seq"] for entry in entries] == list(range(first, first + 4))
    assert known.ok("history", "--json").json == [*before, *entries]


def test_c_and_c_with_a_cedilla_are_two_items(known: Cli) -> None:
    known.ok(*DECIDE, "2.4.c")
    known.ok("decide", "2.4.Ç", "--position", "does-not-participate", "--date", "2008-03-04")
    # Composed and decomposed are one letter.
    assert (
        known.ok("history", "2.4.c\u0327", "--json").json
        == known.ok("history", "2.4.ç", "--json").json
    )
    items = known.ok("show", "2.4", "--json", "--on", "2008-12-31").json["items"]
    values = {item["letter"]: item["position"]["value"] for item in items}
    assert (values["c"], values["ç"]) == ("participates", "does-not-participate")
    assert values["d"] == "undetermined"


def test_what_was_recorded_is_said_line_by_line(known: Cli) -> None:
    rows = known.ok(*DECIDE, "3.1", "3.2").rows
    assert [row[1:] for row in rows] == [
        ["3.1", "AZ participates from 2008-03-04"],
        ["3.2", "AZ participates from 2008-03-04"],
    ]
    number = rows[1][0].rpartition("-")[2]
    (row,) = known.ok("retract", number, "--reason", "səhv").rows
    assert row[1:] == ["3.2", f"took back {rows[1][0]}: səhv"]
    kept, taken_back, retraction = (
        *known.ok("history", "3.1", "--json").json,
        *known.ok("history", "3.2", "--json").json,
    )
    assert kept["retracted_by"] is None
    assert taken_back["retracted_by"] == retraction["id"] == row[0]
    assert (retraction["retracts"], retraction["reason"]) == (taken_back["id"], "səhv")
    assert f"taken back by {row[0]}" in known.ok("history", "3.2").out


def test_a_dry_run_records_nothing(known: Cli) -> None:
    before = known.ok("history").out
    dry = known.ok(*DECIDE, "3.3", "--dry-run")
    assert dry.rows == [["(dry run)", "3.3", "AZ participates from 2008-03-04"]]
    assert dry.err == "A dry run: nothing was recorded.\n"
    record = known.ok(*DECIDE, "3.3", "--dry-run", "--json").json[0]
    assert (record["measure"], record["position"]) == ("3.3", "participates")
    seq = before.splitlines()[0].split("\t")[0].rpartition("-")[2] if before else "1"
    known("retract", seq, "--reason", "x", "--dry-run")
    assert known.ok("history").out == before


def test_the_day_of_a_decision_is_that_of_the_view(known: Cli) -> None:
    dry = ("decide", "3.4", "--position", "under-consideration", "--dry-run", "--json")
    assert known.ok(*dry, "--on", "2007-05-06").json[0]["decided_on"] == "2007-05-06"
    both = known.ok(*dry, "--on", "2007-05-06", "--date", "2007-05-05").json
    assert both[0]["decided_on"] == "2007-05-05"


def test_two_commands_at_once_lose_nothing(known: Cli) -> None:
    before = len(known.ok("history", "--json").json)
    keys = [f"2.{number}" for number in range(5, 11)]
    with ThreadPoolExecutor(3) as pool:
        codes = list(pool.map(lambda key: known(*DECIDE, key).code, keys))
    assert codes == [0] * len(keys)
    assert len(known.ok("history", "--json").json) == before + len(keys)
    known.ok("verify")


def test_setup_from_a_program(cli: Cli) -> None:
    done = cli.ok("setup", "--state", "az", "--name", "Ə. Məmmədova", "--json")
    assert done.json == {"state": "AZ", "officer": "Ə. Məmmədova"}
    changed = cli.ok("setup", "--state", "KZ")
    assert changed.out == "Ə. Məmmədova records for KZ Qazaxstan Respublikası.\n"
    assert cli.ok("setup", "--json").json == {"state": "KZ", "officer": "Ə. Məmmədova"}
    assert stat.S_IMODE(cli.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((cli.folder / "istirak.db").stat().st_mode) == 0o600


def test_setup_asks_on_a_terminal_for_what_is_missing(cli: Cli) -> None:
    asked = cli.on_terminal("setup", typed="xx\naz\n\nƏ. Məmmədova\n")
    assert asked.code == 0
    assert "  KZ  Qazaxstan Respublikası\n" in asked.out
    assert "is no state in the programme" in asked.out
    assert asked.out.endswith("Ə. Məmmədova records for AZ Azərbaycan Respublikası.\n")
    # Enter keeps what is known; who names one thing is not asked for the other.
    again = cli.on_terminal("setup", typed="\n\n")
    assert "State [AZ]" in again.out
    assert again.out.endswith("Ə. Məmmədova records for AZ Azərbaycan Respublikası.\n")
    named = cli.on_terminal("setup", "--officer", "B. Əliyev")
    assert named.out == "B. Əliyev records for AZ Azərbaycan Respublikası.\n"


def test_setup_can_be_left(cli: Cli) -> None:
    assert cli.on_terminal("setup", typed="\x04").code == 130
    assert cli.ok("status", "--json").json["state"] is None


def test_the_demo_is_invented_and_gone_afterwards(cli: Cli) -> None:
    temporary = cli.folder.parent / "tmp"
    temporary.mkdir()
    shown = cli.ok("demo", TMPDIR=str(temporary))
    assert "DEMO" in shown.out
    assert "ZZ Nümunə dövləti (uydurma, invented)" in shown.out
    assert "removed" in shown.err
    assert list(temporary.iterdir()) == []
    assert not cli.folder.exists()


ENDED = """
import os, signal
import tui.cli.dashboard
def ended(_):
    os.kill(os.getpid(), signal.SIGTERM)
tui.cli.dashboard.open_dashboard_or_status = ended
from tui.cli.main import main
main()
"""


def test_the_demo_is_gone_when_its_terminal_is_closed(cli: Cli) -> None:
    temporary = cli.folder.parent / "tmp"
    temporary.mkdir()
    code = f"import os; os.environ['TMPDIR'] = {str(temporary)!r}\n{ENDED}"
    assert cli.python(code, "demo").code == 128 + 15
    assert list(temporary.iterdir()) == []


def test_a_demo_that_is_kept(cli: Cli) -> None:
    folder = cli.folder.parent / "demo"
    assert cli.ok("demo", "--keep", str(folder)).out == f"{folder}\n"
    demo = Cli(folder)
    demo.ok("verify")
    status = demo.ok("status", "--json").json
    assert status["state"] == "ZZ"
    assert all(count >= 1 for count in status["positions"].values())
    entries = demo.ok("history", "--json").json + demo.ok("history", "--state", "QZ", "--json").json
    assert {entry["state"] for entry in entries} == {"ZZ", "QZ"}
    assert {entry["kind"] for entry in entries} == {"decision", "retraction", "treaty-action"}
    assert any(entry["item"] for entry in entries)
    assert any(entry["communicated"] for entry in entries)
    said = [
        entry[field]
        for entry in entries
        for field in ("authority", "act", "reservation", "responsible", "note", "source", "reason")
    ]
    said += [entry["recorded_by"] for entry in entries]
    assert all("(invented)" in text for text in said if text)
    assert cli("demo", "--keep", str(folder)).code == 2
    assert cli("demo", "--data-dir", str(folder)).code == 2


def test_the_demo_gives_no_state_that_exists_a_decision(cli: Cli) -> None:
    folder = cli.folder.parent / "demo"
    cli.ok("--data-dir", str(folder), "demo")
    states = cli("--data-dir", str(folder), "--state", "XX", "status").err
    for state in re.findall(r"\b[A-Z]{2}\b", states.partition("Say one of")[2]):
        if state not in {"ZZ", "QZ"}:
            arguments = ("--data-dir", str(folder), "--state", state, "history", "--json")
            assert cli.ok(*arguments).json == []
