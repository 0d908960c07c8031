"""The dashboard over a real OpenSSH server: used as anywhere, and cut off."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from secure_shell import CLIENT, SERVER, Server, dashboards, logged_in
from terminal import DOWN, ENTER, ESCAPE, F2, PATIENCE, istirak, terminal

pytestmark = pytest.mark.skipif(not (SERVER and CLIENT), reason="OpenSSH is not installed here")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for these tests; ended afterwards."""
    server = Server(tmp_path_factory.mktemp("ssh") / "server")
    yield server
    server.close()


@pytest.mark.parametrize("kind", ["vt100", "xterm-256color"])
def test_the_main_job(server: Server, folder: Path, kind: str) -> None:
    with logged_in(server, folder, kind=kind) as it:
        it.wait_for("0 of 37 decided", "1.1   İnsan alver", "? undetermined", "q Quit")
        it.type("/")
        it.type("executor:dins due:2008 qurban")
        it.wait_for("1 of 37")
        it.type(f"{ENTER}d")
        it.wait_for("AZ decides on 2.4")
        it.type(f"{DOWN}{ENTER}2008-05-06{ENTER}Nazirlər Kabineti{ENTER}")
        it.wait_for("2008-05-06", "Nazirlər Kabineti")
        it.type(F2)
        it.wait_for("say what is reserved")
        it.type(f"c bəndi istisna olmaqla{F2}")
        it.wait_for("Recorded: AZ participates in part, 2.4", "1 of 37 decided")
        it.type("q")
        assert it.wait_for_end() == 0
    (entry,) = json.loads(istirak(folder, "history", "--json"))
    assert (entry["measure"], entry["authority"]) == ("2.4", "Nazirlər Kabineti")


@pytest.mark.parametrize("kind", ["vt100", "xterm-256color"])
def test_the_connection_is_cut_in_the_middle_of_a_dialog(
    server: Server, folder: Path, kind: str
) -> None:
    with logged_in(server, folder, kind=kind) as it:
        it.wait_for("0 of 37 decided")
        it.type(f"d{ENTER}{F2}")
        it.wait_for("Recorded: AZ participates, 1.1")
        it.type(f"{DOWN}d{DOWN}{DOWN}{ENTER}{ENTER}Nazirlər Kabineti")
        it.wait_for("AZ decides on 1.2", "Nazirlər Kabineti")
        while it.silence(0.5):  # until it has been kept
            pass
        (there,) = dashboards(folder)
        it.process.kill()
        it.wait_for_end()
    there.wait(PATIENCE)
    assert not list(folder.glob("crash*"))
    istirak(folder, "verify")
    istirak(folder, "decide", "1.3", "--position", "participates")  # nothing is locked

    with logged_in(server, folder, kind=kind) as it:
        it.wait_for("Typed, and not recorded", "on 1.2", "authority: Nazirlər Kabineti")
        it.type(ENTER)
        it.wait_for("AZ decides on 1.2", "Nazirlər Kabineti")
        it.type(F2)
        it.wait_for("Recorded: AZ does not participate, 1.2", "3 of 37 decided")
        it.type("q")
        assert it.wait_for_end() == 0
    assert not list(folder.glob("unsaved*"))


def test_the_connection_is_cut_in_a_form_over_another_screen(server: Server, folder: Path) -> None:
    with logged_in(server, folder, kind="vt100") as it:
        it.wait_for("0 of 37 decided")
        it.type("gn")
        it.wait_for("AZ deposited its notification")
        it.type(f"{ENTER}nota 14/2-7")
        it.wait_for("nota 14/2-7")
        while it.silence(0.5):  # until it has been kept
            pass
        (there,) = dashboards(folder)
        it.process.kill()
        it.wait_for_end()
    there.wait(PATIENCE)
    with logged_in(server, folder, kind="vt100") as it:
        it.wait_for("Typed, and not recorded", "Reference: nota 14/2-7")
        it.type(ENTER)
        it.wait_for("AZ deposited its notification", "nota 14/2-7", "F2 or Ctrl+S records")
        it.type(F2)
        it.wait_for("Recorded: AZ: notification deposited")
        it.type("q")
        assert it.wait_for_end() == 0
    assert not list(folder.glob("unsaved*"))
    (entry,) = json.loads(istirak(folder, "history", "--json"))
    assert entry["details"]["reference"] == "nota 14/2-7"


def test_what_was_typed_is_offered_until_it_is_thrown_away(folder: Path) -> None:
    with terminal(folder) as it:
        it.wait_for("0 of 37 decided")
        it.type(f"d{DOWN}{ENTER}{ENTER}Nazirlər")
        it.wait_for("Nazirlər")
        while it.silence(0.5):  # until it has been kept
            pass
        it.process.kill()
        it.wait_for_end()
    for keys in (ESCAPE, "\x1b[3~"):
        with terminal(folder) as it:
            it.wait_for("Typed, and not recorded", "authority: Nazirlər")
            it.type(keys)
            it.wait_until_gone("Typed, and not recorded")
            it.type("q")
            assert it.wait_for_end() == 0
    with terminal(folder) as it:
        it.wait_for("0 of 37 decided", "1.1   İnsan alver")
        it.type("q")
        assert it.wait_for_end() == 0


def test_what_is_typed_in_another_window_is_not_offered(folder: Path) -> None:
    with terminal(folder) as one:
        one.wait_for("0 of 37 decided")
        one.type(f"d{DOWN}{ENTER}{ENTER}Nazirlər")
        one.wait_for("Nazirlər")
        while one.silence(0.5):  # until it has been kept
            pass
        with terminal(folder) as other:
            other.wait_for("0 of 37 decided", "1.1   İnsan alver")
            other.type("q")
            assert other.wait_for_end() == 0
        one.type(ESCAPE)
        one.wait_for("Leave without recording?")
        one.type(f"{DOWN}{ENTER}")
        one.wait_until_gone("AZ decides")
        assert not list(folder.glob("unsaved*"))
