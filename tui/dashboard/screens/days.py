"""The dialog that sets the two days: what held on one, as it was known on the other."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button, Static

from store.days import day_of, why_no_day
from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.widgets.field import Field

ABOUT = (
    "Two clocks: what held on a day, and what this register knew of it by the end of a day (UTC, "
    "as recorded). Empty: today, and all that is known. Nothing that is recorded changes by it."
)


class DaysScreen(Dialog[bool]):
    """Two days. Dismissed with whether they were set; the desk then looks at them."""

    KEYS = "Enter next, then shows · F2 shows · F4 today · Esc leaves"

    DEFAULT_CSS = """
    DaysScreen #about { color: $text-muted; margin-bottom: 1; }
    """

    BINDINGS = [
        Binding("f2,ctrl+s", "show", "Show", show=False, priority=True),
        Binding("f4,ctrl+t", "today", "Today", show=False, priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.title = "Look at another day"

    def content(self) -> ComposeResult:
        """A field for each day."""
        yield Static(ABOUT, id="about", markup=False)
        for name, label, placeholder in (
            ("on", "What held on", f"today, {self._desk.today}"),
            ("known_on", "As known on", "all that is known now"),
        ):
            day = getattr(self._desk, name)
            yield Field(name, label, value=str(day) if day else "", placeholder=placeholder)
        with Horizontal(classes="buttons -aligned"):
            yield Button("Show", id="show", variant="primary", compact=True)
            yield Button("Today", id="today", compact=True)

    def on_mount(self) -> None:
        """Start with the first day."""
        self.query_one(Field).focus_input()

    @property
    def touched(self) -> bool:
        """Leaving loses nothing that is worth a question."""
        return False

    def action_show(self) -> None:
        """Look at the days typed, or say which is none."""
        fields = list(self.query(Field))
        days = [self._day(field) for field in fields]
        wrong = [field for field in fields if field.has_class("-wrong")]
        if wrong:
            wrong[0].focus_input()
            return
        self._desk.look_on(*days)
        self.dismiss(True)

    def action_today(self) -> None:
        """Look at today again."""
        self._desk.look_on(None, None)
        self.dismiss(True)

    def _day(self, field: Field) -> date | None:
        field.complain(None)
        if not field.value.strip():
            return None
        try:
            return day_of(field.value)
        except ValueError:
            field.complain(why_no_day(field.value))
            return None

    @on(Field.Left)
    def _field_left(self, event: Field.Left) -> None:
        if not event.by_enter:
            return
        if event.field.key == "known_on":
            self.action_show()
        else:
            self.focus_next()

    @on(Button.Pressed, "#show")
    def _show_pressed(self) -> None:
        self.action_show()

    @on(Button.Pressed, "#today")
    def _today_pressed(self) -> None:
        self.action_today()
