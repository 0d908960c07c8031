"""A programme file that cannot be relied on is refused, and it is said where and why."""

import pickle
import unicodedata
from pathlib import Path

import pytest
from pydantic import ValidationError

from seed.errors import Problem, ProgrammeError
from seed.model import Measure
from seed.reading import content_hash, programme_folders, read_programme

SHIPPED = next(folder for folder in programme_folders() if folder.name == "cis-thb-2007-2010")
TEXT = (SHIPPED / "programme.toml").read_text(encoding="utf-8")


def refused(folder: Path, content: str | bytes) -> ProgrammeError:
    """Return the error with which a file is refused."""
    raw = content.encode() if isinstance(content, str) else content
    (folder / "programme.toml").write_bytes(raw)
    with pytest.raises(ProgrammeError) as caught:
        read_programme(folder)
    error = caught.value
    assert error.file == folder / "programme.toml"
    assert str(error).startswith(f"{error.file}: {error.key}: {error.expected}")
    assert str(error).isprintable(), "an error is one line"
    return error


def changed(old: str, new: str) -> str:
    """Return the shipped file with one piece of text, the first, replaced."""
    assert old in TEXT, old
    return TEXT.replace(old, new, 1)


def a_measure(key: str, old: str, new: str) -> str:
    """Return the shipped file with a piece of one measure replaced."""
    before, start, rest = TEXT.partition(f'[[measure]]\nkey = "{key}"\n')
    body, end, after = rest.partition("\n\n")
    assert old in body, old
    return before + start + body.replace(old, new, 1) + end + after


def test_the_shipped_programmes_are_read() -> None:
    for folder in programme_folders():
        assert read_programme(folder).id == folder.name


def test_a_programme_is_frozen() -> None:
    programme = read_programme(SHIPPED)
    with pytest.raises(ValidationError):
        programme.id = "other"  # type: ignore[misc]


FORMAT = [
    (
        a_measure("2.4", 'kind = "period"', 'kind = "soon"'),
        "measure 2.4: deadline.kind",
        "one of 'period', 'within', 'annual' or 'annual-following' was expected, not 'soon'",
    ),
    (
        a_measure("6.1", "months = 3", 'months = "3"'),
        "measure 6.1: deadline.months",
        "a whole number was expected, not '3'",
    ),
    (
        a_measure("6.1", "months = 3", "month = 3"),
        "measure 6.1: deadline",
        "a deadline of kind within is given by months, not by month",
    ),
    (
        a_measure("1.3", ", last_year = 2009", ""),
        "measure 1.3: deadline",
        "a deadline of kind period is given by first_year and last_year, not by first_year",
    ),
    (
        a_measure("6.2", 'kind = "annual"', 'kind = "annual", month = 2'),
        "measure 6.2: deadline",
        "a deadline of kind annual is given by its kind alone, not by month",
    ),
    (
        a_measure("6.3-1", "month = 2", "month = 13"),
        "measure 6.3-1: deadline.month",
        "a number of at most 12 was expected, not 13",
    ),
    (
        a_measure("1.4", "items = [", "itemz = ["),
        "measure 1.4: itemz",
        "is not a known key",
    ),
    (
        a_measure("1.4", 'letter = "c", text = ', 'letter = "c", txt = '),
        "measure 1.4: items c: text",
        "is missing",
    ),
    (
        a_measure("2.4", 'letter = "ç"', 'letter = "ç)"'),
        "measure 2.4: items ç): letter",
        "one letter, without its bracket, was expected, not 'ç)'",
    ),
    (
        changed('key = "2.4"\n', ""),
        "measure 2.4.: key",
        "is missing",
    ),
    (
        changed('id = "slavery-1926"\n', ""),
        "annex.treaty #2: id",
        "is missing",
    ),
    (
        changed("[annex]\n", "[[annex]]\n"),
        "annex",
        "a table was expected",
    ),
    (
        changed('state = "AM"', 'state = "am"'),
        "signature am: state",
        "two capital letters (ISO 3166-1 alpha-2) were expected, not 'am'",
    ),
    (
        changed('key = "V"', 'key = "V 1"'),
        "section V 1: key",
        "one word without , ; : * was expected, not 'V 1'",
    ),
    (
        changed("adopted_on = 2006-11-28", 'adopted_on = "2006-11-28"'),
        "adopted_on",
        "a date such as 2006-11-28, without quotes, was expected, not '2006-11-28'",
    ),
    (
        changed("adopted_on = 2006-11-28", "adopted_on = 2006-11-28T00:00:00"),
        "adopted_on",
        "a date such as 2006-11-28, without quotes, was expected",
    ),
    (
        changed("first_year = 2007", "first_year = 20070"),
        "first_year",
        "a number of at most 2200 was expected, not 20070",
    ),
    (
        changed("first_year = 2007", "first_year = true"),
        "first_year",
        "a whole number was expected, not True",
    ),
    (
        a_measure("3.2", "inferred = true", 'inferred = "yes"'),
        "measure 3.2: executors.inferred",
        "true or false was expected, not 'yes'",
    ),
    (
        changed('heading = "QƏRAR"', 'heading = " "'),
        "decision.heading",
        "words were expected, not an empty text",
    ),
    (
        changed('heading = "QƏRAR"', 'heading = "\\u001b[31mQƏRAR"'),
        "decision.heading",
        "words were expected, without control characters",
    ),
    (
        changed('heading = "QƏRAR"', f"heading = {['QƏRAR'] * 9}"),
        "decision.heading",
        "words between quotes were expected",
    ),
    (
        changed("covers = [", "covers = [] # "),
        "special_opinion AZ: effect #1: covers",
        "at least 1 element was expected",
    ),
    (
        changed("\n[label]\n", '\n[label]\nde = "GUS"\n'),
        "label.de",
        "one of 'az', 'en' or 'ru' was expected, not 'de'",
    ),
    (
        changed('aliases = { az = ["PAA"], ', "aliases = { "),
        "executor paa: aliases",
        "az is missing",
    ),
    (
        changed('id = "cis-thb-2007-2010"', 'id = "CIS"'),
        "id",
        "small letters, digits and - were expected, not 'CIS'",
    ),
    (
        changed("first_year", '"\\u001b\\n" = 1\nfirst_year'),
        repr("\x1b\n"),
        "is not a known key",
    ),
]


