"""What narrows the docket of the main screen: the facets, and the search line."""

from typing import TYPE_CHECKING

from textual import on
from textual.events import DescendantFocus

from store.errors import Usage
from store.filters import Filter, parse_line
from tui.dashboard.desk import Desk
from tui.dashboard.screens.main.moving import Moving
from tui.dashboard.widgets.facets import FacetList
from tui.dashboard.widgets.sentence import Sentence
from tui.language import _, said

if TYPE_CHECKING:
    from tui.dashboard.widgets.search import SearchLine


class Narrowing(Moving):
    """By a facet at a time, or by what is typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._before_search = Filter()
        self._search: SearchLine | None = None

    def _way_out(self) -> str:
        return _("Esc forgets what was typed") if self._search else super()._way_out()

    @on(FacetList.Toggled)
    def _facet_toggled(self, event: FacetList.Toggled) -> None:
        facet = event.value
        self.narrow_to(self._filter.toggled(facet.field, facet.value))

    def action_clear_filters(self) -> None:
        """Show all measures again."""
        self.narrow_to(Filter())

    # -- the search line ---------------------------------------------------------------------------

    async def action_search(self) -> None:
        """Open the search line, with the filter in it."""
        from tui.dashboard.widgets.search import SearchLine

        if self._search:
            return
        self._before_search = self._filter
        self._search = SearchLine(self._filter.line(), self._typed)
        self.query_one(Sentence).display = False
        await self.mount(self._search, before="#panes")
        self.call_after_refresh(self.desk.get_ready_to_find)

    def _typed(self, line: str) -> None:
        """Show what the search line leaves while it is typed, or what in it cannot be read."""
        if self._search is None or not self._search.is_mounted:
            return
        try:
            chosen = parse_line(line, self.desk.programme)
        except Usage as problem:
            self._search.hint(said(problem.what), wrong=True)
            return
        docket = self.narrow_to(chosen)
        self._search.hint(_("{n} of {total}", n=len(docket.measures), total=docket.total))

    def on_search_line_left(self, event: "SearchLine.Left") -> None:
        """Close the search line, keeping what it says or going back to the filter before it."""
        self._close_search()
        self.narrow_to(self._filter if event.keep else self._before_search)
        self.action_focus_docket()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Close the search line, keeping what it says, when something else is gone to."""
        if self._search and self._search not in event.widget.ancestors:
            self._close_search()

    def _close_search(self) -> None:
        if self._search:
            self._search.remove()
            self._search = None
            self.query_one(Sentence).display = True
