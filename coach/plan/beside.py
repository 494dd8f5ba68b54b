"""What was cut, shortened or is due no more, put into the gaps beside everything that has a place."""

from collections.abc import Iterable, Sequence
from typing import Final

from coach.plan.desk import Desk, before_next
from coach.plan.fit import STEP, Fit, by_weight, without
from coach.plan.relax import Piece, Work, in_order

_LATE: Final = ("task", "deck")
_NONE: Final[frozenset[str]] = frozenset()


def completed(desk: Desk, found: Fit) -> Fit:
    """Whatever fits in beside the rest: on time, else late; again, as long as one makes way for another.

    What comes after its own round stays only for a later one of the same kind, or for what needs it and has a place.
    """
    everywhere = desk.capacity(use_buffers=True)
    while True:
        more = _with_late(desk, _of_use(desk, _with_wishes(everywhere, desk, found)))
        if more == found:
            return found
        found = more


def _of_use(desk: Desk, found: Fit) -> Fit:
    ends: dict[str, int] = {}
    for piece in found.pieces:
        ends[piece.work] = max(ends.get(piece.work, 0), piece.day)
    vain = set()
    for work in reversed(in_order(desk.left)):
        last = before_next(work, desk).last
        if ends.get(work.id, last) > last and not desk.waiting.get(work.id, _NONE) & ends.keys():
            del ends[work.id]
            vain.add(work.id)
    return without(found, vain, {work.id for work in desk.works}) if vain else found


class _Placed:
    """What has a place: the pieces by work, and the minutes that they leave free."""

    def __init__(self, capacity: Sequence[int], pieces: Iterable[Piece]) -> None:
        self._free = list(capacity)
        self._pieces: dict[str, list[Piece]] = {}
        for piece in pieces:
            self._free[piece.day] -= piece.minutes
            self._pieces.setdefault(piece.work, []).append(piece)

    def gaps(self, desk: Desk, work: Work) -> list[Piece]:
        """Pieces for this work in place of those it has, with nothing else moved; empty if it does not fit."""
        free = self._free
        if work.id in self._pieces:
            free = list(free)
            for piece in self._pieces[work.id]:
                free[piece.day] += piece.minutes
        return _gaps(free, work, *self._between(desk, work))

    def _between(self, desk: Desk, work: Work) -> tuple[int, int]:
        """The days a work may use while all else stays: after what it waits for, before what waits for it."""
        before = [piece.day for name in work.after for piece in self._pieces.get(name, ())]
        behind = [piece.day for name in desk.waiting.get(work.id, ()) for piece in self._pieces.get(name, ())]
        return max([work.first, 0, *before]), min([work.last, len(desk.days) - 1, *behind])


def _with_late(desk: Desk, found: Fit) -> Fit:
    """What found no room before its own round, placed before the next of its kind where that disturbs nothing."""
    kinds = {task.id: task.kind for task in desk.plan.tasks}
    own_time = {work.id: work for work in desk.left}
    placed, missing = _Placed(_in_use(desk, found), found.pieces), _missing(desk, found)
    for work in by_weight([*desk.works, *desk.gone]):
        if work.id not in missing or missing & set(work.after) or kinds[work.id] not in _LATE:
            continue
        own = placed.gaps(desk, before_next(own_time[work.id], desk)) if work.id in desk.later else []
        if own:
            cut = tuple(name for name in found.cut if name != work.id)
            found = found._replace(pieces=(*found.pieces, *own), cut=cut, late=(*found.late, work.id))
            placed, missing = _Placed(_in_use(desk, found), found.pieces), _missing(desk, found)
    return found


def _missing(desk: Desk, found: Fit) -> set[str]:
    """What has no place."""
    return {*found.cut, *(work.id for work in desk.gone)} - set(found.late)


def _in_use(desk: Desk, found: Fit) -> list[int]:
    """The capacity without the buffer days that are still untouched: what is late has no claim on them."""
    used = {piece.day for piece in found.pieces}
    closed, everywhere = (desk.capacity(use_buffers=use_buffers) for use_buffers in (False, True))
    return [everywhere[day] if day in used else room for day, room in enumerate(closed)]


def _with_wishes(capacity: Sequence[int], desk: Desk, found: Fit) -> Fit:
    """Whatever was cut or shortened and fits beside the rest after all, weightiest first."""
    placed, cut = _Placed(capacity, found.pieces), set(found.cut)
    for work in by_weight(desk.works):
        if work.id in found.shortened or (work.id in cut and not cut & set(work.after)):
            more = _regained(placed, desk, found, work)
            if more is not found:
                found, placed, cut = more, _Placed(capacity, more.pieces), set(more.cut)
    return found


def _regained(placed: _Placed, desk: Desk, found: Fit, work: Work) -> Fit:
    kept = found.shortened.get(work.id, 0)
    for minutes in range(work.minutes, kept, -STEP) if kept else (work.minutes,):
        own = placed.gaps(desk, work._replace(minutes=minutes))
        if own:
            shortened = {name: least for name, least in found.shortened.items() if name != work.id}
            return found._replace(
                pieces=(*(piece for piece in found.pieces if piece.work != work.id), *own),
                cut=tuple(name for name in found.cut if name != work.id),
                shortened=shortened if minutes == work.minutes else shortened | {work.id: minutes},
            )
    return found


def _gaps(free: Sequence[int], work: Work, first: int, last: int) -> list[Piece]:
    """The earliest minutes that are free from `first` to `last`, in one sitting if it must be; empty if too few."""
    own: list[Piece] = []
    left = work.minutes
    for day in range(first, last + 1):
        if free[day] >= (left if work.whole else 1):
            own.append(Piece(day, work.id, min(left, free[day])))
            left -= own[-1].minutes
            if not left:
                return own
    return []
