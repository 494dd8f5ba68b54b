"""The tasks of a plan as a list: what is done, what is planned when, what was left out."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from coach.plan.desk import minutes_left
from coach.plan.model import Done, Plan, Task


class Row(NamedTuple):
    """One task; `number` names it on the command line, `state` is done, started, planned, missed, cut or skipped."""

    number: int
    id: str
    title: str
    minutes: int
    spent: int
    state: str
    day: date | None
    before: str
    proof: str
    evidence: str


def rows(plan: Plan, done: Mapping[str, Done], today: date) -> list[Row]:
    """Every task in the order of the pack."""
    return [_row(number, task, plan, done, today) for number, task in enumerate(plan.tasks, 1)]


def _row(number: int, task: Task, plan: Plan, done: Mapping[str, Done], today: date) -> Row:
    record = done.get(task.id, Done())
    ahead = [slot.day for slot in plan.slots if slot.item == task.id and slot.day >= today]
    state = _state(task, plan, done, bool(ahead))
    day = ahead[0] if ahead and state in ("planned", "started") else None
    return Row(
        number, task.id, task.title, task.minutes, record.total, state, day, task.before, task.evidence, record.evidence
    )


def _state(task: Task, plan: Plan, done: Mapping[str, Done], ahead: bool) -> str:
    if not minutes_left(task, done):
        return "done"
    if task.id in plan.skipped:
        return "skipped"
    if ahead:
        return "started" if done.get(task.id, Done()).total else "planned"
    return "cut" if any(cut.task == task.id and not cut.kept for cut in plan.cuts) else "missed"
