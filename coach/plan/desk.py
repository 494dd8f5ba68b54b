"""What there is to arrange on a day: the works left with their windows, and the pieces that may stay."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from coach.plan.calendar import room
from coach.plan.model import Cut, Done, Plan, PlanDay, PlanRound, Task
from coach.plan.place import place
from coach.plan.relax import Piece, Work, in_order


class Desk(NamedTuple):
    """The days from today, the works left (`gone`: their round is over), and the pieces that may stay.

    `left` are the works before what comes too late was carried on; `later` is the next round of the same kind, for
    each task whose own round has one after it; `waiting` are the works that wait for each work, and `needed` is the
    last day on which any of them may come, those that wait for them included. What is `loose` finds a new place.
    """

    plan: Plan
    today: date
    days: tuple[PlanDay, ...]
    left: tuple[Work, ...]
    works: tuple[Work, ...]
    gone: tuple[Work, ...]
    later: Mapping[str, PlanRound]
    pins: Mapping[str, tuple[Piece, ...]]
    spent: int
    waiting: Mapping[str, frozenset[str]]
    needed: Mapping[str, int]
    loose: frozenset[str]

    def capacity(self, *, use_buffers: bool) -> list[int]:
        """Minutes for tasks by day, less what was spent today."""
        rooms = [room(day, self.plan.settings, use_buffers=use_buffers) for day in self.days]
        return rooms and [max(rooms[0] - self.spent, 0), *rooms[1:]]


def desk_of(
    plan: Plan,
    frame: Sequence[PlanDay],
    today: date,
    done: Mapping[str, Done],
    loose: frozenset[str] = frozenset(),
) -> Desk:
    """What there is to arrange on a day."""
    left = tuple(
        _work(task, minutes, plan, today)
        for task in plan.tasks
        if (minutes := minutes_left(task, done)) and task.id not in plan.skipped
    )
    ahead = tuple(day for day in frame if day.day >= today)
    spent = sum(done[task.id].minutes.get(today, 0) for task in plan.tasks if task.id in done)
    desk = Desk(plan, today, ahead, left, (), (), _later(plan, today), {}, spent, _waiting(left), _needed(left), loose)
    ready = carried(desk, desk.capacity(use_buffers=True))
    works = tuple(work for work in ready if work.last >= 0)
    desk = desk._replace(works=works, gone=tuple(work for work in ready if work.last < 0))
    return desk._replace(pins=_standing(desk, today))


def _later(plan: Plan, today: date) -> dict[str, PlanRound]:
    """What comes too late for its own round is still of use before the next one of that kind, and before no other."""
    kinds = {item.id: item.kind for item in plan.rounds}
    ahead = sorted((item for item in plan.rounds if item.day > today), key=lambda item: item.day)
    found = {}
    for task in plan.tasks:
        kind = kinds.get(task.before)
        later = next((item for item in ahead if item.kind == kind and item.day > task.last + timedelta(days=1)), None)
        if later is not None:
            found[task.id] = later
    return found


def _needed(works: Sequence[Work]) -> dict[str, int]:
    latest: dict[str, int] = {}
    for work in reversed(in_order(works)):
        due = max(work.last, latest.get(work.id, work.last))
        for name in work.after:
            latest[name] = max(latest.get(name, due), due)
    return latest


def _waiting(works: Sequence[Work]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for work in works:
        for name in work.after:
            found[name] = found.get(name, frozenset()) | {work.id}
    return found


def carried(desk: Desk, capacity: Sequence[int]) -> list[Work]:
    """The works left; what cannot be in time for its own round, even shortened, is due when those it holds up are."""
    shortest = least(desk)
    latest: dict[str, int] = {}
    ready = []
    for work in reversed(in_order(desk.left)):
        due = latest.get(work.id, -1)
        if due > work.last and place(capacity, [work._replace(minutes=shortest[work.id])]).pieces is None:
            work = work._replace(last=due)
        for name in work.after:
            latest[name] = max(latest.get(name, -1), work.last)
        ready.append(work)
    return ready[::-1]


def minutes_left(task: Task, done: Mapping[str, Done]) -> int:
    """Minutes of a task that are still to do."""
    record = done.get(task.id, Done())
    return 0 if record.complete else max(task.minutes - record.total, 0)


def still_kept(cut: Cut, left: int) -> int:
    """Minutes still to come of a task that was cut or shortened, of so many left: what was given up stays so."""
    return max(left - (cut.minutes - cut.kept), 0)


def _work(task: Task, left: int, plan: Plan, today: date) -> Work:
    first, last = max((task.first - today).days, 0), (task.last - today).days
    chosen = plan.pinned.get(task.id)
    if chosen is not None and chosen >= today:
        first = last = (chosen - today).days
    return Work(task.id, left, first, last, not task.splittable, task.after, task.weight)


def _standing(desk: Desk, today: date) -> dict[str, tuple[Piece, ...]]:
    """Pieces of the old plan that may stay: the task is as it was and its days still have the room."""
    free = desk.capacity(use_buffers=True)
    cuts = {cut.task: cut for cut in desk.plan.cuts}
    late = {cut.task for cut in desk.plan.cuts if cut.late}
    old: dict[str, list[Piece]] = {}
    for slot in desk.plan.slots:
        if slot.day >= today:
            old.setdefault(slot.item, []).append(Piece((slot.day - today).days, slot.item, slot.minutes))
    standing: dict[str, tuple[Piece, ...]] = {}
    for work in sorted((*desk.works, *desk.gone), key=lambda work: -work.weight):
        pieces = tuple(old.get(work.id, ()))
        window = extended(work, desk) if work.id in late else work
        wanted = still_kept(cuts[work.id], work.minutes) if work.id in cuts else work.minutes
        if work.id not in desk.loose and _stands(window, pieces, wanted, free):
            standing[work.id] = pieces
            for piece in pieces:
                free[piece.day] -= piece.minutes
    return standing


def _stands(work: Work, pieces: Sequence[Piece], wanted: int, free: Sequence[int]) -> bool:
    if sum(piece.minutes for piece in pieces) != wanted or not pieces or (work.whole and len(pieces) > 1):
        return False
    inside = all(work.first <= piece.day <= work.last and piece.day < len(free) for piece in pieces)
    return inside and all(piece.minutes <= free[piece.day] for piece in pieces)


def before_next(work: Work, desk: Desk) -> Work:
    """The work, allowed to come after its own round if one of the same kind follows."""
    later = desk.later.get(work.id)
    return work if later is None else work._replace(last=max(work.last, (later.day - desk.today).days - 1))


def extended(work: Work, desk: Desk) -> Work:
    """The work, allowed to come after its own round for the next of its kind or for what waits for it."""
    work = before_next(work, desk)
    return work._replace(last=max(work.last, desk.needed.get(work.id, work.last)))


def least(desk: Desk) -> dict[str, int]:
    """How short each work may become, what was done of it already counted."""
    tasks = {task.id: task for task in desk.plan.tasks}
    return {
        work.id: max((tasks[work.id].at_least or tasks[work.id].minutes) - (tasks[work.id].minutes - work.minutes), 1)
        for work in desk.left
    }


def wider(desk: Desk, minutes: int) -> Desk:
    """The desk if every study day had at least so many minutes."""
    return desk._replace(days=tuple(replace(day, minutes=max(day.minutes, minutes)) for day in desk.days))
