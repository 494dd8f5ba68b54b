"""A session: which item comes next within the minutes there are, and what was done; undo puts an item back."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from typing import Final, NamedTuple

from coach.practice.drill import DRILLED

# A day is never one kind only: blocks of cards, then one written drill.
_RECALL: Final = ("facts", "challenges")
_PATTERN: Final = ("recall", "triads", "recall", "mistakes", "recall", "reframes", "recall", "pitches")
_CARDS_IN_A_BLOCK: Final = 6


class Done(NamedTuple):
    """An item answered in this session, with the ids of its events; a rating of 0 was given before."""

    id: str
    kind: str
    rating: int
    seconds: float
    events: tuple[str, ...]


class Closing(NamedTuple):
    """What a session came to: items by kind, how many were rated again or skipped, its seconds and its limit."""

    done: Counter[str]
    again: int
    skipped: int
    seconds: float
    planned: float


class Limits(NamedTuple):
    """When a session ends: after so many seconds, or so many items (0: no such limit)."""

    seconds: float
    items: int = 0


class Session:
    """Asks `pick(kinds, seconds_left, without)` for the next item id of some kinds; keeps what was done and skipped."""

    def __init__(
        self,
        pick: Callable[[Sequence[str], float, frozenset[str]], tuple[str, str] | None],
        kinds: Sequence[str],
        limits: Limits,
    ) -> None:
        self.limits = limits
        self.done: list[Done] = []
        self.skipped: set[str] = set()
        self._pick = pick
        self._kinds = tuple(kinds)
        self._slots = self._slots_of_the_day()
        self._again: list[tuple[str, str]] = []

    @property
    def seconds(self) -> float:
        """Time spent on what was answered."""
        return sum(done.seconds for done in self.done)

    def next(self, elapsed: float) -> tuple[str, str] | None:
        """(id, kind) of the next item after `elapsed` seconds of session; None when it is over."""
        left = self.limits.seconds - elapsed
        if left <= 0 or (self.limits.items and len(self.done) >= self.limits.items):
            return None
        if self._again:
            return self._again.pop()
        return self._next_of_pattern(left)

    def _next_of_pattern(self, left: float) -> tuple[str, str] | None:
        for _ in range(len(_PATTERN) * _CARDS_IN_A_BLOCK):
            kinds = [kind for kind in next(self._slots) if not self.done or DRILLED[kind] <= left * 1.5]
            found = self._pick(kinds, left, frozenset(self.skipped)) if kinds else None
            if found is not None:
                return found
        return None

    def resume(self, items: Sequence[tuple[str, str]]) -> None:
        """Begin with these (id, kind): they were left half written."""
        self._again = [pair for pair in reversed(items) if pair[1] in self._kinds]

    def record(self, done: Done) -> None:
        """An item was answered and is saved."""
        self.done.append(done)

    def skip(self, item: str) -> None:
        """Not today."""
        self.skipped.add(item)

    def undo(self, current: tuple[str, str] | None) -> Done | None:
        """Take back the last answer; its item comes next, then the current one."""
        if not self.done:
            return None
        last = self.done.pop()
        if current:
            self._again.append(current)
        self._again.append((last.id, last.kind))
        return last

    def close(self, elapsed: float) -> Closing:
        """What the session came to after `elapsed` seconds."""
        again = sum(done.rating == 1 for done in self.done)
        kinds = Counter(done.kind for done in self.done)
        return Closing(kinds, again, len(self.skipped), elapsed, self.limits.seconds)

    def _slots_of_the_day(self) -> Iterator[tuple[str, ...]]:
        for slot in cycle(_PATTERN):
            kinds = tuple(kind for kind in (_RECALL if slot == "recall" else (slot,)) if kind in self._kinds)
            for _ in range(_CARDS_IN_A_BLOCK if slot == "recall" else 1):
                yield kinds
