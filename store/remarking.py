"""Our remarks in another language than the English of the programme file, for showing. Pure.

What comes back is of the same kind, so that whatever shows the English remarks shows these. Remarks
are our words and no translation of official ones: they follow the language of who reads.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from store.texts import hash_of
from store.values import Sheet, Treaty

if TYPE_CHECKING:
    from store.paragraphs import Paragraph
    from store.reasons import Why


@dataclass(frozen=True, slots=True)
class Remarks:
    """Our remarks on a programme in a language; English ones without any."""

    _by_original: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)

    def of(self, remark: str) -> str:
        """A remark in the language, or else as it is.

        Args:
            remark: In English.
        """
        return self._by_original.get(hash_of(remark), remark)

    def on_sheet(self, sheet: Sheet) -> Sheet:
        """A measure in full with these remarks."""
        return replace(sheet, notes=tuple(map(self.of, sheet.notes)))

    def on_act(self, act: "Iterable[Paragraph]") -> "tuple[Paragraph, ...]":
        """Paragraphs of the act with these remarks."""
        return tuple(
            replace(each, text=self.of(each.text)) if each.kind == "note" else each for each in act
        )

    def on_why(self, why: "Why") -> "Why":
        """Why a position holds, with how we read its clause."""
        return why if why.note is None else replace(why, note=self.of(why.note))

    def on_treaty(self, treaty: Treaty) -> Treaty:
        """A treaty with these remarks."""
        return treaty if treaty.note is None else replace(treaty, note=self.of(treaty.note))
