"""The dialog that records a decision."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widgets import Button, Input, Static

from store.drafts import Draft
from store.errors import Refused
from store.values import DECIDABLE, Entry, PositionValue
from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.troubles import troubles
from tui.dashboard.unsaved import Keeper, Unsaved
from tui.dashboard.widgets.about import About
from tui.dashboard.widgets.day_line import RECORDED_NOW, DayLine
from tui.dashboard.widgets.field import Field, problem_words
from tui.dashboard.widgets.position_choice import PositionChoice
from tui.language import _, mark

FIELDS = (
    ("decided_on", mark("Date of the decision"), "YYYY-MM-DD"),
    ("authority", mark("Deciding authority"), mark("who decided")),
    ("act", mark("Legal act"), mark("its kind, number and date")),
    ("reservation", mark("Reservation"), mark("required to participate in part")),
    ("responsible", mark("Responsible body"), mark("the body that carries it out")),
    ("note", mark("Note"), ""),
)
SOURCE = ("source", mark("Source"), mark("note verbale, letter, its date"))

REST = 0.3
"""Seconds the keys rest before what was typed is kept."""


class DecisionScreen(Dialog[tuple[Entry, ...]]):
    """Position, date, authority, act, reservation, responsible body, note; by keyboard alone.

    Dismissed with the entries once they are on disk, or with None.

    Args:
        desk: Where it is recorded.
        keys: What is decided on.
        about: The official words of it; none for several.
        typed: What was typed before, and not recorded.
        start: What to start from; a decision of today when None.
    """

    KEYS = mark("Enter next field · F2 or Ctrl+S records · Esc leaves")

    DEFAULT_CSS = """
    DecisionScreen .problem.-position {
        display: none;
        padding-left: 24;
        color: $text-error;
        text-style: bold;
    }
    DecisionScreen .problem.-position.-wrong { display: block; }
    """

    BINDINGS = [
        Binding("f2,ctrl+s", "record", "Record", show=False, priority=True),
    ]

    def __init__(
        self,
        desk: Desk,
        keys: Sequence[str],
        about: str,
        typed: Draft | None = None,
        start: Draft | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._typed = typed
        self._start = start or Draft(decided_on=desk.today.isoformat())
        self._keeper = Keeper(desk.register.path)
        self._resting: Timer | None = None
        self._keys = tuple(keys)
        self._about = about
        on = keys[0] if len(keys) == 1 else _("{n} measures and items", n=len(keys))
        said = _("{state} decides on {on}", state=desk.view.state, on=on)
        if desk.communicated:
            said = _("{sentence} (communicated: not your own state)", sentence=said)
        self.title = said

    def content(self) -> ComposeResult:
        """The form."""
        if self._about:
            yield About(self._desk, self._about)
        else:
            yield Static(", ".join(self._keys), id="about", markup=False)
        yield DayLine(self._desk, RECORDED_NOW)
        yield PositionChoice(_chosen(self._typed or self._start))
        yield Static("", classes="problem -position", markup=False)
        fields = (*FIELDS, SOURCE) if self._desk.communicated else FIELDS
        for name, label, placeholder in fields:
            value = getattr(self._start, name) or ""
            typed = (getattr(self._typed, name) or "") if self._typed else None
            yield Field(name, _(label), value=value, typed=typed, placeholder=_(placeholder))
        with Horizontal(classes="buttons -aligned"):
            yield Button(_("Record"), id="record", variant="primary", compact=True)
            yield Button(_("Leave"), id="leave", compact=True)

    def on_mount(self) -> None:
        """Start with the position."""
        self.query_one(PositionChoice).focus()

    @property
    def draft(self) -> Draft:
        """What was typed."""
        values = {field.key: field.value for field in self.query(Field)}
        return Draft(position=self.query_one(PositionChoice).value, **values)

    @property
    def touched(self) -> bool:
        """Whether a position was chosen, or anything typed."""
        chosen = self.query_one(PositionChoice).value
        return chosen != _chosen(self._start) or super().touched

    # -- what is typed is not lost with the line ---------------------------------------------------

    @on(Input.Changed)
    def _typing(self) -> None:
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._keep)

    def _keep(self) -> None:
        if self.touched:
            view = self._desk.view
            unsaved = Unsaved(view.programme, view.state or "", self._keys, self.draft)
            self._keeper.keep(unsaved)

    def dismiss(self, result: tuple[Entry, ...] | None = None) -> AwaitComplete:
        """Leave; what was typed is recorded now, or was thrown away."""
        if self._resting:
            self._resting.stop()
        self._keeper.forget()
        return super().dismiss(result)

    # -- recording ---------------------------------------------------------------------------------

    def action_record(self) -> None:
        """Record the decision; what is wrong is said at its field."""
        try:
            with troubles(self.app):
                self.dismiss(self._desk.decide(self._keys, self.draft))
        except Refused as refused:
            self._complain(refused.problems)

    def _complain(self, problems: dict[str, str]) -> None:
        problem = problems.get("position")
        place = self.query_one(".problem.-position", Static)
        place.set_class(problem is not None, "-wrong")
        place.update(problem_words(problem))
        for field in self.query(Field):
            field.complain(problems.get(field.key))
        if problem:
            self.query_one(PositionChoice).focus()
            return
        for field in self.query(Field):
            if field.key in problems:
                field.focus_input()
                return

    @on(PositionChoice.Chosen)
    def _position_chosen(self, event: PositionChoice.Chosen) -> None:
        self.query_one(".problem.-position").remove_class("-wrong")
        self._typing()
        if event.go_on:
            self.focus_next()

    @on(Field.Left)
    def _field_left(self, event: Field.Left) -> None:
        if event.by_enter:
            self.focus_next()
        elif event.field.changed or event.field.has_class("-wrong"):
            event.field.complain(self._problems().get(event.field.key))

    def _problems(self) -> dict[str, str]:
        try:
            self._desk.check(self.draft)
        except Refused as refused:
            return refused.problems
        return {}

    @on(Button.Pressed, "#record")
    def _record_pressed(self) -> None:
        self.action_record()

    @on(Button.Pressed, "#leave")
    def _leave_pressed(self) -> None:
        self.action_leave()


def _chosen(typed: Draft | None) -> PositionValue | None:
    """The position that was chosen before."""
    return next((value for value in DECIDABLE if typed and value == typed.position), None)
