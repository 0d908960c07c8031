"""The form that releases a year's information, or corrects what was released."""

from collections.abc import Iterable, Sequence
from typing import Self

from store.reporting import Information
from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.form import Form
from tui.dashboard.widgets.blank import Blank
from tui.dashboard.widgets.field import DATE, Field
from tui.language import _, mark


class ReleaseScreen(Form[tuple[Entry, ...]]):
    """Number, date, and of a correction the reason. Dismissed with the entry, or with None."""

    KIND = "release"
    KEYS = mark("Enter next field · F2 or Ctrl+S releases · Esc leaves")
    RECORD = mark("Release")

    DEFAULT_CSS = """
    ReleaseScreen #about { color: $foreground; }
    """

    def __init__(self, desk: Desk, information: Information) -> None:
        values = {"state": information.state, "year": information.year}
        title = (
            _("Correct {state}'s information for {year}", **values)
            if information.released
            else _("Release {state}'s information for {year}", **values)
        )
        super().__init__(
            desk, title, about=_consequence(information), subject=(str(information.year),)
        )
        self._year = information.year
        self._corrects = information.released is not None

    @classmethod
    def again(cls, desk: Desk, subject: Sequence[str]) -> Self:
        """The form for the same year; if that was released meanwhile, to correct it."""
        (year,) = subject
        return cls(desk, desk.information(int(year)))

    def blanks(self) -> Iterable[Blank]:
        """The document, and why there is another one."""
        yield Field("number", _("Number"), placeholder=_("of the document"))
        on = self._desk.view.on.isoformat()
        yield Field("decided_on", _("Date"), value=on, placeholder=_(DATE))
        if self._corrects:
            yield Field("reason", _("Reason"), placeholder=_("what is corrected, and why"))

    def check(self) -> None:
        """Check what is said of the document."""
        from store.return_input import check_release

        today = self._desk.today
        check_release(self.typed, today=today, year=self._year, corrects=self._corrects)

    def record(self) -> tuple[Entry, ...]:
        """Release it."""
        typed = self.typed
        return self._desk.release(
            self._year,
            number=typed["number"],
            on=typed["decided_on"],
            reason=typed.get("reason"),
        )


def _consequence(information: Information) -> str:
    """What a release does."""
    frozen = _(
        "{reported} of {n} measures are said for the year itself. What is released never changes.",
        reported=information.reported,
        n=len(information.lines),
    )
    if information.released is None:
        return f"{frozen}\n"
    before = _(
        "No {number} of {released_on}",
        number=information.released.number,
        released_on=information.released.released_on,
    )
    replaced = _("In place of {before}, which stays readable.", before=before)
    return f"{replaced} {frozen}\n"
