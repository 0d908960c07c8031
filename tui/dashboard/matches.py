"""Where words stand in a text, in whatever spelling they are looked for. Pure."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from seed.folding import fold, fold_with_places
from store.searching import stem_of


class Match(NamedTuple):
    """A place where what is looked for stands: a slice of one of several texts."""

    text: int
    start: int
    end: int


def find_matches(texts: Sequence[str], wanted: str) -> tuple[Match, ...]:
    """Every place where words stand one after the other, folded as in the search of the docket.

    Args:
        texts: Where to look.
        wanted: The words, in any spelling; quotes around them mean nothing more. An English or
            Russian word alone is found in its other forms, too.

    Returns:
        In the order of the texts; none of them overlap. None where nothing is looked for.
    """
    typed = wanted.strip().strip('"')
    words, stem = fold(typed), stem_of(typed)
    if not words:
        return ()
    stems = (stem,) if stem else ()
    return tuple(
        Match(index, start, end)
        for index, text in enumerate(texts)
        for start, end in _joined((*_slices(text, words), *_other_forms(text, stems)))
    )


def _joined(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places in their order, those that overlap as one."""
    first, last = 0, 0
    for start, end in sorted(places):
        if start < last:
            last = max(last, end)
            continue
        if last:
            yield first, last
        first, last = start, end
    if last:
        yield first, last


def _slices(text: str, words: str) -> Iterator[tuple[int, int]]:
    folded, places = _folded(text)
    end = 0
    begin = folded.find(words)
    while begin >= 0:
        last = begin + len(words)
        if places[begin] >= end:  # one letter may fold to two, and be found twice
            # Up to the next letter that is not the same one: marks belong to what they stand on.
            after = (place for place in places[last:] if place > places[last - 1])
            end = next(after, len(text.rstrip()))
            yield places[begin], end
        begin = folded.find(words, last)


# All paragraphs of an act, and some more: each letter typed asks for them again.
@lru_cache(maxsize=2048)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    return fold_with_places(text)


def slices(text: str, wanted: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where words that a search looks for stand in a text, in their order, none over another.

    Args:
        text: Where to look.
        wanted: Words and phrases, each folded as in the search of the docket; English and Russian
            words are found in their other forms, too.
    """
    found = [each for words in wanted if (folded := fold(words)) for each in _slices(text, folded)]
    found += _other_forms(text, {stem for words in wanted if (stem := stem_of(words))})
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if kept and start <= kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return tuple(kept)


def _other_forms(text: str, stems: Collection[str]) -> Iterator[tuple[int, int]]:
    if stems:
        yield from ((start, end) for start, end, stem in _stemmed(text) if stem in stems)


@lru_cache(maxsize=2048)
def _stemmed(text: str) -> tuple[tuple[int, int, str], ...]:
    from seed.stemming import stems_with_places

    return tuple(stems_with_places(text))
