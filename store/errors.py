"""What can go wrong with the register, in the words of the person it happens to.

Every error says what was wrong and what to do about it. The command line prints both on one line
and exits with the error's code; a screen shows them in a dialog.
"""

from collections.abc import Mapping

from seed.messages import Message, say


class RegisterError(Exception):
    """The family of errors that people meet.

    Attributes:
        what: What was wrong, and where; one sentence without a final stop.
        remedy: What to do about it; one sentence without a final stop.
        exit_code: What the command line exits with.
    """

    exit_code = 1

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return self.whole

    @property
    def whole(self) -> Message:
        """What was wrong and what to do about it, each with its final stop."""
        return say("{what}. {remedy}.", what=self.what, remedy=self.remedy)


class Refused(RegisterError):
    """A rule of the register forbids it.

    Attributes:
        problems: Messages by the name of the field they belong to, where fields were checked.
    """

    def __init__(self, what: str, remedy: str, problems: Mapping[str, str] | None = None) -> None:
        super().__init__(what, remedy)
        self.problems = dict(problems or {})


class Usage(RegisterError):
    """What was asked for does not exist or cannot be read."""

    exit_code = 2


class NoLonger(Usage):
    """What was asked for was in the programme once, and an edition has taken it out.

    Attributes:
        measure: The measure's key.
        item: The item's letter, or None when it was the measure.
    """

    def __init__(self, measure: str, item: str | None) -> None:
        key = measure if item is None else f"{measure}.{item}"
        super().__init__(
            say("{key} is no longer in the programme", key=key),
            say("`istirak show {key}` still shows it, with what was recorded on it", key=key),
        )
        self.measure = measure
        self.item = item


class StoreUnusable(RegisterError):
    """The store cannot be opened, read or written."""

    exit_code = 3
