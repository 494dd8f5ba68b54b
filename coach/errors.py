"""What can go wrong, as values (Problem) and as refusals (CoachError) that carry their exit code."""

from collections.abc import Sequence
from typing import NamedTuple


class Problem(NamedTuple):
    """One fault in a file: where it is, what is wrong, what to do; line and column start at 1, 0 where unknown."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{where}: {self.message}" + (f" ({self.hint})" if self.hint else "")


class CoachError(Exception):
    """A refusal in a full sentence; `hint` names the next step."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageFault(CoachError):
    """The command line itself is wrong, or a question has no flag and no terminal to ask on."""

    exit_code = 2


class InputFault(CoachError):
    """A content or input file has problems; all of them are listed."""

    exit_code = 4

    def __init__(self, message: str, problems: Sequence[Problem] = (), hint: str = "") -> None:
        super().__init__(message, hint)
        self.problems = tuple(problems)


class MissingExtra(CoachError):
    """An optional part is not installed."""

    exit_code = 5


class StorageFault(CoachError):
    """The store or disk is full, read-only, busy or damaged."""

    exit_code = 6
