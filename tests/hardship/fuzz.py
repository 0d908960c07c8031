"""Fuzzing by coverage: the readers of programme files and of search lines. Run as a program.

Usage: fuzz.py TARGET FOLDER [OPTION OF LIBFUZZER ...]; FOLDER is for files of its own. It exits
with 0 when all runs were made and nothing went wrong.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tomllib", "seed", "store.filters"]):
    from programme_files import as_toml, small

    from seed.errors import ProgrammeError
    from seed.model import Programme
    from seed.reading import read_programme
    from store.errors import Usage
    from store.filters import Filter, parse_line
    from store.register import Register

LONGEST = 500  # characters of a search line; written anew, it may be longer


def programme_files(folder: Path) -> Callable[[bytes], None]:
    """Any bytes are a programme, or refused in one line."""
    file = folder / "programme.toml"

    def target(content: bytes) -> None:
        file.write_bytes(content)
        try:
            made: object = read_programme(folder)
        except ProgrammeError as error:
            made = error
        assert isinstance(made, Programme) or str(made).isprintable()

    return target


def search_lines(folder: Path) -> Callable[[bytes], None]:
    """Any text is a filter that is read back from its line, or it is said what is wrong."""
    with Register.open(folder / "istirak.db") as register:
        programme = register.programme()

    def target(content: bytes) -> None:
        line = content.decode("utf-8", "surrogateescape")[:LONGEST]
        try:
            made = parse_line(line, programme)
        except Usage:
            return
        assert isinstance(made, Filter)
        assert parse_line(made.line(), programme) == made

    return target


TARGETS = {"programmes": programme_files, "lines": search_lines}
SEEDS = {
    "programmes": [as_toml(small())],
    "lines": [
        'section:II,V executor:dinş due:2008,..2009-01 position:undetermined "insan alveri" x',
        'due:2008-01-01..2009-12-31 due:recurring "say ""no""" section: \u0130\u015f',
    ],
}

if __name__ == "__main__":
    name, where, *options = sys.argv[1:]
    corpus = Path(where) / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(SEEDS[name]):
        (corpus / str(number)).write_text(seed, "utf-8")
    atheris.Setup([sys.argv[0], str(corpus), *options], TARGETS[name](Path(where)))
    atheris.Fuzz()
