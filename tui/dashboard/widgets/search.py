"""The search line: words and filter words, read while they are typed."""

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.dashboard.widgets.plain_input import PlainInput

HINT = "words, section: executor: due: position:"
KEYS = "Enter keeps · Esc forgets"


class SearchLine(Horizontal):
    """A line to type a filter in, with room for a hint at its end.

    Enter or down leaves it and keeps what it says; Esc does not keep it.
    """

    DEFAULT_CSS = """
    SearchLine { height: 1; background: $surface; }
    SearchLine > #slash { width: 2; color: $accent; text-style: bold; }
    SearchLine > Input { width: 1fr; }
    SearchLine > #hint { width: auto; max-width: 60%; padding: 0 1; color: $text-muted; }
    SearchLine > #hint.-wrong { color: $text-warning; text-style: bold; }
    """

    BINDINGS = [
        Binding("escape", "leave(False)", "Forget", show=False),
        Binding("enter,down", "leave(True)", "Keep", show=False),
    ]

    class Typed(Message):
        """The line says something else."""

        def __init__(self, search: "SearchLine", line: str) -> None:
            super().__init__()
            self.search = search
            self.line = line

    class Left(Message):
        """The line is to be closed; `keep` says whether what it says holds."""

        def __init__(self, search: "SearchLine", *, keep: bool) -> None:
            super().__init__()
            self.search = search
            self.keep = keep

    def __init__(self, line: str) -> None:
        super().__init__()
        self._line = f"{line} " if line else ""

    def compose(self) -> ComposeResult:
        """Slash, input, hint."""
        yield Static("/", id="slash", markup=False)
        yield PlainInput(self._line, placeholder=HINT, select_on_focus=False)
        yield Static(KEYS, id="hint", markup=False)

    def on_mount(self) -> None:
        """Be ready for what is typed right after the key that opened it."""
        self.screen.set_focus(self.query_one(Input))

    @property
    def wrong(self) -> bool:
        """Whether what it says cannot be read."""
        return self.query_one("#hint").has_class("-wrong")

    def hint(self, text: str, *, wrong: bool = False) -> None:
        """Say how many measures are left, or what cannot be read; and the keys where they fit."""
        hint = self.query_one("#hint", Static)
        room = self.size.width - cell_len(self.query_one(Input).value) - len("/ ") - 3
        longer = f"{text} · {KEYS}"
        hint.update(longer if cell_len(longer) <= room and not wrong else text)
        hint.set_class(wrong, "-wrong")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_leave(True)

    def action_leave(self, keep: bool) -> None:
        """Ask to be closed; what cannot be read cannot be kept, and is not dropped either."""
        if not (keep and self.wrong):
            self.post_message(self.Left(self, keep=keep))
