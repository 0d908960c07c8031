"""The main screen: what it shows, and a file for each kind of thing that its keys do."""

from tui.dashboard.screens.main.screen import MainScreen

__all__ = ["MainScreen"]
