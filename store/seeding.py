"""Bringing the catalogue in the store up to the programme files. Decisions are not touched."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import cast

from seed.edition import Edition
from seed.folding import fold
from seed.model import Item, Measure, Programme
from store.catalogue import catalogue_hash
from store.orm import Session, col, delete, select
from store.seeding_translations import seed_translations
from store.tables import ProgrammeRow, Provision, Wording


def seed(session: Session, edition: Edition, content_hash: str) -> None:
    """Write a programme's catalogue, in place of an earlier edition of it.

    The words of every edition stay in `Wording`, because decisions refer to them.
    """
    programme = edition.programme
    row = ProgrammeRow(
        id=programme.id,
        adopted_on=programme.adopted_on.isoformat(),
        content_hash=content_hash,
        catalogue_hash="",
        document=programme.model_dump(mode="json", exclude={"measures"}),
    )
    row = session.merge(row)
    session.exec(delete(Provision).where(col(Provision.programme) == programme.id))
    _keep_words(session, programme)
    session.flush()
    session.add_all(_provisions(programme))
    seed_translations(session, edition)
    session.flush()
    row.catalogue_hash = catalogue_hash(_driver(session), programme.id)


def _driver(session: Session) -> sqlite3.Connection:
    """The driver's connection under the session: what was flushed is read back as it is stored."""
    return cast("sqlite3.Connection", session.connection().connection.driver_connection)


def _keep_words(session: Session, programme: Programme) -> None:
    known = set(session.exec(select(Wording.hash)))
    for measure in programme.measures:
        if (words := measure.words_hash()) not in known:
            session.add(
                Wording(
                    hash=words, programme=programme.id, measure=measure.key, words=measure.words()
                )
            )
            known.add(words)


def _provisions(programme: Programme) -> Iterator[Provision]:
    ordinal = 0
    for measure in programme.measures:
        for item in (None, *measure.items):
            ordinal += 1
            row = (
                _measure(programme, measure, ordinal)
                if item is None
                else _item(programme, measure, item, ordinal)
            )
            # A table class does not validate when it is made; this does.
            yield Provision.model_validate(row.model_dump())


def _measure(programme: Programme, measure: Measure, ordinal: int) -> Provision:
    starts_on, ends_on = programme.deadline_dates(measure)
    runs_from, runs_to = programme.deadline_window(measure)
    return Provision(
        programme=programme.id,
        ordinal=ordinal,
        measure=measure.key,
        section=measure.section,
        number=measure.number,
        text=measure.text,
        deadline_printed=measure.deadline.printed,
        deadline_kind=measure.deadline.kind,
        starts_on=_iso(starts_on),
        ends_on=_iso(ends_on),
        runs_from=_iso(runs_from),
        runs_to=_iso(runs_to),
        executors=list(measure.executors.read),
        executors_printed=measure.executors.printed,
        inferred=measure.executors.inferred,
        decision_bodies=list(measure.decision_bodies.read),
        notes=list(_notes(measure)),
        words=measure.words_hash(),
        search=_search_text(measure),
    )


def _item(programme: Programme, measure: Measure, item: Item, ordinal: int) -> Provision:
    return Provision(
        programme=programme.id,
        ordinal=ordinal,
        measure=measure.key,
        item=item.letter,
        section=measure.section,
        text=item.text,
        executors=[],
        decision_bodies=[],
        notes=[],
        words=measure.words_hash(),
        search=fold(item.text),
    )


def _notes(measure: Measure) -> Iterator[str]:
    yield from measure.notes
    for note in (measure.deadline.note, measure.executors.note, measure.decision_bodies.note):
        if note:
            yield note


def _search_text(measure: Measure) -> str:
    parts = [measure.key, measure.text, measure.executors.printed or "", measure.deadline.printed]
    for item in measure.items:
        parts += [f"{measure.key}.{item.letter}", item.text]
    return fold("\n".join(parts))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
