"""From placed pieces to the slots of each day: cards, reviews, tasks, what is left for drills."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from coach.plan.calendar import review_minutes, room
from coach.plan.model import SLOT_ORDER, Plan, PlanDay, PlanRound, Slot, Task
from coach.plan.relax import Piece, Work, in_order

_SHORTEST_DRILL: Final = 5


def slots_of(plan: Plan, days: Iterable[PlanDay], pieces: Sequence[Piece], today: date, spent: int) -> tuple[Slot, ...]:
    """Slots of the days from `today` on; `spent` minutes of today's are gone."""
    by_day: dict[date, list[Piece]] = {}
    for piece in pieces:
        by_day.setdefault(today + timedelta(days=piece.day), []).append(piece)
    tasks = {task.id: task for task in plan.tasks}
    turn = _turns(plan)
    for placed in by_day.values():
        placed.sort(key=lambda piece: turn[piece.work])
    last = max((item.day for item in plan.rounds), default=plan.end)
    slots: list[Slot] = []
    for day in days:
        gone = spent if day.day == today else 0
        if day.kind == "round":
            slots += _round_slots(day.day, plan)
        elif day.kind == "eve":
            slots += _eve_slots(day, plan)
        elif day.kind != "off":
            slots += _study_slots(day, by_day.get(day.day, []), tasks, plan, gone, rounds_ahead=day.day <= last)
    return tuple(slots)


def _round_slots(day: date, plan: Plan) -> list[Slot]:
    held = [item for item in plan.rounds if item.day == day]
    cards = [Slot(day, "card", item.id, f"Card: {item.title}", plan.settings.card_minutes) for item in held]
    notes = [Slot(day, "debrief", item.id, f"Debrief: {item.title}", plan.settings.debrief_minutes) for item in held]
    return [slot for slot in (*cards, *notes) if slot.minutes]


def _eve_slots(day: PlanDay, plan: Plan) -> list[Slot]:
    review = review_minutes(day, plan.settings)
    ahead = next((item for item in plan.rounds if item.day > day.day), None)
    title = f"Nothing new: stories, numbers and the card for {_named(ahead)}"
    rehearse = Slot(day.day, "rehearse", ahead.id if ahead else "", title, day.minutes - review)
    return [slot for slot in (_review(day.day, review), rehearse) if slot.minutes > 0]


def _named(item: PlanRound | None) -> str:
    return f"the {item.title}" if item else "the round"


def _study_slots(
    day: PlanDay, pieces: Sequence[Piece], tasks: Mapping[str, Task], plan: Plan, gone: int, *, rounds_ahead: bool
) -> list[Slot]:
    review = review_minutes(day, plan.settings) if rounds_ahead else 0
    if day.kind == "buffer" and not (pieces or day.buffer_used):
        return []
    placed = [
        Slot(day.day, tasks[piece.work].kind, piece.work, tasks[piece.work].title, piece.minutes) for piece in pieces
    ]
    left = max(room(day, plan.settings, use_buffers=True) - gone, 0) - sum(slot.minutes for slot in placed)
    slots = [_review(day.day, review)] if review else []
    slots += placed
    if rounds_ahead and left >= _SHORTEST_DRILL:
        slots.append(Slot(day.day, "drill", "drill", "Drill what helps most", left))
    return slots


def _turns(plan: Plan) -> dict[str, int]:
    """The order of tasks inside a day: by kind, and what others wait for before them."""
    by_kind = sorted(plan.tasks, key=lambda task: SLOT_ORDER.index(task.kind))
    works = [Work(task.id, task.minutes, 0, 0, False, task.after) for task in by_kind]
    return {work.id: index for index, work in enumerate(in_order(works))}


def _review(day: date, minutes: int) -> Slot:
    return Slot(day, "review", "review", "Recall: cards that are due", minutes)


def numbered(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The sittings of each task counted: part 2 of 3."""
    listed = list(slots)
    totals: dict[tuple[str, str], int] = {}
    for slot in listed:
        totals[slot.kind, slot.item] = totals.get((slot.kind, slot.item), 0) + 1
    seen: dict[tuple[str, str], int] = {}
    counted = []
    for slot in listed:
        key = (slot.kind, slot.item)
        seen[key] = seen.get(key, 0) + 1
        single = slot.kind in ("review", "drill", "rehearse", "card", "debrief")
        counted.append(slot if single else Slot(*_head(slot), part=seen[key], parts=totals[key]))
    return tuple(counted)


def _head(slot: Slot) -> tuple[date, str, str, str, int]:
    return slot.day, slot.kind, slot.item, slot.title, slot.minutes
