"""The form that asks whose register this is: the first thing a new user sees."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Self

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.screens.form import Form
from tui.dashboard.widgets.blank import Blank
from tui.dashboard.widgets.field import Field
from tui.dashboard.widgets.states import StateList
from tui.language import LANGUAGES, _, mark

WELCOME = mark(
    "Whose register is this? Decisions are recorded for your state and under your name. "
    "Without them you can read everything, but record nothing."
)


class OfficerScreen(Form[bool]):
    """State and name. Dismissed with whether they were set."""

    KIND = "officer"
    KEYS = mark("Enter goes on · F2 or Ctrl+S saves · Esc skips for now")
    RECORD = mark("Save")
    LEAVE = mark("Skip")
    LAST_RECORDS = True

    DEFAULT_CSS = """
    OfficerScreen #welcome { margin-bottom: 1; }
    OfficerScreen #language { padding-left: 24; color: $text-muted; }
    OfficerScreen StateList { height: 11; margin-bottom: 1; background: $surface; }
    """

    BINDINGS = [
        Binding("f11", "language", "Language", show=False, priority=True),
        Binding("i,ш", "language", "Language", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Welcome to İştirak"))

    @classmethod
    def again(cls, desk: Desk, subject: Sequence[str]) -> Self:
        """The form, which is about nothing else."""
        return cls(desk)

    def introduction(self) -> ComposeResult:
        """What is asked, and the states of the signature table."""
        yield Static(_(WELCOME), id="welcome", markup=False)
        state = self._typed.get("state") or self._desk.officer.state
        yield StateList(self._desk.shown, state)

    def blanks(self) -> Iterable[Blank]:
        """One for the name; the state is where the cursor stands."""
        name = self._desk.officer.name or ""
        yield Field(
            "name", _("Your name"), value=name, placeholder=_("as it should stand in the ledger")
        )

    def afterword(self) -> ComposeResult:
        """The languages, each by its own name: who reads this may not read the rest."""
        yield Static(f"i F11  {' · '.join(LANGUAGES.values())}", id="language", markup=False)

    def action_language(self) -> None:
        """Speak another language; what was chosen and typed here stays."""
        from tui.dashboard.screens.language import LanguageScreen

        self.app.push_screen(LanguageScreen(self._desk), self._say_anew)

    async def _say_anew(self, _outcome: Outcome | None) -> None:
        self.fill(self.typed)
        self.title = _("Welcome to İştirak")
        await self.recompose()
        self.start()

    def start(self) -> None:
        """Start with the state."""
        self.query_one(StateList).focus()

    @property
    def typed(self) -> dict[str, str]:
        """The name, and the state beside it."""
        return super().typed | {"state": self.query_one(StateList).state}

    @on(StateList.Moved)
    def _state_moved(self) -> None:
        self._typing()

    @on(StateList.Chosen)
    def _state_chosen(self) -> None:
        self.query_one(Field).start()

    def check(self) -> None:
        """Check the name."""
        from store.decisions import check_officer

        check_officer(self.value("name"))

    def record(self) -> bool:
        """Set the state and the name."""
        self._desk.set_up(self.query_one(StateList).state, self.value("name"))
        return True


def once_known(app: App[Any], desk: Desk, then: Callable[[], None]) -> None:
    """Do something for which an officer has to be set up; ask first where none is."""

    def done(was_set: bool | None) -> None:  # the screen's result
        if was_set:
            then()

    if desk.officer.known:
        then()
    else:
        app.push_screen(OfficerScreen(desk), done)
