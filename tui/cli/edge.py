"""The edge of the command line: every error becomes one line on stderr and an exit code."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.cli.streams import make_streams_safe
from tui.language import _, said
from tui.visible import brief, visible

if TYPE_CHECKING:
    from store.errors import RegisterError

REFUSED, WRONG_USAGE, UNUSABLE = 1, 2, 3
INTERRUPTED = 128 + 2  # as a shell reports a program that SIGINT ended
PIPE_CLOSED = 128 + 13  # likewise SIGPIPE

_OPTIONS = {"decided_on": "--date", "name": "--officer", "reference": "--ref"}
"""The options that are not named like the field they fill."""


def guarded(work: Callable[[], None]) -> int:
    """Do the work of a command; what it raises is said in one line.

    Returns:
        The exit code: 0 done, 1 refused by a rule, 2 wrong usage, 3 the store cannot be used or
        something broke; and above 128 where the person or the reading program ended it.
    """
    make_streams_safe()
    try:
        work()
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001  # the edge: nothing passes it
        return _exit_code(error)
    return 0


def complain(what: str) -> None:
    """Say what was wrong, in one line on stderr."""
    with suppress(OSError):  # nobody listens
        say(brief(f"istirak: {what}"))  # it may repeat what was typed, which may be megabytes


def say(sentence: str) -> None:
    """Say something to the person, not to the program that reads the data: a line on stderr."""
    sys.stdout.flush()
    print(visible(sentence), file=sys.stderr, flush=True)


def _exit_code(error: BaseException) -> int:
    if isinstance(error, BrokenPipeError):
        _let_go_of_stdout()
        return PIPE_CLOSED
    try:
        sys.stdout.flush()
    except OSError:
        _let_go_of_stdout()
    if isinstance(error, KeyboardInterrupt | EOFError):
        return INTERRUPTED
    if isinstance(error, SystemExit):
        raise error
    return _said(error)


def _let_go_of_stdout() -> None:
    """What is still to be written goes nowhere, so that Python does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _said(error: BaseException) -> int:
    """The exit code of an error, once it is said."""
    from seed.errors import ProgrammeError
    from store.connection import system_words
    from store.errors import RegisterError

    match error:
        case RegisterError():
            complain(f"{_by_option(error)}. {said(error.remedy)}.")
            return error.exit_code
        case ProgrammeError():
            what = said(error.whole)
            complain(
                _("{what}. Correct the file, or put back the one it was made from.", what=what)
            )
            return UNUSABLE
        case OSError():
            what = error.filename or _("the output")
            why = said(system_words(error.strerror or str(error)))
            complain(
                _(
                    "{what} cannot be used: {why}. Make room or choose another place.",
                    what=what,
                    why=why,
                )
            )
            return UNUSABLE
    return _said_by_typer(error)


def _by_option(error: "RegisterError") -> str:
    """What was wrong; where fields were checked, all of it, under the names of their options."""
    problems: dict[str, str] = getattr(error, "problems", {})
    options = _OPTIONS | {"action": _("ACTION")}  # which is an argument
    return "; ".join(
        f"{options.get(field, f'--{field}')}: {said(what)}" for field, what in problems.items()
    ) or said(error.what)


def _said_by_typer(error: BaseException) -> int:
    import typer

    match error:
        case typer.Exit():
            return error.exit_code
        case typer.Abort():
            return INTERRUPTED
        case typer.TyperException():
            from tui.cli.typer_words import usage_sentence

            complain(usage_sentence(error))
            return WRONG_USAGE
    return _crashed(error)


def _crashed(error: BaseException) -> int:
    from tui.cli.crash import place, write_crash

    file = write_crash(error)
    if file:
        told = _(
            "something broke that should not ({place}). "
            "Pass on {file}; it holds nothing that was typed.",
            place=place(error),
            file=file,
        )
    else:
        told = _(
            "something broke that should not ({place}). It could not be written down; "
            "say what you did to those who look after istirak.",
            place=place(error),
        )
    complain(told)
    return UNUSABLE
