"""A place in a form that is to be filled in."""

from textual.containers import Vertical
from textual.widgets import Static

from seed import messages
from tui.language import ENGLISH, _, language, said
from tui.visible import visible


class Blank(Vertical):
    """What is filled in, and a line below for what is wrong, shown only when something is.

    Args:
        name: What it is called in a form.
        label: What the officer reads.
    """

    DEFAULT_CSS = """
    Blank { height: auto; }
    Blank .problem { display: none; padding-left: 24; color: $text-error; text-style: bold; }
    Blank.-wrong .problem { display: block; }
    """

    def __init__(self, name: str, label: str) -> None:
        super().__init__(id=f"field-{name}")
        self.key = name
        self.label = label

    @property
    def value(self) -> str:
        """What stands in it; nothing as long as nothing does."""
        raise NotImplementedError

    @property
    def changed(self) -> bool:
        """Whether anything else stands in it than at first."""
        raise NotImplementedError

    def fill(self, value: str) -> None:
        """Have what was typed before stand in it when it is shown."""
        raise NotImplementedError

    def words(self, value: str) -> str:
        """A value as the officer reads it."""
        return value

    def start(self) -> None:
        """Begin to fill it in."""
        raise NotImplementedError

    def complain(self, problem: str | None) -> None:
        """Show what is wrong with it, or that nothing is."""
        self.set_class(problem is not None, "-wrong")
        self.query_one(".problem", Static).update(_problem_words(problem))


def _problem_words(problem: str | None) -> str:
    """What is wrong with a blank, where it can be chosen from words that stand beside it.

    In English those are spelled like the values that are recorded, which commands are told.
    """
    chosen = isinstance(problem, messages.Message) and problem.template == "choose one of {known}"
    told = _("choose one") if chosen and language() != ENGLISH else said(problem or "")
    return visible(told)
