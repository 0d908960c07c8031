"""What is copied of measures and items, and of the act."""

from collections.abc import Iterable, Sequence

from store.paragraphs import Paragraph
from store.texts import Texts
from tui.dashboard.desk import Desk
from tui.dashboard.sheet import excerpt_parts, plain, unofficial
from tui.language import _
from tui.typesetting import positions_apart

BETWEEN = "\n\n\n"


def excerpts(desk: Desk, keys: Iterable[str]) -> str:
    """Measures and items as plain text, in the language that is read.

    Raises:
        RegisterError: The register cannot be read.
    """
    about = desk.programme, desk.view
    return BETWEEN.join(
        plain(excerpt_parts(*about, desk.sheet(key), key, desk.texts)) for key in keys
    )


def page(
    shown: Sequence[Paragraph], texts: Texts | None = None, official: Sequence[Paragraph] = ()
) -> str:
    """Paragraphs of the act, each with its position, and our notes marked as ours.

    Args:
        shown: In the language that is read.
        texts: The translation that this is; None for the original.
        official: The same paragraphs in the original, if `shown` is a translation.
    """
    pairs = zip(official, shown, strict=True) if texts else ()
    translated = next((original.text for original, other in pairs if original != other), "")
    lines = map(_paragraph, shown)
    return "\n".join((*lines, *(text for text, _style in unofficial(texts, translated))))


def _paragraph(paragraph: Paragraph) -> str:
    if paragraph.kind == "note":
        return _("Note (ours): {note}", note=paragraph.words)
    apart = positions_apart(paragraph) if paragraph.kind in {"measure", "item"} else ""
    return f"{paragraph.words}  [{apart}]" if apart else paragraph.words
