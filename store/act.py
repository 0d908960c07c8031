"""Reading the act as it was published, with the positions of the view beside its measures."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from seed.messages import say
from store.errors import NoLonger, Usage
from store.keys import Target, spelled
from store.measures import read_measures
from store.paragraphs import Beside, Paragraph, paragraphs
from store.values import Part, Signatory, View

_BESIDE = """
SELECT provision.measure, wording.words, provision.notes
FROM provision JOIN wording ON wording.hash = provision.words
WHERE provision.programme = ? AND provision.item IS NULL
"""


def read_act(
    connection: sqlite3.Connection, view: View, signatory: Signatory | None
) -> tuple[Paragraph, ...]:
    """The act that the view's programme was published with, from top to bottom.

    Args:
        connection: The register's.
        view: Programme, state and days.
        signatory: The state's row of the signature table; None leaves positions out.
    """
    (document,) = connection.execute(
        "SELECT document FROM programme WHERE id = ?", (view.programme,)
    ).fetchone()
    beside = {row[0]: _beside(*row[1:]) for row in connection.execute(_BESIDE, (view.programme,))}
    measures = read_measures(connection, view, signatory)
    return paragraphs(json.loads(document), measures, beside)


def _beside(words: str, notes: str) -> Beside:
    official: dict[str, Any] = json.loads(words)
    return Beside(official["decision_bodies"], tuple(json.loads(notes)))


def chosen(
    paragraphs: tuple[Paragraph, ...], wanted: str, find: Callable[[str], Target]
) -> tuple[Paragraph, ...]:
    """The paragraphs of a part of the act, or of one measure or item.

    Args:
        paragraphs: The whole act.
        wanted: The name of a part, such as `special-opinion`, or a key, such as `2.4`.
        find: The measure or item that a key names; raises `Usage` where none or several are.

    Raises:
        Usage: It names no part, and no measure or item or several.
    """
    name = "-".join(wanted.lower().split())
    if name in list(Part):
        return tuple(each for each in paragraphs if each.part == name)
    try:
        target = find(wanted)
    except NoLonger:
        raise
    except Usage as error:
        if any(each.number and spelled(each.number) == spelled(wanted) for each in paragraphs):
            raise  # several are printed so
        raise Usage(
            say("{wanted!r} is no part of the act, and no measure of it", wanted=wanted),
            say("Say {parts}, or the key of a measure such as 2.4", parts=", ".join(Part)),
        ) from error
    return tuple(_about(paragraphs, target))


def _about(paragraphs: Iterable[Paragraph], target: Target) -> Iterator[Paragraph]:
    measure = None
    for each in paragraphs:
        measure = each.key if each.kind == "measure" else measure
        if each.key and measure == target.measure and target.item in {None, _item(each, measure)}:
            yield each


def _item(paragraph: Paragraph, measure: str) -> str | None:
    """The letter of the item that a paragraph of a measure belongs to."""
    return (paragraph.key or "").removeprefix(measure).removeprefix(".") or None
