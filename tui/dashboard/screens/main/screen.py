"""The main screen as a whole, and the ways from it to other screens."""

from textual import on
from textual.binding import Binding

from tui.dashboard.commands import bindings, screen_of
from tui.dashboard.outcome import Outcome
from tui.dashboard.screens.main.going_on import GoingOn
from tui.dashboard.screens.main.looking import Looking
from tui.dashboard.screens.main.narrowing import Narrowing
from tui.dashboard.widgets.docket import DocketList
from tui.language import language


class MainScreen(Narrowing, GoingOn, Looking):
    """What the officer sees first, and comes back to."""

    BINDINGS = [
        *bindings(),
        Binding("escape", "back", "Back", show=False),
        Binding("left", "focus_facets", "Filters", show=False),
        Binding("right", "focus_docket", "Docket", show=False),
    ]

    AUTO_FOCUS = "#docket"

    @on(DocketList.Read)
    def _read(self) -> None:
        from tui.dashboard.screens.measure import SIDE_BY_SIDE, MeasureScreen

        row = self.query_one(DocketList).current
        side_by_side = self.desk.texts is not None and self.size.width >= SIDE_BY_SIDE
        if self.has_class("-wide") and not side_by_side:
            self.query_one("#sheet-pane").focus()
        elif row:
            screen = MeasureScreen(self.desk, row.measure.key, self._filter.text)
            self.app.push_screen(screen, self._go_on)

    async def _go_on(self, command: str | None) -> None:
        self.show_language()
        if command:
            await self.run_action(command)

    def action_ledger(self) -> None:
        """Show the ledger for the measure under the cursor."""
        from tui.dashboard.screens.ledger import LedgerScreen

        row = self.query_one(DocketList).hold()
        key = row.measure.key if row else None
        self.app.push_screen(LedgerScreen(self.desk, key), self._ledger_left)

    def _ledger_left(self, added: bool | None) -> None:  # the screen's result
        if added:
            self.reload()

    def action_open(self, command: str) -> None:
        """Open the screen of a command on what the cursor stands on."""
        row = self.query_one(DocketList).hold()
        screen = screen_of(command)
        self.app.push_screen(screen(self.desk, row.key if row else None), self._came_back)

    def _came_back(self, outcome: Outcome | None) -> None:
        if self._spoken != language():
            self._say_anew()
        self.show_language()
        if outcome is None:
            return
        if outcome.changed:
            self.reload()
            self._tell_backup_trouble()
        if outcome.go_to:
            self.go_to(outcome.go_to)

    def to_copy(self) -> str:
        """What is marked, or else the measure or item under the cursor."""
        from tui.dashboard.excerpts import excerpts

        listing = self.query_one(DocketList)
        here = [listing.current.key] if listing.current else []
        return excerpts(self.desk, tuple(listing.marked) or here)

    async def action_copy(self) -> None:
        """Copy it."""
        await self.run_action("app.copy")

    async def action_help(self) -> None:
        """Show every key."""
        await self.run_action("app.help")

    async def action_quit(self) -> None:
        """Leave."""
        await self.run_action("app.quit")
