"""A language in which every sentence stands between brackets: what does not is untranslatable."""

import gettext
import re


class Bracketed(gettext.NullTranslations):
    """Every sentence stands between brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message.rpartition(chr(4))[2]}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


def unsaid(text: str) -> str:
    """A text without what stands between brackets, also within brackets."""
    count = 1
    while count:
        text, count = re.subn("⟦[^⟦⟧]*⟧", "", text)
    return text
