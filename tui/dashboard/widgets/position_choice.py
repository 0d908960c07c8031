"""The positions that a decision can set, to choose one."""

from store.values import DECIDABLE
from tui.dashboard.widgets.choice import Choice
from tui.language import _
from tui.wording.positions import POSITION_SENTENCES


class PositionChoice(Choice):
    """All that can be decided, in full words."""

    DEFAULT_CSS = """
    PositionChoice ChoiceList { height: 4; }
    """

    def __init__(self, value: str | None = None) -> None:
        options = [(position.value, POSITION_SENTENCES[position]) for position in DECIDABLE]
        super().__init__("position", _("Position"), options, value)
