"""A blank in which one of a few values is chosen."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static

from tui.dashboard.widgets.blank import Blank
from tui.dashboard.widgets.lines import Cell, LineList

LABEL_WIDTH = 24


class ChoiceList(LineList):
    """Nothing is chosen before the officer does; then the cursor is the choice.

    Args:
        label: What is chosen.
        options: The values, with the words for each.
        value: What is chosen at first, if it is one of them.
    """

    DEFAULT_CSS = """
    ChoiceList { background: transparent; }
    """

    CLICK_CHOOSES = True
    BINDINGS = [
        Binding("enter", "choose(True)", "Choose", show=False),
        Binding("space", "choose", "Choose", show=False),
    ]

    class Chosen(Message):
        """A value was chosen; `go_on` asks for the next field."""

        def __init__(self, *, go_on: bool) -> None:
            super().__init__()
            self.go_on = go_on

    def __init__(self, label: str, options: Sequence[tuple[str, str]], value: str) -> None:
        super().__init__()
        self._label = label
        self._options = tuple(options)
        values = [each for each, _ in options]
        self.cursor = values.index(value) if value in values else 0
        self.value = value if value in values else ""

    @property
    def line_count(self) -> int:
        """As many as there are values."""
        return len(self._options)

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """A label, a mark, the value."""
        value, words = self._options[index]
        mark = "(•)" if value == self.value else "( )"
        # The label stands on the first line that is seen.
        label = self._label if index == self.scroll_offset.y else ""
        return [
            Cell(label, LABEL_WIDTH, "dim"),
            Cell(f"{mark} {words}", width - LABEL_WIDTH),
        ]

    def action_move(self, step: int) -> None:
        """Choose the next or previous; from the last line go on."""
        if self.cursor + step == self.line_count and self.value:
            self.post_message(self.Chosen(go_on=True))
            return
        super().action_move(step)
        self.action_choose()

    def action_choose(self, go_on: bool = False) -> None:  # an action's argument
        """Choose what the cursor stands on."""
        self.value = self._options[self.cursor][0]
        self.refresh()
        self.post_message(self.Chosen(go_on=go_on))


class Choice(Blank):
    """Values below each other, one of them chosen or none.

    Args:
        name: What it is called in a form.
        label: What is chosen.
        options: The values, with the words for each.
        value: What stands, if anything does.
        proposed: What to start from instead, if anything.
    """

    def __init__(
        self,
        name: str,
        label: str,
        options: Sequence[tuple[str, str]],
        value: str | None = None,
        proposed: str | None = None,
    ) -> None:
        super().__init__(name, label)
        self._options = tuple(options)
        self._initial = value or ""
        self._chosen = proposed or self._initial

    def compose(self) -> ComposeResult:
        """The values, the problem under them."""
        yield ChoiceList(self.label, self._options, self._chosen)
        yield Static("", classes="problem", markup=False)

    @property
    def value(self) -> str:
        """What was chosen."""
        return self.query_one(ChoiceList).value

    @property
    def changed(self) -> bool:
        """Whether anything else was chosen than what stands."""
        return self.value != self._initial

    def fill(self, value: str) -> None:
        """Have what was chosen before be chosen."""
        self._chosen = value

    def words(self, value: str) -> str:
        """What was chosen, in words."""
        return dict(self._options).get(value, value)

    def start(self) -> None:
        """Start choosing."""
        self.query_one(ChoiceList).focus()

    @on(ChoiceList.Chosen)
    def _no_longer_wrong(self) -> None:
        self.complain(None)
