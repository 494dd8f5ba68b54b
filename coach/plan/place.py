"""Placing works on days: exact on whether it can be done at all.

Three steps, each an answer as soon as it has one: the relaxation in which all can be split (if that fails nothing
fits), the quick filling day by day, and the exact search, three ways in turn with growing patience.
Splittable work alone costs O(days + n log n); a plan that the quick filling finds O(days · n); the search is
exponential at worst and bounded by `budget` assignments, of which `Placement.proven` tells.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from coach.plan.board import Board
from coach.plan.greedy import greedy
from coach.plan.relax import Piece, Work, fits, spread, tightened, windows, within
from coach.plan.search import ByDay, BySize, OutOfBudget

BUDGET: Final = 20_000
_EFFORT: Final = 2_000_000  # a step costs about as much as there are works
_IMPATIENT: Final = 400


class Placement(NamedTuple):
    """The pieces, or None if there is no placement; `proven` is False if the search was stopped before it knew."""

    pieces: tuple[Piece, ...] | None
    proven: bool = True


def place(capacity: Sequence[int], works: Sequence[Work], budget: int = 0) -> Placement:
    """Days for all works within the capacity of each day; ValueError if prerequisites run in a circle.

    `budget` is in steps of the search; 0 stands for one that keeps the largest plans to a few seconds.
    """
    here = [within(work, max(work.first, 0), min(work.last, len(capacity) - 1)) for work in works]
    ready = [work for work in tightened(here) if work.minutes]
    if not _possible(capacity, ready):
        return Placement(None)
    budget = budget or max(min(BUDGET, _EFFORT // len(ready)), 3 * len(ready)) if ready else 0
    hurried = budget < sum(work.whole for work in ready)  # not enough to give each sitting a day even once
    quick = greedy(capacity, ready, orders=2 if hurried else 5)
    if quick is not None:
        return Placement(tuple(quick))
    return Placement(None, proven=False) if hurried else _searched(capacity, ready, budget)


def _possible(capacity: Sequence[int], works: Sequence[Work]) -> bool:
    for work in works:
        if work.whole and work.minutes > max(capacity[work.first : max(work.last + 1, 0)], default=0):
            return False
    return fits(capacity, windows(works))


def _searched(capacity: Sequence[int], works: Sequence[Work], budget: int) -> Placement:
    whole = [index for index, work in enumerate(works) if work.whole]
    by_size = sorted(whole, key=lambda i: (-works[i].minutes, works[i].last - works[i].first, i))
    by_due = sorted(whole, key=lambda i: (works[i].last, -works[i].minutes, i))
    limit = min(_IMPATIENT + 2 * len(whole), budget)
    while True:
        for search in (
            ByDay(capacity, works, limit),
            BySize(capacity, works, by_size, limit),
            BySize(capacity, works, by_due, limit),
        ):
            try:
                return Placement(_pieces(search.board, works)) if search.run() else Placement(None)
            except OutOfBudget:
                continue
        if limit >= budget:
            return Placement(None, proven=False)
        limit = min(limit * 8, budget)


def _pieces(board: Board, works: Sequence[Work]) -> tuple[Piece, ...]:
    sittings, rest = [], []
    for work, low, high, day in zip(works, board.low, board.high, board.day, strict=True):
        if work.whole:
            sittings.append(Piece(day, work.id, work.minutes))
        else:
            rest.append(work._replace(first=low, last=high))
    pieces = [*sittings, *(spread(board.free, tightened(rest)) or ())]
    turn = {work.id: index for index, work in enumerate(works)}
    return tuple(sorted(pieces, key=lambda piece: (piece.day, turn[piece.work])))
