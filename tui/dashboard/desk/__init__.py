"""What the officer works on: from where it is looked at, what is read, what is recorded."""

from tui.dashboard.desk.desk import Desk

__all__ = ["Desk"]
