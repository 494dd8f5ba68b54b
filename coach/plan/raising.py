"""What went badly in a real round counts for more in the plan, until the next round."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from coach.plan.model import Plan, Task

RAISE: Final = 1.5


class Weak(NamedTuple):
    """Why something counts for more, and the day of the round up to which it does."""

    because: str
    until: date


def raised(
    tasks: Sequence[Task], practised: Mapping[str, Collection[str]], weak: Mapping[str, Weak]
) -> tuple[Task, ...]:
    """The tasks of a plan, each that practises something `weak` with its weight raised and the reason said.

    For the round up to which it counts, before all that is not raised; for later ones, half as much again. `practised`
    holds the competencies of each task by its id. What was raised before and is weak no more counts as it used to.
    """
    most = max((task.usual or task.weight for task in tasks), default=1.0)
    named = {item: [weak[name] for name in names if name in weak] for item, names in practised.items()}
    return tuple(_raised(task, named.get(task.id, ()), most) for task in tasks)


def _raised(task: Task, weak: Sequence[Weak], most: float) -> Task:
    usual = task.usual or task.weight
    if not weak:
        return replace(task, weight=usual, usual=0.0, because="")
    soon = task.last < max(found.until for found in weak)
    return replace(task, weight=RAISE * (most if soon else usual), usual=usual, because=weak[0].because)


def newly_raised(old: Plan, tasks: Collection[Task]) -> frozenset[str]:
    """The ids of the tasks that are raised for a reason that the plan does not know yet."""
    before = {task.id: task.because for task in old.tasks}
    return frozenset(task.id for task in tasks if task.because and task.because != before.get(task.id, ""))
