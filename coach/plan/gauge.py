"""Whether one more work could still fit, if all could be split: the easy exact answer, kept up to date work by work."""

from collections.abc import Iterable, Sequence

from coach.plan.relax import Windows, Work, fits


class Gauge:
    """Works with windows tightened along their prerequisites, and the minutes wanted in each window."""

    def __init__(self, capacity: Sequence[int]) -> None:
        self._capacity = capacity
        self._works: dict[str, Work] = {}
        self._demand: Windows = {}

    def with_(self, works: Iterable[Work]) -> "Gauge | None":
        """The gauge with these too, each after what it waits for; None if plainly no placement holds them all."""
        more = Gauge(self._capacity)
        more._works, more._demand = dict(self._works), dict(self._demand)
        return more if all(more._admits(work) for work in works) and fits(self._capacity, more._demand) else None

    def _admits(self, work: Work) -> bool:
        """Take a work in; False if it is one sitting and no day is long enough for it."""
        begins = [self._works[name].first for name in work.after if name in self._works]
        first, last = max([work.first, 0, *begins]), min(work.last, len(self._capacity) - 1)
        self._works[work.id] = work._replace(first=first, last=last)
        self._count(self._works[work.id], 1)
        self._due(work.after, last)
        return not work.whole or work.minutes <= max(self._capacity[first : max(last + 1, 0)], default=0)

    def _due(self, names: Iterable[str], last: int) -> None:
        """What others wait for is due when they are."""
        waiting = list(names)
        while waiting:
            work = self._works.get(waiting.pop())
            if work is not None and work.last > last:
                self._count(work, -1)
                self._works[work.id] = work._replace(last=last)
                self._count(self._works[work.id], 1)
                waiting.extend(work.after)

    def _count(self, work: Work, sign: int) -> None:
        window = work.first, work.last
        self._demand[window] = self._demand.get(window, 0) + sign * work.minutes
