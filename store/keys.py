"""Finding the measure or item that a person means by a key."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from seed.messages import counted, one_of, say
from store.errors import Usage


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about: a measure, or an item of it. `words` is the hash of its wording."""

    measure: str
    item: str | None
    words: str

    @property
    def key(self) -> str:
        """The key of the measure or item."""
        return self.measure if self.item is None else f"{self.measure}.{self.item}"


def spelled(key: str) -> str:
    """A key in the one way it is compared: composed letters, lower case, no outer dots or spaces.

    Letters keep their marks: items c and ç are two.
    """
    return unicodedata.normalize("NFC", key).strip().strip(".").lower()


def find(key: str, candidates: Iterable[str], numbers: Iterable[tuple[str, str | None]]) -> str:
    """The candidate that the key names.

    Args:
        key: As typed.
        candidates: Every key there is.
        numbers: Keys of the measures with the printed number of each.

    Raises:
        Usage: No candidate or several; the message names them.
    """
    wanted = spelled(key)
    for candidate in candidates:
        if spelled(candidate) == wanted:
            return candidate
    printed_so = [key for key, number in numbers if number and spelled(number) == wanted]
    if len(printed_so) > 1:
        raise Usage(
            counted(
                "{key!r} is printed {n} time in the programme",
                "{key!r} is printed {n} times in the programme",
                len(printed_so),
                key=key,
            ),
            say("Say {keys}", keys=one_of(printed_so)),
        )
    if printed_so:
        return printed_so[0]
    raise Usage(
        say("{key!r} is no measure or item of the programme", key=key),
        say("`istirak measures` lists the measures; an item is written 2.4.ç"),
    )
