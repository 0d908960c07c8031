"""The dialog that releases a year's information, or corrects what was released."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button, Static

from store.errors import Refused
from store.reporting import Information
from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import RECORDED_NOW, DayLine
from tui.dashboard.widgets.field import Field
from tui.language import _, mark
from tui.visible import visible


class ReleaseScreen(Dialog[tuple[Entry, ...]]):
    """Number, date, and of a correction the reason. Dismissed with the entry, or with None."""

    KEYS = mark("Enter next field · F2 or Ctrl+S releases · Esc leaves")
    BINDINGS = [Binding("f2,ctrl+s", "release", "Release", show=False, priority=True)]

    def __init__(self, desk: Desk, information: Information) -> None:
        super().__init__()
        self._desk = desk
        self._information = information
        self._corrects = information.released
        values = {"state": information.state, "year": information.year}
        self.title = (
            _("Correct {state}'s information for {year}", **values)
            if self._corrects
            else _("Release {state}'s information for {year}", **values)
        )

    def content(self) -> ComposeResult:
        """What it does, and the form."""
        yield Static(visible(self._consequence(), lines=True), markup=False)
        yield DayLine(self._desk, RECORDED_NOW)
        yield Field("number", _("Number"), placeholder=_("of the document"))
        yield Field(
            "decided_on", _("Date"), value=self._desk.view.on.isoformat(), placeholder="YYYY-MM-DD"
        )
        if self._corrects:
            yield Field("reason", _("Reason"), placeholder=_("what is corrected, and why"))
        with Horizontal(classes="buttons -aligned"):
            yield Button(_("Release"), id="release", variant="primary", compact=True)
            yield Button(_("Leave"), id="leave", compact=True)

    def on_mount(self) -> None:
        """Ask for the number at once."""
        self.query_one("#field-number", Field).focus_input()

    def _consequence(self) -> str:
        frozen = _(
            "{reported} of {n} measures are said for the year itself. "
            "What is released never changes.\n",
            reported=self._information.reported,
            n=len(self._information.lines),
        )
        if self._corrects is None:
            return frozen
        before = _(
            "No {number} of {released_on}",
            number=self._corrects.number,
            released_on=self._corrects.released_on,
        )
        return _(
            "In place of {before}, which stays readable. {frozen}", before=before, frozen=frozen
        )

    def action_release(self) -> None:
        """Release it; what is wrong is said at its field."""
        values = {field.key: field.value for field in self.query(Field)}
        try:
            with troubles(self.app):
                self.dismiss(
                    self._desk.release(
                        self._information.year,
                        number=values["number"],
                        on=values["decided_on"],
                        reason=values.get("reason"),
                    )
                )
        except Refused as refused:
            for field in self.query(Field):
                field.complain(refused.problems.get(field.key))
            wrong = [field for field in self.query(Field) if field.key in refused.problems]
            if wrong:
                wrong[0].focus_input()

    @on(Field.Left)
    def _field_left(self, event: Field.Left) -> None:
        if event.by_enter:
            self.focus_next()

    @on(Button.Pressed, "#release")
    def _release_pressed(self) -> None:
        self.action_release()

    @on(Button.Pressed, "#leave")
    def _leave_pressed(self) -> None:
        self.action_leave()
