"""Finding words in the official text and in translations of it. Pure."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from seed.folding import fold
from store.values import Measure


class Findable(NamedTuple):
    """What a measure is found by in translations.

    Attributes:
        words: All that is searched, folded.
        stems: The stems of its words, folded, each between spaces.
    """

    words: str
    stems: str


NOT_TRANSLATED: Mapping[str, Findable] = MappingProxyType({})
"""What measures are found by where there are no translations."""

_NOTHING = Findable("", "")


def finds(wanted: Sequence[str], translated: Mapping[str, Findable]) -> Callable[[Measure], bool]:
    """What tells whether a measure holds each of several words or phrases.

    It does where one stands in its official text or in a translation, folded, be it a part of a
    word; or where another form of the same word stands in a translation.

    Args:
        wanted: Words and phrases, in any spelling.
        translated: What measures are found by in translations, by key.
    """
    words = [fold(each) for each in wanted]
    if not translated and len(words) == 1:
        (only,) = words
        return lambda measure: only in measure.search
    if not translated:
        return lambda measure: all(word in measure.search for word in words)
    stems = (stem_of(each) for each in wanted)
    searched = [
        (word, f" {stem} " if stem else "") for word, stem in zip(words, stems, strict=True)
    ]

    def found(measure: Measure) -> bool:
        search = measure.search
        for word, stem in searched:
            if word not in search:
                more = translated.get(measure.key, _NOTHING)
                if word not in more.words and not (stem and stem in more.stems):
                    return False
        return True

    return found


def stem_of(word: str) -> str:
    """The stem by which other forms of a word are found; nothing for a phrase or a short word."""
    from seed.stemming import SHORTEST, stems

    if len(word) < SHORTEST or any(map(str.isspace, word)):
        return ""
    found = stems(word)
    return next(iter(found)) if len(found) == 1 else ""
