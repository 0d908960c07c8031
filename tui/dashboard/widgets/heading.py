"""The header line: programme, state, date of view, how much is decided."""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from store.docket import Docket
from store.values import Programme
from tui.language import _, language
from tui.visible import visible
from tui.wording.days import outside_years, years_words

NAME = 22
"""Cells that the programme's name keeps, before what is said beside it is said in fewer words."""


class Heading(Widget):
    """One line; the name of the programme gives way when it is too long, but not its years."""

    DEFAULT_CSS = """
    Heading {
        dock: top;
        height: 1;
        background: $primary-muted;
        color: $text;
        text-style: bold;
    }
    """

    def __init__(self, programme: Programme) -> None:
        super().__init__(id="heading")
        self._programme = programme
        self._forms: tuple[str, ...] = ("",)
        self.say_anew()

    def say_anew(self) -> None:
        """Name the programme in the language in use."""
        label = self._programme.label
        self._label = visible(label.get(language(), self._programme.title))
        self.refresh()

    @property
    def facts(self) -> str:
        """What is said beside the name: in full, or as far as there is room."""
        room = self.size.width - 4 - NAME
        return next((each for each in self._forms if cell_len(each) <= room), self._forms[-1])

    def show(self, docket: Docket, marked: int) -> None:
        """Show the facts of a docket."""
        view = docket.view
        counted = [_("{decided} of {total} decided", decided=docket.decided, total=docket.total)]
        if marked:
            counted.append(_("{marked} marked", marked=marked))
        day = _("on {day}", day=view.on)
        brief = outside_years(self._programme, view.on, brief=True)
        days = [
            f"{day}, {outside_years(self._programme, view.on)}",
            f"{day}, {brief}",
            f"{view.on}, {brief}",
            str(view.on),  # the name has its years again
        ]
        state = view.state or _("no state")
        forms = tuple("  ".join([state, each, *counted]) for each in (days if brief else [day]))
        if forms != self._forms:
            self._forms = forms
            self.refresh()

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line."""
        width, facts = self.size.width, self.facts
        left = max(width - cell_len(facts) - 4, 0)
        name = self._named(left, years=years_words(self._programme) not in facts)
        text = f" {name}  {facts} "
        return Strip([Segment(text, self.rich_style)]).adjust_cell_length(width, self.rich_style)

    def _named(self, width: int, *, years: bool) -> str:
        """The programme's name in exactly a width; where it is cut, its years stay if wanted."""
        ending = f", {years_words(self._programme)}"
        stem = self._label.removesuffix(ending)
        end = ending if years and stem != self._label else ""
        if cell_len(self._label) <= width and years:
            stem, end = self._label, ""
        if cell_len(stem + end) > width:
            room = width - cell_len(end) - 1
            stem = f"{set_cell_size(stem, max(room, 0)).rstrip()}…"
        return set_cell_size(stem + end, width)
