"""Writing the ledger. Every entry is made here, and only here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypedDict, Unpack

from seed.messages import say
from store.chain import canonical, entry_hash
from store.decisions import DecisionInput
from store.errors import Refused, Usage
from store.keys import Target
from store.orm import Session, col, select
from store.tables import Chain, LedgerEntry
from store.values import EntryKind


@dataclass(frozen=True, slots=True)
class Record:
    """Who writes, where and when.

    Attributes:
        origin: The installation's id.
        officer: The name of the person.
        at: The moment, with its time zone.
    """

    origin: str
    officer: str
    at: datetime


def record_decisions(
    session: Session,
    record: Record,
    programme: str,
    state: str,
    targets: Sequence[Target],
    decision: DecisionInput,
    *,
    communicated: bool,
) -> tuple[str, ...]:
    """Add one decision for each target; all of them, or by an error none.

    Returns:
        The ids of the entries, in the order of the targets.
    """
    payload = decision.model_dump(mode="json", exclude_none=True) | {"communicated": communicated}
    decided_on = payload.pop("decided_on")
    return tuple(
        append(
            session,
            record,
            kind="decision",
            programme=programme,
            state=state,
            measure=target.measure,
            item=target.item,
            words=target.words,
            decided_on=decided_on,
            payload=payload,
        )
        for target in targets
    )


def record_retraction(session: Session, record: Record, entry: str, reason: str) -> str:
    """Take an entry back.

    Returns:
        The id of the retraction.

    Raises:
        Usage: There is no such entry.
        Refused: It is a retraction or a released return, or was taken back before.
    """
    # Ids are ASCII; SQLite cannot even be asked for half a character.
    target = session.get(LedgerEntry, entry) if entry.isascii() else None
    if target is None:
        raise Usage(
            say("{entry!r} is no entry of the ledger", entry=entry),
            say("`istirak history` lists the entries"),
        )
    if target.kind == "retraction":
        raise Refused(
            say("{entry} is a retraction and cannot be taken back", entry=entry),
            say("Record the decision anew"),
        )
    if target.kind == "return":
        raise Refused(
            say("{entry} is a released return and cannot be taken back", entry=entry),
            say("Correct it by another"),
        )
    by = session.exec(select(LedgerEntry.id).where(col(LedgerEntry.retracts) == entry)).first()
    if by is not None:
        raise Refused(
            say("{entry} was taken back before, by {by}", entry=entry, by=by),
            say("Nothing is left to do"),
        )
    return append(
        session,
        record,
        kind="retraction",
        programme=target.programme,
        state=target.state,
        measure=target.measure,
        item=target.item,
        treaty=target.treaty,
        year=target.year,
        words=target.words,
        retracts=entry,
        payload={"reason": reason},
    )


class About(TypedDict, total=False):
    """What an entry is about, as far as its kind has it.

    Attributes:
        measure: The key of a measure.
        item: The letter of an item of it.
        treaty: The key of a treaty.
        year: A year.
        decided_on: Valid time, ISO.
        words: The hash of the measure's official words.
        retracts: The id of the entry that it takes back.
    """

    measure: str | None
    item: str | None
    treaty: str | None
    year: int | None
    decided_on: str | None
    words: str | None
    retracts: str | None


def append(
    session: Session,
    record: Record,
    *,
    kind: EntryKind,
    programme: str,
    state: str,
    payload: Mapping[str, object],
    **about: Unpack[About],
) -> str:
    """Add an entry to the end of the origin's chain; the caller's transaction holds the lock.

    Args:
        session: In the transaction.
        record: Who writes, where and when.
        kind: What is recorded.
        programme: The programme's id.
        state: Whose it is.
        payload: What the kind has beside the columns; JSON.
        **about: What it is about.

    Returns:
        The id of the entry.
    """
    head = session.get(Chain, record.origin)
    seq = head.seq + 1 if head else 1
    columns: dict[str, object] = {
        **dict.fromkeys(About.__annotations__),
        **about,
        "programme": programme,
        "state": state,
        "kind": kind,
        "id": f"{record.origin}-{seq}",
        "origin": record.origin,
        "seq": seq,
        "payload": canonical(payload),
        "recorded_at": _record_time(session, record, seq),
        "recorded_by": record.officer,
        "previous": head.hash if head else None,
    }
    columns["hash"] = entry_hash(columns)
    entry = LedgerEntry.model_validate(columns)
    session.add(entry)
    session.merge(Chain(origin=entry.origin, seq=entry.seq, hash=entry.hash))
    session.flush()
    return entry.id


def _record_time(session: Session, record: Record, seq: int) -> str:
    """The moment of recording, or that of the entry before when the clock was set back since.

    Record time never runs backwards within a chain: what was recorded later counts as later.
    """
    now = record.at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    before = session.get(LedgerEntry, f"{record.origin}-{seq - 1}")
    return max(now, before.recorded_at) if before else now
