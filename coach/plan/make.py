"""Making a plan, and making it anew around what has happened since."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from coach.days import show_day
from coach.plan.arrange import arrange, least_minutes
from coach.plan.calendar import plan_days
from coach.plan.desk import Desk, desk_of
from coach.plan.fit import Fit, shortfall
from coach.plan.ledger import updated
from coach.plan.model import NEEDED, OFFER, Cut, Done, Plan, PlanDay, PlanRound, Settings, Shortfall, Slot, Task
from coach.plan.slots import numbered, slots_of
from coach.plan.work import plan_end

NO_ROOM: Final = "no room before its round"
OVER: Final = "its round is over"


def make_plan(
    rounds: Sequence[PlanRound],
    tasks: Sequence[Task],
    settings: Settings,
    start: date,
    *,
    decision: date | None = None,
    offer: date | None = None,
    changed: str = "",
) -> Plan:
    """A plan from `start` to the last round, or to the eve of the offer; `changed` is now, as UTC text.

    It fits whenever that is possible at all; otherwise `cuts`, `short` and `fits_at` say what gave way and why.
    """
    end = plan_end(start, rounds, decision, offer)
    ordered = tuple(sorted(rounds, key=lambda item: (item.day, item.start, item.id)))
    blank = Plan(start, end, ordered, tuple(tasks), settings, (), (), decision=decision, offer=offer)
    return arranged(blank, start, {}, changed)


def arranged(
    plan: Plan, today: date, done: Mapping[str, Done], changed: str, loose: frozenset[str] = frozenset()
) -> Plan:
    """The plan with everything that is left placed from `today`; what still stands and is not `loose` stays there."""
    end = plan_end(plan.start, plan.rounds, plan.decision, plan.offer)
    plan = replace(plan, end=end)
    used = {day.day for day in plan.days if day.buffer_used}
    frame = tuple(
        replace(day, buffer_used=day.kind == "buffer" and day.day in used)
        for day in plan_days(plan.start, end, plan.rounds, plan.settings)
    )
    desk = desk_of(plan, frame, today, done, loose)
    found = _with_carried(desk, arrange(desk), today)
    days = _opened(frame, found, today)
    past = [slot for slot in plan.slots if slot.day < today]
    past += [slot for slot in plan.slots if slot.day == today and _is_done(slot, done)]
    ahead = slots_of(plan, (day for day in days if day.day >= today), found.pieces, today, desk.spent)
    ticked = {(slot.day, slot.kind, slot.item) for slot in past if slot.kind not in NEEDED}
    fresh_slots = [slot for slot in numbered(ahead) if (slot.day, slot.kind, slot.item) not in ticked]
    slots = tuple(sorted((*past, *fresh_slots), key=lambda slot: slot.day))
    fresh = replace(
        plan,
        days=days,
        slots=slots,
        cuts=_cuts(desk, found),
        short=_short(desk, found),
        fits_at=_fits_at(desk, found),
        proven=found.proven,
        changed=changed,
    )
    return replace(fresh, entries=updated(plan.entries, fresh))


def _with_carried(desk: Desk, found: Fit, today: date) -> Fit:
    """Late is also what others wait for and what was done only after its own round for that reason."""
    last = {task.id: (task.last - today).days for task in desk.plan.tasks}
    pinned = desk.plan.pinned
    late = {piece.work for piece in found.pieces if piece.day > last[piece.work] and piece.work not in pinned}
    return found._replace(late=tuple(sorted({*found.late, *(late - set(found.shortened))})))


def _opened(frame: Sequence[PlanDay], found: Fit, today: date) -> tuple[PlanDay, ...]:
    used = {today + timedelta(days=piece.day) for piece in found.pieces}
    return tuple(
        replace(day, buffer_used=day.kind == "buffer" and (day.buffer_used or day.day in used)) for day in frame
    )


def _is_done(slot: Slot, done: Mapping[str, Done]) -> bool:
    return slot.day in done.get(slot.item, Done()).minutes


def _cuts(desk: Desk, found: Fit) -> tuple[Cut, ...]:
    tasks = {task.id: task for task in desk.plan.tasks}
    minutes = {work.id: work.minutes for work in (*desk.works, *desk.gone)}
    cuts = [_cut(tasks[name], minutes[name], 0, _why(tasks[name], desk, found)) for name in found.cut]
    cuts += [_cut(tasks[work.id], work.minutes, 0, OVER) for work in desk.gone if work.id not in found.late]
    cuts += [
        _cut(tasks[name], minutes[name], kept, "shortened to fit")
        for name, kept in found.shortened.items()
        if name in minutes
    ]
    cuts += [
        _cut(tasks[name], minutes[name], minutes[name], _why_late(tasks[name], desk, found), late=True)
        for name in found.late
        if name in minutes
    ]
    return tuple(sorted(cuts, key=lambda item: (item.late, item.weight, tasks[item.task].last, item.task)))


def _cut(task: Task, minutes: int, kept: int, reason: str, *, late: bool = False) -> Cut:
    return Cut(task.id, task.title, minutes, kept, task.weight, task.before, reason, late)


def _why(task: Task, desk: Desk, found: Fit) -> str:
    if task.last < desk.today:
        return OVER
    needed = [name for name in task.after if name in found.cut]
    return f"needs {needed[0]}, which was cut" if needed else NO_ROOM


def _why_late(task: Task, desk: Desk, found: Fit) -> str:
    """Whose sake it is kept for: what waits for it, or the next round of its kind."""
    placed = {piece.work for piece in found.pieces}
    waiting = desk.waiting.get(task.id, frozenset()) & placed
    needing = [other.title for other in desk.plan.tasks if other.id in waiting and other.before != task.before]
    later = desk.later.get(task.id)
    if needing or later is None:
        return f"still needed for: {needing[0]}" if needing else NO_ROOM
    return f"kept for the {later.title} on {show_day(later.day)}"


def _short(desk: Desk, found: Fit) -> tuple[Shortfall, ...]:
    if not (found.cut or found.shortened or found.late):
        return ()
    before = {task.id: task.before for task in desk.plan.tasks}
    titles = {item.id: item.title for item in desk.plan.rounds} | {OFFER: "offer"}
    on_time = [work for work in desk.works if work.last >= 0]
    missing = shortfall(desk.capacity(use_buffers=True), on_time)
    return tuple(
        Shortfall(before[name], titles.get(before[name], "end of the plan"), minutes)
        for name, minutes in missing.items()
    )


def _fits_at(desk: Desk, found: Fit) -> int | None:
    if not (found.cut or found.shortened or found.late):
        return None
    return least_minutes(desk)


def today_of(plan: Plan, day: date) -> tuple[Slot, ...]:
    """The slots of a day, in the order in which to do them."""
    return tuple(slot for slot in plan.slots if slot.day == day)


def day_of(plan: Plan, day: date) -> PlanDay | None:
    """What a day is for; None outside the plan."""
    return next((item for item in plan.days if item.day == day), None)
