"""Every command of the dashboard, once: keys, footer, help and palette come from here."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from textual.binding import Binding

from tui.language import _, mark

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.dashboard.desk import Desk
    from tui.dashboard.outcome import Outcome

    ScreenOfCommand = Callable[[Desk, str | None], Screen[Outcome]]


_WORD = mark("WORD")  # what else stands for values in twins, stands so in the help of commands


@dataclass(frozen=True, slots=True)
class Command:
    """Something the dashboard does.

    Attributes:
        id: The name of the action, and of the key binding.
        keys: The keys, as Textual names them: the one that is shown, the one in its place on a
            Russian keyboard, and a function key as long as there are any.
        shown: How that key is written.
        label: What the footer and the palette call it.
        help: What it does, a sentence.
        twin: The command line that does the same, or why there is none.
        footer: Whether the footer has room for it; six do.
        opens: The screen it opens, as "module:class". It is made with the desk and the key of the
            measure under the cursor, or None, and dismissed with an `Outcome`, or None.
    """

    id: str
    keys: str
    shown: str
    label: str
    help: str
    twin: str
    footer: bool = False
    opens: str | None = None

    @property
    def function_key(self) -> str:
        """The function key as it is written, or nothing."""
        last = self.keys.rpartition(",")[2]
        return last.upper() if re.fullmatch("f[0-9]+", last) else ""

    @property
    def action(self) -> str:
        """The action of the main screen that does it."""
        return f"open('{self.id}')" if self.opens else self.id

    @property
    def command_line(self) -> str:
        """The twin in the language in use: also the words that stand for values."""
        return re.sub("[A-Z]{3,}", lambda name: _(name[0]), _(self.twin))

    def binding(self) -> Binding:
        """The key binding."""
        return Binding(
            self.keys,
            self.action,
            self.label,
            show=self.footer,
            key_display=self.shown,
            id=self.id,
            tooltip=self.help,
        )


COPY = Command(
    "copy",
    "e,у,f12",
    "e",
    mark("Copy"),
    mark("Copy what the cursor stands on, for a letter, on every screen; once more, to a file."),
    mark("istirak show KEY … (a command's output is such a copy)"),
)
"""The same on every screen."""

COMMANDS = (
    Command(
        "decide",
        "d,в,f2",
        "d",
        mark("Decide"),  # at most 9 cells
        mark(
            "Record a decision on the measure or item under the cursor, or on all that are marked."
        ),
        "istirak decide KEY… --position …",
        footer=True,
    ),
    Command(
        "search",
        "slash,full_stop,f3",
        "/",
        mark("Search"),  # at most 9 cells
        mark("Search as you type; also takes section: executor: due: position:."),
        "istirak measures WORD… --executor … --deadline …",
        footer=True,
    ),
    Command(
        "next_undetermined",
        "n,т,f4",
        "n",
        mark("Next open"),  # at most 9 cells
        mark("Go to the next undetermined measure."),
        "istirak measures --position undetermined",
        footer=True,
    ),
    Command(
        "ledger",
        "h,р,f6",
        "h",
        mark("Ledger"),  # at most 9 cells
        mark("Show the ledger for the measure; once more, for the whole state."),
        "istirak history [KEY]",
        footer=True,
    ),
    Command(
        "act",
        "r,к",
        "r",
        mark("Read the act"),
        mark("Read the act from top to bottom, beginning at the measure under the cursor."),
        "istirak text [PART]",
        opens="tui.dashboard.screens.reading:ReadingScreen",
    ),
    Command(
        "agenda",
        "g,п",
        "g",
        mark("Agenda"),
        mark("Show what falls due, what is overdue and why; record what settles it."),
        mark("istirak agenda … (also notify, fulfil)"),
        opens="tui.dashboard.screens.agenda:AgendaScreen",
    ),
    Command(
        "why",
        "w,ц,ü",
        "w",
        mark("Why"),
        mark(
            "Tell why the position holds, and compare words that changed; "
            "once more, all to confirm."
        ),
        "istirak why KEY",
        opens="tui.dashboard.screens.why:WhyScreen",
    ),
    Command(
        "year",
        "y,н",
        "y",
        mark("Year"),
        mark("Say how far the measures have come in a year; check, release and correct it."),
        "istirak return set KEY…",
        opens="tui.dashboard.screens.year:YearScreen",
    ),
    Command(
        "checks",
        "k,л",
        "k",
        mark("Checks"),
        mark("Show what is to be mended in the register, and go to what fixes it."),
        "istirak checks",
        opens="tui.dashboard.screens.checks:ChecksScreen",
    ),
    Command(
        "clear_filters",
        "x,ч,f8",
        "x",
        mark("Clear filters"),
        mark("Show all measures again."),
        "istirak measures",
    ),
    Command(
        "take_back",
        "u,г,f7",
        "u",
        mark("Take back"),
        mark("Take back the last decision recorded since the dashboard was opened."),
        "istirak retract ENTRY --reason …",
    ),
    Command(
        "state",
        "s,ы,f5",
        "s",
        mark("State"),
        mark("Look at another state's positions."),
        "istirak … --state XX",
    ),
    Command(
        "days",
        "a,ф",
        "a",
        mark("As on"),
        mark("Look at another day: what held on it, or what was known on it."),
        "istirak … --on DATE --known-on DATE",
    ),
    Command(
        "today",
        "b,и",
        "b",
        mark("Back to today"),
        mark("Look at today again, with all that is known."),
        mark("istirak … without --on and --known-on"),
    ),
    Command(
        "text_language",
        "l,д",
        "l",
        mark("Language of the text"),
        mark("Read the programme in another language: the original, English, Russian."),
        "istirak … --in LANGUAGE",
    ),
    Command(
        "changes",
        "c,с",
        "c",
        mark("Changes"),
        mark("Show what moved from one day to another; once more, what was learned."),
        "istirak changes --from DATE --to DATE",
        opens="tui.dashboard.screens.changes:ChangesScreen",
    ),
    Command(
        "treaties",
        "t,е",
        "t",
        mark("Treaties"),
        mark("See where each state stands on each treaty, and record what it does with one."),
        "istirak treaty show KEY",
        opens="tui.dashboard.screens.treaties:TreatiesScreen",
    ),
    Command(
        "officer",
        "o,щ,f9",
        "o",
        mark("Officer"),
        mark("Set whose register this is: the state and the officer's name."),
        "istirak setup --state XX --officer NAME",
    ),
    Command(
        "language",
        "i,ш,f11",
        "i",
        mark("Language"),
        mark("Choose the language of the screens, and of the programme's words."),
        "istirak … --lang LANGUAGE",
        opens="tui.dashboard.screens.language:LanguageScreen",
    ),
    COPY,
    Command(
        "help",
        "question_mark,f1",
        "?",
        mark("Help"),  # at most 9 cells
        mark("Show every key."),
        "istirak --help",
        footer=True,
    ),
    Command(
        "quit",
        "q,й,f10",
        "q",
        mark("Quit"),  # at most 9 cells
        mark("Leave. Everything recorded is on disk."),
        mark("Nothing to leave: a command ends by itself."),
        footer=True,
    ),
)

MOVES = (
    ("a-z", mark("The same keys also on a keyboard that is set to Russian or Azerbaijani.")),
    ("↑ ↓", mark("Move in a list; also PgUp, PgDn, Home, End.")),
    ("← → Tab", mark("Go from the docket to the filters and back.")),
    ("Enter", mark("Read the measure in full; in the filters, choose or drop.")),
    (mark("Space"), mark("Mark the measure or item for one decision on several.")),
    ("1-7 ← →", mark("In the act: go to a part, to a measure; n and N go from match to match.")),
    ("Esc", mark("Leave what is open; in the docket, take the marks away.")),
    ("Ctrl+P", mark("Find any of these by name.")),
)
"""Keys that move about, which need no command: what they are and what they do."""


def bindings() -> list[Binding]:
    """The key bindings of the main screen."""
    return [command.binding() for command in COMMANDS]


def screen_of(command: str) -> "ScreenOfCommand":
    """The screen that a command opens; it is imported now."""
    (opens,) = (each.opens for each in COMMANDS if each.id == command and each.opens)
    module, _colon, name = opens.partition(":")
    screen: ScreenOfCommand = getattr(import_module(module), name)
    return screen
