"""A translation of a programme: unofficial, ours, and keyed as the programme file is.

`translation.<language>.toml` stands beside `programme.toml` and has the same tables and names. It
gives what a reader can see, and nothing of the original but keys and the phrases of short cells.
Numbers, letters and the order of things stay as the programme has them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pydantic import Field

from seed.errors import Problem, ProgrammeError
from seed.messages import say
from seed.model import Programme, TableHeadings
from seed.pairing import Pair, paired, paired_cells, untranslated
from seed.parsing import parsed, refusal, shortened
from seed.record import Key, Language, Many, Record, Some, Words
from seed.shipped import file_bytes


class CellText(Record):
    """A short cell that recurs: a deadline, executors, deciding bodies.

    Attributes:
        original: The cell as printed, in the table of measures or in the passport.
        text: Its translation, the same everywhere.
    """

    original: Words
    text: Words


class SectionText(Record):
    """A section, in the table of measures and in the passport.

    Attributes:
        key: The section's key.
        title: Its heading, number left out.
    """

    key: Key
    title: Words


class ItemText(Record):
    """A lettered part of a measure.

    Attributes:
        letter: The letter of the original, whatever the language.
        text: The words after the bracket.
    """

    letter: Words
    text: Words


class MeasureText(Record):
    """A measure; its other cells are among the recurring ones.

    Attributes:
        key: The measure's key.
        text: The words of the row.
        items: Its lettered parts.
    """

    key: Key
    text: Words
    items: Many[ItemText] = ()


class ExecutorText(Record):
    """The states together, or a body.

    Attributes:
        id: The executor's id.
        label: The words for a narrow column; a body's abbreviation where the language has one.
        name: The full name.
    """

    id: Key
    label: Words
    name: Words | None = None


class ClauseText(Record):
    """A numbered clause.

    Attributes:
        number: As printed in the original, with its full stop.
        paragraphs: Its paragraphs.
    """

    number: Words
    paragraphs: Some[Words]


class LawRowText(Record):
    """A row of the table that registers the law.

    Attributes:
        label: The row's heading.
        printed: Its content, or None where the cell is empty.
    """

    label: Words
    printed: Words | None = None


class LawText(Record):
    """The law that approved the Decision; the attributes are those of `seed.act.Law`."""

    kind: LawRowText
    adopted_on: LawRowText
    number: LawRowText
    title: LawRowText
    publication: LawRowText
    in_force_on: LawRowText
    classification: LawRowText
    register_number: LawRowText
    registered_on: LawRowText
    heading: Words
    preamble: Words
    articles: Some[ClauseText] = Field(alias="article")
    signatory: Some[Words]
    place_and_date: Some[Words]


class DecisionWording(Record):
    """The Decision; the attributes are those of `seed.act.DecisionText`."""

    title: Words
    heading: Words
    preamble: Words
    paragraphs: Some[ClauseText] = Field(alias="paragraph")


class SignatureText(Record):
    """A line of the Decision's signature table.

    Attributes:
        state: Who signs.
        name: The state's name.
        on_behalf: The line above the signature, name included: word order differs by language.
        printed: The words that stand for the signature, or the dash.
    """

    state: Key
    name: Words
    on_behalf: Words
    printed: Words


class PassportRowText(Record):
    """A row of the passport; its table of main measures is made of sections and cells.

    Attributes:
        original: The row's heading as printed.
        label: The row's heading.
        paragraphs: Its content.
    """

    original: Words
    label: Words
    paragraphs: Many[Words] = ()


class PassportText(Record):
    """The programme's passport.

    Attributes:
        heading: Its heading.
        rows: Its rows.
    """

    heading: Words
    rows: Some[PassportRowText] = Field(alias="row")


class TreatyText(Record):
    """A treaty of the annex, or an agreement that an item names.

    Attributes:
        id: The treaty's or agreement's id.
        printed: What it is called, with its date.
    """

    id: Key
    printed: Words


class AnnexText(Record):
    """The list of treaties annexed to a measure.

    Attributes:
        heading: What it is annexed to.
        title: What it lists.
        treaties: The treaties.
    """

    heading: Words
    title: Words
    treaties: Some[TreatyText] = Field(alias="treaty")


class EffectText(Record):
    """A clause of a special opinion.

    Attributes:
        clause: The clause.
    """

    clause: Words


class OpinionText(Record):
    """A state's special opinion on the Decision.

    Attributes:
        state: Whose it is.
        title: Its heading.
        place_and_date: The lines under the heading.
        opening: The words before the clauses.
        effects: The clauses, in the order of the original.
        signatory: The lines of the signature.
    """

    state: Key
    title: Words
    place_and_date: Some[Words]
    opening: Words
    effects: Some[EffectText] = Field(alias="effect")
    signatory: Some[Words]


class Note(Record):
    """What the translators remark, in the language of the translation.

    Attributes:
        on: What on, as a message names it: `measure 2.14`, `treaty slavery-1926`.
        text: The remark.
    """

    on: Words
    text: Words


class Translation(Record):
    """A translation of all that a programme file gives as printed. It is unofficial, and ours.

    Attributes:
        programme: The programme's id.
        language: The language of the words here.
        made_from: The language it was made from.
        mark: The words that stand wherever the translation is shown.
        statement: What a reader must know of it, one paragraph each.
        title: The programme's heading.
        adopted_at: Where the Decision was taken.
        law: The law that approved the Decision.
        decision: The Decision.
        signatures: Its signature table.
        approval: The words over the heading.
        passport: The passport.
        introduction: The paragraphs between passport and table.
        table: The headings of the table of measures.
        cells: Its short cells and the passport's, by what is printed.
        sections: Its sections.
        measures: Its rows.
        executors: Everyone who is named in it.
        annex: The treaties annexed to a measure.
        agreements: The agreements that items name.
        special_opinions: The special opinions.
        notes: The translators' remarks.
    """

    programme: Words
    language: Language
    made_from: Language
    mark: Words
    statement: Some[Words]
    title: Words
    adopted_at: Words
    law: LawText
    decision: DecisionWording
    signatures: Some[SignatureText] = Field(alias="signature")
    approval: Some[Words]
    passport: PassportText
    introduction: Many[Words]
    table: TableHeadings
    cells: Some[CellText] = Field(alias="cell")
    sections: Some[SectionText] = Field(alias="section")
    measures: Some[MeasureText] = Field(alias="measure")
    executors: Some[ExecutorText] = Field(alias="executor")
    annex: AnnexText
    agreements: Many[TreatyText] = Field(default=(), alias="agreement")
    special_opinions: Many[OpinionText] = Field(default=(), alias="special_opinion")
    notes: Many[Note] = Field(default=(), alias="note")

    def pairs(self, programme: Programme) -> tuple[Pair, ...]:
        """Return each official text of a programme with its translation.

        Args:
            programme: The programme that this is a translation of.
        """
        return tuple(one for one in self._beside(programme) if isinstance(one, Pair))

    def misplaced(self, programme: Programme) -> Iterator[Problem]:
        """Yield what shows that this was made for another programme.

        Args:
            programme: The programme that it should be a translation of.
        """
        if self.programme != programme.id:
            expected = say(
                "{id!r} was expected, not {found!r}",
                id=programme.id,
                found=shortened(self.programme),
            )
            yield Problem("programme", expected)
        if self.made_from != programme.language:
            expected = say(
                "{language!r}, the language of the programme, was expected",
                language=programme.language,
            )
            yield Problem("made_from", expected)

    def problems(self, programme: Programme) -> Iterator[Problem]:
        """Yield everything in which this is no translation of a programme.

        Args:
            programme: The programme that it should be a translation of.
        """
        yield from self.misplaced(programme)
        yield from (one for one in self._beside(programme) if isinstance(one, Problem))
        pairs = self.pairs(programme)
        yield from untranslated(pairs)
        yield from self._notes_on_nothing({pair.where for pair in pairs})

    def _beside(self, programme: Programme) -> Iterator[Pair | Problem]:
        yield from paired(programme, self)
        yield from paired_cells(programme, [(cell.original, cell.text) for cell in self.cells])

    def _notes_on_nothing(self, texts: set[str]) -> Iterator[Problem]:
        """Yield the notes on something that is neither a text nor made of texts."""
        tables = {where.rpartition(": ")[0] for where in texts}
        tables |= {where.rpartition(": ")[0] for where in tables}
        places = texts | tables
        for note in self.notes:
            if note.on not in places:
                yield Problem(
                    say("note on {text}", text=shortened(note.on)),
                    say("is on nothing that the programme has"),
                )


def read_translation(folder: Path, language: str, programme: Programme) -> Translation:
    """Read and check a translation of the programme in a folder.

    Args:
        folder: The programme's folder, with `translation.<language>.toml` in it.
        language: The language of the translation.
        programme: The programme that lies in the folder.

    Returns:
        The translation, which has a text for each official one of the programme, and no other.

    Raises:
        ProgrammeError: There is no such translation, its file cannot be read, is not UTF-8, is not
            TOML, lacks a key, has an unknown one, an empty text or a placeholder, or does not match
            the programme.
    """
    name = f"translation.{language}.toml"
    translation = parse_translation(folder, language, programme)
    if problems := list(translation.problems(programme)):
        raise refusal(folder / name, problems)
    return translation


def parse_translation(folder: Path, language: str, programme: Programme) -> Translation:
    """Read a translation of a programme, which may be of another edition of it.

    Args:
        folder: A folder with `translation.<language>.toml` in it.
        language: The language of the translation.
        programme: The programme.

    Returns:
        The translation. What of it matches the programme, its `pairs` tell.

    Raises:
        ProgrammeError: The file is missing or broken, or is of another programme or language.
    """
    name = f"translation.{language}.toml"
    if language not in get_args(Language) or language == programme.language:
        raise ProgrammeError(
            folder, "language", say("there is no translation into {language!r}", language=language)
        )
    translation = parsed(Translation, folder / name, file_bytes(folder, name))
    if translation.language != language:
        expected = say("{language!r}, as in the file's name, was expected", language=language)
        raise ProgrammeError(folder / name, "language", expected)
    if problems := list(translation.misplaced(programme)):
        raise refusal(folder / name, problems)
    return translation
