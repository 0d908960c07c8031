"""The form that confirms a decision of a state that is not the officer's own."""

from collections.abc import Iterable, Sequence
from typing import Self

from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.form import Form
from tui.dashboard.widgets.blank import Blank
from tui.dashboard.widgets.field import Field
from tui.language import _, mark


class ConfirmationScreen(Form[tuple[Entry, ...]]):
    """How it became known that the decision stands. Dismissed with the entry, or None."""

    KIND = "confirmation"
    KEYS = mark("Enter confirms · Esc leaves")
    RECORD = ""
    LAST_RECORDS = True

    DEFAULT_CSS = """
    ConfirmationScreen #about { color: $foreground; }
    """

    def __init__(self, desk: Desk, key: str) -> None:
        title = _(
            "{state} stands by its decision on {key} (communicated)", state=desk.view.state, key=key
        )
        about = _("The words of this edition are others than it decided on.")
        super().__init__(desk, title, about=about, subject=(key,))

    @classmethod
    def again(cls, desk: Desk, subject: Sequence[str]) -> Self:
        """The form for the same measure or item."""
        (key,) = subject
        return cls(desk, key)

    def blanks(self) -> Iterable[Blank]:
        """One for the source."""
        yield Field("source", _("Source"), placeholder=_("note verbale, letter, its date"))

    def check(self) -> None:
        """Check the source."""
        from store.confirmations import check_confirmation

        check_confirmation(
            self._desk.today.isoformat(),
            self.value("source"),
            adopted_on=self._desk.programme.adopted_on,
            today=self._desk.today,
            communicated=True,
        )

    def record(self) -> tuple[Entry, ...]:
        """Record that it stands."""
        return self._desk.confirm(self._subject, self.value("source"))
