"""The yearly cycle: what is said for a year, and what of it is released."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from seed.messages import say
from store import entries
from store import measures as rows
from store.checks import ABOUT_A_YEAR, ABOUT_THE_REGISTER, Facts, Finding, found
from store.door import Door
from store.errors import Refused
from store.former import read_left_behind
from store.releasing import frozen, superseded, unblocked
from store.reporting import (
    Information,
    Line,
    Release,
    duty_of,
    lines_of,
    releases_of,
    reporting_years,
    year_at,
)
from store.values import Entry, Measure, View

if TYPE_CHECKING:
    from sqlmodel import Session

    from store.ledger import Record


class Returns:
    """The years of a state: drafted, checked, released, corrected."""

    def __init__(self, door: Door) -> None:
        self._door = door

    # -- what is in it -----------------------------------------------------------------------------

    def information(self, view: View, year: int, said_by: date | None = None) -> Information:
        """What a state informs of for a year, as it stands in the view.

        Args:
            view: Programme, state and days.
            year: The reporting year.
            said_by: The day up to which what was said of the year counts, where that is later than
                the view's: a document may be dated before its last line was written down.

        Raises:
            Refused: It is no reporting year, or the view has no state.
            Usage: The programme is unknown, or its signature table does not list the state.
        """
        self._check_year(view, year)
        measures, progress = self._read(view, said_by)
        return _information(view, year, measures, progress, self.releases(view))

    def releases(self, view: View, year: int | None = None) -> tuple[Release, ...]:
        """What was released, in the order of release; for one year, or for all."""
        if view.state is None:
            return ()
        with self._door.reading():
            released = releases_of(entries.read_standing(self._door.connection, view, "return"))
        return tuple(each for each in released if year is None or each.year == year)

    def check(self, view: View, year: int) -> tuple[Finding, ...]:
        """What is to be mended before a year's information is released; blockers first.

        Raises:
            Refused: It is no reporting year, or the view has no state.
            Usage: The programme is unknown, or its signature table does not list the state.
        """
        return self._findings(view, self.information(view, year))

    def checks(self, view: View) -> tuple[Finding, ...]:
        """What is to be mended in the register as a whole; blockers first.

        Raises:
            Refused: The view has no state.
            Usage: The programme is unknown, or its signature table does not list the state.
        """
        programme = self._door.programme(view.programme)
        self._check_year(view, programme.first_year)
        measures, progress = self._read(view)
        releases = self.releases(view)
        years = {
            year: _information(view, year, measures, progress, releases)
            for year in reporting_years(programme)
        }
        released = tuple(each for each in years.values() if each.released)
        facts = self._facts(view, years[year_at(programme, view.on)], released)
        return found(facts, ABOUT_THE_REGISTER)

    # -- what changes it ---------------------------------------------------------------------------

    def say(
        self,
        view: View,
        year: int,
        wanted: Iterable[str],
        *,
        status: str | None,
        text: str | None,
        at: datetime,
        dry_run: bool = False,
    ) -> tuple[Entry, ...]:
        """Say for a year how far measures have come, in one transaction.

        Args:
            view: The programme, the state, and the day from which it is said.
            year: The reporting year.
            wanted: Keys of measures.
            status: One of `Status`; None keeps what stands in the line, also from an earlier year.
            text: What there is to say; None keeps what stands in the line, blank takes it away.
            at: The moment of recording, with its time zone.
            dry_run: Do everything but keep it.

        Returns:
            The entries as they stand in the ledger.

        Raises:
            Usage: A key or the state is unknown.
            Refused: A rule forbids it, or nobody was set up.
            StoreUnusable: It could not be written; nothing was.
        """
        from store.ledger import append
        from store.return_input import check_progress

        self._check_year(view, year)
        targets = self._door.find(view.programme, wanted)
        for target in targets:
            if target.item is not None:
                raise Refused(
                    say("{key} is an item, and work is reported by measure", key=target.key),
                    say("Say {measure}, and name the item in the text", measure=target.measure),
                )
        communicated = view.state != self._door.known_officer().state

        def work(session: "Session", record: "Record") -> tuple[str, ...]:
            information = self.information(replace(view, known_on=None), year)
            lines = {line.measure.key: line for line in information.lines}
            typed = {
                target: check_progress(
                    _kept(lines[target.measure], status, text) | {"on": view.on.isoformat()},
                    today=at.date(),
                    year=year,
                )
                for target in targets
            }
            return tuple(
                append(
                    session,
                    record,
                    kind="progress",
                    programme=view.programme,
                    state=view.state or "",
                    measure=target.measure,
                    year=year,
                    words=target.words,
                    decided_on=progress.on.isoformat(),
                    payload={
                        "status": progress.status.value,
                        **({"text": progress.text} if progress.text else {}),
                        **({"communicated": True} if communicated else {}),
                    },
                )
                for target, progress in typed.items()
            )

        return self._door.record(work, at, dry_run=dry_run)

    def release(
        self, view: View, year: int, number: str, at: datetime, *, dry_run: bool = False
    ) -> tuple[Entry, ...]:
        """Release a year's information as it stands: a snapshot that never changes again.

        Args:
            view: The programme, the state, and the day of release.
            year: The reporting year.
            number: The number of the document.
            at: The moment of recording, with its time zone.
            dry_run: Do everything but keep it.

        Raises:
            Usage: The state is unknown.
            Refused: A check blocks it, it was released before, or a rule forbids it.
            StoreUnusable: It could not be written; nothing was.
        """
        return self._release(view, year, {"number": number}, at, corrects=False, dry_run=dry_run)

    def correct(
        self,
        view: View,
        year: int,
        number: str,
        reason: str,
        at: datetime,
        *,
        dry_run: bool = False,
    ) -> tuple[Entry, ...]:
        """Release a year's information anew, in place of what was released, which it names.

        Args:
            view: The programme, the state, and the day of the correction.
            year: The reporting year.
            number: The number of the new document.
            reason: Why it is corrected.
            at: The moment of recording, with its time zone.
            dry_run: Do everything but keep it.

        Raises:
            Usage: The state is unknown.
            Refused: A check blocks it, nothing was released, or a rule forbids it.
            StoreUnusable: It could not be written; nothing was.
        """
        typed = {"number": number, "reason": reason}
        return self._release(view, year, typed, at, corrects=True, dry_run=dry_run)

    # -- inside ------------------------------------------------------------------------------------

    def _release(
        self,
        view: View,
        year: int,
        typed: dict[str, str],
        at: datetime,
        *,
        corrects: bool,
        dry_run: bool,
    ) -> tuple[Entry, ...]:
        from store.ledger import append
        from store.return_input import check_release

        self._check_year(view, year)
        self._check_own(view)
        fields: dict[str, Any] = typed | {"decided_on": view.on.isoformat()}
        checked = check_release(fields, today=at.date(), year=year, corrects=corrects)

        def work(session: "Session", record: "Record") -> tuple[str, ...]:
            # Read inside the transaction: what is frozen is what was checked.
            known = replace(view, known_on=None)
            information = self.information(known, year, said_by=at.date())
            # Also what is dated later than the view: two releases of a year would both stand.
            ever = self.releases(replace(known, on=date.max), year)
            before = superseded(information, ever, str(checked.number), corrects=corrects)
            duty = unblocked(information, self._findings(known, information))
            (target,) = self._door.find(view.programme, [duty.key])
            entry = append(
                session,
                record,
                kind="return",
                programme=view.programme,
                state=view.state or "",
                measure=target.measure,
                year=year,
                words=target.words,
                decided_on=view.on.isoformat(),
                payload=frozen(
                    self._door.programme(view.programme),
                    information,
                    number=str(checked.number),
                    officer=record.officer,
                    corrects=before,
                    reason=checked.reason,
                ),
            )
            return (entry,)

        return self._door.record(work, at, dry_run=dry_run)

    def _findings(self, view: View, information: Information) -> tuple[Finding, ...]:
        released = (information,) if information.released else ()
        return found(self._facts(view, information, released), ABOUT_A_YEAR)

    def _facts(
        self, view: View, information: Information, released: tuple[Information, ...]
    ) -> Facts:
        from store.agenda import Agenda
        from store.treaties import Treaties

        measures = [line.measure for line in information.lines]
        treaties = Treaties(self._door)
        with self._door.reading():
            left_behind = read_left_behind(self._door.connection, view, measures)
        return Facts(
            information,
            released,
            occurrences=Agenda(self._door).of(view, measures),
            ladders=tuple(each.ladder for each in treaties.statuses(view)),
            not_addressed=treaties.not_addressed(view),
            left_behind=left_behind,
        )

    def _check_own(self, view: View) -> None:
        """Refuse to release for another state: it is an act of its own."""
        officer = self._door.known_officer()
        if view.state != officer.state:
            raise Refused(
                say(
                    "the information of {state} is not for an officer of {own} to release",
                    state=view.state,
                    own=officer.state,
                ),
                say("Release that of {own}; or see `istirak setup`", own=officer.state),
            )

    def _check_year(self, view: View, year: int) -> None:
        years = reporting_years(self._door.programme(view.programme))
        if view.state is None:
            raise Refused(
                say("a year is reported by a state, and none is chosen"),
                say("Say --state, or run `istirak setup` first"),
            )
        if year not in years:
            raise Refused(
                say(
                    "{year} is no reporting year: the programme runs from {first} to {last}",
                    year=year,
                    first=years[0],
                    last=years[-1],
                ),
                say("Say a year from {first} to {last}", first=years[0], last=years[-1]),
            )

    def _read(
        self, view: View, said_by: date | None = None
    ) -> tuple[tuple[Measure, ...], tuple[Entry, ...]]:
        """The measures, and what was said of them for any year."""
        signatory = self._door.signatory(view)
        said = replace(view, on=max(view.on, said_by or view.on))
        with self._door.reading():
            return (
                rows.read_measures(self._door.connection, view, signatory),
                entries.read_standing(self._door.connection, said, "progress"),
            )


def _information(
    view: View,
    year: int,
    measures: tuple[Measure, ...],
    progress: tuple[Entry, ...],
    releases: tuple[Release, ...],
) -> Information:
    return Information(
        state=view.state or "",
        year=year,
        on=view.on,
        duty=duty_of(measures),
        lines=lines_of(measures, progress, year),
        releases=tuple(each for each in releases if each.year == year),
    )


def _kept(line: Line, status: str | None, text: str | None) -> dict[str, Any]:
    """What was typed, and where nothing was, what stands in the line."""
    said = line.said
    return {
        "status": status if status is not None else (said.status if said else None),
        "text": text if text is not None else (said.text if said else None),
    }
