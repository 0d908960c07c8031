"""The commands, each loaded when it is named: a start pays only for what it does."""

from collections.abc import Callable, Mapping
from importlib import import_module
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from seed.messages import Message
from tui.cli.root import root
from tui.cli.speaking import OPTION as LANGUAGE
from tui.cli.typer_words import SpeakingCommand, SpeakingGroup, metavar, speak
from tui.language import _, mark, said

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter


class About(NamedTuple):
    """A command, or a group of them.

    Attributes:
        summary: What the help says of it.
        example: Printed below its help; marked where words in it are no values.
        module: The module it is in, where it cannot have the command's name.
    """

    summary: str
    example: str
    module: str | None = None


class Member(NamedTuple):
    """A command of a group; the docstring of its function is its help."""

    function: Callable[..., None]
    example: str


COMMANDS = {
    "setup": About(
        mark("Say which state you record for, and your name"),
        "istirak setup --state AZ --officer 'Ə. Məmmədova'",
    ),
    "status": About(
        mark("Show how far a state has come"),
        "istirak status --on 2008-12-31",
    ),
    "measures": About(
        mark("List the measures, narrowed by filters and words"),
        mark("istirak measures --executor dins --deadline 2008 qurban"),
    ),
    "show": About(
        mark("Show one measure in full"),
        "istirak show 2.4",
    ),
    "text": About(
        mark("Print the act as published, whole or a part of it"),
        "istirak text special-opinion",
    ),
    "why": About(
        mark("Tell why a position holds, and what would change it"),
        "istirak why 1.4.c --state AZ",
    ),
    "decide": About(
        mark("Record a decision on measures or items"),
        "istirak decide 2.4 2.5 --position participates --date 2008-03-04",
    ),
    "agenda": About(
        mark("Show what falls due, what is overdue, and why"),
        "istirak agenda --overdue --days 90",
    ),
    "notify": About(
        mark("Record that a state deposited its notification"),
        mark("istirak notify --date 2009-03-05 --ref 'note 12/345 of 2009-03-05'"),
    ),
    "fulfil": About(
        mark("Record that a duty was fulfilled, once or for a year"),
        mark("istirak fulfil 6.2 --year 2008 --date 2008-12-19 --ref 'minutes 7'"),
    ),
    "confirm": About(
        mark("Confirm decisions whose words an edition has changed"),
        "istirak confirm 2.4 2.5 --date 2011-02-01",
    ),
    "retract": About(
        mark("Take an entry of the ledger back"),
        mark("istirak retract 3 --reason 'recorded on the wrong measure'"),
    ),
    "return": About(
        mark("Say how far a year has come; check, release, correct it"),
        "istirak return set 2.4 --year 2008 --status in-progress",
        module="returns",
    ),
    "checks": About(
        mark("Check what is recorded; say what fixes it"),
        "istirak checks --json",
    ),
    "changes": About(
        mark("Show what moved between two days"),
        "istirak changes --from 2007-12-31 --to 2008-12-31",
    ),
    "history": About(
        mark("Show the ledger: what was recorded, when, by whom"),
        "istirak history 2.4 --csv > 2.4.csv",
    ),
    "treaty": About(
        mark("Record and show what states do with the treaties"),
        "istirak treaty show slavery-1926",
    ),
    "addressees": About(
        mark("Show whom a measure addresses, where treaties decide it"),
        "istirak addressees 1.1 --json",
    ),
    "verify": About(
        mark("Check that the register is what was written"),
        "istirak verify --json",
    ),
    "backup": About(
        mark("Copy the register to a file, and check the copy"),
        "istirak backup /media/usb/istirak-2026-11.db",
    ),
    "restore": About(
        mark("Go back to a backup; what is there now is kept"),
        "istirak restore /media/usb/istirak-2026-11.db --dry-run",
    ),
    "salvage": About(
        mark("Make a new register of what a damaged one still holds"),
        "istirak salvage ~/istirak-salvaged",
    ),
    "doctor": About(
        mark("Report versions, paths, permissions, integrity, backups"),
        "istirak doctor --json",
    ),
    "locate": About(
        mark("Print where the register's file lives"),
        "istirak locate",
    ),
    "demo": About(
        mark("Look around in a throw-away register, with invented decisions"),
        "istirak demo",
    ),
}
"""Every command: its function has its name, in a module of that name in this package.

A module that has a `MEMBERS` of its own, by name, is a group of commands instead.
"""

