"""`istirak setup`: whose register this is."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.options import DataDir, Json, ProgrammeId, State, asked
from tui.language import _, prefer, said
from tui.visible import visible

if TYPE_CHECKING:
    from store.register import Register
    from store.values import Programme


def setup(
    context: typer.Context,
    state: State = None,
    officer: Annotated[
        str | None,
        typer.Option(
            "--officer", "--name", metavar="NAME", help="Your name, as the ledger will show it."
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--language", metavar="LANGUAGE", help="Speak az, ru or en to you from now on."
        ),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(
            "--words",
            metavar="LANGUAGE",
            help="Show the programme's words in original, en, ru, screens.",
        ),
    ] = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
) -> None:
    """Say which state you record for, and your name; asks for what is missing.

    The languages are kept, too; who sets only these is asked nothing.
    """
    from store.location import register_file
    from store.register import Register
    from tui.cli.output import print_json, print_lines
    from tui.cli.records import officer_record
    from tui.cli.setup_languages import checked, set_languages

    wanted = asked(context, state=state, data_dir=data_dir, programme=programme)
    spoken = checked(language, context)
    with Register.open(register_file(wanted.data_dir)) as register:
        chosen = register.programme(wanted.programme)
        prefer(register.officer().language)
        told = list(set_languages(register, chosen, spoken, words))
        if not told or wanted.state is not None or officer is not None:
            told.insert(0, _set_up(context, register, chosen, wanted.state, officer))
        known = register.officer()
    if as_json:
        print_json(officer_record(known))
    else:
        print_lines([sentence] for sentence in told)


def _set_up(
    context: typer.Context,
    register: "Register",
    programme: "Programme",
    code: str | None,
    name: str | None,
) -> str:
    """Set the state and the name, asking for what is missing, and say so."""
    from tui.cli.desk import tell_backup_trouble
    from tui.cli.texts import shown_programme
    from tui.clock import now

    known = register.officer()
    shown = shown_programme(register, programme, known)
    ask = _can_ask()
    if code is not None or name is not None or not ask:
        # Who names one thing means to keep the other.
        code = known.state if code is None else code
        name = known.name if name is None else name
    if ask:
        code = _ask_state(register, shown, known.state) if code is None else code
        question = _("Your name, as the ledger will show it")
        name = _ask(question, known.name) if name is None else name
    if code is None or name is None:
        context.fail(_missing(code, name))
    set_up = register.set_up(programme.id, code, name, now())
    tell_backup_trouble(register)
    signatory = shown.signatories[set_up.state or ""]
    return _(
        "{officer} records for {code} {state}.",
        officer=set_up.name,
        code=signatory.state,
        state=signatory.name,
    )


def _missing(code: str | None, name: str | None) -> str:
    given = {"--state": code, "--officer": name}
    first, *more = (option for option, value in given.items() if value is None)
    if more:
        return _(
            "missing {first} and {second}: there is no terminal to ask on",
            first=first,
            second=more[0],
        )
    return _("missing {option}: there is no terminal to ask on", option=first)


def _can_ask() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _ask_state(register: "Register", programme: "Programme", known: str | None) -> str:
    from store.errors import Usage

    _tell(_("Which state do you record for?"))
    for code, signatory in programme.signatories.items():
        _tell(f"  {code}  {signatory.name}")
    while True:
        try:
            return register.state(programme.id, _ask(_("State"), known))
        except Usage as error:
            _tell(said(error.whole))


def _ask(question: str, known: str | None) -> str:
    """An answer to a question; Enter alone keeps what is known."""
    offer = f" [{known}]" if known else ""
    while True:
        print(visible(f"{question}{offer}: "), end="", file=sys.stderr, flush=True)
        try:
            answer = input().strip()
        except UnicodeDecodeError:
            _tell(_("That could not be read: type it again."))
            continue
        except (KeyboardInterrupt, EOFError):
            _tell("")
            raise
        if answer or known:
            return answer or known or ""


def _tell(sentence: str) -> None:
    print(visible(sentence), file=sys.stderr)
