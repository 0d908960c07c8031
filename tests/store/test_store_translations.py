"""Translations: which words they are of, and what is found in them."""

import shutil
from pathlib import Path

import pytest
from desk import PROGRAMME, view

from seed.folding import fold
from seed.shipped import SHIPPED
from store.errors import Usage
from store.filters import Filter
from store.register import Register

FOLDER = SHIPPED / PROGRAMME
NEW_WORDS = "Qurbanlara yardım göstərmək"


def shipped_text(register: Register, key: str) -> str:
    return next(each.text for each in register.measures(view()) if each.key == key)


def found(register: Register, *words: str) -> list[str]:
    return [each.key for each in register.docket(view(), Filter(text=words)).measures]


def beside(file: Path, name: str) -> Path:
    """A copy of a file of the shipped programme, beside the register."""
    folder = file.parent / "programmes" / PROGRAMME
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(FOLDER / name, folder / name))


def edition(file: Path, old: str, new: str) -> None:
    """Put the programme with other words in it beside the register, without translations."""
    made = beside(file, "programme.toml")
    made.write_text(made.read_text("utf-8").replace(old, new), "utf-8")


def test_the_programme_is_there_in_both_languages(register: Register) -> None:
    assert register.translations.languages(PROGRAMME) == ("en", "ru")
    english = register.translations.texts(PROGRAMME, "en")
    assert english.mark == "unofficial translation"
    assert "authentic" in english.statement[1]
    with pytest.raises(Usage, match="not translated into 'tr'"):
        register.translations.texts(PROGRAMME, "tr")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_all_that_is_printed_has_a_translation(register: Register, language: str) -> None:
    texts = register.translations.texts(PROGRAMME, language)
    for paragraph in register.act(view()):
        if paragraph.kind != "note":
            assert texts.of(paragraph.text), paragraph


def test_one_text_may_be_called_differently_in_two_places(register: Register) -> None:
    texts = register.translations.texts(PROGRAMME, "en")
    assert texts.of("PAA") == "Interparliamentary Assembly"
    assert texts.of("PAA", "executor paa: label") == "IPA"
    assert texts.of("PAA", "nowhere") == "Interparliamentary Assembly"
    assert texts.over("no such words") == "no such words"


def test_our_remarks_are_there_too(register: Register) -> None:
    assert register.translations.remarks(PROGRAMME, "az")
    assert register.translations.remarks(PROGRAMME, "en") == {}


def test_words_that_an_edition_has_changed_have_no_translation(file: Path) -> None:
    with Register.open(file) as register:
        old = shipped_text(register, "2.6")
    edition(file, old, NEW_WORDS)
    with Register.open(file) as register:
        texts = register.translations.texts(PROGRAMME, "en")
        assert texts.of(NEW_WORDS) is None
        assert texts.of(NEW_WORDS, "measure 2.6: text") is None
        assert texts.of(shipped_text(register, "2.7"))
        assert register.verify().problems == ()


def test_a_copied_translation_is_still_of_the_words_it_was_made_from(file: Path) -> None:
    with Register.open(file) as register:
        old = shipped_text(register, "2.6")
        english = register.translations.texts(PROGRAMME, "en").of(old)
    edition(file, old, NEW_WORDS)
    copied = beside(file, "translation.en.toml")
    with Register.open(file) as register:
        assert register.translations.texts(PROGRAMME, "en").of(NEW_WORDS) is None
    copied.write_text(copied.read_text("utf-8").replace(english, "To help the victims"), "utf-8")
    with Register.open(file) as register:
        assert register.translations.texts(PROGRAMME, "en").of(NEW_WORDS) == "To help the victims"
        assert "2.6" in found(register, "help the victims")


def test_a_broken_translation_is_refused_and_a_programme_without_one_is_not(file: Path) -> None:
    from seed.errors import ProgrammeError

    beside(file, "programme.toml")
    copied = beside(file, "translation.ru.toml")
    copied.write_text("language = 7", "utf-8")
    with pytest.raises(ProgrammeError, match=r"translation\.ru\.toml"):
        Register.open(file)
    copied.unlink()
    other = file.parent / "programmes" / "other"
    other.mkdir()
    text = (FOLDER / "programme.toml").read_text("utf-8")
    (other / "programme.toml").write_text(text.replace(f'"{PROGRAMME}"', '"other"', 1), "utf-8")
    with Register.open(file) as register:
        assert register.translations.languages("other") == ()
        assert register.translations.findable("other") == {}


def test_a_text_that_matches_nothing_is_left_out(file: Path) -> None:
    with Register.open(file) as register:
        old = shipped_text(register, "2.6")
    made = beside(file, "programme.toml")
    beside(file, "translation.en.toml")
    text = made.read_text("utf-8")
    start = text.index('[[measure]]\nkey = "2.6"')
    end = text.index('[[measure]]\nkey = "2.7"')
    made.write_text(text[:start] + text[end:], "utf-8")
    with Register.open(file) as register:
        assert len(register.measures(view())) == 36
        assert register.translations.texts(PROGRAMME, "en").of(old) is None
        assert "2.6" not in register.translations.findable(PROGRAMME)


# -- searching -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("recommendation", "recommendations"),
        ("citizen", "citizens"),
        ("insuring", "insurance"),
        ("страхование", "страхования"),
        ("СТРАХОВАНИЮ", "страхования"),
        ("счёт", "счет"),
        ("жертва", "жертв"),
        ("sigorta", "sığorta"),
        ("QURBAN", "qurban"),
    ],
)
def test_another_form_or_spelling_of_a_word_finds_it(
    register: Register, typed: str, printed: str
) -> None:
    assert found(register, printed)
    assert set(found(register, typed)) >= set(found(register, printed))


@pytest.mark.parametrize("word", ["sığorta", "insurance", "insure", "страхование"])
def test_words_are_found_whatever_the_language(register: Register, word: str) -> None:
    assert found(register, word) == ["2.13"]


def test_words_of_two_languages_narrow_each_other(register: Register) -> None:
    both = found(register, "qurban", "insurance")
    assert set(both) == set(found(register, "qurban")) & set(found(register, "insurance"))


def test_what_is_being_typed_finds_the_beginning_of_words(register: Register) -> None:
    word = "страхование"
    for end in range(1, len(word) + 1):
        assert "2.13" in found(register, word[:end])


def test_a_phrase_is_found_as_it_stands(register: Register) -> None:
    assert "2.13" in found(register, "compulsory insurance")
    assert found(register, "insurance compulsory") == []


def test_nothing_more_is_found_in_the_original_alone(register: Register) -> None:
    for word in ("qurban", "viktimologiya"):
        narrowed = {each.key for each in register.measures(view()) if fold(word) in each.search}
        assert narrowed <= set(found(register, word))
