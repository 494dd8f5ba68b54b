"""The part of placing that has an easy exact answer: everything splittable, earliest deadline first.

Days are numbered from 0. A work may use the days `first` to `last`; a work that comes after another may start on the
day the other ends (inside a day they are put in order). For splittable work with windows tightened along the
prerequisites, earliest-deadline-first is exact: minutes are unit jobs on a line of days, and a schedule can always be
rearranged by due day without losing a minute (Jackson's rule with release days; Glover's greedy for convex graphs).
"""

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush, heapreplace
from typing import NamedTuple

Windows = dict[tuple[int, int], int]


class Work(NamedTuple):
    """Something to place: minutes, its window of days, whether it must be one sitting, and what comes before it."""

    id: str
    minutes: int
    first: int
    last: int
    whole: bool
    after: tuple[str, ...] = ()
    weight: float = 1.0


class Piece(NamedTuple):
    """Minutes of one work on one day."""

    day: int
    work: str
    minutes: int


def in_order(works: Sequence[Work]) -> list[Work]:
    """The works with prerequisites before what needs them, otherwise as given; ValueError names a circle."""
    known = {work.id: work for work in works}
    done: dict[str, Work] = {}
    open_: set[str] = set()
    for root in works:
        stack = [root]
        while stack:
            work = stack[-1]
            waiting = [known[name] for name in work.after if name in known and name not in done]
            if work.id in done or not waiting:
                done.setdefault(stack.pop().id, work)
                open_.discard(work.id)
                continue
            open_.add(work.id)
            if waiting[0].id in open_:
                raise ValueError(f"{work.id} and {waiting[0].id} wait for each other")
            stack.append(waiting[0])
    return list(done.values())


def tightened(works: Sequence[Work]) -> list[Work]:
    """Works in order, with windows that respect what comes before and after; windows may come out empty."""
    ordered = in_order(works)
    first = {work.id: work.first for work in ordered}
    last = {work.id: work.last for work in ordered}
    for work in ordered:
        for name in work.after:
            if name in first and first[name] > first[work.id]:
                first[work.id] = first[name]
    for work in reversed(ordered):
        for name in work.after:
            if name in last and last[name] > last[work.id]:
                last[name] = last[work.id]
    return [within(work, first[work.id], last[work.id]) for work in ordered]


def within(work: Work, first: int, last: int) -> Work:
    """The work with this window."""
    return work if work.first == first and work.last == last else work._replace(first=first, last=last)


def dropped(capacity: Sequence[int], demand: Mapping[tuple[int, int], int]) -> dict[int, int]:
    """Minutes that cannot be placed even if all can be split, by due day; empty if everything fits.

    `demand` maps windows to minutes. The total is the least that any schedule must drop.
    """
    starting = _starting(capacity, demand)
    heap: list[tuple[int, int]] = []
    lost: dict[int, int] = {}
    for day, room in enumerate((*capacity, 0)):
        for entry in starting.get(day, ()):
            heappush(heap, entry)
        _spend(heap, day, room, lost)
    for last, minutes in heap:
        lost[last] = lost.get(last, 0) + minutes
    return lost


def fits(capacity: Sequence[int], demand: Mapping[tuple[int, int], int]) -> bool:
    """Whether all minutes fit into their windows, if all can be split; as `dropped`, up to the first minute lost."""
    starting = _starting(capacity, demand)
    heap: list[tuple[int, int]] = []
    for day, room in enumerate(capacity):
        for entry in starting.get(day, ()):
            heappush(heap, entry)
        if heap and (heap[0][0] < day or not _in_time(heap, day, room)):
            return False
    return not heap and len(capacity) not in starting


def _starting(capacity: Sequence[int], demand: Mapping[tuple[int, int], int]) -> dict[int, list[tuple[int, int]]]:
    """(last day, minutes) by the day from which they may be placed."""
    starting: dict[int, list[tuple[int, int]]] = {}
    for (first, last), minutes in demand.items():
        if minutes:
            starting.setdefault(min(first, len(capacity)), []).append((last, minutes))
    return starting


def _in_time(heap: list[tuple[int, int]], day: int, room: int) -> bool:
    """One day's minutes for what is due first; whether what is due today is done then."""
    while heap and heap[0][1] <= room:
        room -= heappop(heap)[1]
    if heap and room:
        heapreplace(heap, (heap[0][0], heap[0][1] - room))
    return not heap or heap[0][0] > day


def _spend(heap: list[tuple[int, int]], day: int, room: int, lost: dict[int, int]) -> None:
    """One day's minutes for what is due first; what is overdue is lost."""
    while heap and (room or heap[0][0] < day):
        last, minutes = heappop(heap)
        if last < day:
            lost[last] = lost.get(last, 0) + minutes
            continue
        used = min(room, minutes)
        room -= used
        if used < minutes:
            heappush(heap, (last, minutes - used))


def windows(works: Sequence[Work]) -> Windows:
    """Minutes by window."""
    demand: Windows = {}
    for work in works:
        demand[work.first, work.last] = demand.get((work.first, work.last), 0) + work.minutes
    return demand


def spread(capacity: Sequence[int], works: Sequence[Work]) -> list[Piece] | None:
    """Splittable works (tightened, in order) placed earliest deadline first; None if they do not fit."""
    left = [work.minutes for work in works]
    queue = sorted(range(len(works)), key=lambda index: (works[index].last, index))
    pieces = []
    for day, room in enumerate(capacity):
        for index in queue:
            if room and left[index] and works[index].first <= day <= works[index].last:
                used = min(room, left[index])
                pieces.append(Piece(day, works[index].id, used))
                room -= used
                left[index] -= used
    return None if any(left) else pieces
