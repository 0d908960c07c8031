"""`istirak restore`: a backup in the register's place."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.options import DataDir, Json, asked, file
from tui.language import _, plural, settle_language

if TYPE_CHECKING:
    from store.restoring import Restoration

_NAMED = 5
"""As many entries are named in a sentence; of more, only their number is said."""


def restore(
    context: typer.Context,
    copy: Annotated[Path, typer.Argument(metavar="FILE", parser=file, help="The backup.")],
    yes: Annotated[
        bool, typer.Option("--yes", help="Even where the register has entries that FILE lacks.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would happen; change nothing.")
    ] = False,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Put a backup in the register's place; the register is kept aside, never lost."""
    from store.location import register_file
    from store.restoring import restoration
    from tui.cli.edge import say
    from tui.cli.output import print_json, print_lines
    from tui.clock import now

    path = register_file(asked(context, data_dir=data_dir).data_dir)
    settle_language()  # of the register that is held meanwhile
    with restoration(path, copy, now()) as prepared:
        if not dry_run:
            if not yes:
                _agree(prepared)
            prepared.carry_out()
    if as_json:
        print_json(_record(prepared, dry_run=dry_run))
    else:
        print_lines(_lines(prepared, dry_run=dry_run))
    if dry_run:
        say(_("A dry run: nothing was changed."))


def _agree(prepared: "Restoration") -> None:
    """Go on only if nothing disappears from view, or somebody says that it may.

    Raises:
        Refused: Nobody does.
    """
    from store.errors import Refused

    if prepared.hidden == ():
        return
    what = _disappearing(prepared)
    stays = _("what is there now stays in {file}", file=prepared.aside)
    if sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty():
        if _answered_yes(_("{what}; {stays}. Restore all the same?", what=what, stays=stays)):
            return
        raise Refused(_("nothing was restored"), _("The register is as it was"))
    raise Refused(what, _("Say --yes to restore all the same; {stays}", stays=stays))


def _answered_yes(question: str) -> bool:
    """Whether somebody says yes, and in the language in use: in Azerbaijani, *yox* is no."""
    from seed.folding import fold
    from tui.visible import visible

    choice = _("[y/N]")
    while True:
        print(f"{visible(question)} {choice}: ", end="", file=sys.stderr, flush=True)
        answer = fold(input().strip())
        if answer in (fold(_("y")), fold(_("yes"))):
            return True
        if answer in ("", "n", "no", fold(_("n")), fold(_("no"))):
            return False
        print(_("Say yes or no."), file=sys.stderr)


def _disappearing(prepared: "Restoration") -> str:
    """What would disappear from view: "2 entries are not in the backup: k-4, k-5"."""
    from tui.wording.numbers import entries_words

    if prepared.hidden is None:
        return _("it cannot be told which entries are not in the backup: the register is damaged")
    many = len(prepared.hidden)
    missing = plural(
        "{entries} of the register is not in it",
        "{entries} of the register are not in it",
        many,
        entries=entries_words(many),
    )
    return f"{missing}: {', '.join(prepared.hidden)}" if many <= _NAMED else missing


def _lines(prepared: "Restoration", *, dry_run: bool) -> Iterator[list[str]]:
    from tui.wording.numbers import entries_words

    done = _("Would restore") if dry_run else _("Restored")
    yield [done, entries_words(prepared.entries), _("from {file}", file=prepared.file)]
    if prepared.hidden is None:
        yield [_("Not told"), _("which entries disappear from view: the register was damaged")]
    for entry in prepared.hidden or ():
        yield [_("Not in it"), entry]
    if prepared.aside:
        yield [_("Would keep") if dry_run else _("Kept"), str(prepared.aside)]


def _record(prepared: "Restoration", *, dry_run: bool) -> dict[str, object]:
    return {
        "restored": not dry_run,
        "file": str(prepared.file),
        "entries": prepared.entries,
        "hidden": None if prepared.hidden is None else list(prepared.hidden),
        "kept": str(prepared.aside) if prepared.aside else None,
    }
