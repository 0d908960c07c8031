"""The form that says how far measures have come in a year."""

from collections.abc import Iterable, Sequence
from typing import Self

from store.reporting import Line, Status
from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.form import Form
from tui.dashboard.widgets.blank import Blank
from tui.dashboard.widgets.field import DATE, Field
from tui.dashboard.widgets.status_choice import StatusChoice
from tui.language import _


class ProgressScreen(Form[tuple[Entry, ...]]):
    """Status and text, of one line or of several at once; what is not touched stays in each.

    Dismissed with the entries once they are on disk, or with None.

    Args:
        desk: Where it is recorded.
        year: The reporting year.
        lines: What is reported on.
        proposed: The status to start from, where it is not the one that stands.
    """

    KIND = "progress"

    def __init__(
        self, desk: Desk, year: int, lines: Sequence[Line], proposed: Status | None = None
    ) -> None:
        keys = [line.measure.key for line in lines]
        one = lines[0].measure if len(lines) == 1 else None
        about = one.key if one else _("{n} measures", n=len(keys))
        title = _(
            "{state} reports for {year} on {about}", state=desk.view.state, year=year, about=about
        )
        super().__init__(
            desk,
            title,
            official=one.text if one else "",
            about=", ".join(keys),
            subject=(str(year), *keys),
        )
        self._year = year
        self._keys = keys
        self._said = [line.said for line in lines]
        self._proposed = proposed

    @classmethod
    def again(cls, desk: Desk, subject: Sequence[str]) -> Self:
        """The form for the same year and measures."""
        year = int(subject[0])
        lines = {line.measure.key: line for line in desk.information(year).lines}
        return cls(desk, year, [lines[key] for key in subject[1:]])

    def blanks(self) -> Iterable[Blank]:
        """What stands in all the lines, where it is the same, and the day."""
        statuses = {said.status if said else None for said in self._said}
        yield StatusChoice(statuses.pop() if len(statuses) == 1 else None, self._proposed)
        texts = {(said.text or "") if said else "" for said in self._said}
        yield Field(
            "text",
            _("What was done"),
            value=texts.pop() if len(texts) == 1 else "",
            placeholder=_("in words, for the information")
            if not texts
            else _("stays as it is in each"),
            replaces=False,
        )
        on = self._desk.view.on.isoformat()
        yield Field("on", _("Said on"), value=on, placeholder=_(DATE))

    @property
    def typed(self) -> dict[str, str]:
        """What was changed, and the day: another may say something else of the rest meanwhile."""
        changed = {blank.key for blank in self.query(Blank) if blank.changed} | {"on"}
        return {key: value for key, value in super().typed.items() if key in changed}

    def check(self) -> None:
        """Check the status, the text and the day."""
        from store.return_input import check_progress

        stands = {key: self.value(key) for key in ("status", "text", "on")}
        check_progress(stands, today=self._desk.today, year=self._year)

    def record(self) -> tuple[Entry, ...]:
        """Record it."""
        return self._desk.report(
            self._year,
            self._keys,
            status=self.value("status") or None,
            text=self.typed.get("text"),
            on=self.value("on"),
        )
