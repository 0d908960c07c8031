"""The dialog that asks whose register this is: the first thing a new user sees."""

from collections.abc import Callable
from typing import Any

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button, Static

from store.errors import Refused
from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.field import Field
from tui.dashboard.widgets.states import StateList
from tui.language import LANGUAGES, _, mark

WELCOME = mark(
    "Whose register is this? Decisions are recorded for your state and under your name. "
    "Without them you can read everything, but record nothing."
)


class OfficerScreen(Dialog[bool]):
    """State and name. Dismissed with whether they were set."""

    KEYS = mark("Enter goes on · F2 or Ctrl+S saves · Esc skips for now")

    DEFAULT_CSS = """
    OfficerScreen #welcome { margin-bottom: 1; }
    OfficerScreen #language { padding-left: 24; color: $text-muted; }
    OfficerScreen StateList { height: 11; margin-bottom: 1; background: $surface; }
    """

    BINDINGS = [
        Binding("f2,ctrl+s", "save", "Save", show=False, priority=True),
        Binding("f11", "language", "Language", show=False, priority=True),
        Binding("i,ш", "language", "Language", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._state = desk.officer.state
        self._typed: str | None = None
        self.title = _("Welcome to İştirak")

    def content(self) -> ComposeResult:
        """The states of the signature table, and a field for the name."""
        yield Static(_(WELCOME), id="welcome", markup=False)
        yield StateList(self._desk.shown, self._state)
        yield Field(
            "name",
            _("Your name"),
            value=self._desk.officer.name or "",
            typed=self._typed,
            placeholder=_("as it should stand in the ledger"),
        )
        # Each by its own name: who reads this may not read the rest.
        yield Static(f"i F11  {' · '.join(LANGUAGES.values())}", id="language", markup=False)
        with Horizontal(classes="buttons -aligned"):
            yield Button(_("Save"), id="save", variant="primary", compact=True)
            yield Button(_("Skip"), id="skip", compact=True)

    def on_mount(self) -> None:
        """Start with the state."""
        self.query_one(StateList).focus()

    def action_language(self) -> None:
        """Speak another language; what was chosen and typed here stays."""
        from tui.dashboard.screens.language import LanguageScreen

        self.app.push_screen(LanguageScreen(self._desk), self._say_anew)

    async def _say_anew(self, _outcome: Outcome | None) -> None:
        self._state = self.query_one(StateList).state
        field = self.query_one(Field)
        self._typed = field.value if field.changed else None
        self.title = _("Welcome to İştirak")
        await self.recompose()
        self.query_one(StateList).focus()

    @on(StateList.Chosen)
    def _state_chosen(self) -> None:
        self.query_one(Field).focus_input()

    @on(Field.Left)
    def _field_left(self, event: Field.Left) -> None:
        if event.by_enter:
            self.action_save()

    def action_save(self) -> None:
        """Set the state and the name."""
        field = self.query_one(Field)
        try:
            with troubles(self.app):
                self._desk.set_up(self.query_one(StateList).state, field.value)
                self.dismiss(True)  # it was set
        except Refused as refused:
            field.complain(refused.problems.get("name", refused.whole))
            field.focus_input()

    @on(Button.Pressed, "#save")
    def _save_pressed(self) -> None:
        self.action_save()

    @on(Button.Pressed, "#skip")
    def _skip_pressed(self) -> None:
        self.action_leave()


def once_known(app: App[Any], desk: Desk, then: Callable[[], None]) -> None:
    """Do something for which an officer has to be set up; ask first where none is."""

    def done(was_set: bool | None) -> None:  # the screen's result
        if was_set:
            then()

    if desk.officer.known:
        then()
    else:
        app.push_screen(OfficerScreen(desk), done)
