"""Sentences for people that can still be said in another language.

What reads and what records says what is wrong in English. The template and what was filled into it
stay with the sentence, so that screens and commands can say it in the language of the person.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Self


class Message(str):
    """A sentence in English.

    Attributes:
        template: The sentence with places in braces, such as ``{day} has not come yet``.
        values: What stands in the places; may be messages themselves.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Self:
        """Make the sentence."""
        made = super().__new__(cls, template.format_map(values) if values else template)
        made.template = template
        made.values = values
        return made

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        """What a copy is made of."""
        return self.template, self.values


class Counted(Message):
    """A sentence about a number, which stands in the place ``{n}``.

    Attributes:
        one: The template about one.
        many: The template about more.
        number: How many.
    """

    __slots__ = ("many", "number", "one")
    one: str
    many: str
    number: int

    def __new__(cls, one: str, many: str, number: int, values: Mapping[str, object]) -> Self:
        """Make the sentence."""
        made = super().__new__(cls, one if number == 1 else many, {"n": number, **values})
        made.one, made.many, made.number = one, many, number
        return made

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        """What a copy is made of."""
        return self.one, self.many, self.number, self.values


def say(template: str, /, **values: object) -> Message:
    """The sentence that a template makes of values; without any, the template is the sentence."""
    return Message(template, values)


def counted(one: str, many: str, number: int, /, **values: object) -> Counted:
    """The sentence about a number, which stands in the place ``{n}`` of either template."""
    return Counted(one, many, number, values)


def mark(template: str) -> str:
    """The template itself: it is collected here, and said later, by `say` or what shows it."""
    return template


def one_of(words: Iterable[str]) -> str:
    """At least one word, as a choice: "a or b"."""
    return reduce(lambda some, other: say("{some} or {other}", some=some, other=other), words)


def all_of(words: Iterable[str]) -> str:
    """At least one word, all of which are meant: "a and b"."""
    return reduce(lambda some, other: say("{some} and {other}", some=some, other=other), words)
