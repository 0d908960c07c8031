"""Languages to choose from: those of the screens, and those of the programme's words."""

from collections.abc import Iterable, Mapping

from textual.binding import Binding
from textual.message import Message

from store.values import ORIGINAL, Officer, Programme
from tui.dashboard.widgets.lines import Cell, LineList
from tui.language import LANGUAGES, _, language


class Languages(LineList):
    """Languages, one a line, with a mark at the one that is chosen now.

    Args:
        id: Of the widget.
        choices: What is said of each.
        chosen: The one that is chosen now.
    """

    CLICK_CHOOSES = True
    BINDINGS = [Binding("enter,space", "choose", "Choose", show=False)]

    class Chosen(Message):
        """What is under the cursor is to be chosen."""

    def __init__(self, id: str, choices: Mapping[str | None, str], chosen: str | None) -> None:
        super().__init__(id=id)
        self._choices = choices
        self._values = tuple(choices)
        self._chosen = chosen
        self.cursor = self._values.index(chosen) if chosen in self._values else 0
        self.styles.height = len(choices)

    @property
    def line_count(self) -> int:
        """As many as there are choices."""
        return len(self._values)

    @property
    def value(self) -> str | None:
        """What is under the cursor."""
        return self._values[self.cursor]

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """A mark where it is chosen now, and what it is."""
        value = self._values[index]
        mark = " ✓" if value == self._chosen else ""
        return [Cell(mark, 3), Cell(self._choices[value], width - 3)]

    def action_choose(self) -> None:
        """Choose what is under the cursor."""
        self.post_message(self.Chosen())


class LanguageList(Languages):
    """The languages of the screens, each by its own name."""

    class Chosen(Languages.Chosen):
        """The language under the cursor is to be spoken."""

    def __init__(self) -> None:
        choices: dict[str | None, str] = dict(LANGUAGES.items())
        super().__init__("languages", choices, language())


class WordsList(Languages):
    """The languages of a programme's words.

    Args:
        programme: The programme.
        translated: The languages that it is translated into.
        officer: Who has chosen.
    """

    class Chosen(Languages.Chosen):
        """The words are to be shown in the language under the cursor."""

    def __init__(self, programme: Programme, translated: Iterable[str], officer: Officer) -> None:
        original = LANGUAGES.get(programme.language, programme.language)
        choices: dict[str | None, str] = {
            None: _("as the screens"),
            ORIGINAL: _("the original, {language}", language=original),
        }
        for code in translated:
            name = LANGUAGES.get(code, code)
            choices[code] = _("{language}, unofficial translation", language=name)
        super().__init__("words", choices, officer.words)
