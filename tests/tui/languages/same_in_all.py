"""Words that stand as they are in every language, and why; what is left beside them."""

from typing import get_args

from commands_to_say import IN_AN_EDITION, LOOKING, RECORDING, every_command
from left_over import left_over, official
from many_commands import Said

from store.ladder import TreatyAction
from store.paragraphs import ParagraphKind
from store.reporting import Status
from store.values import Part, PositionValue
from tui.cli.environment import LIBRARIES

MEMBERS = {word for name in every_command() for word in name.split()}
TYPED = frozenset(
    {
        *(str(each) for kind in (PositionValue, TreatyAction, Part, Status) for each in kind),
        *("to-confirm", "recurring", "upcoming", "running", "ended", "az", "en", "ru"),
        *("original", "screens"),
        *MEMBERS,
    }
)
"""What is typed as it stands in any language: where it is said what can be typed."""

MACHINE = frozenset(
    {"python", "sqlite", "WAL", "backups", "TERM", "dumb", "LC_ALL", "utf", "UTF", *LIBRARIES}
)
"""What the machine calls itself, in `doctor`."""

SEARCHED = frozenset({"section", "executor", "due", "position", "qurban", "QURBAN", "dinz", "zzzz"})
"""What stands in the search line."""

RULES = frozenset({"undetermined", "overdue", "carried-over"})
"""Ids of what is checked, by which the reference explains it."""

VALUES = RULES | {
    *("unknown", "yes", "no", "blocker", "warning", "adoption", "entry-into-force"),
    *("changed-since-release", "left-behind", "nothing-reported", "year-not-over"),
    *("no-responsible-body", "silent-past-deadline"),
    *get_args(ParagraphKind),
}
"""What plain lines have in columns of their own."""

CHANGED = frozenset({"yeni", "sənədlər", "ənədlərin", "sənədlərin", "şdırılmış"})
"""Words of the edition that are others than those of the act, and parts of words compared."""


def told(left: dict[str, list[str]]) -> str:
    """What was left where, for who reads the failure."""
    return "\n".join(f"{where}: {' '.join(dict.fromkeys(words))}" for where, words in left.items())


def left_of(said: Said) -> list[str]:
    may = official() | CHANGED
    if said.command not in (*LOOKING, *IN_AN_EDITION, *RECORDING):
        may |= TYPED
    if said.command == "doctor":
        may |= MACHINE
    return left_over(said.whole, may)
