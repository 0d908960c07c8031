"""The act itself, from top to bottom, with each measure's position in the margin."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen

from tui.dashboard.desk import Desk
from tui.dashboard.outcome import Outcome
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.act import ActView, Place
from tui.dashboard.widgets.contents import Chapter, ContentsList, chapters
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.key_bar import KeyBar
from tui.dashboard.widgets.language_line import LanguageLine
from tui.dashboard.widgets.search import SearchLine
from tui.dashboard.widgets.title_line import TitleLine
from tui.language import _, mark
from tui.wording.days import outside_years
from tui.wording.programme import PART_WORDS
from tui.wording.quoting import quoted

WIDE = 100
"""Columns from which on there is room for the contents beside the text."""


class ActSearch(SearchLine):
    """Looks for words in the act while they are typed; up and down go from match to match."""

    PLACEHOLDER = mark("words of the act, in any spelling")  # at most 33 cells
    KEYS = mark("↑ ↓ · Enter keeps · Esc forgets")

    BINDINGS = [
        Binding("down", "screen.match(1)", "Next match", show=False),
        Binding("up", "screen.match(-1)", "Match before", show=False),
    ]


class ReadingScreen(Screen[Outcome]):
    """The text, and its contents where there is room or they are asked for.

    Args:
        desk: What the officer works on.
        key: The measure or item to open it at; None for the beginning.
    """

    DEFAULT_CSS = """
    ReadingScreen { background: $background; }
    ReadingScreen #contents { display: none; width: 30; margin-right: 1; background: $surface; }
    ReadingScreen.-wide #contents { display: block; }
    ReadingScreen #contents.-asked { display: block; }
    ReadingScreen ActView { width: 1fr; }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]

    BINDINGS = [
        Binding("escape", "back", mark("Back"), key_display="Esc"),
        Binding("q,й", "back", "Back", show=False),
        Binding("slash,full_stop,f3", "search", mark("Search"), key_display="/"),
        Binding("n,т,f4", "next_match(1)", mark("Next match"), key_display="n"),
        Binding("N,Т,p,з", "next_match(-1)", "Match before", show=False),
        Binding("enter", "go_to_docket", mark("Docket"), key_display="Enter"),
        Binding("tab", "contents", mark("Contents"), key_display="Tab"),
        *(
            Binding(str(number), f"part({number})", name, show=False)
            for number, name in enumerate(PART_WORDS.values(), 1)
        ),
        Binding("question_mark,f1", "app.help", mark("Help"), key_display="?"),
    ]

    AUTO_FOCUS = "#act"

    def __init__(self, desk: Desk, key: str | None) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._chapters: tuple[Chapter, ...] = ()
        self._wanted = ""
        self._search: ActSearch | None = None
        self._before_search = ("", Place(0))

    def compose(self) -> ComposeResult:
        """What is read, the contents, the text, the keys."""
        yield TitleLine()
        yield DayLine(self._desk)
        yield LanguageLine(self._desk)
        with Horizontal():
            yield ContentsList()
            yield ActView()
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the act, and open it at the measure."""
        self.reload()
        if self._key:
            self._act.go_to_measure(self._key)

    def reload(self) -> None:
        """Read the act again, and show it at the same place."""
        self.query_one(DayLine).show()
        with troubles(self.app):
            act = self._desk.act_shown()
            self._chapters = chapters(act)
            self._contents.show(self._chapters)
            self._act.show(act)

    @property
    def _act(self) -> ActView:
        return self.query_one(ActView)

    @property
    def _contents(self) -> ContentsList:
        return self.query_one(ContentsList)

    # -- where one is ------------------------------------------------------------------------------

    def _about(self) -> str:
        """The part that is read."""
        top = self._act.top
        chapter = next((c for c in reversed(self._chapters) if c.paragraph <= top), None)
        return _("The act: {part}", part=_name(chapter))

    @on(ActView.Moved)
    def _moved(self) -> None:
        """Say what is read, and how many matches there are."""
        top = self._act.top
        if not self._contents.has_focus:
            self._contents.stand_at(top)
        self.query_one(TitleLine).show(self._about(), "  ".join(self._asides()))
        self.refresh_bindings()

    def _asides(self) -> list[str]:
        """The matches, or else the measure that is marked; the state; the day."""
        current = self._act.current
        about = current.key if current else ""
        if self._wanted:
            about = f"{quoted(self._wanted)} {self._matched()}"
        return [*filter(None, [about]), *self._from_where()]

    def _from_where(self) -> tuple[str, str]:
        """The state and the day."""
        view = self._desk.view
        outside = outside_years(self._desk.programme, view.on, brief=True)
        day = _("on {day}", day=view.on) + (outside and f", {outside}")
        return view.state or _("no state"), day

    def to_copy(self) -> str:
        """The page: every paragraph of which something is seen, as a whole."""
        from tui.dashboard.excerpts import page

        seen = self._act.seen
        if not seen:
            return ""
        heading = "  ".join((self._about(), *self._from_where()))
        official = self._desk.act()[seen.start : seen.stop] if self._desk.texts else ()
        shown = self._act.paragraphs[seen.start : seen.stop]
        return f"{heading}\n\n{page(shown, self._desk.texts, official)}"

    def _matched(self) -> str:
        """Which match of how many is gone to."""
        act = self._act
        return (
            _("{n} of {total}", n=act.found + 1, total=len(act.matches))
            if act.matches
            else _("not found")
        )

    def action_part(self, number: int) -> None:
        """Go to a part of the act by its number."""
        part = list(PART_WORDS)[number - 1]
        for chapter in self._chapters:
            if chapter.part is part:
                self._go_to(chapter)
                return
        self.app.bell()

    def action_contents(self) -> None:
        """Go to the contents."""
        self._contents.add_class("-asked")
        self._contents.focus()

    @on(ContentsList.Chosen)
    def _chosen(self, event: ContentsList.Chosen) -> None:
        if event.chapter:
            self._go_to(event.chapter)
        else:
            self._to_the_text()

    def _go_to(self, chapter: Chapter) -> None:
        self._to_the_text()
        self._act.go_to(chapter.paragraph)

    def _to_the_text(self) -> None:
        self._contents.remove_class("-asked")
        self._act.focus()

    # -- looking for words -------------------------------------------------------------------------

    async def action_search(self) -> None:
        """Open the search line, with what was looked for in it."""
        if self._search is None:
            self._before_search = (self._wanted, self._act.place)
            self._search = ActSearch("", self._typed)
            await self.mount(self._search, before=self.query_one(KeyBar))
            self.refresh_bindings()

    def _typed(self, line: str) -> None:
        """Go to the first place, from where the search began, at which what is typed stands."""
        if self._search is None or not self._search.is_mounted:
            return
        self._find(line)
        self._search.hint(
            self._matched() if line else "", wrong=bool(line) and not self._act.matches
        )

    def _find(self, wanted: str) -> None:
        self._wanted = wanted.strip()
        self._act.find(self._wanted, self._before_search[1])

    def on_search_line_left(self, event: SearchLine.Left) -> None:
        """Close the search line, keeping the matches or going back to where it was opened."""
        if self._search:
            self._search.remove()
            self._search = None
        wanted, place = self._before_search
        if not event.keep:
            self._find(wanted)  # what was looked for before
            self._act.go_back(place)
        self._act.focus()
        self.refresh_bindings()

    def action_match(self, step: int) -> None:
        """Go to the next match, or the one before, while the search line is open."""
        self._act.find_next(step)
        if self._search and self._act.matches:
            self._search.hint(self._matched())

    def action_next_match(self, step: int) -> None:
        """Go to the next match, or the one before."""
        self._act.find_next(step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What there is to do while words are typed, and while there are no matches."""
        if action == "next_match":
            return self._search is None and bool(self._act.matches)
        return self._search is None or action not in {"search", "contents", "part", "go_to_docket"}

    # -- leaving -----------------------------------------------------------------------------------

    def action_go_to_docket(self) -> None:
        """Back to the docket, to the measure that is marked."""
        if current := self._act.current:
            self.dismiss(Outcome(go_to=current.key))
        else:
            self.app.bell()

    def action_back(self) -> None:
        """Forget what was looked for; without that, back to where this was opened."""
        if self._wanted:
            self._wanted = ""
            self._act.forget()
        else:
            self.dismiss(None)


def _name(chapter: Chapter | None) -> str:
    """A chapter, by its number and name."""
    if chapter is None:
        return _("nothing of it is here")
    number = list(PART_WORDS).index(chapter.part) + 1
    name = f"{number} {PART_WORDS[chapter.part]}"
    return f"{name}, {chapter.section}" if chapter.section else name
