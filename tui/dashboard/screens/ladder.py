"""The ladder of one state on one treaty: its actions, and what they amount to."""

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from store.treaties import Status
from store.values import Entry, Treaty
from tui.dashboard.desk import Desk
from tui.dashboard.screens.officer import once_known
from tui.dashboard.screens.retraction import RetractionScreen
from tui.dashboard.screens.treaty_action import TreatyActionScreen
from tui.dashboard.sheet import Part, assembled, entry_parts, plain, unofficial
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.key_bar import KeyBar
from tui.dashboard.widgets.language_line import LanguageLine
from tui.dashboard.widgets.treaty_actions import TreatyActionList
from tui.language import _, mark, said
from tui.visible import visible
from tui.wording.treaties import standing_sentence, treaty_place
from tui.wording.unseen import unseen


class LadderScreen(Screen[bool]):
    """Actions above, the treaty and the current action below. Dismissed with whether any changed.

    Args:
        desk: The desk.
        state: Whose ladder it is; any state of the signature table.
        treaty: On which treaty.
    """

    DEFAULT_CSS = """
    LadderScreen #about {
        height: auto;
        max-height: 3;
        background: $primary-muted;
        text-style: bold;
        padding: 0 1;
    }
    LadderScreen #none { padding: 1 2; height: 1fr; }
    LadderScreen TreatyActionList { height: 1fr; }
    LadderScreen #treaty-pane {
        height: auto;
        max-height: 55%;
        border-top: solid $panel;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    """

    BINDINGS = [
        Binding("escape,q,й,left", "leave", mark("Back"), key_display="Esc"),
        Binding("d,в,f2,insert", "record", mark("Record"), key_display="d"),
        Binding("u,г,delete,f7", "take_back", mark("Take back"), key_display="u"),
        Binding("question_mark,f1", "app.help", mark("Help"), key_display="?"),
    ]

    AUTO_FOCUS = "#actions"

    def __init__(self, desk: Desk, state: str, treaty: Treaty) -> None:
        super().__init__()
        self._desk = desk
        self._state = state
        self._treaty = treaty
        self._status: Status | None = None
        self._changed = False

    def compose(self) -> ComposeResult:
        """What is shown, the actions, the treaty, the keys."""
        yield Static("", id="about", markup=False)
        yield DayLine(self._desk)
        yield LanguageLine(self._desk)
        yield TreatyActionList()
        yield Static("", id="none", markup=False)
        with VerticalScroll(id="treaty-pane", can_focus=False):
            yield Static("", id="treaty")
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list."""
        self.reload()

    def reload(self) -> None:
        """Read the ladder again, and show it."""
        with troubles(self.app):
            self._status = self._desk.ladder(self._state, self._treaty.key)
        entries = self._entries
        listing = self.query_one(TreatyActionList)
        listing.display = bool(entries)
        none = self.query_one("#none", Static)
        none.display = not entries
        on_ = self._desk.view.on
        none.update(
            _(
                "Nothing is recorded of {state} on this treaty up to {on}: "
                "where it stands is unknown.\nd records an action.",
                state=self._state,
                on=on_,
            )
        )
        listing.show(entries)

    @property
    def _entries(self) -> tuple[Entry, ...]:
        return self._status.entries if self._status else ()

    def _say(self, text: str) -> None:
        self.query_one("#about", Static).update(visible(text))

    @property
    def _about(self) -> str:
        ladder = self._status.ladder if self._status else None
        stands = standing_sentence(ladder) if ladder else ""
        return _(
            "{state} on {key}: {stands}", state=self._state, key=self._treaty.key, stands=stands
        )

    @on(TreatyActionList.Moved)
    def _moved(self) -> None:
        self._say(self._about)
        self.query_one("#treaty", Static).update(assembled(list(self._parts())))
        self.query_one("#treaty-pane").scroll_home(animate=False)

    def _parts(self) -> Iterator[Part]:
        problems = self._status.ladder.problems if self._status else ()
        for problem in problems:
            yield _("Contradictory: {said}", said=said(problem.whole)), "bold"
        if problems:
            yield _("It settles nothing until one of them is taken back (u)."), ""
        if entry := self.query_one(TreatyActionList).current:
            yield from entry_parts(entry)
            yield "", ""
        shown = self._desk.treaty_shown(self._treaty)
        yield shown.title, ""
        yield f"{treaty_place(self._desk.programme, self._treaty)}, {self._treaty.dated}", "dim"
        if shown.note:
            yield _("Note (ours): {note}", note=shown.note), "dim"

    def to_copy(self) -> str:
        """Where the state stands, the action under the cursor, the treaty."""
        mark = unofficial(self._desk.texts, self._treaty.title)
        return plain([(self._about, ""), *self._parts(), *mark])

    # -- keys --------------------------------------------------------------------------------------

    def action_record(self) -> None:
        """Record an action of the state on the treaty."""
        once_known(self.app, self._desk, self._ask)

    def _ask(self) -> None:
        self._changed = True
        dialog = TreatyActionScreen(self._desk, self._state, self._treaty)
        self.app.push_screen(dialog, self._recorded)

    def action_take_back(self) -> None:
        """Take the action under the cursor back."""
        if self.query_one(TreatyActionList).current:
            once_known(self.app, self._desk, self._ask_why)
        else:
            self._say(_("There is nothing here to take back"))

    def _ask_why(self) -> None:
        if entry := self.query_one(TreatyActionList).current:
            self.app.push_screen(RetractionScreen(self._desk, [entry]), self._recorded)

    def _recorded(self, entries: tuple[Entry, ...] | None) -> None:
        if entries:
            self._changed = True
            self.reload()
            self.query_one(TreatyActionList).go_to(entries[0].id)
            if why := unseen(self._desk.view, entries, ()):
                self.call_after_refresh(self._say, _("Recorded, but {why}", why=why))

    def action_leave(self) -> None:
        """Back to the grid."""
        self.dismiss(self._changed)
