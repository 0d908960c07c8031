"""`istirak addressees`: whom a measure addresses, where that depends on treaties."""

from typing import Annotated

import typer

from tui.cli.options import (
    DataDir,
    Json,
    KnownOn,
    On,
    Plain,
    ProgrammeId,
    State,
    asked,
    one_format,
)


def addressees(
    context: typer.Context,
    key: Annotated[
        str, typer.Argument(metavar="KEY", help="A measure or item, such as 1.1 or 1.2.a.")
    ],
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
    plain: Plain = False,
) -> None:
    """Show whom a measure addresses: every state, or only that of --state."""
    from tui.cli.desk import opened
    from tui.cli.output import on_terminal, print_json, print_lines
    from tui.cli.treaty_rows import address_line, addressees_record, print_addressees

    one_format(context, as_json=as_json, plain=plain)
    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        found = desk.register.treaties.addressees(desk.view, key)
        if wanted.state is not None and desk.view.state:
            found = {desk.view.state: found[desk.view.state]}
        (target,) = desk.register.find(desk.programme.id, [key])
    if as_json:
        print_json(addressees_record(found))
    elif on_terminal() and not plain:
        print_addressees(target.key, desk.view, found)
    else:
        print_lines(address_line(each, address) for each, address in found.items())
