"""The dialog that says how far measures have come in a year."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button, Static

from store.errors import Refused
from store.reporting import Line, Status
from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.about import About
from tui.dashboard.widgets.day_line import RECORDED_NOW, DayLine
from tui.dashboard.widgets.field import Field, problem_words
from tui.dashboard.widgets.status_choice import StatusChoice
from tui.language import _, mark


class ProgressScreen(Dialog[tuple[Entry, ...]]):
    """Status and text, of one line or of several at once; what is not touched stays in each.

    Dismissed with the entries once they are on disk, or with None.

    Args:
        desk: Where it is recorded.
        year: The reporting year.
        lines: What is reported on.
        proposed: The status to start from, where it is not the one that stands.
    """

    KEYS = mark("Enter next field · F2 or Ctrl+S records · Esc leaves")

    DEFAULT_CSS = """
    ProgressScreen .problem.-status {
        display: none;
        padding-left: 24;
        color: $text-error;
        text-style: bold;
    }
    ProgressScreen .problem.-status.-wrong { display: block; }
    """

    BINDINGS = [Binding("f2,ctrl+s", "record", "Record", show=False, priority=True)]

    def __init__(
        self, desk: Desk, year: int, lines: Sequence[Line], proposed: Status | None = None
    ) -> None:
        super().__init__()
        self._desk = desk
        self._proposed = proposed
        self._year = year
        self._lines = tuple(lines)
        one = self._lines[0].measure if len(self._lines) == 1 else None
        keys = [line.measure.key for line in self._lines]
        self._about = one.text if one else ", ".join(keys)
        about = one.key if one else _("{n} measures", n=len(keys))
        self.title = _(
            "{state} reports for {year} on {about}", state=desk.view.state, year=year, about=about
        )

    def content(self) -> ComposeResult:
        """The form."""
        if len(self._lines) == 1:
            yield About(self._desk, self._about)
        else:
            yield Static(self._about, id="about", markup=False)
        yield DayLine(self._desk, RECORDED_NOW)
        statuses = {line.said.status if line.said else None for line in self._lines}
        yield StatusChoice(statuses.pop() if len(statuses) == 1 else None, self._proposed)
        yield Static("", classes="problem -status", markup=False)
        texts = {(line.said.text or "") if line.said else "" for line in self._lines}
        yield Field(
            "text",
            _("What was done"),
            value=texts.pop() if len(texts) == 1 else "",
            placeholder=_("in words, for the information")
            if not texts
            else _("stays as it is in each"),
            replaces=False,
        )
        yield Field(
            "on", _("Said on"), value=self._desk.view.on.isoformat(), placeholder="YYYY-MM-DD"
        )
        with Horizontal(classes="buttons -aligned"):
            yield Button(_("Record"), id="record", variant="primary", compact=True)
            yield Button(_("Leave"), id="leave", compact=True)

    def on_mount(self) -> None:
        """Start with the status."""
        self.query_one(StatusChoice).focus()

    @property
    def touched(self) -> bool:
        """Whether another status was chosen, or anything typed."""
        choice = self.query_one(StatusChoice)
        return choice.value is not choice.before or super().touched

    def action_record(self) -> None:
        """Record it; what is wrong is said at its field."""
        text = self.query_one("#field-text", Field)
        choice = self.query_one(StatusChoice)
        try:
            with troubles(self.app):
                self.dismiss(
                    self._desk.report(
                        self._year,
                        [line.measure.key for line in self._lines],
                        status=choice.value,
                        text=text.value if text.changed else None,
                        on=self.query_one("#field-on", Field).value,
                    )
                )
        except Refused as refused:
            self._complain(refused.problems)

    def _complain(self, problems: dict[str, str]) -> None:
        place = self.query_one(".problem.-status", Static)
        place.set_class("status" in problems, "-wrong")
        place.update(problem_words(problems.get("status")))
        for field in self.query(Field):
            field.complain(problems.get(field.key))
        wrong = [field for field in self.query(Field) if field.key in problems]
        if "status" in problems:
            self.query_one(StatusChoice).focus()
        elif wrong:
            wrong[0].focus_input()

    @on(StatusChoice.Chosen)
    def _status_chosen(self, event: StatusChoice.Chosen) -> None:
        self.query_one(".problem.-status").remove_class("-wrong")
        if event.go_on:
            self.focus_next()

    @on(Field.Left)
    def _field_left(self, event: Field.Left) -> None:
        if event.by_enter:
            self.focus_next()

    @on(Button.Pressed, "#record")
    def _record_pressed(self) -> None:
        self.action_record()

    @on(Button.Pressed, "#leave")
    def _leave_pressed(self) -> None:
        self.action_leave()
