"""Reading programmes out of the store: titles, sections, executors, the signature table."""

import json
import sqlite3
from datetime import date
from typing import Any

from store.values import (
    Effect,
    Executor,
    PositionValue,
    Programme,
    Section,
    Signatory,
)


def content_hashes(connection: sqlite3.Connection) -> dict[str, str]:
    """The hash of the file that each programme in the store was seeded from, by id."""
    return dict(connection.execute("SELECT id, content_hash FROM programme").fetchall())


def read_programmes(connection: sqlite3.Connection) -> dict[str, Programme]:
    """Every programme in the store by id, the oldest first."""
    rows = connection.execute("SELECT document FROM programme").fetchall()
    programmes = [_programme(json.loads(document)) for (document,) in rows]
    programmes.sort(key=lambda programme: (programme.adopted_on, programme.id))
    return {programme.id: programme for programme in programmes}


def _programme(document: dict[str, Any]) -> Programme:
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
    )


def _executor(row: dict[str, Any]) -> Executor:
    aliases = {language: tuple(names) for language, names in row["aliases"].items()}
    return Executor(row["id"], row["label"], row["name"], aliases)


def _effect(row: dict[str, Any]) -> Effect:
    return Effect(row["clause"], PositionValue(row["value"]), frozenset(row["covers"]))


def _signatory(row: dict[str, Any], effects: list[Effect]) -> Signatory:
    return Signatory(
        row["state"],
        row["name"],
        row["printed"],
        row["act"],
        PositionValue(row["default"]),
        tuple(effects),
    )
