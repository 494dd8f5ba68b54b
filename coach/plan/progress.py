"""Planned and done: how many of the last planned days were kept, and whether the plan is ahead or behind."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from coach.plan.desk import minutes_left
from coach.plan.model import NEEDED, Done, Plan, Slot, Task


class Streak(NamedTuple):
    """Planned days kept, of the last planned days."""

    kept: int
    planned: int

    def __str__(self) -> str:
        return f"{self.kept} of the last {self.planned} planned days" if self.planned else "no planned day yet"


def streak(plan: Plan, done: Mapping[str, Done], today: date, active: Collection[date] = (), last: int = 5) -> Streak:
    """Kept days among the last planned ones before today, and today if it is kept already.

    A day is kept if anything was done on it; `active` adds the days with reviews or takes.
    """
    busy = active_days(done) | set(active)
    planned = sorted({slot.day for slot in plan.slots if slot.day < today or (slot.day == today and today in busy)})
    return Streak(sum(day in busy for day in planned[-last:]), len(planned[-last:]))


def active_days(done: Mapping[str, Done]) -> set[date]:
    """Days on which something was marked done."""
    return {day for record in done.values() for day in record.minutes}


def is_done(slot: Slot, done: Mapping[str, Done], tasks: Mapping[str, Task]) -> bool:
    """Whether a slot needs nothing more: its day is recorded, or its task is finished."""
    record = done.get(slot.item, Done())
    task = tasks.get(slot.item)
    return slot.day in record.minutes or (task is not None and minutes_left(task, done) == 0)


def missed(plan: Plan, done: Mapping[str, Done], today: date) -> dict[str, int]:
    """Minutes by task that were planned before today, not done, and have no place ahead yet."""
    ahead: dict[str, int] = {}
    for slot in plan.slots:
        if slot.day >= today and slot.kind in NEEDED:
            ahead[slot.item] = ahead.get(slot.item, 0) + slot.minutes
    given_up = {cut.task: cut.minutes - cut.kept for cut in plan.cuts}
    gaps = {
        task.id: minutes_left(task, done) - ahead.get(task.id, 0) - given_up.get(task.id, 0)
        for task in plan.tasks
        if task.id not in plan.skipped
    }
    return {name: minutes for name, minutes in gaps.items() if minutes > 0}


def balance(plan: Plan, done: Mapping[str, Done], today: date) -> int:
    """Minutes ahead of the plan (work done before its day) less minutes missed."""
    tasks = {task.id: task for task in plan.tasks}
    early = sum(
        slot.minutes for slot in plan.slots if slot.day > today and slot.kind in NEEDED and is_done(slot, done, tasks)
    )
    return early - sum(missed(plan, done, today).values())


class DayRecord(NamedTuple):
    """One day's planned and done minutes of tasks."""

    day: date
    planned: int
    done: int


def by_day(plan: Plan, done: Mapping[str, Done]) -> dict[date, DayRecord]:
    """Planned against done, for every day that has either."""
    tasks = {task.id for task in plan.tasks}
    planned: dict[date, int] = {}
    for slot in plan.slots:
        if slot.kind in NEEDED:
            planned[slot.day] = planned.get(slot.day, 0) + slot.minutes
    spent: dict[date, int] = {}
    for name, record in done.items():
        for day, minutes in record.minutes.items() if name in tasks else ():
            spent[day] = spent.get(day, 0) + minutes
    return {day: DayRecord(day, planned.get(day, 0), spent.get(day, 0)) for day in sorted({*planned, *spent})}


def finished(plan: Plan, done: Mapping[str, Done]) -> tuple[int, int]:
    """Tasks finished, of all that were not skipped."""
    wanted = [task for task in plan.tasks if task.id not in plan.skipped]
    return sum(minutes_left(task, done) == 0 for task in wanted), len(wanted)
