"""What the officer works on: the register, the view, and what was recorded in this session."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from seed.messages import say
from store.days import day_of, why_no_date
from store.drafts import Draft, FulfilmentDraft, NotificationDraft, TreatyDraft
from store.errors import Refused
from store.filters import Filter
from store.register import Register
from store.values import Address, Entry, Measure, Officer, Programme, Sheet, Treaty, View
from tui.clock import now
from tui.dashboard.unsaved import Keeper
from tui.language import ENGLISH, language, language_of_words, prefer, use

if TYPE_CHECKING:
    from store.checks import Finding
    from store.occurrences import Occurrence
    from store.paragraphs import Paragraph
    from store.reasons import Why
    from store.remarking import Remarks
    from store.reporting import Information, Release
    from store.searching import Findable
    from store.texts import Texts
    from store.treaties import Status

FEW = 5
"""As many measures are read one by one; more of them, all at once."""


class Desk:
    """The register, looked at from one view.

    The view of a desk is of a state that the programme lists, or of none.

    Args:
        register: Open.
        programme: A programme's id; the first one when None.
        state: The state to look at; the officer's own when None.
        on: The day the view is for; today, whichever day that comes to be, when None.
        now: Tells the moment of recording, with its time zone.
        known_on: What was recorded up to the end of that day, UTC, counts; everything when None.

    Attributes:
        texts: The translation in which the programme's words are shown; None for the original.
        shown: The programme in that translation; only for showing.
        keeper: Keeps what is typed and not recorded yet.

    Raises:
        RegisterError: There is no such programme or state, or the register cannot be read.
    """

    def __init__(
        self,
        register: Register,
        programme: str | None,
        state: str | None,
        on: date | None,
        now: Callable[[], datetime] = now,
        known_on: date | None = None,
    ) -> None:
        self.register = register
        self._now = now
        self.programme: Programme = register.programme(programme)
        self.officer: Officer = register.officer()
        prefer(self.officer.language)
        state = state or self.officer.state
        self._state = register.state(self.programme.id, state) if state else None
        self.on: date | None = None
        self.known_on: date | None = None
        self.look_on(on, known_on)
        self.keeper = Keeper(register.path)
        self._recorded: list[tuple[Entry, ...]] = []
        self.texts: Texts | None = None
        self.shown = self.programme
        self._chosen_words: str | None = None
        self.read_as_set()
        self._findable: Mapping[str, Findable] | None = None
        self._remarks: tuple[str, Remarks] | None = None

    @property
    def view(self) -> View:
        """From where the register is looked at."""
        return View(self.programme.id, self._state, self.on or self.today, self.known_on)

    @property
    def of_today(self) -> bool:
        """Whether the view is of what holds today, with all that is known."""
        return self.view.on == self.today and self.known_on is None

    # -- the language of the programme's words -----------------------------------------------------

    @property
    def following(self) -> str:
        """The language that comes after the one the programme's words are shown in."""
        original = self.programme.language
        languages = (original, *self.register.translations.languages(self.programme.id))
        now = self.texts.language if self.texts else original
        return languages[(languages.index(now) + 1) % len(languages)]

    def read_on(self) -> bool:
        """Show the programme's words in the following language; whether there is another."""
        before = self.texts
        self._chosen_words = self.following
        self.read_as_set()
        return self.texts is not before

    def read_as_set(self) -> None:
        """Show the programme's words as was chosen here, else as is set, else as the screens."""
        wanted = self._chosen_words or language_of_words(self.officer.words)
        if self.texts and self.texts.language == wanted:
            return
        self.texts = self.register.translations.texts_if_any(self.programme.id, wanted)
        self.shown = self.programme
        if self.texts:
            from store.overlay import programme_in

            self.shown = programme_in(self.texts, self.programme)

    def show_words(self, language: str | None) -> None:
        """Show the programme's words in a language from now on, and the next time.

        Args:
            language: One that it is translated into, or `ORIGINAL`; None for that of the screens.
        """
        self.officer = self.register.show_words(self.programme.id, language)
        self._chosen_words = None
        self.read_as_set()

    @property
    def remarks(self) -> "Remarks | None":
        """Our remarks on the programme in the language of the screens; None for English ones."""
        spoken = language()
        if spoken == ENGLISH:
            return None
        if self._remarks is None or self._remarks[0] != spoken:
            from store.remarking import Remarks

            found = self.register.translations.remarks(self.programme.id, spoken)
            self._remarks = spoken, Remarks(found)
        return self._remarks[1]

    def words(self, official: str) -> str:
        """Official words in the language that is read, if they have a translation."""
        return self.texts.over(official) if self.texts else official

    def measure_in_words(self, measure: Measure) -> Measure:
        """A measure in the language that is read; only for showing."""
        if self.texts is None:
            return measure
        from store.overlay import measure_in

        return measure_in(self.texts, measure)

    def findable(self, chosen: Filter) -> "Mapping[str, Findable]":
        """What measures are found by in translations, if a filter looks for words."""
        if not chosen.text:
            return {}
        if self._findable is None:
            self._findable = self.register.translations.findable(self.programme.id)
        return self._findable

    def get_ready_to_find(self) -> None:
        """Read and import what the first letter of a search would have to wait for."""
        import seed.stemming  # noqa: F401

        self.findable(Filter(text=("x",)))

    # -- the view ----------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        """The officer's day."""
        return self._now().date()

    @property
    def communicated(self) -> bool:
        """Whether a decision recorded now would be of a state that is not the officer's own."""
        return self.view.state != self.officer.state

    def is_about(self, programme: str, state: str | None) -> bool:
        """Whether it is at this programme, and that lists the state, if there is one."""
        states = (None, *self.programme.signatories)
        return programme == self.programme.id and state in states

    def look_at(self, state: str | None) -> None:
        """Look at a state's positions, or at no state's."""
        self._state = state

    def look_on(self, on: date | None, known_on: date | None) -> None:
        """Look at what held on a day, as it was known on a day; None is today, and all."""
        self.on = None if on == self.today else on
        self.known_on = known_on

    def speak(self, language: str) -> None:
        """Speak a language from now on, and the next time; the programme's words follow.

        They stay where they were chosen apart from it.
        """
        use(language, named=True)
        self.officer = self.register.speak(language)
        self.read_as_set()

    def set_up(self, state: str, officer: str) -> None:
        """Set whose register this is, and look at their state."""
        self.officer = self.register.set_up(self.programme.id, state, officer, self._now())
        self.look_at(state)

    def measures(self) -> tuple[Measure, ...]:
        """Every measure with its positions in the view."""
        return self.register.measures(self.view)

    def measures_since(
        self, before: tuple[Measure, ...], entries: Sequence[Entry]
    ) -> tuple[Measure, ...]:
        """Every measure with its positions in the view, after this session has recorded something.

        What was not written about is as it was: reading it again would take as long as there are
        measures. What others wrote is heard of otherwise.

        Args:
            before: As they were before that, in the same view.
            entries: Decisions, or retractions of some.
        """
        about = {entry.measure for entry in entries}
        if None in about or len(about) > FEW:
            return self.measures()
        now = {key: self.register.measure(self.view, key) for key in about if key}
        return tuple(now.get(measure.key, measure) for measure in before)

    def sheet(self, key: str) -> Sheet:
        """A measure in full, our remarks in the language of the screens."""
        sheet = self.register.sheet(self.view, key)
        return self.remarks.on_sheet(sheet) if self.remarks else sheet

    def act(self) -> "tuple[Paragraph, ...]":
        """The act from top to bottom, with the positions of its measures in the view.

        Our remarks in it are in the language of the screens.
        """
        act = self.register.act(self.view)
        return self.remarks.on_act(act) if self.remarks else act

    def act_shown(self) -> "tuple[Paragraph, ...]":
        """The same in the language that is read."""
        if self.texts is None:
            return self.act()
        from store.overlay import act_in

        return act_in(self.texts, self.act())

    def history(self, key: str | None) -> tuple[Entry, ...]:
        """The ledger for the view's state, or for one measure of it."""
        return self.register.history(self.view, key)

    def make_ready(self) -> None:
        """Get the register ready to record without a wait; in a thread of its own."""
        self.register.make_ready(self._now())

    def check(self, draft: Draft) -> None:
        """Check a decision; raises `Refused` as `decide` would."""
        state = self.view.state or ""
        self.register.check(self.programme.id, state, draft, self.today)  # the officer's day

    def decide(self, keys: Sequence[str], draft: Draft) -> tuple[Entry, ...]:
        """Record a decision, and remember it for `take_back`."""
        state = self.view.state or ""
        entries = self.register.decide(self.programme.id, state, keys, draft, self._now())
        self._recorded.append(entries)
        return entries

    def agenda(self) -> "tuple[Occurrence, ...]":
        """What falls due, in the order of time."""
        return self.register.agenda.occurrences(self.view)

    def notify(self, draft: NotificationDraft, *, check_only: bool = False) -> tuple[Entry, ...]:
        """Record the deposit of the state's notification, or only see whether it could be."""
        about = (self.programme.id, self.view.state or "", draft)
        if check_only:
            self.register.agenda.check_notification(*about, self.today)
            return ()
        return self._kept(self.register.agenda.notify(*about, self._now()))

    def fulfil(
        self, key: str, draft: FulfilmentDraft, *, check_only: bool = False
    ) -> tuple[Entry, ...]:
        """Record that a duty was fulfilled, or only see whether it could be."""
        about = (self.programme.id, self.view.state or "", key, draft)
        if check_only:
            self.register.agenda.check_fulfilment(*about, self.today)
            return ()
        return self._kept(self.register.agenda.fulfil(*about, self._now()))

    def why(self, key: str) -> "Why":
        """Why a position holds, also on what is no longer in the programme."""
        why = self.register.editions.why(self.view, key)
        return self.remarks.on_why(why) if self.remarks else why

    def holds_today(self, why: "Why") -> bool:
        """Whether what a position rests on in the view is what it rests on today."""
        today = replace(self.view, on=self.today, known_on=None)
        now = self.register.editions.why(today, why.key).decision
        return (now and now.id) == (why.decision and why.decision.id)

    def to_confirm(self) -> tuple[Entry, ...]:
        """The decisions whose words an edition has changed, in the order of the programme."""
        positions = (
            position
            for measure in self.measures()
            for position in (measure.position, *(item.position for item in measure.items))
        )
        return tuple(
            held.decision
            for held in positions
            if held and held.decision and held.to_confirm and not held.inherited
        )

    def no_longer(self) -> tuple[Entry, ...]:
        """The decisions on what is no longer in the programme."""
        return self.register.no_longer(self.view)

    def confirm(self, keys: Sequence[str], source: str | None = None) -> tuple[Entry, ...]:
        """Confirm decisions from today, and remember it for `take_back`."""
        state, now = self.view.state or "", self._now()
        return self._kept(
            self.register.editions.confirm(
                self.programme.id, state, keys, now.date().isoformat(), now, source=source
            )
        )

    def _kept(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Remember entries for `take_back`."""
        self._recorded.append(entries)
        return entries

    def retract(self, ids: Sequence[str], reason: str) -> tuple[Entry, ...]:
        """Take entries back."""
        entries = self.register.retract(ids, reason, self._now())
        gone = set(ids)
        kept = (tuple(e for e in act if e.id not in gone) for act in self._recorded)
        self._recorded = [act for act in kept if act]
        return entries

    # -- treaties ----------------------------------------------------------------------------------

    def treaties(self) -> "tuple[Status, ...]":
        """Where each state stands on each treaty."""
        return self.register.treaties.statuses(self.view, every_state=True)

    def addresses(self) -> Mapping[str, Address]:
        """Which measures and items address the view's state, as far as treaties decide it."""
        return self.register.treaties.addresses(self.view)

    def addresses_by_state(self) -> Mapping[str, Mapping[str, Address]]:
        """The same for each state."""
        return self.register.treaties.addresses_by_state(self.view)

    def ladder(self, state: str, key: str) -> "Status":
        """Where a state stands on a treaty."""
        (status,) = self.register.treaties.status(replace(self.view, state=state), key)
        return status

    def remarked(self, treaty: Treaty) -> Treaty:
        """A treaty, our remark on it in the language of the screens; only for showing."""
        return self.remarks.on_treaty(treaty) if self.remarks else treaty

    def check_treaty_action(self, state: str, key: str, draft: TreatyDraft) -> None:
        """Check an action on a treaty; raises `Refused` as `record_treaty_action` would."""
        self.register.treaties.check(self.programme.id, state, key, draft, self.today)

    def record_treaty_action(self, state: str, key: str, draft: TreatyDraft) -> tuple[Entry, ...]:
        """Record an action of a state on a treaty."""
        return self.register.treaties.record(self.programme.id, state, key, draft, self._now())

    # -- this session ------------------------------------------------------------------------------
    # -- the yearly cycle --------------------------------------------------------------------------

    def information(self, year: int) -> "Information":
        """What the view's state informs of for a year."""
        return self.register.returns.information(self.view, year)

    def releases(self) -> "tuple[Release, ...]":
        """What the view's state released."""
        return self.register.returns.releases(self.view)

    def findings(self, year: int | None) -> "tuple[Finding, ...]":
        """What is to be mended before a year's release; without a year, in the register."""
        returns = self.register.returns
        return returns.checks(self.view) if year is None else returns.check(self.view, year)

    def report(
        self,
        year: int,
        keys: Sequence[str],
        *,
        status: str | None,
        text: str | None,
        on: str | None = None,
    ) -> tuple[Entry, ...]:
        """Say for a year how far measures have come, from a day as it was typed."""
        view = self.view if on is None else replace(self.view, on=typed_day(on, "on"))
        return self.register.returns.say(view, year, keys, status=status, text=text, at=self._now())

    def release(
        self, year: int, *, number: str, on: str, reason: str | None = None
    ) -> tuple[Entry, ...]:
        """Release a year's information, on a day as it was typed; with a reason, correct it."""
        view = replace(self.view, on=typed_day(on, "decided_on"))
        if reason is None:
            return self.register.returns.release(view, year, number, self._now())
        return self.register.returns.correct(view, year, number, reason, self._now())

    @property
    def last_recorded(self) -> tuple[Entry, ...]:
        """What was last recorded in this session and not taken back; several for one decision."""
        return self._recorded[-1] if self._recorded else ()


def typed_day(text: str, field: str) -> date:
    """The day that was typed in a field of a form.

    Raises:
        Refused: With a message for the field.
    """
    try:
        return day_of(text)
    except ValueError:
        why = why_no_date(text)
        raise Refused(why, say("Correct it and try again"), {field: why}) from None
