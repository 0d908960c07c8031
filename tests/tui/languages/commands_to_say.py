"""What is typed so that every command has said what it says, and what it says when it cannot."""

from importlib import import_module
from inspect import signature

from tui.cli.commands import COMMANDS

LOOKING = (
    "status --on 2009-03-12",
    "status --on 2009-03-12 --known-on 2009-02-21",
    "status --brief --on 2009-03-12",
    "status --state UA",
    "status --on 2006-01-01",
    "measures",
    "measures --state KZ",
    "measures --on 2008-01-01 --known-on 2009-02-25",
    "measures --section II --executor dins --deadline 2008",
    "measures --due ..2008-12-31 --position undetermined",
    "measures --due 2008-01-01..2009-12-31 --position to-confirm",
    "measures --due recurring --due upcoming --due running --due ended --section 1",
    "measures --section V --executor paa",
    "show 1.1",
    "show 1.4.c",
    "show 2.4 --on 2009-03-12",
    "show 6.3-1",
    "show 6.1 --state UA",
    "show 1.4 --state KZ",
    "why 1.1",
    "why 1.4.c",
    "why 2.4 --on 2009-03-12",
    "why 2.7",
    "why 2.8 --state UA",
    "why 2.8 --state GE",
    "why 1.4 --state KZ",
    "text",
    "text passport",
    "text special-opinion",
    "text 2.4",
    "agenda --on 2009-03-12",
    "agenda --on 2009-03-12 --state KZ",
    "agenda --on 2009-03-12 --state UA",
    "agenda --on 2009-03-12 --overdue --days 90",
    "agenda --on 2009-03-12 --check",
    "agenda --on 2009-03-12 --check --days 90",
    "agenda --on 2005-01-01 --overdue",
    "addressees 1.1",
    "addressees 1.2",
    "addressees 1.2.a --state KZ",
    "changes --from 2006-12-31 --to 2009-03-12",
    "changes --from 2009-03-11 --to 2009-03-12",
    "changes --known-from 2009-02-19 --known-to 2009-03-12 --on 2009-03-12",
    "changes --from 2007-01-01 --known-from 2009-02-20 --on 2009-03-12 --state RU",
    "history",
    "history 2.7",
    "history 6.3-2",
    "history --state KZ",
    "history --on 2001-01-01",
    "treaty list",
    "treaty list --state GE",
    "treaty show slavery-1926",
    "treaty show child-rights-1989 --every-state",
    "treaty show trafficking-2005 --state AM",
    "return list",
    "return list --year 2008",
    "return list --state KZ",
    "return show --year 2007",
    "return show --year 2007 --number 14",
    "return show --year 2008 --draft",
    "return show --year 2008 --on 2009-03-12",
    "return check --year 2007 --on 2009-03-12",
    "return check --year 2008 --on 2009-03-12",
    "return check --year 2010 --on 2009-03-12",
    "checks --on 2009-03-12",
    "checks --on 2009-03-12 --state KZ",
    "checks --on 2009-03-12 --state UA",
    "verify",
    "doctor",
)
"""Nothing is changed by these."""

IN_AN_EDITION = (
    "status --on 2009-03-12",
    "measures",
    "show 2.5",
    "show 2.6",
    "why 2.4 --on 2009-03-12",
    "why 2.5",
    "text 2.4",
    "checks --on 2009-03-12",
    "confirm 2.5 --on 2009-03-12",
)
"""Where an edition has changed words and taken others out."""

_IN = "--on 2009-03-12"

