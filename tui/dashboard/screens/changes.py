"""What moved between two days: in what held, or in what this register knew."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from rich.cells import cell_len, set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from store.changes import Change, days_of_holding, days_of_recording
from store.values import Entry, View
from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.screens.days import SpanScreen
from tui.dashboard.sheet import Part, assembled, entry_parts, plain, unofficial
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.changes import ChangeList
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.key_bar import KeyBar
from tui.dashboard.widgets.language_line import LanguageLine
from tui.language import _, mark
from tui.visible import visible
from tui.wording.changes import fact_words, subject_words, text_of

DAY = timedelta(days=1)

Clock = Literal["on", "known_on"]


class ChangesScreen(Screen[Outcome]):
    """Opens at the last day on which something moved; other days by key.

    Dismissed with the measure to go to, or with None.
    """

    DEFAULT_CSS = """
    ChangesScreen #about { height: 1; background: $primary-muted; text-style: bold; padding: 0 1; }
    ChangesScreen #none { padding: 1 2; }
    ChangesScreen ChangeList { height: 1fr; }
    ChangesScreen #change-pane {
        height: auto;
        max-height: 50%;
        border-top: solid $panel;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    """

    BINDINGS = [
        Binding("escape,q,й", "leave", mark("Back"), key_display="Esc"),  # at most 8 cells
        Binding("p,з,left", "earlier", mark("Earlier"), key_display="p"),  # at most 8 cells
        Binding("n,т,right", "later", mark("Later"), key_display="n"),  # at most 8 cells
        Binding("a,ф", "days", mark("Days"), key_display="a"),  # at most 8 cells
        Binding("c,с,tab", "turn", mark("Clock"), key_display="c"),  # at most 8 cells
        Binding("question_mark,f1", "app.help", mark("Help"), show=False),  # at most 8 cells
    ]

    AUTO_FOCUS = "#changes"

    def __init__(self, desk: Desk, key: str | None) -> None:
        super().__init__()
        self._desk = desk
        self._clock: Clock = "on"
        self._first = self._last = desk.today
        self._history: tuple[Entry, ...] = ()

    def compose(self) -> ComposeResult:
        """What is compared, what moved, the current one in full, the keys."""
        yield Static("", id="about", markup=False)
        yield DayLine(self._desk)
        yield LanguageLine(self._desk)
        yield ChangeList(self._desk.shown)
        yield Static("", id="none", markup=False)
        with VerticalScroll(id="change-pane", can_focus=False):
            yield Static("", id="change")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what moved last."""
        self._begin()

    def reload(self) -> None:
        """Read what moved again, and show it."""
        with troubles(self.app):
            self._history = self._desk.history(None)
        self.query_one(ChangeList).speak(self._desk.shown)
        self._show(self._moved())

    # -- what is compared --------------------------------------------------------------------------

    def _begin(self) -> None:
        """Go to the last day on which something moved, by the clock that is looked at."""
        with troubles(self.app):
            self._history = self._desk.history(None)
        day = self._found(reversed(self._days()))
        if day is None:
            self._first, self._last = self._desk.programme.adopted_on, self._end()
        self._show(self._moved())

    def _days(self) -> list[date]:
        """The days on which something may have moved."""
        days = days_of_holding if self._clock == "on" else days_of_recording
        return days(self._history)

    def _end(self) -> date:
        """The last day there is to look at."""
        view = self._desk.view
        return view.on if self._clock == "on" else view.known_on or self._desk.today

    def _found(self, days: Iterable[date]) -> date | None:
        """The first of some days on which something moved; it is compared with the day before."""
        span = self._first, self._last
        for day in days:
            self._first, self._last = day - DAY, day
            if self._moved():
                return day
        self._first, self._last = span
        return None

    def _views(self) -> tuple[View, View]:
        view = self._desk.view
        if self._clock == "on":
            return replace(view, on=self._first), replace(view, on=self._last)
        return replace(view, known_on=self._first), replace(view, known_on=self._last)

    def _moved(self) -> tuple[Change, ...]:
        moved: tuple[Change, ...] = ()
        if self._desk.view.state:
            with troubles(self.app):
                moved = self._desk.register.changes(*self._views())
        words = self._desk.words
        return tuple(replace(each, text=each.text and words(each.text)) for each in moved)

    # -- showing -----------------------------------------------------------------------------------

    def _show(self, moved: tuple[Change, ...]) -> None:
        self._say(self._heading(len(moved)))
        listing = self.query_one(ChangeList)
        listing.display = bool(moved)
        none = self.query_one("#none", Static)
        none.display = not moved
        none.update(self._why_none())
        listing.show(moved)

    def _heading(self, number: int) -> str:
        """What is compared, and how much of it moved."""
        values = {
            "state": self._desk.view.state,
            "first": self._first,
            "last": self._last,
            "n": number,
        }
        if self._clock == "on":
            if self._desk.view.state is None:
                # at most 66 cells
                return _("What moved for no state from {first} to {last}: {n}", **values)
            # at most 66 cells
            return _("What moved for {state} from {first} to {last}: {n}", **values)
        if self._desk.view.state is None:
            # at most 66 cells
            return _("What was learned of no state from {first} to {last}, UTC: {n}", **values)
        # at most 66 cells
        return _("What was learned of {state} from {first} to {last}, UTC: {n}", **values)

    def _why_none(self) -> str:
        if self._desk.view.state is None:
            return _("No state is chosen: nothing can move. Esc, then s chooses one.")
        if self._clock == "on":
            return _(
                "Nothing moved between these days. a sets others, c shows what was learned when."
            )
        return _("Nothing moved between these days. a sets others, c shows what held when.")

    def _say(self, text: str) -> None:
        self.query_one("#about", Static).update(visible(text))

    @on(ChangeList.Moved)
    def _current(self) -> None:
        change = self.query_one(ChangeList).current
        parts = list(self._parts(change)) if change else []
        self.query_one("#change", Static).update(assembled(parts) if parts else Content(""))
        self.query_one("#change-pane").display = bool(parts)

    def _parts(self, change: Change) -> Iterable[Part]:
        about = ": ".join(filter(None, (change.key, subject_words(change.subject))))
        yield f"{about}  {text_of(self._desk.shown, change)}".strip(), ""
        before, after = _("before:"), _("after:")
        width = max(cell_len(before), cell_len(after))
        yield f"{set_cell_size(before, width)} {fact_words(change.before)}", ""
        yield f"{set_cell_size(after, width)} {fact_words(change.after)}", "bold"
        known = {entry.id: entry for entry in self._history}
        for each in change.by:
            if each in known:
                yield from entry_parts(known[each])

    def to_copy(self) -> str:
        """What moved, from what to what, and by which entries."""
        listing = self.query_one(ChangeList)
        if listing.current is None:
            return ""
        original = self._desk.register.changes(*self._views())[listing.cursor]
        words = text_of(self._desk.programme, original)
        return plain([*self._parts(listing.current), *unofficial(self._desk.texts, words)])

    # -- keys --------------------------------------------------------------------------------------

    def action_earlier(self) -> None:
        """Go to the day before on which something moved."""
        days = reversed([day for day in self._days() if day <= self._first])
        # at most 66 cells
        self._step(days, mark("Nothing moved before these days, {first} to {last}"))

    def action_later(self) -> None:
        """Go to the next day on which something moved."""
        days = [day for day in self._days() if day > self._last]
        # at most 66 cells
        self._step(days, mark("Nothing moved after these days, {first} to {last}"))

    def _step(self, days: Iterable[date], none: str) -> None:
        """Go to the first of some days on which something moved; if there is none, say so."""
        if self._found(days):
            self._show(self._moved())
        else:
            self._say(_(none, first=self._first, last=self._last))

    def action_turn(self) -> None:
        """From what held to what was known, and back."""
        self._clock = "known_on" if self._clock == "on" else "on"
        self._begin()

    def action_days(self) -> None:
        """Compare any two days."""
        self.app.push_screen(SpanScreen(self._first, self._last, self._end()), self._span_set)

    def _span_set(self, span: tuple[date, date] | None) -> None:
        if span:
            self._first, self._last = span
            self._show(self._moved())

    @on(ChangeList.Chosen)
    def _chosen(self) -> None:
        change = self.query_one(ChangeList).current
        if change and change.subject.measure:
            self.dismiss(Outcome(go_to=change.key))

    def action_leave(self) -> None:
        """Back to the docket."""
        self.dismiss(None)
