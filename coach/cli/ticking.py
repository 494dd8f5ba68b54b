"""Ticking off what is done: slots of today, or a task with its evidence."""

from collections.abc import Sequence

from coach.cli.planning import Planned, task_named
from coach.cli.run import Run
from coach.plan.desk import minutes_left
from coach.plan.make import today_of
from coach.plan.model import NEEDED, Slot, Task
from coach.plan.progress import is_done
from coach.plan.record import TASK_DONE, done_body


def tick(run: Run, found: Planned, names: Sequence[str], minutes: int | None) -> list[str]:
    """Record today's open slots (of the tasks named, or all) as done; the titles of what was recorded."""
    day = run.moment().day
    tasks = {task.id: task for task in found.plan.tasks}
    slots = [slot for slot in today_of(found.plan, day) if not is_done(slot, found.state.done, tasks)]
    wanted = [task_named(found.plan, name).id for name in names]
    here = [slot for slot in slots if not wanted or slot.item in wanted]
    for slot in here:
        _record(run, found, slot, slot.minutes if minutes is None else minutes)
    others = [tasks[name] for name in wanted if name not in {slot.item for slot in here}]
    open_ = [task for task in others if minutes_left(task, found.state.done)]
    for task in open_:
        finish(run, found, task, minutes, "")
    return [slot.title for slot in here] + [task.title for task in open_]


def _record(run: Run, found: Planned, slot: Slot, minutes: int) -> None:
    later = [other for other in found.plan.slots if other.item == slot.item and other.day > slot.day]
    complete = slot.kind in NEEDED and not later
    run.append(TASK_DONE, slot.item, done_body(slot.day, minutes, complete=complete))


def finish(run: Run, found: Planned, task: Task, minutes: int | None, evidence: str) -> None:
    """Record a task as finished today, with what it took (else what was left of it) and what proves it."""
    left = minutes_left(task, found.state.done)
    spent = left if minutes is None else minutes
    run.append(TASK_DONE, task.id, done_body(run.moment().day, spent, complete=True, evidence=evidence))
