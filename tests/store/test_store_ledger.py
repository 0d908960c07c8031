"""The ledger by properties: random work on it, against a simple reading of what was done."""

import hashlib
import json
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from desk import ADOPTED, AT, HOSTILE, PROGRAMME, decide, draft, everything, fresh, view
from hypothesis import given, settings
from hypothesis import strategies as st

from store.drafts import Draft
from store.entries import COLUMNS
from store.errors import Refused, Usage
from store.register import Register
from store.values import Entry, Measure, View

BOUNDED = settings(max_examples=50, deadline=None)

KEYS = ("1.1", "1.4", "1.4.a", "1.4.c", "2.4", "2.4.c", "2.4.ç", "6.3-1", "V")
DEFAULTS = {"AZ": "undetermined", "AM": "participates", "UA": "undetermined", "GE": "not-bound"}
FIELDS = ("authority", "act", "reservation", "responsible", "note", "source")

texts = st.one_of(st.none(), st.sampled_from(HOSTILE), st.text(max_size=30))
days = st.dates(date(2008, 1, 1), date(2010, 12, 31))
moments = st.builds(
    lambda day, seconds: datetime(day.year, day.month, day.day, tzinfo=UTC) + seconds,
    days,
    st.timedeltas(timedelta(0), timedelta(hours=23, minutes=59)),
)


@dataclass(frozen=True)
class Decide:
    """Take a decision; its day is some days before the moment of recording."""

    keys: tuple[str, ...]
    state: str
    position: str
    earlier: int
    at: datetime
    texts: tuple[str | None, ...]

    @property
    def day(self) -> date:
        return max(ADOPTED, self.at.date() - timedelta(self.earlier))

    def draft(self) -> Draft:
        return Draft(
            self.position, self.day.isoformat(), **dict(zip(FIELDS, self.texts, strict=True))
        )


@dataclass(frozen=True)
class Retract:
    """Take back the entry with this number (of those there are)."""

    number: int
    at: datetime


def _given(text: str | None) -> bool:
    return bool(text and text.strip())


decisions = st.builds(
    Decide,
    st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True).map(tuple),
    st.sampled_from(list(DEFAULTS)),
    st.sampled_from(
        ["participates", "participates-in-part", "does-not-participate", "under-consideration"]
    ),
    st.integers(0, 900),
    moments,
    st.tuples(*[texts] * len(FIELDS)),
)
retractions = st.builds(Retract, st.integers(0, 30), moments)
work = st.lists(st.one_of(decisions, decisions, retractions), max_size=8)


@dataclass(frozen=True)
class Line:
    """A line of the reading that the test keeps itself: what was done, and when it was known."""

    id: str
    recorded: datetime
    key: str
    state: str
    position: str | None = None
    day: date | None = None
    retracts: str | None = None
    texts: tuple[str | None, ...] = ()


def allowed(step: Decide) -> bool:
    _, _, reservation, _, _, source = map(_given, step.texts)
    return (reservation or step.position != "participates-in-part") and (
        source or step.state == "AZ"
    )


def do(register: Register, step: Decide | Retract, lines: list[Line]) -> list[Line]:
    """Do a step, and tell the lines it adds: none where it must be refused."""
    recorded = max([step.at, *(line.recorded for line in lines[-1:])])
    if isinstance(step, Decide):
        if not allowed(step):
            with pytest.raises(Refused):
                register.decide(PROGRAMME, step.state, step.keys, step.draft(), step.at)
            return []
        made = register.decide(PROGRAMME, step.state, step.keys, step.draft(), step.at)
        stripped = tuple(text.strip() or None if text else None for text in step.texts)
        return [
            Line(entry.id, recorded, key, step.state, step.position, step.day, None, stripped)
            for entry, key in zip(made, step.keys, strict=True)
        ]
    if not lines:
        with pytest.raises(Usage):
            register.retract(["1"], "why", step.at)
        return []
    old = lines[step.number % len(lines)]
    if old.retracts or any(line.retracts == old.id for line in lines):
        with pytest.raises(Refused):
            register.retract([old.id], "why", step.at)
        return []
    (entry,) = register.retract([old.id], "why", step.at)
    return [Line(entry.id, recorded, old.key, old.state, retracts=old.id)]


