"""A field of a form: label, input, and what is wrong with it below."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from seed import messages
from tui.dashboard.widgets.plain_input import PlainInput
from tui.language import ENGLISH, _, language, said
from tui.visible import visible


class FieldInput(PlainInput):
    """An input of one line; up and down go to the field before and after, as Tab does."""

    BINDINGS = [
        Binding("up", "app.focus_previous", "Previous", show=False),
        Binding("down", "app.focus_next", "Next", show=False),
    ]


class Field(Vertical):
    """A label beside an input, and a line below for what is wrong, shown only when something is.

    Args:
        name: What it is called in a form.
        label: What the officer reads.
        value: What stands there when nothing was typed.
        typed: What was typed into it before, if it was.
        placeholder: Shown while it is empty.
        replaces: Whether the first letter typed takes the place of what stands there.
    """

    DEFAULT_CSS = """
    Field { height: auto; }
    Field > .row { height: 1; }
    Field .label { width: 24; color: $text-muted; }
    Field:focus-within .label { color: $text; text-style: bold; }
    Field .problem { display: none; padding-left: 24; color: $text-error; text-style: bold; }
    Field.-wrong .problem { display: block; }
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
        typed: str | None = None,
        placeholder: str = "",
        replaces: bool = True,
    ) -> None:
        super().__init__(id=f"field-{name}")
        self._replaces = replaces
        self.key = name
        self._label = label
        self._initial = value
        self._typed = value if typed is None else typed
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """Label and input in a row, the problem under them."""
        with Horizontal(classes="row"):
            yield Static(self._label, classes="label", markup=False)
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

    def focus_input(self) -> None:
        """Start typing."""
        self.query_one(FieldInput).focus()

    def complain(self, problem: str | None) -> None:
        """Show what is wrong with the field, or that nothing is."""
        self.set_class(problem is not None, "-wrong")
        self.query_one(".problem", Static).update(problem_words(problem))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Left(self, by_enter=True))

    @on(Input.Blurred)
    def _blurred(self, event: Input.Blurred) -> None:
        event.stop()
        self.post_message(self.Left(self, by_enter=False))


def problem_words(problem: str | None) -> str:
    """What is wrong with a field, where it can be chosen from words that stand beside it.

    In English those are spelled like the values that are recorded, which commands are told.
    """
    chosen = isinstance(problem, messages.Message) and problem.template == "choose one of {known}"
    told = _("choose one") if chosen and language() != ENGLISH else said(problem or "")
    return visible(told)
