"""`istirak doctor`: what to look at when something is wrong, and whether anything is."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import typer

from tui.cli.options import DataDir, Json, asked
from tui.language import _, mark, plural, said

if TYPE_CHECKING:
    from store.diagnosis import Diagnosis

Line = tuple[str, str]

_AROUND = {
    "versions": mark("Versions"),
    "terminal": mark("Terminal"),
    "locale": mark("Locale"),
}

_FACTS = {
    "interactive": mark("interactive"),
    "columns": mark("columns"),
    "lines": mark("lines"),
    "encoding": mark("encoding"),
    True: mark("True"),
    False: mark("False"),
}
"""What is said of the terminal; all else is what the system calls it."""


def doctor(context: typer.Context, data_dir: DataDir = None, as_json: Json = False) -> None:
    """Report on the program, the register and the terminal; writes nothing.

    Exits with 1 if something needs attention.
    """
    from store.diagnosis import diagnose
    from store.location import register_file
    from tui.cli import environment
    from tui.cli.edge import REFUSED, complain
    from tui.cli.output import on_terminal, print_json, print_lines
    from tui.clock import now

    found = diagnose(register_file(asked(context, data_dir=data_dir).data_dir), now())
    around: dict[str, Mapping[str, object]] = {
        "versions": environment.versions(),
        "terminal": environment.terminal(),
        "locale": environment.locale(),
    }
    if as_json:
        print_json(_record(found) | around)
    else:
        lines = [*_lines(found), *_around_lines(around)]
        if on_terminal():
            from tui.cli.tables import print_sheet

            print_sheet(lines)
        else:
            print_lines(lines)
    if found.attention:
        complain(
            plural("{n} thing needs attention.", "{n} things need attention.", len(found.attention))
        )
        raise typer.Exit(REFUSED)


def _record(found: "Diagnosis") -> dict[str, object]:
    from store.backup import backups_folder
    from store.keeping import RULE
    from store.schema import SCHEMA_VERSION
    from tui.cli.records import verification_record

    contents = found.contents
    check = contents.verification if contents else None
    return {
        "well": not found.attention,
        "attention": list(found.attention),
        "register": {
            "file": str(found.path),
            "size": found.size,
            "log_size": found.log_size,
            "free": found.free,
            "writing": found.writing,
            "schema": contents.schema if contents else None,
            "known_schema": SCHEMA_VERSION,
        },
        "permissions": {str(place): f"{mode:04o}" for place, mode in (found.modes or {}).items()},
        "programmes": _programmes(found),
        "integrity": verification_record(check) if check else None,
        "backups": {
            "folder": str(backups_folder(found.path)),
            "rule": RULE,
            "kept": [
                {
                    "file": str(backup.path),
                    "size": backup.size,
                    "made": backup.made.isoformat(timespec="seconds"),
                }
                for backup in found.backups
            ],
        },
    }


def _programmes(found: "Diagnosis") -> list[dict[str, object]]:
    recorded = found.contents.editions if found.contents else {}
    installed = found.installed or {}
    return [
        {"id": each, "recorded": recorded.get(each), "installed": installed.get(each)}
        for each in sorted({*recorded, *installed})
    ]


def _lines(found: "Diagnosis") -> Iterator[Line]:
    for sentence in found.attention:
        yield _("Attention"), said(sentence)
    if not found.attention:
        yield _("Attention"), _("nothing needs any")
    yield from _register_lines(found)
    yield from _backup_lines(found)


def _register_lines(found: "Diagnosis") -> Iterator[Line]:
    from tui.wording.numbers import entries_words, size_words

    yield _("Register"), str(found.path)
    if found.size is None:
        yield "", _("is not there yet")
    else:
        yield (
            "",
            _(
                "{size}, and {log} in its log",
                size=size_words(found.size),
                log=size_words(found.log_size),
            ),
        )
    if found.free is not None:
        yield "", _("{size} are free on the disk", size=size_words(found.free))
    if found.writing:
        yield "", _("another program is writing to it at this moment")
    for place, mode in (found.modes or {}).items():
        yield _("Permissions"), f"{mode:04o} {place}"
    if not found.contents:
        return
    yield _("Schema"), str(found.contents.schema)
    for each in _programmes(found):
        yield _("Programme"), f"{each['id']}, {_edition(each)}"
    if check := found.contents.verification:
        entries, problems = entries_words(check.entries), len(check.problems)
        yield (
            _("Integrity"),
            _("{entries}, sound", entries=entries)
            if check.sound
            else _(
                "{entries}, damaged ({problems}): see `istirak verify`",
                entries=entries,
                problems=problems,
            ),
        )


def _edition(programme: Mapping[str, object]) -> str:
    """How what the register was filled from compares with the file there is now."""
    recorded, installed = programme["recorded"], programme["installed"]
    if recorded == installed:
        return _("edition {edition}", edition=str(recorded)[:12])
    if recorded is None:
        return _(
            "edition {edition} is taken up when the register is opened next",
            edition=str(installed)[:12],
        )
    if installed is None:
        return _(
            "edition {edition}, of which there is no file any more", edition=str(recorded)[:12]
        )
    return _(
        "edition {edition}; {next} is taken up when it is opened next",
        edition=str(recorded)[:12],
        next=str(installed)[:12],
    )


def _backup_lines(found: "Diagnosis") -> Iterator[Line]:
    from store.keeping import RULE
    from tui.wording.numbers import size_words

    yield _("Backups"), said(RULE)
    for backup in reversed(found.backups):
        made = f"{backup.made:%Y-%m-%d %H:%M} UTC"
        yield "", f"{made}, {size_words(backup.size)}: {backup.path.name}"
    if not found.backups:
        yield "", _("none yet")


def _around_lines(around: Mapping[str, Mapping[str, object]]) -> Iterator[Line]:
    for about, facts in around.items():
        known = ((name, value) for name, value in facts.items() if value is not None)
        told = ", ".join(f"{_fact(name)} {_fact(value)}" for name, value in known)
        yield _(_AROUND[about]), told


def _fact(fact: object) -> object:
    words = _FACTS.get(fact) if isinstance(fact, str | bool) else None
    return _(words) if words else fact
