"""The programme file and the act as published hold the same words, no more and no fewer."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from itertools import zip_longest

import pytest

from seed import act, model
from seed.folding import fold
from seed.reading import programme_folders, read_programme
from seed.record import Record

FOLDER = next(folder for folder in programme_folders() if folder.name == "cis-thb-2007-2010")
PUBLISHED = (FOLDER / "act.az.txt").read_bytes()
PROGRAMME = read_programme(FOLDER)

MARKUP = re.compile(r"</?[a-z]+>|\*+|^#+ |\\", re.MULTILINE)

# What is not of the act, by model; every other text must stand in the act.
OURS: dict[type[Record], set[str]] = {
    act.Agreement: {"id", "item", "addresses", "note"},
    act.Annex: {"measure", "addresses", "notes"},
    act.Clause: {"notes"},
    act.DecisionText: {"entry_into_force"},
    act.Effect: {"value", "covers", "note"},
    act.MainMeasure: {"section"},
    act.PassportRow: {"notes"},
    act.Signature: {"state", "act", "default", "note"},
    act.SpecialOpinion: {"state", "notes"},
    act.Treaty: {"id", "kind", "note"},
    model.Bodies: {"read", "note"},
    model.Deadline: {"kind", "note"},
    model.Executor: {"id", "kind", "where", "aliases", "note"},
    model.Executors: {"read", "note"},
    model.Measure: {"key", "section", "notes"},
    model.Programme: {"id", "language", "authentic_language", "label", "title_note"},
    model.Section: {"key", "note"},
}


def plain(text: str) -> str:
    """Return a text without markup, white space folded."""
    return " ".join(MARKUP.sub("", text).split())


ACT = plain(PUBLISHED.decode())


def cells(line: str) -> list[str]:
    """Return the cells of a row; a section's heading, which moves between cells, stands alone."""
    heading = re.fullmatch(r"\s*<b>([\dIVX]+\. [^<]+)</b>\s*", line)
    return [heading[1]] if heading else [plain(cell) for cell in line.split("\t")]


ROWS = [cells(line) for line in PUBLISHED.decode().splitlines() if "\t" in line]


