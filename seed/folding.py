"""The form in which texts are compared: any case, with or without Azerbaijani letters."""

import unicodedata

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
    bare = _without_marks(text).casefold()
    return " ".join(_without_marks(bare).translate(_LETTERS).split())


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
