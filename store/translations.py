"""The translations of the programmes, in a register that is open."""

from collections.abc import Mapping

from seed.messages import say
from store.door import Door
from store.errors import Usage
from store.searching import Findable
from store.texts import MARK, REMARK, Texts, texts
from store.values import ORIGINAL


class Translations:
    """Programmes in other languages than their own: unofficial, and ours."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def languages(self, programme: str) -> tuple[str, ...]:
        """The languages that a programme is translated into, in the order of their codes."""
        with self._door.reading():
            found = self._door.connection.execute(
                "SELECT language FROM translation WHERE programme = ? AND place = ? "
                "ORDER BY language",
                (programme, MARK),
            ).fetchall()
        return tuple(language for (language,) in found)

    def texts(self, programme: str, language: str) -> Texts:
        """A translation of a programme.

        Raises:
            Usage: It is not translated into this language.
        """
        if found := self.texts_if_any(programme, language):
            return found
        original = self._door.programme(programme).language
        known = ", ".join(sorted({original, *self.languages(programme)}))
        raise Usage(
            say("the programme is not translated into {language!r}", language=language),
            say("Say one of {known}", known=known),
        )

    def texts_if_any(self, programme: str, language: str | None) -> Texts | None:
        """A translation of a programme; None if it is not translated into a language."""
        if language in (None, ORIGINAL, self._door.programme(programme).language):
            return None
        with self._door.reading():
            found = self._door.connection.execute(
                "SELECT place, made_from, text FROM translation "
                "WHERE programme = ? AND language = ? AND place NOT GLOB ? ORDER BY rowid",
                (programme, language, f"{REMARK} #*"),
            ).fetchall()
        return texts(language, found) if language and found else None

    def remarks(self, programme: str, language: str) -> Mapping[str, str]:
        """Our remarks on a programme in a language, by the SHA-256 of the English remark."""
        with self._door.reading():
            found = self._door.connection.execute(
                "SELECT made_from, text FROM translation "
                "WHERE programme = ? AND language = ? AND place GLOB ?",
                (programme, language, f"{REMARK} #*"),
            ).fetchall()
        return dict(found)

    def findable(self, programme: str) -> Mapping[str, Findable]:
        """What each measure of a programme is found by in all its translations, by its key."""
        with self._door.reading():
            found = self._door.connection.execute(
                "SELECT measure, words, stems FROM findable WHERE programme = ? "
                "ORDER BY language, measure",
                (programme,),
            ).fetchall()
        by_key: dict[str, Findable] = {}
        for measure, words, stems in found:
            before = by_key.get(measure)
            by_key[measure] = Findable(
                f"{before.words}\n{words}" if before else words,
                f"{before.stems}{stems}" if before else stems,
            )
        return by_key
