"""The dialogs that record the deposit of a notification, and the fulfilment of a duty."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button

from store.drafts import FulfilmentDraft, NotificationDraft
from store.errors import Refused
from store.occurrences import Occurrence
from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.about import About
from tui.dashboard.widgets.day_line import RECORDED_NOW, DayLine
from tui.dashboard.widgets.field import Field
from tui.language import _, mark


class DutyDialog(Dialog[tuple[Entry, ...]]):
    """A day, what shows it, and perhaps a note. Dismissed with the entry, or with None."""

    KEYS = mark("Enter next field · F2 or Ctrl+S records · Esc leaves")

    DEFAULT_CSS = """
    DutyDialog About { margin-bottom: 1; }
    DutyDialog About > Static { max-height: 5; }
    """

    BINDINGS = [Binding("f2,ctrl+s", "record", mark("Record"), show=False, priority=True)]

    FIELDS: tuple[tuple[str, str, str], ...] = ()

    def __init__(self, desk: Desk, title: str, about: str) -> None:
        super().__init__()
        self._desk = desk
        self._about = about
        self.title = title

    def content(self) -> ComposeResult:
        """The form."""
        yield About(self._desk, self._about)
        yield DayLine(self._desk, RECORDED_NOW)
        for name, label, placeholder in self.FIELDS:
            value = self._desk.today.isoformat() if name == "decided_on" else ""
            yield Field(name, _(label), value=value, placeholder=_(placeholder))
        with Horizontal(classes="buttons -aligned"):
            yield Button(_("Record"), id="record", variant="primary", compact=True)
            yield Button(_("Leave"), id="leave", compact=True)

    def on_mount(self) -> None:
        """Start with the day."""
        self.query(Field).first().focus_input()

    def record(self, values: dict[str, str], *, check_only: bool = False) -> tuple[Entry, ...]:
        """Record what was typed, or only see whether it could be.

        Raises:
            Refused: It cannot.
        """
        raise NotImplementedError

    def action_record(self) -> None:
        """Record it; what is wrong is said at its field."""
        try:
            with troubles(self.app):
                self.dismiss(self.record(self._values))
        except Refused as refused:
            self._complain(refused.problems)

    def _complain(self, problems: dict[str, str]) -> None:
        for field in reversed(self.query(Field)):
            field.complain(problems.get(field.key))
            if field.key in problems:
                field.focus_input()

    @property
    def _values(self) -> dict[str, str]:
        return {field.key: field.value for field in self.query(Field)}

    @on(Field.Left)
    def _field_left(self, event: Field.Left) -> None:
        if not event.by_enter:
            if event.field.changed or event.field.has_class("-wrong"):
                event.field.complain(self._problems().get(event.field.key))
        elif event.field is self.query(Field).last():
            self.action_record()
        else:
            self.focus_next()

    def _problems(self) -> dict[str, str]:
        try:
            self.record(self._values, check_only=True)
        except Refused as refused:
            return refused.problems
        return {}

    @on(Button.Pressed, "#record")
    def _record_pressed(self) -> None:
        self.action_record()

    @on(Button.Pressed, "#leave")
    def _leave_pressed(self) -> None:
        self.action_leave()


class NotificationScreen(DutyDialog):
    """The deposit of the state's notification."""

    FIELDS = (
        ("decided_on", mark("Deposited on"), "YYYY-MM-DD"),
        (
            "reference",
            mark("Reference"),
            mark("note or letter to the depositary, number and date"),  # at most 52 cells
        ),
    )

    def __init__(self, desk: Desk, about: str) -> None:
        super().__init__(
            desk, _("{state} deposited its notification", state=desk.view.state), about
        )

    def record(self, values: dict[str, str], *, check_only: bool = False) -> tuple[Entry, ...]:
        """Record the deposit, or only see whether it could be."""
        return self._desk.notify(NotificationDraft(**values), check_only=check_only)


class FulfilmentScreen(DutyDialog):
    """The fulfilment of a duty, for a year where it is yearly."""

    FIELDS = (
        ("decided_on", mark("Fulfilled on"), "YYYY-MM-DD"),
        ("reference", mark("Reference"), mark("plan, minutes or report, its number and date")),
        ("note", mark("Note"), ""),
    )

    def __init__(self, desk: Desk, occurrence: Occurrence) -> None:
        state, measure = desk.view.state, occurrence.measure
        title = _("{state} fulfilled {measure}", state=state, measure=measure)
        if year := occurrence.year:
            title = _(
                "{state} fulfilled {measure} for {year}", state=state, measure=measure, year=year
            )
        super().__init__(desk, title, occurrence.text)
        self._occurrence = occurrence

    def record(self, values: dict[str, str], *, check_only: bool = False) -> tuple[Entry, ...]:
        """Record the fulfilment, or only see whether it could be."""
        draft = FulfilmentDraft(
            year=self._occurrence.year,
            decided_on=values["decided_on"],
            reference=values["reference"],
            note=values["note"],
        )
        return self._desk.fulfil(self._occurrence.measure, draft, check_only=check_only)
