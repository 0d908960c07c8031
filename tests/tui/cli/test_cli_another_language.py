"""What changes with the language, and what does not, where every sentence is said otherwise."""

import json
import re
from typing import Any

import pytest
from bracketed import unsaid
from installed_command import Cli

from tui.cli.commands import COMMANDS

# In Russian here, every sentence that a catalogue could have stands between brackets.
SPEAKING = """
import contextlib, gettext, io, json, sys
from tui import language
from tui.cli.main import main

class Bracketed(gettext.NullTranslations):
    def gettext(self, message):
        return f"⟦{message.rpartition(chr(4))[2]}⟧"
    def ngettext(self, one, many, n):
        return f"⟦{one if n == 1 else many}⟧"

language.gettext.translation = lambda *_, **__: Bracketed()
said = []
for spoken, *arguments in json.loads(sys.argv[1]):
    sys.argv = ["istirak", "--lang", spoken, *arguments]
    with (
        contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")) as out,
        contextlib.redirect_stderr(io.StringIO()) as err,
        contextlib.suppress(SystemExit),
    ):
        main()
    out.flush()
    said.append([out.buffer.getvalue().decode(), err.getvalue()])
print(json.dumps(said))
"""

RECORDS = (
    ("agenda",),
    ("checks",),
    ("changes", "--from", "2007-01-01", "--to", "2009-01-01"),
    ("history",),
    ("measures",),
    ("return", "check", "--year", "2007"),
    ("return", "list"),
    ("return", "show", "--year", "2007"),
    ("show", "6.1"),
    ("status",),
    ("text", "special-opinion"),
    ("treaty", "list"),
    ("treaty", "show", "slavery-1926"),
    ("verify",),
    ("why", "2.4"),
)  # fmt: skip
"""Commands whose records other programs rely on."""

REFUSED = (
    ("retract", "x", "--reason", "y"),
    ("measures", "--due", "never"),
    ("measures", "--section", "Q"),
    ("show", "9.9"),
    ("decide", "6.3", "--position", "participates", "--date", "2008-01-02"),
    ("return", "check", "--year", "2030"),
    ("return", "release", "--year", "2008", "--number", "1", "--date", "2009-01-02"),
    ("treaty", "show", "x"),
    ("addressees", "2.4"),
    ("fulfil", "2.4", "--ref", "x", "--date", "2008-01-01"),
    ("confirm", "2.4"),
    ("changes", "--from", "2009-01-01", "--to", "2008-01-01"),
    ("text", "x"),
    ("restore", "/nowhere"),
    ("salvage", "/"),
)
"""Commands that cannot be done; what is wrong with a field stands under the name of its option."""


@pytest.fixture(scope="module")
def register(known: Cli) -> Cli:
    """A register in which something of most kinds is recorded."""
    known.ok("decide", "2.4", "--position", "participates", "--date", "2008-01-02")
    known.ok("return", "set", "2.4", "--year", "2007", "--status", "done", "--text", "X")
    known.ok(
        *("treaty", "record", "slavery-1926", "accession"),
        *("--date", "2007-01-02", "--source", "X"),
    )
    return known


def said(cli: Cli, *commands: tuple[str, ...]) -> Any:
    result = cli.python(SPEAKING, json.dumps(commands))
    assert result.code == 0, result.err
    return json.loads(result.out)


@pytest.mark.parametrize("format_", ["--json", "--csv"])
def test_records_are_the_same(register: Cli, format_: str) -> None:
    spoken = [("ru", *each, format_) for each in RECORDS]
    english = [("en", *each, format_) for each in RECORDS]
    for one, other, command in zip(
        said(register, *spoken), said(register, *english), RECORDS, strict=True
    ):
        assert one[0] == other[0], command
        assert "⟦" not in one[0]
        if format_ == "--json":
            assert json.loads(one[0]) is not None


def test_what_is_refused_is_said(register: Cli) -> None:
    for (_, err), command in zip(
        said(register, *(("ru", *each) for each in REFUSED)), REFUSED, strict=True
    ):
        assert re.fullmatch(r"istirak: (⟦.+⟧)\. (⟦.+⟧)\.\n", err), (command, err)


def test_what_is_wrong_with_a_field_is_said(register: Cli) -> None:
    (_, err), (_, treaty) = said(
        register,
        *(
            ("ru", *each)
            for each in (
                ("decide", "2.4", "--position", "participates-in-part", "--date", "2990-01-01"),
                (
                    *("treaty", "record", "slavery-1956", "ratification"),
                    *("--date", "2007-01-02", "--source", "x"),
                ),
            )
        ),
    )
    assert re.match(r"istirak: --date: ⟦.+⟧; --reservation: ⟦.+⟧\. ⟦.+⟧\.\n", err), err
    assert treaty.startswith("istirak: ⟦ACTION⟧: ⟦⟦ratification⟧ needs a signature"), treaty


