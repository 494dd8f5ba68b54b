"""The state of a search: minutes free on each day, the window left for each work, and how to take a step back."""

from collections.abc import Iterable, Sequence

from coach.plan.relax import Windows, Work, fits

Changes = list[tuple[int, int, int]]


class Board:
    """Works (tightened, in order) of which some sittings have a day; every step returns what undoes it."""

    def __init__(self, capacity: Sequence[int], works: Sequence[Work]) -> None:
        self.works = works
        self.free = list(capacity)
        self.low = [work.first for work in works]
        self.high = [work.last for work in works]
        self.day = [-1] * len(works)
        self._before, self._behind = _neighbours(works)
        self._demand: Windows = {}
        self._sittings: Windows = {}
        for index in range(len(works)):
            self._count(index, 1)

    def linked(self, index: int) -> bool:
        """Whether something must come before or after this work."""
        return bool(self._before[index] or self._behind[index])

    def _count(self, index: int, sign: int) -> None:
        work, window = self.works[index], (self.low[index], self.high[index])
        self._demand[window] = self._demand.get(window, 0) + sign * work.minutes
        if work.whole:
            self._sittings[window] = self._sittings.get(window, 0) + sign * work.minutes

    def assign(self, index: int, day: int) -> Changes:
        """Give a sitting its day, and tighten the windows of what comes before and after it."""
        self._count(index, -1)
        self.free[day] -= self.works[index].minutes
        self.day[index] = day
        changes: Changes = [(index, self.low[index], self.high[index])]
        self.low[index] = self.high[index] = day
        self._push(self._behind, index, day, changes, later=True)
        self._push(self._before, index, day, changes, later=False)
        return changes

    def postpone(self, indices: Iterable[int], day: int) -> Changes:
        """No earlier than `day`, for these and what comes after them."""
        changes: Changes = []
        for index in indices:
            self._move(index, day, changes, later=True)
            self._push(self._behind, index, day, changes, later=True)
        return changes

    def _push(
        self, neighbours: Sequence[Sequence[int]], start: int, day: int, changes: Changes, *, later: bool
    ) -> None:
        stack = list(neighbours[start])
        while stack:
            index = stack.pop()
            if self.day[index] < 0 and (self.low[index] < day if later else self.high[index] > day):
                self._move(index, day, changes, later=later)
                stack.extend(neighbours[index])

    def _move(self, index: int, day: int, changes: Changes, *, later: bool) -> None:
        changes.append((index, self.low[index], self.high[index]))
        self._count(index, -1)
        if later:
            self.low[index] = day
        else:
            self.high[index] = day
        self._count(index, 1)

    def take_back(self, changes: Changes) -> None:
        """Undo the last step."""
        for index, low, high in reversed(changes):
            if self.day[index] >= 0:
                self.free[self.day[index]] += self.works[index].minutes
                self.day[index] = -1
            else:
                self._count(index, -1)
            self.low[index], self.high[index] = low, high
            self._count(index, 1)

    def promising(self, reach: Sequence[int]) -> bool:
        """Whether the rest may still fit; `reach` holds, for each day, the sums its sittings can make, as bits."""
        if not fits(self.free, self._demand):
            return False
        useful = [
            (sums & ((2 << room) - 1)).bit_length() - 1 if room else 0
            for sums, room in zip(reach, self.free, strict=True)
        ]
        return fits(useful, self._sittings)

    def edges(self) -> set[int]:
        """The days at which the window of something unplaced begins, or has just ended."""
        return {edge for (low, high), minutes in self._demand.items() if minutes for edge in (low, high + 1)}


def _neighbours(works: Sequence[Work]) -> tuple[list[list[int]], list[list[int]]]:
    place = {work.id: index for index, work in enumerate(works)}
    before = [[place[name] for name in work.after if name in place] for work in works]
    behind: list[list[int]] = [[] for _ in works]
    for index, names in enumerate(before):
        for name in names:
            behind[name].append(index)
    return before, behind


def sums(sizes: Iterable[int], largest: int) -> int:
    """The sums that some of the sizes make, as bits up to `largest`."""
    mask, reach = (2 << largest) - 1, 1
    for size in sizes:
        reach |= (reach << size) & mask
    return reach
