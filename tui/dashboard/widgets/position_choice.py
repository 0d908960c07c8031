"""The positions that a decision can set, to choose one."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.message import Message

from store.values import DECIDABLE, PositionValue
from tui.dashboard.widgets.lines import Cell, LineList
from tui.wording import POSITION_SENTENCES

LABEL_WIDTH = 24


class PositionChoice(LineList):
    """Nothing is chosen before the officer does; then the cursor is the choice."""

    DEFAULT_CSS = """
    PositionChoice { height: 4; background: transparent; }
    """

    BINDINGS = [
        Binding("enter", "choose(True)", "Choose", show=False),
        Binding("space", "choose(False)", "Choose", show=False),
    ]

    class Chosen(Message):
        """A position was chosen; `go_on` asks for the next field."""

        def __init__(self, *, go_on: bool) -> None:
            super().__init__()
            self.go_on = go_on

    def __init__(self, value: PositionValue | None = None) -> None:
        super().__init__(id="position")
        self.cursor = DECIDABLE.index(value) if value else 0
        self.value = value

    @property
    def line_count(self) -> int:
        """As many as can be decided."""
        return len(DECIDABLE)

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """A label, a mark, the position."""
        position = DECIDABLE[index]
        mark = "(•)" if position is self.value else "( )"
        return [
            Cell("Position" if index == 0 else "", LABEL_WIDTH, "dim"),
            Cell(f"{mark} {POSITION_SENTENCES[position]}", width - LABEL_WIDTH),
        ]

    def action_move(self, step: int) -> None:
        """Choose the next or previous; from the last line go on."""
        if self.cursor + step == self.line_count and self.value:
            self.post_message(self.Chosen(go_on=True))
            return
        super().action_move(step)
        self.action_choose(go_on=False)

    def action_choose(self, go_on: bool) -> None:  # an action's argument
        """Choose what the cursor stands on."""
        self.value = DECIDABLE[self.cursor]
        self.refresh()
        self.post_message(self.Chosen(go_on=go_on))

    def on_line_list_clicked(self) -> None:
        """A click chooses."""
        self.action_choose(go_on=False)
