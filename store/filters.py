"""What the docket is narrowed to: one frozen value for the screens, the commands and the queries.

Values of one field widen the choice, fields narrow it: a measure is kept when every field that has
values holds one of them, and every word of the text is found.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from seed.folding import fold
from seed.messages import say
from store.days import day_of
from store.deadlines import Phase, phase
from store.errors import Usage
from store.searching import NOT_TRANSLATED, Findable, finds
from store.values import Deadline, Measure, PositionValue, Programme

RECURRING = "recurring"

TO_CONFIRM = "to-confirm"
"""Stands beside the positions: a decision is to be confirmed, whatever it says."""

LONGEST_LINE = 4000
"""The longest search line, in characters."""

# A phrase in quotes; or a filter word with its value, perhaps in quotes; or any other word. What is
# still being typed may lack its closing quote.
_WORD = re.compile(r'"((?:[^"]|"")*)"?|([^\s":]*:)("[^"]*"?|\S*)|(\S+)')

Field = Literal["section", "executor", "due", "position"]
FIELDS: tuple[Field, ...] = ("section", "executor", "due", "position")


@dataclass(frozen=True, slots=True)
class DueRange:
    """Deadlines whose last day falls in a range; an open end is None. Recurring ones have none."""

    first: date | None
    last: date | None

    def holds(self, deadline: Deadline) -> bool:
        """Whether the deadline's last day falls in the range."""
        end = deadline.end
        if end is None:
            return False
        return (self.first is None or self.first <= end) and (self.last is None or end <= self.last)

    def __str__(self) -> str:
        """As it is typed: a year where it is a whole one, else two days."""
        if self.first and self.last:
            year = self.first.year
            if (self.first, self.last) == (date(year, 1, 1), date(year, 12, 31)):
                return f"{year:04}"
        return f"{self.first or ''}..{self.last or ''}"


Due = DueRange | str
"""A range, or one of the words ``recurring``, ``upcoming``, ``running``, ``ended``."""

DUE_WORDS = (RECURRING, *Phase)


