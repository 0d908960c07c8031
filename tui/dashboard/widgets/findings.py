"""What checks found, blockers first."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.binding import Binding
from textual.message import Message

from store.checks import Finding
from tui.dashboard.widgets.lines import Cell, LineList
from tui.language import Words, mark, said

# each at most 10 cells
SEVERITY_WORDS = Words({"blocker": mark("✗ blocks"), "warning": mark("! warns")})
KEY_WIDTH = 7


class FindingList(LineList):
    """Whether it blocks, the measure, what is wrong."""

    BINDINGS = [Binding("enter", "fix", mark("Go and fix"), key_display="Enter")]

    class Fix(Message):
        """The finding under the cursor is to be mended."""

    def __init__(self) -> None:
        super().__init__(id="findings")
        self._findings: tuple[Finding, ...] = ()

    @property
    def line_count(self) -> int:
        """As many as were found."""
        return len(self._findings)

    @property
    def current(self) -> Finding | None:
        """The finding under the cursor."""
        return self._findings[self.cursor] if 0 <= self.cursor < len(self._findings) else None

    def show(self, findings: Sequence[Finding]) -> None:
        """Show findings, the cursor where it was: on the next one when one was mended."""
        self._findings = tuple(findings)
        self.lines_changed()
        self.post_message(self.Moved(self))

    def line_style(self, index: int) -> str:
        """What blocks stands out."""
        return "strong" if self._findings[index].severity == "blocker" else ""

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """The columns."""
        finding = self._findings[index]
        severities = 2 + max(map(cell_len, SEVERITY_WORDS.values()))  # a space on either side
        return [
            Cell(f" {SEVERITY_WORDS[finding.severity]}", severities),
            Cell(finding.measure or "", KEY_WIDTH),
            Cell(said(finding.message), width - severities - KEY_WIDTH),
        ]

    def action_fix(self) -> None:
        """Ask to mend it."""
        if self.current:
            self.post_message(self.Fix())
