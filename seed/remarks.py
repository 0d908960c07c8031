"""Our remarks on a programme in another language than the English of its file.

`remarks.<language>.toml` stands beside `programme.toml`. It is keyed by the English remarks, since
one may stand in many places. These are all ours: nothing of it is of the act.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pydantic import Field

from seed.consistency import twice
from seed.errors import Problem, ProgrammeError
from seed.messages import say
from seed.model import Programme
from seed.pairing import Pair, untranslated
from seed.parsing import parsed, refusal, shortened
from seed.record import Language, Record, Some, Words
from seed.shipped import file_bytes

LANGUAGE: Language = "en"
"""The language of the remarks in a programme file."""

_FIELDS = {"note", "notes", "title_note", "where"}
"""What remarks stand in, in the records of a programme."""


class Remark(Record):
    """A remark.

    Attributes:
        original: The remark as the programme file has it, in English.
        text: The same in the language of the file.
    """

    original: Words
    text: Words


class Remarks(Record):
    """All remarks on a programme in one language.

    Attributes:
        programme: The programme's id.
        language: The language of the texts.
        remarks: The remarks.
    """

    programme: Words
    language: Language
    remarks: Some[Remark] = Field(alias="remark")

    def misplaced(self, programme: Programme) -> Iterator[Problem]:
        """Yield what shows that these were made for another programme.

        Args:
            programme: The programme that they should be on.
        """
        if self.programme != programme.id:
            expected = say(
                "{id!r} was expected, not {found!r}",
                id=programme.id,
                found=shortened(self.programme),
            )
            yield Problem("programme", expected)

    def problems(self, programme: Programme) -> Iterator[Problem]:
        """Yield everything in which these are not the remarks on a programme.

        Args:
            programme: The programme that they should be on.
        """
        yield from self.misplaced(programme)
        yield from twice("remark", (one.original for one in self.remarks))
        known = set(remarks_on(programme))
        given = {one.original for one in self.remarks}
        for missing in dict.fromkeys(one for one in remarks_on(programme) if one not in given):
            yield Problem(say("remark {remark}", remark=missing), say("is missing"))
        for one in self.remarks:
            if one.original not in known:
                yield Problem(
                    say("remark {remark}", remark=shortened(one.original)),
                    say("the programme has no such remark"),
                )
        yield from untranslated(
            Pair(say("remark {remark}", remark=one.original), one.original, one.text)
            for one in self.remarks
        )


def remarks_on(value: object) -> Iterator[str]:
    """Yield each remark of a programme, or of a part of it, as often as it stands there.

    Args:
        value: A record, or a tuple of records.
    """
    if isinstance(value, tuple):
        for one in value:
            yield from remarks_on(one)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name not in _FIELDS:
                yield from remarks_on(inner)
            elif isinstance(inner, str):
                yield inner
            else:
                yield from inner or ()


def read_remarks(folder: Path, language: str, programme: Programme) -> Remarks:
    """Read and check the remarks on the programme in a folder.

    Args:
        folder: The programme's folder, with `remarks.<language>.toml` in it.
        language: The language of the remarks; English ones stand in the programme itself.
        programme: The programme that lies in the folder.

    Returns:
        The remarks, one for each of the programme, and no other.

    Raises:
        ProgrammeError: There is no such file, it cannot be read, is not UTF-8, is not TOML, lacks a
            key, has an unknown one, an empty text or a placeholder, or is not of the programme.
    """
    name = f"remarks.{language}.toml"
    remarks = parse_remarks(folder, language, programme)
    if problems := list(remarks.problems(programme)):
        raise refusal(folder / name, problems)
    return remarks


def parse_remarks(folder: Path, language: str, programme: Programme) -> Remarks:
    """Read the remarks on a programme, which may be on another edition of it.

    Args:
        folder: A folder with `remarks.<language>.toml` in it.
        language: The language of the remarks.
        programme: The programme.

    Raises:
        ProgrammeError: The file is missing or broken, or is of another programme or language.
    """
    name = f"remarks.{language}.toml"
    if language not in get_args(Language) or language == LANGUAGE:
        raise ProgrammeError(
            folder, "language", say("there are no remarks in {language!r}", language=language)
        )
    remarks = parsed(Remarks, folder / name, file_bytes(folder, name))
    if remarks.language != language:
        expected = say("{language!r}, as in the file's name, was expected", language=language)
        raise ProgrammeError(folder / name, "language", expected)
    if problems := list(remarks.misplaced(programme)):
        raise refusal(folder / name, problems)
    return remarks
