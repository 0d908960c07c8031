"""Which language is used, and how sentences are said in it."""

from collections.abc import Iterator

import pytest

from seed.messages import Message, say
from tui import language
from tui.language import LANGUAGES, _, chosen, mark, plural, said, use


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Other tests read English."""
    yield
    use("en")


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
    assert chosen(asked, environment, setting) == expected


def test_what_the_lower_layers_say_keeps_its_template() -> None:
    message = say("{day} has not come yet: {why}", day="2010-01-01", why=say("it is {now}", now=9))
    assert message == "2010-01-01 has not come yet: it is 9"
    assert isinstance(message, Message)
    assert message.template == "{day} has not come yet: {why}"
    assert said(message) == str(message)
    assert said("plain {text}") == "plain {text}"
    assert say("no {place} to fill") == "no {place} to fill"


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
