"""What the main screen shows: facets, docket, and the measure in full where there is room."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from store.docket import Docket, narrow
from store.filters import Filter
from store.values import Entry, Sheet
from tui.dashboard.desk import Desk
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import WAY_BACK, DayLine
from tui.dashboard.widgets.docket import DocketHeading, DocketList
from tui.dashboard.widgets.facets import FacetList
from tui.dashboard.widgets.heading import Heading
from tui.dashboard.widgets.key_bar import KeyBar
from tui.dashboard.widgets.language_line import LanguageLine
from tui.dashboard.widgets.lines import LineList
from tui.dashboard.widgets.preview import Preview
from tui.dashboard.widgets.sentence import Sentence
from tui.language import _, language, plural
from tui.visible import visible
from tui.wording.filters import filter_sentence
from tui.wording.positions import TO_CONFIRM_MARK

WIDE = 100
"""Columns from which on there is room for the measure in full beside the docket."""

REST = 0.1
"""Seconds the cursor rests before what it stands on is shown: a key held down costs two rows."""


class Panes(Screen[None]):
    """The measures that a filter leaves, as the desk looks at them.

    What the keys of the main screen do is told apart in classes of their own, all over this one:
    they change the desk, the filter or the register, and have it shown here.

    Attributes:
        desk: What the officer works on.
        docket: What is shown.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._filter = Filter()
        self._measures = desk.measures()
        self._no_longer = desk.no_longer()
        self.docket = narrow(desk.programme, self._measures, self._filter, desk.view)
        self._shown: tuple[object, ...] | None = None
        self._resting: Timer | None = None
        self._spoken = language()

    def compose(self) -> ComposeResult:
        """Header, filter, the three panes, the measure's first lines, footer."""
        yield Heading(self.desk.programme)
        yield DayLine(self.desk, WAY_BACK)
        yield LanguageLine(self.desk)
        yield Sentence()
        with Horizontal(id="panes"):
            yield FacetList(self.desk.shown)
            with Vertical(id="middle"):
                yield DocketHeading()
                yield DocketList(self.desk.shown, self.desk.texts)
                yield Static("", id="empty", markup=False)
            with VerticalScroll(id="sheet-pane"):
                yield Static("", id="sheet")
        yield Preview()
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the panes before they are first drawn."""
        self._show()
        self.call_after_refresh(self._show_addressed)

    # -- what is shown anew ------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the measures again, and show them."""
        with troubles(self.app):
            self._measures = self.desk.measures()
            self._no_longer = self.desk.no_longer()
        if self._spoken != language():
            self._say_anew()
            self.show_language()
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

    def narrow_to(self, chosen: Filter) -> Docket:
        """Show what a filter leaves, and return it."""
        self._filter = chosen
        desk = self.desk
        found = desk.findable(chosen)
        self.docket = narrow(desk.programme, self._measures, chosen, desk.view, found)
        self._show()
        return self.docket

    # -- the parts ---------------------------------------------------------------------------------

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
        return visible(
            _(
                "No measure is left by this filter:\n{sentence}.\n\n{way_out}.",
                sentence=sentence,
                way_out=self._way_out(),
            ),
            lines=True,
        )

    def _way_out(self) -> str:
        """How to see measures again when none is left."""
        return _("x shows all measures")

    # -- what the cursor stands on -----------------------------------------------------------------

    @on(LineList.Moved, "#docket")
    def _moved(self) -> None:
        self._say("")
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._show_current)

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

    def _say_anew(self) -> None:
        """Say everything in the language in use; cursor, filter and marks stay."""
        self._spoken = language()
        self._shown = None
        self._say("")
        for widget in self.query():
            widget.refresh()
        self.query_one(Heading).say_anew()
        self.query_one(KeyBar).say_anew()
        self._show()