def played(register: Register, steps: list[Decide | Retract]) -> list[Line]:
    lines: list[Line] = []
    for step in steps:
        lines += do(register, step, lines)
    return lines


def held(lines: list[Line], state: str, key: str, on: date) -> tuple[str, str, str | None]:
    """Position, basis and entry, read off the lines in the plainest way."""
    gone = {line.retracts for line in lines}
    standing = [
        (line.day, number, line)
        for number, line in enumerate(lines)
        if line.state == state and line.day and line.day <= on and line.id not in gone
    ]

    def last(about: str) -> tuple[str, str, str | None] | None:
        own = [each for each in standing if each[2].key == about]
        return (max(own)[2].position, "decision", max(own)[2].id) if own else None

    if found := last(key):
        return found
    if (state, key) == ("AZ", "1.4.c"):
        return ("not-bound", "signature", None)
    whole, dot, letter = key.rpartition(".")
    if dot and letter.isalpha() and (found := last(whole)):
        return found
    return (DEFAULTS[state], "signature", None)


def positions(measures: tuple[Measure, ...]) -> dict[str, tuple[str, str, str | None]]:
    found = {}
    for part in (*measures, *(item for measure in measures for item in measure.items)):
        position = part.position
        decision = position.decision.id if position.decision else None
        found[part.key] = (str(position.value), position.basis, decision)
    return found


# -- properties ------------------------------------------------------------------------------------


@BOUNDED
@given(steps=work, on=st.lists(days, min_size=1, max_size=3))
def test_positions_follow_from_the_entries(
    ready: Path, steps: list[Decide | Retract], on: list[date]
) -> None:
    with fresh(ready) as register:
        lines = played(register, steps)
        assert register.verify().problems == ()
        for day in (*on, date(1900, 1, 1), date(2100, 1, 1)):
            for state in DEFAULTS:
                found = positions(register.measures(view(state, day)))
                for key in KEYS:
                    assert found[key] == held(lines, state, key, day), (state, key, day)


@BOUNDED
@given(steps=work)
def test_the_history_is_complete_and_as_typed(ready: Path, steps: list[Decide | Retract]) -> None:
    with fresh(ready) as register:
        lines = played(register, steps)
        history = register.history(view(None))
        assert [entry.id for entry in history] == [line.id for line in lines]
        for entry, line in zip(history, lines, strict=True):
            assert (entry.key, entry.state) == (line.key, line.state)
            assert (entry.position, entry.decided_on) == (line.position, line.day)
            assert entry.retracts == line.retracts
            assert entry.reason == ("why" if line.retracts else None)
            assert entry.communicated == (line.state != "AZ" and not line.retracts)
            assert entry.recorded_by == "Ə. Məmmədova"
            if line.day:
                assert tuple(getattr(entry, name) for name in FIELDS) == line.texts
            took = [other.id for other in lines if other.retracts == line.id]
            assert [entry.retracted_by] == (took or [None])
        for state in DEFAULTS:
            of_state = tuple(entry for entry in history if entry.state == state)
            assert register.history(view(state)) == of_state
            for key in ("1.4", "2.4"):
                about = tuple(entry for entry in of_state if entry.measure == key)
                assert register.history(view(state), key) == about
                assert register.sheet(view(state), key).history == about
            own = tuple(entry for entry in of_state if entry.key == "2.4.ç")
            assert register.history(view(state), "2.4.ç") == own


