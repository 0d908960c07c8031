"""How far the work on a measure has come, to choose one."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.message import Message

from store.reporting import Status
from tui.dashboard.widgets.lines import Cell, LineList
from tui.wording import STATUS_WORDS

LABEL_WIDTH = 24
STATUSES = tuple(Status)


class StatusChoice(LineList):
    """The cursor is the choice; before the officer moves, it is what stands.

    Args:
        before: What stands, or None as long as nothing does.
        chosen: What is proposed instead, if anything.
    """

    DEFAULT_CSS = """
    StatusChoice { height: 5; background: transparent; }
    """

    BINDINGS = [
        Binding("enter", "choose(True)", "Choose", show=False),
        Binding("space", "choose(False)", "Choose", show=False),
    ]

    class Chosen(Message):
        """A status was chosen; `go_on` asks for the next field."""

        def __init__(self, *, go_on: bool) -> None:
            super().__init__()
            self.go_on = go_on

    def __init__(self, before: Status | None, chosen: Status | None = None) -> None:
        super().__init__(id="status")
        self.before = before
        self.value = chosen or before
        self.cursor = STATUSES.index(self.value) if self.value else 0

    @property
    def line_count(self) -> int:
        """As many as there are."""
        return len(STATUSES)

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """A label, a mark, the status."""
        mark = "(•)" if STATUSES[index] is self.value else "( )"
        return [
            Cell("Status" if index == 0 else "", LABEL_WIDTH, "dim"),
            Cell(f"{mark} {STATUS_WORDS[STATUSES[index]]}", width - LABEL_WIDTH),
        ]

    def move_to(self, index: int) -> None:
        """Put the cursor on a line, which chooses it."""
        super().move_to(index)
        self.action_choose(go_on=False)

    def action_move(self, step: int) -> None:
        """Choose the next or previous; from the last line go on."""
        if self.cursor + step == self.line_count and self.value:
            self.post_message(self.Chosen(go_on=True))
        else:
            super().action_move(step)

    def action_choose(self, go_on: bool) -> None:  # an action's argument
        """Choose what the cursor stands on."""
        self.value = STATUSES[self.cursor]
        self.refresh()
        self.post_message(self.Chosen(go_on=go_on))