@pytest.mark.parametrize(("content", "key", "expected"), FORMAT, ids=[case[1] for case in FORMAT])
def test_a_value_of_another_format_is_refused(
    tmp_path: Path, content: str, key: str, expected: str
) -> None:
    assert Problem(key, expected) in refused(tmp_path, content).problems


EXECUTORS = "states, paa, bpes, dins, tors, viores, gxrs, sqks, ens, mcmeb, ik, dbs, hbs"

MAIN_MEASURES = "Əsas tədbirlərin siyahısı, onların icraçıları və həyata keçirilməsi müddətləri"

CONSISTENCY = [
    (
        changed('key = "2.4"', 'key = "2.3"'),
        "measure 2.3",
        "must stand once, stands 2 times",
    ),
    (
        a_measure("2.4", 'letter = "ç"', 'letter = "c"'),
        "measure 2.4.c",
        "must stand once, stands 2 times",
    ),
    (
        changed('key = "1.6"', 'key = "1.5.c"'),
        "measure 1.5.c",
        "must stand once, stands 2 times",
    ),
    (
        changed('id = "child-rights-1989"', 'id = "slavery-1926"'),
        "treaty slavery-1926",
        "must stand once, stands 2 times",
    ),
    (
        changed('state = "AM"', 'state = "UA"'),
        "signature UA",
        "must stand once, stands 2 times",
    ),
    (
        a_measure("2.4", 'section = "II"', 'section = "VII"'),
        "measure 2.4: section",
        "one of I, II, III, IV, V, VI was expected, not 'VII'",
    ),
    (
        a_measure("2.4", 'section = "II"', 'section = "I"'),
        "measure 2.4: section",
        "must not go back, 2.3 before it is in II",
    ),
    (
        changed('title = "Kadr təminatı"\n\n', 'title = "Kadrlar"\n\n'),
        "section IV: title",
        "must be the end of `printed`",
    ),
    (
        a_measure("1.4", 'read = ["paa"]', 'read = ["pa"]'),
        "measure 1.4: executors.read",
        f"'pa' is not the id of an executor: {EXECUTORS}",
    ),
    (
        a_measure("1.4", 'read = ["paa"]', 'read = ["paa", "paa"]'),
        "measure 1.4: executors.read",
        "must not name an executor twice",
    ),
    (
        a_measure("1.4", 'read = ["paa"]', "read = []"),
        "measure 1.4: executors.read",
        "must not be empty where something is printed",
    ),
    (
        a_measure("6.3-1", "read = []", 'read = ["states"]'),
        "measure 6.3-1: executors.inferred",
        "must be true where nothing is printed",
    ),
    (
        a_measure("2.8", '"mcmeb"]', '"mcmeb"], inferred = true'),
        "measure 2.8: executors.note",
        "must say why the reading is inferred",
    ),
    (
        a_measure("6.3-2", 'read = ["dbs", "hbs"]', 'read = ["dbs", "hb"]'),
        "measure 6.3-2: decision_bodies.read",
        f"'hb' is not the id of an executor: {EXECUTORS}",
    ),
    (
        a_measure("6.3-2", 'printed = "DBŞ, HBŞ", ', ""),
        "measure 6.3-2: decision_bodies.printed",
        "is missing, though bodies are read",
    ),
    (
        a_measure(
            "1.3", "first_year = 2007, last_year = 2009", "first_year = 2009, last_year = 2007"
        ),
        "measure 1.3: deadline.last_year",
        "must not be before 2009",
    ),
    (
        changed("last_year = 2010 ", "last_year = 2006 "),
        "last_year",
        "must not be before first_year, 2007",
    ),
    (
        changed('entry_into_force = "2."', 'entry_into_force = "II."'),
        "decision.entry_into_force",
        "one of 1., 2., 3. was expected, not 'II.'",
    ),
    (
        changed('id = "bpes"', 'id = "bpəş"'),
        "executor bpəş: id",
        "must be the abbreviation in small ASCII letters, bpes",
    ),
    (
        changed('abbreviation = "PAA"\n', ""),
        "executor paa: abbreviation",
        "is missing",
    ),
    (
        changed('aliases = { az = ["PAA"]', 'aliases = { az = ["DİNŞ"]'),
        "executor dins: aliases",
        "'dins' already means paa",
    ),
    (
        changed('covers = ["1.4.c"]', 'covers = ["1.4.ç"]'),
        "special_opinion AZ: effect #1: covers",
        "'1.4.ç' is not the key of a measure or an item, nor '*'",
    ),
    (
        changed('covers = ["*"]', 'covers = ["*", "2.1"]'),
        "special_opinion AZ: effect #2: covers",
        "'*' is each measure and stands alone",
    ),
    (
        changed('default = "participates"', 'default = "not-bound"'),
        "signature AM: default",
        "'participates' was expected where the act is 'signed'",
    ),
    (
        changed(
            'act = "special-opinion"\ndefault = "undetermined"',
            'act = "signed"\ndefault = "participates"',
        ),
        "special_opinion AZ: state",
        "a signature of AZ with the act 'special-opinion' or 'reservation' was expected",
    ),
    (
        changed('act = "reservation"', 'act = "special-opinion"'),
        "signature UA: act",
        "a [[special_opinion]] of the state was expected",
    ),
    (
        changed('label = "Adı"\nparagraphs = [', 'label = "Adı"\nnotes = ['),
        "passport.row Adı",
        "either paragraphs or main_measure tables were expected",
    ),
    (
        changed('main_measure]]\nsection = "II"', 'main_measure]]\nsection = "VII"'),
        f"passport.row {MAIN_MEASURES}: main_measure VII",
        "is not a section's key",
    ),
    (
        changed('measure = "1.1"', 'measure = "1.9"'),
        "annex.measure",
        "'1.9' is not a measure's key",
    ),
    (
        changed('item = "1.2.a"', 'item = "1.2.c"'),
        "agreement return-of-minors-2002: item",
        "'1.2.c' is not the key of a measure or an item",
    ),
]


