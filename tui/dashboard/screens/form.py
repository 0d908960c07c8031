"""A dialog in which something is typed, and then recorded."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Button, Input, Static

from store.errors import Refused
from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog, Question, Result
from tui.dashboard.troubles import troubles
from tui.dashboard.unsaved import Unsaved
from tui.dashboard.widgets.about import About
from tui.dashboard.widgets.blank import Blank
from tui.dashboard.widgets.buttons import Buttons
from tui.dashboard.widgets.choice import ChoiceList
from tui.dashboard.widgets.day_line import RECORDED_NOW, DayLine
from tui.dashboard.widgets.field import Field
from tui.language import _, mark
from tui.visible import visible

REST = 0.3
"""Seconds the keys rest before what was typed is kept."""


class Form(Dialog[Result]):
    """Blanks to fill in, and a key that records what stands in them.

    A blank is checked when it is left, and what is wrong is said at it. What is typed is kept, so
    that a line that is cut loses nothing: a form can be made again from its kind and its subject,
    and filled in as it was.

    Args:
        desk: Where it is recorded.
        title: What is recorded of whom.
        official: The official words that it is about, if it is about some.
        about: Else what it is about.
        subject: What `again` needs to make the same form again.
    """

    KIND: ClassVar[str]
    """What it is called where it is kept: see `tui.dashboard.screens.unsaved.FORMS`."""

    KEYS = mark("Enter next field · F2 or Ctrl+S records · Esc leaves")
    RECORD = mark("Record")
    """What the button that records is called; without one, where there is none."""
    LEAVE = mark("Leave")

    LAST_RECORDS: ClassVar[bool] = False
    """Whether Enter in the last field records; else it goes on to the buttons."""

    DEFAULT_CSS = """
    Form #about { color: $text-muted; }
    """

    BINDINGS = [Binding("f2,ctrl+s", "record", mark("Record"), show=False, priority=True)]

    class Opened(Message):
        """A form was opened: something will be recorded soon."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        *,
        official: str = "",
        about: str = "",
        subject: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._desk = desk
        self.title = title
        self._official = official
        self._about = about
        self._subject = tuple(subject)
        self._typed: Mapping[str, str] = {}
        self._resting: Timer | None = None

    # -- what a form says of itself ----------------------------------------------------------------

    @classmethod
    def again(cls, desk: Desk, subject: Sequence[str]) -> Self:
        """The form about a subject, as it was opened first.

        Raises:
            LookupError, ValueError: There is no such subject.
            RegisterError: It cannot be read.
        """
        raise NotImplementedError

    def blanks(self) -> Iterable[Blank]:
        """What is to be filled in."""
        raise NotImplementedError

    def check(self) -> None:
        """Check what stands in it; raises `Refused` as `record` would."""
        raise NotImplementedError

    def record(self) -> Result:
        """Record what stands in it.

        Raises:
            Refused: With messages by the names of blanks.
        """
        raise NotImplementedError

    @property
    def summary(self) -> str:
        """What it is, and what it is about where that is not official words."""
        about = "" if self._official else self._about.strip()
        return ": ".join(filter(None, (self.title, about)))

    # -- what it looks like ------------------------------------------------------------------------

    def content(self) -> ComposeResult:
        """What it is about, the blanks, the buttons."""
        yield from self.introduction()
        for blank in self.blanks():
            if blank.key in self._typed:
                blank.fill(self._typed[blank.key])
            yield blank
        yield from self.afterword()
        if self.RECORD:
            with Buttons(classes="-aligned"):
                yield Button(_(self.RECORD), id="record", variant="primary", compact=True)
                yield Button(_(self.LEAVE), id="leave", compact=True)

    def introduction(self) -> ComposeResult:
        """What it is about, and on which day it is recorded."""
        if self._official:
            yield About(self._desk, self._official)
        else:
            yield Static(visible(self._about, lines=True), id="about", markup=False)
        yield DayLine(self._desk, RECORDED_NOW)

    def afterword(self) -> ComposeResult:
        """What stands between the blanks and the buttons."""
        yield from ()

    def on_mount(self) -> None:
        """Say that it is there, and begin."""
        self.post_message(self.Opened())
        self.start()

    def start(self) -> None:
        """Start with the first blank."""
        self.query(Blank).first().start()

    # -- what stands in it -------------------------------------------------------------------------

    def fill(self, typed: Mapping[str, str]) -> None:
        """Have what was typed before stand in it when it is shown."""
        self._typed = typed

    @property
    def typed(self) -> dict[str, str]:
        """What stands in each blank, to be kept."""
        return {blank.key: blank.value for blank in self.query(Blank)}

    @property
    def touched(self) -> bool:
        """Whether anything was typed or chosen that leaving would lose."""
        return any(blank.changed for blank in self.query(Blank))

    def value(self, key: str) -> str:
        """What stands in a blank."""
        return self.query_one(f"#field-{key}", Blank).value

    @on(Input.Changed)
    @on(ChoiceList.Chosen)
    def _typing(self) -> None:
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(REST, self.keep)

    def keep(self) -> None:
        """Keep what stands in it, if that is more than stood in it at first."""
        if self.touched:
            view = self._desk.view
            kept = Unsaved(self.KIND, view.programme, view.state, self._subject, self.typed)
            self._desk.keeper.keep(kept)
        else:
            self._desk.keeper.forget()

    # -- from one blank to the next ----------------------------------------------------------------

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        if event.go_on:
            self.focus_next()

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        field = event.field
        if not event.by_enter:
            if field.changed or field.has_class("-wrong"):
                self.look_over(field, self._problems())
        elif self.LAST_RECORDS and field is self.query(Field).last():
            self.action_record()
        else:
            self.focus_next()

    def look_over(self, field: Field, problems: dict[str, str]) -> None:
        """Say what is wrong with a field that was left."""
        field.complain(problems.get(field.key))

    def _problems(self) -> dict[str, str]:
        try:
            self.check()
        except Refused as refused:
            return refused.problems
        return {}

    # -- recording ---------------------------------------------------------------------------------

    def action_record(self) -> None:
        """Record it; what is wrong is said at its blank."""
        try:
            with troubles(self.app):
                self.dismiss(self.record())
        except Refused as refused:
            self._complain(refused)

    def _complain(self, refused: Refused) -> None:
        blanks = list(self.query(Blank))
        for blank in blanks:
            blank.complain(refused.problems.get(blank.key))
        wrong = [blank for blank in blanks if blank.key in refused.problems]
        if not wrong:
            blanks[0].complain(refused.whole)
        (wrong or blanks)[0].start()

    @on(Button.Pressed, "#record")
    def _record_pressed(self) -> None:
        self.action_record()

    @on(Button.Pressed, "#leave")
    def _leave_pressed(self) -> None:
        self.action_leave()

    # -- leaving -----------------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Leave without a result; nothing typed is lost without a question."""
        if not self.touched:
            self.dismiss(None)
            return

        def answered(sure: bool | None) -> None:
            if sure:
                self.dismiss(None)

        question = Question(
            _("Leave without recording?"), _("What was typed here is not recorded yet.")
        )
        self.app.push_screen(question, answered)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave; what was typed is recorded now, or was thrown away."""
        if self._resting:
            self._resting.stop()
        self._desk.keeper.forget()
        return super().dismiss(result)
