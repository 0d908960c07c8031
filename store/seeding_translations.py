"""Writing the translations of a programme, and what its measures are found by in them."""

from collections.abc import Iterator, Mapping

from seed.edition import Edition, Translated
from seed.folding import fold
from seed.model import Measure
from seed.stemming import stems
from store.orm import Session, col, delete
from store.tables import Findable, TranslatedText
from store.texts import MARK, REMARK, STATEMENT, hash_of


def seed_translations(session: Session, edition: Edition) -> None:
    """Write a programme's translations and remarks, in place of earlier ones."""
    programme = edition.programme.id
    session.exec(delete(TranslatedText).where(col(TranslatedText.programme) == programme))
    session.exec(delete(Findable).where(col(Findable.programme) == programme))
    for translated in edition.translations:
        for place, made_from, text in _texts(translated):
            _add(session, programme, translated.language, place, made_from, text)
        texts = {pair.original: pair.text for pair in translated.pairs}
        for measure in edition.programme.measures:
            if row := _findable(programme, translated.language, measure, texts):
                session.add(row)
    for language, remarks in sorted(edition.remarks.items()):
        for number, (original, text) in enumerate(remarks.items(), 1):
            _add(session, programme, language, f"{REMARK} #{number}", original, text)


def _add(
    session: Session, programme: str, language: str, place: str, made_from: str | None, text: str
) -> None:
    hashed = None if made_from is None else hash_of(made_from)
    session.add(
        TranslatedText(
            programme=programme, language=language, place=place, made_from=hashed, text=text
        )
    )


def _texts(translated: Translated) -> Iterator[tuple[str, str | None, str]]:
    """Where each text stands, the words that it was made from, and the text."""
    yield MARK, None, translated.mark
    for number, paragraph in enumerate(translated.statement, 1):
        yield f"{STATEMENT} #{number}", None, paragraph
    for pair in translated.pairs:
        yield pair.where, pair.original, pair.text


def _findable(
    programme: str, language: str, measure: Measure, texts: Mapping[str, str]
) -> Findable | None:
    """What a measure is found by; None where nothing of it is translated."""
    original = [
        measure.text,
        *(item.text for item in measure.items),
        measure.executors.printed or "",
        measure.deadline.printed,
    ]
    found = "\n".join(texts[words] for words in original if words in texts)
    if not found:
        return None
    return Findable(
        programme=programme,
        language=language,
        measure=measure.key,
        words=fold(found),
        stems=f" {' '.join(sorted(stems(found)))} ",
    )
