"""Which language the programme's words are shown in: the screens', unless another is chosen."""

from pathlib import Path

import pytest
from sitting import NARROW, WIDE, sitting

from store.register import Register
from store.values import ORIGINAL
from tui import language

AZERBAIJANI, ENGLISH, RUSSIAN = "Təşkilati-hüquqi", "Organisational and", "Организационно-правовые"
WORDS = {"az": AZERBAIJANI, "en": ENGLISH, "ru": RUSSIAN}
MARKS = ("unofficial translation", "неофициальный перевод")


@pytest.mark.parametrize("code", ["az", "en", "ru"])
@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_they_are_those_of_the_screens(file: Path, code: str, size: tuple[int, int]) -> None:
    language.use(code, named=True)
    async with sitting(file, size) as at:
        await at.shows(WORDS[code])
        assert all(WORDS[each] not in at.text for each in WORDS if each != code)
        assert any(mark in at.text for mark in MARKS) == (code != "az")


async def test_where_nothing_says_a_language_they_are_the_original(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        await at.shows("All measures", AZERBAIJANI)
        assert at.desk.texts is None


async def test_they_move_along_with_the_screens(file: Path) -> None:
    async with sitting(file, NARROW) as at:
        await at.press("down", "down", "space", "i", "up", "enter")
        await at.shows(RUSSIAN, "◆", "СНГ: торговля людьми")
        await at.press("i", "up", "enter")
        await at.shows(AZERBAIJANI)
        assert not any(mark in at.text for mark in MARKS)
        await at.press("i", "down", "down", "enter")
        await at.shows(ENGLISH)
    async with sitting(file, NARROW) as at:
        await at.shows(ENGLISH)


async def test_l_goes_before_the_screens(file: Path) -> None:
    language.use("ru")
    async with sitting(file, NARROW) as at:
        await at.shows(RUSSIAN)
        await at.press("l")
        await at.shows(AZERBAIJANI)
        await at.press("i", "down", "enter")
        await at.shows("All measures", AZERBAIJANI)
        await at.press("l")
        await at.shows(ENGLISH)


async def test_what_is_set_goes_before_the_screens_and_is_kept(file: Path) -> None:
    language.use("ru")
    async with sitting(file, NARROW) as at:
        await at.press("i", "tab", "down", "enter")
        await at.shows(AZERBAIJANI)
        await at.press("i", "down", "enter")
        await at.shows("All measures", AZERBAIJANI)
    with Register.open(file) as register:
        assert register.officer().words == ORIGINAL
    async with sitting(file, NARROW) as at:
        await at.shows(AZERBAIJANI)
        await at.press("i", "tab", "down", "down", "enter")
        await at.shows(RUSSIAN)
        await at.press("l")
        await at.shows(AZERBAIJANI)
        await at.press("i", "tab", "home", "enter")
        await at.shows(ENGLISH)
    with Register.open(file) as register:
        assert register.officer().words is None


async def test_a_decision_is_about_official_words_that_the_officer_understands(file: Path) -> None:
    language.use("ru")
    async with sitting(file, NARROW) as at:
        await at.press("d")
        await at.shows(
            "(неофициальный перевод) В целях расширения", "(официальный текст) İnsan alverinə"
        )
        await at.shows("Записать")  # all of it fits


async def test_a_new_user_changes_the_language_before_anything_else(new: Path) -> None:
    async with sitting(new, NARROW) as at:
        await at.shows(
            "Welcome", "i F11 Azərbaycanca · Русский · English", "Azərbaycan Respublikası"
        )
        await at.press("down", "i", "up", "enter")
        await at.shows("Добро пожаловать", ">AM Республика Армения")
        await at.press("enter", *"Anna", "f11", "down", "enter")
        await at.shows("Welcome", ">AM Republic of Armenia", "Anna")
        await at.press("f11", "up", "enter")
        await at.shows("Добро пожаловать", "Anna")
        await at.press("f2")
        await at.shows("Все мероприятия", "РАЗДЕЛ", "Решение", RUSSIAN)
    with Register.open(new) as register:
        officer = register.officer()
    assert (officer.name, officer.state, officer.language) == ("Anna", "AM", "ru")


@pytest.mark.parametrize("code", ["az", "en", "ru"])
async def test_a_new_user_finds_their_state(new: Path, code: str) -> None:
    names = {
        "az": "Azərbaycan Respublikası",
        "en": "Republic of Azerbaijan",
        "ru": "Азербайджанская Республика",
    }
    language.use(code, named=True)
    async with sitting(new, NARROW) as at:
        await at.shows(names[code])
        await at.press("enter", *"Officer", "enter", "s")
        await at.shows(names[code])
