"""Treaties: states by treaties, and whom measures address by where they stand."""

from collections.abc import Iterator, Mapping

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from store.treaties import Status
from store.values import Address, Entry
from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.screens.ladder import LadderScreen
from tui.dashboard.screens.officer import once_known
from tui.dashboard.screens.treaty_action import TreatyActionScreen
from tui.dashboard.sheet import Part, assembled, plain, unofficial
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.key_bar import KeyBar
from tui.dashboard.widgets.language_line import LanguageLine
from tui.dashboard.widgets.treaty_grid import TreatyGrid, TreatyGridHeading
from tui.language import _, mark, said
from tui.visible import visible
from tui.wording.days import days_words
from tui.wording.treaties import address_sentence, legend, standing_sentence, treaty_place
from tui.wording.unseen import unseen


class Legend(Widget):
    """What the marks of the grid mean, in as many lines as the window needs."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes in a width."""
        return legend(width).count("\n") + 1

    def render(self) -> Content:
        """The lines."""
        return Content(legend(self.content_size.width))


class TreatiesScreen(Screen[Outcome]):
    """The grid above, what is under its cursor below. Enter goes down to the ladder."""

    DEFAULT_CSS = """
    TreatiesScreen #about {
        height: auto;
        max-height: 3;
        background: $primary-muted;
        text-style: bold;
        padding: 0 1;
    }
    TreatiesScreen TreatyGrid { height: 2fr; }
    TreatiesScreen Legend { height: auto; color: $text-muted; padding: 0 1; }
    TreatiesScreen #cell-pane {
        height: 1fr;
        min-height: 4;
        border-top: solid $panel;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    """

    BINDINGS = [
        Binding("escape,q,й,t,е", "leave", mark("Back"), key_display="Esc"),
        Binding("d,в,f2", "record", mark("Record"), key_display="d"),
        Binding("question_mark,f1", "app.help", mark("Help"), key_display="?"),
    ]

    AUTO_FOCUS = "#grid"

    def __init__(self, desk: Desk, key: str | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._changed = False
        self._addresses: Mapping[str, Mapping[str, Address]] = {}

    def compose(self) -> ComposeResult:
        """What is shown, the grid, the legend, the cell, the keys."""
        yield Static("", id="about", markup=False)
        yield DayLine(self._desk)
        yield LanguageLine(self._desk)
        grid = TreatyGrid(self._desk.programme, self._desk.view.state)
        yield TreatyGridHeading(grid)
        yield grid
        yield Legend(id="legend")
        with VerticalScroll(id="cell-pane", can_focus=False):
            yield Static("", id="cell")
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the grid; the cursor starts with the treaties of the measure it came from."""
        named = (
            treaty.key
            for treaty in self._desk.programme.treaties
            if self._key in (treaty.measure, f"{treaty.measure}.{treaty.item}")
        )
        if treaty := next(named, None):
            self.query_one(TreatyGrid).go_to(treaty)
        self.reload()

    def reload(self) -> None:
        """Read it again, and show it."""
        statuses: tuple[Status, ...] = ()
        with troubles(self.app):
            statuses = self._desk.treaties()
            self._addresses = self._desk.addresses_by_state()
        self.query_one(TreatyGrid).speak(self._desk.shown)
        self.query_one(TreatyGrid).show(statuses)

    def _say(self, text: str) -> None:
        self.query_one("#about", Static).update(visible(text))

    @property
    def _about(self) -> str:
        view = self._desk.view
        return _("Treaties: where each state stands on {days}", days=days_words(view))

    @on(TreatyGrid.Moved)
    def _moved(self) -> None:
        self._say(self._about)
        self.query_one(TreatyGridHeading).refresh()
        current = self.query_one(TreatyGrid).current
        parts = list(self._cell(current)) if current else []
        self.query_one("#cell", Static).update(assembled(parts))
        self.query_one("#cell-pane").scroll_home(animate=False)

    def _cell(self, status: Status) -> Iterator[Part]:
        programme, treaty = self._desk.programme, status.treaty
        yield f"{status.state}: {standing_sentence(status.ladder)}", "bold"
        for problem in status.ladder.problems:
            yield _("Contradictory: {said}", said=said(problem.whole)), "bold"
        yield f"{treaty.key} ({treaty_place(programme, treaty)})", ""
        yield self._desk.treaty_shown(treaty).title, ""
        for key in (treaty.measure, f"{treaty.measure}.{treaty.item}"):
            if address := self._addresses.get(status.state, {}).get(key):
                yield f"{key}: {address_sentence(address, status.state)}", "dim"

    def to_copy(self) -> str:
        """Where the state stands on the treaty, and what follows."""
        grid = self.query_one(TreatyGrid)
        if grid.current is None:
            return ""
        mark = unofficial(self._desk.texts, grid.treaty.title)
        return plain([(self._about, ""), *self._cell(grid.current), *mark])

    # -- keys --------------------------------------------------------------------------------------

    @on(TreatyGrid.Opened)
    def _opened(self) -> None:
        if current := self.query_one(TreatyGrid).current:
            screen = LadderScreen(self._desk, current.state, current.treaty)
            self.app.push_screen(screen, self._came_back)

    def action_record(self) -> None:
        """Record an action of the state on the treaty under the cursor."""
        once_known(self.app, self._desk, self._ask)

    def _ask(self) -> None:
        self._changed = True
        if current := self.query_one(TreatyGrid).current:
            dialog = TreatyActionScreen(self._desk, current.state, current.treaty)
            self.app.push_screen(dialog, self._recorded)

    def _recorded(self, entries: tuple[Entry, ...] | None) -> None:
        if entries:
            self.reload()
            if why := unseen(self._desk.view, entries, ()):
                self.call_after_refresh(self._say, _("Recorded, but {why}", why=why))

    def _came_back(self, changed: bool | None) -> None:  # the screen's result
        if changed:
            self._changed = True
            self.reload()

    def action_leave(self) -> None:
        """Back to the docket."""
        self.dismiss(Outcome(self._changed))
