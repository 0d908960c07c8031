"""`istirak why`: the chain from the act to what holds."""

from typing import Annotated

import typer

from tui.cli.options import DataDir, In, Json, KnownOn, On, ProgrammeId, State, asked
from tui.language import _


def why(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="A measure, or an item of it.")],
    state: State = None,
    on: On = None,
    known_on: KnownOn = None,
    data_dir: DataDir = None,
    programme: ProgrammeId = None,
    language: In = None,
    as_json: Json = False,
) -> None:
    """Tell why a position holds: rule, clause, decision, and what would change it."""
    from tui.cli.desk import NO_STATE, opened
    from tui.cli.output import on_terminal, print_json, print_lines
    from tui.cli.texts import texts_wanted
    from tui.cli.translated import with_translations

    wanted = asked(
        context, state=state, on=on, known_on=known_on, data_dir=data_dir, programme=programme
    )
    with opened(wanted) as desk:
        if desk.view.state is None:
            whose = _("a position is always that of a state.")
            context.fail(f"{whose} {_(NO_STATE)}")
        found = desk.register.editions.why(desk.view, key)
        texts, remarks = texts_wanted(desk, language, data=as_json), desk.remarks()
    if as_json:
        from tui.cli.records import why_record

        print_json(with_translations(why_record(found, desk.view.on), texts))
        return
    from tui.wording.reasons import why_lines

    found = remarks.on_why(found)
    official, mark = found.clause, ""
    if texts:
        from store.overlay import why_in

        found = why_in(texts, found)
        mark = texts.mark if found.clause != official else ""
    lines = [
        (label, "".join(text for text, _style in spans))
        for label, spans in why_lines(found, desk.view, mark)
    ]
    if on_terminal():
        from tui.cli.tables import print_sheet

        print_sheet(lines)
    else:
        print_lines((label.strip(), line) for label, line in lines)
