"""Sentences for people that can still be said in another language.

What reads and what records says what is wrong in English. The template and what was filled into it
stay with the sentence, so that screens and commands can say it in the language of the person.
"""

from collections.abc import Mapping
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


def say(template: str, /, **values: object) -> Message:
    """The sentence that a template makes of values; without any, the template is the sentence."""
    return Message(template, values)
