"""The form in which texts are compared: any case, with or without Azerbaijani letters."""

import unicodedata
from functools import lru_cache

# The Azerbaijani letters that Unicode does not decompose into a Latin letter and a mark.
_LETTERS = str.maketrans({"ə": "e", "ı": "i"})


def fold(text: str) -> str:
    """Return the form of a text in which it is compared and searched.

    `İŞTİRAK`, `iştirak`, `istirak` and `ISTIRAK` have one form: compatibility characters
    are replaced (NFKD), case is folded, Azerbaijani letters become ASCII (ə e, ı i, ğ g, ö o,
    ü u, ş s, ç c), the marks of all other letters are dropped, white space is folded. Never for
    item letters: `c` and `ç` are two items.

    Args:
        text: Any text, in any script.

    Returns:
        The folded text; folding it again changes nothing.
    """
    return " ".join(_bare(text).split())


def fold_with_places(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the folded text, and for each letter of it the place of the one it comes from.

    Args:
        text: Any text, in any script.

    Returns:
        What `fold` returns, and as many indices into the text, none smaller than the one before.
    """
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for each in _bare_letter(letter):
            space = each.isspace()
            if not space or (folded and folded[-1] != " "):
                folded.append(" " if space else each)
                places.append(place)
    if folded and folded[-1] == " ":
        del folded[-1], places[-1]
    return "".join(folded), tuple(places)


def _bare(text: str) -> str:
    return _without_marks(_without_marks(text).casefold()).translate(_LETTERS)


# A text has few different letters, however long it is.
@lru_cache(maxsize=1024)
def _bare_letter(letter: str) -> str:
    return _bare(letter)


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
