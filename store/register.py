"""The register: the one thing that screens and commands talk to."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from seed.messages import say
from store import entries, keys
from store import measures as rows
from store.connection import connect, polite
from store.docket import Docket, narrow
from store.door import Door
from store.drafts import Draft
from store.errors import NoLonger, Refused, RegisterError
from store.filters import Filter
from store.opening import bring_up_to_date
from store.values import ORIGINAL, Entry, Measure, Officer, Programme, Sheet, View

if TYPE_CHECKING:
    from sqlmodel import Session

    from store.agenda import Agenda
    from store.backup import Copy
    from store.changes import Change, Seen
    from store.editions import Editions
    from store.ledger import Record
    from store.migrations import Migration
    from store.paragraphs import Paragraph
    from store.returns import Returns
    from store.translations import Translations
    from store.treaties import Treaties
    from store.verification import Verification


class Register:
    """A register that is open. Use `Register.open`, and as a context manager.

    What reads asks with SQL over the driver's connection and returns frozen values. What writes
    goes through the `Door`, and imports SQLModel only then.

    Attributes:
        path: Its file.
    """

    def __init__(self, door: Door) -> None:
        self.path = door.path
        self._door = door

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
        register = cls(Door(connect(path), path))
        door = register._door
        try:
            bring_up_to_date(door.connection, path, door.writer, migrations)
        except BaseException:
            register.close()
            raise
        return register

    def close(self) -> None:
        """Close the file."""
        self._door.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def backup_trouble(self) -> RegisterError | None:
        """Why there is no backup from before what was last written, though one was due.

        It was written nevertheless. None when all is well.
        """
        return self._door.backup_trouble

    # -- its parts ---------------------------------------------------------------------------------

    @property
    def agenda(self) -> "Agenda":
        """When measures fall due, and what is recorded of it."""
        from store.agenda import Agenda

        return Agenda(self._door)

    @property
    def returns(self) -> "Returns":
        """The yearly cycle: what is said for a year, checked and released."""
        from store.returns import Returns

        return Returns(self._door)

    @property
    def treaties(self) -> "Treaties":
        """The treaties that programmes name, and where states stand on them."""
        from store.treaties import Treaties

        return Treaties(self._door)

    @property
    def translations(self) -> "Translations":
        """The programmes in other languages, and what is found in them."""
        from store.translations import Translations

        return Translations(self._door)

    # -- what is in it -----------------------------------------------------------------------------

    def programme(self, programme: str | None = None) -> Programme:
        """A programme, or the first one.

        Raises:
            Usage: There is no programme of this id.
        """
        return self._door.programme(programme)

    def officer(self) -> Officer:
        """Who records here."""
        return self._door.officer()

    def measures(self, view: View) -> tuple[Measure, ...]:
        """Every measure of the view's programme in document order, with its positions.

        Raises:
            Usage: The programme is unknown, or its signature table does not list the state.
        """
        signatory = self._door.signatory(view)
        with self._door.reading():
            return rows.read_measures(self._door.connection, view, signatory)

    def measure(self, view: View, key: str) -> Measure:
        """The measure of exactly this key, with its positions; of others, ask for the sheet.

        Raises:
            Usage: The programme is unknown, or its signature table does not list the state.
            StoreUnusable: There is no such measure.
        """
        signatory = self._door.signatory(view)
        with self._door.reading():
            return rows.read_measures(self._door.connection, view, signatory, key)[0]

    def docket(self, view: View, chosen: Filter, *, facets: bool = True) -> Docket:
        """The measures that a filter leaves, and the facets if they are wanted."""
        # Asked for only by who looks for words.
        translated = self.translations.findable(view.programme) if chosen.text else {}
        programme, measures = self.programme(view.programme), self.measures(view)
        return narrow(programme, measures, chosen, view, translated, facets=facets)

    def sheet(self, view: View, key: str) -> Sheet:
        """A measure in full; the key may be that of an item of it.

        Raises:
            NoLonger: An edition has taken it out of the programme: `editions.former` has it.
            Usage: There is no such measure or item, or several are printed so.
        """
        target = self.find(view.programme, [key])[0]
        signatory = self._door.signatory(view)
        with self._door.reading():
            (measure,) = rows.read_measures(self._door.connection, view, signatory, target.measure)
            notes = rows.read_notes(self._door.connection, view.programme, target.measure)
            history = entries.read_history(self._door.connection, view, target.measure)
        occurrences = self.agenda.of(view, [measure])
        addresses = self.treaties.addresses(view, target.measure)
        return Sheet(measure, notes, history, occurrences, addresses)

    def act(self, view: View, part: str | None = None) -> "tuple[Paragraph, ...]":
        """The act of the view's programme from top to bottom, with the positions of its measures.

        Args:
            view: Programme, state and days.
            part: Only the part of this name, or the measure or item with this key.

        Raises:
            Usage: The programme is unknown, its signature table does not list the state, or there
                is no such part, measure or item.
        """
        from store.act import chosen, read_act

        signatory = self._door.signatory(view)
        with self._door.reading():
            act = read_act(self._door.connection, view, signatory)
        if part is None:
            return act
        return chosen(act, part, lambda key: self.find(view.programme, [key])[0])

    def history(self, view: View, key: str | None = None) -> tuple[Entry, ...]:
        """The ledger for the view's state, oldest first; all states when it has none.

        Args:
            view: Programme, state and days.
            key: Only what is about this measure and its items, or this item, even if an edition
                has taken it out of the programme.

        Raises:
            Usage: There is no such measure or item, or several are printed so.
        """
        target: keys.Target | NoLonger | None = None
        try:
            target = self.find(view.programme, [key])[0] if key else None
        except NoLonger as gone:
            target = gone
        with self._door.reading():
            return entries.read_history(
                self._door.connection,
                view,
                target.measure if target else None,
                target.item if target else None,
            )

    def changes(self, before: View, after: View) -> "tuple[Change, ...]":
        """What moved between two views of one state, measure by measure, then the rest.

        Args:
            before: The earlier one, in both clocks.
            after: The later one.

        Raises:
            Usage: The days are the wrong way round, or the state is unknown.
            Refused: The views are of no state.
        """
        from store.changes import changes, in_order

        in_order(before, after)
        return changes(self._seen(before), self._seen(after))

    def _seen(self, view: View) -> "Seen":
        from store.changes import Seen

        if view.state is None:
            raise Refused(
                say("nothing moves for no state"), say("Say whose positions you want to see")
            )
        measures = self.measures(view)
        return Seen(
            view,
            measures,
            self.agenda.of(view, measures),
            self.treaties.addresses(view),
            self.history(view),
        )

    def find(self, programme: str, wanted: Iterable[str]) -> tuple[keys.Target, ...]:
        """The measures and items that keys name, each once, in the order named.

        Raises:
            Usage: A key names nothing, or several measures.
        """
        return self._door.find(programme, wanted)

    def no_longer(self, view: View) -> tuple[Entry, ...]:
        """The decisions that hold on what is no longer in the programme, the latest last.

        Args:
            view: Programme, state and days; of no state, there are none.
        """
        from store.former import read_no_longer

        if view.state is None:
            return ()
        with self._door.reading():
            return read_no_longer(self._door.connection, view)

    @property
    def editions(self) -> "Editions":
        """What rests on the words of an edition: why, what is to confirm, what is gone."""
        from store.editions import Editions

        return Editions(self._door)

    def data_version(self) -> int:
        """A number that changes when somebody else has written to the file."""
        with self._door.reading():
            (version,) = self._door.connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def verify(self) -> "Verification":
        """Check the file and every chain of the ledger."""
        from store.verification import verify

        with polite(self.path):
            return verify(self._door.connection)

    def back_up(self, file: Path) -> "Copy":
        """Copy the register to a file, while others may go on writing, and check the copy.

        Raises:
            Refused: There is such a file already, or the register is damaged; nothing was written.
            Usage: There is no such folder.
            StoreUnusable: It could not be written.
        """
        from store.backup import back_up

        return back_up(self._door.connection, self.path, file)

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
        with self._door.writer().transaction() as session:
            if at is not None:
                self._door.back_up_daily(at)
            write_setting(session, "state", state)
            write_setting(session, "officer", officer)
        return self.officer()

    def make_ready(self, at: datetime) -> None:
        """Do ahead what the first entry would have to wait for; may be called in any thread.

        Imports what writes and tries it out in memory, and makes the copy that is due before the
        first change of the day. What goes wrong is told when something is recorded.

        Args:
            at: The moment, with its time zone.
        """
        self._door.make_ready(at)

    def speak(self, language: str) -> Officer:
        """Set the language in which screens and commands speak to the officer.

        Args:
            language: ISO 639-1 code.
        """
        from store.settings import write_setting

        with self._door.writer().transaction() as session:
            write_setting(session, "language", language)
        return self.officer()

    def show_words(self, programme: str, language: str | None) -> Officer:
        """Set the language in which the programmes' words are shown to the officer.

        Args:
            programme: The programme's id.
            language: One that it is translated into, or `ORIGINAL`; None for that of the screens.

        Raises:
            Usage: It is not translated into this language.
        """
        from store.settings import write_setting

        if language in (ORIGINAL, self.programme(programme).language):
            language = ORIGINAL
        elif language is not None:
            self.translations.texts(programme, language)
        with self._door.writer().transaction() as session:
            write_setting(session, "words", language or "")
        return self.officer()

    def state(self, programme: str, code: str) -> str:
        """The code of a state that the programme's signature table lists.

        Raises:
            Usage: It does not list it.
        """
        return self._door.state(programme, code)

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
        communicated = state != self._door.known_officer().state
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

        return self._door.record(work, at, dry_run=dry_run)

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
        self._door.known_officer()

        def work(session: "Session", record: "Record") -> tuple[str, ...]:
            ids = dict.fromkeys(
                f"{record.origin}-{each}" if each.isdecimal() else each for each in wanted
            )
            taken_back = tuple(record_retraction(session, record, each, reason) for each in ids)
            self.treaties.check_taken_back(ids)
            return taken_back

        return self._door.record(work, at, dry_run=dry_run)
