"""When life happens: what changes, said item by item with the reason, before anything is applied."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from coach.days import show_day
from coach.plan.desk import minutes_left, still_kept
from coach.plan.make import arranged, day_of
from coach.plan.model import NEEDED, OFFER, Done, Plan, PlanRound, Settings, Slot, Task
from coach.plan.raising import newly_raised
from coach.plan.work import plan_end

ChangeKind = Literal["round", "moved", "shortened", "lengthened", "cut", "added", "freed", "buffer", "raised"]


class Change(NamedTuple):
    """One line of the difference: what, from where to where, and why."""

    kind: ChangeKind
    item: str
    title: str
    before: str
    after: str
    reason: str


def replanned(
    plan: Plan,
    today: date,
    done: Mapping[str, Done],
    now: str,
    *,
    settings: Settings | None = None,
    rounds: Sequence[PlanRound] | None = None,
    pinned: Mapping[str, date] | None = None,
    skipped: frozenset[str] | None = None,
    tasks: Sequence[Task] | None = None,
) -> Plan:
    """The plan for what is left, with whatever is given changed; the very same plan if there is nothing to do."""
    moved = tuple(sorted(rounds, key=lambda item: (item.day, item.start, item.id))) if rounds is not None else None
    wanted = replace(
        plan,
        settings=settings or plan.settings,
        rounds=plan.rounds if moved is None else moved,
        pinned=plan.pinned if pinned is None else pinned,
        skipped=plan.skipped if skipped is None else skipped,
        tasks=plan.tasks if tasks is None else tuple(tasks),
    )
    loose = newly_raised(plan, wanted.tasks)
    fresh = arranged(replace(wanted, tasks=_retimed(wanted)), today, done, now, loose)
    return plan if replace(fresh, changed=plan.changed) == plan else fresh


def _retimed(plan: Plan) -> tuple[Task, ...]:
    rounds = {item.id: item for item in plan.rounds}
    end = plan_end(plan.start, plan.rounds, plan.decision, plan.offer)
    return tuple(_due(task, rounds, end, plan) for task in plan.tasks)


def _due(task: Task, rounds: Mapping[str, PlanRound], end: date, plan: Plan) -> Task:
    if task.before in ("", OFFER):
        return replace(task, last=end)
    served = rounds.get(task.before)
    if served is None:  # its round is off: the next one takes it
        served = next((item for item in plan.rounds if item.day > task.last), None)
        if served is None:
            return replace(task, before="", last=end)
    last = served.day - timedelta(days=1)
    if task.kind == "mock":
        last = min(last, task.first + timedelta(days=6 - task.first.weekday()))
    return replace(task, before=served.id, last=last)


def diff(old: Plan, new: Plan, today: date, done: Mapping[str, Done]) -> tuple[Change, ...]:
    """Rounds first, then each task that is somewhere else now, in the order of the new plan."""
    tasks = {task.id: task for task in (*old.tasks, *new.tasks)}
    changes = [*_round_changes(old, new), *_buffer_changes(old, new)]
    for name, task in tasks.items():
        change = _task_change(
            task, _open_slots(old, task, today, done), _ahead(new, name, today), _Sides(old, new, today)
        )
        if change is not None:
            changes.append(change)
    moved = {change.item for change in changes}
    return (*changes, *(change for change in _raised(old, new, done) if change.item not in moved))


def _raised(old: Plan, new: Plan, done: Mapping[str, Done]) -> list[Change]:
    names = newly_raised(old, new.tasks) - new.skipped
    return [
        Change("raised", task.id, task.title, "", "", task.because)
        for task in new.tasks
        if task.id in names and minutes_left(task, done)
    ]


class _Sides(NamedTuple):
    old: Plan
    new: Plan
    today: date


def _round_changes(old: Plan, new: Plan) -> list[Change]:
    before = {item.id: item for item in old.rounds}
    after = {item.id: item for item in new.rounds}
    changes = []
    for name in dict.fromkeys((*before, *after)):
        was, now = (_round_text(side.get(name)) for side in (before, after))
        if was != now:
            title = (after.get(name) or before[name]).title
            changes.append(Change("round", name, title, was, now, "the round was moved" if was and now else ""))
    return changes


def _round_text(item: PlanRound | None) -> str:
    if item is None:
        return ""
    return f"{show_day(item.day)} {item.start[11:]}".strip()


def _buffer_changes(old: Plan, new: Plan) -> list[Change]:
    used = {day.day for day in old.days if day.buffer_used}
    return [
        Change("buffer", "", f"Buffer day {show_day(day.day)}", "free", "used", "to catch up")
        for day in new.days
        if day.buffer_used and day.day not in used
    ]


def _open_slots(plan: Plan, task: Task, today: date, done: Mapping[str, Done]) -> list[Slot]:
    """The sittings that the old plan still owed: those ahead, and those missed that nothing has replaced."""
    if task.id in plan.skipped:
        return []
    ahead = _ahead(plan, task.id, today)
    left = minutes_left(task, done)
    cut = next((cut for cut in plan.cuts if cut.task == task.id), None)
    owed = (still_kept(cut, left) if cut else left) - sum(slot.minutes for slot in ahead)
    missed = [
        slot
        for slot in plan.slots
        if slot.item == task.id and slot.day < today and slot.day not in done.get(task.id, Done()).minutes
    ]
    return [*(missed if owed > 0 else ()), *ahead]


def _ahead(plan: Plan, name: str, today: date) -> list[Slot]:
    return [slot for slot in plan.slots if slot.item == name and slot.kind in NEEDED and slot.day >= today]


def _task_change(task: Task, was: Sequence[Slot], now: Sequence[Slot], sides: _Sides) -> Change | None:
    if [(slot.day, slot.minutes) for slot in was] == [(slot.day, slot.minutes) for slot in now]:
        return None
    before, after = _days_text(was), _days_text(now)
    if before == after:
        return None
    kind = _kind(was, now, task, sides)
    return Change(kind, task.id, task.title, before, after, _reason(kind, task, was, now, sides))


def _kind(was: Sequence[Slot], now: Sequence[Slot], task: Task, sides: _Sides) -> ChangeKind:
    if not was:
        return "added"
    if not now:
        return "cut" if any(cut.task == task.id for cut in sides.new.cuts) or task.id in sides.new.skipped else "freed"
    before, after = (sum(slot.minutes for slot in slots) for slots in (was, now))
    if after < before and any(cut.task == task.id for cut in sides.new.cuts):
        return "shortened"
    return "lengthened" if after > before and _days(was) == _days(now) else "moved"


def _days(slots: Sequence[Slot]) -> list[date]:
    return [slot.day for slot in slots]


def _days_text(slots: Sequence[Slot]) -> str:
    if not slots:
        return ""
    minutes = sum(slot.minutes for slot in slots)
    days = [show_day(slot.day) for slot in slots]
    shown = ", ".join(days) if len(days) <= 3 else f"{days[0]} to {days[-1]}"
    return f"{shown} ({minutes} min)"


def _reason(kind: ChangeKind, task: Task, was: Sequence[Slot], now: Sequence[Slot], sides: _Sides) -> str:
    if task.id in sides.new.skipped:
        return "you skipped it"
    if kind in ("cut", "shortened"):
        return next(cut.reason for cut in sides.new.cuts if cut.task == task.id)
    if kind == "freed":
        return "done already"
    if task.id in newly_raised(sides.old, (task,)):
        return task.because
    if kind == "added":
        return "there is room for it now"
    if sides.new.pinned.get(task.id) != sides.old.pinned.get(task.id):
        return "you chose that day"
    missed = [slot.day for slot in was if slot.day < sides.today]
    return f"missed on {show_day(missed[0])}" if missed else _moved_reason(task, was, now, sides)


def _moved_reason(task: Task, was: Sequence[Slot], now: Sequence[Slot], sides: _Sides) -> str:
    for slot in was:
        before, after = day_of(sides.old, slot.day), day_of(sides.new, slot.day)
        if after is None or before is None or after.kind != before.kind:
            return _day_reason(slot.day, after.kind if after else "off")
        if after.minutes < before.minutes:
            return f"fewer minutes on {show_day(slot.day)}"
    old_round, new_round = (_served(task, plan) for plan in (sides.old, sides.new))
    if old_round and new_round and old_round.day != new_round.day:
        return f"{new_round.title} is on {show_day(new_round.day)} now"
    return "room came free sooner" if _days(now) < _days(was) else "makes room for what counts more or is due sooner"


def _served(task: Task, plan: Plan) -> PlanRound | None:
    return next((item for item in plan.rounds if item.id == task.before), None)


def _day_reason(day: date, kind: str) -> str:
    words = {"off": "is off", "eve": "is the eve of a round", "round": "is a round day", "buffer": "is a buffer day"}
    return f"{show_day(day)} {words.get(kind, 'is another kind of day')} now"
