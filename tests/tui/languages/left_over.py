"""What is left of a text once all is taken out that is the same in every language."""

import re
import tomllib
from functools import cache

from seed.shipped import SHIPPED

PROGRAMME = SHIPPED / "cis-thb-2007-2010" / "programme.toml"

WORD = re.compile(r"[A-Za-zÀ-ɏƏə][\w’'-]*[A-Za-zÀ-ɏƏə]")
"""A word in Latin letters, of two and more: single ones are keys, items and marks."""

KEYS = {"Esc", "Enter", "Tab", "PgUp", "PgDn", "Home", "End", "Del", "Ctrl"}
NAMES = {
    *("istirak", "İştirak", "English", "Azərbaycanca", "Русский"),
    *("UTC", "SHA", "OSC", "JSON", "CSV"),
}

_SAME = re.compile(
    r"\S+…"  # a word that was cut: what is ours is never
    r"|“[^”]*”|«[^»]*»"  # what is quoted
    r"|'[^'\n]*'"  # what was typed
    r"|\bistirak [^`\n]*"  # what is to be typed, up to its end
    r"|<[^<>]*>"  # and what is to be filled in there
    r"|(?<!\w)--?[a-z][a-z-]*"  # options
    r"|(?<!\w)/[\w/.-]+"  # paths
    r"|\b[0-9a-f]{10,}\b"  # hashes
    r"|\b[\w-]+\.(?:json|db)\b"  # files
    r"|\b[a-z0-9]{8}-\d+\b"  # entries
    r"|\b[a-z][a-z-]+-(?:19|20)\d\d\b"  # treaties and programmes
)
_BROKEN = re.compile(r"-\n\s*")
_FRAME = re.compile(r"[│┊▸╭╮╰╯─▁▂▃▄▅▆▇█]+|[^\S\n]+")


@cache
def codes() -> frozenset[str]:
    """Codes of states and bodies in the programme, and the numerals of its sections."""
    read = tomllib.loads(PROGRAMME.read_text("utf-8"))
    return frozenset(
        {
            *(each["state"] for each in read["signature"]),
            *(each["id"] for each in read["executor"]),
            *(each["key"] for each in read["section"]),
        }
    )


@cache
def official() -> frozenset[str]:
    """The words of the act as it was published."""
    act = PROGRAMME.with_name("act.az.txt").read_text("utf-8")
    return frozenset(WORD.findall(act))


@cache
def _coded() -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, codes()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


def left_over(text: str, may: frozenset[str] = frozenset()) -> list[str]:
    """Words in Latin letters that have to be said in the language in use.

    Args:
        text: What a command or a screen says in a language of other letters.
        may: Words that may stand in it as they are.
    """
    text = _BROKEN.sub("-", text)
    text = _coded().sub(" ", _SAME.sub(" ", _FRAME.sub(" ", text)))
    return [word for word in WORD.findall(text) if word not in may | KEYS | NAMES]
