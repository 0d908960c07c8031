"""The words for numbers of entries and bytes."""

from tui.language import _, mark, plural


def entries_words(number: int) -> str:
    """A number of entries."""
    return plural("{n} entry", "{n} entries", number, n=f"{number:,}")


def size_words(size: int) -> str:
    """A number of bytes, as people say it."""
    for unit, words in (
        (1 << 30, mark("{n} GB")),
        (1 << 20, mark("{n} MB")),
        (1 << 10, mark("{n} KB")),
    ):
        if size >= unit:
            return _(words, n=f"{size / unit:.1f}")
    return _("{n} bytes", n=size)
