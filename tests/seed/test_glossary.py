"""The glossary and the translations say the same, in both directions."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from seed.folding import fold
from seed.pairing import Pair
from seed.reading import programme_folders, read_programme
from seed.translation import Translation, read_translation

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
FOLDER = next(folder for folder in programme_folders() if folder.name == "cis-thb-2007-2010")
PROGRAMME = read_programme(FOLDER)

# The endings of Russian words, folded, so that й is и; what is left finds each form of most words.
RUSSIAN = re.compile(
    r"(иями|ями|ами|иях|ях|ах|ого|его|ому|ему|ыми|ими|ать|ять|ить"
    r"|ую|юю|ая|яя|ое|ее|ые|ие|ыи|ии|ои|еи|ою|ею|ия|ию|ием|ем|ом|ым|им|ам|ям|ов|ев"
    r"|а|я|о|е|у|ю|ы|и|ь)$"
)
ENGLISH = re.compile(r"(ies|y|ing|s|e)$")


def table(heading: str) -> list[list[str]]:
    """Return the rows of the table under a heading, without its own."""
    section = GLOSSARY.read_text("utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


TERMS = table("Terms")
BODIES = table("Bodies")


@cache
def translation(language: str) -> Translation:
    return read_translation(FOLDER, language, PROGRAMME)


@cache
def pairs(language: str) -> tuple[Pair, ...]:
    """Return all texts but the words for narrow columns, which the table of bodies gives."""
    every = translation(language).pairs(PROGRAMME)
    return tuple(one for one in every if not re.fullmatch(r"executor \w+: label", one.where))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def stem(word: str, language: str) -> str:
    """Return how every form of a word begins, roughly: short words stand for themselves."""
    folded = fold(word)
    if len(folded) < 4 or language == "az":
        return folded
    if language == "ru":
        return RUSSIAN.sub("", re.sub(r"(ся|сь)$", "", folded))
    return ENGLISH.sub("", folded)


def has(text: str, phrase: str, language: str) -> bool:
    """Whether the words of a phrase, in whatever form, stand in a text side by side."""
    found = words(text)
    sought = [stem(word, language) for word in re.findall(r"\w+", phrase)]
    return any(
        all(word.startswith(part) for word, part in zip(found[start:], sought, strict=False))
        for start in range(len(found) - len(sought) + 1)
    )


def has_term(text: str, term: str) -> bool:
    return any(has(text, re.sub(r"\([^)]*\)", "", one), "az") for one in term.split("; "))


CASES = [
    (row[0], language, row[column]) for row in TERMS for column, language in ((1, "ru"), (2, "en"))
]


@pytest.mark.parametrize(
    ("term", "language", "renderings"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES]
)
def test_a_term_is_rendered_by_its_words(term: str, language: str, renderings: str) -> None:
    used = [pair for pair in pairs(language) if has_term(pair.original, term)]
    assert used, "the act does not have this term"
    for pair in used:
        assert any(has(pair.text, one, language) for one in renderings.split("; ")), pair


@pytest.mark.parametrize(
    ("term", "language", "renderings"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES]
)
def test_each_rendering_is_used(term: str, language: str, renderings: str) -> None:
    texts = [pair.text for pair in pairs(language) if has_term(pair.original, term)]
    for rendering in renderings.split("; "):
        assert any(has(text, rendering, language) for text in texts), rendering


def test_each_way_to_print_a_term_is_printed() -> None:
    for term in (one for row in TERMS for one in row[0].split("; ")):
        assert any(has_term(pair.original, term) for pair in pairs("en")), term


def test_no_term_stands_twice() -> None:
    terms = [fold(one) for row in TERMS for one in row[0].split("; ")]
    assert len(set(terms)) == len(terms)


def test_the_bodies_are_those_of_the_programme_and_of_the_translations() -> None:
    assert [row[0] for row in BODIES] == [executor.id for executor in PROGRAMME.executors]
    en = {one.id: one for one in translation("en").executors}
    ru = {one.id: one for one in translation("ru").executors}
    for executor, (id_, az, russian, english, narrow) in zip(
        PROGRAMME.executors, BODIES, strict=True
    ):
        assert az == executor.label
        assert russian == ru[id_].label == executor.aliases["ru"][0]
        assert english in (en[id_].name or "")
        assert english in executor.aliases["en"]
        assert narrow == en[id_].label
        assert len(narrow) <= 15, "a narrow column"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_cell_names_each_body_that_it_is_read_as_in_its_order(language: str) -> None:
    cells = {cell.original: cell.text for cell in translation(language).cells}
    names = {
        executor.id: (executor.label, executor.name or "")
        for executor in translation(language).executors
    }
    short = {row[0]: row[3] for row in BODIES}
    for measure in PROGRAMME.measures:
        for cell in (measure.executors, measure.decision_bodies):
            text = fold(cells[cell.printed]) if cell.printed else ""
            places = []
            for body in cell.read:
                sought = names[body] if language == "ru" else (short[body],)
                if body == "states":
                    sought = ("участники СНГ",) if language == "ru" else (short[body],)
                found = [text.find(fold(name)) for name in sought if fold(name) in text]
                assert found, (measure.key, body)
                places.append(found[0])
            assert all(before < after for before, after in pairwise(places)), measure.key


def test_the_glossary_says_what_the_translations_are() -> None:
    text = " ".join(GLOSSARY.read_text("utf-8").split())
    assert "**unofficial and ours**" in text
    assert "made from the Azerbaijani text" in text
    assert "is not in our source" in text
