"""The official words of a measure as an edition had them, and one edition compared with another.

Pure, but for `read_words`, which reads what the register keeps of every edition.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Where = Literal["text", "item", "deadline", "executors", "decision-bodies"]

MOST = 2_000_000
"""The most pairs of words that are compared; of longer texts only what differs at either end."""


@dataclass(frozen=True, slots=True)
class Words:
    """The official words of a measure.

    Attributes:
        text: The words of the row.
        items: Letter and words of each item.
        deadline: The cell of the deadline.
        executors: The cell of the executors, or None.
        decision_bodies: The cell of the deciding bodies, or None.
    """

    text: str
    items: tuple[tuple[str, str], ...]
    deadline: str
    executors: str | None
    decision_bodies: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both texts, only in the old one, or only in the new one."""

    kind: Literal["same", "old", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What an edition made of a part of a measure.

    Attributes:
        where: The part.
        letter: The letter of an item, else None.
        old: Its words before; None where there was none.
        new: Its words now; None where there is none any more.
        pieces: Old and new, word by word.
    """

    where: Where
    letter: str | None
    old: str | None
    new: str | None
    pieces: tuple[Piece, ...]


def words_of(canonical: str) -> Words:
    """The words from the form in which they are kept, that of `seed.model.Measure.words`."""
    kept = json.loads(canonical)
    return Words(
        kept["text"],
        tuple((letter, text) for letter, text in kept["items"]),
        kept["deadline"],
        kept["executors"],
        kept["decision_bodies"],
    )


def read_words(connection: sqlite3.Connection, hashed: str) -> Words | None:
    """The words of any edition, from their hash; None where damage has cost them.

    Args:
        connection: The register's.
        hashed: A hash that an entry or a measure refers to.
    """
    row = connection.execute("SELECT words FROM wording WHERE hash = ?", (hashed,)).fetchone()
    try:
        return words_of(row[0]) if row else None
    except (ValueError, LookupError, TypeError):  # damaged
        return None


def compared(old: Words, new: Words) -> tuple[Change, ...]:
    """What differs, part by part, in the order of the new words; what is gone comes after."""
    return tuple(
        Change(where, letter, before, after, _pieces(before or "", after or ""))
        for where, letter, before, after in _parts(old, new)
        if before != after
    )


def _parts(old: Words, new: Words) -> Iterator[tuple[Where, str | None, str | None, str | None]]:
    yield "text", None, old.text, new.text
    before, after = dict(old.items), dict(new.items)
    for letter in {**after, **before}:
        yield "item", letter, before.get(letter), after.get(letter)
    yield "deadline", None, old.deadline, new.deadline
    yield "executors", None, old.executors, new.executors
    yield "decision-bodies", None, old.decision_bodies, new.decision_bodies


def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Two texts word by word; the pieces hold all words of both, and those of each in order."""
    before, after = old.split(), new.split()
    pieces = []
    for first, last, start, end in _runs(before, after):
        if before[first:last] == after[start:end]:
            pieces.append(Piece("same", " ".join(before[first:last])))
            continue
        if first < last:
            pieces.append(Piece("old", " ".join(before[first:last])))
        if start < end:
            pieces.append(Piece("new", " ".join(after[start:end])))
    return tuple(pieces)


def _runs(before: list[str], after: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Runs of words that are the same or not: from and to in the old, from and to in the new."""
    if len(before) * len(after) <= MOST:
        from difflib import SequenceMatcher

        for code in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            yield code[1:]
        return
    shorter = min(len(before), len(after))
    head = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    room = shorter - head
    tail = next((i for i in range(room) if before[-1 - i] != after[-1 - i]), room)
    middle = (head, len(before) - tail, head, len(after) - tail)
    end = (middle[1], len(before), middle[3], len(after))
    for run in ((0, head, 0, head), middle, end):
        if run[0] < run[1] or run[2] < run[3]:
            yield run
