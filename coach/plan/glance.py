"""One day of a plan as the journal keeps it, read without the planner: today's screen should be there at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, NamedTuple

MADE: Final = "plan_made"
CHANGED: Final = "plan_changed"
UNDONE: Final = "plan_undone"
# Each of these events holds the whole plan; the newest is in force.
PLANS: Final = (MADE, CHANGED, UNDONE)


class PlannedDay(NamedTuple):
    """What a day is for, and the minutes of everything planned on it."""

    kind: str
    minutes: int


def planned_day(body: Mapping[str, Any], day: date) -> PlannedDay | None:
    """The day in the body of a plan's event; None outside the plan."""
    plan, wanted = body["plan"], day.isoformat()
    kind = next((row["kind"] for row in plan["days"] if row["day"] == wanted), "")
    minutes = sum(row["minutes"] for row in plan["slots"] if row["day"] == wanted)
    return PlannedDay(kind, minutes) if kind else None
