"""The register: the one thing that screens and commands talk to."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from store import catalogue, entries, keys
from store import measures as rows
from store.connection import connect, polite, reading
from store.docket import Docket, narrow
from store.drafts import Draft
from store.errors import Refused, RegisterError, StoreUnusable, Usage
from store.filters import Filter
from store.opening import bring_up_to_date
from store.values import Entry, Measure, Officer, Programme, Sheet, Signatory, View

if TYPE_CHECKING:
    from sqlmodel import Session

    from store.backup import Copy
    from store.ledger import Record
    from store.migrations import Migration
    from store.verification import Verification
    from store.writing import Writer


class Register:
    """A register that is open. Use `Register.open`, and as a context manager.

    What reads asks with SQL over the driver's connection and returns frozen values. What writes
    goes through `store.writing` on the same connection, and imports SQLModel only then.

    Attributes:
        path: Its file.
        backup_trouble: Why there is no backup from before what was last written, though one was
            due; it was written nevertheless. None when all is well.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self.backup_trouble: RegisterError | None = None
        self._connection = connection
        self._opened_writer: Writer | None = None
        self._programmes: dict[str, Programme] = {}

    @classmethod
    def open(cls, path: Path, migrations: "Sequence[Migration] | None" = None) -> Self:
        """Open the register, making it, migrating it and seeding its catalogue where needed.

        The programmes are those that are shipped, and those in a folder `programmes` beside the
        file; of two with one id, the latter.

        Args:
            path: The file; it and its folder are made when they are missing.
            migrations: The schema, step by step; this version's when None.

        Raises:
            StoreUnusable: The file cannot be used, or was made by a newer version.
            ProgrammeError: A programme file is broken; the store is as it was.
        """
        register = cls(connect(path), path)
        try:
            bring_up_to_date(register._connection, path, register._writer, migrations)
        except BaseException:
            register.close()
            raise
        return register

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- what is in it -----------------------------------------------------------------------------

    def programme(self, programme: str | None = None) -> Programme:
        """A programme, or the first one.

        Raises:
            Usage: There is no programme of this id.
        """
        if programme in self._programmes:
            return self._programmes[programme]
        with reading(self.path):
            known = catalogue.programme_ids(self._connection)
            wanted = known[0] if programme is None and known else programme
            if wanted not in known:
                raise Usage(f"{wanted!r} is no programme here", f"Say one of {', '.join(known)}")
            found = catalogue.read_programme(self._connection, wanted)
        self._programmes[found.id] = found
        return found

    def officer(self) -> Officer:
        """Who records here."""
        with reading(self.path):
            rows = dict(self._connection.execute("SELECT name, value FROM setting").fetchall())
        return Officer(rows.get("officer"), rows.get("state"))

    def measures(self, view: View) -> tuple[Measure, ...]:
        """Every measure of the view's programme in document order, with its positions.

        Raises:
            Usage: The programme is unknown, or its signature table does not list the state.
        """
        signatory = self._signatory(view)
        with reading(self.path):
            return rows.read_measures(self._connection, view, signatory)

    def docket(self, view: View, chosen: Filter) -> Docket:
        """The measures that a filter leaves."""
        return narrow(self.programme(view.programme), self.measures(view), chosen, view)

    def sheet(self, view: View, key: str) -> Sheet:
        """A measure in full; the key may be that of an item of it.

        Raises:
            Usage: There is no such measure or item, or several are printed so.
        """
        target = self.find(view.programme, [key])[0]
        signatory = self._signatory(view)
        with reading(self.path):
            (measure,) = rows.read_measures(self._connection, view, signatory, target.measure)
            notes = rows.read_notes(self._connection, view.programme, target.measure)
            history = entries.read_history(self._connection, view, target.measure)
        return Sheet(measure, notes, history)

    def history(self, view: View, key: str | None = None) -> tuple[Entry, ...]:
        """The ledger for the view's state, oldest first; all states when it has none.

        Args:
            view: Programme, state and days.
            key: Only what is about this measure and its items, or this item.

        Raises:
            Usage: There is no such measure or item, or several are printed so.
        """
        target = self.find(view.programme, [key])[0] if key else None
        with reading(self.path):
            return entries.read_history(
                self._connection,
                view,
                target.measure if target else None,
                target.item if target else None,
            )

    def find(self, programme: str, wanted: Iterable[str]) -> tuple[keys.Target, ...]:
        """The measures and items that keys name, each once, in the order named.

        Raises:
            Usage: A key names nothing, or several measures.
        """
        with reading(self.path):
            provisions = self._connection.execute(
                "SELECT measure, item, number, words FROM provision WHERE programme = ? "
                "ORDER BY ordinal",
                (programme,),
            ).fetchall()
        known = [keys.Target(measure, item, words) for measure, item, _, words in provisions]
        targets = {target.key: target for target in known}
        numbers = [(measure, number) for measure, item, number, _ in provisions if item is None]
        found = [keys.find(key, targets, numbers) for key in wanted]
        return tuple(targets[key] for key in dict.fromkeys(found))

    def data_version(self) -> int:
        """A number that changes when somebody else has written to the file."""
        with reading(self.path):
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def verify(self) -> "Verification":
        """Check the file and every chain of the ledger."""
        from store.verification import verify

        with polite(self.path):
            return verify(self._connection)

    def back_up(self, file: Path) -> "Copy":
        """Copy the register to a file, while others may go on writing, and check the copy.

        Raises:
            Refused: There is such a file already, or the register is damaged; nothing was written.
            Usage: There is no such folder.
            StoreUnusable: It could not be written.
        """
        from store.backup import back_up

        return back_up(self._connection, self.path, file)

    # -- what changes it ---------------------------------------------------------------------------

    def set_up(
        self, programme: str, state: str, officer: str, at: datetime | None = None
    ) -> Officer:
        """Set whose register this is.

        Args:
            programme: The programme's id.
            state: The state that is recorded for.
            officer: The name of the person.
            at: The moment, with its time zone; without it no backup is made.

        Raises:
            Usage: The programme's signature table does not list the state.
            Refused: The name is blank or cannot be stored.
        """
        from store.decisions import check_officer
        from store.settings import write_setting

        state, officer = self.state(programme, state), check_officer(officer)
        with self._writer().transaction() as session:
            if at is not None:
                self._back_up_daily(at)
            write_setting(session, "state", state)
            write_setting(session, "officer", officer)
        return Officer(officer, state)

    def state(self, programme: str, code: str) -> str:
        """The code of a state that the programme's signature table lists.

        Raises:
            Usage: It does not list it.
        """
        return _signatory_of(self.programme(programme), code.strip().upper()).state

    def check(self, programme: str, state: str, draft: Draft, today: date) -> None:
        """Check a decision without recording it.

        Raises:
            Refused: With a message for each field that is wrong.
        """
        from store.decisions import check_decision

        check_decision(
            draft,
            adopted_on=self.programme(programme).adopted_on,
            today=today,
            communicated=state != self.officer().state,
        )

    def decide(
        self,
        programme: str,
        state: str,
        wanted: Iterable[str],
        draft: Draft,
        at: datetime,
        *,
        dry_run: bool = False,
    ) -> tuple[Entry, ...]:
        """Record one decision on each measure or item, in one transaction.

        Args:
            programme: The programme's id.
            state: The state that decided; if not the officer's own, the draft needs a source.
            wanted: Keys of measures and items.
            draft: The decision.
            at: The moment of recording, with its time zone.
            dry_run: Do everything but keep it.

        Returns:
            The entries as they stand in the ledger.

        Raises:
            Usage: A key or the state is unknown.
            Refused: A rule forbids it, or nobody was set up.
            StoreUnusable: It could not be written; nothing was.
        """
        from store.decisions import check_decision
        from store.ledger import record_decisions

        state = self.state(programme, state)
        targets = self.find(programme, wanted)
        communicated = state != self._known_officer().state
        decision = check_decision(
            draft,
            adopted_on=self.programme(programme).adopted_on,
            today=at.date(),
            communicated=communicated,
        )

        def work(session: "Session", record: "Record") -> tuple[str, ...]:
            return record_decisions(
                session, record, programme, state, targets, decision, communicated=communicated
            )

        return self._record(work, at, dry_run=dry_run)

    def retract(
        self, wanted: Sequence[str], reason: str, at: datetime, *, dry_run: bool = False
    ) -> tuple[Entry, ...]:
        """Take entries back, in one transaction.

        Args:
            wanted: Ids of decisions; a number alone is that entry of this installation. One named
                twice is taken back once.
            reason: Why.
            at: The moment of recording, with its time zone.
            dry_run: Do everything but keep it.

        Returns:
            The retractions as they stand in the ledger.

        Raises:
            Usage: There is no such entry.
            Refused: It cannot be taken back, the reason is blank, or nobody was set up.
            StoreUnusable: It could not be written; nothing was.
        """
        from store.decisions import check_reason
        from store.ledger import record_retraction

        reason = check_reason(reason)
        self._known_officer()

        def work(session: "Session", record: "Record") -> tuple[str, ...]:
            ids = dict.fromkeys(
                f"{record.origin}-{each}" if each.isdecimal() else each for each in wanted
            )
            return tuple(record_retraction(session, record, each, reason) for each in ids)

        return self._record(work, at, dry_run=dry_run)

    # -- inside ------------------------------------------------------------------------------------

    def _signatory(self, view: View) -> Signatory | None:
        programme = self.programme(view.programme)
        return _signatory_of(programme, view.state) if view.state else None

    def _record(
        self,
        work: "Callable[[Session, Record], tuple[str, ...]]",
        at: datetime,
        *,
        dry_run: bool,
    ) -> tuple[Entry, ...]:
        from store.ledger import Record
        from store.settings import origin

        officer = self._known_officer().name or ""
        with self._writer().transaction() as session:
            if not dry_run:
                self._back_up_daily(at)
            ids = work(session, Record(origin(session), officer, at))
            # Read on the same connection, so inside the transaction too.
            written = [entries.read_entry(self._connection, each) for each in ids]
            if None in written:
                raise StoreUnusable(
                    f"{self.path} did not keep what was recorded",
                    "Nothing was changed; see `istirak verify`, and go back to the last sound copy",
                )
            if dry_run:
                session.rollback()
        return tuple(entry for entry in written if entry)

    def _back_up_daily(self, at: datetime) -> None:
        """Copy the register before the first change of a day; if that fails, say so and go on."""
        from store.keeping import back_up_daily

        try:
            back_up_daily(self._connection, self.path, at)
            self.backup_trouble = None
        except RegisterError as error:
            self.backup_trouble = error

    def _known_officer(self) -> Officer:
        officer = self.officer()
        if not officer.known:
            raise Refused(
                "nothing is recorded before the state and the officer are known",
                "Run `istirak setup` first",
            )
        return officer

    def _writer(self) -> "Writer":
        if self._opened_writer is None:
            from store.writing import Writer

            self._opened_writer = Writer(self._connection, self.path)
        return self._opened_writer


def _signatory_of(programme: Programme, state: str) -> Signatory:
    if state in programme.signatories:
        return programme.signatories[state]
    raise Usage(
        f"{state!r} is no state in the programme's signature table",
        f"Say one of {', '.join(programme.signatories)}",
    )
