"""What is read of the register, and in which language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from store.filters import Filter
from store.register import Register
from store.values import Address, Entry, Measure, Sheet, Treaty
from tui.clock import now
from tui.dashboard.desk.viewing import Viewing
from tui.language import language, language_of_words, use

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


class Reading(Viewing):
    """What the register holds in the view, our remarks in the language of the screens.

    Attributes:
        texts: The translation in which the programme's words are shown; None for the original.
        shown: The programme in that translation; only for showing.
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
        super().__init__(register, programme, state, on, now, known_on)
        self.texts: Texts | None = None
        self.shown = self.programme
        self._chosen_words: str | None = None
        self.read_as_set()
        self._findable: Mapping[str, Findable] | None = None
        self._remarks_in: dict[str, Remarks] = {}

    # -- the language ------------------------------------------------------------------------------

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

    def speak(self, language: str) -> None:
        """Speak a language from now on, and the next time; the programme's words follow.

        They stay where they were chosen apart from it.
        """
        use(language, named=True)
        self.officer = self.register.speak(language)
        self.read_as_set()

    def words(self, official: str) -> str:
        """Official words in the language that is read, if they have a translation."""
        return self.texts.over(official) if self.texts else official

    @property
    def _remarks(self) -> "Remarks":
        """Our remarks on the programme in the language of the screens."""
        from store.remarking import Remarks

        spoken = language()
        if spoken not in self._remarks_in:
            found = self.register.translations.remarks(self.programme.id, spoken)
            self._remarks_in[spoken] = Remarks(found)
        return self._remarks_in[spoken]

    # -- measures, and the act ---------------------------------------------------------------------

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
        return self._remarks.on_sheet(self.register.sheet(self.view, key))

    def act(self) -> "tuple[Paragraph, ...]":
        """The act from top to bottom, with the positions of its measures in the view.

        Our remarks in it are in the language of the screens.
        """
        return self._remarks.on_act(self.register.act(self.view))

    def act_shown(self) -> "tuple[Paragraph, ...]":
        """The same in the language that is read."""
        if self.texts is None:
            return self.act()
        from store.overlay import act_in

        return act_in(self.texts, self.act())

    def history(self, key: str | None) -> tuple[Entry, ...]:
        """The ledger for the view's state, or for one measure of it."""
        return self.register.history(self.view, key)

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

    def why(self, key: str) -> "Why":
        """Why a position holds, also on what is no longer in the programme."""
        return self._remarks.on_why(self.register.editions.why(self.view, key))

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

    # -- what falls due, treaties, the yearly cycle ------------------------------------------------

    def agenda(self) -> "tuple[Occurrence, ...]":
        """What falls due, in the order of time."""
        return self.register.agenda.occurrences(self.view)

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

    def treaty_shown(self, treaty: Treaty) -> Treaty:
        """A treaty in the language that is read, our remark in that of the screens."""
        treaty = self._remarks.on_treaty(treaty)
        if self.texts is None:
            return treaty
        from store.overlay import treaty_in

        return treaty_in(self.texts, treaty)

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
