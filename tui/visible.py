"""Text from outside, made safe to show: what would steer a terminal is shown instead of sent."""

import re

STEERING = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls, but for tab and line feed
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
    "\ud800-\udfff"  # halves of characters
    "]"
)
"""What a terminal obeys instead of showing it, and what reorders or hides what stands beside it."""

LONGEST = 1000
"""Characters of a text that anybody reads in an error."""


def visible(text: str, *, lines: bool = False) -> str:
    """The text with each steering character shown by its name or picture.

    Args:
        text: Any text; it may hold control characters, escape sequences or half characters.
        lines: Keep line breaks; else they are folded to spaces, as are tabs.
    """
    if text.isprintable():  # nearly every text is: nothing to look for
        return text
    text = text.replace("\r\n", "\n").replace("\t", " ")
    if not lines:
        text = text.replace("\n", " ")
    return STEERING.sub(_shown, text)


def brief(text: str) -> str:
    """The text, without its middle where it is longer than anybody reads."""
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]} … {text[-half:]}"


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] < " ":  # the controls that have a picture, in the same order
        return chr(0x2400 + code)
    return "␡" if match[0] == "\x7f" else f"‹U+{code:04X}›"
