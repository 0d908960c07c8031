"""The dialogs that set days: those of the view, and those between which changes are shown."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Button, Static

from store.days import day_of, why_no_day
from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.widgets.buttons import Buttons
from tui.dashboard.widgets.field import DATE, Field
from tui.language import _, mark

Result = TypeVar("Result")


class _Days(Dialog[Result]):
    """Two days, each typed or left empty."""

    KEYS = mark("Enter goes on · F2 shows · Esc leaves")
    ABOUT = ""

    DEFAULT_CSS = """
    _Days #about { color: $text-muted; margin-bottom: 1; }
    """

    BINDINGS = [Binding("f2,ctrl+s", "show", mark("Show"), show=False, priority=True)]

    def fields(self) -> Sequence[Field]:
        """A field for each day."""
        raise NotImplementedError

    def take(self, first: date | None, second: date | None) -> None:
        """Do with the days what they were typed for; None for one that was left empty."""
        raise NotImplementedError

    def content(self) -> ComposeResult:
        """What the days are, and the fields."""
        yield Static(_(self.ABOUT), id="about", markup=False)
        yield from self.fields()
        with Buttons(classes="-aligned"):
            yield Button(_("Show"), id="show", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Start with the first day."""
        self.query_one(Field).start()

    def action_show(self) -> None:
        """Take the days typed, or say which is none."""
        fields = list(self.query(Field))
        first, second = (_day(field) for field in fields)
        wrong = [field for field in fields if field.has_class("-wrong")]
        if wrong:
            wrong[0].start()
        else:
            self.take(first, second)

    @on(Field.Left)
    def _field_left(self, event: Field.Left) -> None:
        if not event.by_enter:
            return
        if event.field is self.query(Field).last():
            self.action_show()
        else:
            self.focus_next()

    @on(Button.Pressed, "#show")
    def _show_pressed(self) -> None:
        self.action_show()


class DaysScreen(_Days[bool]):
    """The days of the view. Dismissed with whether they were set; the desk then looks at them."""

    KEYS = mark("Enter goes on · F2 shows · F4 today · Esc leaves")
    ABOUT = mark(
        "Two clocks: what held on a day, and what this register knew of it by the end of a day "
        "(UTC, as recorded). Empty: today, and all that is known. Looking changes nothing."
    )

    BINDINGS = [Binding("f4,ctrl+t", "today", mark("Today"), show=False, priority=True)]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.title = _("Look at another day")

    def fields(self) -> Sequence[Field]:
        """What held on, as known on."""
        desk = self._desk
        return (
            _field("on", _("What held on"), desk.on, _("today, {today}", today=desk.today)),
            _field("known_on", _("As known on"), desk.known_on, _("all that is known now")),
        )

    def take(self, first: date | None, second: date | None) -> None:
        """Look at these days."""
        self._desk.look_on(first, second)
        self.dismiss(True)

    def action_today(self) -> None:
        """Look at today again."""
        self.take(None, None)


class SpanScreen(_Days[tuple[date, date]]):
    """Two days between which changes are shown. Dismissed with them, or None."""

    ABOUT = mark("What moved from the first day to the second: both as they were at their end.")

    def __init__(self, first: date, last: date, end: date) -> None:
        super().__init__()
        self._first, self._last, self._end = first, last, end
        self.title = _("Changes between two days")

    def fields(self) -> Sequence[Field]:
        """From, to."""
        return (
            _field("from", _("From"), self._first, _(DATE)),
            _field("to", _("To"), self._last, str(self._end)),
        )

    def take(self, first: date | None, second: date | None) -> None:
        """Show what moved between these days, up to the last there is when no other is said."""
        begin, to = self.query(Field)
        last = second or self._end
        if first is None:
            begin.complain(_("say from which day"))
            begin.start()
        elif first > last:
            to.complain(
                _("{first} is after {last}: say the earlier day first", first=first, last=last)
            )
            to.start()
        else:
            self.dismiss((first, last))


def _field(name: str, label: str, day: date | None, placeholder: str) -> Field:
    return Field(name, label, value=str(day) if day else "", placeholder=placeholder)


def _day(field: Field) -> date | None:
    """The day that was typed; None for none, and for what is no day, which is said."""
    field.complain(None)
    if not field.value.strip():
        return None
    try:
        return day_of(field.value)
    except ValueError:
        field.complain(why_no_day(field.value))
        return None
