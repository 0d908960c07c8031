"""What every part of the register shares: the open file, what is known of it, the one way to write.

The parts (`store.register` and the modules it opens) read over the driver's connection, and record
through `Door.record` alone.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from seed.messages import say
from store import catalogue, entries, keys
from store.connection import reading
from store.errors import NoLonger, Refused, RegisterError, StoreUnusable, Usage
from store.values import Entry, Officer, Programme, Signatory, View

if TYPE_CHECKING:
    from sqlmodel import Session

    from store.ledger import Record
    from store.writing import Writer

Work = Callable[["Session", "Record"], tuple[str, ...]]
"""What is done in a transaction; it returns the ids of the entries that it added."""


class Door:
    """A register's file that is open.

    Attributes:
        connection: The driver's.
        path: The file.
        backup_trouble: Why there is no backup from before what was last written, though one was
            due; it was written nevertheless. None when all is well.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self.backup_trouble: RegisterError | None = None
        self._making = Lock()
        self._opened_writer: Writer | None = None
        self._programmes: dict[str, Programme] = {}

    def reading(self) -> AbstractContextManager[None]:
        """A read; what the driver raises in it is translated."""
        return reading(self.path)

    # -- what is known -----------------------------------------------------------------------------

    def programme(self, programme: str | None = None) -> Programme:
        """A programme, or the first one.

        Raises:
            Usage: There is no programme of this id.
        """
        if programme in self._programmes:
            return self._programmes[programme]
        with self.reading():
            known = catalogue.programme_ids(self.connection)
            wanted = known[0] if programme is None and known else programme
            if wanted not in known:
                raise Usage(
                    say("{wanted!r} is no programme here", wanted=wanted),
                    say("Say one of {known}", known=", ".join(known)),
                )
            found = catalogue.read_programme(self.connection, wanted)
        self._programmes[found.id] = found
        return found

    def state(self, programme: str, code: str) -> str:
        """The code of a state that the programme's signature table lists.

        Raises:
            Usage: It does not list it.
        """
        return self._listed(programme, code.strip().upper()).state

    def signatory(self, view: View) -> Signatory | None:
        """The row of the signature table of a view's state; None as long as no state was chosen.

        Raises:
            Usage: The programme is unknown, or its signature table does not list the state.
        """
        return self._listed(view.programme, view.state) if view.state else None

    def officer(self) -> Officer:
        """Who records here."""
        with self.reading():
            rows = dict(self.connection.execute("SELECT name, value FROM setting").fetchall())
        words = rows.get("words") or None  # as the screens
        return Officer(rows.get("officer"), rows.get("state"), rows.get("language"), words)

    def known_officer(self) -> Officer:
        """Who records here.

        Raises:
            Refused: Nobody was set up.
        """
        officer = self.officer()
        if not officer.known:
            raise Refused(
                say("nothing is recorded before the state and the officer are known"),
                say("Run `istirak setup` first"),
            )
        return officer

    def find(self, programme: str, wanted: Iterable[str]) -> tuple[keys.Target, ...]:
        """The measures and items that keys name, each once, in the order named.

        Raises:
            NoLonger: A key names what an edition has taken out of the programme.
            Usage: A key names nothing, or several measures.
        """
        with self.reading():
            provisions = self.connection.execute(
                "SELECT measure, item, number, words FROM provision WHERE programme = ? "
                "ORDER BY ordinal",
                (programme,),
            ).fetchall()
        known = [keys.Target(measure, item, words) for measure, item, _, words in provisions]
        targets = {target.key: target for target in known}
        numbers = [(measure, number) for measure, item, number, _ in provisions if item is None]
        found = [self._find(programme, key, targets, numbers) for key in wanted]
        return tuple(targets[key] for key in dict.fromkeys(found))

    # -- the one way to write ----------------------------------------------------------------------

    def record(self, work: Work, at: datetime, *, dry_run: bool) -> tuple[Entry, ...]:
        """Add entries to the ledger, in one transaction.

        Args:
            work: Adds them.
            at: The moment of recording, with its time zone.
            dry_run: Do everything but keep it.

        Returns:
            The entries as they stand in the ledger.

        Raises:
            Refused: Nobody was set up, or the work refuses.
            StoreUnusable: It could not be written; nothing was.
        """
        from store.ledger import Record
        from store.settings import origin

        officer = self.known_officer().name or ""
        with self.writer().transaction() as session:
            if not dry_run:
                self.back_up_daily(at)
            ids = work(session, Record(origin(session), officer, at))
            # Read on the same connection, so inside the transaction too.
            written = [entries.read_entry(self.connection, each) for each in ids]
            if None in written:
                raise StoreUnusable(
                    say("{path} did not keep what was recorded", path=self.path),
                    say(
                        "Nothing was changed; see `istirak verify`, "
                        "and go back to the last sound copy"
                    ),
                )
            if dry_run:
                session.rollback()
        return tuple(entry for entry in written if entry)

    def back_up_daily(self, at: datetime) -> None:
        """Copy the register before the first change of a day; if that fails, say so and go on."""
        from store.keeping import back_up_daily

        try:
            back_up_daily(self.connection, self.path, at)
            self.backup_trouble = None
        except RegisterError as error:
            self.backup_trouble = error

    def make_ready(self, at: datetime) -> None:
        """Do ahead what the first entry would have to wait for; in a thread of its own.

        Args:
            at: The moment, with its time zone.
        """
        from store.readiness import back_up_ahead, rehearse

        back_up_ahead(self.path, at)
        with self._making:
            if self._opened_writer is None:
                writer = self._new_writer()
                rehearse(writer)
                self._opened_writer = writer

    def writer(self) -> "Writer":
        """What writes in transactions; made when it is first needed, for its import is dear."""
        with self._making:
            self._opened_writer = self._opened_writer or self._new_writer()
        return self._opened_writer

    def _new_writer(self) -> "Writer":
        from store.writing import Writer

        return Writer(self.connection, self.path)

    def _find(
        self,
        programme: str,
        key: str,
        targets: Mapping[str, keys.Target],
        numbers: Sequence[tuple[str, str | None]],
    ) -> str:
        try:
            return keys.find(key, targets, numbers)
        except Usage:
            from store.former import find_former

            with self.reading():
                gone = find_former(self.connection, programme, key)
            if gone is None:
                raise
        raise NoLonger(*gone)

    def _listed(self, programme: str, state: str) -> Signatory:
        signatories = self.programme(programme).signatories
        if state in signatories:
            return signatories[state]
        raise Usage(
            say("{state!r} is no state in the programme's signature table", state=state),
            say("Say one of {known}", known=", ".join(signatories)),
        )
