"""Letters and lines for terminals without them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.transliteration import HANDLER, in_ascii, install

AZERBAIJANI = (
    "Aa Bb Cc Çç Dd Ee Əə Ff Gg Ğğ Hh Xx Iı İi Jj Kk Qq Ll Mm Nn Oo Öö Pp Rr Ss Şş Tt Uu Üü"
)


def shown(text: str, encoding: str = "ascii") -> str:
    install()
    return text.encode(encoding, HANDLER).decode(encoding)


@given(text=st.text())
def test_one_character_stands_for_one(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert shown(text).isascii()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cc Çç Ee Əə Gg Ğğ Iı İi Oo Öö Ss Şş Uu Üü", "Cc Cc Ee Ee Gg Gg Ii Ii Oo Oo Ss Ss Uu Uu"),
        ("Исполком СНГ", "Ispolkom SNG"),
        ("Съешь ещё Щи", "S'es' ese Si"),
        ("● ◐ ✗ … ? –", "* % x ~ ? -"),
        ("╭─┬┐│├╯║═╪", "+-++|++|-+"),
        ("“iş” «дело» 2007–2010 №5", '"is" "delo" 2007-2010 N5'),
        ("█▇▁", "###"),
        ("漢🏳", "??"),
    ],
)
def test_what_stands_for_what(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_what_the_encoding_has_is_left() -> None:
    assert shown("Исполком – İK", "koi8-r") == "Исполком - IK"


def test_it_is_for_eyes_only() -> None:
    install()
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", HANDLER)


def test_no_position_looks_like_another() -> None:
    from tui.wording.positions import POSITION_MARKS, POSITION_WORDS

    assert len({in_ascii(mark) for mark in POSITION_MARKS.values()}) == len(POSITION_MARKS)
    assert len({shown(word) for word in POSITION_WORDS.values()}) == len(POSITION_WORDS)
