"""Every sentence is there in every language, with the same places in it, and compiled."""

import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from rich.cells import cell_len

from tui.language import DOMAIN, ENGLISH, LANGUAGES, LOCALES

ROOT = Path(__file__).parents[2]
TRANSLATED = [code for code in LANGUAGES if code != ENGLISH]
LIMIT = re.compile(r"at most (\d+) cells")


@cache
def collected() -> Catalog:
    """What `make catalogues` collects."""
    options = re.search(r"^SAID_BY = (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert options
    command = [Path(sys.executable).parent / "pybabel", "--quiet", "extract", "-F", "babel.cfg"]
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder, "collected.pot")
        subprocess.run(
            [*command, *shlex.split(options[1]), "-o", pot, "seed", "store", "tui"],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": "docs"},
            check=True,
        )
        with pot.open("rb") as file:
            return read_po(file)


@cache
def catalogue(language: str) -> Catalog:
    """A catalogue as translators write it."""
    with (LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def messages(found: Catalog) -> dict[tuple[str | None, str], Message]:
    """Each under the sense that it has, if it has others elsewhere, and its English."""
    return {(message.context, forms(message.id)[0]): message for message in found if message.id}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated_and_nothing_else(language: str) -> None:
    known = messages(catalogue(language))
    assert known.keys() == messages(collected()).keys(), "run `make catalogues`"
    missing = [key for key, message in known.items() if not all(forms(message.string))]
    assert missing == []
    assert not any(message.fuzzy for message in known.values())


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_places_in_a_sentence_are_the_same(language: str) -> None:
    for message in messages(catalogue(language)).values():
        wanted = places(forms(message.id)[-1])
        for translated in forms(message.string):
            assert places(translated) == wanted, translated
            assert translated[:1].isspace() == forms(message.id)[0][:1].isspace(), translated
            assert translated[-1:].isspace() == forms(message.id)[-1][-1:].isspace(), translated


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_plural_form_is_there(language: str) -> None:
    found = catalogue(language)
    plurals = [message for message in found if isinstance(message.id, tuple)]
    assert plurals
    assert all(len(forms(message.string)) == found.num_plurals for message in plurals)


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    made = io.BytesIO()
    write_mo(made, catalogue(language))
    compiled = (LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.mo").read_bytes()
    assert compiled == made.getvalue(), "run `make catalogues`"


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_has_little_room_fits_in_it(language: str) -> None:
    """A comment above a sentence says how many cells it may have; a place in it counts as four."""
    limited = {
        key: int(limit[1])
        for key, message in messages(collected()).items()
        if (limit := LIMIT.search(" ".join(message.auto_comments)))
    }
    assert limited
    known = messages(catalogue(language))
    for key, most in limited.items():
        for text in forms(known[key].string):
            shown = text.format_map(dict.fromkeys(places(text), "0000"))
            assert cell_len(shown) <= most, f"{text!r} has over {most} cells"
