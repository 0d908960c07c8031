"""Whose positions the main screen shows, on which day, and who the officer is."""

from tui.dashboard.screens.main.panes import Panes
from tui.language import _


class Looking(Panes):
    """From where the desk looks at the register."""

    def action_state(self) -> None:
        """Look at another state's positions."""
        from tui.dashboard.screens.state import StateScreen

        self.app.push_screen(StateScreen(self.desk), self._state_chosen)

    def _state_chosen(self, state: str | None) -> None:
        if state:
            self.desk.look_at(state)
            self.reload()

    def action_days(self) -> None:
        """Look at another day, or as it was known on another day."""
        from tui.dashboard.screens.days import DaysScreen

        self.app.push_screen(DaysScreen(self.desk), self._days_set)

    def _days_set(self, were_set: bool | None) -> None:  # the screen's result
        if were_set:
            self._say("")
            self.reload()

    def action_today(self) -> None:
        """Look at today again, with all that is known."""
        if self.desk.of_today:
            self._say(_("This is today's view, with all that is known; a shows another day"))
            return
        self._say("")
        self.desk.look_on(None, None)
        self.reload()

    def action_officer(self) -> None:
        """Set whose register this is."""
        from tui.dashboard.screens.officer import OfficerScreen

        self.app.push_screen(OfficerScreen(self.desk), self._officer_set)

    def _officer_set(self, was_set: bool | None) -> None:  # the screen's result
        if was_set:
            self.reload()
