"""What every record of a programme file is made of."""

import re
import unicodedata
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

Part = TypeVar("Part")


class Record(BaseModel):
    """A table of the programme file: frozen, no unknown keys, no value of another type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _one_line(text: str) -> str:
    """Fold white space and compose letters (NFC): what can differ while the words do not."""
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    if not line:
        raise PydanticCustomError("words", "words were expected, not an empty text")
    if not line.isprintable():
        raise PydanticCustomError("words", "words were expected, without control characters")
    return line


Words = Annotated[str, AfterValidator(_one_line)]
"""A text of at least one word, on one line."""


def matching(pattern: str, expected: str) -> AfterValidator:
    """Return a check that a whole text matches a pattern.

    Args:
        pattern: A regular expression.
        expected: What the message says was expected.
    """

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text) or not text.isprintable():
            raise PydanticCustomError("pattern", "{expected} expected", {"expected": expected})
        return text

    return AfterValidator(check)


Key = Annotated[str, matching(r"[^\s,;:*]+", "one word without , ; : * was")]
"""What a record is named by, ours."""

Year = Annotated[int, Field(ge=1900, le=2200)]

Language = Literal["az", "en", "ru"]


def _in_each_language(texts: dict[Language, Part]) -> dict[Language, Part]:
    missing = [language for language in get_args(Language) if language not in texts]
    if missing:
        raise PydanticCustomError(
            "languages", "{missing} is missing", {"missing": " and ".join(missing)}
        )
    return texts


ByLanguage = Annotated[dict[Language, Part], AfterValidator(_in_each_language)]
"""Something of ours in each of our languages."""

Many = Annotated[tuple[Part, ...], Field(strict=False)]
"""An array of the file, frozen."""

Some = Annotated[tuple[Part, ...], Field(strict=False, min_length=1)]
"""An array with at least one element."""
