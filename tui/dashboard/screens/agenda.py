"""The agenda: what falls due for a state, when, for whom, and why."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from store.occurrences import Occurrence, narrowed, notifies
from store.overlay import occurrence_in
from store.values import Entry, Programme
from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.sheet import Part, assembled, plain, unofficial
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.agenda import AgendaHeading, AgendaList
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.key_bar import KeyBar
from tui.dashboard.widgets.language_line import LanguageLine
from tui.language import _, mark, plural, said
from tui.visible import visible
from tui.wording.agenda import (
    notification_words,
    occurrence_words,
    rule_sentence,
    why_not_fulfilled,
)
from tui.wording.agenda_reasons import reason
from tui.wording.entries import entry_sentence
from tui.wording.programme import executors_words
from tui.wording.quoting import quoted
from tui.wording.unseen import unseen

SOON = 90
"""Days that count as soon."""

VIEWS = EVERYTHING, OVERDUE, NEXT = "everything", "overdue", "next"


class AgendaScreen(Screen[Outcome]):
    """What falls due above, why it does below."""

    DEFAULT_CSS = """
    AgendaScreen #about {
        height: auto;
        max-height: 3;
        background: $primary-muted;
        text-style: bold;
        padding: 0 1;
    }
    AgendaScreen #none { padding: 1 2; }
    AgendaScreen AgendaList { height: 1fr; }
    AgendaScreen #why-pane {
        height: auto;
        max-height: 50%;
        border-top: solid $panel;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    AgendaScreen #why-pane:focus { border-top: solid $primary; }
    """

    BINDINGS = [
        Binding("escape,q,й,g,п", "leave", mark("Back"), key_display="Esc"),
        Binding("f,а", "fulfil", mark("Fulfilled"), key_display="f"),
        Binding("n,т", "record_notification", mark("Notification"), key_display="n"),
        Binding("v,м", "next_view", mark("Narrow"), key_display="v"),
        Binding("u,г,f7", "take_back", mark("Take back"), key_display="u"),
        Binding("question_mark,f1", "app.help", mark("Help"), key_display="?"),
    ]

    AUTO_FOCUS = "#agenda"

    def __init__(self, desk: Desk, _key: str | None = None) -> None:
        super().__init__()  # what presses comes first, whatever the docket stands on
        self._desk = desk
        self._found: tuple[Occurrence, ...] = ()
        self._official: dict[str, str] = {}
        self._overdue = 0
        self._readings: dict[tuple[str, int | None], list[Occurrence]] = {}
        self._narrowed = EVERYTHING
        self._changed = False
        self._told = ""

    def compose(self) -> ComposeResult:
        """What is shown, the list, why, the keys."""
        yield Static("", id="about", markup=False)
        yield DayLine(self._desk)
        yield LanguageLine(self._desk)
        yield AgendaHeading(self._desk.shown)
        yield AgendaList(self._desk.shown)
        yield Static("", id="none", markup=False)
        with VerticalScroll(id="why-pane"):
            yield Static("", id="why")
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list."""
        self.reload()

    def reload(self) -> None:
        """Read the agenda again, and show it."""
        with troubles(self.app):
            found = self._desk.agenda()
            self._official = {each.measure: each.text for each in found}
            texts = self._desk.texts
            self._found = tuple(occurrence_in(texts, each) for each in found) if texts else found
        self.query_one(AgendaList).speak(self._desk.shown)
        self._overdue = sum(each.overdue for each in self._found)
        self._readings = {}
        for each in self._found:
            self._readings.setdefault((each.measure, each.year), []).append(each)
        self._show()

    def _show(self) -> None:
        shown = self._shown()
        listing = self.query_one(AgendaList)
        listing.display = bool(shown)
        none = self.query_one("#none", Static)
        none.display = not shown
        none.update(_("Nothing of that kind falls due. v shows something else."))
        listing.show(self._desk.view, shown)
        self._show_current()

    def _shown(self) -> tuple[Occurrence, ...]:
        days = SOON if self._narrowed == NEXT else None
        return narrowed(
            self._found, self._desk.view.on, days=days, overdue=self._narrowed == OVERDUE
        )

    @property
    def _about(self) -> str:
        view, what = self._desk.view, plural("{n} overdue", "{n} overdue", self._overdue)
        if self._narrowed == EVERYTHING:
            what = f"{_('everything')}; {what}"
        elif self._narrowed == NEXT:
            what = f"{plural('the next {n} day', 'the next {n} days', SOON)}; {what}"
        if view.state is None:
            return _("Agenda, without a state, on {day}: {what}", day=view.on, what=what)
        return _("Agenda of {state} on {day}: {what}", state=view.state, day=view.on, what=what)

    def _say(self, text: str) -> None:
        self.query_one("#about", Static).update(visible(text))

    @on(AgendaList.Moved)
    def _moved(self) -> None:
        self._told = ""
        self._show_current()

    def _show_current(self) -> None:
        """Show why what the cursor stands on falls due, and what was just recorded."""
        self._say(self._told or self._about)
        current = self.query_one(AgendaList).current
        parts = list(self._why(current)) if current else []
        self.query_one("#why", Static).update(assembled(parts))
        pane = self.query_one("#why-pane")
        pane.display = bool(parts)
        pane.scroll_home(animate=False)

    def _why(self, current: Occurrence) -> Iterator[Part]:
        programme, state = self._desk.shown, self._desk.view.state
        yield f"{current.measure}  {quoted(current.printed)}", "bold"
        yield rule_sentence(current), ""
        for each in self._readings[current.measure, current.year]:
            here = "▸ " if each is current else "  "
            yield f"{here}{occurrence_words(each)}", ""
        yield said(reason(programme, state, current)), ""
        yield _for_whom(programme, current), "dim"
        yield current.text, "dim"

    def to_copy(self) -> str:
        """What falls due, and why."""
        current = self.query_one(AgendaList).current
        if current is None:
            return ""
        official = self._desk.sheet(current.measure).measure.text
        state, day = self._desk.view.state or _("no state"), _("on {day}", day=self._desk.view.on)
        heading = f"{state}  {day}", ""
        return plain([heading, *self._why(current), *unofficial(self._desk.texts, official)])

    # -- keys --------------------------------------------------------------------------------------

    def action_next_view(self) -> None:
        """Everything, what is overdue, what comes soon."""
        self._told = ""
        self._narrowed = VIEWS[(VIEWS.index(self._narrowed) + 1) % len(VIEWS)]
        self._show()
        self.query_one(AgendaList).focus()  # it was hidden if there was nothing to show

    def action_fulfil(self) -> None:
        """Record that the duty under the cursor was fulfilled."""
        from tui.dashboard.screens.duty import FulfilmentScreen

        current = self.query_one(AgendaList).current
        if current is None or not self._known(then=self.action_fulfil):
            return
        if why := why_not_fulfilled(self._desk.view.state, current):
            self._say(why)
        else:
            official = replace(current, text=self._official[current.measure])
            self.app.push_screen(FulfilmentScreen(self._desk, official), self._recorded)

    def action_record_notification(self) -> None:
        """Record that the state deposited its notification."""
        from tui.dashboard.screens.duty import NotificationScreen

        if not self._known(then=self.action_record_notification):
            return
        programme, state = self._desk.programme, self._desk.view.state
        rule = programme.entry_into_force
        if state is None or rule is None or not notifies(programme, programme.signatories[state]):
            self._say(_no_notification(state))
        elif deposited := self._notification:
            self._say(_("{said}; u on its line takes it back", said=notification_words(deposited)))
        else:
            self.app.push_screen(NotificationScreen(self._desk, rule.text), self._recorded)

    def action_take_back(self) -> None:
        """Take back what is recorded of the line under the cursor."""
        from tui.dashboard.screens.retraction import RetractionScreen

        current = self.query_one(AgendaList).current
        entry = _own_entry(current) if current else None
        if entry is None:
            self._say(_("Nothing is recorded on this line that is taken back here"))
        elif self._known(then=self.action_take_back):
            self.app.push_screen(RetractionScreen(self._desk, [entry]), self._recorded)

    def _recorded(self, entries: tuple[Entry, ...] | None) -> None:
        if entries:
            self._changed = True
            self.reload()
            if entries[0].kind == "notification":
                self.query_one(AgendaList).go_to("entry-into-force")
            self._told = self._recorded_words(entries[0])
            self._show_current()

    def _recorded_words(self, entry: Entry) -> str:
        if why := unseen(self._desk.view, [entry]):
            return _("Recorded, but {why}", why=why)
        what, day = entry_sentence(entry), entry.decided_on
        if day is None:
            return _("Recorded: {what}", what=what)
        return _("Recorded: {what}, on {day}", what=what, day=day)

    def _known(self, then: Callable[[], None]) -> bool:
        """Whether an officer is set up; if not, ask, and go on once one is."""
        from tui.dashboard.screens.officer import once_known

        if self._desk.officer.known:
            return True

        def go_on() -> None:
            self._changed = True
            self.reload()
            then()

        once_known(self.app, self._desk, go_on)
        return False

    @property
    def _notification(self) -> Entry | None:
        return next((each.notification for each in self._found if each.notification), None)

    @on(AgendaList.Chosen)
    def _chosen(self) -> None:
        current = self.query_one(AgendaList).current
        if current:
            self.dismiss(Outcome(self._changed, current.measure))

    def action_leave(self) -> None:
        """Back to the docket."""
        self.dismiss(Outcome(self._changed))


def _for_whom(programme: Programme, occurrence: Occurrence) -> str:
    if not occurrence.executors:
        return _("For: none is printed")
    return _("For: {executors}", executors=executors_words(programme, occurrence.executors))


def _no_notification(state: str | None) -> str:
    if state is None:
        return _("Without a state: there is no notification to deposit")
    return _("{state}: there is no notification to deposit", state=state)


def _own_entry(occurrence: Occurrence) -> Entry | None:
    """What is recorded of a line, and can be taken back from here."""
    settled = occurrence.settled
    if settled and settled.kind == "fulfilment":
        return settled
    return occurrence.notification if occurrence.anchor == "notification" else None
