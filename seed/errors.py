"""What is raised when a programme file cannot be used."""

from dataclasses import dataclass
from pathlib import Path

from seed.messages import Message, say


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a programme file.

    Attributes:
        key: Where it is wrong, in a lawyer's words: `measure 2.4: deadline.kind`.
        expected: What was expected there.
    """

    key: str
    expected: str

    def __str__(self) -> str:
        return self.whole

    @property
    def whole(self) -> Message:
        """Where it is wrong, and what was expected there."""
        return say("{key}: {expected}", key=self.key, expected=self.expected)


class ProgrammeError(Exception):
    """A programme file was refused.

    `str()` is one line: the file, the key, what was expected, and how many more problems there are.

    Attributes:
        file: The file that was refused.
        problems: What is wrong with it, at least one.
    """

    def __init__(self, file: Path, key: str, expected: str, *more: Problem) -> None:
        self.file = file
        self.problems = (Problem(key, expected), *more)
        super().__init__(file, key, expected, *more)

    @property
    def key(self) -> str:
        """Where the first problem is."""
        return self.problems[0].key

    @property
    def expected(self) -> str:
        """What was expected at the first problem."""
        return self.problems[0].expected

    def __str__(self) -> str:
        return self.whole

    @property
    def whole(self) -> Message:
        """The one line."""
        first, more = self.problems[0].whole, len(self.problems) - 1
        if more:
            return say("{file}: {first} (and {more} more)", file=self.file, first=first, more=more)
        return say("{file}: {first}", file=self.file, first=first)
