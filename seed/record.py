"""What every record of a programme file is made of."""

import re
import unicodedata
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from seed.messages import Message, all_of, say

Part = TypeVar("Part")


class Record(BaseModel):
    """A table of the programme file: frozen, no unknown keys, no value of another type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def breach(kind: str, message: Message) -> PydanticCustomError:
    """What a validator raises.

    Args:
        kind: Of what kind it is, for `seed.parsing`.
        message: What was expected.
    """
    return PydanticCustomError(kind, "{message}", {"message": message})


def _one_line(text: str) -> str:
    """Fold white space and compose letters (NFC): what can differ while the words do not."""
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    if not line:
        raise breach("words", say("words were expected, not an empty text"))
    if not line.isprintable():
        raise breach("words", say("words were expected, without control characters"))
    return line


Words = Annotated[str, AfterValidator(_one_line)]
"""A text of at least one word, on one line."""


def matching(pattern: str, expected: Message) -> AfterValidator:
    """Return a check that a whole text matches a pattern.

    Args:
        pattern: A regular expression.
        expected: Says what was expected.
    """

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text) or not text.isprintable():
            raise breach("pattern", expected)
        return text

    return AfterValidator(check)


Key = Annotated[str, matching(r"[^\s,;:*]+", say("one word without , ; : * was expected"))]
"""What a record is named by, ours."""

Year = Annotated[int, Field(ge=1900, le=2200)]

Language = Literal["az", "en", "ru"]


def _in_each_language(texts: dict[Language, Part]) -> dict[Language, Part]:
    missing = [language for language in get_args(Language) if language not in texts]
    if missing:
        raise breach("languages", say("{missing} is missing", missing=all_of(missing)))
    return texts


ByLanguage = Annotated[dict[Language, Part], AfterValidator(_in_each_language)]
"""Something of ours in each of our languages."""

Many = Annotated[tuple[Part, ...], Field(strict=False)]
"""An array of the file, frozen."""

Some = Annotated[tuple[Part, ...], Field(strict=False, min_length=1)]
"""An array with at least one element."""