@settings(BOUNDED, max_examples=25)
@given(steps=work, on=st.one_of(days, st.just(date(2100, 1, 1))))
def test_a_view_of_what_was_known_is_what_a_register_that_stopped_there_gives(
    ready: Path, steps: list[Decide | Retract], on: date
) -> None:
    with tempfile.TemporaryDirectory() as folder, fresh(ready) as register:
        lines: list[Line] = []
        stopped = {date(2000, 1, 1): _copy(register, Path(folder, "none.db"))}
        for number, step in enumerate(steps):
            if added := do(register, step, lines):
                lines += added
                copy = _copy(register, Path(folder, f"{number}.db"))
                stopped[lines[-1].recorded.date()] = copy
        for day, copy in stopped.items():
            with Register.open(copy) as other:
                for state in ("AZ", "UA", None):
                    then, now = view(state, on, known_on=day), view(state, on)
                    assert register.measures(then) == other.measures(now)
                    assert register.history(then) == other.history(now)
                    assert register.sheet(then, "2.4") == other.sheet(now, "2.4")


def _copy(register: Register, to: Path) -> Path:
    with closing(sqlite3.connect(register.path)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
    return to


@BOUNDED
@given(steps=work)
def test_the_chain_can_be_followed_by_hand(ready: Path, steps: list[Decide | Retract]) -> None:
    with fresh(ready) as register:
        lines = played(register, steps)
        with closing(sqlite3.connect(register.path)) as connection:
            connection.row_factory = sqlite3.Row
            rows = connection.execute("SELECT * FROM entry ORDER BY seq").fetchall()
            heads = connection.execute("SELECT seq, hash FROM chain").fetchall()
        previous = None
        for seq, row in enumerate(rows, 1):
            columns = dict(row)
            own = columns.pop("hash")
            assert (columns.pop("treaty"), columns.pop("year")) == (None, None)
            text = json.dumps(columns, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            assert own == hashlib.sha256(text.encode()).hexdigest()
            assert columns["previous"] == previous
            assert columns["seq"] == seq
            assert columns["id"] == f"{columns['origin']}-{seq}"
            previous = own
        assert [tuple(head) for head in heads] == ([(len(rows), previous)] if rows else [])
        assert len({row["origin"] for row in rows}) <= 1
        times = [row["recorded_at"] for row in rows]
        assert times == sorted(times)
        assert times == [
            line.recorded.isoformat(timespec="microseconds").replace("+00:00", "Z")
            for line in lines
        ]


@BOUNDED
@given(steps=work, last=decisions)
def test_a_trial_leaves_nothing(ready: Path, steps: list[Decide | Retract], last: Decide) -> None:
    with fresh(ready) as register:
        lines = played(register, steps)
        before = everything(register.path)
        if allowed(last):
            told = register.decide(
                PROGRAMME, last.state, last.keys, last.draft(), last.at, dry_run=True
            )
            assert [entry.key for entry in told] == list(last.keys)
            assert [entry.seq for entry in told] == [
                len(lines) + number for number, _ in enumerate(told, 1)
            ]
        standing = [
            line.id
            for line in lines
            if line.day and not any(other.retracts == line.id for other in lines)
        ]
        told = register.retract(standing, "why", last.at, dry_run=True)
        assert [entry.retracts for entry in told] == standing
        assert everything(register.path) == before


# -- examples --------------------------------------------------------------------------------------


def replacing(**changed: str) -> str:
    """SQL that puts the first entry once more, with these columns changed."""
    into = [*COLUMNS, *({"rowid"} & changed.keys())]
    values = [changed.get(column, column) for column in into]
    return (
        f"INSERT OR REPLACE INTO entry ({', '.join(into)}) "  # noqa: S608
        f"SELECT {', '.join(values)} FROM entry WHERE seq = 1"
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET recorded_by = 'Mallory'",
        "UPDATE entry SET seq = seq + 1 WHERE seq = 2",
        "UPDATE OR REPLACE entry SET id = (SELECT id FROM entry WHERE seq = 1) WHERE seq = 2",
        "DELETE FROM entry",
        "DELETE FROM entry WHERE seq = 2",
        "REPLACE INTO entry SELECT * FROM entry WHERE seq = 1",
        replacing(recorded_by="'Mallory'"),
        replacing(origin="'x'", hash="'x'"),
        replacing(id="'x'", hash="'x'"),
        replacing(id="'x'", origin="'x'"),
        replacing(id="'x'", origin="'x'", hash="'x'", rowid="rowid"),
        "INSERT INTO entry SELECT * FROM entry WHERE true ON CONFLICT DO UPDATE SET state = 'XX'",
    ],
)
def test_the_database_itself_refuses_to_change_the_ledger(
    register: Register, statement: str
) -> None:
    decide(register, "1.1", "1.2", "2.4.ç")
    before = everything(register.path)
    with (
        closing(sqlite3.connect(register.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)
    assert everything(register.path) == before


@pytest.mark.parametrize("column", ["programme", "words"])
def test_the_database_itself_refuses_an_entry_about_nothing(
    register: Register, column: str
) -> None:
    decide(register, "1.1")
    unknown = {"id": "'x'", "origin": "'x'", "hash": "'x'", column: "'nothing'"}
    with closing(sqlite3.connect(register.path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute(replacing(**unknown))


def test_a_clock_that_is_set_back(register: Register) -> None:
    (first,) = decide(register, "1.1", at=AT)
    (second,) = decide(register, "1.1", at=AT - timedelta(days=30), position="under-consideration")
    (third,) = decide(register, "1.2", at=AT + timedelta(seconds=1))
    assert first.recorded_at == second.recorded_at == "2009-03-04T12:00:00.000000Z"
    assert third.recorded_at == "2009-03-04T12:00:01.000000Z"
    held = register.measures(view())[0].position
    assert held.decision.id == second.id  # of two on one day, the last recorded
    known = view(known_on=AT.date() - timedelta(days=1))
    assert register.history(known) == ()


@pytest.mark.parametrize(
    ("at", "recorded_at"),
    [
        ("2009-03-05T01:30:00+04:00", "2009-03-04T21:30:00.000000Z"),
        ("2009-03-04T23:59:59.999999-11:00", "2009-03-05T10:59:59.999999Z"),
        ("2008-02-29T00:00:00+00:00", "2008-02-29T00:00:00.000000Z"),
        ("2009-03-29T02:30:00+05:45", "2009-03-28T20:45:00.000000Z"),
    ],
)
def test_the_moment_is_kept_in_utc_and_the_day_is_the_officers(
    register: Register, at: str, recorded_at: str
) -> None:
    moment = datetime.fromisoformat(at)
    today = moment.date()
    with pytest.raises(Refused, match="has not come yet"):
        decide(register, "1.1", at=moment, on=str(today + timedelta(days=1)))
    (entry,) = decide(register, "1.1", at=moment, on=str(today))
    assert entry.recorded_at == recorded_at
    assert entry.decided_on == today
    known = date.fromisoformat(recorded_at[:10])
    assert register.history(view(known_on=known)) == (entry,)
    assert register.history(view(known_on=known - timedelta(days=1))) == ()


def test_what_is_not_yet_known_is_not_told(register: Register) -> None:
    (entry,) = decide(register, "1.1")
    register.retract([entry.id], "typed by mistake", AT + timedelta(days=9))
    (then,) = register.history(view(known_on=AT.date()))
    assert then.retracted_by is None
    assert register.sheet(view(known_on=AT.date()), "1.1").history == (then,)


def test_a_retraction_is_told_with_what_it_takes_back(register: Register) -> None:
    (entry,) = decide(register, "1.1", on="2008-03-04")
    (taken_back,) = register.retract([entry.id], "typed by mistake", AT)
    the_day_before = view(on=date(2008, 3, 3))
    assert register.history(the_day_before) == ()
    assert [each.id for each in register.history(view(on=date(2008, 3, 4)))] == [
        entry.id,
        taken_back.id,
    ]


def test_entries_are_read_as_they_were_returned(register: Register) -> None:
    made: tuple[Entry, ...] = decide(register, "1.1", "2.4.ç", authority=HOSTILE[0])
    assert register.history(view()) == made
    assert register.history(View(PROGRAMME, "AM", view().on)) == ()
    assert draft().note is None
