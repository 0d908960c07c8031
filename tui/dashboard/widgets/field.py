"""A blank in which a line is typed: label and input."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.dashboard.widgets.blank import Blank
from tui.dashboard.widgets.plain_input import PlainInput
from tui.language import mark

DATE = mark("YYYY-MM-DD")
"""How a date is written."""


class FieldInput(PlainInput):
    """An input of one line; up and down go to the field before and after, as Tab does."""

    BINDINGS = [
        Binding("up", "app.focus_previous", "Previous", show=False),
        Binding("down", "app.focus_next", "Next", show=False),
    ]


class Field(Blank):
    """A label beside an input.

    Args:
        name: What it is called in a form.
        label: What the officer reads.
        value: What stands there when nothing was typed.
        placeholder: Shown while it is empty.
        replaces: Whether the first letter typed takes the place of what stands there.
    """

    DEFAULT_CSS = """
    Field > .row { height: 1; }
    Field .label { width: 24; color: $text-muted; }
    Field FieldInput { width: 1fr; }
    Field:focus-within .label { color: $text; text-style: bold; }
    """

    class Left(Message):
        """The field was left, by Enter or otherwise."""

        def __init__(self, field: "Field", *, by_enter: bool) -> None:
            super().__init__()
            self.field = field
            self.by_enter = by_enter

    def __init__(
        self,
        name: str,
        label: str,
        *,
        value: str = "",
        placeholder: str = "",
        replaces: bool = True,
    ) -> None:
        super().__init__(name, label)
        self._replaces = replaces
        self._initial = self._typed = value
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """Label and input in a row, the problem under them."""
        with Horizontal(classes="row"):
            yield Static(self.label, classes="label", markup=False)
            yield FieldInput(
                self._typed, placeholder=self._placeholder, select_on_focus=self._replaces
            )
        yield Static("", classes="problem", markup=False)

    @property
    def value(self) -> str:
        """What was typed."""
        return self.query_one(FieldInput).value

    @property
    def changed(self) -> bool:
        """Whether anything else was typed than what stood there."""
        return self.value != self._initial

    def fill(self, value: str) -> None:
        """Have what was typed before stand in it; what is typed now goes on with it."""
        self._typed, self._replaces = value, False

    def start(self) -> None:
        """Start typing."""
        self.query_one(FieldInput).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Left(self, by_enter=True))

    @on(Input.Blurred)
    def _blurred(self, event: Input.Blurred) -> None:
        event.stop()
        self.post_message(self.Left(self, by_enter=False))
