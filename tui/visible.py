"""Text from outside, made safe to show: what would steer a terminal is shown instead of sent."""

import re

# C0 and C1 controls, and the marks that reorder or hide what stands beside them.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


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
    return _STEERING.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:  # the controls that have a picture, in the same order
        return chr(0x2400 + code)
    return "␡" if match[0] == "\x7f" else f"‹U+{code:04X}›"
