"""From where the register is looked at: the programme, the state, the days."""

from collections.abc import Callable
from datetime import date, datetime

from store.register import Register
from store.values import Officer, Programme, View
from tui.clock import now
from tui.language import prefer


class Viewing:
    """The register, and the view of it.

    The view is of a state that the programme lists, or of none.

    Args:
        register: Open.
        programme: A programme's id; the first one when None.
        state: The state to look at; the officer's own when None.
        on: The day the view is for; today, whichever day that comes to be, when None.
        now: Tells the moment of recording, with its time zone.
        known_on: What was recorded up to the end of that day, UTC, counts; everything when None.

    Raises:
        RegisterError: There is no such programme or state, or the register cannot be read.
    """

    def __init__(
        self,
        register: Register,
        programme: str | None,
        state: str | None,
        on: date | None,
        now: Callable[[], datetime] = now,
        known_on: date | None = None,
    ) -> None:
        self.register = register
        self._now = now
        self.programme: Programme = register.programme(programme)
        self.officer: Officer = register.officer()
        prefer(self.officer.language)
        state = state or self.officer.state
        self._state = register.state(self.programme.id, state) if state else None
        self.on: date | None = None
        self.known_on: date | None = None
        self.look_on(on, known_on)

    @property
    def view(self) -> View:
        """From where the register is looked at."""
        return View(self.programme.id, self._state, self.on or self.today, self.known_on)

    @property
    def of_today(self) -> bool:
        """Whether the view is of what holds today, with all that is known."""
        return self.view.on == self.today and self.known_on is None

    @property
    def today(self) -> date:
        """The officer's day."""
        return self._now().date()

    @property
    def communicated(self) -> bool:
        """Whether a decision recorded now would be of a state that is not the officer's own."""
        return self.view.state != self.officer.state

    def is_about(self, programme: str, state: str | None) -> bool:
        """Whether it is at this programme, and that lists the state, if there is one."""
        states = (None, *self.programme.signatories)
        return programme == self.programme.id and state in states

    def look_at(self, state: str | None) -> None:
        """Look at a state's positions, or at no state's."""
        self._state = state

    def look_on(self, on: date | None, known_on: date | None) -> None:
        """Look at what held on a day, as it was known on a day; None is today, and all."""
        self.on = None if on == self.today else on
        self.known_on = known_on
