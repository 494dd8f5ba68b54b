"""The life of each calendar item: its time now, how often that changed, and whether it was called off.

Kept in the plan so that an export is a function of the plan alone: an item keeps its name for life, its sequence grows
only when its time does, and what disappears is called off once.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from coach.plan.loop import instant, starts
from coach.plan.model import Entry, Plan, PlanRound


def updated(old: Mapping[str, Entry], plan: Plan) -> dict[str, Entry]:
    """The ledger after a change of plan."""
    now = _times(plan)
    ledger = {name: _next(old.get(name), when) for name, when in now.items()}
    for name, entry in old.items():
        if name not in now:
            ledger[name] = entry if entry.cancelled else Entry(entry.when, entry.sequence + 1, True)
    return dict(sorted(ledger.items()))


def _next(old: Entry | None, when: str) -> Entry:
    if old is None:
        return Entry(when)
    changed = old.when != when or old.cancelled
    return Entry(when, old.sequence + changed)


def _times(plan: Plan) -> dict[str, str]:
    times = {f"round/{item.id}": _round_time(item) for item in plan.rounds}
    for name, day in (("decision", plan.decision), ("offer", plan.offer)):
        if day is not None:
            times[name] = day.isoformat()
    minutes: dict[date, int] = {}
    held = {item.day for item in plan.rounds}
    for slot in plan.slots:
        if slot.day not in held:
            minutes[slot.day] = minutes.get(slot.day, 0) + slot.minutes
    for day, length in minutes.items():
        times[f"day/{day.isoformat()}"] = study_time(plan, day, length)
    return times


def _round_time(item: PlanRound) -> str:
    begin = starts(item)
    if begin is None:
        return item.day.isoformat()
    return f"{_stamp(begin)}/{_stamp(begin + timedelta(minutes=item.minutes))}"


def study_time(plan: Plan, day: date, minutes: int) -> str:
    """The day, or the UTC instants between which it is studied if the candidate named an hour."""
    if not plan.settings.study_at:
        return day.isoformat()
    hour, minute = map(int, plan.settings.study_at.split(":"))
    local = datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - the zone follows
    try:
        begin = instant(local, plan.settings.zone)
    except ValueError:  # the hour that the clocks skip on this day
        begin = instant(local + timedelta(hours=1), plan.settings.zone)
    return f"{_stamp(begin)}/{_stamp(begin + timedelta(minutes=minutes))}"


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
