"""The installed command in a real terminal: from the first run to a decision, and back."""

import json
from pathlib import Path

from terminal import DOWN, ENTER, ESCAPE, F2, istirak, terminal


def entries(folder: Path) -> list[tuple[str, ...]]:
    recorded = json.loads(istirak(folder, "history", "--json"))
    return [
        (each["item"] or each["measure"], each["position"], each["decided_on"], each["authority"])
        for each in recorded
    ]


def test_from_the_first_run_to_a_recorded_decision_and_back(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with terminal(folder) as it:
        it.wait_for("Whose register is this?", "Azərbaycan Respublikası")
        it.type(ENTER)
        it.type("Leyla Quliyeva")
        it.wait_for("Leyla Quliyeva")
        it.type(ENTER)
        it.wait_until_gone("Whose register is this?")
        it.wait_for("0 of 37 decided", "1.1   İnsan alver")

        it.type("/")
        it.type("executor:dins due:2008 qurban")
        it.wait_for("1 of 37")
        it.type(ENTER)
        it.wait_for("Measures for DİNŞ, due in 2008", "x shows all")
        it.type(ENTER)
        it.wait_for("2.4  (printed 2.4.)", "Esc Back")

        it.type("d")
        it.wait_for("AZ decides on 2.4")
        it.type(f"{DOWN}{ENTER}2008-05-06{ENTER}Nazirlər Kabineti{ENTER}")
        it.wait_for("(•) participates in part", "2008-05-06", "Nazirlər Kabineti")
        it.type(F2)
        it.wait_for("say what is reserved")
        it.type(f"c bəndi istisna olmaqla{F2}")
        it.wait_for("Recorded: AZ participates in part, 2.4", "1 of 37 decided", "◐ in part")
        it.type("q")
        assert it.wait_for_end() == 0
        assert it.is_as_before()

    with terminal(folder) as it:
        it.wait_for("1 of 37 decided")
        it.type("/2.4\r\r")
        it.wait_for("2.4  (printed 2.4.)", "Esc Back")
        it.type(ESCAPE)
        it.wait_for("d Decide  / Search")
        it.type("h")
        it.wait_for("AZ participates in part", "by: Nazirlər Kabineti", "by Leyla Quliyeva")
        it.type("q")
        it.wait_for("1 of 37 decided")
        it.type("q")
        assert it.wait_for_end() == 0

    assert entries(folder) == [("2.4", "participates-in-part", "2008-05-06", "Nazirlər Kabineti")]
    istirak(folder, "verify")


def test_everything_typed_before_the_first_picture(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with terminal(folder) as it:
        it.type(f"{DOWN}{ENTER}Anahit{ENTER}/qurban{ENTER}d{ENTER}{F2}u")
        it.wait_for("Take back an entry", "Reason", "AM participates")
        it.type(f"səhv{ENTER}")
        it.wait_for("Taken back: 1.4")
        it.type("q")
        assert it.wait_for_end() == 0
    assert [each["kind"] for each in json.loads(istirak(folder, "history", "--json"))] == [
        "decision",
        "retraction",
    ]


def test_two_windows_on_one_register(folder: Path) -> None:
    with terminal(folder) as one, terminal(folder) as other:
        one.wait_for("0 of 37 decided")
        other.wait_for("0 of 37 decided")
        one.type(f"d{ENTER}{F2}")
        one.wait_for("1 of 37 decided")
        other.wait_for("1 of 37 decided", "● participates")
        other.type(f"{DOWN}d{ENTER}{F2}")
        other.wait_for("2 of 37 decided")
        one.wait_for("2 of 37 decided")
        istirak(folder, "decide", "6.3-1", "--position", "participates")
        one.wait_for("3 of 37 decided")
        other.wait_for("3 of 37 decided")
    istirak(folder, "verify")


def test_where_nobody_looks_it_prints_the_status(folder: Path) -> None:
    assert "37" in istirak(folder)
    assert "\x1b" not in istirak(folder)
