"""The form that records an action of a state on a treaty."""

from collections.abc import Iterable, Sequence
from typing import Self

from store.drafts import TreatyDraft
from store.ladder import TreatyAction
from store.values import Entry, Treaty
from tui.dashboard.desk import Desk
from tui.dashboard.screens.form import Form
from tui.dashboard.widgets.blank import Blank
from tui.dashboard.widgets.choice import Choice
from tui.dashboard.widgets.field import Field
from tui.language import _, mark
from tui.wording.treaties import action_label

FIELDS = (
    # at most 52 cells
    ("decided_on", mark("Date"), mark("YYYY-MM-DD, of the deposit or the effect")),
    ("source", mark("Source"), mark("the depositary's notification, a gazette")),
    ("note", mark("Note"), ""),
)


class TreatyActionScreen(Form[tuple[Entry, ...]]):
    """Action, date, source, note; by keyboard alone.

    Dismissed with the entry once it is on disk, or with None.
    """

    KIND = "treaty-action"

    DEFAULT_CSS = """
    TreatyActionScreen ChoiceList { height: 13; max-height: 60vh; }
    """

    def __init__(self, desk: Desk, state: str, treaty: Treaty) -> None:
        title = _("{state} acts on {key}", state=state, key=treaty.key)
        super().__init__(desk, title, official=treaty.title, subject=(state, treaty.key))
        self._state = state
        self._treaty = treaty

    @classmethod
    def again(cls, desk: Desk, subject: Sequence[str]) -> Self:
        """The form for the same state and treaty."""
        state, key = subject
        treaties = {treaty.key: treaty for treaty in desk.programme.treaties}
        return cls(desk, desk.programme.signatories[state].state, treaties[key])

    def blanks(self) -> Iterable[Blank]:
        """The action, and what is to be said of it."""
        actions = [(action.value, action_label(action)) for action in TreatyAction]
        yield Choice("action", _("Action"), actions)
        for name, label, placeholder in FIELDS:
            yield Field(name, _(label), placeholder=_(placeholder))

    def check(self) -> None:
        """Check the action."""
        self._desk.check_treaty_action(self._state, self._treaty.key, TreatyDraft(**self.typed))

    def record(self) -> tuple[Entry, ...]:
        """Record the action."""
        draft = TreatyDraft(**self.typed)
        return self._desk.record_treaty_action(self._state, self._treaty.key, draft)

    def look_over(self, field: Field, problems: dict[str, str]) -> None:
        """Say what is wrong with a field; once the day is said, also whether the action can be."""
        super().look_over(field, problems)
        if field.key == "decided_on" and len(problems) == 1:
            self.query_one(Choice).complain(problems.get("action"))
