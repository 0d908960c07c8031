"""Texts that no program may trip over, and what of them must never reach a terminal."""

import csv
import io
import re
import unicodedata

STORABLE = {
    "clear the screen": "\x1b[2J\x1b[H\x1bc",
    "the title": "\x1b]0;mine\x07\x1b]2;mine\x1b\\",
    "the clipboard": "\x1b]52;c;cm0gLXJmIC8=\x07",
    "a link": "\x1b]8;;file:///etc/passwd\x1b\\Nazirlər\x1b]8;;\x1b\\",
    "a device": "\x1bP1$r0m\x1b\\\x1b[c\x1b[6n\x1bZ",
    "in one byte": "\x9b2J\x9d0;x\x9c\x90q\x9c\x84\x85\x8d",
    "controls": "bell \x07 back \x08\x08\x08 null \x00 del \x7f shift \x0e\x0f vt \x0b ff \x0c",
    "lines": "a\r\nb\rc\nd\u2028e\u2029f\tg",
    "markup": "[/x] [red] [/] [@click=app.quit]q[/] \\[ \\ [bold",
    "sql": "'; DROP TABLE entry; --  \" ) OR 1=1 /* ? :a $b",
    "shell": "$(touch hacked) `touch hacked` && touch hacked | {0} %s %n ${HOME} ~",
    "json": '"}], "entries": [{"id": "x"} \\u0000 \\" \\',
    "html": "<script>alert(1)</script> &lt; <!-- ]]> <?xml",
    "formula": "=cmd|' /C calc'!A0",
    "formulas": '+1;=1+1;"=2";@SUM(A1)\n=3\n-4; -5;\t=6',
    "wide formulas": "＝1＋1",
    "backwards": "\u202etxet\u202c \u2066a\u2069 \u2067b\u2069 \u061c\u200e\u200f\u202d.",
    "unseen": "a\u00adb\u180ec\u200bd\u200ce\u200df\u2060g\ufeffh\u2061\ufff9i\ufffa\U000e0041.",
    "right to left": "השר לענייני פנים وزارة الداخلية",
    "marks": "Z\u0351\u036b\u0343a\u0334\u0316l\u0322\u0348g\u0321\u0355o\u0489 e\u0301 \u0301",
    "pictures": "🏳️‍🌈 👩🏽‍⚖️ 🇦🇿 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 😀",
    "four bytes": "𐍈 𠜎 𝔄 \U0010ffff \ufffe \ufdd0",
    "two cases": "İIıi ŞşƏəÇçĞğÖöÜü ẞß ﬁ Ǆ ΐ",
    "as long as may be": "ə" * 4000,
}
"""By what they try."""

ARGUMENTS = {name: text for name, text in STORABLE.items() if "\0" not in text}
"""Those that can be an argument of a program at all."""

HALF = "ab\udcff"
"""What a program gets for an argument that is no text."""

_OURS = re.compile(r"\x1b\[[0-9;]*m")


def steering(text: str) -> set[str]:
    """What in an output could steer a terminal, reorder or hide; but for colours and line feeds."""
    return {
        each
        for each in _OURS.sub("", text)
        if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp") and each != "\n"
    }


def run_by_a_spreadsheet(text: str) -> list[str]:
    """The cells of comma-separated values that a spreadsheet would run, wherever it splits them."""
    cells = [
        cell
        for separator in ",;\t"
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        for cell in row
    ]
    cells += re.split(r"[;\n]", text)  # it may not see the quotes either
    return [cell for cell in cells if cell.strip(' "\t')[:1] in tuple("=+-@＝＋－＠")]
