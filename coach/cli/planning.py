"""What the commands about the plan share: the state from the journal, naming a task, showing and keeping a change."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from coach.cli.run import Run
from coach.cli.settings import weekdays_off
from coach.days import utc_text
from coach.errors import CoachError, UsageFault
from coach.plan.glance import CHANGED, UNDONE
from coach.plan.load import review_load
from coach.plan.model import Plan, Settings, Task
from coach.plan.record import KINDS, State, plan_body, plan_from
from coach.text import did_you_mean

if TYPE_CHECKING:
    from coach.plan.replan import Change

Found = TypeVar("Found")


class Planned(NamedTuple):
    """A plan, and all that the journal says about it."""

    plan: Plan
    state: State


def state_of(run: Run) -> State:
    """The plan and what is done; an empty state if there is no journal yet."""
    if not run.home.database.exists():
        return State()
    return plan_from(run.journal().events(*KINDS))


def planned(run: Run) -> Planned:
    """The plan; a refusal that names the next step if there is none."""
    state = state_of(run)
    if state.plan is None:
        raise CoachError("There is no plan yet.", "Make one: coach plan new")
    return Planned(state.plan, state)


def settings_of(run: Run) -> Settings:
    """The candidate's week from the settings."""
    off = weekdays_off(run.setting("days_off"))
    minutes = int(run.setting("minutes"))
    week = tuple(0 if day in off else minutes for day in range(7))
    return Settings(minutes=week, zone=run.zone.key, rollover=int(run.setting("rollover")), review=load_of(run))


def load_of(run: Run) -> dict[date, int]:
    """Review minutes by day, as the cards answered so far fall due."""
    if not run.home.database.exists():
        return {}
    return review_load(run.journal().due_counts(), run.moment().day)


def now_text(run: Run) -> str:
    """The instant of a change."""
    return utc_text(run.moment().at)


def checked(flag: str, read: Callable[[], Found]) -> Found:
    """What `read` makes of a flag; UsageFault naming the flag if it is not right."""
    try:
        return read()
    except ValueError as error:
        raise UsageFault(f"{flag}: {error}.") from None


def task_named(plan: Plan, name: str) -> Task:
    """The task with this id, an unambiguous end of it, or this number in `checklist list`; UsageFault if none is."""
    if name.isdecimal() and 1 <= int(name) <= len(plan.tasks):
        return plan.tasks[int(name) - 1]
    exact = [task for task in plan.tasks if task.id == name]
    near = exact or [task for task in plan.tasks if task.id.endswith(name) or task.id.startswith(name)]
    if len(near) == 1:
        return near[0]
    if near:
        raise UsageFault(f"{name!r} may be any of: " + ", ".join(task.id for task in near) + ".")
    hint = did_you_mean(name, (task.id for task in plan.tasks)) or "See them with: coach checklist list"
    raise UsageFault(f"There is no task {name!r}.", hint)


def change(run: Run, old: Planned, new: Plan, why: str, kind: str = CHANGED) -> bool:
    """Show what changes, ask, and keep it; False if there is nothing to change or the answer is no."""
    from coach.plan.replan import diff

    today = run.moment().day
    changes = diff(old.plan, new, today, old.state.done)
    if kind == UNDONE:
        changes = tuple(item._replace(reason="taken back") for item in changes)
    if run.json:
        run.emit({"changes": [item._asdict() for item in changes], "applied": bool(changes and run.yes)})
    if new == old.plan or (not changes and new.slots == old.plan.slots and new.settings == old.plan.settings):
        run.say("Nothing has to change: the plan stands.")
        return False
    if not run.json:
        _show_changes(run, new, changes)
    if not run.yes:
        run.terminal_or_refuse("To apply this without asking, add --yes.")
        if not run.port().confirm("Apply this?", default=True):
            run.say("Nothing was changed.")
            return False
    run.append(kind, "", plan_body(new, why))
    _keep_rounds(run, old.plan, new)
    run.say("The plan is changed. Look at it: coach plan show   Take it back: coach plan undo")
    return True


def _show_changes(run: Run, new: Plan, changes: "Iterable[Change]") -> None:
    from coach.terminal.console import show
    from coach.terminal.views.changes import changes_view

    show(changes_view(tuple(changes), new, run.plain), run.plain, run.env)


def _keep_rounds(run: Run, old: Plan, new: Plan) -> None:
    """Let the other rooms know of rounds that moved: they read the newest loop."""
    from coach.practice.loop import from_body, to_body

    loop = run.journal().last("loop")
    if old.rounds == new.rounds or loop is None:
        return
    days: dict[str, date] = {item.id: item.day for item in new.rounds}
    rounds = [item._replace(day=days.get(item.id, item.day)) for item in from_body(loop.body)]
    run.append("loop", "", {**loop.body, **to_body(sorted(rounds, key=lambda item: item.day))})
