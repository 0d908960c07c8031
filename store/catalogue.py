"""Reading programmes out of the store: titles, sections, executors, the signature table."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

from store.chain import canonical
from store.values import (
    Addresses,
    Effect,
    EntryIntoForce,
    Executor,
    PositionValue,
    Programme,
    Section,
    Signatory,
    Treaty,
)


def content_hashes(connection: sqlite3.Connection) -> dict[str, str]:
    """The hash of the file that each programme in the store was seeded from, by id."""
    return dict(connection.execute("SELECT id, content_hash FROM programme").fetchall())


def catalogue_hash(connection: sqlite3.Connection, programme: str) -> str:
    """SHA-256, in hex, of all that the catalogue holds of a programme but the hashes themselves."""
    digest = hashlib.sha256()
    for query in (
        "SELECT id, adopted_on, document FROM programme WHERE id = ?",
        "SELECT * FROM provision WHERE programme = ? ORDER BY ordinal",
        "SELECT * FROM translation WHERE programme = ? ORDER BY language, place",
        "SELECT * FROM findable WHERE programme = ? ORDER BY language, measure",
    ):
        for row in connection.execute(query, (programme,)):
            digest.update(canonical(row).encode())
    return digest.hexdigest()


def programme_ids(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The ids of the programmes in the store, the one adopted first in front."""
    rows = connection.execute("SELECT id FROM programme ORDER BY adopted_on, id")
    return tuple(programme for (programme,) in rows)


def read_programme(connection: sqlite3.Connection, programme: str) -> Programme:
    """The programme of this id, which is in the store."""
    (document,) = connection.execute(
        "SELECT document FROM programme WHERE id = ?", (programme,)
    ).fetchone()
    items = connection.execute(
        "SELECT measure, item FROM provision WHERE programme = ? AND item IS NOT NULL", (programme,)
    )
    by_key = {f"{measure}.{item}": (measure, item) for measure, item in items}
    return _programme(json.loads(document), by_key)


def _programme(document: dict[str, Any], items: dict[str, tuple[str, str]]) -> Programme:
    effects: dict[str, list[Effect]] = {}
    for opinion in document["special_opinions"]:
        effects[opinion["state"]] = [_effect(effect) for effect in opinion["effects"]]
    return Programme(
        id=document["id"],
        label=document["label"],
        title=document["title"],
        adopted_on=date.fromisoformat(document["adopted_on"]),
        first_year=document["first_year"],
        last_year=document["last_year"],
        sections=tuple(
            Section(section["key"], section["printed"], section["title"])
            for section in document["sections"]
        ),
        executors={row["id"]: _executor(row) for row in document["executors"]},
        signatories={
            row["state"]: _signatory(row, effects.get(row["state"], []))
            for row in document["signatures"]
        },
        entry_into_force=_entry_into_force(document["decision"]),
        treaties=tuple(_treaties(document, items)),
        language=document["language"],
    )


def _entry_into_force(decision: dict[str, Any]) -> EntryIntoForce | None:
    wanted = decision.get("entry_into_force")
    found = (each for each in decision["paragraphs"] if each["number"] == wanted)
    return next(
        (EntryIntoForce(each["number"], "\n".join(each["paragraphs"])) for each in found), None
    )


def _executor(row: dict[str, Any]) -> Executor:
    aliases = {language: tuple(names) for language, names in row["aliases"].items()}
    return Executor(row["id"], row["label"], row["name"], aliases)


def _effect(row: dict[str, Any]) -> Effect:
    covers = frozenset(row["covers"])
    return Effect(row["clause"], PositionValue(row["value"]), covers, row["note"])


def _signatory(row: dict[str, Any], effects: list[Effect]) -> Signatory:
    return Signatory(
        row["state"],
        row["name"],
        row["printed"],
        row["act"],
        PositionValue(row["default"]),
        tuple(effects),
        row["note"],
    )


def _treaties(document: dict[str, Any], items: dict[str, tuple[str, str]]) -> Iterator[Treaty]:
    """The treaties of the annex, then those that items name."""
    annex = document["annex"]
    for row in annex["treaties"]:
        yield _treaty(row, annex["measure"], None, annex.get("addresses"), annexed=True)
    for row in document["agreements"]:
        measure, item = items.get(row["item"], (row["item"], None))
        yield _treaty(row, measure, item, row.get("addresses"), annexed=False)


def _treaty(
    row: dict[str, Any],
    measure: str,
    item: str | None,
    addresses: Addresses | None,
    *,
    annexed: bool,
) -> Treaty:
    amended_on = row.get("amended_on")
    return Treaty(
        key=row["id"],
        title=row["printed"],
        dated=date.fromisoformat(row["date"]),
        amended_on=date.fromisoformat(amended_on) if amended_on else None,
        measure=measure,
        item=item,
        annexed=annexed,
        addresses=addresses,
        note=row.get("note"),
    )
