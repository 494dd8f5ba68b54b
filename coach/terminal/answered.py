"""One item while it is asked: its outcome is saved as soon as it is known, and what comes after is added to it."""

from collections.abc import Sequence
from time import monotonic
from typing import Final, Protocol

from coach.practice.asks import Outcome, Take
from coach.practice.session import Done

# Less time than this after an outcome was saved is not worth saving again.
_WORTH_SAVING: Final = 1.0


class Outcomes(Protocol):
    """Keeps outcomes; saved when each of these returns."""

    def record(self, item: str, kind: str, outcome: Outcome, seconds: float) -> Done: ...

    def go_on(self, before: Done, takes: Sequence[Take], seconds: float) -> Done: ...


class Answered:
    """What has been saved of an item since it was shown; `done` is None as long as that is nothing."""

    def __init__(self, item: str, kind: str, keeper: Outcomes) -> None:
        self.item = item
        self.done: Done | None = None
        self._kind = kind
        self._keeper = keeper
        self._begun = monotonic()
        self._takes = 0

    def keep(self, outcome: Outcome) -> None:
        """Save what is new in it."""
        if self.done is None:
            self.done = self._keeper.record(self.item, self._kind, outcome, self._seconds())
        elif outcome.takes[self._takes :]:
            self.done = self._keeper.go_on(self.done, outcome.takes[self._takes :], self._seconds())
        self._takes = len(outcome.takes)

    def close(self) -> None:
        """The item is left: the time since it was saved, spent on the model answer, counts as well."""
        if self.done and self.done.rating and self._seconds() - self.done.seconds >= _WORTH_SAVING:
            self.done = self._keeper.go_on(self.done, (), self._seconds())

    def _seconds(self) -> float:
        return monotonic() - self._begun
