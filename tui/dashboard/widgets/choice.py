"""A few values in a form, to choose one."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from textual.binding import Binding
from textual.message import Message

from tui.dashboard.widgets.lines import Cell, LineList

LABEL_WIDTH = 24

V = TypeVar("V")


class Choice(LineList, Generic[V]):
    """Nothing is chosen before the officer does; then the cursor is the choice.

    Args:
        label: What is chosen.
        options: The values, with the words for each.
        value: What was chosen before.
        id: Textual's.
    """

    DEFAULT_CSS = """
    Choice { background: transparent; }
    """

    BINDINGS = [
        Binding("enter", "choose(True)", "Choose", show=False),
        Binding("space", "choose(False)", "Choose", show=False),
    ]

    class Chosen(Message):
        """A value was chosen; `go_on` asks for the next field."""

        def __init__(self, *, go_on: bool) -> None:
            super().__init__()
            self.go_on = go_on

    def __init__(
        self, label: str, options: Sequence[tuple[V, str]], value: V | None = None, *, id: str
    ) -> None:
        super().__init__(id=id)
        self._label = label
        self._options = tuple(options)
        values = [each for each, _ in options]
        self.cursor = values.index(value) if value is not None else 0
        self.value = value

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
        if self.cursor + step == self.line_count and self.value is not None:
            self.post_message(self.Chosen(go_on=True))
            return
        super().action_move(step)
        self.action_choose(go_on=False)

    def action_choose(self, go_on: bool) -> None:  # an action's argument
        """Choose what the cursor stands on."""
        self.value = self._options[self.cursor][0]
        self.refresh()
        self.post_message(self.Chosen(go_on=go_on))

    def on_line_list_clicked(self) -> None:
        """A click chooses."""
        self.action_choose(go_on=False)
