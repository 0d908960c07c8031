"""How trouble with the register is told on a screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App

from store.errors import Refused, RegisterError


@contextmanager
def troubles(app: App[Any]) -> Iterator[None]:
    """Tell what goes wrong inside in a dialog, and go on.

    Raises:
        Refused: Fields are wrong: a form says so at each.
    """
    try:
        yield
    except RegisterError as error:
        if isinstance(error, Refused) and error.problems:
            raise
        from tui.dashboard.screens.dialog import TroubleScreen

        app.push_screen(TroubleScreen(error))
