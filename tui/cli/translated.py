"""What commands print in a translation. Our marks go with it; official words stay beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from tui.language import language_of_words

if TYPE_CHECKING:
    from store.docket import Docket
    from store.paragraphs import Paragraph
    from store.register import Register
    from store.texts import Texts
    from store.values import Measure, Officer, Programme
    from tui.cli.desk import Desk

Record = Mapping[str, object]
Row = TypeVar("Row")

_RECORDED = ("history", "decision", "details", "progress")
"""Keys under which stands what people recorded, which nobody translates."""


_COLUMNS = ("translation", "translation_language", "unofficial")
"""What CSV has beside the original where a translation was asked for."""

_MEASURE_COLUMNS = ("translation", "items_translation", *_COLUMNS[1:])
"""The same of measures."""


def texts_in(desk: "Desk", language: str | None) -> "Texts | None":
    """The translation that `--in` asks for; None for the original.

    Raises:
        Usage: The programme is not translated into this language.
    """
    wanted = language.strip().lower() if language else desk.programme.language
    if wanted == desk.programme.language:
        return None
    return desk.register.translations.texts(desk.programme.id, wanted)


def texts_wanted(desk: "Desk", language: str | None = None, *, data: bool) -> "Texts | None":
    """The translation to print: that of `--in`, or else for people as is set or spoken.

    Args:
        desk: Its register is open.
        language: What `--in` asks for.
        data: Whether the output is for programs: these get the original, if they do not ask.

    Raises:
        Usage: The programme is not translated into the language that is asked for.
    """
    if data or language is not None:
        return texts_in(desk, language)
    return _preferred(desk.register, desk.programme, desk.officer)


def for_people(desk: "Desk", *, data: bool) -> "tuple[Desk, Texts | None]":
    """A desk with the programme as people are shown it, and the translation if that is one.

    Args:
        desk: With the programme in the original; the register is open.
        data: Whether the output is for programs: these get the original.
    """
    texts = texts_wanted(desk, data=data)
    if texts is None:
        return desk, None
    from store.overlay import programme_in

    return replace(desk, programme=programme_in(texts, desk.programme)), texts


def marked(line: Sequence[str], texts: "Texts | None") -> Sequence[str]:
    """A plain line; at its end, that its words are a translation where they are one."""
    return (*line, texts.mark) if texts else line


def shown_programme(
    register: "Register", programme: "Programme", officer: "Officer"
) -> "Programme":
    """The programme as people are shown it: in the translation that is set or spoken, if any."""
    from store.overlay import programme_in

    texts = _preferred(register, programme, officer)
    return programme_in(texts, programme) if texts else programme


def _preferred(register: "Register", programme: "Programme", officer: "Officer") -> "Texts | None":
    wanted = language_of_words(officer.words)
    return register.translations.texts_if_any(programme.id, wanted) if wanted else None


def with_translations(record: Record, texts: "Texts | None") -> dict[str, object]:
    """A record with a `translation` beside each official `text`, if one was asked for.

    Args:
        record: Of the contract, with official words under `text`.
        texts: The translation, or None for none.
    """
    if texts is None:
        return dict(record)
    found = {
        key: value if key in _RECORDED else _within(value, texts) for key, value in record.items()
    }
    if isinstance(text := record.get("text"), str):
        found["translation"] = translation_record(texts, texts.of(text))
    return found


def paragraph_with_translation(
    record: Record, paragraph: "Paragraph", texts: "Texts | None"
) -> dict[str, object]:
    """The record of a paragraph, whose `text` begins with what is printed before the words."""
    if texts is None:
        return dict(record)
    text = None if paragraph.kind == "note" else texts.of(paragraph.text)
    if text is not None and paragraph.number is not None:
        text = f"{paragraph.number} {text}"
    return {**record, "translation": translation_record(texts, text)}


def translated_line(paragraph: "Paragraph", texts: "Texts") -> Sequence[str]:
    """A paragraph of the act as a plain line in a translation; at its end, that it is one."""
    from store.overlay import act_in
    from tui.cli.rows import paragraph_line

    (over,) = act_in(texts, [paragraph])
    translated = paragraph.kind != "note" and texts.of(paragraph.text) is not None
    return (*paragraph_line(over), texts.mark if translated else "")


def print_translated(
    rows: Sequence[Row],
    texts: "Texts",
    *,
    over: Callable[[Row], Row],
    words: Callable[[Row], str],
    record: Callable[[Row], Record],
    columns: Sequence[str],
    cells: Callable[[Row], Record],
    line: Callable[[Row], Sequence[str]],
    table: Callable[[Sequence[Row]], None],
    as_json: bool,
    as_csv: bool,
    plain: bool,
) -> None:
    """Print a list in a translation, and that it is one; records keep the official words.

    Args:
        rows: What is listed, in the original.
        texts: The translation.
        over: A row in it.
        words: The official words of a row that stand in its record.
        record: A row, in the original, of the JSON array.
        columns: The names of the columns of CSV, in order.
        cells: A row, in the original, of CSV.
        line: A row as the cells of a plain line.
        table: Prints rows as a table, or says that there are none.
        as_json: Whether `--json` was given.
        as_csv: Whether `--csv` was given.
        plain: Whether `--plain` was given.
    """
    from tui.cli.output import print_list

    def translation(row: Row) -> str | None:
        translated = words(over(row))
        return None if translated == words(row) else translated

    def whole_table() -> None:
        print_heading(texts)
        table([over(row) for row in rows])

    print_list(
        rows,
        record=lambda row: {
            **record(row),
            "translation": translation_record(texts, translation(row)),
        },
        columns=(*columns, *_COLUMNS),
        cells=lambda row: {
            **cells(row),
            "translation": translation(row),
            "translation_language": texts.language,
            "unofficial": True,
        },
        line=lambda row: (*line(over(row)), "" if over(row) == row else texts.mark),
        table=whole_table,
        as_json=as_json,
        as_csv=as_csv,
        plain=plain,
    )


def print_heading(texts: "Texts | None") -> None:
    """Print that what is below is a translation, if it is one."""
    if texts:
        from tui.cli.grid import console, shown
        from tui.wording import translation_words

        console().print(shown(translation_words(texts.language, texts.mark), "bold"))


def print_measures(
    programme: "Programme",
    docket: "Docket",
    texts: "Texts",
    *,
    as_json: bool,
    as_csv: bool,
    plain: bool,
) -> None:
    """Print the measures that a filter left in a translation, and that it is one.

    Args:
        programme: In the original.
        docket: In the original.
        texts: The translation.
        as_json: Whether `--json` was given.
        as_csv: Whether `--csv` was given.
        plain: Whether `--plain` was given.
    """
    from store.overlay import measure_in, programme_in
    from tui.cli.output import print_list
    from tui.cli.records import measure_record
    from tui.cli.rows import MEASURE_COLUMNS, measure_cells, measure_lines

    over = programme_in(texts, programme)
    plain_line = measure_lines(over)

    def cells(measure: "Measure") -> Mapping[str, object]:
        shown = measure_in(texts, measure)
        return measure_cells(measure) | {
            "translation": texts.of(measure.text),
            "items_translation": "\n".join(f"{one.letter}) {one.text}" for one in shown.items),
            "translation_language": texts.language,
            "unofficial": True,
        }

    def line(measure: "Measure") -> Sequence[str]:
        return (
            *plain_line(measure_in(texts, measure)),
            texts.mark if texts.of(measure.text) else "",
        )

    def table() -> None:
        from tui.cli.tables import print_docket

        print_heading(texts)
        measures = tuple(measure_in(texts, measure) for measure in docket.measures)
        print_docket(over, replace(docket, measures=measures))

    print_list(
        docket.measures,
        record=lambda measure: with_translations(measure_record(measure), texts),
        columns=(*MEASURE_COLUMNS, *_MEASURE_COLUMNS),
        cells=cells,
        line=line,
        table=table,
        as_json=as_json,
        as_csv=as_csv,
        plain=plain,
    )


def _within(value: object, texts: "Texts") -> object:
    if isinstance(value, dict):
        return with_translations(value, texts)
    if isinstance(value, list):
        return [_within(each, texts) for each in value]
    return value


def translation_record(texts: "Texts", text: str | None) -> dict[str, object] | None:
    """A translation as it stands in a record, marked as unofficial; null where there is none."""
    return None if text is None else {"language": texts.language, "text": text, "unofficial": True}
