"""The palette, in the language in use: Textual has what it says there in English alone."""

from textual.command import CommandList, CommandPalette, SearchIcon
from textual.content import Content
from textual.theme import ThemeProvider
from textual.widgets import Input, LoadingIndicator
from textual.widgets.option_list import Option

from tui.language import _


class Palette(CommandPalette):
    """Finds commands by name."""

    def on_mount(self) -> None:
        """Show no picture in front, as not every terminal has it; let nothing blink or turn."""
        self.query_one(SearchIcon).icon = "/"
        self.query_one(Input).cursor_blink = False
        self.query_one(LoadingIndicator).auto_refresh = None

    def _start_no_matches_countdown(self, search_value: str) -> None:
        self._stop_no_matches_countdown()

        def nothing_found() -> None:
            if search_value:
                told = Content(_("No matches found"))
                option = Option(told, disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(option)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, nothing_found)


def of_commands() -> Palette:
    """The palette of what can be done."""
    return Palette(placeholder=_("Search for commands"), id="--command-palette")


def of_themes() -> Palette:
    """That of colours."""
    return Palette([ThemeProvider], placeholder=_("Search for themes"))
