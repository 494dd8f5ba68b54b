"""What the journal says about the plan: a pure fold over its events, and the bodies to append.

Kinds: `plan_made` (a first plan, or a new one in its place), `plan_changed`, `plan_undone`, each with the whole plan in
`plan`; `task_done` with day, minutes, complete and evidence; `task_undone`. Reviews and drills that are ticked off by
hand are recorded as `task_done` too, under their slot's name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, Protocol

from coach.plan.codec import from_json, to_json
from coach.plan.glance import CHANGED, MADE, PLANS, UNDONE
from coach.plan.ledger import updated
from coach.plan.model import Done, Plan

TASK_DONE: Final = "task_done"
TASK_UNDONE: Final = "task_undone"
KINDS: Final = (*PLANS, TASK_DONE, TASK_UNDONE)


class Event(Protocol):
    """An entry of the journal, as far as the plan reads it."""

    @property
    def kind(self) -> str:
        """One of KINDS."""

    @property
    def item(self) -> str:
        """The task's id, for tasks."""

    @property
    def body(self) -> Mapping[str, Any]:
        """Plain data."""


@dataclass(frozen=True, slots=True)
class State:
    """The plan in force, the ones before it (for undo), and what is done."""

    plan: Plan | None = None
    before: tuple[Mapping[str, Any], ...] = ()
    done: Mapping[str, Done] = field(default_factory=dict)


def plan_from(events: Iterable[Event]) -> State:
    """The state after all events, in order."""
    versions: list[Mapping[str, Any]] = []
    done: dict[str, Done] = {}
    for event in events:
        if event.kind == UNDONE:
            versions[-2:] = [event.body["plan"]]
        elif event.kind in (MADE, CHANGED):
            versions.append(event.body["plan"])
        elif event.kind == TASK_DONE:
            done[event.item] = _with(done.get(event.item, Done()), event.body)
        elif event.kind == TASK_UNDONE:
            _without(done, event.item, event.body.get("day"))
    return State(from_json(versions[-1]) if versions else None, tuple(versions[:-1]), done)


def _with(record: Done, body: Mapping[str, Any]) -> Done:
    day = date.fromisoformat(body["day"])
    minutes = dict(record.minutes)
    minutes[day] = minutes.get(day, 0) + int(body.get("minutes", 0))
    return Done(
        minutes, record.complete or bool(body.get("complete")), str(body.get("evidence") or "") or record.evidence
    )


def _without(done: dict[str, Done], item: str, day: str | None) -> None:
    if day is None or item not in done:
        done.pop(item, None)
        return
    minutes = {when: spent for when, spent in done[item].minutes.items() if when.isoformat() != day}
    done[item] = replace(done[item], minutes=minutes, complete=False)


def plan_body(plan: Plan, why: str = "") -> dict[str, Any]:
    """The body of `plan_made`, `plan_changed` or `plan_undone`."""
    return {"plan": to_json(plan), "why": why}


def done_body(day: date, minutes: int, *, complete: bool, evidence: str = "") -> dict[str, Any]:
    """The body of `task_done`."""
    return {"day": day.isoformat(), "minutes": minutes, "complete": complete, "evidence": evidence}


def undone_plan(state: State, now: str) -> Plan | None:
    """The plan before the last change; its calendar items carry on from today's ledger. None if there is none."""
    if state.plan is None or not state.before:
        return None
    previous = from_json(state.before[-1])
    return replace(previous, changed=now, entries=updated(state.plan.entries, previous))
