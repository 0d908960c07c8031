"""Official words with a translation laid over them, for showing. Pure.

What comes back is of the same kind, so that whatever shows the original shows a translation. It is
for showing alone: what is recorded, filtered or hashed is the original. Our own words, such as
notes, are left as they are (`store/remarking.py`), and so are official words without a translation.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from store.texts import Texts
from store.values import Clause, Executor, Item, Measure, Position, Programme, Sheet, Treaty

if TYPE_CHECKING:
    from store.occurrences import Occurrence
    from store.paragraphs import Paragraph
    from store.reasons import Why


def programme_in(texts: Texts, programme: Programme) -> Programme:
    """A programme in a translation: its sections, bodies, states, clauses and treaties."""
    over = texts.over
    return replace(
        programme,
        title=over(programme.title),
        sections=tuple(
            replace(each, printed=over(each.printed), title=over(each.title))
            for each in programme.sections
        ),
        executors={key: _executor(texts, each) for key, each in programme.executors.items()},
        signatories={
            key: replace(
                each,
                name=over(each.name),
                printed=over(each.printed),
                effects=tuple(
                    replace(effect, clause=over(effect.clause)) for effect in each.effects
                ),
            )
            for key, each in programme.signatories.items()
        },
        entry_into_force=programme.entry_into_force
        and replace(programme.entry_into_force, text=over(programme.entry_into_force.text)),
        treaties=tuple(treaty_in(texts, each) for each in programme.treaties),
    )


def measure_in(texts: Texts, measure: Measure) -> Measure:
    """A measure in a translation, with its items and its short cells."""
    printed = measure.executors_printed
    return replace(
        measure,
        text=measure_text(texts, measure),
        items=tuple(item_in(texts, measure, item) for item in measure.items),
        deadline=replace(measure.deadline, printed=texts.over(measure.deadline.printed)),
        executors_printed=None if printed is None else texts.over(printed),
        position=_position(texts, measure.position),
    )


def measure_text(texts: Texts, measure: Measure) -> str:
    """The words of a measure in a translation."""
    return provision_text(texts, measure.text, measure.key)


def provision_text(texts: Texts, official: str, measure: str, letter: str | None = None) -> str:
    """The words of a measure, or of an item of it, in a translation.

    Args:
        texts: The translation.
        official: The words in the original.
        measure: The measure's key.
        letter: The item's letter, or None for the measure itself.
    """
    item = "" if letter is None else f"items {letter}: "
    return texts.over(official, f"measure {measure}: {item}text")


def item_in(texts: Texts, measure: Measure, item: Item) -> Item:
    """An item of a measure in a translation."""
    text = provision_text(texts, item.text, measure.key, item.letter)
    return replace(item, text=text, position=_position(texts, item.position))


def sheet_in(texts: Texts, sheet: Sheet) -> Sheet:
    """A measure in full in a translation; notes and history stay as they are."""
    return replace(sheet, measure=measure_in(texts, sheet.measure))


def occurrence_in(texts: Texts, occurrence: "Occurrence") -> "Occurrence":
    """What falls due in a translation."""
    return replace(
        occurrence,
        text=provision_text(texts, occurrence.text, occurrence.measure),
        printed=texts.over(occurrence.printed),
    )


def treaty_in(texts: Texts, treaty: Treaty) -> Treaty:
    """A treaty with its title in a translation; our note stays as it is."""
    place = f"{'annex.treaty' if treaty.annexed else 'agreement'} {treaty.key}: printed"
    return replace(treaty, title=texts.over(treaty.title, place))


def act_in(texts: Texts, act: "Iterable[Paragraph]") -> "tuple[Paragraph, ...]":
    """Paragraphs of the act in a translation; our notes stay as they are."""
    return tuple(
        each if each.kind == "note" else replace(each, text=texts.over(each.text)) for each in act
    )


def why_in(texts: Texts, why: "Why") -> "Why":
    """Why a position holds, with the clauses it rests on in a translation.

    What editions said is compared in the original, and stays in it.
    """
    return replace(
        why,
        position=_position(texts, why.position),
        default=_position(texts, why.default),
        otherwise=_position(texts, why.otherwise),
    )


def _position(texts: Texts, position: Position | None) -> Position | None:
    if position is None or position.clause is None:
        return position
    clause = Clause(position.clause.part, texts.over(position.clause.text))
    return replace(position, clause=clause)


def _executor(texts: Texts, executor: Executor) -> Executor:
    place = f"executor {executor.id}"
    name = executor.name
    return replace(
        executor,
        label=texts.over(executor.label, f"{place}: label"),
        name=None if name is None else texts.over(name, f"{place}: name"),
    )