def official(value: object, where: str) -> Iterator[tuple[str, str]]:
    """Yield each official text of a record and all below it, with its place."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, tuple):
        for index, one in enumerate(value, 1):
            yield from official(one, f"{where} {getattr(one, 'key', index)}")
    elif isinstance(value, Record):
        ours = OURS.get(type(value), set())
        for name in (name for name in type(value).model_fields if name not in ours):
            yield from official(getattr(value, name), f"{where}.{name}")


def in_order(programme: model.Programme) -> Iterator[str]:
    """Yield the official texts, each as often as it is printed, in the order of the act."""
    yield from law(programme.law)
    yield from decision(programme)
    yield from programme.approval
    yield programme.title
    yield from passport(programme.passport)
    yield from programme.introduction
    for row in table(programme):
        yield from row
    yield from (programme.annex.heading, programme.annex.title)
    yield from (treaty.printed for treaty in programme.annex.treaties)
    for opinion in programme.special_opinions:
        yield from (opinion.title, *opinion.place_and_date, opinion.opening)
        yield from (effect.clause for effect in opinion.effects)
        yield from opinion.signatory


def register(text: act.Law) -> list[tuple[str, str]]:
    rows = (getattr(text, name) for name in act.Law.model_fields)
    return [(row.label, row.printed or "") for row in rows if isinstance(row, act.LawRow)]


def law(text: act.Law) -> Iterator[str]:
    for row in register(text):
        yield from row
    yield from (text.title.printed or "", text.heading, text.preamble)
    for article in text.articles:
        yield from (article.number, *article.paragraphs)
    yield from (*text.signatory, *text.place_and_date)


def decision(programme: model.Programme) -> Iterator[str]:
    text = programme.decision
    yield from (text.title, text.heading, text.preamble)
    for paragraph in text.paragraphs:
        yield from (paragraph.number, *paragraph.paragraphs)
    for signature in programme.signatures:
        yield from (signature.name, signature.on_behalf, signature.printed)


def passport(text: act.Passport) -> Iterator[str]:
    yield text.heading
    for row in text.rows:
        yield from (row.label, *row.paragraphs)
        for line in row.main_measures:
            yield from (line.title, line.executors, line.period)


def table(programme: model.Programme) -> Iterator[list[str]]:
    """Yield the rows of the table of measures: number, text, deadline, executors, body."""
    heads = programme.table
    yield ["", heads.measure, heads.deadline, heads.executors, heads.decision_bodies]
    for section in programme.sections:
        yield [section.printed]
        for measure in (one for one in programme.measures if one.section == section.key):
            yield [
                measure.number or "",
                measure.text,
                measure.deadline.printed,
                measure.executors.printed or "",
                measure.decision_bodies.printed or "",
            ]
            for item in measure.items:
                yield ["", f"{item.letter}) {item.text}", "", "", ""]


def test_the_act_is_as_published() -> None:
    digest = "cfbafac262410905f5f399ccffae84ce559c7c93f841c4ccff0a281303a41847"
    assert hashlib.sha256(PUBLISHED).hexdigest() == digest


TEXTS = [*official(PROGRAMME, "programme")]


@pytest.mark.parametrize(("where", "text"), TEXTS, ids=[where for where, _ in TEXTS])
def test_each_official_text_stands_in_the_act(where: str, text: str) -> None:
    assert text in ACT, where


def test_nothing_in_the_act_is_missing_and_nothing_is_added() -> None:
    seeded = " ".join(text for text in in_order(PROGRAMME) if text).split()
    for number, (ours, theirs) in enumerate(zip_longest(seeded, ACT.split())):
        assert ours == theirs, " ".join(ACT.split()[max(0, number - 12) : number + 12])


def test_the_law_is_registered_cell_by_cell() -> None:
    assert [tuple(row) for row in ROWS[:9]] == register(PROGRAMME.law)
    assert [label for label, cell in register(PROGRAMME.law) if not cell] == [
        PROGRAMME.law.register_number.label
    ]


def test_the_passport_is_there_cell_by_cell() -> None:
    seeded = []
    for row in PROGRAMME.passport.rows:
        lines = [[line.title, line.executors, line.period] for line in row.main_measures]
        lines = lines or [[" ".join(row.paragraphs)]]
        seeded += [[row.label, *lines[0]], *lines[1:]]
    first = next(index for index, row in enumerate(ROWS) if row[0] == "Adı")
    last = next(index for index, row in enumerate(ROWS) if "Tədbirin adı" in row)
    printed = [[cell for cell in row if cell] for row in ROWS[first:last]]
    # The list of abbreviations runs on below the table.
    *seeded, [label, abbreviations] = seeded
    *printed, [printed_label, beginning] = printed
    assert seeded == printed
    assert label == printed_label
    assert abbreviations.startswith(beginning)


def test_the_measures_are_there_cell_by_cell() -> None:
    first = next(index for index, row in enumerate(ROWS) if "Tədbirin adı" in row)
    assert [*table(PROGRAMME)] == ROWS[first:]


def test_the_counts_of_the_act() -> None:
    assert len(PROGRAMME.sections) == 6
    assert len(PROGRAMME.measures) == 37
    assert sum(len(measure.items) for measure in PROGRAMME.measures) == 18
    assert len(PROGRAMME.executors) == 13
    assert len(PROGRAMME.signatures) == 11
    assert len(PROGRAMME.annex.treaties) == 9
    assert len(PROGRAMME.agreements) == 2


def test_keys_are_ours_and_numbers_are_printed() -> None:
    numbers = {measure.key: measure.number for measure in PROGRAMME.measures}
    assert {key: number for key, number in numbers.items() if number != f"{key}."} == {
        "V": None,
        "6.3-1": "6.3",
        "6.3-2": "6.3",
    }
    assert [section.key for section in PROGRAMME.sections] == ["I", "II", "III", "IV", "V", "VI"]
    assert [section.printed.split(".")[0] for section in PROGRAMME.sections] == [
        "1",
        "II",
        "III",
        "IV",
        "V",
        "VI",
    ]


def test_letters_keep_the_order_of_the_document() -> None:
    letters = {
        measure.key: "".join(item.letter for item in measure.items)
        for measure in PROGRAMME.measures
        if measure.items
    }
    assert letters == {
        "1.2": "ab",
        "1.4": "abc",
        "1.5": "abc",
        "2.1": "ab",
        "2.4": "abcçde",
        "4.1": "ab",
    }


def test_each_signature_gives_its_default() -> None:
    acts: dict[tuple[str, str], set[str]] = {}
    for signature in PROGRAMME.signatures:
        acts.setdefault((signature.act, signature.default), set()).add(signature.state)
    assert acts == {
        ("signed", "participates"): {"AM", "BY", "KZ", "KG", "RU", "TJ"},
        ("special-opinion", "undetermined"): {"AZ"},
        ("reservation", "undetermined"): {"UA"},
        ("not-signed", "not-bound"): {"GE", "MD", "TM"},
    }
    assert {one.printed for one in PROGRAMME.signatures if one.act == "signed"} == {"(imza)"}


def test_the_special_opinion_says_two_things() -> None:
    (opinion,) = PROGRAMME.special_opinions
    assert opinion.state == "AZ"
    assert [(effect.value, effect.covers) for effect in opinion.effects] == [
        ("not-bound", ("1.4.c",)),
        ("undetermined", ("*",)),
    ]


def test_readings_that_are_not_the_words_are_marked() -> None:
    inferred = {one.key: one.executors for one in PROGRAMME.measures if one.executors.inferred}
    assert list(inferred) == ["1.1", "1.2", "3.2", "6.3-2"]
    assert all(executors.note for executors in inferred.values())
    assert inferred["3.2"].read == ("dins", "bpes", "tors", "ens", "mcmeb")
    assert inferred["6.3-2"].read == ("states", "paa", "dins", "bpes", "tors", "ens", "ik")


def test_every_other_reading_of_executors_is_the_printed_cell() -> None:
    names = {fold(one.abbreviation or one.name or ""): one.id for one in PROGRAMME.executors}
    for measure in PROGRAMME.measures:
        executors = measure.executors
        if executors.inferred:
            continue
        cell = (executors.printed or "").replace(" (səlahiyyətləri üzrə)", "")
        printed = [name for name in cell.split(", ") if name]
        ids = [names.get(fold(name)) or names[fold(name.split()[-1])] for name in printed]
        assert list(executors.read) == ids, measure.key


def test_the_first_6_3_has_no_executors_and_the_second_deciding_bodies() -> None:
    measures = {measure.key: measure for measure in PROGRAMME.measures}
    assert measures["6.3-1"].executors.printed is None
    assert measures["6.3-1"].executors.read == ()
    assert measures["6.3-1"].executors.note
    deciding = {
        key: one.decision_bodies for key, one in measures.items() if one.decision_bodies.read
    }
    assert {key: bodies.read for key, bodies in deciding.items()} == {"6.3-2": ("dbs", "hbs")}


@pytest.mark.parametrize("key", ["1.7", "2.4", "2.14", "3.3", "V", "6.3-1", "6.3-2"])
def test_what_is_odd_in_a_measure_has_a_note(key: str) -> None:
    assert next(measure for measure in PROGRAMME.measures if measure.key == key).notes


def test_full_names_stand_where_they_are_said_to() -> None:
    bodies = [one for one in PROGRAMME.executors if one.kind == "body"]
    listed = [one for one in bodies if one.where == "list of abbreviations"]
    assert len(listed) == 9
    for body in listed:
        assert f"{body.abbreviation} - {body.name}" in ACT
    assert [(one.id, bool(one.note)) for one in bodies if one not in listed] == [
        ("ik", True),
        ("dbs", True),
        ("hbs", True),
    ]


def test_deadlines_are_of_four_kinds() -> None:
    kinds: dict[str, list[str]] = {}
    for measure in PROGRAMME.measures:
        kinds.setdefault(measure.deadline.kind, []).append(measure.key)
    assert len(kinds.pop("period")) == 33
    assert kinds == {
        "within": ["6.1"],
        "annual": ["6.2", "6.3-2"],
        "annual-following": ["6.3-1"],
    }


def test_periods_are_read_as_printed() -> None:
    periods = [one.deadline for one in PROGRAMME.measures if one.deadline.kind == "period"]
    for deadline in periods:
        years = [int(year) for year in re.findall(r"\d{4}", deadline.printed)]
        assert [deadline.first_year, deadline.last_year] == [years[0], years[-1]]
    for row in PROGRAMME.passport.rows:
        for line in row.main_measures:
            assert line.period.startswith(f"{line.first_year}-{line.last_year}-")


MONTHS = ("may", "sentyabr", "oktyabr", "noyabr", "dekabr")
MONTH_NUMBERS = dict(zip(MONTHS, (5, 9, 10, 11, 12), strict=True))


def dates(text: str) -> list[dt.date]:
    """Return the dates of a text, as printed: `2002-ci il 7 oktyabr`, `sentyabrın 25-də`."""
    months = "|".join(MONTHS)
    before = rf"(?P<y1>\d{{4}})-c. il (?P<d1>\d+) (?P<m1>{months})"
    after = rf"(?P<y2>\d{{4}})-c. il (?P<m2>{months})\w* (?P<d2>\d+)-"
    found = [match.groupdict() for match in re.finditer(f"{before}|{after}", text)]
    return [
        dt.date(
            int(one["y1"] or one["y2"]),
            MONTH_NUMBERS[one["m1"] or one["m2"]],
            int(one["d1"] or one["d2"]),
        )
        for one in found
    ]


def test_dates_are_read_as_printed() -> None:
    for treaty in PROGRAMME.annex.treaties:
        read = [date for date in (treaty.date, treaty.amended_on) if date]
        assert dates(treaty.printed) == read, treaty.id
    for agreement in PROGRAMME.agreements:
        assert dates(agreement.printed) == [agreement.date]
    third = PROGRAMME.decision.paragraphs[2].paragraphs[0]
    assert dates(third) == [PROGRAMME.adopted_on]
    assert dates(PROGRAMME.law.articles[0].paragraphs[0]) == [PROGRAMME.adopted_on]


def test_the_dates_of_the_law_are_read_as_printed() -> None:
    rows = (getattr(PROGRAMME.law, name) for name in act.Law.model_fields)
    for row in rows:
        if isinstance(row, act.LawRow) and row.printed:
            printed = re.search(r"(\d\d)[.-](\d\d)[.-](\d{4})", row.printed)
            day = dt.date(*map(int, reversed(printed.groups()))) if printed else None
            assert row.date == day, row.label


def test_an_agreement_is_the_item_that_names_it() -> None:
    items = {
        f"{measure.key}.{item.letter}": item.text
        for measure in PROGRAMME.measures
        for item in measure.items
    }
    for agreement in PROGRAMME.agreements:
        assert items[agreement.item].rstrip(";") == agreement.printed
