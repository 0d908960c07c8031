"""The forms that record the deposit of a notification, and the fulfilment of a duty."""

from collections.abc import Iterable, Sequence
from typing import Self

from store.drafts import FulfilmentDraft, NotificationDraft
from store.occurrences import Occurrence
from store.values import Entry
from tui.dashboard.desk import Desk
from tui.dashboard.screens.form import Form
from tui.dashboard.widgets.blank import Blank
from tui.dashboard.widgets.field import DATE, Field
from tui.language import _, mark


class DutyForm(Form[tuple[Entry, ...]]):
    """A day, what shows it, and perhaps a note. Dismissed with the entry, or with None."""

    LAST_RECORDS = True

    DEFAULT_CSS = """
    DutyForm About { margin-bottom: 1; }
    DutyForm About > Static { max-height: 5; }
    """

    FIELDS: tuple[tuple[str, str, str], ...] = ()

    def blanks(self) -> Iterable[Blank]:
        """The day first: today, until something else is said."""
        for name, label, placeholder in self.FIELDS:
            value = self._desk.today.isoformat() if name == "decided_on" else ""
            yield Field(name, _(label), value=value, placeholder=_(placeholder))


class NotificationScreen(DutyForm):
    """The deposit of the state's notification."""

    KIND = "notification"

    FIELDS = (
        ("decided_on", mark("Deposited on"), DATE),
        (
            "reference",
            mark("Reference"),
            mark("note or letter to the depositary, number and date"),  # at most 52 cells
        ),
    )

    def __init__(self, desk: Desk, official: str) -> None:
        title = _("{state} deposited its notification", state=desk.view.state)
        super().__init__(desk, title, official=official)

    @classmethod
    def again(cls, desk: Desk, subject: Sequence[str]) -> Self:
        """The form, where the programme asks for a notification."""
        rule = desk.programme.entry_into_force
        if rule is None:
            raise LookupError(subject)
        return cls(desk, rule.text)

    def check(self) -> None:
        """Check the deposit."""
        self._desk.check_notification(NotificationDraft(**self.typed))

    def record(self) -> tuple[Entry, ...]:
        """Record the deposit."""
        return self._desk.notify(NotificationDraft(**self.typed))


class FulfilmentScreen(DutyForm):
    """The fulfilment of a duty, for a year where it is yearly."""

    KIND = "fulfilment"

    FIELDS = (
        ("decided_on", mark("Fulfilled on"), DATE),
        ("reference", mark("Reference"), mark("plan, minutes or report, its number and date")),
        ("note", mark("Note"), ""),
    )

    def __init__(self, desk: Desk, occurrence: Occurrence) -> None:
        state, measure = desk.view.state, occurrence.measure
        title = _("{state} fulfilled {measure}", state=state, measure=measure)
        if year := occurrence.year:
            title = _(
                "{state} fulfilled {measure} for {year}", state=state, measure=measure, year=year
            )
        super().__init__(
            desk, title, official=occurrence.text, subject=(measure, str(occurrence.year))
        )
        self._occurrence = occurrence

    @classmethod
    def again(cls, desk: Desk, subject: Sequence[str]) -> Self:
        """The form for the same duty and year."""
        found = {(each.measure, str(each.year)): each for each in desk.agenda()}
        measure, year = subject
        return cls(desk, found[measure, year])

    @property
    def _draft(self) -> FulfilmentDraft:
        return FulfilmentDraft(year=self._occurrence.year, **self.typed)

    def check(self) -> None:
        """Check the fulfilment."""
        self._desk.check_fulfilment(self._occurrence.measure, self._draft)

    def record(self) -> tuple[Entry, ...]:
        """Record the fulfilment."""
        return self._desk.fulfil(self._occurrence.measure, self._draft)
