"""What is raised when a programme file cannot be used."""

from dataclasses import dataclass
from pathlib import Path


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
        return f"{self.key}: {self.expected}"


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
        more = len(self.problems) - 1
        return f"{self.file}: {self.problems[0]}" + (f" (and {more} more)" if more else "")
