"""Arranging what is left: around everything that still stands, then with buffer days, then anew, then with cuts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from coach.plan.desk import Desk, carried, extended, least, wider
from coach.plan.fit import STEP, Fit, by_weight, fit, patience
from coach.plan.place import place
from coach.plan.relax import Piece, Work, in_order

MOST: Final = 600
_LATE: Final = ("task", "deck")


def arrange(desk: Desk) -> tuple[Fit, bool]:
    """The best arrangement that disturbs least, and whether it was allowed to use buffer days."""
    for use_buffers in (False, True):
        quiet = _around_pins(desk, use_buffers=use_buffers)
        if quiet is not None:
            return quiet, use_buffers
    capacity = desk.capacity(use_buffers=True)
    found = fit(capacity, desk.works, least(desk))
    return _completed(desk, found), True


def _around_pins(desk: Desk, *, use_buffers: bool) -> Fit | None:
    """Everything placed without moving what stands; None if that does not work out."""
    before = {cut.task: cut for cut in desk.plan.cuts}
    wishes = {work.id for work in desk.works if work.id in before and not before[work.id].kept}
    late = _still_late(desk, {name for name, cut in before.items() if cut.late}, wishes)
    lost = {name for name, cut in before.items() if cut.late} - set(late)
    on_time = [work for work in desk.works if work.id not in wishes | lost | set(late)]
    works = [*on_time, *(extended(work, desk) for work in (*desk.works, *desk.gone) if work.id in late)]
    found = place(desk.capacity(use_buffers=use_buffers), _pinned(works, desk.pins))
    if found.pieces is None:
        return None
    shortened = {name: before[name].kept for name in desk.pins if name in before and not before[name].late}
    cut = tuple(work.id for work in desk.works if work.id in wishes | lost)
    return _completed(desk, Fit(_merged(found.pieces), cut, shortened, desk.plan.proven, late))


def _still_late(desk: Desk, late: set[str], wishes: set[str]) -> tuple[str, ...]:
    """What was placed late and may stay so: nothing that it needs has been given up since."""
    missing = wishes | {work.id for work in desk.gone if work.id not in late}
    stay = []
    for work in in_order([*desk.works, *desk.gone]):
        if missing & set(work.after):
            missing.add(work.id)
        elif work.id in late:
            stay.append(work.id)
    return tuple(stay)


def _completed(desk: Desk, found: Fit) -> Fit:
    """Whatever fits in beside the rest: on time, else late; again, as long as one makes way for another."""
    everywhere = desk.capacity(use_buffers=True)
    while True:
        more = _with_late(desk, _with_wishes(everywhere, desk, found))
        if more == found:
            return found
        found = more


def _with_late(desk: Desk, found: Fit) -> Fit:
    """What found no room before its own round, placed after it where that disturbs nothing and still helps a round."""
    kinds = {task.id: task.kind for task in desk.plan.tasks}
    for work in by_weight([*desk.works, *desk.gone]):
        without = {*found.cut, *(other.id for other in desk.gone)} - set(found.late)
        blocked = without & set(work.after)
        if work.id not in without or blocked or kinds[work.id] not in _LATE or work.last >= desk.late_last:
            continue
        pieces = _beside(_in_use(desk, found), desk, found, extended(work, desk))
        if pieces is not None:
            cut = tuple(name for name in found.cut if name != work.id)
            found = found._replace(pieces=pieces, cut=cut, late=(*found.late, work.id))
    return found


def _in_use(desk: Desk, found: Fit) -> list[int]:
    """The capacity without the buffer days that are still untouched: what is late has no claim on them."""
    used = {piece.day for piece in found.pieces}
    closed, everywhere = (desk.capacity(use_buffers=use_buffers) for use_buffers in (False, True))
    return [everywhere[day] if day in used else room for day, room in enumerate(closed)]


def _with_wishes(capacity: Sequence[int], desk: Desk, found: Fit) -> Fit:
    """Whatever was cut or shortened and fits beside the rest after all, weightiest first."""
    for work in by_weight(desk.works):
        if work.id in found.cut and not set(work.after) & set(found.cut):
            found = _regained(capacity, desk, found, work, 0)
        elif work.id in found.shortened:
            found = _regained(capacity, desk, found, work, found.shortened[work.id])
    return found


def _regained(capacity: Sequence[int], desk: Desk, found: Fit, work: Work, kept: int) -> Fit:
    for minutes in range(work.minutes, kept, -STEP) if kept else (work.minutes,):
        pieces = _beside(capacity, desk, found, work._replace(minutes=minutes))
        if pieces is not None:
            shortened = {name: least for name, least in found.shortened.items() if name != work.id}
            return found._replace(
                pieces=pieces,
                cut=tuple(name for name in found.cut if name != work.id),
                shortened=shortened if minutes == work.minutes else shortened | {work.id: minutes},
            )
    return found


def _beside(capacity: Sequence[int], desk: Desk, found: Fit, work: Work) -> tuple[Piece, ...] | None:
    """All pieces with this work added or replaced, and none of the others moved; None if it does not fit."""
    others = tuple(piece for piece in found.pieces if piece.work != work.id)
    free = list(capacity)
    for piece in others:
        free[piece.day] -= piece.minutes
    first, last = _between(desk, others, work)
    days = [day for day in range(first, last + 1) if free[day] >= (work.minutes if work.whole else 1)]
    if work.whole:
        return (*others, Piece(days[0], work.id, work.minutes)) if days else None
    own, left = [], work.minutes
    for day in days:
        own.append(Piece(day, work.id, min(left, free[day])))
        left -= own[-1].minutes
        if not left:
            return (*others, *own)
    return None


def _between(desk: Desk, others: Iterable[Piece], work: Work) -> tuple[int, int]:
    """The days a work may use while everything else stays: after what it waits for, before what waits for it."""
    waiting = desk.waiting.get(work.id, frozenset())
    first, last = max(work.first, 0), min(work.last, len(desk.days) - 1)
    for piece in others:
        if piece.work in work.after:
            first = max(first, piece.day)
        elif piece.work in waiting:
            last = min(last, piece.day)
    return first, last


def _pinned(works: Iterable[Work], pins: Mapping[str, tuple[Piece, ...]]) -> list[Work]:
    """The works, with each pinned one as a fixed sitting for each of its pieces, under the name `id#day`."""
    fixed = []
    for work in works:
        after = tuple(part for name in work.after for part in _names(name, pins))
        if work.id not in pins:
            fixed.append(work._replace(after=after))
        for piece in pins.get(work.id, ()):
            fixed.append(Work(f"{work.id}#{piece.day}", piece.minutes, piece.day, piece.day, True, after, work.weight))
    return fixed


def _names(name: str, pins: Mapping[str, tuple[Piece, ...]]) -> tuple[str, ...]:
    return tuple(f"{name}#{piece.day}" for piece in pins[name]) if name in pins else (name,)


def _merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(piece._replace(work=piece.work.partition("#")[0]) for piece in pieces)


def least_minutes(desk: Desk) -> int | None:
    """The fewest minutes a study day, in steps of five, at which nothing is cut or late; None if ten hours do not do.

    What has no study day at all before its round is left out: no number of minutes helps it.
    """
    ever = wider(desk, MOST).capacity(use_buffers=True)
    works = [work for work in carried(desk, ever) if any(ever[work.first : max(work.last + 1, 0)])]

    def fits(steps: int) -> bool:
        capacity = wider(desk, steps * STEP).capacity(use_buffers=True)
        return place(capacity, works, patience(len(works))).pieces is not None

    low, high = 0, MOST // STEP
    if fits(low) or not fits(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high * STEP
