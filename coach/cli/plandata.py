"""The plan as data for other programs."""

from datetime import date
from typing import Any

from coach.cli.planning import Planned
from coach.plan.codec import to_json
from coach.plan.figures import figures
from coach.plan.make import today_of
from coach.plan.progress import balance, by_day, finished, missed


def as_data(found: Planned, day: date) -> dict[str, Any]:
    """Today's slots, the figures, planned against done by day, and the whole plan."""
    plan, done = found.plan, found.state.done
    numbers = figures(plan)
    return {
        "day": day,
        "today": [{"kind": slot.kind, "item": slot.item, "minutes": slot.minutes} for slot in today_of(plan, day)],
        "figures": {**numbers._asdict(), "slack": numbers.slack},
        "finished": dict(zip(("done", "of"), finished(plan, done), strict=True)),
        "balance": balance(plan, done, day),
        "missed": missed(plan, done, day),
        "record": [record._asdict() for record in by_day(plan, done).values()],
        "plan": to_json(plan),
    }