@pytest.mark.parametrize(
    ("content", "key", "expected"), CONSISTENCY, ids=[case[1] for case in CONSISTENCY]
)
def test_a_file_that_does_not_agree_with_itself_is_refused(
    tmp_path: Path, content: str, key: str, expected: str
) -> None:
    assert Problem(key, expected) in refused(tmp_path, content).problems


LABEL = TEXT[: TEXT.index("\n[label]\n")].count("\n") + 2

NOT_TOML = [
    (
        changed("\n[label]\n", "\n[label\n"),
        f"line {LABEL}, column 7",
        "TOML was expected: Expected ']' at the end of a table declaration",
    ),
    ('id = "', "end of document", "TOML was expected: Unterminated string"),
    ("id = 1\nid = 2\n", "line 2, column 7", "TOML was expected: Cannot overwrite a value"),
    ("a = \x1b", "line 1, column 5", "TOML was expected: Invalid value"),
    ("a = '\x1b'", "line 1, column 6", "TOML was expected: Found invalid character '\\x1b'"),
    ("on = 2006-11-31", "line 1, column 6", "TOML was expected: Invalid date or datetime"),
    (b'id = 1\nlabel = "\xff"', "line 2", "UTF-8 was expected"),
    (TEXT.encode("utf-16"), "line 1", "UTF-8 was expected"),
]


