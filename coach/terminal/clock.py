"""A phase's clock: monotonic, can be paused and lengthened, goes on from stored seconds, and leaves jumps out."""

from collections.abc import Callable
from time import monotonic
from typing import Final

JUMP: Final = 2.0
_MOMENT: Final = 0.003


class Clock:
    """Counts up from `elapsed`; a gap of over two seconds between looks (a suspended terminal) counts as a pause."""

    def __init__(self, seconds: float, elapsed: float = 0.0, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._limit = seconds
        self._elapsed = elapsed
        self._seen = now()
        self.running = True
        self.paused = 0.0

    def look(self) -> float:
        """Seconds spent so far; to be called about once a second."""
        now = self._now()
        gap, self._seen = now - self._seen, now
        if not self.running or gap > JUMP:
            self.paused += gap
        else:
            self._elapsed += gap
        return self._elapsed

    def until_next(self) -> float:
        """Seconds until another whole second is spent, and a moment more."""
        spent = self.look()
        return 1.0 - spent % 1.0 + _MOMENT if self.running else 1.0

    def left(self) -> float:
        """Seconds left, negative when over; without a limit, infinity."""
        spent = self.look()
        return self._limit - spent if self._limit else float("inf")

    def toggle(self) -> None:
        """Pause, or go on."""
        self.look()
        self.running = not self.running

    def add(self, seconds: float) -> None:
        """Make the time box longer."""
        self._limit += seconds

    @property
    def half_gone(self) -> bool:
        """Whether half the time box is spent."""
        return bool(self._limit) and self._elapsed >= self._limit / 2
