"""A plan as plain JSON data and back, for the journal and for other programs."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from coach.plan.model import Cut, Entry, Plan, PlanDay, PlanRound, Settings, Shortfall, Slot, Task

_ROWS: Mapping[str, type[Any]] = {
    "rounds": PlanRound,
    "tasks": Task,
    "days": PlanDay,
    "slots": Slot,
    "cuts": Cut,
    "short": Shortfall,
}
_DATES = ("day", "first", "last", "start", "end", "decision", "offer")


def to_json(plan: Plan) -> dict[str, Any]:
    """Plain data: dates as ISO text; settings, rounds, tasks, days and slots as objects."""
    return {item.name: _plain(getattr(plan, item.name)) for item in fields(plan)}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(item) for key, item in sorted(value.items())}
    if isinstance(value, frozenset):
        return sorted(_plain(item) for item in value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    return value


def from_json(data: Mapping[str, Any]) -> Plan:
    """The plan that `to_json` wrote; KeyError or ValueError for anything else."""
    plain = dict(data)
    for name, kind in _ROWS.items():
        plain[name] = tuple(_record(kind, row) for row in data[name])
    plain["settings"] = _settings(data["settings"])
    plain["skipped"] = frozenset(data["skipped"])
    plain["pinned"] = {name: date.fromisoformat(day) for name, day in data["pinned"].items()}
    plain["entries"] = {name: Entry(**entry) for name, entry in data["entries"].items()}
    return Plan(**(plain | _dates(plain)))


def _dates(data: Mapping[str, Any]) -> dict[str, date]:
    return {
        name: date.fromisoformat(data[name]) for name in _DATES if isinstance(data.get(name), str) and data.get(name)
    }


def _record(kind: type[Any], row: Mapping[str, Any]) -> Any:
    values = dict(row)
    if kind is PlanRound:  # its `start` is a local time, kept as text
        return PlanRound(**(values | {"day": date.fromisoformat(values["day"])}))
    if kind is Task:
        values["after"] = tuple(values["after"])
    return kind(**(values | _dates(values)))


def _settings(data: Mapping[str, Any]) -> Settings:
    return Settings(
        **(
            dict(data)
            | {
                "minutes": tuple(data["minutes"]),
                "days_off": frozenset(map(date.fromisoformat, data["days_off"])),
                "exceptions": {date.fromisoformat(day): minutes for day, minutes in data["exceptions"].items()},
                "review": {date.fromisoformat(day): minutes for day, minutes in data["review"].items()},
            }
        )
    )
