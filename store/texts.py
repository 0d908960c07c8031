"""The texts of a translation, found by the official words that they were made from. Pure."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MARK, STATEMENT, REMARK = "mark", "statement", "remark"
"""The places of what is no translation of official words; the latter two with a number."""

_ONE_PLACE_ONLY = ("executor ", "annex.treaty ", "agreement ")
"""Places whose texts are not what the same words are called elsewhere."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A translation of a programme. It is unofficial, and ours.

    Attributes:
        language: Of the texts.
        mark: The words that stand wherever the translation is shown.
        statement: What a reader must know of it, one paragraph each.
    """

    language: str
    mark: str
    statement: tuple[str, ...]
    _by_place: Mapping[str, tuple[str | None, str]] = field(repr=False, hash=False)
    _by_words: Mapping[str, str] = field(repr=False, hash=False)

    def of(self, words: str, place: str | None = None) -> str | None:
        """The translation of official words; None where there is none made from these very words.

        Args:
            words: As printed.
            place: Where they stand, as `seed.pairing` names it, if that is known.
        """
        hashed = hash_of(words)
        if place is not None:
            made_from, text = self._by_place.get(place, (None, ""))
            if made_from == hashed:
                return text
        return self._by_words.get(hashed)

    def over(self, words: str, place: str | None = None) -> str:
        """The translation of official words, or else the words themselves.

        Args:
            words: As printed.
            place: Where they stand, if that is known.
        """
        found = self.of(words, place)
        return words if found is None else found


def texts(language: str, rows: Iterable[tuple[str, str | None, str]]) -> Texts:
    """A translation from its texts.

    Args:
        language: Of the texts.
        rows: Where each stands, the hash of the words that it was made from, and the text.
    """
    by_place = {place: (made_from, text) for place, made_from, text in rows}
    by_words = {
        made_from: text
        for place, (made_from, text) in by_place.items()
        if made_from and not place.startswith(_ONE_PLACE_ONLY)
    }
    of_one_place = {
        made_from: text for made_from, text in by_place.values() if made_from is not None
    }
    mark = by_place.get(MARK, (None, ""))[1]
    statement = tuple(text for place, (_, text) in by_place.items() if place.startswith(STATEMENT))
    return Texts(language, mark, statement, by_place, of_one_place | by_words)


def hash_of(words: str) -> str:
    """By what the translation of words is found: their SHA-256, in hexadecimal digits."""
    return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()
