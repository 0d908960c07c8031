"""Quotation marks, as each language has them."""

from tui.language import _


def quoted(words: str) -> str:
    """Words that are somebody else's: official ones, or those that are looked for."""
    return _("“{words}”", words=words)
