"""The same from the first day of a register to a corrected release, by keys alone, at 80x24."""

import json
from pathlib import Path

from terminal import DOWN, ENTER, ESCAPE, F2, RIGHT, Terminal, istirak, terminal

DAY = "2009-02-15"
ANNEX = 9


def kinds(folder: Path) -> list[str]:
    return [each["kind"] for each in json.loads(istirak(folder, "history", "--json"))]


def leave(it: Terminal, *texts: str) -> None:
    """Leave a screen; what is typed right after Escape would be taken for one key with it."""
    it.type(ESCAPE)
    it.wait_for(*texts)


def the_opinion_is_quoted(it: Terminal) -> None:
    it.wait_for("0 of 37 decided", "? undetermined", "– not bound")
    it.type(f"/1.4{ENTER}{DOWN}{DOWN}{DOWN}w")
    it.wait_for(
        "Why, for AZ: 1.4.c", "AZ is not bound", "harmonizasiyasına dair", "(special opinion)"
    )
    it.type(f"{ESCAPE}")
    it.wait_for("0 of 37 decided")
    it.type("x")


def the_notification_is_deposited(it: Terminal) -> None:
    it.type("g")
    it.wait_for("Agenda of AZ on 2009-02-15", "From entry into force: no dates yet")
    it.type("n")
    it.wait_for("AZ deposited its notification", "recorded now, whatever is in view")
    it.type(f"2008-11-30{ENTER}nota 17{F2}")
    it.wait_for("Recorded: AZ: notification deposited, on 2008-11-30", "Feb 2009")
    leave(it, "0 of 37 decided")


def all_nine_are_acceded_to(it: Terminal) -> None:
    it.type("t")
    it.wait_for("Treaties: where each state stands on 2009-02-15", "not known whether AZ")
    for number in range(ANNEX):
        it.type(f"{RIGHT}d" if number else "d")
        it.wait_for("( ) accession", "recorded now, whatever is in view")
        it.type(f"{DOWN * 5}{ENTER}2008-05-01{ENTER}depozitari{F2}")
        it.wait_until_gone("recorded now")
        it.wait_for("AZ: consented by accession of 2008-05-01")
    it.wait_for("1.1: AZ is not addressed")
    leave(it, "0 of 37 decided")


def the_year_is_released_and_corrected(it: Terminal) -> None:
    it.type("\x1b[Hy")  # Home
    it.wait_for("Information for 2008", "0 of 37 said")
    it.type(ENTER)
    it.wait_for("AZ reports for 2008 on 1.1")
    it.type(f"{DOWN}{ENTER}Baxılır{F2}")
    it.wait_for("Recorded for 2008: 1.1", "1 of 37 said")
    it.type("r")  # is refused: it leads to what blocks it
    it.wait_for("1 block", "✗ blocks 1.1", "AZ has not determined")
    it.type(ENTER)
    it.wait_for("AZ decides on 1.1", "( ) participates")
    it.type(f"{ENTER * 5}Nazirlik{F2}")
    it.wait_for("0 block")
    leave(it, "1 of 37 said", "● participates")
    it.type("r")
    it.wait_for("Release AZ's information for 2008")
    it.type(f"01-7{F2}")
    it.wait_for(f"Released: the information for 2008, No 01-7 of {DAY}")
    it.type("r")
    it.wait_for("Correct AZ's information for 2008", f"In place of No 01-7 of {DAY}")
    it.type(f"01-8{ENTER}{ENTER}səhv{F2}")
    it.wait_for(f"Released: the information for 2008, No 01-8 of {DAY}")
    it.type("s")
    it.wait_for("No 01-8", "stands", "No 01-7", "corrected")
    leave(it, "1 of 37 said")
    leave(it, "1 of 37 decided")


def a_day_before_shows_none_of_it(it: Terminal) -> None:
    it.type(f"a2007-12-31{F2}")
    it.wait_for("AS ON 2007-12-31: not today's view", "0 of 37 decided")
    it.type("h")
    it.wait_for("Nothing is recorded here yet.")
    leave(it, "0 of 37 decided")
    it.type("g")
    it.wait_for("Agenda of AZ on 2007-12-31")
    leave(it, "0 of 37 decided")
    it.type("t")
    it.wait_for("where each state stands on 2007-12-31", "AZ: nothing recorded")
    leave(it, "0 of 37 decided")
    it.type("b")
    it.wait_for("1 of 37 decided", "after 2007-2010")
    it.type("c")
    it.wait_for("What moved for AZ from 2009-02-14 to 2009-02-15")
    it.type("c")
    it.wait_for("What was learned of AZ")
    leave(it, "1 of 37 decided")
    it.type("q")
    assert it.wait_for_end() == 0
    assert it.is_as_before()


def test_the_playthrough_by_keys(folder: Path) -> None:
    with terminal(folder, "--on", DAY) as it:
        the_opinion_is_quoted(it)
        the_notification_is_deposited(it)
        all_nine_are_acceded_to(it)
        the_year_is_released_and_corrected(it)
        a_day_before_shows_none_of_it(it)
    assert kinds(folder) == [
        *("notification", *["treaty-action"] * ANNEX),
        *("progress", "decision", "return", "return"),
    ]
    istirak(folder, "verify")
