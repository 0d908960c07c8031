"""What was typed before the line was cut, offered again."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button, Static

from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.unsaved import Unsaved
from tui.language import _, mark
from tui.visible import visible
from tui.wording import POSITION_SENTENCES, detail_name


class UnsavedScreen(Dialog[bool]):
    """Dismissed with whether to go on with it, or with None to be asked again the next time."""

    TITLE = mark("Typed, and not recorded")
    KEYS = mark("Enter goes on with it · Del throws it away · Esc asks again later")
    BINDINGS = [Binding("delete", "throw_away", "Throw away", show=False)]

    def __init__(self, unsaved: Unsaved) -> None:
        super().__init__()
        self.title = _(self.TITLE)
        self._unsaved = unsaved

    def content(self) -> ComposeResult:
        """What it is, and three ways on, the careful one first."""
        yield Static(visible(_told(self._unsaved), lines=True), markup=False)
        with Horizontal(classes="buttons"):
            yield Button(_("Go on with it"), id="go-on", variant="primary", compact=True)
            yield Button(_("Throw it away"), id="throw-away", compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "go-on")

    def action_throw_away(self) -> None:
        """It is not wanted any more."""
        self.dismiss(result=False)


def _told(unsaved: Unsaved) -> str:
    """What was typed, shortly."""
    keys = ", ".join(unsaved.keys)
    draft = unsaved.draft
    sentences = {str(value): sentence for value, sentence in POSITION_SENTENCES.items()}
    lines = [
        _(
            "The dashboard ended while a decision of {state} on {keys} was being typed:",
            state=unsaved.state,
            keys=keys,
        )
    ]
    if draft.position in sentences:
        lines.append(f"  {unsaved.state} {sentences[draft.position]}")
    names = ("decided_on", "authority", "act", "reservation", "responsible", "note", "source")
    typed = ((detail_name(name), getattr(draft, name)) for name in names)
    return "\n".join([*lines, *(f"  {name}: {value}" for name, value in typed if value)])
