"""What comes of a screen that was opened over the main one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the main screen does when it comes back.

    Attributes:
        changed: Something was recorded or the view was changed: it reads the register again.
        go_to: The key of the measure or item to put the cursor on.
    """

    changed: bool = False
    go_to: str | None = None
