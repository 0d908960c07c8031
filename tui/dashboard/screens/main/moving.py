"""Moving about the main screen."""

from textual.events import Resize

from store.filters import Filter
from store.values import PositionValue
from tui.dashboard.screens.main.panes import WIDE, Panes
from tui.dashboard.widgets.docket import DocketList
from tui.dashboard.widgets.facets import FacetList
from tui.language import _


class Moving(Panes):
    """Between the panes, and to a measure."""

    def action_focus_facets(self) -> None:
        """Go to the filters."""
        self.query_one(FacetList).focus()

    def action_focus_docket(self) -> None:
        """Go to the docket, or to the filters when it is empty."""
        listing = self.query_one(DocketList)
        (listing if listing.display else self.query_one(FacetList)).focus()

    def action_back(self) -> None:
        """Back to the docket; there, take all marks away."""
        listing = self.query_one(DocketList)
        if listing.has_focus:
            listing.unmark()
        else:
            self.action_focus_docket()

    def action_next_undetermined(self) -> None:
        """Go to the next undetermined measure of those shown."""
        self.action_focus_docket()
        if not self.query_one(DocketList).find_next(PositionValue.UNDETERMINED):
            self._say(_("No measure shown here is undetermined"))

    def go_to(self, key: str) -> None:
        """Put the cursor on a measure or item; when the filter hides it, show all measures."""
        listing = self.query_one(DocketList)
        if not listing.go_to(key):
            self.narrow_to(Filter())
            listing.go_to(key)
        self.action_focus_docket()

    def on_resize(self, event: Resize) -> None:
        """What is shown of a measure depends on the room."""
        if event.size.width < WIDE and self.focused is self.query_one("#sheet-pane"):
            self.action_focus_docket()
        self.call_after_refresh(self._show_current)
