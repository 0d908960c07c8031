"""What must agree across a programme file, beyond the format of each value."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from seed.errors import Problem
from seed.folding import fold
from seed.messages import counted, say
from seed.model import Executor, Executors, Measure, Programme, SpecialOpinion
from seed.parsing import shortened

_RESERVING = ("special-opinion", "reservation")
"""The acts of signature that a special opinion or a reservation can go with."""

_FIXED_DEFAULTS = {"signed": "participates", "not-signed": "not-bound"}
"""The default that an act of signature gives whatever else is known."""


def inconsistencies(programme: Programme) -> Iterator[Problem]:
    """Yield everything in which a programme does not agree with itself.

    Args:
        programme: A programme whose values have the right format.
    """
    yield from _doubles(programme)
    yield from _years(programme)
    yield from _sections(programme)
    for executor in programme.executors:
        yield from _executor(executor)
    yield from _aliases(programme)
    for measure in programme.measures:
        yield from _measure(programme, measure)
    yield from _passport(programme)
    yield from _treaties(programme)
    yield from _signatures(programme)
    yield from _entry_into_force(programme)
    keys = set(_keys(programme))
    for opinion in programme.special_opinions:
        yield from _opinion(opinion, keys)


def _keys(programme: Programme) -> Iterator[str]:
    """Yield the keys of all measures and items, in the order of the document."""
    for measure in programme.measures:
        yield measure.key
        for item in measure.items:
            yield f"{measure.key}.{item.letter}"


def twice(what: str, names: Iterable[str]) -> Iterator[Problem]:
    """Yield the names that stand more than once.

    Args:
        what: What they are names of, for messages.
        names: The names.
    """
    for name, count in Counter(names).items():
        if count > 1:
            yield Problem(
                f"{what} {shortened(name)}",
                counted(
                    "must stand once, stands {n} time", "must stand once, stands {n} times", count
                ),
            )


def _doubles(programme: Programme) -> Iterator[Problem]:
    yield from twice("section", (section.key for section in programme.sections))
    # An item's key may not be a measure's either.
    yield from twice("measure", _keys(programme))
    yield from twice("executor", (executor.id for executor in programme.executors))
    yield from twice("signature", (signature.state for signature in programme.signatures))
    yield from twice("special_opinion", (one.state for one in programme.special_opinions))
    treaties = [treaty.id for treaty in programme.annex.treaties]
    yield from twice("treaty", treaties + [agreement.id for agreement in programme.agreements])


def _years(programme: Programme) -> Iterator[Problem]:
    if programme.first_year > programme.last_year:
        yield Problem(
            "last_year", say("must not be before first_year, {year}", year=programme.first_year)
        )
    if programme.adopted_on.year > programme.last_year:
        yield Problem(
            "adopted_on", say("must not be after last_year, {year}", year=programme.last_year)
        )


def _sections(programme: Programme) -> Iterator[Problem]:
    order = [section.key for section in programme.sections]
    for section in programme.sections:
        if not section.printed.endswith(section.title):
            yield Problem(f"section {section.key}: title", say("must be the end of `printed`"))
    known = [measure for measure in programme.measures if measure.section in order]
    for before, after in pairwise(known):
        if order.index(after.section) < order.index(before.section):
            where = f"measure {after.key}: section"
            yield Problem(
                where,
                say(
                    "must not go back, {key} before it is in {section}",
                    key=before.key,
                    section=before.section,
                ),
            )


def _executor(executor: Executor) -> Iterator[Problem]:
    where = f"executor {executor.id}"
    if executor.kind == "states":
        if executor.id != "states":
            yield Problem(f"{where}: id", say("the executor of kind states has the id 'states'"))
        if executor.abbreviation is not None:
            yield Problem(f"{where}: abbreviation", say("the states have none"))
    elif executor.abbreviation is None:
        yield Problem(f"{where}: abbreviation", say("is missing"))
    elif fold(executor.abbreviation) != executor.id:
        expected = say(
            "must be the abbreviation in small ASCII letters, {id}", id=fold(executor.abbreviation)
        )
        yield Problem(f"{where}: id", expected)


def _aliases(programme: Programme) -> Iterator[Problem]:
    """Check that a name, folded, means one executor."""
    owners: dict[str, str] = {}
    for executor in programme.executors:
        names = [executor.id, *(name for names in executor.aliases.values() for name in names)]
        for name in names:
            owner = owners.setdefault(fold(name), executor.id)
            if owner != executor.id:
                yield Problem(
                    f"executor {executor.id}: aliases",
                    say("{name!r} already means {owner}", name=name, owner=owner),
                )


def _measure(programme: Programme, measure: Measure) -> Iterator[Problem]:
    where = f"measure {measure.key}"
    sections = [section.key for section in programme.sections]
    if measure.section not in sections:
        expected = say(
            "one of {known} was expected, not {found!r}",
            known=", ".join(sections),
            found=measure.section,
        )
        yield Problem(f"{where}: section", expected)
    due = measure.deadline
    if due.first_year is not None and due.last_year is not None and due.first_year > due.last_year:
        yield Problem(
            f"{where}: deadline.last_year", say("must not be before {year}", year=due.first_year)
        )
    known = [executor.id for executor in programme.executors]
    yield from _read(f"{where}: executors.read", measure.executors.read, known)
    yield from _read(f"{where}: decision_bodies.read", measure.decision_bodies.read, known)
    yield from _readings(where, measure.executors)
    if measure.decision_bodies.read and measure.decision_bodies.printed is None:
        yield Problem(
            f"{where}: decision_bodies.printed", say("is missing, though bodies are read")
        )


def _read(where: str, ids: tuple[str, ...], known: list[str]) -> Iterator[Problem]:
    for unknown in (one for one in ids if one not in known):
        yield Problem(
            where,
            say(
                "{unknown!r} is not the id of an executor: {known}",
                unknown=unknown,
                known=", ".join(known),
            ),
        )
    if len(set(ids)) < len(ids):
        yield Problem(where, say("must not name an executor twice"))


def _readings(where: str, executors: Executors) -> Iterator[Problem]:
    if executors.read and executors.printed is None and not executors.inferred:
        yield Problem(f"{where}: executors.inferred", say("must be true where nothing is printed"))
    if executors.inferred and executors.note is None:
        yield Problem(f"{where}: executors.note", say("must say why the reading is inferred"))
    if executors.printed is not None and not executors.read:
        yield Problem(
            f"{where}: executors.read", say("must not be empty where something is printed")
        )


def _passport(programme: Programme) -> Iterator[Problem]:
    sections = {section.key for section in programme.sections}
    for row in programme.passport.rows:
        where = f"passport.row {row.label}"
        if bool(row.paragraphs) == bool(row.main_measures):
            yield Problem(where, say("either paragraphs or main_measure tables were expected"))
        for line in row.main_measures:
            if line.section not in sections:
                yield Problem(
                    f"{where}: main_measure {line.section}", say("is not a section's key")
                )
            if line.first_year > line.last_year:
                expected = say("must not be before {year}", year=line.first_year)
                yield Problem(f"{where}: main_measure {line.section}: last_year", expected)


def _treaties(programme: Programme) -> Iterator[Problem]:
    if programme.annex.measure not in {measure.key for measure in programme.measures}:
        yield Problem(
            "annex.measure", say("{key!r} is not a measure's key", key=programme.annex.measure)
        )
    keys = set(_keys(programme))
    for agreement in programme.agreements:
        if agreement.item not in keys:
            expected = say("{key!r} is not the key of a measure or an item", key=agreement.item)
            yield Problem(f"agreement {agreement.id}: item", expected)


def _signatures(programme: Programme) -> Iterator[Problem]:
    opinions = {opinion.state for opinion in programme.special_opinions}
    for signature in programme.signatures:
        where = f"signature {signature.state}"
        default = _FIXED_DEFAULTS.get(signature.act, signature.default)
        if signature.default != default:
            expected = say(
                "{default!r} was expected where the act is {act!r}",
                default=default,
                act=signature.act,
            )
            yield Problem(f"{where}: default", expected)
        if signature.act == "special-opinion" and signature.state not in opinions:
            yield Problem(f"{where}: act", say("a [[special_opinion]] of the state was expected"))
    # A reservation is written down in the same way, once its text is known.
    reserving = {one.state for one in programme.signatures if one.act in _RESERVING}
    for state in sorted(opinions - reserving):
        expected = say(
            "a signature of {state} with the act {acts} was expected",
            state=state,
            acts=" or ".join(map(repr, _RESERVING)),
        )
        yield Problem(f"special_opinion {state}: state", expected)


def _entry_into_force(programme: Programme) -> Iterator[Problem]:
    wanted = programme.decision.entry_into_force
    numbers = [paragraph.number for paragraph in programme.decision.paragraphs]
    if wanted is not None and wanted not in numbers:
        expected = say(
            "one of {known} was expected, not {found!r}", known=", ".join(numbers), found=wanted
        )
        yield Problem("decision.entry_into_force", expected)


def _opinion(opinion: SpecialOpinion, keys: set[str]) -> Iterator[Problem]:
    for number, effect in enumerate(opinion.effects, 1):
        where = f"special_opinion {opinion.state}: effect #{number}: covers"
        for key in (key for key in effect.covers if key != "*" and key not in keys):
            yield Problem(
                where, say("{key!r} is not the key of a measure or an item, nor '*'", key=key)
            )
        if "*" in effect.covers and len(effect.covers) > 1:
            yield Problem(where, say("'*' is each measure and stands alone"))
