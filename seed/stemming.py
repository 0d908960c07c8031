"""The stems of English and Russian words: what their forms have in common."""

import importlib
import importlib.util
import re
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from types import ModuleType
from typing import Protocol, cast

from seed.folding import fold

SHORTEST = 4
"""Letters: shorter words are not stemmed, nor is looked for other forms of them."""

_PACKAGE = "snowballstemmer"
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_ENGLISH = re.compile(r"[a-z]+")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  # the library's name


def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's English and Russian words, folded.

    Args:
        text: Any text.
    """
    return frozenset(stem for _, _, stem in stems_with_places(text))


def stems_with_places(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each English and Russian word of a text begins and ends, and its stem, folded.

    Args:
        text: Any text; words of fewer than `SHORTEST` letters are passed over.
    """
    for word in _WORD.finditer(text):
        if len(word[0]) >= SHORTEST and (stem := _stem(word[0].casefold())):
            yield word.start(), word.end(), stem


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """The stem of a word in small letters, folded; nothing for one of another language."""
    # The stemmers know й, which folding does not, and not every one of them ё.
    if _CYRILLIC.fullmatch(word):
        return fold(_stemmer("russian", "RussianStemmer").stemWord(word.replace("ё", "е")))
    if _ENGLISH.fullmatch(word):
        return fold(_stemmer("english", "EnglishStemmer").stemWord(word))
    return ""


@cache
def _stemmer(language: str, name: str) -> _Stemmer:
    """A stemmer of the package, without the thirty-four others.

    The package imports all of them at once, which takes a tenth of a second: longer than anybody
    wants to wait for a letter.
    """
    if _PACKAGE not in sys.modules:
        spec = importlib.util.find_spec(_PACKAGE)
        package = ModuleType(_PACKAGE)
        package.__path__ = list((spec and spec.submodule_search_locations) or ())
        sys.modules[_PACKAGE] = package
    module = importlib.import_module(f"{_PACKAGE}.{language}_stemmer")
    return cast("_Stemmer", getattr(module, name)())
