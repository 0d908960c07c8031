"""The dialog that records an action of a state on a treaty."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button, Static

from store.drafts import TreatyDraft
from store.errors import Refused
from store.ladder import TreatyAction
from store.values import Entry, Treaty
from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.about import About
from tui.dashboard.widgets.choice import Choice
from tui.dashboard.widgets.day_line import RECORDED_NOW, DayLine
from tui.dashboard.widgets.field import Field, problem_words
from tui.language import _, mark
from tui.treaty_words import action_label

FIELDS = (
    ("decided_on", mark("Date"), mark("YYYY-MM-DD, of the deposit or the effect")),
    ("source", mark("Source"), mark("the depositary's notification, a gazette")),
    ("note", mark("Note"), ""),
)


class TreatyActionScreen(Dialog[tuple[Entry, ...]]):
    """Action, date, source, note; by keyboard alone.

    Dismissed with the entry once it is on disk, or with None.
    """

    KEYS = mark("Enter next field · F2 or Ctrl+S records · Esc leaves")

    DEFAULT_CSS = """
    TreatyActionScreen Choice { height: 13; max-height: 60vh; }
    TreatyActionScreen .problem.-action {
        display: none;
        padding-left: 24;
        color: $text-error;
        text-style: bold;
    }
    TreatyActionScreen .problem.-action.-wrong { display: block; }
    """

    BINDINGS = [Binding("f2,ctrl+s", "record", mark("Record"), show=False, priority=True)]

    def __init__(self, desk: Desk, state: str, treaty: Treaty) -> None:
        super().__init__()
        self._desk = desk
        self._state = state
        self._treaty = treaty
        self.title = _("{state} acts on {key}", state=state, key=treaty.key)

    def content(self) -> ComposeResult:
        """The form."""
        yield About(self._desk, self._treaty.title)
        yield DayLine(self._desk, RECORDED_NOW)
        actions = [(action, action_label(action)) for action in TreatyAction]
        yield Choice[TreatyAction](_("Action"), actions, id="action")
        yield Static("", classes="problem -action", markup=False)
        for name, label, placeholder in FIELDS:
            yield Field(name, _(label), placeholder=_(placeholder))
        with Horizontal(classes="buttons -aligned"):
            yield Button(_("Record"), id="record", variant="primary", compact=True)
            yield Button(_("Leave"), id="leave", compact=True)

    def on_mount(self) -> None:
        """Start with the action."""
        self.query_one(Choice).focus()

    @property
    def draft(self) -> TreatyDraft:
        """What was typed."""
        values = {field.key: field.value for field in self.query(Field)}
        return TreatyDraft(action=self.query_one(Choice).value, **values)

    @property
    def touched(self) -> bool:
        """Whether an action was chosen, or anything typed."""
        return self.query_one(Choice).value is not None or super().touched

    def action_record(self) -> None:
        """Record the action; what is wrong is said at its field."""
        try:
            with troubles(self.app):
                self.dismiss(
                    self._desk.record_treaty_action(self._state, self._treaty.key, self.draft)
                )
        except Refused as refused:
            self._complain(refused.problems)

    def _complain(self, problems: dict[str, str]) -> None:
        self._complain_of_action(problems.get("action"))
        for field in self.query(Field):
            field.complain(problems.get(field.key))
        if "action" in problems:
            self.query_one(Choice).focus()
            return
        for field in self.query(Field):
            if field.key in problems:
                field.focus_input()
                return

    def _complain_of_action(self, problem: str | None) -> None:
        place = self.query_one(".problem.-action", Static)
        place.set_class(problem is not None, "-wrong")
        place.update(problem_words(problem))

    @on(Choice.Chosen)
    def _action_chosen(self, event: Choice.Chosen) -> None:
        self._complain_of_action(None)
        if event.go_on:
            self.focus_next()

    @on(Field.Left)
    def _field_left(self, event: Field.Left) -> None:
        if event.by_enter:
            self.focus_next()
        elif event.field.changed or event.field.has_class("-wrong"):
            problems = self._problems()
            event.field.complain(problems.get(event.field.key))
            if event.field.key == "decided_on" and len(problems) == 1:
                self._complain_of_action(problems.get("action"))

    def _problems(self) -> dict[str, str]:
        try:
            self._desk.check_treaty_action(self._state, self._treaty.key, self.draft)
        except Refused as refused:
            return refused.problems
        return {}

    @on(Button.Pressed, "#record")
    def _record_pressed(self) -> None:
        self.action_record()

    @on(Button.Pressed, "#leave")
    def _leave_pressed(self) -> None:
        self.action_leave()
