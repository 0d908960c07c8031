"""What the main screen records, and takes back."""

from store.entries import known_until
from store.values import Entry
from tui.dashboard.screens.main.panes import Panes
from tui.dashboard.widgets.docket import DocketList
from tui.language import _, plural
from tui.wording.positions import POSITION_SENTENCES
from tui.wording.unseen import unseen

NAMED = 3
"""As many measures are named in a line; of more, only their number is said."""


class Recording(Panes):
    """Decisions, on what is marked or under the cursor."""

    def action_decide(self) -> None:
        """Decide on what is marked, or on what the cursor stands on."""
        from tui.dashboard.screens.decision import DecisionScreen

        listing = self.query_one(DocketList)
        row = listing.hold()
        keys = tuple(listing.marked) or ((row.key,) if row else ())
        if not keys:
            self._say(_("There is nothing here to decide on"))
            return
        if not self.desk.officer.known:
            from tui.dashboard.screens.officer import once_known

            once_known(self.app, self.desk, self._go_on_as_officer)
            return
        about = (row.item or row.measure).text if row and keys == (row.key,) else ""
        dialog = DecisionScreen(self.desk, keys, about)
        self.app.push_screen(dialog, self._decided)

    def _go_on_as_officer(self) -> None:
        self.reload()
        self.action_decide()

    def _decided(self, entries: tuple[Entry, ...] | None) -> None:
        if not entries:
            return
        self.query_one(DocketList).unmark()
        self._show_recorded(entries)
        first = entries[0]
        position = POSITION_SENTENCES[first.position] if first.position else ""
        told = _(
            "Recorded: {state} {position}, {named}",
            state=first.state,
            position=position,
            named=_named(entries),
        )
        if why := unseen(self.desk.view, entries, self._measures):
            told = _("Recorded, but {why}", why=why)
        self._say(
            plural(
                "{said} (u takes it back)", "{said} (u takes them back)", len(entries), said=told
            )
        )
        self._tell_backup_trouble()

    def action_take_back(self) -> None:
        """Take back what was last recorded in this session."""
        from tui.dashboard.screens.retraction import RetractionScreen

        entries = self.desk.last_recorded
        if not entries:
            self._say(_("Nothing was recorded in this session; h shows the ledger"))
            return
        self.app.push_screen(RetractionScreen(self.desk, entries), self._taken_back)

    def _taken_back(self, entries: tuple[Entry, ...] | None) -> None:
        if entries:
            self._show_recorded(entries)
            shown = entries[0].recorded_at <= known_until(self.desk.view)
            said = _("Taken back: {named}", named=_named(entries))
            if not shown:
                said = _("{said}; this view does not know of it yet", said=said)
            self._say(said)
            self._tell_backup_trouble()

    def _tell_backup_trouble(self) -> None:
        """Say why the backup due before the day's first entry was not made, if it was not."""
        from tui.dashboard.screens.dialog import TroubleScreen

        if trouble := self.desk.register.backup_trouble:
            title = _("Recorded, but without a backup from before")
            self.app.push_screen(TroubleScreen(trouble, title))


def _named(entries: tuple[Entry, ...]) -> str:
    """What entries are about, as far as there is room for it."""
    keys = [entry.key or entry.retracts or entry.id for entry in entries]
    return ", ".join(keys) if len(keys) <= NAMED else _("{n} measures and items", n=len(keys))