@dataclass(frozen=True, slots=True)
class Filter:
    """What the docket is narrowed to.

    Attributes:
        section: Keys of sections.
        executor: Ids of executors.
        due: Ranges and words.
        position: Positions of the view's state on the measure itself; or `TO_CONFIRM`, which holds
            where a decision on it or on an item is to be confirmed.
        text: Words and phrases, all of which must be found.
    """

    section: tuple[str, ...] = ()
    executor: tuple[str, ...] = ()
    due: tuple[Due, ...] = ()
    position: tuple[PositionValue | str, ...] = ()
    text: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is narrowed."""
        return self != Filter()

    def matches(self, measure: Measure, on: date) -> bool:
        """Whether the measure is kept, on a day."""
        return all(test(measure) for test in self.tests(on).values())

    def tests(
        self, on: date, translated: Mapping[str, Findable] = NOT_TRANSLATED
    ) -> dict[str, Callable[[Measure], bool]]:
        """For each field that has values, what a measure must pass.

        Args:
            on: The day.
            translated: What measures are found by in translations, by key.
        """
        tests: dict[str, Callable[[Measure], bool]] = {}
        if self.section:
            tests["section"] = lambda measure: measure.section in self.section
        if self.executor:
            executors = frozenset(self.executor)
            tests["executor"] = lambda measure: not executors.isdisjoint(measure.executors)
        if self.due:
            tests["due"] = lambda measure: any(
                is_due(measure.deadline, due, on) for due in self.due
            )
        if self.position:
            tests["position"] = lambda measure: (
                (measure.position is not None and measure.position.value in self.position)
                or (TO_CONFIRM in self.position and bool(measure.to_confirm))
            )
        if self.text:
            tests["text"] = finds(self.text, translated)
        return tests

    def toggled(self, field: Field, value: Due | PositionValue) -> "Filter":
        """This filter with a value of a field added, or dropped where it is in it."""
        values: tuple[Due, ...] = getattr(self, field)
        kept = tuple(each for each in values if each != value)
        chosen = kept if len(kept) < len(values) else (*values, value)
        return replace(self, **{field: chosen})  # type: ignore[arg-type]

    def line(self) -> str:
        """The filter as it is typed in the search line; `parse_line` reads it back."""
        words = [
            f"{field}:{value}" for field in FIELDS for value in getattr(self, field)
        ]  # in the order of the fields, so that one filter has one line
        return " ".join([*words, *map(_quoted, self.text)])


def is_due(deadline: Deadline, due: Due, on: date) -> bool:
    """Whether the deadline is one of these, on a day."""
    if isinstance(due, DueRange):
        return due.holds(deadline)
    if due == RECURRING:
        return deadline.recurring
    return phase(deadline, on) == due


def parse_section(value: str, programme: Programme) -> str:
    """The key of a section from its key, in any case, or its place from 1.

    Raises:
        Usage: There is no such section.
    """
    keys = [section.key for section in programme.sections]
    for place, key in enumerate(keys, 1):
        if fold(value) in (fold(key), str(place)):
            return key
    raise Usage(
        say("{value!r} is no section of the programme", value=value),
        say("Say one of {known}", known=", ".join(keys)),
    )


def parse_executor(value: str, programme: Programme) -> str:
    """The id of an executor from its id or any of its abbreviations, however they are written.

    Raises:
        Usage: There is no such executor.
    """
    wanted = fold(value)
    for executor in programme.executors.values():
        names = {
            executor.id,
            executor.label,
            *(n for many in executor.aliases.values() for n in many),
        }
        if wanted in map(fold, names):
            return executor.id
    known = ", ".join(programme.executors)
    raise Usage(
        say("{value!r} is no executor in the programme", value=value),
        say("Say one of {known}", known=known),
    )


def parse_due(value: str) -> Due:
    """A deadline: a year, two days joined by two dots (either may be left out), or a word.

    Raises:
        Usage: It is none of these.
    """
    word = fold(value)
    if word in DUE_WORDS:
        return word
    if re.fullmatch(r"[0-9]{4}", word) and word != "0000":
        return DueRange(date(int(word), 1, 1), date(int(word), 12, 31))
    first, dots, last = word.partition("..")
    try:
        if dots and (first or last):
            due = DueRange(_day(first), _day(last, closing=True))
            if not due.first or not due.last or due.first <= due.last:
                return due
    except ValueError as error:
        raise _no_deadline(value) from error
    raise _no_deadline(value)


def parse_position(value: str) -> PositionValue | str:
    """A position from its name, or `TO_CONFIRM`.

    Raises:
        Usage: There is no such position.
    """
    if fold(value) == TO_CONFIRM:
        return TO_CONFIRM
    try:
        return PositionValue(fold(value))
    except ValueError:
        known = ", ".join([*PositionValue, TO_CONFIRM])
        raise Usage(
            say("{value!r} is no position", value=value), say("Say one of {known}", known=known)
        ) from None


def parse_line(line: str, programme: Programme) -> Filter:
    """The filter that a search line means, such as ``section:II executor:dins qurban``.

    Quotes hold a phrase together, or a word with a colon; in a phrase, a quote is written twice. A
    filter word that is still without its value is passed over, so that a line can be read while
    it is being typed.

    Raises:
        Usage: A filter word or its value is unknown, or the line is too long.
    """
    if len(line) > LONGEST_LINE:
        raise Usage(
            say(
                "at most {longest} characters are read, not {length}",
                longest=LONGEST_LINE,
                length=len(line),
            ),
            say("Say less"),
        )
    result = Filter()
    for phrase, name, value, text in _WORD.findall(line):
        if not name:
            word = text or phrase.replace('""', '"').strip()
            result = replace(result, text=(*result.text, word)) if word else result
        elif (field := fold(name[:-1])) not in FIELDS:
            raise Usage(
                say("{word!r} is no filter word", word=name[:-1]),
                say(
                    "Say one of {known} or put quotes around it",
                    known=", ".join(f"{field}:" for field in FIELDS),
                ),
            )
        elif value := value.strip('"'):
            result = _add(result, field, value.split(","), programme)
    return result


def build(
    programme: Programme,
    *,
    section: Iterable[str] = (),
    executor: Iterable[str] = (),
    due: Iterable[str] = (),
    position: Iterable[str] = (),
    text: Iterable[str] = (),
) -> Filter:
    """The filter that options mean; each value as in the search line.

    Raises:
        Usage: A value is unknown.
    """
    result = Filter(text=tuple(stripped for word in text if (stripped := word.strip())))
    for field, values in zip(FIELDS, (section, executor, due, position), strict=True):
        result = _add(result, field, values, programme)
    return result


def _add(to: Filter, field: str, values: Iterable[str], programme: Programme) -> Filter:
    parse: dict[str, Callable[[str], Due | PositionValue]] = {
        "section": lambda value: parse_section(value, programme),
        "executor": lambda value: parse_executor(value, programme),
        "due": parse_due,
        "position": parse_position,
    }
    for value in filter(None, values):
        parsed = parse[field](value)
        if parsed not in getattr(to, field):
            to = replace(to, **{field: (*getattr(to, field), parsed)})
    return to


def _quoted(text: str) -> str:
    """A text as it is typed in a search line."""
    if re.search(r'[\s:"]', text):
        return '"' + text.replace('"', '""') + '"'
    return text


def _day(text: str, *, closing: bool = False) -> date | None:
    """The day a range begins or, closing, ends on; of a month or a year, its edge."""
    if not text:
        return None
    if match := re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?", text):
        year, month = int(match[1]), int(match[2] or (12 if closing else 1))
        return date(year, month, calendar.monthrange(year, month)[1] if closing else 1)
    return day_of(text)


def _no_deadline(value: str) -> Usage:
    return Usage(
        say("{value!r} is no deadline", value=value),
        say(
            "Say a year (2008), days (2008-01-01..2009-12-31, ..2008-12-31) or {words}",
            words=", ".join(DUE_WORDS),
        ),
    )
