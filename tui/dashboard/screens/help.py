"""Every key, and the command line that does the same."""

from textwrap import wrap

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from store.values import PositionValue
from tui.dashboard.commands import COMMANDS, MOVES
from tui.dashboard.screens.dialog import Dialog
from tui.language import _, mark
from tui.wording.positions import (
    CHANGED,
    POSITION_MARKS,
    POSITION_SENTENCES,
    POSITION_WORDS,
    TO_CONFIRM_MARK,
)

KEY_WIDTH = 10
WIDEST = 70
"""Of the keys, and of the lines that are read, in cells."""


class HelpScreen(Dialog[None]):
    """Scrolls."""

    KEYS = mark("↑ ↓ scroll · Esc leaves")

    BINDINGS = [
        Binding("question_mark,f1,q,й,enter", "leave", "Leave", show=False),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("pagedown,space", "scroll(10)", "Page down", show=False),
        Binding("pageup", "scroll(-10)", "Page up", show=False),
        Binding("end", "scroll(10_000)", "Last", show=False),
        Binding("home", "scroll(-10_000)", "First", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.title = _("Keys")

    def content(self) -> ComposeResult:
        """Keys in groups, then what the marks mean."""
        yield Static(id="help")

    def on_resize(self, event: Resize) -> None:
        """Wrap it anew."""
        super().on_resize(event)
        self.query_one("#help", Static).update(help_content(min(event.size.width - 6, WIDEST)))

    def action_scroll(self, lines: int) -> None:
        """Scroll the text."""
        self.query_one("#dialog").scroll_relative(y=lines, animate=False, immediate=True)


def help_content(width: int) -> Content:
    """The help, as text.

    Args:
        width: In cells; what is explained is wrapped beside its keys.
    """
    lines: list[tuple[str | tuple[str, str], ...]] = []
    for command in COMMANDS:
        lines += _beside(f"{command.shown:<4}{command.function_key}", _(command.help), width)
        lines.append((" " * KEY_WIDTH, (command.command_line, "dim")))
    lines.append(("",))
    for keys, what in MOVES:
        lines += _beside(_(keys), _(what), width)
    lines.append(("",))
    lines.append(((_("Positions"), "bold"),))
    for value, sentence in POSITION_SENTENCES.items():
        lines += _beside(f"{POSITION_MARKS[value]} {POSITION_WORDS[value]}", sentence, width, 17)
    signed = POSITION_WORDS[PositionValue.PARTICIPATES]
    for shown, sentence in (
        (f"({signed})", _("by its signature only; no decision yet")),
        (f"? {_('(unknown)')}", _("undetermined: the text of its reservation is unknown")),
        ("…; c ✗", _("its item c has another position")),
        (TO_CONFIRM_MARK, _("to confirm: {why}", why=_(CHANGED))),
    ):
        lines += _beside(shown, sentence, width, 17)
    return Content("\n").join(Content.assemble(*line) for line in lines)


def _beside(
    keys: str, text: str, width: int, indent: int = KEY_WIDTH
) -> list[tuple[str | tuple[str, str], ...]]:
    first, *more = wrap(text, width - indent)
    return [((keys.ljust(indent), "bold"), first), *((" " * indent, line) for line in more)]
