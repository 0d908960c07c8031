"""What commands print in a translation. Our marks go with it; official words stay beside it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from store.texts import Texts

Record = Mapping[str, object]
Row = TypeVar("Row")

_RECORDED = ("history", "decision", "details", "progress")
"""Keys under which stands what people recorded, which nobody translates."""

TRANSLATION_COLUMNS = ("translation", "translation_language", "unofficial")
"""What CSV has beside the original where a translation was asked for."""


def marked(line: Sequence[str], texts: "Texts | None") -> Sequence[str]:
    """A plain line; at its end, that its words are a translation where they are one."""
    return (*line, texts.mark) if texts else line


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


def print_list_in(
    texts: "Texts | None",
    rows: Sequence[Row],
    *,
    over: Callable[["Texts", Row], Row],
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
    """Print a list, in a translation if there is one to print; records keep the official words.

    Args:
        texts: The translation; None for the original.
        rows: What is listed, in the original.
        over: A row in a translation.
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

    if texts is None:
        print_list(
            rows,
            record=record,
            columns=columns,
            cells=cells,
            line=line,
            table=lambda: table(rows),
            as_json=as_json,
            as_csv=as_csv,
            plain=plain,
        )
        return

    def translation(row: Row) -> str | None:
        translated = words(over(texts, row))
        return None if translated == words(row) else translated

    def translated_line(row: Row) -> Sequence[str]:
        shown = over(texts, row)
        return (*line(shown), "" if shown == row else texts.mark)

    def whole_table() -> None:
        print_heading(texts)
        table([over(texts, row) for row in rows])

    print_list(
        rows,
        record=lambda row: {
            **record(row),
            "translation": translation_record(texts, translation(row)),
        },
        columns=(*columns, *TRANSLATION_COLUMNS),
        cells=lambda row: {
            **cells(row),
            "translation": translation(row),
            "translation_language": texts.language,
            "unofficial": True,
        },
        line=translated_line,
        table=whole_table,
        as_json=as_json,
        as_csv=as_csv,
        plain=plain,
    )


def print_heading(texts: "Texts | None") -> None:
    """Print that what is below is a translation, if it is one."""
    if texts:
        from tui.cli.grid import console, shown
        from tui.wording.programme import translation_words

        console().print(shown(translation_words(texts.language, texts.mark), "bold"))


def _within(value: object, texts: "Texts") -> object:
    if isinstance(value, dict):
        return with_translations(value, texts)
    if isinstance(value, list):
        return [_within(each, texts) for each in value]
    return value


def translation_record(texts: "Texts", text: str | None) -> dict[str, object] | None:
    """A translation as it stands in a record, marked as unofficial; null where there is none."""
    return None if text is None else {"language": texts.language, "text": text, "unofficial": True}
