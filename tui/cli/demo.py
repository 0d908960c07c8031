"""`istirak demo`: a register to look around in, with invented decisions of an invented state."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tui.cli.options import DataDir, KnownOn, On, asked, folder
from tui.language import _, settle_language

if TYPE_CHECKING:
    from store.register import Register

_HERE = Path(__file__).parent


def demo(
    context: typer.Context,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep", metavar="FOLDER", parser=folder, help="Build it in a new folder and keep it."
        ),
    ] = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
) -> None:
    """Look around in a throw-away register, with invented decisions of an invented state.

    It is removed afterwards, unless it was built in a folder to keep.
    """
    from shlex import quote

    from tui.cli.dashboard import open_dashboard_or_status
    from tui.cli.desk import Asked
    from tui.cli.edge import say
    from tui.cli.output import print_path

    wanted = asked(context, on=on, known_on=known_on, data_dir=data_dir)
    settle_language()  # of the person's own register, not of the one that is made here
    if kept := keep or wanted.data_dir:
        _make_empty(kept)
        build(kept)
        print_path(kept)
        command = f"istirak --data-dir {quote(str(kept))}"
        say(_("Look around in it with `{command}`; it is invented.", command=command))
        return
    with _throw_away() as somewhere:
        build(somewhere)
        open_dashboard_or_status(Asked(on=wanted.on, known_on=wanted.known_on, data_dir=somewhere))
    say(_("That was the demo: all of it was invented, and it has been removed."))


def build(within: Path) -> None:
    """Build the demo's register in an empty folder.

    Its programme is a copy of the shipped one with two invented states; the copy stands beside the
    file, and goes before the shipped one wherever this folder is used.
    """
    import tomllib

    from seed.shipped import FILE_NAME, SHIPPED, programme_bytes
    from store.location import register_file
    from store.register import Register

    ledger = tomllib.loads((_HERE / "demo_ledger.toml").read_text("utf-8"))
    programme = ledger["programme"]
    text = programme_bytes(SHIPPED / programme).decode("utf-8")
    invented = (_HERE / "demo_states.toml").read_text("utf-8")
    copy = within / "programmes" / programme
    copy.mkdir(mode=0o700, parents=True)
    (copy / FILE_NAME).write_text(_labelled(text) + invented, "utf-8")
    with Register.open(register_file(within)) as register:
        register.set_up(programme, ledger["state"], ledger["officer"])
        for decision in ledger["decision"]:
            _record(register, programme, {"state": ledger["state"], **decision})
        for action in ledger["treaty_action"]:
            _record_treaty_action(register, programme, {"state": ledger["state"], **action})


def _record(register: "Register", programme: str, decision: dict[str, Any]) -> None:
    from store.drafts import Draft
    from tui.clock import now

    state, keys = decision.pop("state"), decision.pop("keys")
    retracted = decision.pop("retracted", None)
    entries = register.decide(programme, state, keys, Draft(**decision), now())
    if retracted:
        register.retract([entry.id for entry in entries], retracted, now())


def _record_treaty_action(register: "Register", programme: str, action: dict[str, Any]) -> None:
    from store.drafts import TreatyDraft
    from tui.clock import now

    state, treaty = action.pop("state"), action.pop("treaty")
    register.treaties.record(programme, state, treaty, TreatyDraft(**action), now())


def _labelled(text: str) -> str:
    """The programme file with each of its short names marked."""
    before, heading, after = text.partition("\n[label]\n")
    return (
        before
        + heading
        + re.sub(r'^(\w\w) = "', r'\1 = "DEMO – ', after, count=3, flags=re.MULTILINE)
    )


def _make_empty(wanted: Path) -> None:
    from store.errors import Usage

    if wanted.is_dir() and not any(wanted.iterdir()):
        return
    if wanted.exists():
        raise Usage(
            _("{folder} is not an empty folder", folder=wanted),
            _("Name one that is, or that does not exist"),
        )
    wanted.mkdir(mode=0o700, parents=True)


@contextmanager
def _throw_away() -> Iterator[Path]:
    import signal
    from tempfile import TemporaryDirectory

    # Also when the terminal is closed, nothing invented stays behind.
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, _leave)
    with TemporaryDirectory(prefix="istirak-demo-", ignore_cleanup_errors=True) as folder_name:
        yield Path(folder_name)


def _leave(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)
