"""Lays a translation beside its programme, text by text, and finds what does not match.

A translation is a record that has the programme's attributes, as many of them as it translates. Its
tables are matched by their names; texts without one, by their place in the list.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from seed.consistency import twice
from seed.errors import Problem
from seed.messages import say
from seed.model import Programme
from seed.parsing import shortened
from seed.record import Record

_NAMES = {name: name for name in ("key", "id", "state", "letter", "number")} | {"original": "label"}
"""What the tables of a translation are called by, and what the programme calls the same."""

_PLACEHOLDER = re.compile(
    r"\b(TODO|TBD|TBC|FIXME|XXX+|lorem ipsum)\b|[?_]{2,}|<[^<>]*>|\{[^{}]*\}|\[[^][]*\]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """An official text and its translation.

    Attributes:
        where: What it is, as messages name it: `measure 2.4: items c: text`.
        original: The official words.
        text: Their translation, unofficial.
    """

    where: str
    original: str
    text: str


def paired(programme: Programme, translation: Record) -> Iterator[Pair | Problem]:
    """Yield each official text with its translation, and what has no counterpart.

    Args:
        programme: The programme.
        translation: A record with attributes of the programme; others are passed over.
    """
    yield from _record(programme, translation, "")


def paired_cells(
    programme: Programme, cells: Sequence[tuple[str, str]]
) -> Iterator[Pair | Problem]:
    """Yield each short cell that recurs with its translation, and what has no counterpart.

    Args:
        programme: The programme.
        cells: What is printed and its translation.
    """
    known = tuple(dict.fromkeys(phrases(programme)))
    yield from twice("cell", (printed for printed, _ in cells))
    texts = dict(cells)
    for printed in known:
        where = say("cell {printed}", printed=printed)
        if printed in texts:
            yield Pair(where, printed, texts[printed])
        else:
            yield Problem(where, say("is missing"))
    for printed in texts:
        if printed not in known:
            yield Problem(
                say("cell {printed}", printed=shortened(printed)),
                say("the programme prints no such cell"),
            )


def phrases(programme: Programme) -> Iterator[str]:
    """Yield the short cells of a programme: of its table of measures, then of the passport."""
    for measure in programme.measures:
        yield measure.deadline.printed
        yield from (measure.executors.printed,) if measure.executors.printed else ()
        yield from (measure.decision_bodies.printed,) if measure.decision_bodies.printed else ()
    titles = {section.key: section.title for section in programme.sections}
    for line in (line for row in programme.passport.rows for line in row.main_measures):
        if line.title != titles.get(line.section):  # else it is the section's
            yield line.title
        yield line.executors
        yield line.period


def untranslated(pairs: Iterable[Pair]) -> Iterator[Problem]:
    """Yield the texts that stand for a translation without being one.

    Args:
        pairs: Official texts and translations.
    """
    for pair in pairs:
        if found := _PLACEHOLDER.search(pair.text):
            yield Problem(
                pair.where,
                say("a translation was expected, not {found!r}", found=shortened(found[0])),
            )
        elif not _says(pair.text) and _says(pair.original):
            yield Problem(
                pair.where,
                say("a translation was expected, not {found!r}", found=shortened(pair.text)),
            )
        elif pair.text == pair.original and any(letter.islower() for letter in pair.text):
            yield Problem(pair.where, say("a translation was expected, not the original"))


def _says(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _record(original: Record, text: Record, prefix: str) -> Iterator[Pair | Problem]:
    for name, field in type(text).model_fields.items():
        its = getattr(text, name)
        if name == "language" or (name in _NAMES and isinstance(its, str)):
            continue  # says what the record is, not what is in it
        if name in type(original).model_fields:
            yield from _value(getattr(original, name), its, prefix + (field.alias or name))


def _value(original: object, text: object, place: str) -> Iterator[Pair | Problem]:
    if isinstance(original, str) and isinstance(text, str):
        yield Pair(place, original, text)
    elif isinstance(original, Record) and isinstance(text, Record):
        yield from _record(original, text, f"{place}.")
    elif isinstance(original, tuple) and isinstance(text, tuple):
        key = next((name for one in text[:1] for name in _NAMES if hasattr(one, name)), None)
        if key is None:
            yield from _by_place(original, text, place)
        else:
            yield from _by_name(original, text, place, key)
    elif original is not None and text is None:
        yield Problem(place, say("is missing"))
    elif original is None and text is not None:
        yield Problem(place, say("must be left out, as the programme has nothing there"))


def _by_place(
    original: tuple[object, ...], text: tuple[object, ...], place: str
) -> Iterator[Pair | Problem]:
    if len(original) != len(text):
        yield Problem(
            place, say("as many as in the programme were expected, {number}", number=len(original))
        )
        return
    for number, (one, its) in enumerate(zip(original, text, strict=True), 1):
        yield from _element(one, its, f"{place} #{number}")


def _by_name(
    original: tuple[Record, ...], text: tuple[Record, ...], place: str, key: str
) -> Iterator[Pair | Problem]:
    originals = {str(getattr(one, _NAMES[key])): one for one in original}
    texts = {str(getattr(one, key)): one for one in text}
    yield from twice(place, (str(getattr(one, key)) for one in text))
    for name, one in originals.items():
        if name in texts:
            yield from _element(one, texts[name], f"{place} {name}")
        else:
            yield Problem(f"{place} {name}", say("is missing"))
    for name in texts:
        if name not in originals:
            yield Problem(
                f"{place} {shortened(name)}", say("the programme has nothing of this name")
            )


def _element(original: object, text: object, place: str) -> Iterator[Pair | Problem]:
    if isinstance(original, Record) and isinstance(text, Record):
        yield from _record(original, text, f"{place}: ")
    else:
        yield from _value(original, text, place)
