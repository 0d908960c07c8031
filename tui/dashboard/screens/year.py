"""A reporting year: every measure with its position, and how far it has come."""

from dataclasses import replace

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from store.overlay import measure_in
from store.reporting import Information, reporting_years, year_due
from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.sheet import Part, assembled, plain, unofficial
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.key_bar import KeyBar
from tui.dashboard.widgets.language_line import LanguageLine
from tui.dashboard.widgets.year_lines import YearHeading, YearList
from tui.dashboard.year_sheet import line_parts
from tui.language import _, mark
from tui.visible import visible
from tui.wording.unseen import unseen


class YearScreen(Screen[Outcome]):
    """The lines of a year above, the current one in full below."""

    DEFAULT_CSS = """
    YearScreen #about { height: 1; background: $primary-muted; text-style: bold; padding: 0 1; }
    YearScreen #said { height: 1; color: $text-muted; padding: 0 1; }
    YearScreen YearList { height: 1fr; }
    YearScreen #line-pane {
        height: 35%;
        border-top: solid $panel;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    """

    BINDINGS = [
        Binding("escape,q,й", "leave", mark("Back"), key_display="Esc"),
        Binding("equals_sign,f5", "confirm", mark("Same"), key_display="="),
        Binding("k,л,f6", "check", mark("Checks"), key_display="k"),
        Binding("r,к,f7", "release", mark("Release"), key_display="r"),
        Binding("s,ы,f8", "releases", mark("Released"), key_display="s"),
        Binding("u,г,delete,f9", "take_back", mark("Take back"), key_display="u"),
        Binding("question_mark,f1", "app.help", "Help", show=False),
    ]

    AUTO_FOCUS = "#lines"

    def __init__(self, desk: Desk, key: str | None) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._year = year_due(desk.programme, desk.measures(), desk.view.on)
        self._information: Information | None = None
        self._changed = False
        self._last_said = ""

    def compose(self) -> ComposeResult:
        """Whose year, how far it has come, the lines, the current one, the keys."""
        yield Static("", id="about", markup=False)
        yield DayLine(self._desk)
        yield LanguageLine(self._desk)
        yield Static("", id="said", markup=False)
        yield YearHeading()
        yield YearList()
        with VerticalScroll(id="line-pane"):
            yield Static("", id="line")
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list, the cursor on the measure that the officer came from."""
        self.reload()

    # -- showing -----------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the year again, and show it."""
        with troubles(self.app):
            self._information = self._desk.information(self._year)
        if self._information is not None:
            self.query_one(YearList).speak(self._desk.texts)
            self.query_one(YearList).show(self._information.lines, self._key)
        self._key = None
        self._show_about()

    def _show_about(self) -> None:
        information = self._information
        if information is None:
            return
        marked = len(self.query_one(YearList).marked)
        facts = [
            _("{state}  Information for {year}", state=information.state, year=information.year),
            _("on {day}", day=information.on),
            _("{reported} of {n} said", reported=information.reported, n=len(information.lines)),
            *([_("{marked} marked", marked=marked)] if marked else []),
        ]
        self.query_one("#about", Static).update(visible("  ".join(facts)))
        self._say(self._last_said)

    def _say(self, said: str) -> None:
        """Show what was done, or else whether the year was released; until the next is done."""
        self._last_said = said
        release = self._information.released if self._information else None
        stands = (
            _(
                "Released on {released_on}, No {number}",
                released_on=release.released_on,
                number=release.number,
            )
            if release
            else _("A draft")
        )
        whole = f"{stands} · {_('= unchanged ~ changed + new (…) earlier year')}"
        fits = cell_len(whole) <= self.size.width - 2
        self.query_one("#said", Static).update(visible(said or (whole if fits else stands)))

    def on_resize(self) -> None:
        """Say again what the signs mean, or not, as there is room now."""
        self._say(self._last_said)

    @on(YearList.Moved)
    def _moved(self) -> None:
        parts = self._parts()
        self.query_one("#line", Static).update(assembled(parts) if parts else Content(""))

    def _parts(self) -> list[Part]:
        """The current line in full, in the language that is read."""
        line, texts = self.query_one(YearList).current, self._desk.texts
        if line and texts:
            line = replace(line, measure=measure_in(texts, line.measure))
        return list(line_parts(line, self._desk.view.state or "")) if line else []

    def to_copy(self) -> str:
        """The line under the cursor in full."""
        line = self.query_one(YearList).current
        official = line.measure.text if line else ""
        return plain([*self._parts(), *unofficial(self._desk.texts, official)]) if line else ""

    @on(YearList.Marked)
    def _marked(self) -> None:
        self._show_about()

    # -- what the keys do --------------------------------------------------------------------------

    def action_turn(self, step: int) -> None:
        """Go to the year before or after."""
        if self._year + step in reporting_years(self._desk.programme):
            self._year += step
            self._last_said = ""
            self.query_one(YearList).marked.clear()
            self.reload()
        else:
            self._say(_("{year} is not a year of the programme", year=self._year + step))

    @on(YearList.Edit)
    def _edit(self) -> None:
        from tui.dashboard.screens.progress import ProgressScreen

        lines = self.query_one(YearList).chosen
        self.app.push_screen(ProgressScreen(self._desk, self._year, lines), self._recorded)

    def _recorded(self, entries: tuple[Entry, ...] | None) -> None:
        if not entries:
            return
        self._changed = True
        self.query_one(YearList).marked.clear()
        self.reload()
        keys = ", ".join(entry.key for entry in entries)
        why = unseen(self._desk.view, entries)
        self._say(
            _("Recorded, but {why}", why=why)
            if why
            else _("Recorded for {year}: {keys}", year=self._year, keys=keys)
        )

    def action_confirm(self) -> None:
        """Say of what is marked, or of the current line, that it still holds."""
        lines = [line for line in self.query_one(YearList).chosen if line.carried]
        if not lines:
            self._say(_("Nothing here repeats an earlier year; Enter reports"))
            return
        keys = [line.measure.key for line in lines]
        with troubles(self.app):
            self._recorded(self._desk.report(self._year, keys, status=None, text=None))

    def action_take_back(self) -> None:
        """Take back what was said of the current line for the year."""
        from tui.dashboard.screens.retraction import RetractionScreen

        line = self.query_one(YearList).current
        if line is None or line.said is None or not line.own:
            self._say(_("Nothing is said here for the year itself"))
            return
        with troubles(self.app):
            history = self._desk.history(line.measure.key)
            entries = [entry for entry in history if entry.id == line.said.entry]
            self.app.push_screen(RetractionScreen(self._desk, entries), self._taken_back)

    def _taken_back(self, entries: tuple[Entry, ...] | None) -> None:
        if entries:
            self._changed = True
            self.reload()
            self._say(_("Taken back: {named}", named=entries[0].retracts))

    def action_check(self) -> None:
        """Show what is to be mended before the release."""
        from tui.dashboard.screens.checks import ChecksScreen

        self.app.push_screen(ChecksScreen(self._desk, year=self._year), self._came_back)

    def _came_back(self, outcome: Outcome | None) -> None:
        if outcome and outcome.changed:
            self._changed = True
        if outcome and outcome.go_to:
            self._key = outcome.go_to
        self._last_said = ""
        self.reload()

    def action_release(self) -> None:
        """Release the information, or correct what was released; blockers are shown instead."""
        from store.checks import blockers
        from tui.dashboard.screens.release import ReleaseScreen

        self.reload()
        if self._information is None:
            return
        if self._desk.communicated:
            self._say(
                _(
                    "Only an officer of {state} releases its information",
                    state=self._information.state,
                )
            )
            return
        with troubles(self.app):
            blocking = len(blockers(self._desk.findings(self._year)))
            if blocking:
                self.action_check()
            else:
                self.app.push_screen(ReleaseScreen(self._desk, self._information), self._released)

    def _released(self, entries: tuple[Entry, ...] | None) -> None:
        if not entries:
            return
        self._changed = True
        self.reload()
        number, day = entries[0].details["number"], entries[0].decided_on
        why = unseen(self._desk.view, entries)
        said = _(
            "Released: the information for {year}, No {number} of {day}",
            year=self._year,
            number=number,
            day=day,
        )
        self._say(_("Released, but {why}", why=why) if why else said)

    def action_releases(self) -> None:
        """Read what was released."""
        from tui.dashboard.screens.releases import ReleasesScreen

        self.app.push_screen(ReleasesScreen(self._desk, self._year), self._read_elsewhere)

    def _read_elsewhere(self, _nothing: None) -> None:
        """What was chosen there, the language, holds here, too."""
        self.query_one(LanguageLine).show()
        self.reload()

    def action_leave(self) -> None:
        """Take the marks away; else back to the docket, on the measure under the cursor."""
        listing = self.query_one(YearList)
        if listing.marked:
            listing.unmark()
            return
        line = listing.current
        self.dismiss(Outcome(self._changed, line.measure.key if line else None))