def test_findings_and_reasons_are_said(register: Cli) -> None:
    (checks, _), (agenda, _) = said(register, ("ru", "checks"), ("ru", "agenda"))
    assert checks
    assert agenda
    assert all(line.split("\t")[3].startswith("⟦") for line in checks.splitlines())
    assert all(line.split("\t")[7].startswith("⟦") for line in agenda.splitlines())


MISTYPED = (
    ("--nope",),
    ("stauts",),
    ("status", "--jsno"),
    ("show",),
    ("show", "1.1", "1.2"),
    ("return",),
    ("return", "sett"),
    ("return", "check"),
    ("status", "--on"),
    ("status", "--on", "2008-13-01"),
    ("status", "--json=x"),
    ("agenda", "--days", "x"),
    ("agenda", "--days", "-1"),
    ("fulfil", "6.1", "--year", "x"),
    ("measures", "--json", "--plain"),
    ("changes",),
    ("decide", "2.4"),
    ("decide", "2.4", "--position", "x"),
    ("return", "show", "--year", "2007", "--draft", "--number", "1"),
    ("treaty", "record", "slavery-1926", "accession"),
    ("setup", "--data-dir", " "),
)
"""What the command line itself refuses, most of it by Typer."""

GROUPS = {"return": ("set", "list"), "treaty": ("record", "show")}


def test_what_is_mistyped_is_said(register: Cli) -> None:
    answers = said(register, *(("ru", *each) for each in MISTYPED))
    for (out, err), command in zip(answers, MISTYPED, strict=True):
        assert out == "", command
        assert unsaid(err) == "istirak: \n", (command, err)
        # The sentence, what was wrong in it, and no English of Typer's around that.
        assert err.startswith("istirak: ⟦⟦"), (command, err)


def test_all_of_the_help_is_said(register: Cli) -> None:
    commands = [
        (),
        *((name,) for name in COMMANDS),
        *((group, name) for group, members in GROUPS.items() for name in members),
    ]
    helps = said(register, *(("ru", *each, "--help") for each in commands))
    names = {"istirak", *COMMANDS}
    for (out, _), command in zip(helps, commands, strict=True):
        # The lists of groups have first sentences, whose closing bracket is further on.
        left = re.sub(r"⟦.*$|-[-a-z]+|\.\.\.", " ", unsaid(out), flags=re.MULTILINE)
        words = set(re.findall(r"[^\W\d_]{2,}", left))
        subcommands = {"set", "check", "release", "correct", "list", "show", "record"}
        assert words <= names | subcommands, (command, words - names)


def test_lines_and_footers_are_said(register: Cli) -> None:
    """What is left are values: nothing in it are words of ours."""
    answers = said(
        register,
        *(("ru", *each) for each in (("verify",), ("status", "--brief"), ("doctor",))),
    )
    (sound, _), (brief, _), (doctor, attention) = answers
    assert unsaid(sound) == "\n"
    assert unsaid(brief) == "\n"
    labels = [unsaid(line.split("\t")[0]) for line in doctor.splitlines()]
    assert not any(labels)
    assert unsaid(attention) in ("", "istirak: \n")


def test_why_is_said(register: Cli) -> None:
    """What is left are values, and the words of the act."""
    keys = (("2.4", "AZ"), ("2.4.ç", "AZ"), ("1.4.c", "AZ"), ("2.5", "UA"), ("2.5", "GE"))
    answers = said(register, *(("ru", "why", key, "--state", state) for key, state in keys))
    for (out, _), command in zip(answers, keys, strict=True):
        for line in out.splitlines():
            label, text = line.split("\t")
            assert unsaid(label) == ""
            if label != "⟦Read (ours)⟧":
                left = re.sub("“.*”", "", unsaid(text))
                assert not re.search("[a-z]{2,}", left), (command, left)
    assert "⟦A later decision on 2.4.⟧ ⟦If " in answers[0][0]


def test_changes_are_said(register: Cli) -> None:
    """In both clocks; what is left are keys, values, and the words of the act."""
    days = (("--from", "2006-12-31"), ("--known-from", "2007-01-01"))
    for out, _ in said(register, *(("ru", "changes", *each) for each in days)):
        rows = [line.split("\t") for line in out.splitlines()]
        assert {unsaid(row[1]) for row in rows} == {""}
        assert {row[1] for row in rows} == {"⟦position⟧", "⟦work 2007⟧", "⟦treaty⟧"}
        assert all(re.fullmatch("[^A-Za-z]*", unsaid(cell)) for row in rows for cell in row[2:4])
