"""Day by day, soonest due first: the quick way to place, which is right whenever it succeeds.

The days are filled in order. It may miss a placement that exists (one sitting that fits nowhere any more); the search
is asked then.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from coach.plan.relax import Piece, Work

Key = Callable[[Work], tuple[float, ...]]
CHUNK: Final = 10

# By due day and weight; then long sittings first; then every sitting before what can be split.
_ORDERS: Final[tuple[tuple[Key, int], ...]] = (
    (lambda work: (work.last, -work.weight), CHUNK),
    (lambda work: (work.last, not work.whole, -work.minutes), 1),
    (lambda work: (work.last, -work.weight), 1),
    (lambda work: (not work.whole, work.last, -work.minutes), 1),
    (lambda work: (not work.whole, -work.minutes, work.last), 1),
)


def greedy(capacity: Sequence[int], works: Sequence[Work], orders: int = 5) -> list[Piece] | None:
    """Pieces for works that are tightened and in order, or None if none of the first `orders` fillings works out."""
    for key, chunk in _ORDERS[:orders]:
        pieces = _fill(capacity, works, key, chunk)
        if pieces is not None:
            return pieces
    return None


def _fill(capacity: Sequence[int], works: Sequence[Work], key: Key, chunk: int) -> list[Piece] | None:
    left = {work.id: work.minutes for work in works}
    due: dict[int, list[str]] = {}
    for work in works:
        due.setdefault(work.last, []).append(work.id)
    waiting = deque(sorted((work for work in works if work.minutes), key=key))
    pieces: list[Piece] = []
    for day, room in enumerate(capacity):
        if room:
            _fill_day(day, room, waiting, left, pieces, chunk)
        if any(left[name] for name in due.get(day, ())):
            return None
        while waiting and not left[waiting[0].id]:  # further back, what is finished is passed over
            waiting.popleft()
    return None if waiting else pieces


def _fill_day(
    day: int, room: int, waiting: Iterable[Work], left: dict[str, int], pieces: list[Piece], chunk: int
) -> None:
    placed = True
    while placed:  # again as long as something placed may have freed what comes after it
        placed = False
        for work in waiting:
            minutes = left[work.id]
            if not minutes or work.first > day or (work.after and any(left.get(name) for name in work.after)):
                continue
            used = _share(work, minutes, room, 1 if work.last <= day else chunk)
            if used:
                room -= used
                left[work.id] -= used
                pieces.append(Piece(day, work.id, used))
                placed = True
                if not room:
                    return


def _share(work: Work, left: int, room: int, chunk: int) -> int:
    if left <= room:
        return left
    if work.whole or room < chunk or left - room < min(chunk, 5):
        return 0
    return room
