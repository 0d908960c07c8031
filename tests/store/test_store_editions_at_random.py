"""Whatever editions do, no decision is lost: it is found with the words it was taken on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desk import AT, PROGRAMME, decide, fresh, view
from hypothesis import given, settings
from hypothesis import strategies as st

from seed.edition import Edition
from seed.model import Item, Measure, Programme
from seed.reading import read_programme
from seed.shipped import SHIPPED
from store.errors import NoLonger, Refused
from store.register import Register
from store.seeding import seed
from store.values import Entry, PositionValue
from store.wordings import Words, words_of

KEYS = ("1.4", "2.4", "2.5", "V")
WORDS = ("insan", "alverinə", "qarşı", "mübarizə")
LETTERS = "abcçd"
WHOLE = read_programme(SHIPPED / PROGRAMME)
FIRST = WHOLE.model_copy(
    update={"measures": tuple(each for each in WHOLE.measures if each.key in KEYS)}
)

number = st.integers(0, 1000)
text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
items = st.lists(st.sampled_from(LETTERS), unique=True, max_size=4)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("decide"), number, st.sampled_from(["2007-05-01", "2008-01-01"])),
        st.tuples(st.just("retract"), number, st.none()),
        st.tuples(st.just("confirm"), number, st.none()),
        st.tuples(st.just("text"), number, text),
        st.tuples(st.just("items"), number, items),
        st.tuples(st.just("remove"), number, st.none()),
        st.tuples(st.just("add"), number, text),
    ),
    min_size=4,
    max_size=14,
)


@dataclass
class Desk:
    """What a careful clerk would keep on paper beside the register."""

    register: Register
    programme: Programme = FIRST
    editions: int = 0
    standing: dict[str, tuple[Entry, Words]] = field(default_factory=dict)
    confirmed: set[tuple[str, str]] = field(default_factory=set)

    def named(self) -> list[str]:
        return [
            key
            for measure in self.programme.measures
            for key in (measure.key, *(f"{measure.key}.{item.letter}" for item in measure.items))
        ]

    def measure(self, key: str) -> Measure | None:
        named = (key, key.rpartition(".")[0])
        return next((each for each in self.programme.measures if each.key in named), None)

    def publish(self, measures: tuple[Measure, ...]) -> None:
        self.programme = self.programme.model_copy(update={"measures": measures})
        self.editions += 1
        with self.register._door.writer().transaction() as session:
            seed(session, Edition(self.programme, (), {}), f"edition {self.editions}")

    def held(self) -> dict[str, tuple[Entry, Words]]:
        """The decision in force on each key."""
        latest = sorted(
            self.standing.values(),
            key=lambda kept: (kept[0].decided_on, kept[0].recorded_at, kept[0].seq),
        )
        return {entry.key: (entry, words) for entry, words in latest}


def take(desk: Desk, step: tuple[str, int, object]) -> None:
    what, at, with_ = step
    measures = list(desk.programme.measures)
    place = at % len(measures) if measures else 0
    match what:
        case "decide" if keys := desk.named():
            key = keys[at % len(keys)]
            (entry,) = decide(desk.register, key, on=str(with_))
            measure = desk.measure(key)
            assert measure
            desk.standing[entry.id] = (entry, words_of(measure.words()))
        case "retract" if desk.standing:
            entry = list(desk.standing)[at % len(desk.standing)]
            desk.register.retract([entry], "at random", AT)
            del desk.standing[entry]
        case "confirm" if keys := desk.named():
            confirm(desk, keys[at % len(keys)])
        case "text" if measures:
            measures[place] = measures[place].model_copy(update={"text": with_})
            desk.publish(tuple(measures))
        case "items" if measures:
            made = tuple(Item(letter=letter, text=WORDS[at % 4]) for letter in with_)  # type: ignore[attr-defined]
            measures[place] = measures[place].model_copy(update={"items": made})
            desk.publish(tuple(measures))
        case "remove" if len(measures) > 1:
            del measures[place]
            desk.publish(tuple(measures))
        case "add":
            key = KEYS[at % len(KEYS)]
            if all(each.key != key for each in measures):
                (before,) = (each for each in FIRST.measures if each.key == key)
                measures.insert(place, before.model_copy(update={"text": with_} if at % 2 else {}))
                desk.publish(tuple(measures))


def confirm(desk: Desk, key: str) -> None:
    held = desk.held().get(key)
    due = held is not None and to_confirm(desk, held[0])
    try:
        (made,) = desk.register.editions.confirm(PROGRAMME, "AZ", [key], "2009-01-01", AT)
    except Refused:
        assert not due
        return
    assert due
    assert held
    desk.confirmed.add((held[0].id, made.words or ""))


def to_confirm(desk: Desk, entry: Entry) -> bool:
    measure = desk.measure(entry.measure or "")
    now = measure.words_hash() if measure else ""
    return entry.words != now and (entry.id, now) not in desk.confirmed


def shown(register: Register, key: str) -> Iterator[str]:
    """The ids of the entries that `show` tells of."""
    try:
        history = register.sheet(view(), key).history
    except NoLonger:
        history = register.editions.former(view(), key).history
    yield from (entry.id for entry in history)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_no_edition_loses_a_decision(ready: Path, taken: list[tuple[str, int, object]]) -> None:
    with fresh(ready) as register:
        desk = Desk(register)
        desk.publish(FIRST.measures)
        for step in taken:
            take(desk, step)
        held = desk.held()
        for entry, words in desk.standing.values():
            why = register.editions.why(view(), entry.key)
            assert why.decision is not None
            assert why.decision.id == held[entry.key][0].id
            assert entry.id in {why.decision.id, *(each.id for each in why.superseded)}
            assert entry.id in {each.id for each in register.history(view(), entry.key)}
            assert entry.id in set(shown(register, entry.key))
            gone = entry.key not in desk.named()
            assert why.gone == gone
            assert why.position is not None
            assert why.position.value is PositionValue.PARTICIPATES
            if why.decision.id == entry.id:
                assert why.words == words
                assert why.position.to_confirm == (not gone and to_confirm(desk, entry))
        no_longer = {entry.id for entry in register.no_longer(view())}
        assert no_longer == {
            entry.id for entry, _ in held.values() if entry.key not in desk.named()
        }
        assert register.verify().problems == ()
