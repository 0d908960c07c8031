"""`istirak checks`: what is to be mended in the register as a whole."""

import typer

from tui.cli.options import (
    Csv,
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


def checks(
    context: typer.Context,
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    as_json: Json = False,
    as_csv: Csv = False,
    plain: Plain = False,
) -> None:
    """Check what is recorded for a state; exits with 1 if anything contradicts itself."""
    from tui.cli.desk import opened
    from tui.cli.findings import print_checked

    one_format(context, as_json=as_json, as_csv=as_csv, plain=plain)
    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        found = desk.register.returns.checks(desk.view)
    print_checked(desk, found, as_json=as_json, as_csv=as_csv, plain=plain)
