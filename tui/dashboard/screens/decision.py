"""The form that records a decision."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Self

from store.drafts import Draft
from store.errors import RegisterError
from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.form import Form
from tui.dashboard.widgets.blank import Blank
from tui.dashboard.widgets.field import DATE, Field
from tui.dashboard.widgets.position_choice import PositionChoice
from tui.language import _, mark

FIELDS = (
    ("decided_on", mark("Date of the decision"), DATE),
    ("authority", mark("Deciding authority"), mark("who decided")),
    ("act", mark("Legal act"), mark("its kind, number and date")),
    ("reservation", mark("Reservation"), mark("required to participate in part")),
    ("responsible", mark("Responsible body"), mark("the body that carries it out")),
    ("note", mark("Note"), ""),
)
SOURCE = ("source", mark("Source"), mark("note verbale, letter, its date"))


class DecisionScreen(Form[tuple[Entry, ...]]):
    """Position, date, authority, act, reservation, responsible body, note; by keyboard alone.

    Dismissed with the entries once they are on disk, or with None.

    Args:
        desk: Where it is recorded.
        keys: What is decided on.
        official: The official words of it; none for several.
        start: What to start from; a decision of today when None.
    """

    KIND = "decision"

    def __init__(
        self, desk: Desk, keys: Sequence[str], official: str, start: Draft | None = None
    ) -> None:
        on = keys[0] if len(keys) == 1 else _("{n} measures and items", n=len(keys))
        title = _("{state} decides on {on}", state=desk.view.state, on=on)
        if desk.communicated:
            title = _("{sentence} (communicated: not your own state)", sentence=title)
        super().__init__(desk, title, official=official, about=", ".join(keys), subject=keys)
        self._fields = (*FIELDS, SOURCE) if desk.communicated else FIELDS
        self._start = start or Draft(decided_on=desk.today.isoformat())

    @classmethod
    def again(cls, desk: Desk, subject: Sequence[str]) -> Self:
        """The form on the same measures and items; what of them is gone is said when it records."""
        official = ""
        with suppress(RegisterError):
            if len(subject) == 1:
                measure = desk.sheet(subject[0]).measure
                words = {measure.key: measure.text}
                words |= {item.key: item.text for item in measure.items}
                official = words[subject[0]]
        return cls(desk, subject, official)

    def blanks(self) -> Iterable[Blank]:
        """The position, and what is to be said of it."""
        yield PositionChoice(self._start.position)
        for name, label, placeholder in self._fields:
            value = getattr(self._start, name) or ""
            yield Field(name, _(label), value=value, placeholder=_(placeholder))

    def check(self) -> None:
        """Check the decision."""
        self._desk.check(Draft(**self.typed))

    def record(self) -> tuple[Entry, ...]:
        """Record the decision."""
        return self._desk.decide(self._subject, Draft(**self.typed))