@pytest.mark.parametrize(
    ("content", "key", "expected"), NOT_TOML, ids=[case[1] for case in NOT_TOML]
)
def test_what_is_not_toml_is_refused_with_its_line(
    tmp_path: Path, content: str | bytes, key: str, expected: str
) -> None:
    assert refused(tmp_path, content).problems == (Problem(key, expected),)


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 5000], ids=["long number", "deep list"])
def test_toml_that_the_parser_gives_up_on_is_refused(tmp_path: Path, value: str) -> None:
    error = refused(tmp_path, f"first_year = {value}")
    assert error.key == "the file"
    assert error.expected.startswith("TOML was expected: ")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    error = refused(tmp_path, "")
    assert (error.key, error.expected) == ("id", "is missing")


def test_all_problems_are_found_at_once(tmp_path: Path) -> None:
    broken = changed('state = "AM"', 'state = "am"').replace("months = 3", "months = 0")
    error = refused(tmp_path, broken)
    assert [problem.key for problem in error.problems] == [
        "signature am: state",
        "measure 6.1: deadline.months",
    ]
    assert str(error).endswith("not 'am' (and 1 more)")


def test_a_long_value_is_not_shown_whole(tmp_path: Path) -> None:
    error = refused(tmp_path, changed('kind = "within"', f'kind = "{"x" * 5000}"'))
    assert len(str(error)) < 300


def test_an_error_can_be_sent_to_another_process() -> None:
    error = ProgrammeError(Path("programme.toml"), "id", "is missing", Problem("title", "too"))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert str(again) == str(error) == "programme.toml: id: is missing (and 1 more)"
    assert again.problems == error.problems


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace('text = "', 'text = "  ').encode(),
    ],
    ids=["byte-order mark", "Windows lines", "decomposed letters", "white space"],
)
def test_what_editors_do_to_a_file_changes_no_words(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "programme.toml").write_bytes(content)
    assert read_programme(tmp_path).measures == read_programme(SHIPPED).measures
    assert content_hash(tmp_path) != content_hash(SHIPPED)


def measures() -> dict[str, Measure]:
    return {measure.key: measure for measure in read_programme(SHIPPED).measures}


def test_the_hash_of_the_words_stays_what_decisions_were_taken_on() -> None:
    measure = measures()["6.3-1"]
    assert measure.words() == (
        '{"deadline":"Hesabat ilindən sonrakı ilin fevral ayında","decision_bodies":null,'
        '"executors":null,"items":[],"text":"Proqramın icrası vəziyyəti barədə hər il MDB-nin '
        'İcraiyyə Komitəsinə məlumat vermək"}'
    )
    digest = "a2241bd402e2d44c21f6d96d464b8b7d1e312a7e048c79c59a4df0b50682299c"
    assert measures()["2.4"].words_hash() == digest


def test_our_readings_are_not_of_the_words() -> None:
    measure = measures()["3.2"]
    executors = measure.executors.model_copy(update={"read": ("dins",), "note": "other"})
    same = measure.model_copy(update={"executors": executors, "notes": ("other",)})
    assert same.words_hash() == measure.words_hash()
    other = measure.model_copy(update={"text": f"{measure.text}."})
    assert other.words_hash() != measure.words_hash()
