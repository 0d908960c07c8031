"""Why a position holds, and what an edition has changed or taken out."""

from typing import NamedTuple

from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from store.errors import Refused
from store.reasons import Why
from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.screens.confirmation import ConfirmationScreen
from tui.dashboard.sheet import plain
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.key_bar import KeyBar
from tui.dashboard.widgets.language_line import LanguageLine
from tui.dashboard.widgets.review import ReviewList
from tui.language import _, mark, plural, said
from tui.visible import visible
from tui.wording.reasons import Line, why_lines
from tui.wording.unseen import unseen

NOTHING = mark(
    "Nothing is to confirm, and nothing was decided on what is no longer in the programme."
)

STYLES = {"old": "strike", "new": "bold underline"}
"""How words that an edition took out and put in look; signs tell them apart, too."""


class Shown(NamedTuple):
    """What is reviewed: keys to confirm, and decisions on what is gone."""

    to_confirm: tuple[Entry, ...] = ()
    no_longer: tuple[Entry, ...] = ()


class WhyScreen(Screen[Outcome]):
    """The chain of a measure or item; with w, of all whose words an edition has changed."""

    DEFAULT_CSS = """
    WhyScreen #about { height: 1; background: $primary-muted; text-style: bold; padding: 0 1; }
    WhyScreen #none { padding: 1 2; }
    WhyScreen ReviewList { height: auto; max-height: 40%; border-bottom: solid $panel; }
    WhyScreen #chain-pane { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    """

    BINDINGS = [
        Binding("escape,q,й", "leave", mark("Back"), key_display="Esc"),
        Binding("c,с,f2", "confirm", mark("Confirm"), key_display="c"),
        Binding("w,ц,ü", "widen", mark("All to confirm"), key_display="w"),
        Binding("question_mark,f1", "app.help", mark("Help"), key_display="?"),
    ]

    def __init__(self, desk: Desk, key: str | None) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._all = key is None
        self._changed = False
        self._why: Why | None = None
        self._told = ""
        self._just_told = False

    def compose(self) -> ComposeResult:
        """What is shown, the list, the chain, the keys."""
        yield Static("", id="about", markup=False)
        yield DayLine(self._desk)
        yield LanguageLine(self._desk)
        yield ReviewList()
        yield Static(_(NOTHING), id="none", markup=False)
        with VerticalScroll(id="chain-pane"):
            yield Static("", id="chain")
        yield KeyBar()

    def on_mount(self) -> None:
        """Read it."""
        self.reload()

    def reload(self) -> None:
        """Read it again, and show it."""
        shown = self._review() if self._all else Shown()
        listing, pane = self.query_one(ReviewList), self.query_one("#chain-pane")
        some = bool(shown.to_confirm or shown.no_longer)
        listing.display = self._all and some
        self.query_one("#none").display = self._all and not some
        pane.display = some or not self._all
        if not self._all:
            self._show_chain(self._key)
            pane.focus()
        elif some:
            listing.show(shown.to_confirm, shown.no_longer)
            listing.focus()
        else:
            self._why = None
            self._say("")

    def _review(self) -> Shown:
        with troubles(self.app):
            return Shown(self._desk.to_confirm(), self._desk.no_longer())
        return Shown()

    def _show_chain(self, key: str | None) -> None:
        self._why = None
        with troubles(self.app):
            self._why = self._desk.why(key) if key else None
        self.query_one("#chain", Static).update(chain_table(self._lines()))
        self.query_one("#chain-pane").scroll_home(animate=False)
        self._say("")

    def _lines(self) -> list[Line]:
        """The chain, line by line, in the language that is read."""
        why, texts = self._why, self._desk.texts
        if why is None:
            return []
        mark = ""
        if texts:
            from store.overlay import why_in

            mark = texts.mark if why.clause and texts.of(why.clause.text) else ""
            why = why_in(texts, why)
        return list(why_lines(why, self._desk.view, mark))

    def to_copy(self) -> str:
        """The chain, from the measure to what would change it."""
        lines = [(label, "".join(text for text, _ in spans)) for label, spans in self._lines()]
        said = ((f"{label.strip()}: {line}" if label else f"  {line}", "") for label, line in lines)
        return plain([(self._why.key, ""), *said]) if self._why else ""

    def _say(self, said: str) -> None:
        """Show what was done, or else what is shown."""
        self.query_one("#about", Static).update(visible(said or self._told or self._about()))

    def _about(self) -> str:
        state = self._desk.view.state
        if self._all:
            listing = self.query_one(ReviewList)
            due, gone = listing.numbers if listing.display else (0, 0)
            return plural(
                "{state}: {n} decision to confirm, {gone} no longer in the programme",
                "{state}: {n} decisions to confirm, {gone} no longer in the programme",
                due,
                state=state,
                gone=gone,
            )
        due = self._why is not None and self._why.position is not None
        changed = due and self._why and self._why.position and self._why.position.to_confirm
        about = _("Why, for {state}: {key}", state=state, key=self._key)
        return f"{about}   ! {_('to confirm: c')}" if changed else about

    @on(ReviewList.Moved)
    def _moved(self) -> None:
        if not self._just_told:
            self._told = ""
        self._just_told = False
        if self._all:
            self._show_chain(self.query_one(ReviewList).key)

    @on(ReviewList.Chosen)
    def _chosen(self) -> None:
        """Go to it in the docket; what is gone is not there."""
        if self._why and not self._why.gone:
            self.dismiss(Outcome(self._changed, self._why.key))
        else:
            self._say(_("It is no longer in the programme: what was recorded on it is read here"))

    def action_widen(self) -> None:
        """From one to all, and back."""
        if self._key is not None:
            self._told = ""
            self._all = not self._all
            self.reload()

    # -- confirming --------------------------------------------------------------------------------

    def action_confirm(self) -> None:
        """Record that the decision stands on the words of this edition, in one step."""
        why = self._why
        if why is None:
            self._say(_("There is nothing here to confirm"))
        elif not self._desk.of_today and not self._desk.holds_today(why):
            self._say(_("Another decision holds today: b in the docket goes back to today"))
        elif self._desk.communicated and why.position and why.position.to_confirm:
            self.app.push_screen(ConfirmationScreen(self._desk, why.key), self._confirmed)
        else:
            try:
                with troubles(self.app):
                    self._confirmed(self._desk.confirm([why.key]))
            except Refused as refused:
                self._say(said(refused.whole))

    def _confirmed(self, entries: tuple[Entry, ...] | None) -> None:
        if entries:
            self._changed = True
            made = entries[0]
            self._told = _(
                "Confirmed {key} from {day}: u in the docket takes it back",
                key=made.key,
                day=made.decided_on,
            )
            if why := unseen(self._desk.view, entries):
                self._told = _("Confirmed, but {why}", why=why)
            self._just_told = self._all
            self.reload()

    def action_leave(self) -> None:
        """Back to the docket."""
        self.dismiss(Outcome(self._changed))


def chain_table(lines: list[Line]) -> Table:
    """The chain: what a line is on the left, the line wrapped beside it; data is never markup."""
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, spans in lines:
        line = Text.assemble(*((visible(text), STYLES.get(style, style)) for text, style in spans))
        table.add_row(Text(label, "bold"), line)
    return table
