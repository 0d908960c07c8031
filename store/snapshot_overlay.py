"""A snapshot, and a line of one, with a translation laid over the official words. Pure.

Only for showing: what was released are the official words, and the hash is of these.
"""

from collections.abc import Mapping
from typing import Any

from store.overlay import provision_text
from store.texts import Texts

Record = dict[str, Any]


def snapshot_in(texts: Texts, frozen: Mapping[str, Any]) -> Record:
    """A snapshot in a translation."""
    programme, state, duty = frozen["programme"], frozen["state"], frozen["duty"]
    return {
        **frozen,
        "programme": {**programme, "title": texts.over(programme["title"])},
        "state": {**state, "name": texts.over(state["name"])},
        "duty": _provision(texts, duty) if duty else None,
        "measures": [line_in(texts, record) for record in frozen["measures"]],
    }


def line_in(texts: Texts, record: Record) -> Record:
    """A line of a year in a translation; what was said and decided stays as it is."""
    return {
        **record,
        **_provision(texts, record),
        "items": [
            {
                **item,
                "text": provision_text(texts, item["text"], record["key"], item["letter"]),
                "position": _position(texts, item["position"]),
            }
            for item in record["items"]
        ],
        "position": _position(texts, record["position"]),
    }


def _provision(texts: Texts, record: Record) -> Record:
    return {
        **record,
        "text": provision_text(texts, record["text"], record["key"]),
        "deadline": texts.over(record["deadline"]),
    }


def _position(texts: Texts, position: Record | None) -> Record | None:
    if position is None or position["clause"] is None:
        return position
    clause = position["clause"]
    return {**position, "clause": {**clause, "text": texts.over(clause["text"])}}
