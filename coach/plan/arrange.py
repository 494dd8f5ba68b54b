"""Arranging what is left: around everything that still stands, then with buffer days, then anew, then with cuts."""

from collections.abc import Iterable, Mapping
from typing import Final

from coach.plan.beside import completed
from coach.plan.desk import Desk, carried, extended, least, still_kept, wider
from coach.plan.fit import STEP, Fit, fit, patience
from coach.plan.place import place
from coach.plan.relax import Piece, Work, in_order

MOST: Final = 600


def arrange(desk: Desk) -> Fit:
    """The best arrangement that disturbs least."""
    up = desk.loose & {cut.task for cut in desk.plan.cuts}  # what counts for more now may take another's place
    for use_buffers in () if up else (False, True):
        quiet = _around_pins(desk, use_buffers=use_buffers)
        if quiet is not None:
            return quiet
    capacity = desk.capacity(use_buffers=True)
    found = fit(capacity, desk.works, least(desk), desk.needed)
    return completed(desk, found)


def _around_pins(desk: Desk, *, use_buffers: bool) -> Fit | None:
    """Everything placed without moving what stands; None if that does not work out."""
    before = {cut.task: cut for cut in desk.plan.cuts}
    kept = {work.id: still_kept(before[work.id], work.minutes) for work in desk.works if work.id in before}
    wishes = {name for name, minutes in kept.items() if not minutes}
    late = _still_late(desk, {name for name, cut in before.items() if cut.late}, wishes)
    lost = {name for name, cut in before.items() if cut.late} - set(late)
    on_time = [work for work in desk.works if work.id not in wishes | lost | set(late)]
    works = [*on_time, *(extended(work, desk) for work in (*desk.works, *desk.gone) if work.id in late)]
    found = place(desk.capacity(use_buffers=use_buffers), _pinned(works, desk.pins))
    if found.pieces is None:
        return None
    shortened = {name: minutes for name, minutes in kept.items() if name in desk.pins and not before[name].late}
    cut = tuple(work.id for work in desk.works if work.id in wishes | lost)
    return completed(desk, Fit(_merged(found.pieces), cut, shortened, desk.plan.proven, late))


def _still_late(desk: Desk, late: set[str], wishes: set[str]) -> tuple[str, ...]:
    """What was placed late and may stay so: nothing that it needs has been given up since."""
    missing = wishes | {work.id for work in desk.gone if work.id not in late}
    stay = []
    for work in in_order([*desk.works, *desk.gone]):
        if missing & set(work.after) or (work.id in late and extended(work, desk).last < 0):
            missing.add(work.id)
        elif work.id in late:
            stay.append(work.id)
    return tuple(stay)


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
