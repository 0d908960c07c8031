"""How far the work on a measure has come, to choose one."""

from store.reporting import Status
from tui.dashboard.widgets.choice import Choice
from tui.language import _
from tui.wording.reporting import STATUS_WORDS


class StatusChoice(Choice):
    """Every status.

    Args:
        before: What stands, or None as long as nothing does.
        proposed: What to start from instead, if anything.
    """

    DEFAULT_CSS = """
    StatusChoice ChoiceList { height: 5; }
    """

    def __init__(self, before: Status | None, proposed: Status | None = None) -> None:
        options = [(status.value, STATUS_WORDS[status]) for status in Status]
        super().__init__("status", _("Status"), options, before, proposed)
