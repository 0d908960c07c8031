"""What was asked for, and the register as a command works at it: open, and in view."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tui.clock import now
from tui.language import _, language, mark, prefer, said

if TYPE_CHECKING:
    from store.register import Register
    from store.remarking import Remarks
    from store.values import Officer, Programme, View

NO_STATE = mark("No state is set up: run `istirak setup`, or say --state.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the shared options ask for; None where one was not given.

    Attributes:
        state: A state's code as typed.
        on: The day of the view.
        known_on: The day up to which what was recorded counts.
        data_dir: The folder of the register.
        programme: A programme's id as typed.
    """

    state: str | None = None
    on: date | None = None
    known_on: date | None = None
    data_dir: Path | None = None
    programme: str | None = None

    @property
    def day(self) -> date:
        """The day of the view, which is today as long as no other was asked for."""
        return self.on or now().date()

    def over(self, before: "Asked") -> "Asked":
        """These, and where one was not given, what was given before."""
        given = {
            field.name: value
            for field in fields(self)
            if (value := getattr(self, field.name)) is not None
        }
        return replace(before, **given)


@dataclass(frozen=True, slots=True)
class Desk:
    """An open register and the view that was asked for."""

    register: "Register"
    programme: "Programme"
    view: "View"
    officer: "Officer"

    @property
    def state(self) -> str:
        """The state that is recorded for.

        Raises:
            Refused: None was named and none is set up.
        """
        from store.errors import Refused

        if self.view.state is None:
            raise Refused(
                _("nothing is recorded before the state and the officer are known"),
                _("Run `istirak setup` first"),
            )
        return self.view.state

    def remarks(self) -> "Remarks":
        """Our remarks on the programme, in the language in use."""
        from store.remarking import Remarks

        return Remarks(self.register.translations.remarks(self.programme.id, language()))


@contextmanager
def opened(asked: Asked) -> "Iterator[Desk]":
    """Open the register that was asked for, and look at it as was asked.

    Raises:
        Usage: The programme or the state is unknown.
        StoreUnusable: The register cannot be used.
        ProgrammeError: A programme file is broken.
    """
    from store.location import register_file
    from store.register import Register
    from store.values import View

    with Register.open(register_file(asked.data_dir)) as register:
        programme = register.programme(asked.programme)
        officer = register.officer()
        prefer(officer.language)
        state = asked.state if asked.state is not None else officer.state
        if state is not None:
            state = register.state(programme.id, state)
        view = View(programme.id, state, asked.day, asked.known_on)
        yield Desk(register, programme, view, officer)
        tell_backup_trouble(register)


def tell_backup_trouble(register: "Register") -> None:
    """Say that what was recorded is recorded, but that there is no backup from before it."""
    if register.backup_trouble:
        from tui.cli.edge import complain

        complain(
            _(
                "recorded, but today's backup failed: {why}. "
                "See `istirak doctor`, or make one with `istirak backup FILE`.",
                why=said(register.backup_trouble.what),
            )
        )
