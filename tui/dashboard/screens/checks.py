"""What is to be mended: in a year before its release, or in the register as a whole."""

from collections.abc import Iterator
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from store.checks import Finding, blockers
from store.drafts import Draft
from store.reporting import Information, Status
from store.values import Entry, Position
from tui.dashboard.commands import screen_of
from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.sheet import Part, assembled, plain
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.findings import FindingList
from tui.dashboard.widgets.key_bar import KeyBar
from tui.language import ENGLISH, _, language, mark, said
from tui.visible import visible
from tui.wording.fixes import fix_line, fix_said

OPENS = {"fulfil": "agenda", "treaty": "treaties", "confirm": "why"}
"""The screen in which a command's work is done, by the id of what opens it."""


class ChecksScreen(Screen[Outcome]):
    """Findings above, the current one and its fix below; Enter opens what fixes it.

    Args:
        desk: What is checked.
        key: Not used: what is found is not about one measure.
        year: Only what is in the way of this year's release.
    """

    DEFAULT_CSS = """
    ChecksScreen #about { height: 1; background: $primary-muted; text-style: bold; padding: 0 1; }
    ChecksScreen #none { padding: 1 2; }
    ChecksScreen FindingList { height: 1fr; }
    ChecksScreen #finding-pane {
        height: 6;
        border-top: solid $panel;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    """

    BINDINGS = [
        Binding("escape,q,й", "leave", mark("Back"), key_display="Esc"),
        Binding("g,п", "go_to", mark("To the measure"), key_display="g"),
        Binding("question_mark,f1", "app.help", mark("Help"), key_display="?"),
    ]

    AUTO_FOCUS = "#findings"

    def __init__(self, desk: Desk, key: str | None = None, *, year: int | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._year = year
        self._changed = False

    def compose(self) -> ComposeResult:
        """What was checked, what was found, the current finding, the keys."""
        yield Static("", id="about", markup=False)
        yield DayLine(self._desk)
        yield FindingList()
        yield Static("", id="none", markup=False)
        with VerticalScroll(id="finding-pane", can_focus=False):
            yield Static("", id="finding")
        yield KeyBar()

    def on_mount(self) -> None:
        """Check."""
        self.reload()

    def reload(self) -> None:
        """Check again, and show what is found."""
        found: tuple[Finding, ...] = ()
        with troubles(self.app):
            found = self._desk.findings(self._year)
        state, on = self._desk.view.state, self._desk.view.on
        what = _("Information for {year}", year=self._year) if self._year else _("Register")
        blocking = len(blockers(found))
        counts = _(
            "{blocking} block, {warning} warn", blocking=blocking, warning=len(found) - blocking
        )
        parts = (state, what, _("on {day}", day=on), counts)
        self.query_one("#about", Static).update(visible("  ".join(filter(None, parts))))
        none = self.query_one("#none", Static)
        none.display = not found
        none.update(_("Nothing is to be mended."))
        listing = self.query_one(FindingList)
        listing.display = bool(found)
        listing.show(found)

    @on(FindingList.Moved)
    def _moved(self) -> None:
        finding = self.query_one(FindingList).current
        self.query_one("#finding-pane").display = finding is not None
        content = Content("")
        if finding:
            way_out = _("Enter fixes it here; as a command: {fix}", fix=self._fix_line(finding))
            content = assembled([*_found(finding), (way_out, "")])
        self.query_one("#finding", Static).update(content)

    def _fix_line(self, finding: Finding) -> str:
        desk = self._desk
        return fix_said(fix_line(finding, desk.view, desk.officer.state, desk.today))

    def to_copy(self) -> str:
        """The finding under the cursor, and the command that fixes it."""
        finding = self.query_one(FindingList).current
        return plain([*_found(finding), (self._fix_line(finding), "")]) if finding else ""

    # -- what the keys do --------------------------------------------------------------------------

    @on(FindingList.Fix)
    def _fix(self) -> None:
        finding = self.query_one(FindingList).current
        if finding is None:
            return
        match finding.fix[:2]:
            case ("decide", _):
                self._decide(finding)
            case ("return", "set"):
                self._report(finding)
            case ("return", "correct" | "release"):
                self._release(finding)
            case (command, _) if command in OPENS:
                self._open(OPENS[command], finding.measure)
            case _:
                self.action_go_to()

    def _open(self, command: str, key: str | None) -> None:
        """Open the screen of a command of the main screen on a measure."""
        self.app.push_screen(screen_of(command)(self._desk, key), self._came_back)

    def _came_back(self, outcome: Outcome | None) -> None:
        self._changed = self._changed or bool(outcome and outcome.changed)
        self.reload()

    def _decide(self, finding: Finding) -> None:
        from tui.dashboard.screens.decision import DecisionScreen

        key = finding.measure or ""
        with troubles(self.app):
            measure = self._desk.sheet(key).measure
            start = _again(measure.position, self._desk.view.on)
            dialog = DecisionScreen(self._desk, (key,), measure.text, start=start)
            self.app.push_screen(dialog, self._recorded)

    def _report(self, finding: Finding) -> None:
        from tui.dashboard.screens.progress import ProgressScreen

        information = self._informed(finding)
        lines = (
            [line for line in information.lines if line.measure.key == finding.measure]
            if information
            else []
        )
        if information and lines:
            proposed = next((each for each in Status if each in finding.fix), None)
            dialog = ProgressScreen(self._desk, information.year, lines, proposed)
            self.app.push_screen(dialog, self._recorded)
        else:
            self.action_leave()

    def _release(self, finding: Finding) -> None:
        """Open the release of a year, or what is in its way."""
        from tui.dashboard.screens.release import ReleaseScreen

        information = self._informed(finding)
        if information is None:
            return
        if self._year is None and blockers(self._desk.findings(information.year)):
            checks = ChecksScreen(self._desk, year=information.year)
            self.app.push_screen(checks, self._came_back)
        else:
            self.app.push_screen(ReleaseScreen(self._desk, information), self._recorded)

    def _informed(self, finding: Finding) -> Information | None:
        """The year that a fix is about."""
        year = int(finding.fix[finding.fix.index("--year") + 1])
        with troubles(self.app):
            return self._desk.information(year)
        return None

    def _recorded(self, entries: tuple[Entry, ...] | None) -> None:
        if entries:
            self._changed = True
            self.reload()

    def action_go_to(self) -> None:
        """Leave for the measure under the cursor."""
        finding = self.query_one(FindingList).current
        self.dismiss(Outcome(self._changed, finding.measure if finding else None))

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(Outcome(self._changed))


def _found(finding: Finding) -> Iterator[Part]:
    """What is wrong, and by which rule: by its id it is looked up in the reference, in English."""
    about = f"{finding.measure}: " if finding.measure else ""
    yield f"{about}{said(finding.message)}.", "bold"
    if language() == ENGLISH:
        yield _("Rule: {rule}", rule=finding.rule), "dim"


def _again(position: Position | None, on: date) -> Draft | None:
    """The decision in force as it was typed, to add to it; without one, the day of the view."""
    decision = position.decision if position else None
    if decision is None:
        return Draft(decided_on=on.isoformat())
    return Draft(
        position=decision.position,
        decided_on=str(decision.decided_on or on),
        authority=decision.authority,
        act=decision.act,
        reservation=decision.reservation,
        responsible=decision.responsible,
        note=decision.note,
        source=decision.source,
    )
