"""A language that nobody speaks: each letter of a sentence is one of another script.

It is as wide as English, letter by letter, so that screens and tables are laid out alike. What is
still in Latin letters where it is spoken was not said in the language in use.
"""

import gettext
import re
from functools import cache

from tui import language

DISGUISED = "disguised"
"""Its name here."""

SPOKEN = "ru"
"""The language in whose place it is spoken, so that the words of the programme are Russian."""

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_SMALL, _CAPITAL = 0x561, 0x531  # Armenian, which is in no programme
_LETTERS = {
    ord(letter): chr(first + place)
    for first, alphabet in ((_SMALL, _LATIN), (_CAPITAL, _LATIN.upper()))
    for place, letter in enumerate(alphabet)
}
_BACK = {ord(other): chr(letter) for letter, other in _LETTERS.items()}
_SAME = re.compile(r"(\{[^{}]*\})|\b(?![^\W\d_]*[^\W\d_\x00-\x7f])[^\W\d_]+")
"""A place, or a word without letters of other alphabets: those are names."""


def disguised(sentence: str) -> str:
    """A sentence in it; places for values stay."""
    return _SAME.sub(lambda part: part[0] if part[1] else part[0].translate(_LETTERS), sentence)


def uncovered(text: str) -> str:
    """What it was in English."""
    return text.translate(_BACK)


@cache
def _known() -> frozenset[str]:
    """The sentences that can be translated: no catalogue has any other."""
    with language.LOCALES.joinpath(SPOKEN, "LC_MESSAGES", f"{language.DOMAIN}.mo").open("rb") as mo:
        read = gettext.GNUTranslations(mo)._catalog  # type: ignore[attr-defined]
    return frozenset(key if isinstance(key, str) else key[0] for key in read)


class Disguise(gettext.NullTranslations):
    """A catalogue that has every sentence that ours have."""

    def gettext(self, message: str) -> str:
        return disguised(message) if message in _known() else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        said = msgid1 if n == 1 else msgid2
        return disguised(said) if msgid1 in _known() else said


def put_on() -> None:
    """Speak it in this process instead of Russian, from the next choice of a language on."""
    language.gettext.translation = lambda *_, **__: Disguise()  # type: ignore[assignment]