RECORDING = (
    f"decide 2.8 2.9 --position participates {_IN} --authority 7 --act 7 --dry-run",
    f"decide 2.8 2.9 --position participates {_IN} --authority 7 --act 7",
    f"decide 2.8 --position does-not-participate --state KZ --source 7 {_IN}",
    f"decide 2.8 --position participates --date 2008-01-01 {_IN}",
    f"decide 2.10 --position under-consideration {_IN} --on 2008-01-01",
    f"confirm 2.5 {_IN}",
    f"notify --date 2008-06-04 --ref 7 --state KZ {_IN}",
    f"fulfil 6.2 --year 2008 --date 2008-12-19 --ref 7 {_IN}",
    f"return set 2.4 --year 2008 --status continuous --text 7 {_IN}",
    f"return set 2.8 --year 2008 --dry-run --status done {_IN}",
    f"return correct --year 2007 --number 16 --reason 7 {_IN}",
    f"return release --year 2008 --number 17 {_IN}",
    f"treaty record slavery-1956 accession --date 2008-03-04 --source 7 {_IN}",
    "retract 7-999 --reason 7",
    "retract testhere-1 --reason 7",
    "backup {folder}/7.db",
    "backup {folder}/7.db",
    "restore {folder}/7.db --dry-run",
    "decide 2.8 --position participates --on 2009-03-13",
    "restore {folder}/7.db --dry-run",
    "restore {folder}/7.db <<< 7 n",
    "restore {folder}/7.db --yes",
    "salvage {folder}/8 --from {folder}/7.db",
    "agenda --ics {folder}/7.ics --on 2009-03-12",
    "agenda --ics {folder}/7.ics --on 2009-03-12",
    "setup <<< 7 UA 7",
    "setup --officer 8",
    "demo --keep {folder}/9",
    "locate",
)
"""These change something, in this order."""

REFUSED = (
    "",
    "--nope",
    "stauts",
    "status --jsno",
    "show",
    "show 1.1 1.2",
    "show 9.9",
    "return",
    "return sett",
    "return check",
    "return check --year 2030",
    "return show --year 2007 --draft --number 1",
    "return show --year 2007 --number 99",
    "return release --year 2007 --number 14 --date 2009-03-12",
    "return correct --year 2010 --number 1 --reason 7 --date 2009-03-12",
    "return set 2.4 --year 2008 --status done --state KZ",
    "status --on",
    "status --on 2008-13-01",
    "status --json=x",
    "status --state XX",
    "agenda --days x",
    "agenda --days -1",
    "fulfil 6.1 --year x",
    "fulfil 6.2 --ref 7",
    "fulfil 2.4 --ref x --date 2008-01-01",
    "measures --json --plain",
    "measures --due never",
    "measures --section Q",
    "measures --executor 7",
    "measures --position x",
    "measures --in xx",
    "changes",
    "changes --from 2009-01-01 --to 2008-01-01",
    "changes --known-from 2009-01-01 --known-to 2008-01-01",
    "decide 2.4",
    "decide 2.4 --position x",
    "decide 9.9 --position participates",
    "decide 2.4 --position participates-in-part --date 2990-01-01",
    "decide 2.4 --position participates --date 1990-01-01",
    "decide 2.4 --position participates --state KZ",
    "treaty",
    "treaty show x",
    "treaty record slavery-1926 x --source 7",
    "treaty record slavery-1926 accession",
    "treaty record slavery-1926 accession --date 2008-03-04 --source 7",
    "treaty record slavery-1956 ratification --date 2007-01-02 --source 7",
    "addressees 2.4",
    "confirm 2.8",
    "notify --ref 7",
    "notify --date 2008-06-05 --ref 7",
    "retract 7 --reason 7",
    "retract testhere-1 --reason ''",
    "text x",
    "restore /nowhere",
    "salvage /",
    "backup /nowhere/7.db",
    "demo --keep /",
    "setup --data-dir ' '",
    "setup --state XX --officer 7",
    "locate 7",
    "doctor --nope",
)
"""What is wrong with each is said."""


def every_command() -> list[str]:
    """Every command there is, also those of groups."""
    names = []
    for name, about in COMMANDS.items():
        module = import_module(f"tui.cli.{about.module or name}")
        names += [f"{name} {member}" for member in getattr(module, "MEMBERS", {})] or [name]
    return names


def in_words(command: str, language: str) -> str:
    """A command that prints the programme's words in a language, if it can."""
    name = max((each for each in every_command() if command.startswith(each)), key=len)
    group, _, member = name.partition(" ")
    module = import_module(f"tui.cli.{COMMANDS[group].module or group}")
    members = getattr(module, "MEMBERS", {})
    function = members[member].function if members else getattr(module, group)
    return f"{command} --in {language}" if "language" in signature(function).parameters else command


def helps() -> list[str]:
    """The help of the program, and of each command."""
    return ["--help", *(f"{name} --help" for name in {*COMMANDS, *every_command()})]
