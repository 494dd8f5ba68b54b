"""Moving a task to a day or a round to another time, and what is refused."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from coach.cli.planning import Planned, change, checked, now_text, planned, task_named
from coach.cli.run import Run
from coach.days import show_day
from coach.errors import CoachError, UsageFault
from coach.plan.loop import at, parse_when
from coach.plan.model import Plan, PlanRound
from coach.plan.replan import replanned
from coach.text import did_you_mean


def move_to(run: Run, item: str, text: str) -> None:
    """Move what is named; asks before anything is kept."""
    found = planned(run)
    day = run.moment().day
    if any(item in (held.id, held.kind) for held in found.plan.rounds):
        moved = with_rounds(found.plan, [f"{item}={text}"], day)
        fresh = replanned(found.plan, day, found.state.done, now_text(run), rounds=moved)
        change(run, found, fresh, f"move {item}")
        return
    _move_task(run, found, item, text, day)


def _move_task(run: Run, found: Planned, item: str, text: str, today: date) -> None:
    task = task_named(found.plan, item)
    day = checked("WHEN", lambda: parse_when(text, today)).day
    if day < today:
        raise UsageFault(f"{show_day(day)} is over.", "Name today or a later day.")
    fresh = replanned(found.plan, today, found.state.done, now_text(run), pinned={**found.plan.pinned, task.id: day})
    if not any(slot.item == task.id and slot.day == day for slot in fresh.slots):
        raise CoachError(
            f"{task.title} does not fit on {show_day(day)}: {_why_not(fresh, day)}.", "See: coach plan show --week"
        )
    change(run, found, fresh, f"move {task.id}")


def _why_not(plan: Plan, day: date) -> str:
    held = next((item for item in plan.days if item.day == day), None)
    if held is None:
        return "the plan does not reach it"
    words = {"off": "it is a day off", "eve": "it is the eve of a round", "round": "it is the day of a round"}
    return words.get(held.kind, f"it has {held.minutes} minutes, and other work counts more")


def with_rounds(plan: Plan, texts: Sequence[str], today: date) -> tuple[PlanRound, ...]:
    """The rounds with `ID=WHEN` applied; `ID=off` drops one."""
    rounds = list(plan.rounds)
    for text in texts:
        name, equals, when = text.partition("=")
        if not equals:
            raise UsageFault(f"--round: expected ID=WHEN, such as 'case=2026-12-15 14:00', not {text!r}.")
        index = _index(rounds, name.strip())
        if when.strip() == "off":
            del rounds[index]
        else:
            rounds[index] = checked("--round", partial(_at, rounds[index], when, plan, today))
    return tuple(rounds)


def _at(held: PlanRound, when: str, plan: Plan, today: date) -> PlanRound:
    return at(held, parse_when(when.strip(), today), plan.settings.zone, plan.settings.rollover)


def _index(rounds: Sequence[PlanRound], name: str) -> int:
    for index, item in enumerate(rounds):
        if name in (item.id, item.kind):
            return index
    hint = did_you_mean(name, (item.id for item in rounds)) or "Known: " + ", ".join(item.id for item in rounds)
    raise UsageFault(f"There is no round {name!r}.", hint)
