"""Exact search for what must be done in one sitting: two ways of branching over one bound that is cheap and sharp.

Placing indivisible work on days is bin packing with windows and prerequisites, which no known method solves quickly in
every case. After each step the windows of what comes before and after are tightened, and the branch is given up when
  - the rest would not fit even if all of it could be split (exact and linear in days plus distinct windows), or
  - the indivisible rest would not fit into what its sizes can fill of each day (subset sums kept as bits).
What can be split is never searched: once every sitting has a day, the first bound is exact for it. States that failed
are remembered. The worst case stays exponential; `budget` counts steps, and a search that spends it proves nothing.
"""

from collections.abc import Iterator, Sequence

from coach.plan.board import Board, Changes, sums
from coach.plan.relax import Work

Key = tuple[object, ...]


class OutOfBudget(Exception):
    """The search was stopped before it could decide."""


class BySize:
    """One sitting after another in a fixed order, on the day that it fills best; quick to prove large pieces hopeless.

    Failed states are the free minutes, sorted between window edges where nothing tells the days apart: neither equal
    sittings nor equal days are swapped in vain.
    """

    def __init__(self, capacity: Sequence[int], works: Sequence[Work], order: Sequence[int], budget: int) -> None:
        self.board = Board(capacity, works)
        self._order, self._left = order, budget
        linked = [i for i in range(len(works)) if self.board.linked(i)]
        self._linked = linked if any(works[i].whole for i in linked) else []
        largest, reach = max(capacity, default=0), [1]
        for index in reversed(order):
            reach.append((reach[-1] | reach[-1] << works[index].minutes) & ((2 << largest) - 1))
        self._reach = [[bits] * len(capacity) for bits in reversed(reach)]
        self._failed: set[Key] = set()

    def run(self) -> bool:
        """Whether every sitting has found a day; OutOfBudget if that stays open."""
        if not self.board.promising(self._reach[0]):
            return False
        trail, undo = [(self._days(0), self._key(0))], list[Changes]()
        while trail:
            depth = len(trail) - 1
            if depth == len(self._order):
                return True
            changes = self._next(depth, trail[-1][0])
            if changes is not None:
                undo.append(changes)
                trail.append((self._days(depth + 1), self._key(depth + 1)))
                continue
            self._failed.add(trail.pop()[1])
            if undo:
                self.board.take_back(undo.pop())
        return False

    def _next(self, depth: int, days: Iterator[int]) -> Changes | None:
        for day in days:
            self._left -= 1
            if self._left < 0:
                raise OutOfBudget
            changes = self.board.assign(self._order[depth], day)
            if self.board.promising(self._reach[depth + 1]) and self._key(depth + 1) not in self._failed:
                return changes
            self.board.take_back(changes)
        return None

    def _days(self, depth: int) -> Iterator[int]:
        if depth == len(self._order):
            return iter(())
        board, index = self.board, self._order[depth]
        minutes = board.works[index].minutes
        window = range(max(board.low[index], 0), min(board.high[index], len(board.free) - 1) + 1)
        return iter(sorted((day for day in window if board.free[day] >= minutes), key=board.free.__getitem__))

    def _key(self, depth: int) -> Key:
        board = self.board
        if self._linked:
            waiting = tuple((board.low[i], board.high[i]) for i in self._linked if board.day[i] < 0)
            return (depth, tuple(board.free), waiting)
        edges, parts = board.edges(), [list[int]()]
        for day, room in enumerate(board.free):
            if day in edges:
                parts.append([])
            parts[-1].append(room)
        return (depth, *(tuple(sorted(part)) for part in parts))


class ByDay:
    """One day after another, each sitting on it or later; quick when hardly a minute may be wasted.

    Of equal length and without prerequisites the one due first goes first (swapping them never hurts), so that a day
    is decided by how many of each length it takes. Failed states are what is left at the start of a day.
    """

    def __init__(self, capacity: Sequence[int], works: Sequence[Work], budget: int) -> None:
        self.board = Board(capacity, works)
        self._left = budget
        whole = [index for index, work in enumerate(works) if work.whole]
        self._waiting = sorted(whole, key=lambda i: (works[i].last, -works[i].minutes, i))
        self._linked = [i for i in range(len(works)) if self.board.linked(i)]
        self._all = sums((works[i].minutes for i in whole), max(capacity, default=0))
        self._failed: set[Key] = set()
        self._today = -1

    def run(self) -> bool:
        """Whether every sitting has found a day; OutOfBudget if that stays open."""
        trail: list[tuple[int, Key | None, Changes]] = []
        while True:
            index, key = self._pick()
            if index is None and self._sound():
                return True
            if index is not None and key not in self._failed and self._sound():
                day = self.board.low[index]
                if self.board.free[day] >= self.board.works[index].minutes:
                    trail.append((index, key, self.board.assign(index, day)))
                    continue
                if self._later(index, day, key, trail):
                    continue
            if not self._back(trail):
                return False

    def _back(self, trail: list[tuple[int, Key | None, Changes]]) -> bool:
        while trail:
            index, key, changes = trail.pop()
            day = self.board.day[index]
            self.board.take_back(changes)
            if day >= 0 and self._later(index, day, key, trail):
                return True
            if key is not None:
                self._failed.add(key)
        return False

    def _later(self, index: int, day: int, key: Key | None, trail: list[tuple[int, Key | None, Changes]]) -> bool:
        self._left -= 1
        if self._left < 0:
            raise OutOfBudget
        alike = self._alike(index, day)
        if any(self.board.high[other] <= day for other in alike):
            return False
        trail.append((index, key, self.board.postpone(alike, day + 1)))
        return True

    def _alike(self, index: int, day: int) -> list[int]:
        board, minutes = self.board, self.board.works[index].minutes
        if board.linked(index):
            return [index]
        return [
            other
            for other in self._waiting
            if board.day[other] < 0
            and board.low[other] == day
            and board.works[other].minutes == minutes
            and not board.linked(other)
        ]

    def _pick(self) -> tuple[int | None, Key | None]:
        """The next sitting to decide, and the state if it is the first of its day."""
        board = self.board
        waiting = [index for index in self._waiting if board.day[index] < 0]
        if not waiting:
            return None, None
        self._today = day = min(board.low[index] for index in waiting)
        here = next(index for index in waiting if board.low[index] == day)
        return here, self._key(day, waiting)

    def _key(self, day: int, waiting: Sequence[int]) -> Key:
        board = self.board
        windows = tuple((i, board.low[i], board.high[i]) for i in self._linked if board.day[i] < 0)
        return (day, board.free[day] if day < len(board.free) else 0, tuple(waiting), self._postponed(day), windows)

    def _postponed(self, day: int) -> tuple[int, ...]:
        """The lengths that this day has been denied (what is linked is told apart by its windows)."""
        board = self.board
        denied = {
            board.works[i].minutes
            for i in self._waiting
            if board.day[i] < 0 and board.low[i] == day + 1 and board.works[i].first <= day and not board.linked(i)
        }
        return tuple(sorted(denied))

    def _sound(self) -> bool:
        board, day = self.board, self._today
        reach = [self._all] * len(board.free)
        if 0 <= day < len(reach):
            here = (board.works[i].minutes for i in self._waiting if board.day[i] < 0 and board.low[i] <= day)
            reach[day] = sums(here, board.free[day])
            for earlier in range(day):
                reach[earlier] = 1
        return board.promising(reach)
