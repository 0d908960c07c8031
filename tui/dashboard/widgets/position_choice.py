"""The positions that a decision can set, to choose one."""

from store.values import DECIDABLE, PositionValue
from tui.dashboard.widgets.choice import Choice
from tui.language import _
from tui.wording import POSITION_SENTENCES


class PositionChoice(Choice[PositionValue]):
    """All that can be decided, in full words."""

    DEFAULT_CSS = """
    PositionChoice { height: 4; }
    """

    def __init__(self, value: PositionValue | None = None) -> None:
        options = [(position, POSITION_SENTENCES[position]) for position in DECIDABLE]
        super().__init__(_("Position"), options, value, id="position")
