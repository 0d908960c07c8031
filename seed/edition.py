"""All that lies in a programme's folder: the programme, its translations, our remarks.

A programme in the data folder goes before a shipped one of the same name. Where no translation lies
beside it, the shipped one serves, text by text, where the words are the same. Where one does, its
texts are of the words beside them, but for those that are as they were shipped although the
official words are not: these were made from the shipped words, and are translations of those.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from seed.errors import ProgrammeError
from seed.messages import say
from seed.model import Programme
from seed.pairing import Pair, untranslated
from seed.reading import read_programme
from seed.remarks import parse_remarks
from seed.shipped import FILE_NAME, languages_beside, shipped_folder
from seed.translation import Translation, parse_translation


@dataclass(frozen=True, slots=True)
class Translated:
    """A programme in another language.

    Attributes:
        language: Of the texts.
        mark: The words that stand wherever the translation is shown.
        statement: What a reader must know of it, one paragraph each.
        pairs: The texts, each with the official words that it was made from.
    """

    language: str
    mark: str
    statement: tuple[str, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """What lies in a programme's folder.

    Attributes:
        programme: The programme.
        translations: It in other languages, in the order of their codes.
        remarks: Our remarks in other languages than English: by language and English remark.
    """

    programme: Programme
    translations: tuple[Translated, ...]
    remarks: Mapping[str, Mapping[str, str]]


def read_edition(folder: Path) -> Edition:
    """Read and check a programme with its translations and remarks.

    A text of a translation that matches nothing in the programme is left out, as is a remark.

    Args:
        folder: A folder with `programme.toml` in it, which has the programme's id for its name.

    Raises:
        ProgrammeError: A file is broken, or is of another programme.
    """
    programme = read_programme(folder)
    if programme.id != folder.name:
        expected = say(
            "the name of its folder, {folder!r}, was expected, not {found!r}",
            folder=folder.name,
            found=programme.id,
        )
        raise ProgrammeError(folder / FILE_NAME, "id", expected)
    translations = {each.language: each for each in _translations(folder, programme)}
    remarks: dict[str, Mapping[str, str]] = dict(_remarks(folder, programme))
    if shipped := shipped_folder(folder):
        before = read_edition(shipped)
        made = {each.language: each for each in before.translations}
        translations |= {
            language: _made_from(translations[language], theirs)
            if language in translations
            else theirs
            for language, theirs in made.items()
        }
        remarks = {**before.remarks, **remarks}
    in_order = tuple(translations[language] for language in sorted(translations))
    return Edition(programme, in_order, remarks)


def _translations(folder: Path, programme: Programme) -> Iterator[Translated]:
    for language in languages_beside(folder, "translation"):
        translation = parse_translation(folder, language, programme)
        pairs = (*translation.pairs(programme), *_lines(programme, translation))
        none = {problem.key for problem in untranslated(pairs)}
        yield Translated(
            language,
            translation.mark,
            translation.statement,
            tuple(pair for pair in pairs if pair.where not in none),
        )


def _remarks(folder: Path, programme: Programme) -> Iterator[tuple[str, dict[str, str]]]:
    for language in languages_beside(folder, "remarks"):
        remarks = parse_remarks(folder, language, programme)
        yield language, {one.original: one.text for one in remarks.remarks}


def _lines(programme: Programme, translation: Translation) -> Iterator[Pair]:
    """Lines that are printed as one, and are several texts in the files."""
    names = {each.state: each.on_behalf for each in translation.signatures}
    for signature in programme.signatures:
        if text := names.get(signature.state):
            line = f"{signature.name} {signature.on_behalf}"
            yield Pair(f"signature {signature.state}", line, text)
    titles = {each.key: each.title for each in translation.sections}
    for section in programme.sections:
        if section.key in titles and section.title in section.printed:
            text = section.printed.replace(section.title, titles[section.key])
            yield Pair(f"section {section.key}", section.printed, text)


def _made_from(translated: Translated, shipped: Translated) -> Translated:
    """A translation, each text of it with the words that it was made from."""
    known = {(pair.where, pair.text): pair.original for pair in shipped.pairs}
    return replace(
        translated,
        pairs=tuple(
            replace(pair, original=known.get((pair.where, pair.text), pair.original))
            for pair in translated.pairs
        ),
    )