GROUPS = {
    mark("Set up"): ("setup", "demo", "locate"),
    mark("See"): (
        *("status", "measures", "show", "text", "why"),
        *("agenda", "addressees", "changes", "history"),
    ),
    mark("Record"): ("decide", "confirm", "retract", "notify", "fulfil", "treaty", "return"),
    mark("Check"): ("checks", "verify", "doctor"),
    mark("Keep"): ("backup", "restore", "salvage"),
}
"""The commands as the help lists them."""

_HELP = {"help_option_names": ["-h", "--help"]}


class _Root(SpeakingGroup):
    def list_commands(self, ctx: "Context") -> list[str]:  # noqa: ARG002  # Typer's signature
        return list(COMMANDS)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":  # noqa: ARG002
        if cmd_name in COMMANDS:
            return _load(cmd_name)
        # Typer suggests what is spelled alike among those it has.
        self.commands = {name: _load(name) for name in COMMANDS}
        return None

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        # Commands first, and of the options only the names: it has to stay short.
        self.format_commands(ctx, formatter)
        options = [param.get_help_record(ctx) for param in self.get_params(ctx)]
        names = [name for name, _help in filter(None, options)]
        # The one that chooses the language was taken out of the line before others are read.
        names.insert(-1, f"{LANGUAGE} {metavar('CODE')}")
        formatter.write_paragraph()
        formatter.write_text(_("Options: {names}", names="; ".join(names)))

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:  # noqa: ARG002
        widest = max(map(len, COMMANDS))
        for title, names in GROUPS.items():
            with formatter.section(_(title)):
                known = [(name.ljust(widest), _(COMMANDS[name].summary)) for name in names]
                formatter.write_dl(known)


class _Group(SpeakingGroup):
    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        if not args:
            *most, last = self.commands
            ctx.fail(_("say which: {names} or {last}", names=", ".join(most), last=last))
        return super().parse_args(ctx, args)


class _Command(SpeakingCommand):
    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except typer.TyperException as error:
            # The parser does not always say which command it was at.
            if getattr(error, "ctx", None) is None:
                error.ctx = ctx  # type: ignore[attr-defined]  # what Typer's usage errors have
            raise

    def collect_usage_pieces(self, ctx: "Context") -> list[str]:
        # Typer puts braces around what is required; people type them.
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


def application() -> "Command":
    """The command `istirak`, with all that can follow it."""
    speak()
    app = _typer(cls=_Root, subcommand_metavar="[COMMAND]")
    app.callback(invoke_without_command=True, help=_(cleandoc(root.__doc__ or "")))(root)
    return _speaking(typer.main.get_command(app))


def _load(name: str) -> "Command":
    about = COMMANDS[name]
    module = import_module(f"tui.cli.{about.module or name}")
    members: Mapping[str, Member] = getattr(module, "MEMBERS", {})
    if not members:
        app = _typer()
        _add(app, name, Member(getattr(module, name), about.example))
        return _speaking(typer.main.get_command(app))
    app = _typer(
        name=name,
        cls=_Group,
        help=_(about.summary) + ".",
        epilog=_("Example: {command}", command=_(about.example)),
    )
    for member, what in members.items():
        _add(app, member, what)
    return _speaking(typer.main.get_command(app))


def _add(app: typer.Typer, name: str, member: Member) -> None:
    app.command(
        name,
        cls=_Command,
        help=_(cleandoc(member.function.__doc__ or "")),
        epilog=_("Example: {command}", command=_(member.example)),
        context_settings=_HELP,
    )(member.function)


def _speaking(command: "Command") -> "Command":
    """A command, with all that it and its options are described by in the language in use."""
    command.options_metavar = metavar(command.options_metavar or "")
    if isinstance(command, SpeakingGroup):
        command.subcommand_metavar = metavar(command.subcommand_metavar)
    for parameter in command.params:
        if parameter.metavar:
            parameter.metavar = metavar(parameter.metavar)
        if written := getattr(parameter, "help", None):
            parameter.help = said(written) if isinstance(written, Message) else _(written)  # type: ignore[attr-defined]  # it has one
    for member in getattr(command, "commands", {}).values():
        _speaking(member)
    return command


def _typer(**settings: Any) -> typer.Typer:  # noqa: ANN401  # Typer's own
    return typer.Typer(
        add_completion=False, rich_markup_mode=None, context_settings=_HELP, **settings
    )
