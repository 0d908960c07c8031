"""Which language is used, and how sentences are said in it."""

import gettext
from typing import ClassVar

import pytest

from seed.messages import Message, counted, say
from store.errors import Refused
from tui import language
from tui.language import (
    LANGUAGES,
    Words,
    _,
    begin,
    language_of_words,
    mark,
    plural,
    prefer,
    said,
    use,
)


@pytest.mark.parametrize(
    ("asked", "environment", "setting", "expected"),
    [
        (None, {}, None, "en"),
        ("ru", {"ISTIRAK_LANG": "az", "LANG": "en_GB.UTF-8"}, "en", "ru"),
        (None, {"ISTIRAK_LANG": "az", "LANG": "ru_RU.UTF-8"}, "ru", "az"),
        (None, {"LANG": "ru_RU.UTF-8"}, "az", "az"),
        (None, {"LANG": "ru_RU.UTF-8"}, None, "ru"),
        (None, {"LANG": "az_AZ"}, None, "az"),
        (None, {"LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"}, None, "en"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "ru", "LANG": "az"}, None, "ru"),
        (None, {"LANG": "de_DE.UTF-8"}, None, "en"),
        (None, {"ISTIRAK_LANG": "klingon", "LANG": "az-AZ"}, None, "az"),
        (None, {"ISTIRAK_LANG": " RU "}, None, "ru"),
    ],
)
def test_the_order(
    asked: str | None, environment: dict[str, str], setting: str | None, expected: str
) -> None:
    begin(asked, environment, lambda: setting)
    assert language.language() == expected
    begin(asked, environment)
    prefer(setting)
    assert language.language() == expected


@pytest.mark.parametrize(
    ("asked", "environment", "setting", "words", "expected"),
    [
        # nothing says a language: the original
        (None, {}, None, None, None),
        (None, {"LC_ALL": "C.UTF-8"}, None, None, None),
        (None, {"LANG": "POSIX"}, None, None, None),
        (None, {"LANG": "de_DE.UTF-8"}, None, None, None),
        # the locale, the setting, the variable, the option
        (None, {"LANG": "en_US.UTF-8"}, None, None, "en"),
        (None, {"LANG": "ru_RU.UTF-8"}, None, None, "ru"),
        (None, {"LANG": "ru_RU.UTF-8"}, "en", None, "en"),
        (None, {"ISTIRAK_LANG": "az"}, "en", None, "az"),
        ("en", {"ISTIRAK_LANG": "az"}, "ru", None, "en"),
        # what is set for the words themselves
        ("ru", {"LANG": "ru"}, "ru", "original", "original"),
        (None, {}, None, "en", "en"),
        ("ru", {}, None, "en", "en"),
    ],
)
def test_the_language_of_the_words(
    asked: str | None,
    environment: dict[str, str],
    setting: str | None,
    words: str | None,
    expected: str | None,
) -> None:
    begin(asked, environment)
    prefer(setting)
    assert language_of_words(words) == expected
    begin(asked, environment, lambda: setting)  # before the register is open
    assert language_of_words(words) == expected


def test_the_register_is_looked_at_once_and_only_when_something_is_said() -> None:
    looks: list[int] = []

    def look() -> str:
        looks.append(1)
        return "az"

    begin("ru", {}, look)
    assert language.language() == "ru"
    begin(None, {"ISTIRAK_LANG": "ru"}, look)
    assert language.language() == "ru"
    begin(None, {}, look)
    prefer("en")
    assert language.language() == "en"
    assert looks == []
    begin(None, {"LANG": "ru"}, look)
    assert plural("{n} such thing", "{n} such things", 1) == "1 such thing"
    assert language.language() == "az"
    _("Nothing")
    prefer("ru")
    assert language.language() == "ru"
    assert looks == [1]


def test_what_the_lower_layers_say_keeps_its_template() -> None:
    message = say("{day} has not come yet: {why}", day="2010-01-01", why=say("it is {now}", now=9))
    assert message == "2010-01-01 has not come yet: it is 9"
    assert isinstance(message, Message)
    assert message.template == "{day} has not come yet: {why}"
    assert said(message) == str(message)
    assert said("plain {text}") == "plain {text}"
    assert say("no {place} to fill") == "no {place} to fill"


class Tiny(gettext.NullTranslations):
    """A catalogue of a language in which some sentences are said otherwise."""

    SAID: ClassVar = {
        "{day} has not come yet: {why}": "{why}; {day}?",
        "it is {now}": "now {now}",
        "{n} row of {of}": "{of}:{n}",
    }

    def gettext(self, message: str) -> str:
        return self.SAID.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.SAID.get(msgid1, msgid1 if n == 1 else msgid2)


def test_what_the_lower_layers_say_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Spoken, "catalogue", Tiny())
    message = say("{day} has not come yet: {why}", day="2010-01-01", why=say("it is {now}", now=9))
    assert said(message) == "now 9; 2010-01-01?"
    assert message == "2010-01-01 has not come yet: it is 9"
    rows = counted("{n} row of {of}", "{n} rows of {of}", 2, of=say("it is {now}", now=9))
    assert said(rows) == "now 9:2"
    assert said(say("{some} and {other}", some="a", other="b")) == "a and b"


def test_what_was_checked_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from store.decisions import check_reason

    monkeypatch.setattr(language._Spoken, "catalogue", Tiny())
    monkeypatch.setitem(Tiny.SAID, "has {length} characters: {longest} are the most", "{longest}!")
    monkeypatch.setitem(Tiny.SAID, "{what}. {remedy}.", "{remedy} ({what})")
    monkeypatch.setitem(Tiny.SAID, "reason", "why")
    with pytest.raises(Refused) as refused:
        check_reason("x" * 5000)
    assert said(refused.value.problems["reason"]) == "4000!"
    assert said(refused.value.whole) == (
        "Nothing was recorded; correct it and try again (why: 4000!)"
    )
    assert str(refused.value) == (
        "reason: has 5000 characters: 4000 are the most. "
        "Nothing was recorded; correct it and try again."
    )


def test_a_word_of_two_senses_is_said_in_the_one_it_has() -> None:
    table = language.Words({1: mark("done"), 2: language.sense("what falls due", "done")})
    assert (table[1], table[2]) == ("done", "done")
    use("ru")
    assert (table[1], table[2]) == ("выполнено", "закрыто")


def test_what_a_catalogue_lacks_is_said_in_english() -> None:
    for code in LANGUAGES:
        use(code)
        assert language.language() == code
        assert (
            _("Nothing is called {name}, surely", name="x{y}") == "Nothing is called x{y}, surely"
        )
        assert plural("{n} such thing", "{n} such things", 5) == "5 such things"
        assert _("") == ""
    assert mark("later") == "later"


def test_a_table_of_words_is_said_in_the_language_in_use() -> None:
    class Upper(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper()

    words = Words({1: mark("one"), 2: mark("two")})
    assert list(words.items()) == [(1, "one"), (2, "two")]
    language._Spoken.catalogue = Upper()
    assert list(words.items()) == [(1, "ONE"), (2, "TWO")]
    assert words.get(3) is None
