"""What a state released: every information, and each from top to bottom."""

from itertools import islice

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from store.reporting import Release
from store.texts import Texts
from tui.dashboard.commands import COPY
from tui.dashboard.desk import Desk
from tui.dashboard.sheet import assembled, plain, unofficial
from tui.dashboard.troubles import troubles
from tui.dashboard.widgets.day_line import DayLine
from tui.dashboard.widgets.key_bar import KeyBar
from tui.dashboard.widgets.language_line import LanguageLine
from tui.dashboard.widgets.release_list import ReleaseList
from tui.dashboard.year_sheet import release_parts
from tui.language import _, mark
from tui.visible import visible

FIRST = 8
"""Lines of a release that are shown below the list."""


class ReleasesScreen(Screen[None]):
    """Releases above, the beginning of the current one below."""

    DEFAULT_CSS = """
    ReleasesScreen #about {
        height: 1;
        background: $primary-muted;
        text-style: bold;
        padding: 0 1;
    }
    ReleasesScreen #none { padding: 1 2; }
    ReleasesScreen ReleaseList { height: 1fr; }
    ReleasesScreen #release-pane { height: auto; border-top: solid $panel; padding: 0 1; }
    """

    BINDINGS = [
        Binding("escape,q,й", "leave", mark("Back"), key_display="Esc"),
        Binding("question_mark,f1", "app.help", mark("Help"), key_display="?"),
    ]

    AUTO_FOCUS = "#releases"

    def __init__(self, desk: Desk, year: int) -> None:
        super().__init__()
        self._desk = desk
        self._year = year

    def compose(self) -> ComposeResult:
        """Whose, the list, the current one, the keys."""
        yield Static("", id="about", markup=False)
        yield DayLine(self._desk)
        yield LanguageLine(self._desk)
        yield ReleaseList()
        yield Static("", id="none", markup=False)
        yield Static("", id="release-pane")
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list."""
        self.reload()

    def reload(self) -> None:
        """Read the releases again, and show them."""
        releases: tuple[Release, ...] = ()
        with troubles(self.app):
            releases = self._desk.releases()
        view = self._desk.view
        about = _(
            "{state}  Released up to {on}: {n}", state=view.state, on=view.on, n=len(releases)
        )
        self.query_one("#about", Static).update(visible(about))
        listing, none = self.query_one(ReleaseList), self.query_one("#none", Static)
        listing.display, none.display = bool(releases), not releases
        none.update(_("Nothing was released. In the year, r releases its information."))
        listing.show(releases, self._year)

    @on(ReleaseList.Moved)
    def _moved(self) -> None:
        release = self.query_one(ReleaseList).current
        pane = self.query_one("#release-pane", Static)
        pane.display = release is not None
        if release:
            parts = release_parts(release, self._desk.texts)
            pane.update(assembled(list(islice(parts, FIRST))))

    def to_copy(self) -> str:
        """The release under the cursor, from top to bottom."""
        release = self.query_one(ReleaseList).current
        return _whole(release, self._desk.texts) if release else ""

    @on(ReleaseList.Read)
    def _read(self) -> None:
        if release := self.query_one(ReleaseList).current:
            self.app.push_screen(ReleaseReading(self._desk, release), self._came_back)

    def _came_back(self, _nothing: None) -> None:
        """What was chosen there, the language, holds here, too."""
        self.query_one(LanguageLine).show()
        self._moved()

    def action_leave(self) -> None:
        """Back to the year."""
        self.dismiss(None)


class ReleaseReading(ModalScreen[None]):
    """A release from top to bottom, as it was frozen, or in a translation. Scrolls."""

    DEFAULT_CSS = """
    ReleaseReading { background: $background; }
    ReleaseReading #reading { padding: 0 1; scrollbar-size-vertical: 1; }
    """

    BINDINGS = [
        Binding("escape,enter,left,q,й", "leave", mark("Back"), key_display="Esc"),
        Binding("l,д", "app.text_language", "Language of the text", show=False),
        Binding(COPY.keys, "app.copy", "Copy", show=False),
    ]

    def __init__(self, desk: Desk, release: Release) -> None:
        super().__init__()
        self._desk = desk
        self._release = release

    def compose(self) -> ComposeResult:
        """The language, the text, and its keys."""
        yield LanguageLine(self._desk)
        with VerticalScroll(id="reading"):
            yield Static("", id="text")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the text."""
        self.reload()

    def reload(self) -> None:
        """Show it in the language that is read; what was released never changes."""
        parts = release_parts(self._release, self._desk.texts)
        self.query_one("#text", Static).update(assembled(list(parts)))

    def to_copy(self) -> str:
        """All of it."""
        return _whole(self._release, self._desk.texts)

    def action_leave(self) -> None:
        """Back to the list."""
        self.dismiss(None)


def _whole(release: Release, texts: Texts | None) -> str:
    """A release from top to bottom as plain text; a translation is marked at its end."""
    official = next((each["text"] for each in release.snapshot["measures"]), "")
    return plain([*release_parts(release, texts), *unofficial(texts, official)])
