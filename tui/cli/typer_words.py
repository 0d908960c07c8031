"""What Typer says by itself, said in the language in use.

It asks the system's gettext for some of it, in which nobody has translated it, and writes the rest
in English into its errors. Those are told by their class, and by what they say.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer.core
from typer._click import exceptions

from tui.language import _, mark

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter, Parameter

_HELP_SECTIONS = (mark("Arguments"), mark("Options"), mark("Commands"))
_HELP_EXTRAS = (mark("required"), mark("default: {default}"))
_HELP_OPTION = mark("Show this message and exit.")
_METAVARS = (mark("OPTIONS"), mark("COMMAND"), mark("ARGS"))

_WORD = re.compile(r"[A-Z]+")
_WHOLE = 1000  # characters, more than any sentence of a help has

_SENTENCES = (
    (
        r"No such command (?P<name>.+)\. Did you mean (?P<known>.+)\?",
        mark("no such command {name}. Did you mean {known}?"),
    ),
    (r"No such command (?P<name>.+)\.", mark("no such command {name}")),
    (
        r"Got unexpected extra argument\(s\) \((?P<words>.*)\)",
        mark("got unexpected extra argument(s) ({words})"),
    ),
    (r"Option (?P<name>.+) requires an argument\.", mark("option {name} requires an argument")),
    (r"Option (?P<name>.+) does not take a value\.", mark("option {name} does not take a value")),
    (r"(?P<value>.+) is not a valid int range\.", mark("{value} is not a valid int range")),
    (r"(?P<value>.+) is not a valid int\.", mark("{value} is not a valid int")),
    (
        r"(?P<value>.+) is not in the range (?P<range>.+)\.",
        mark("{value} is not in the range {range}"),
    ),
)
"""What the errors say that have no class of their own, and what is said in its place."""


def speak() -> None:
    """Let Typer say its help in the language in use."""
    typer.core._ = _  # type: ignore[assignment,attr-defined]  # how it asks gettext


def metavar(word: str) -> str:
    """The name of what is to be typed, such as ``[KEY]...``, in the language in use."""
    return _WORD.sub(lambda name: _(name[0]), word)


class SpeakingCommand(typer.core.TyperCommand):
    """A command whose help is in the language in use."""

    def format_usage(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write how it is used."""
        _write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: "Context") -> Any:  # noqa: ANN401  # Typer's own
        """The option that shows the help."""
        return _speaking_help(super().get_help_option(ctx))


class SpeakingGroup(typer.core.TyperGroup):
    """A group of commands whose help is in the language in use."""

    def format_usage(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write how it is used."""
        _write_usage(self, ctx, formatter)

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:  # noqa: ARG002
        """Write its commands, each with a whole sentence: Typer cuts what is longer than a line."""
        with formatter.section(_("Commands")):
            formatter.write_dl(
                [(name, each.get_short_help_str(_WHOLE)) for name, each in self.commands.items()]
            )

    def get_help_option(self, ctx: "Context") -> Any:  # noqa: ANN401  # Typer's own
        """The option that shows the help."""
        return _speaking_help(super().get_help_option(ctx))


def _write_usage(command: "Command", ctx: "Context", formatter: "HelpFormatter") -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))


def _speaking_help(option: "Parameter | None") -> "Parameter | None":
    if option is not None:
        option.help = _(_HELP_OPTION)  # type: ignore[attr-defined]  # it has one
    return option


def usage_sentence(error: typer.TyperException) -> str:
    """What was wrong with what was typed, as a sentence, and where the help is."""
    what = " ".join(_what(error).split()).rstrip(".")
    path = getattr(getattr(error, "ctx", None), "command_path", "istirak")
    if what.endswith("?"):
        return _("{what} See `{command} --help`.", what=what, command=path)
    return _("{what}. See `{command} --help`.", what=what, command=path)


def _what(error: typer.TyperException) -> str:
    match error:
        case exceptions.NoSuchOption():
            return _no_such_option(error.option_name, sorted(error.possibilities or ()))
        case exceptions.MissingParameter(param=param) if param is not None:
            hint = param.get_error_hint(error.ctx)  # type: ignore[arg-type]  # it may be None
            if param.param_type_name == "argument":
                return _("missing argument {name}", name=hint)
            return _("missing option {name}", name=hint)
        case exceptions.BadParameter():
            return _bad_parameter(error)
    return _said(error.message)


def _no_such_option(name: str, known: Sequence[str]) -> str:
    if not known:
        return _("no such option: {name}", name=name)
    return _(
        "no such option: {name} (Possible options: {known})", name=name, known=", ".join(known)
    )


def _bad_parameter(error: exceptions.BadParameter) -> str:
    hint = error.param_hint
    if hint is None and error.param is not None:
        hint = error.param.get_error_hint(error.ctx)  # type: ignore[arg-type]  # it may be None
    what = _said(error.message)
    if hint is None:
        return _("invalid value: {what}", what=what)
    return _("invalid value for {name}: {what}", name=hint, what=what)


def _said(message: str) -> str:
    """A message, in the language in use if it is Typer's; ours are in it."""
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _(sentence, **found.groupdict())
    return message
