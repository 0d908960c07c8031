"""What was typed before the line was cut, offered again."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Button, Static

from store.errors import RegisterError
from tui.dashboard.desk import Desk
from tui.dashboard.screens.dialog import Dialog
from tui.dashboard.screens.form import Form
from tui.dashboard.unsaved import Unsaved
from tui.dashboard.widgets.buttons import Buttons
from tui.language import _, mark
from tui.visible import visible

FORMS: Mapping[str, str] = {
    "confirmation": "confirmation:ConfirmationScreen",
    "decision": "decision:DecisionScreen",
    "fulfilment": "duty:FulfilmentScreen",
    "notification": "duty:NotificationScreen",
    "officer": "officer:OfficerScreen",
    "progress": "progress:ProgressScreen",
    "release": "release:ReleaseScreen",
    "retraction": "retraction:RetractionScreen",
    "treaty-action": "treaty_action:TreatyActionScreen",
}
"""The forms by their kinds: the module beside this one, and the class in it."""


class UnsavedScreen(Dialog[bool]):
    """Dismissed with whether to go on with it, or with None to be asked again the next time.

    Args:
        form: The form, as it was opened first.
        typed: What stood in it.
    """

    DEFAULT_CSS = """
    UnsavedScreen #stood { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    TITLE = mark("Typed, and not recorded")
    KEYS = mark("Enter goes on with it · Del throws it away · Esc asks again later")
    BINDINGS = [Binding("delete", "throw_away", "Throw away", show=False)]

    def __init__(self, form: Form[Any], typed: Mapping[str, str]) -> None:
        super().__init__()
        self.title = _(self.TITLE)
        self._form = form
        self._typed = typed

    def content(self) -> ComposeResult:
        """What it is, and three ways on, the careful one first."""
        told = _("The dashboard ended while this was being typed:")
        yield Static(visible(f"{told}\n{self._form.summary}", lines=True), markup=False)
        yield Static(visible("\n".join(self._stood()), lines=True), id="stood", markup=False)
        with Buttons():
            yield Button(_("Go on with it"), id="go-on", variant="primary", compact=True)
            yield Button(_("Throw it away"), id="throw-away", compact=True)

    def _stood(self) -> Iterator[str]:
        """What stood in each blank."""
        for blank in self._form.blanks():
            if typed := self._typed.get(blank.key):
                yield f"  {blank.label}: {blank.words(typed)}"

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "go-on")

    def action_throw_away(self) -> None:
        """It is not wanted any more."""
        self.dismiss(result=False)


def form_again(desk: Desk, unsaved: Unsaved) -> Form[Any] | None:
    """The form in which something was typed; None where there is no such form or subject here."""
    if unsaved.form not in FORMS or not desk.is_about(unsaved.programme, unsaved.state):
        return None
    module, _colon, name = FORMS[unsaved.form].partition(":")
    kind: type[Form[Any]] = getattr(import_module(f"tui.dashboard.screens.{module}"), name)
    before = desk.view.state
    desk.look_at(unsaved.state)
    try:
        return kind.again(desk, unsaved.subject)
    except (LookupError, ValueError, RegisterError):
        return None
    finally:
        desk.look_at(before)
