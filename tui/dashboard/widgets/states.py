"""The states of the signature table, to choose one."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.message import Message

from store.values import Programme
from tui.dashboard.widgets.lines import Cell, LineList
from tui.wording.programme import signature_words


class StateList(LineList):
    """Code, name as printed, signature act; in the order of the table."""

    CLICK_CHOOSES = True
    BINDINGS = [Binding("enter,space", "choose", "Choose", show=False)]

    class Chosen(Message):
        """A state was chosen."""

    def __init__(self, programme: Programme, current: str | None) -> None:
        super().__init__(id="states")
        self._signatories = tuple(programme.signatories.values())
        codes = list(programme.signatories)
        self.cursor = codes.index(current) if current in codes else 0

    @property
    def state(self) -> str:
        """The code of the state under the cursor."""
        return self._signatories[self.cursor].state

    @property
    def line_count(self) -> int:
        """As many as the table has rows."""
        return len(self._signatories)

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """Code, name, act."""
        signatory = self._signatories[index]
        mark = ">" if index == self.cursor else " "
        act = max(width - 4 - 28, 0)
        return [
            Cell(f"{mark}{signatory.state}", 4, "strong"),
            Cell(signatory.name, 28),
            Cell(signature_words(signatory), act, "dim"),
        ]

    def action_choose(self) -> None:
        """Choose the state under the cursor."""
        self.post_message(self.Chosen())
