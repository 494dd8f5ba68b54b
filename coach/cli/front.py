"""Bare `coach`: today's screen and one key to start, without the command-line library or rich."""

import sys
from typing import Any

from coach.cli.run import Run
from coach.cli.settings import weekdays_off
from coach.paths import present
from coach.plan.glance import PLANS, PlannedDay, planned_day
from coach.practice.loop import from_body
from coach.practice.today import Today, next_round, next_step, streak
from coach.terminal.views.today import keys, lines


def show_today(run: Run) -> list[str]:
    """Today's screen; the command line of the key pressed, empty if none was or nobody is there to press one."""
    planned = _planned(run)
    model = today_model(run, planned)
    if run.json:
        run.emit(_data(model, planned))
        return []
    sys.stdout.write("\n".join(lines(model, planned)) + "\n")
    command, why = next_step(model)
    if run.plain or run.no_input or not (sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stdout.write(f"Next: {command}  ({why})\n")
        return []
    chosen = _key(model)
    return [*run.arguments(), *chosen] if chosen else []


def _planned(run: Run) -> PlannedDay | None:
    """Today in the plan, if there is one that reaches it."""
    kept = run.journal().last(*PLANS) if present(run.home.database) else None
    return planned_day(kept.body, run.moment().day) if kept else None


def today_model(run: Run, planned: PlannedDay | None) -> Today:
    """What the journal and the settings say of today; where there is a plan, it says whether the day is off."""
    now = run.moment()
    minutes, days_off = int(run.setting("minutes")), weekdays_off(run.setting("days_off"))
    if not present(run.home.database):  # nothing is created just by looking
        return Today(now.day, False, run.setting("pack"), minutes, False, None, 0, 0, 0.0, 0, False, (0, 0))
    journal = run.journal()
    loop = journal.last("loop")
    rounds = from_body(loop.body) if loop else []
    total, studied = journal.total(now.day), journal.days_studied()
    drafts = [draft.key for draft in journal.drafts()]
    return Today(
        now.day,
        bool(rounds),
        run.setting("pack"),
        minutes,
        planned.kind == "off" if planned else now.day.weekday() in days_off,
        next_round([found.upcoming for found in rounds], now.day),
        journal.due_count(now.day),
        total.reviews,
        total.seconds,
        len({key.partition("/")[0] for key in drafts}),
        any(key.endswith("/mock") for key in drafts),
        streak(studied, now.day, days_off, studied[0] if studied else now.day),
    )


def _key(model: Today) -> list[str]:
    from coach.terminal.keys import read_key

    sys.stdout.write(keys(model) + "\n")
    sys.stdout.flush()
    start = next_step(model)[0].split()[1:]
    actions: dict[str, list[str]] = {
        "enter": [] if start == ["today"] else start,
        "n": ["drill"],
        "d": ["demo"],
        "s": ["setup"],
        "q": [],
        "ctrl-d": [],
        "escape": [],
    }
    while (key := read_key()) not in actions:
        pass
    return actions[key]


def _data(model: Today, planned: PlannedDay | None) -> dict[str, Any]:
    ahead = model.next_round
    shown = (
        {"id": ahead.id, "title": ahead.title, "day": ahead.day, "days": (ahead.day - model.day).days}
        if ahead
        else None
    )
    return {
        **model._asdict(),
        "next_round": shown,
        "planned": planned._asdict() if planned else None,
        "streak": {"studied": model.streak[0], "planned": model.streak[1]},
        "next": next_step(model)[0],
    }
