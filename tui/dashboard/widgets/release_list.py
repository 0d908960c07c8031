"""What was released, the newest first."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.message import Message

from store.reporting import Release
from tui.dashboard.widgets.lines import Cell, LineList
from tui.language import _, mark


class ReleaseList(LineList):
    """Year, number, date, officer; what was corrected stands back."""

    BINDINGS = [Binding("enter", "read", mark("Read"), key_display="Enter")]

    class Read(Message):
        """The release under the cursor is to be read."""

    def __init__(self) -> None:
        super().__init__(id="releases")
        self._releases: tuple[Release, ...] = ()

    @property
    def line_count(self) -> int:
        """As many as there are."""
        return len(self._releases)

    @property
    def current(self) -> Release | None:
        """The release under the cursor."""
        return self._releases[self.cursor] if 0 <= self.cursor < len(self._releases) else None

    def show(self, releases: Sequence[Release], year: int) -> None:
        """Show releases that come oldest first, the cursor on the last one of a year."""
        self._releases = tuple(reversed(releases))
        places = (i for i, each in enumerate(self._releases) if each.year == year)
        self.lines_changed(next(places, 0))
        self.post_message(self.Moved(self))

    def line_style(self, index: int) -> str:
        """What was corrected stands back."""
        return "dim" if self._releases[index].corrected_by else ""

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """The columns."""
        release = self._releases[index]
        # at most 9 cells
        stands = _("corrected") if release.corrected_by else _("stands")
        return [
            Cell(f" {release.year}", 6),
            Cell(_("No {number}", number=release.number), 16),  # at most 15 cells
            Cell(f" {release.released_on}", 12),
            Cell(stands, 10),
            Cell(f"{release.officer}, {release.entry}", width - 6 - 16 - 12 - 10),
        ]

    def action_read(self) -> None:
        """Ask to read it."""
        if self.current:
            self.post_message(self.Read())
