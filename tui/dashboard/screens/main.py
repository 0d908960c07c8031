"""The main screen: facets, docket, and the measure in full where there is room."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from store.docket import Docket, narrow
from store.entries import known_until
from store.errors import Usage
from store.filters import Filter, parse_line
from store.values import Entry, PositionValue, Sheet
from tui.dashboard.commands import bindings, screen_of
from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.troubles import troubles
from tui.dashboard.unsaved import Keeper, Unsaved, left_behind
from tui.dashboard.widgets.day_line import WAY_BACK, DayLine
from tui.dashboard.widgets.docket import DocketHeading, DocketList
from tui.dashboard.widgets.facets import FacetList
from tui.dashboard.widgets.heading import Heading
from tui.dashboard.widgets.key_bar import KeyBar
from tui.dashboard.widgets.language_line import LanguageLine
from tui.dashboard.widgets.lines import LineList
from tui.dashboard.widgets.preview import Preview
from tui.dashboard.widgets.sentence import Sentence
from tui.filter_wording import filter_sentence
from tui.language import _, language, plural, said
from tui.unseen import unseen
from tui.visible import visible
from tui.wording import POSITION_SENTENCES, TO_CONFIRM_MARK

if TYPE_CHECKING:
    from tui.dashboard.widgets.search import SearchLine

WIDE = 100
"""Columns from which on there is room for the measure in full beside the docket."""

NAMED = 3
"""As many measures are named in a line; of more, only their number is said."""

REST = 0.1
"""Seconds the cursor rests before what it stands on is shown: a key held down costs two rows."""


class MainScreen(Screen[None]):
    """What the officer sees first, and comes back to."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]

    BINDINGS = [
        *bindings(),
        Binding("escape", "back", "Back", show=False),
        Binding("left", "focus_facets", "Filters", show=False),
        Binding("right", "focus_docket", "Docket", show=False),
    ]

    AUTO_FOCUS = "#docket"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._filter = Filter()
        self._before_search = Filter()
        self._measures = desk.measures()
        self._no_longer = desk.no_longer()
        self.docket = narrow(desk.programme, self._measures, self._filter, desk.view)
        self._shown: tuple[object, ...] | None = None
        self._resting: Timer | None = None
        self._search: SearchLine | None = None
        self._spoken = language()

    def compose(self) -> ComposeResult:
        """Header, filter, the three panes, the measure's first lines, footer."""
        yield Heading(self.desk.programme)
        yield DayLine(self.desk, WAY_BACK)
        yield LanguageLine(self.desk)
        yield Sentence()
        with Horizontal(id="panes"):
            yield FacetList(self.desk.programme)
            with Vertical(id="middle"):
                yield DocketHeading()
                yield DocketList(self.desk.programme)
                yield Static("", id="empty", markup=False)
            with VerticalScroll(id="sheet-pane"):
                yield Static("", id="sheet")
        yield Preview()
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the panes before they are first drawn."""
        self._show()
        self.call_after_refresh(self._show_addressed)

    # -- showing -----------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the measures again, and show them."""
        with troubles(self.app):
            self._measures = self.desk.measures()
            self._no_longer = self.desk.no_longer()
        self.narrow_to(self._filter)
        self._show_addressed()

    def _show_addressed(self) -> None:
        """Show which measures do not address the state; what tells it is read after the rest."""
        with troubles(self.app):
            found = self.desk.addresses()
            out = frozenset(key for key, address in found.items() if address.answer == "no")
            self.query_one(DocketList).leave_out(out, self.desk.view.state)

    def _show_recorded(self, entries: tuple[Entry, ...]) -> None:
        if self.docket.view != self.desk.view:  # it is another day
            self.reload()
            return
        with troubles(self.app):
            self._measures = self.desk.measures_since(self._measures, entries)
        self.narrow_to(self._filter)

    def _show(self) -> None:
        docket = self.docket
        self.query_one(FacetList).show(docket)
        listing = self.query_one(DocketList)
        empty = not docket.measures
        listing.display = not empty
        listing.show(docket)
        notice = self.query_one("#empty", Static)
        notice.display = empty
        if empty:
            notice.update(self._why_empty())
        self._show_sentence(docket)
        self._show_heading()
        self._show_current()

    def _show_sentence(self, docket: Docket) -> None:
        sentence = filter_sentence(self.desk.shown, self._filter)
        shown = _("{n} of {total}", n=len(docket.measures), total=docket.total)
        asides = (_("{shown} · x shows all", shown=shown), shown, str(len(docket.measures)))
        self.query_one(Sentence).show(sentence, *(asides if self._filter else self._review()))

    def _review(self) -> tuple[str, ...]:
        """What an edition has changed or taken out, in words for more and for less room."""
        due, gone = len(self.docket.to_confirm), len(self._no_longer)
        if not due and not gone:
            return ()
        facts = []
        if due:
            facts.append(f"{TO_CONFIRM_MARK} {plural('{n} to confirm', '{n} to confirm', due)}")
        if gone:
            facts.append(
                plural("{n} no longer in the programme", "{n} no longer in the programme", gone)
            )
        brief = ", ".join(facts)
        return _("{facts} · w w lists them", facts=brief), brief, facts[0]

    def _say(self, said: str) -> None:
        self.query_one(Sentence).say(said)

    @on(DocketList.Marked)
    def _show_heading(self) -> None:
        marked = len(self.query_one(DocketList).marked)
        self.query_one(Heading).show(self.docket, marked)
        self.query_one(DayLine).show()

    def _why_empty(self) -> str:
        sentence = filter_sentence(self.desk.shown, self._filter)
        way_out = _("Esc forgets what was typed") if self._search else _("x shows all measures")
        return visible(
            _(
                "No measure is left by this filter:\n{sentence}.\n\n{way_out}.",
                sentence=sentence,
                way_out=way_out,
            ),
            lines=True,
        )

    def _show_current(self) -> None:
        """Show what the cursor stands on: in full where there is room, else its first words."""
        row = self.query_one(DocketList).current
        if self.has_class("-wide"):
            with troubles(self.app):
                self._show_sheet(self.desk.sheet(row.measure.key) if row else None)
        else:
            text = self.query_one(DocketList).said
            due = row is not None and row.key in row.measure.to_confirm
            if due:
                changed = _("to confirm, w compares the words: {text}", text=text)
                text = f"{TO_CONFIRM_MARK} {changed}"
            self.query_one(Preview).show(f"{row.key}  {text}" if row else "")

    def _show_sheet(self, sheet: Sheet | None) -> None:
        from tui.dashboard.sheet import sheet_content

        desk, wanted = self.desk, self._filter.text
        shown = (desk.view, sheet, desk.texts, wanted)
        if shown != self._shown:
            self._shown = shown
            content = (
                sheet_content(desk.programme, desk.view, sheet, desk.texts, wanted)
                if sheet
                else Content("")
            )
            self.query_one("#sheet", Static).update(content)
            self.query_one("#sheet-pane").scroll_home(animate=False)

    # -- narrowing ---------------------------------------------------------------------------------

    def narrow_to(self, chosen: Filter) -> Docket:
        """Show what a filter leaves, and return it."""
        self._filter = chosen
        desk = self.desk
        found = desk.findable(chosen)
        self.docket = narrow(desk.programme, self._measures, chosen, desk.view, found)
        self._show()
        return self.docket

    # -- the language of the words -----------------------------------------------------------------

    def action_text_language(self) -> None:
        """Show the programme's words in the following language; after the last, the original."""
        with troubles(self.app):
            if self.desk.read_on():
                self.show_language()
            else:
                self._say(_("The programme is here in its own language alone"))

    def show_language(self) -> None:
        """Show the programme's words in the language that is read now."""
        self.query_one(LanguageLine).show()
        self.query_one(FacetList).speak(self.desk.shown)
        self.query_one(DocketList).speak(self.desk.shown, self.desk.texts)
        self._show_sentence(self.docket)
        self._show_current()

    @on(FacetList.Toggled)
    def _facet_toggled(self, event: FacetList.Toggled) -> None:
        facet = event.value
        self.narrow_to(self._filter.toggled(facet.field, facet.value))

    def action_clear_filters(self) -> None:
        """Show all measures again."""
        self.narrow_to(Filter())

    async def action_search(self) -> None:
        """Open the search line, with the filter in it."""
        from tui.dashboard.widgets.search import SearchLine

        if self._search:
            return
        self._before_search = self._filter
        self._search = SearchLine(self._filter.line(), self._typed)
        self.query_one(Sentence).display = False
        await self.mount(self._search, before="#panes")
        self.call_after_refresh(self.desk.get_ready_to_find)

    def _typed(self, line: str) -> None:
        """Show what the search line leaves while it is typed, or what in it cannot be read."""
        if self._search is None or not self._search.is_mounted:
            return
        try:
            chosen = parse_line(line, self.desk.programme)
        except Usage as problem:
            self._search.hint(said(problem.what), wrong=True)
            return
        docket = self.narrow_to(chosen)
        self._search.hint(_("{n} of {total}", n=len(docket.measures), total=docket.total))

    def on_search_line_left(self, event: "SearchLine.Left") -> None:
        """Close the search line, keeping what it says or going back to the filter before it."""
        self._close_search()
        self.narrow_to(self._filter if event.keep else self._before_search)
        self.action_focus_docket()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Close the search line, keeping what it says, when something else is gone to."""
        if self._search and self._search not in event.widget.ancestors:
            self._close_search()

    def _close_search(self) -> None:
        if self._search:
            self._search.remove()
            self._search = None
            self.query_one(Sentence).display = True

    # -- moving ------------------------------------------------------------------------------------

    def action_focus_facets(self) -> None:
        """Go to the filters."""
        self.query_one(FacetList).focus()

    def action_focus_docket(self) -> None:
        """Go to the docket, or to the filters when it is empty."""
        listing = self.query_one(DocketList)
        (listing if listing.display else self.query_one(FacetList)).focus()

    def action_back(self) -> None:
        """Back to the docket; there, take all marks away."""
        listing = self.query_one(DocketList)
        if listing.has_focus:
            listing.unmark()
        else:
            self.action_focus_docket()

    def action_next_undetermined(self) -> None:
        """Go to the next undetermined measure of those shown."""
        self.action_focus_docket()
        if not self.query_one(DocketList).find_next(PositionValue.UNDETERMINED):
            self._say(_("No measure shown here is undetermined"))

    @on(LineList.Moved, "#docket")
    def _moved(self) -> None:
        self._say("")
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._show_current)

    def on_resize(self, event: Resize) -> None:
        """What is shown of a measure depends on the room."""
        if event.size.width < WIDE and self.focused is self.query_one("#sheet-pane"):
            self.action_focus_docket()
        self.call_after_refresh(self._show_current)

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

    # -- recording ---------------------------------------------------------------------------------

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
            self._ask_officer(then=self.action_decide)
            return
        about = (row.item or row.measure).text if row and keys == (row.key,) else ""
        dialog = DecisionScreen(self.desk, keys, about)
        self.app.push_screen(dialog, self._decided)

    def offer_unsaved(self) -> None:
        """Offer what stood in a dialog when the dashboard ended."""
        found = left_behind(self.desk.register.path)
        if found is None or not self.desk.is_about(found[1].programme, found[1].state):
            return
        from tui.dashboard.screens.unsaved import UnsavedScreen

        file, unsaved = found

        def answered(go_on: bool | None) -> None:  # the screen's result
            if go_on:
                Keeper(self.desk.register.path).adopt(file)
                self._go_on_deciding(unsaved)
            elif go_on is False:
                file.unlink(missing_ok=True)

        self.app.push_screen(UnsavedScreen(unsaved), answered)

    def _go_on_deciding(self, unsaved: Unsaved) -> None:
        from tui.dashboard.screens.decision import DecisionScreen

        if unsaved.state != self.desk.view.state:
            self._state_chosen(unsaved.state)
        dialog = DecisionScreen(self.desk, unsaved.keys, "", unsaved.draft)
        self.app.push_screen(dialog, self._decided)

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

    def action_ledger(self) -> None:
        """Show the ledger for the measure under the cursor."""
        from tui.dashboard.screens.ledger import LedgerScreen

        row = self.query_one(DocketList).hold()
        key = row.measure.key if row else None
        self.app.push_screen(LedgerScreen(self.desk, key), self._ledger_left)

    def _ledger_left(self, added: bool | None) -> None:  # the screen's result
        if added:
            self.reload()

    # -- other screens -----------------------------------------------------------------------------

    def action_open(self, command: str) -> None:
        """Open the screen of a command on what the cursor stands on."""
        row = self.query_one(DocketList).hold()
        screen = screen_of(command)
        self.app.push_screen(screen(self.desk, row.key if row else None), self._came_back)

    def _say_anew(self) -> None:
        """Say everything in the language in use; cursor, filter and marks stay."""
        self._spoken = language()
        self._shown = None
        self._say("")
        for widget in self.query():
            widget.refresh()
        self.query_one(KeyBar).say_anew()
        self._show()

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

    def go_to(self, key: str) -> None:
        """Put the cursor on a measure or item; when the filter hides it, show all measures."""
        listing = self.query_one(DocketList)
        if not listing.go_to(key):
            self.action_clear_filters()
            listing.go_to(key)
        self.action_focus_docket()

    # -- whose -------------------------------------------------------------------------------------

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
        self._ask_officer()

    def _ask_officer(self, then: Callable[[], None] | None = None) -> None:
        from tui.dashboard.screens.officer import OfficerScreen

        def done(was_set: bool | None) -> None:  # the screen's result
            if was_set:
                self.reload()
                if then:
                    then()

        self.app.push_screen(OfficerScreen(self.desk), done)

    async def action_help(self) -> None:
        """Show every key."""
        await self.run_action("app.help")

    async def action_quit(self) -> None:
        """Leave."""
        await self.run_action("app.quit")


def _named(entries: tuple[Entry, ...]) -> str:
    """What entries are about, as far as there is room for it."""
    keys = [entry.key or entry.retracts or entry.id for entry in entries]
    return ", ".join(keys) if len(keys) <= NAMED else _("{n} measures and items", n=len(keys))
