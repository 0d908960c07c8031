"""The ledger, for a measure or for the whole state."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.retraction import RetractionScreen
from tui.dashboard.sheet import assembled, entry_parts, plain
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.entries import EntryList
from tui.dashboard.widgets.key_bar import KeyBar
from tui.language import _, mark
from tui.visible import visible
from tui.wording.unseen import unseen


class LedgerScreen(Screen[bool]):
    """Entries above, the current one in full below. Dismissed with whether any was added."""

    DEFAULT_CSS = """
    LedgerScreen #about { height: 1; background: $primary-muted; text-style: bold; padding: 0 1; }
    LedgerScreen #none { padding: 1 2; }
    LedgerScreen EntryList { height: 1fr; }
    LedgerScreen #entry-pane {
        height: auto;
        max-height: 45%;
        border-top: solid $panel;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    """

    BINDINGS = [
        Binding("escape,q,й", "leave", mark("Back"), key_display="Esc"),
        Binding("h,р,f6,tab", "widen", mark("Measure or state"), key_display="h"),
        Binding("question_mark,f1", "app.help", mark("Help"), key_display="?"),
    ]

    AUTO_FOCUS = "#entries"

    def __init__(self, desk: Desk, key: str | None) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._measure_only = key is not None
        self._added = False
        self._about = ""

    def compose(self) -> ComposeResult:
        """What is listed, the list, the entry, the keys."""
        yield Static("", id="about", markup=False)
        yield DayLine(self._desk)
        yield EntryList()
        yield Static("", id="none", markup=False)
        with VerticalScroll(id="entry-pane", can_focus=False):
            yield Static("", id="entry")
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list."""
        self.reload()

    def reload(self) -> None:
        """Read the ledger again, and show it."""
        key = self._key if self._measure_only else None
        entries: tuple[Entry, ...] = ()
        with troubles(self.app):
            entries = self._desk.history(key)
        whose = self._desk.view.state or _("all states")
        what = _("measure {key}", key=key) if key else _("every measure")
        about = _("Ledger of {whose}, {what}: {n}", whose=whose, what=what, n=len(entries))
        self._about = about
        listing = self.query_one(EntryList)
        listing.display = bool(entries)
        none = self.query_one("#none", Static)
        none.display = not entries
        none.update(
            _("Nothing is recorded here yet. h shows the whole state.")
            if key
            else _("Nothing is recorded here yet.")
        )
        listing.show(entries)

    def _say(self, text: str) -> None:
        self.query_one("#about", Static).update(visible(text))

    @on(EntryList.Moved)
    def _moved(self) -> None:
        self._say(self._about)
        entry = self.query_one(EntryList).current
        parts = list(entry_parts(entry)) if entry else []
        self.query_one("#entry", Static).update(assembled(parts) if parts else Content(""))
        self.query_one("#entry-pane").display = bool(parts)

    def to_copy(self) -> str:
        """The entry under the cursor."""
        entry = self.query_one(EntryList).current
        return plain(entry_parts(entry)) if entry else ""

    @on(EntryList.Retract)
    def _retract(self) -> None:
        entry = self.query_one(EntryList).current
        if entry is None:
            return
        if entry.kind == "retraction":
            self._say(_("A retraction stays; decide anew if the decision was right"))
            return
        if entry.kind == "return":
            self._say(_("What was released stays; a correction supersedes it, in the year (y)"))
            return
        if entry.retracted_by:
            self._say(
                _("It is taken back already, by {retracted_by}", retracted_by=entry.retracted_by)
            )
            return
        self.app.push_screen(RetractionScreen(self._desk, [entry]), self._retracted)

    def _retracted(self, entries: tuple[Entry, ...] | None) -> None:
        if entries:
            self._added = True
            self.reload()
            if why := unseen(self._desk.view, entries):
                self.call_after_refresh(self._say, _("Taken back, but {why}", why=why))

    def action_widen(self) -> None:
        """From the measure to the whole state, and back."""
        if self._key is not None:
            self._measure_only = not self._measure_only
            self.reload()

    def action_leave(self) -> None:
        """Back to the docket."""
        self.dismiss(self._added)
